/** Tells our own writing from the user's: Univer's events come within the call that causes them. */
export interface Ours {
  run<T>(work: () => T): T;
  readonly running: boolean;
  /** A change in several blocks, between which the page draws and the user may press keys. */
  write<T>(work: () => Promise<T>): Promise<T>;
  readonly writing: boolean;
}

export function createOurs(): Ours {
  let [depth, writes] = [0, 0];
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
    write: async (work) => {
      writes += 1;
      try {
        return await work();
      } finally {
        writes -= 1;
      }
    },
    get writing() {
      return writes > 0;
    },
  };
}
