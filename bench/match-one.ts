/** Matches one shape in this process and prints what it took as JSON: `node --expose-gc --import tsx bench/match-one.ts <shape> <count>`. */
import { matchDocuments } from '../src/core/reconcile/match';
import { shapes, type Shape } from './match-shapes';

export interface Took {
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** the most that the process had while matching, the documents among it */
  readonly peakMB: number;
  /** of which the documents of both sides */
  readonly documentsMB: number;
  /** the longest time of the processor between two calls of `told`, in milliseconds */
  readonly longest: number;
  readonly pairs: number;
}

const megabytes = (): number => process.memoryUsage.rss() / 1e6;
const cpu = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
};

const [shape = 'a register', count = '10000'] = process.argv.slice(2) as [Shape?, string?];
const { ims, books } = shapes[shape](Number(count));
for (let round = 0; round < 3; round += 1) globalThis.gc?.();
const documentsMB = process.memoryUsage().heapUsed / 1e6;

let [peakMB, longest, calls] = [megabytes(), 0, 0];
const [began, cpuBegan] = [performance.now(), process.cpuUsage()];
let last = cpuBegan;
const { pairs } = matchDocuments(ims, books, {
  told: () => {
    // Asked once for each call: the question itself takes some hundredths of a millisecond.
    const now = process.cpuUsage();
    longest = Math.max(longest, (now.user - last.user + now.system - last.system) / 1_000);
    last = now;
    if (calls++ % 64 === 0) peakMB = Math.max(peakMB, megabytes());
  },
});
longest = Math.max(longest, cpu(last) * 1_000);
const took: Took = {
  seconds: (performance.now() - began) / 1_000,
  cpuSeconds: cpu(cpuBegan),
  peakMB: Math.max(peakMB, megabytes()),
  documentsMB,
  longest,
  pairs: pairs.length,
};
process.stdout.write(JSON.stringify(took));
