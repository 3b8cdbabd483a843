/** The Worker of `desk-worker.ts`; in the build of one single file the address is that of a text in the page. */
export function newDeskWorker(): Worker {
  return new Worker(new URL('./desk-worker.ts', import.meta.url), { name: 'desk' });
}
