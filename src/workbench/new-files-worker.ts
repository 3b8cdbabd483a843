/** The Worker of `files-worker.ts`; in the build of one single file the address is that of a text in the page. */
export function newFilesWorker(): Worker {
  return new Worker(new URL('./files-worker.ts', import.meta.url), { name: 'files' });
}
