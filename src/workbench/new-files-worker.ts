/** The Worker of `files-worker.ts`; the build of one single file has another way to it. */
export function newFilesWorker(): Worker {
  return new Worker(new URL('./files-worker.ts', import.meta.url), { name: 'files' });
}
