import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const DEVELOPMENT = 'https://localhost:3000';

/** The manifest for an add-in that is served from the folder `host`. */
export function manifestFor(host: string): string {
  const url = new URL(host);
  if (url.protocol !== 'https:') {
    throw new Error(`${host} is not an https address; Excel loads an add-in from https only.`);
  }
  if (url.search || url.hash) throw new Error(`${host} has a ? or a #; name the folder that holds taskpane.html.`);
  const manifest = readFileSync(join(__dirname, '../manifest.xml'), 'utf8');
  return manifest.replaceAll(DEVELOPMENT, url.href.replace(/\/$/, ''));
}
