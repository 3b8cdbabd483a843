/** Tells our own writing from the user's: Univer's events come within the call that causes them. */
export interface Ours {
  run<T>(work: () => T): T;
  readonly running: boolean;
}

export function createOurs(): Ours {
  let depth = 0;
  return {
    run: (work) => {
      depth += 1;
      try {
        return work();
      } finally {
        depth -= 1;
      }
    },
    get running() {
      return depth > 0;
    },
  };
}
