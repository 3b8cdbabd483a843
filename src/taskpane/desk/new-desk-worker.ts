/** The Worker of `desk-worker.ts`; the build of one single file has another way to it. */
export function newDeskWorker(): Worker {
  return new Worker(new URL('./desk-worker.ts', import.meta.url), { name: 'desk' });
}
