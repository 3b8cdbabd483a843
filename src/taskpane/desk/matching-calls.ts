import type { Progress, Workbook } from '../../core/workbook';
import type { MatchingDesk } from '../pane-matching';
import type { OnBook } from './answering';
import type { CarryOut } from './carry-out';
import type { DeskBook } from './desk-book';
import type { DeskVoice } from './desk-voice';
import type { MatchedKnown } from './matched';

export interface MatchingParts {
  readonly workbook: Workbook;
  readonly book: DeskBook;
  readonly matched: MatchedKnown;
  readonly voice: DeskVoice;
  readonly progress: Progress;
  readonly pause: (done: number, of: number) => Promise<void>;
  readonly onBook: OnBook;
  readonly carryOut: CarryOut;
  /** told before an answer is written */
  readonly changed: () => void;
}

/** The comparison with the books. Its code comes when it is first asked for. */
export function createMatchingCalls(parts: MatchingParts): MatchingDesk {
  const { onBook } = parts;
  return {
    startMatching: () => onBook(async () => (await matching()).startMatching(parts)),
    matching: () => onBook(async (live) => (await matching()).lookAtMatching(parts, live)),
    showCategory: (category) => onBook(async (live) => (await showing()).showCategory(parts, live, category)),
    previewMatching: (categories) =>
      onBook(async (live) => (await matching()).previewMatching(parts, live, categories)),
    applyMatching: (preview) => onBook(async (live) => (await matching()).applyMatching(parts, live, preview)),
    matchOf: (place) => onBook(async (live) => (await records()).matchOf(parts, live, place)),
    nearTo: (place) => onBook(async (live) => (await records()).nearTo(parts, live, place)),
    link: (place, near) => onBook(async (live) => (await records()).link(parts, live, place, near)),
    unlink: (place) => onBook(async (live) => (await records()).unlink(parts, live, place)),
    exportMemory: () => onBook(async (live) => (await records()).exportMemory(parts, live)),
    importMemory: (file) => onBook(async (live) => (await records()).importMemory(parts, live, file)),
  };
}

const matching = () => import('./matching-work');
const showing = () => import('./show-category');
const records = () => import('./match-records');
