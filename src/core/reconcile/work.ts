import type { Tried } from './blocks';
import type { Step } from './in-steps';

/** Work that is told of while it goes on. */
export interface Work {
  /** documents that are done with, for the time being */
  readonly done: (documents: number) => void;
  /** work that brings no document to its end: each costs about as much */
  readonly tried: Tried;
  /** whether so much was done since the last step that it is time for another */
  readonly isStep: () => boolean;
  /** how far it is, for who rests between two steps */
  readonly step: () => Step;
  /** documents of no supplier are in some rounds not gone through: all is done at the end all the same */
  readonly ended: () => void;
}

/** So much between two calls takes some milliseconds. */
const STEP = 4_096;
/** So much between two steps takes about a millisecond. */
const SMALL_STEP = 256;

/** `told` hears of it often enough to stop the work at once; it may throw. */
export function createWork(of: number, told: (done: number, of: number) => void): Work {
  let [documents, sinceTold, sinceStep] = [0, 0, 0];
  const tried = (count: number): void => {
    sinceTold += count;
    sinceStep += count;
    if (sinceTold < STEP) return;
    sinceTold = 0;
    told(documents, of);
  };
  return {
    tried,
    done: (count) => {
      documents += count;
      tried(count);
    },
    isStep: () => sinceStep >= SMALL_STEP,
    step: () => {
      sinceStep = 0;
      return { done: documents, of };
    },
    ended: () => {
      told(of, of);
    },
  };
}
