import { useState } from 'react';
import { say } from '../../core/kernel/pane-words';
import { BulkCheck } from '../parts/BulkCheck';
import { BulkForm } from '../parts/BulkForm';
import { useLayout } from '../parts/layout';
import { ScreenFrame } from '../parts/ScreenFrame';
import type { BulkPlan } from '../state/bulk-actions';
import { isOurs } from '../state/pane-state';
import { usePane } from '../state/use-pane';
import { firstWish } from '../state/bulk-wish';

/** One action for many records, shown before it is done. */
export function BulkScreen() {
  const { state } = usePane();
  const layout = useLayout();
  const [wish, setWish] = useState(firstWish);
  const [plan, setPlan] = useState<BulkPlan>();
  if (!isOurs(state)) {
    return (
      <ScreenFrame title={say('bulk-title')}>
        <p className={layout.text}>{say('bulk-not-ours')}</p>
      </ScreenFrame>
    );
  }
  return plan === undefined ? (
    <ScreenFrame key="form" title={say('bulk-title')}>
      <BulkForm wish={wish} onWish={setWish} onPlan={setPlan} />
    </ScreenFrame>
  ) : (
    <ScreenFrame key="check" title={say('bulk-check-title')}>
      <BulkCheck plan={plan} onLeave={() => setPlan(undefined)} />
    </ScreenFrame>
  );
}
