import { say, type WordId } from '../../core/kernel/pane-words';
import type { Status } from '../../core/language/row';
import type { BulkAsk, BulkPreview } from '../../core/tasks/decide';
import type { RowSpan } from '../../core/workbook';
import type { PaneStore } from './pane-store';
import { countOf } from './phrases';

/** A bulk action as it was previewed: applying takes exactly this, whatever the user looks at by then. */
export interface BulkPlan {
  readonly status: Status;
  readonly ask: BulkAsk;
  readonly sheet: string;
  readonly rows: readonly RowSpan[];
  readonly preview: BulkPreview;
}

export interface BulkActions {
  readonly previewBulk: (status: Status, ask: BulkAsk, which: 'selected' | 'shown') => Promise<BulkPlan | undefined>;
  /** true where it was done */
  readonly applyBulk: (plan: BulkPlan) => Promise<boolean>;
}

const doneWords = {
  Accepted: 'bulk-accepted',
  Rejected: 'bulk-rejected',
  Pending: 'bulk-kept-pending',
  'No Action': 'bulk-back',
} as const satisfies Record<Status, WordId>;

export function bulkActions(store: PaneStore): BulkActions {
  const { desk, workbook } = store.host;
  const warn = (id: WordId): void => store.show({ intent: 'warning', text: say(id), undo: false });
  return {
    async previewBulk(status, ask, which) {
      const view = await store.quick(async () => ({
        kind: 'done',
        value: await workbook.view({ shown: which === 'shown' }),
      }));
      if (view === undefined) return undefined;
      const { sheet } = view;
      const rows = which === 'shown' ? (view.shown ?? []) : view.selected;
      if (!(store.state().overview?.sheets.some((known) => known.sheet === sheet) ?? false)) warn('bulk-no-sheet');
      else if (rows.length === 0) warn('bulk-no-rows');
      else {
        const preview = await store.work(say('work-preview'), () => desk.preview(ask, rows, sheet));
        if (preview !== undefined) return { status, ask, sheet, rows, preview };
      }
      return undefined;
    },
    async applyBulk({ status, ask, rows, sheet }) {
      const decided = await store.work(say('work-bulk'), () => desk.decide(ask, rows, sheet));
      if (decided === undefined) return false;
      const text = say(doneWords[status], { records: countOf.records(decided.records) });
      store.show({ intent: 'success', text, undo: true });
      return true;
    },
  };
}
