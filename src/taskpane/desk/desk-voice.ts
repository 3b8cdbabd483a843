import { cardOf, type Card } from '../../core/tasks/card';
import { refusalSentences, type Refusal } from '../../core/kernel/result';
import { emptyOverview } from '../../core/tasks/empty-overview';
import { overviewOf, type Overview } from '../../core/tasks/overview';
import type { DeskNews, RowPlace } from '../pane-desk';
import type { DeskBook, Now } from './desk-book';
import type { LiveBook } from './live-book';
import type { MatchedKnown } from './matched';
import type { UndoSteps } from './undo-steps';

/** What the desk tells the pane of its own accord. */
export interface DeskVoice {
  readonly overview: () => Overview;
  readonly cardAt: (book: LiveBook, place: RowPlace) => Card | undefined;
  /** the row to show from now on */
  readonly show: (place: RowPlace | undefined) => void;
  /** like `all`, told where the workbook could be read: what was wrong with it before is over */
  readonly card: () => void;
  readonly all: () => void;
  /** something that went wrong without being asked for; said once until it is over, and no record is shown meanwhile */
  readonly warn: (refusal: Refusal) => void;
}

export function createVoice(
  book: DeskBook,
  undos: UndoSteps,
  matched: MatchedKnown,
  now: Now,
  tell: (news: DeskNews) => void,
  compare: () => void,
): DeskVoice {
  let shown: RowPlace | undefined;
  let warned = '';
  /** the pane knows what the workbook holds: nothing went wrong since it was told */
  let isTold = false;
  const overview = (): Overview => {
    const live = book.known();
    if (live === undefined) return emptyOverview;
    return overviewOf(live.book, live.answered.values(), now().today, matched.of(live.book));
  };
  const cardAt: DeskVoice['cardAt'] = (live, { sheet, row }) => {
    const target = live.sheet(sheet);
    const claimed = target === undefined ? undefined : live.rows(target, [{ row, rows: 1 }]).claimed[0];
    return claimed === undefined ? undefined : cardOf(live.around, claimed, live.originalOf);
  };
  const cardNews = (): DeskNews => {
    const live = book.known();
    return { card: shown === undefined || live === undefined ? null : (cardAt(live, shown) ?? null) };
  };
  /** What the sheets show of a comparison, the strip says too: it is made again where it is not known. */
  const isComparing = (): boolean => {
    const known = book.known()?.book;
    if (known?.isCompared !== true || matched.of(known) !== undefined) return false;
    compare();
    return matched.refusal() === undefined;
  };
  const all = (): void => {
    warned = '';
    isTold = book.known() !== undefined;
    const step = undos.next();
    const undo = step === undefined ? null : { label: step.label, records: step.records };
    tell({ trouble: null, ...(isTold && { overview: overview(), comparing: isComparing() }), undo, ...cardNews() });
  };
  return {
    overview,
    cardAt,
    show: (place) => {
      shown = place;
    },
    card: () => {
      if (isTold) tell({ trouble: null, ...cardNews() });
      else all();
    },
    all,
    warn: (refusal) => {
      const trouble = refusalSentences(refusal);
      if (trouble !== warned) tell({ trouble, card: null });
      warned = trouble;
      isTold = false;
    },
  };
}
