/**
 * Matches one shape in this process and prints what it took as JSON: `node --expose-gc <this, built> <shape> <count> [watched]`.
 * What is watched is slower: a question to the system at every call that could cancel takes a tenth of the time. So time and
 * the rest are measured each in a process of its own.
 */
import { matchDocuments } from '../src/core/reconcile/match';
import { shapes, type Shape } from './match-shapes';

export interface Took {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly documentsMB: number;
  readonly pairs: number;
}

export interface Watched {
  /** the most that the process had while matching, the documents among it */
  readonly peakMB: number;
  /** the longest time of the processor between two calls of `told`, in milliseconds */
  readonly longest: number;
}

const megabytes = (): number => process.memoryUsage.rss() / 1e6;
const cpu = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
};

const [shape = 'a register', count = '10000', watched] = process.argv.slice(2) as [Shape?, string?, string?];
const { ims, books } = shapes[shape](Number(count));
for (let round = 0; round < 3; round += 1) globalThis.gc?.();
process.stdout.write(JSON.stringify(watched === undefined ? timed() : watchedCalls()));

function timed(): Took {
  const documentsMB = process.memoryUsage().heapUsed / 1e6;
  const [began, cpuBegan] = [performance.now(), process.cpuUsage()];
  const { pairs } = matchDocuments(ims, books);
  const seconds = (performance.now() - began) / 1_000;
  return { seconds, cpuSeconds: cpu(cpuBegan), documentsMB, pairs: pairs.length };
}

function watchedCalls(): Watched {
  let [peakMB, longest, calls] = [megabytes(), 0, 0];
  let last = process.cpuUsage();
  matchDocuments(ims, books, {
    told: () => {
      const now = process.cpuUsage();
      longest = Math.max(longest, (now.user - last.user + now.system - last.system) / 1_000);
      last = now;
      if (calls++ % 64 === 0) peakMB = Math.max(peakMB, megabytes());
    },
  });
  return { peakMB: Math.max(peakMB, megabytes()), longest: Math.max(longest, cpu(last) * 1_000) };
}
