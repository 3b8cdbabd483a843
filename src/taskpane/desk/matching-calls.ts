import type { MatchingDesk } from '../pane-matching';
import type { MatchingParts } from './matching-parts';

/** The comparison with the books. Its code comes when it is first asked for. */
export function createMatchingCalls(parts: MatchingParts, compare: () => void): MatchingDesk {
  const { onBook } = parts;
  return {
    startMatching: () => onBook(async () => (await matching()).startMatching(parts)),
    matching: () => onBook(async (live) => (await matching()).lookAtMatching(parts, live)),
    showCategory: (category) => onBook(async (live) => (await showing()).showCategory(parts, live, category)),
    showAllRows: () => onBook(async (live) => (await showing()).showAllRows(parts, live)),
    previewMatching: (categories) =>
      onBook(async (live) => (await matching()).previewMatching(parts, live, categories)),
    applyMatching: (preview) => onBook(async (live) => (await matching()).applyMatching(parts, live, preview)),
    matchOf: (place) => onBook(async (live) => (await records()).matchOf(parts, live, place, compare)),
    nearTo: (place) => onBook(async (live) => (await records()).nearTo(parts, live, place)),
    link: (place, near) => onBook(async (live) => (await records()).link(parts, live, place, near)),
    unlink: (place) => onBook(async (live) => (await records()).unlink(parts, live, place)),
    exportMemory: () => onBook(async (live) => (await records()).exportMemory(parts, live)),
    importMemory: (file) => onBook(async (live) => (await records()).importMemory(parts, live, file)),
  };
}

/** How the comparison comes to be made where it is not known: once for whatever there is to compare, whoever asks. */
export function createIdleComparison(parts: MatchingParts): () => void {
  let begun: number | undefined;
  return () => {
    const { matched } = parts;
    const own = matched.version();
    if (begun === own || matched.refusal() !== undefined) return;
    begun = own;
    // What could not be fetched is tried again by whoever asks next.
    void idle()
      .then(({ compareIdle }) => compareIdle(parts))
      .catch(() => undefined)
      .then(() => {
        if (begun === own) begun = undefined;
      });
  };
}

const idle = () => import(/* webpackChunkName: "matching" */ './compare-idle');
const matching = () => import(/* webpackChunkName: "matching" */ './matching-work');
const showing = () => import(/* webpackChunkName: "matching" */ './show-category');
const records = () => import(/* webpackChunkName: "matching" */ './match-records');
