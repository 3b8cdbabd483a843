import type { Values } from '../../core/kernel/fill';
import { say, type WordId } from '../../core/kernel/pane-words';
import type { Status } from '../../core/language/row';
import type { BulkAsk, BulkPreview } from '../../core/tasks/decide';
import type { RowSpan } from '../../core/workbook';
import type { PaneStore } from './pane-store';

/** A bulk action as it was previewed: applying takes exactly this, whatever the user looks at by then. */
export interface BulkPlan {
  readonly status: Status;
  readonly ask: BulkAsk;
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
  const warn = (id: WordId, values?: Values): void =>
    store.show({ intent: 'warning', text: say(id, values), undo: false });
  return {
    async previewBulk(status, ask, which) {
      const view = await store.quick(async () => ({
        kind: 'done',
        value: await workbook.view({ shown: true }),
      }));
      if (view === undefined) return undefined;
      const { sheet } = view;
      const shown = view.shown ?? [];
      // Who filters and then selects means what he sees.
      const rows = which === 'shown' ? shown : overlap(view.selected, shown);
      const known = await store.quick(() => desk.hasRecords(sheet));
      if (known === undefined) return undefined;
      if (!known) warn('bulk-no-sheet');
      else if (rows.length === 0) warn('bulk-no-rows');
      else {
        const preview = await store.work(say('work-preview'), () => desk.preview(ask, rows, sheet));
        if (preview === undefined) return undefined;
        if (holdsNothing(preview)) {
          warn(which === 'selected' ? 'bulk-no-record' : 'bulk-none-shown', { sheet });
          return undefined;
        }
        const hidden = which === 'shown' ? 0 : rowsIn(view.selected) - rowsIn(rows);
        const left = { reason: say('bulk-hidden'), records: hidden };
        return { status, ask, preview: hidden === 0 ? preview : { ...preview, leftOut: [...preview.leftOut, left] } };
      }
      return undefined;
    },
    async applyBulk({ status, ask, preview }) {
      const decided = await store.work(say('work-bulk'), () => desk.decide(ask, preview));
      if (decided === undefined) return false;
      const text = say(doneWords[status], { records: decided.records });
      store.show({ intent: 'success', text, undo: true });
      return true;
    },
  };
}

/** Only headings or blank rows: there was nothing to decide about, and nothing left out. */
function holdsNothing({ records, same, leftOut }: BulkPreview): boolean {
  return records + same + leftOut.length === 0;
}

function rowsIn(spans: readonly RowSpan[]): number {
  return spans.reduce((sum, { rows }) => sum + rows, 0);
}

/** Rows that are in both; each side in order and without overlaps of its own. */
function overlap(a: readonly RowSpan[], b: readonly RowSpan[]): RowSpan[] {
  const both: RowSpan[] = [];
  let at = 0;
  for (const span of a) {
    const end = span.row + span.rows;
    while (at < b.length && (b[at]?.row ?? 0) + (b[at]?.rows ?? 0) <= span.row) at += 1;
    for (let other = at; other < b.length; other += 1) {
      const { row, rows } = b[other] ?? { row: end, rows: 0 };
      if (row >= end) break;
      const from = Math.max(row, span.row);
      both.push({ row: from, rows: Math.min(row + rows, end) - from });
    }
  }
  return both;
}
