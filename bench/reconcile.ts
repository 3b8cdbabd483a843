import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { Took, Watched } from './match-one';
import { shapes, type Shape } from './match-shapes';

/**
 * How long the comparison with the books takes and how it grows: a register of up to 10,00,000 documents on each side, and
 * what could make it slow, each in two sizes. Every measurement in a process of its own, of code that is built as what is
 * shipped is. Argument: a part of the shapes' names.
 */
const sizes: Partial<Record<Shape, readonly number[]>> = {
  'a register': [10_000, 100_000, 300_000, 1_000_000],
};
const [wanted = ''] = process.argv.slice(2);

const folder = mkdtempSync(join(tmpdir(), 'ims-bench-'));
const script = join(folder, 'match-one.cjs');
// As it runs from the sources, each function would be given its name anew whenever it is made.
buildSync({
  entryPoints: [join(__dirname, 'match-one.ts')],
  outfile: script,
  bundle: true,
  platform: 'node',
  target: 'node20',
});

const count = new Intl.NumberFormat('en-IN');
console.log(
  '| documents on each side | seconds | CPU seconds | µs a document | peak MB (documents) | longest ms | pairs |',
);
console.log('| --- | --- | --- | --- | --- | --- | --- |');
for (const shape of Object.keys(shapes) as Shape[]) {
  if (!shape.includes(wanted)) continue;
  for (const size of sizes[shape] ?? [25_000, 50_000]) {
    const { seconds, cpuSeconds, peakMB, documentsMB, longest, pairs } = measured(shape, size);
    const each = ((cpuSeconds / (2 * size)) * 1e6).toFixed(1);
    const memory = `${peakMB.toFixed(0)} (${documentsMB.toFixed(0)})`;
    const cells = [seconds.toFixed(2), cpuSeconds.toFixed(2), each, memory, longest.toFixed(0), count.format(pairs)];
    console.log(`| ${shape}, ${count.format(size)} | ${cells.join(' | ')} |`);
  }
}

rmSync(folder, { recursive: true });

function measured(shape: Shape, size: number): Took & Watched {
  return { ...(run(shape, size) as Took), ...(run(shape, size, 'watched') as Watched) };
}

function run(shape: Shape, size: number, ...watched: string[]): unknown {
  const options = ['--expose-gc', '--max-old-space-size=4096', script];
  return JSON.parse(
    execFileSync(process.execPath, [...options, shape, String(size), ...watched], { encoding: 'utf8' }),
  );
}
