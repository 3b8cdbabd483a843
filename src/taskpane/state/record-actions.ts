import { say } from '../../core/kernel/pane-words';
import type { Answers } from '../../core/language/row';
import type { Card } from '../../core/tasks/card';
import type { RowSpan } from '../../core/workbook';
import type { PaneStore } from './pane-store';
import { actionWords } from './phrases';

export interface Written {
  readonly done: boolean;
  /** why the rules keep it out of the row; blank where the pane has said already what went wrong */
  readonly held: string;
}

export interface RecordActions {
  readonly answer: (card: Card, answers: Partial<Answers>) => Promise<Written>;
  /** to the record above (-1) or below (1) among the rows that the filter shows */
  readonly step: (card: Card, direction: 1 | -1) => Promise<void>;
}

export function recordActions(store: PaneStore): RecordActions {
  const { desk, workbook } = store.host;
  return {
    async answer(card, answers) {
      const { sheet, row, id } = card;
      const decided = await store.quick(() => desk.answer({ sheet, row, id }, answers));
      if (decided === undefined) return { done: false, held: '' };
      const [left] = decided.leftOut;
      if (left !== undefined) return { done: false, held: left.reason };
      const { status } = answers;
      if (status !== undefined && status !== '') {
        store.announce(say('record-answered', { number: card.number, status: say(actionWords[status].heading) }));
      }
      return { done: true, held: '' };
    },
    async step({ sheet, row }, direction) {
      const found = await store.quick(async () => {
        const view = await workbook.view({ shown: true });
        const shown = view.sheet === sheet ? view.shown : undefined;
        const next = shown === undefined ? row + direction : neighbour(shown, row, direction);
        return next === undefined ? { kind: 'done', value: undefined } : await desk.card({ sheet, row: next });
      });
      if (found === undefined) {
        store.announce(say('record-last'));
        return;
      }
      store.set({ card: found });
      await store.quick(() => desk.show({ sheet: found.sheet, row: found.row }, null));
    },
  };
}

/** The nearest shown row above or below. */
function neighbour(shown: readonly RowSpan[], row: number, direction: 1 | -1): number | undefined {
  let nearest: number | undefined;
  for (const span of shown) {
    const last = span.row + span.rows - 1;
    const candidate = direction === 1 ? Math.max(span.row, row + 1) : Math.min(last, row - 1);
    if (candidate < span.row || candidate > last) continue;
    if (nearest === undefined || (candidate - nearest) * direction < 0) nearest = candidate;
  }
  return nearest;
}
