import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { manifestFor } from './manifest-for';

/** Writes the manifest for a server: `npm run build:manifest -- --host https://example.org/ims [--closed]`. */
const { values } = parseArgs({ options: { host: { type: 'string' }, closed: { type: 'boolean', default: false } } });
if (!values.host) throw new Error('Say where the add-in is served: --host https://example.org/ims');

const out = join(__dirname, '../dist', values.closed ? 'addin-closed' : 'addin', 'manifest.xml');
writeFileSync(out, manifestFor(values.host));
console.log(out);
