import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { say } from '../../core/kernel/pane-words';
import type { Progressing } from '../pane-host';
import type { PaneState } from '../state/pane-state';
import { useLayout } from './layout';

const useStyles = makeStyles({
  bar: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    // Work that ends at once should not flash.
    animationName: { from: { opacity: 0 }, to: { opacity: 1 } },
    animationDelay: '250ms',
    animationDuration: '100ms',
    animationFillMode: 'both',
  },
  line: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'center', justifyContent: 'space-between' },
});

interface Props {
  readonly work: NonNullable<PaneState['work']>;
  readonly progress: Progressing | undefined;
  readonly onStop: () => void;
}

export function WorkBar({ work, progress, onStop }: Props) {
  const styles = useStyles();
  const layout = useLayout();
  const label = useId();
  const share = progress === undefined || progress.of === 0 ? undefined : Math.min(1, progress.done / progress.of);
  return (
    <section className={styles.bar} aria-label={say('work-label')}>
      <div className={styles.line}>
        <span id={label} className={layout.text}>
          {textOf(work, share)}
        </span>
        {work.canStop && (
          <Button size="small" onClick={onStop} disabledFocusable={work.stopping}>
            {say('cancel')}
          </Button>
        )}
      </div>
      <ProgressBar aria-labelledby={label} {...(share === undefined ? {} : { value: share })} />
    </section>
  );
}

function textOf({ what, stopping }: Props['work'], share: number | undefined): string {
  if (stopping) return say('work-stopping');
  return share === undefined
    ? say('work-begun', { what })
    : say('work-percent', { what, percent: Math.floor(share * 100) });
}
