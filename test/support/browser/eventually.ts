/** Tries a claim again until it holds; after the time it fails as the claim itself fails. */
export async function eventually<T>(claim: () => T | Promise<T>, milliseconds = 10_000): Promise<T> {
  const end = performance.now() + milliseconds;
  for (;;) {
    try {
      return await claim();
    } catch (fault) {
      if (performance.now() > end) throw fault;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
