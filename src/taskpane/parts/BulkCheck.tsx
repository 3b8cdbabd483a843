import { mergeClasses } from '@fluentui/react-components';
import { say, type WordId } from '../../core/kernel/pane-words';
import { inRupees } from '../../core/kernel/money';
import type { Status } from '../../core/language/row';
import type { BulkPlan } from '../state/bulk-actions';
import { usePane } from '../state/use-pane';
import { useLayout } from './layout';
import { PreviewCheck } from './PreviewCheck';

const wouldWords = {
  Accepted: 'bulk-would-accept',
  Rejected: 'bulk-would-reject',
  Pending: 'bulk-would-pending',
  'No Action': 'bulk-would-no-action',
} as const satisfies Record<Status, WordId>;

/** A bulk action before it is done. */
export function BulkCheck({ plan, onLeave }: { readonly plan: BulkPlan; readonly onLeave: () => void }) {
  const { act } = usePane();
  const layout = useLayout();
  const { preview, status } = plan;
  const { sheet, records, taxable, tax } = preview;
  return (
    <PreviewCheck preview={preview} onApply={() => act.applyBulk(plan)} onLeave={onLeave}>
      <p className={mergeClasses(layout.text, layout.strong)}>
        {records === 0
          ? say('bulk-would-nothing', { sheet })
          : say(wouldWords[status], { sheet, records, tax: inRupees(tax) })}
      </p>
      {records > 0 && <p className={layout.muted}>{say('bulk-taxable', { amount: inRupees(taxable) })}</p>}
    </PreviewCheck>
  );
}
