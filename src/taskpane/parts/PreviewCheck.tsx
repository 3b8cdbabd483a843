import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { say } from '../../core/kernel/pane-words';
import type { BulkPreview } from '../../core/tasks/decide';
import { isBusy } from '../state/pane-state';
import { usePane } from '../state/use-pane';
import { useLayout } from './layout';

interface Props {
  readonly preview: BulkPreview;
  /** true where it was done */
  readonly onApply: () => Promise<boolean>;
  readonly onLeave: () => void;
  /** what would change */
  readonly children: ReactNode;
}

/** What would change, and what stays as it is and why. */
export function PreviewCheck({ preview, onApply, onLeave, children }: Props) {
  const { state } = usePane();
  const layout = useLayout();
  const waits = isBusy(state);
  const { records, same, leftOut } = preview;
  const apply = async (): Promise<void> => {
    if (await onApply()) onLeave();
  };
  return (
    <div className={layout.stack}>
      <div className={layout.tight}>
        {children}
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
