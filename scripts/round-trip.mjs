// The main job on the sample that the repository ships: import, act, validate, generate. Everything lands in out/.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const book = 'out/sample.xlsx';
mkdirSync(`${root}out`, { recursive: true });
for (const name of readdirSync(`${root}out`)) {
  if (name === 'sample.xlsx' || /^IMS_.*\.json$/.test(name)) rmSync(`${root}out/${name}`);
}

const steps = [
  ['import', 'fixtures/downloads/download.json', '--out', book, '--gstin', '27ZZZCR1001K1Z0'],
  ['act', book, '--actions', 'fixtures/actions/download.csv'],
  ['validate', book],
  ['generate', book, '--out', 'out'],
];

for (const step of steps) {
  console.log(`\n$ ims ${step.join(' ')}`);
  const { status } = spawnSync(process.execPath, ['dist/ims.js', ...step], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 70);
}

const upload = readdirSync(`${root}out`).find((name) => /^IMS_.*\.json$/.test(name));
console.log(`\nDone. The workbook is ${book}, the file to upload is out/${upload}.`);
