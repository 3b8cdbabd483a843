import { say } from '../core/kernel/pane-words';
import type { Delivery } from './pane-host';

interface UploadText {
  readonly name: string;
  readonly text: string;
}

/**
 * Offers a file as a download. Excel for Mac shows the pane in a view that has no downloads, by design; there the text
 * goes to the clipboard, with words how it becomes a file.
 */
export async function deliver(file: UploadText, canDownload: boolean): Promise<Delivery> {
  if (canDownload) {
    download(file);
    return { way: 'downloaded', text: say('delivered-download', { name: file.name }) };
  }
  if (await copyText(file.text)) return { way: 'copied', text: say('delivered-copied', { name: file.name }) };
  return { way: 'shown', text: say('delivered-shown', { name: file.name }) };
}

function download({ name, text }: UploadText): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the address after the click; it has a minute.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
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
