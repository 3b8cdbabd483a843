import { say } from '../core/kernel/pane-words';
import { packFile } from '../save-page/carried-file';
import { download } from '../save-page/download';
import type { Delivery } from './pane-host';

export interface DeliveryWays {
  /** false in Excel for Mac, whose pane has no downloads, by design */
  readonly canDownload: boolean;
  /** opens an address in the user's browser, where this Excel can */
  readonly openBrowser?: (address: string) => void;
}

/**
 * Hands a file over by the best way there is: a download; else a page in the browser that saves it, with the file in its
 * address behind `#` (which is sent nowhere) or, if it is too long for that, on the clipboard; else the clipboard alone.
 */
export async function deliver(
  file: { readonly name: string; readonly text: string },
  { canDownload, openBrowser }: DeliveryWays,
): Promise<Delivery> {
  const { name, text } = file;
  if (canDownload) {
    download(name, text);
    return { way: 'downloaded', text: say('delivered-download', { name }) };
  }
  const hash = await packFile(file);
  const isInAddress = hash.includes('gzip=');
  const copied = isInAddress ? false : await copyText(text);
  if (openBrowser !== undefined && (isInAddress || copied)) {
    openBrowser(new URL(`save.html#${hash}`, location.href).href);
    return { way: 'browser', text: say(isInAddress ? 'delivered-browser' : 'delivered-browser-paste', { name }) };
  }
  if (copied || (await copyText(text))) return { way: 'copied', text: say('delivered-copied', { name }) };
  return { way: 'shown', text: say('delivered-shown', { name }) };
}

/** The old way beside the new one: views inside Office often forbid the new one. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way left where the clipboard is closed
    const copied = document.execCommand('copy');
    area.remove();
    return copied;
  }
}
