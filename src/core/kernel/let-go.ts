let isOn = false;

/**
 * From now on bytes are let go. For a Worker of a browser: there the streams of the platform are done with bytes when their
 * write is done (Compression Streams, 5.1), while Node.js may still pack them in another thread.
 */
export function startLettingGo(): void {
  isOn = true;
}

export function isLettingGo(): boolean {
  return isOn;
}

/**
 * Gives the memory of bytes back at once, which nobody reads any more: the collector hears late of what is no object. Views
 * of a part of a buffer keep it, and so do platforms that cannot give it back.
 */
export function letGo({ buffer, byteLength }: Uint8Array): void {
  const { transfer } = buffer as { transfer?: (length: number) => ArrayBuffer };
  if (isOn && buffer.byteLength === byteLength) transfer?.call(buffer, 0);
}
