// Preloaded into a measured process: tells its peak memory when it ends.
const { appendFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

if (isMainThread && process.env.BENCH_PEAK) {
  process.on('exit', () => {
    appendFileSync(process.env.BENCH_PEAK, `${Math.round(process.resourceUsage().maxRSS / 1000)}\n`);
  });
}
