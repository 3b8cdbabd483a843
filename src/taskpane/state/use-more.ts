import { useState } from 'react';

const STEP = 50;

/** Shows a long list in steps, so that the pane never holds thousands of lines. */
export function useMore<T>(all: readonly T[]): {
  readonly shown: readonly T[];
  readonly next: number;
  readonly more: () => void;
} {
  const [count, setCount] = useState(STEP);
  return {
    shown: all.slice(0, count),
    next: Math.max(0, Math.min(STEP, all.length - count)),
    more: () => setCount(count + STEP),
  };
}
