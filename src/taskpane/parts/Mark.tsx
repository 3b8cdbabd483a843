import { mergeClasses, makeStyles } from '@fluentui/react-components';
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircle16Regular } from '@fluentui/react-icons/svg/error-circle';
import { Eye16Regular } from '@fluentui/react-icons/svg/eye';
import { Warning16Regular } from '@fluentui/react-icons/svg/warning';
import { say, type WordId } from '../../core/kernel/pane-words';
import { useLayout } from './layout';

const marks = {
  error: { Icon: ErrorCircle16Regular, look: 'error', word: 'error' },
  warning: { Icon: Warning16Regular, look: 'warning', word: 'warning' },
  passed: { Icon: CheckmarkCircle16Regular, look: 'success', word: 'condition-passed' },
  failed: { Icon: ErrorCircle16Regular, look: 'error', word: 'condition-failed' },
  look: { Icon: Eye16Regular, look: 'warning', word: 'condition-look' },
} as const satisfies Record<string, { Icon: unknown; look: string; word: WordId }>;

const useStyles = makeStyles({ icon: { flexShrink: 0, marginTop: '2px' } });

/** How a thing stands: a shape, a colour, and the word for those who see neither. */
export function Mark({ kind }: { readonly kind: keyof typeof marks }) {
  const styles = useStyles();
  const layout = useLayout();
  const { Icon, look, word } = marks[kind];
  return (
    <>
      <Icon className={mergeClasses(styles.icon, layout[look])} />
      <span className={layout.hidden}>{say(word)}: </span>
    </>
  );
}
