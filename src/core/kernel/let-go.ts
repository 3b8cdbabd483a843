/**
 * Gives the memory of bytes back at once, which nobody reads any more: the collector hears late of what is no object. Views
 * of a part of a buffer keep it, and so do platforms that cannot give it back.
 */
export function letGo({ buffer, byteLength }: Uint8Array): void {
  const { transfer } = buffer as { transfer?: (length: number) => ArrayBuffer };
  if (buffer.byteLength === byteLength) transfer?.call(buffer, 0);
}
