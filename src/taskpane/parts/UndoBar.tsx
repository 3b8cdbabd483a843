import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowUndo16Regular } from '@fluentui/react-icons/svg/arrow-undo';
import { say } from '../../core/kernel/pane-words';
import type { UndoStep } from '../pane-desk';
import { beginOf } from '../state/use-folded';
import { useLayout } from './layout';

const useStyles = makeStyles({
  bar: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

interface Props {
  readonly undo: UndoStep;
  /** undefined while other work runs */
  readonly onUndo: (() => void) | undefined;
}

/** Stands at the foot, so that nothing moves under the pointer when there is something to take back. */
export function UndoBar({ undo, onUndo }: Props) {
  const styles = useStyles();
  const layout = useLayout();
  return (
    <section className={styles.bar} aria-label={say('undo-label')}>
      <Button
        className={mergeClasses(layout.wrapping, layout.startAligned)}
        appearance="subtle"
        size="small"
        icon={<ArrowUndo16Regular />}
        disabledFocusable={onUndo === undefined}
        onClick={onUndo}
      >
        {say('undo-of', { label: beginOf(undo.label) })}
      </Button>
    </section>
  );
}
