import { existsSync, statSync } from 'node:fs';
import { join, normalize } from 'node:path';
import type { BrowserContext } from 'playwright-core';

const root = join(__dirname, '../../..');

/** Where the add-in is served. Another site than Excel's, hence another process, as in Excel on the web. */
export const ADDIN = 'https://addin.test';
/** The trust rule of Microsoft's library knows this name as one of Excel's own. */
export const EXCEL = 'https://excel.officeapps.live.com';

const microsoft = {
  at: 'https://appsforoffice.microsoft.com/lib/1/hosted/',
  folder: join(root, 'node_modules/@microsoft/office-js/dist'),
};

/**
 * Answers for the add-in, for Microsoft's library and for Excel's page; every other request is refused and noted.
 * `closed`: as in a network where nobody answers for Microsoft.
 */
export async function answerRequests(
  context: BrowserContext,
  excelPage: string,
  { folder = 'dist/addin', closed = false } = {},
) {
  const refused: string[] = [];
  const addin = { at: `${ADDIN}/`, folder: join(root, folder) };
  const folders = closed ? [addin] : [addin, microsoft];
  await context.route('**/*', async (route) => {
    const url = route.request().url();
    if (url === `${EXCEL}/`) return route.fulfill({ contentType: 'text/html', body: excelPage });
    const path = folders.map(({ at, folder }) => fileAt(url, at, folder)).find(Boolean);
    if (path) return route.fulfill({ path });
    refused.push(url);
    return route.abort();
  });
  await context.routeWebSocket(/.*/, async (socket) => {
    refused.push(socket.url());
    await socket.close();
  });
  return refused;
}

function fileAt(url: string, at: string, folder: string): string | undefined {
  if (!url.startsWith(at)) return undefined;
  const path = normalize(join(folder, decodeURIComponent(new URL(url.slice(at.length), 'https://x/').pathname)));
  return path.startsWith(folder) && existsSync(path) && statSync(path).isFile() ? path : undefined;
}
