import { Button, mergeClasses } from '@fluentui/react-components';
import { say, type WordId } from '../../core/kernel/pane-words';
import type { Status } from '../../core/language/row';
import type { BulkPlan } from '../state/bulk-actions';
import { isBusy } from '../state/pane-state';
import { inRupees } from '../state/phrases';
import { usePane } from '../state/use-pane';
import { useLayout } from './layout';

const wouldWords = {
  Accepted: 'bulk-would-accept',
  Rejected: 'bulk-would-reject',
  Pending: 'bulk-would-pending',
  'No Action': 'bulk-would-no-action',
} as const satisfies Record<Status, WordId>;

/** What would change, how much that is in rupees, and what stays as it is and why. */
export function BulkCheck({ plan, onLeave }: { readonly plan: BulkPlan; readonly onLeave: () => void }) {
  const { state, act } = usePane();
  const layout = useLayout();
  const waits = isBusy(state);
  const { preview, status } = plan;
  const { sheet, records, tax, taxable, same, leftOut } = preview;
  const apply = async (): Promise<void> => {
    if (await act.applyBulk(plan)) onLeave();
  };
  return (
    <div className={layout.stack}>
      <div className={layout.tight}>
        <p className={mergeClasses(layout.text, layout.strong)}>
          {records === 0
            ? say('bulk-would-nothing', { sheet })
            : say(wouldWords[status], { sheet, records, tax: inRupees(tax) })}
        </p>
        {records > 0 && <p className={layout.muted}>{say('bulk-taxable', { amount: inRupees(taxable) })}</p>}
        {same > 0 && <p className={layout.muted}>{say('bulk-same', { records: same })}</p>}
      </div>
      {leftOut.length > 0 && (
        <section className={layout.tight}>
          <h3 className={layout.heading}>{say('bulk-left-out')}</h3>
          <ul className={layout.list}>
            {leftOut.map(({ reason, records: count }) => (
              <li key={reason} className={layout.text}>
                {say('bulk-left-out-line', { records: count, reason })}
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className={layout.row}>
        {records > 0 && (
          <Button appearance="primary" disabledFocusable={waits} onClick={() => void apply()}>
            {say('bulk-apply')}
          </Button>
        )}
        <Button disabledFocusable={waits} onClick={onLeave}>
          {say('cancel')}
        </Button>
      </div>
    </div>
  );
}
