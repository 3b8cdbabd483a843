/**
 * Measures the offline round trip on generated downloads: `npm run bench [-- <records> …]`. Each figure comes from a
 * process of its own; the floor (JSON.parse and JSON.stringify of the same file) is measured in the same run.
 * Writes the table for docs/benchmarks.md to standard output.
 */
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { downloadPieces } from '../test/support/generate-download';

interface Step {
  readonly step: string;
  readonly seconds: number;
  readonly peakMB: number;
}

const root = join(__dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'ims-bench-'));
const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((size) => size > 0);
const gstin = '27ZZZCR1001K1Z0';

/** Memory of the measured process: as the command line gives itself for large files. */
const HEAP = ['--max-old-space-size=16384', '--max-semi-space-size=42'];

function writeDownload(records: number): string {
  const path = join(folder, `download-${String(records)}.json`);
  const file = openSync(path, 'w');
  for (const piece of downloadPieces({ records, seed: 7, gstin })) writeSync(file, piece);
  closeSync(file);
  return path;
}

function steps(path: string, part: string): Step[] {
  const run = spawnSync(process.execPath, [...HEAP, '--import', 'tsx', join(root, 'bench/steps.ts'), path, part], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  const line = run.stdout.trim().split('\n').at(-1) ?? '';
  if (run.status === 0) return JSON.parse(line) as Step[];
  return [
    {
      step: `${part}: ${(run.stderr.match(/(?:Error|FATAL).*/)?.[0] ?? 'failed').slice(0, 120)}`,
      seconds: NaN,
      peakMB: NaN,
    },
  ];
}

function command(name: string, args: readonly string[], expected: readonly number[]): Step {
  const peak = join(folder, 'peak');
  rmSync(peak, { force: true });
  const began = performance.now();
  const run = spawnSync(process.execPath, ['-r', join(root, 'bench/peak.cjs'), join(root, 'dist/ims.js'), ...args], {
    encoding: 'utf8',
    maxBuffer: 1e9,
    env: { ...process.env, BENCH_PEAK: peak },
  });
  const seconds = (performance.now() - began) / 1000;
  if (!expected.includes(run.status ?? -1))
    return {
      step: `${name}: ${run.stderr.trim().split('\n')[0] ?? ''} (exit ${String(run.status)})`,
      seconds,
      peakMB: NaN,
    };
  return { step: name, seconds, peakMB: Number(readFileSync(peak, 'utf8').trim()) };
}

/** One answer for each record of the first lines of every sheet, so that generate has something to write. */
function actionList(path: string, records: number): string {
  const list = join(folder, 'actions.csv');
  const lines = ['GSTIN of supplier,Document number,Document date,Status,Remarks'];
  const { imsDetails } = JSON.parse(readFileSync(path, 'utf8')) as {
    imsDetails: Record<string, Record<string, string>[]>;
  };
  for (const record of imsDetails['b2b'] ?? []) {
    if (record['action'] === 'N' && lines.length <= records / 2)
      lines.push(`${record['stin'] ?? ''},"${record['inum'] ?? ''}",${record['idt'] ?? ''},Rejected,Not received`);
  }
  writeFileSync(list, lines.join('\n'));
  return list;
}

function commands(path: string, records: number): Step[] {
  const book = join(folder, 'book.xlsx');
  const out = join(folder, 'upload');
  rmSync(book, { force: true });
  const imported = command('`ims import`', ['import', path, '--out', book, '--gstin', gstin], [0]);
  if (Number.isNaN(imported.peakMB)) return [imported];
  const size = statSync(book).size;
  const all = [
    { ...imported, step: `${imported.step} (${(size / 1e6).toFixed(1)} MB .xlsx)` },
    command('`ims act` on half of them', ['act', book, '--actions', actionList(path, records)], [0]),
    command('`ims validate`', ['validate', book, '--as-on', '30-04-2026'], [0, 1]),
    command('`ims generate`', ['generate', book, '--out', out, '--as-on', '30-04-2026'], [0, 1]),
    command('`ims import --into`', ['import', path, '--into', book], [0]),
  ];
  for (const file of readdirSync(folder)) if (file === 'upload') rmSync(join(folder, file), { recursive: true });
  return all;
}

function row({ step, seconds, peakMB }: Step, floor: number): string {
  const shown = (value: number, digits: number): string => (Number.isNaN(value) ? '–' : value.toFixed(digits));
  return `| ${step} | ${shown(seconds, 2)} | ${shown(seconds / floor, 1)} | ${shown(peakMB, 0)} |`;
}

function bench(records: number): void {
  const path = writeDownload(records);
  const floor = steps(path, 'floor');
  const all = [...floor, ...steps(path, 'core'), ...steps(path, 'xlsx'), ...commands(path, records)];
  const base = floor[0]?.seconds ?? NaN;
  const core = all
    .filter(({ step }) => ['read', 'check', 'generate'].includes(step))
    .reduce((sum, { seconds }) => sum + seconds, 0);
  console.log(
    `\n## ${new Intl.NumberFormat('en-IN').format(records)} records, ${(statSync(path).size / 1e6).toFixed(0)} MB of JSON\n`,
  );
  console.log('| step | seconds | × floor | peak MB |\n|---|---|---|---|');
  for (const step of all) console.log(row(step, base));
  console.log(row({ step: '**read + check + generate**', seconds: core, peakMB: NaN }, base));
  rmSync(path);
}

console.log(
  `Node ${process.version}, ${String(cpus().length)} cores (${cpus()[0]?.model ?? '?'}), ${(totalmem() / 1e9).toFixed(0)} GB`,
);
for (const size of sizes.length > 0 ? sizes : [10_000, 100_000, 300_000, 1_000_000]) bench(size);
rmSync(folder, { recursive: true });
