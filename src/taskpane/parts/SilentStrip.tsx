import { makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components';
import { CalendarClock16Regular } from '@fluentui/react-icons/svg/calendar-clock';
import { SpeakerMute16Regular } from '@fluentui/react-icons/svg/speaker-mute';
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import type { Ref } from 'react';
import { say } from '../../core/kernel/pane-words';
import { inRupees } from '../../core/kernel/money';
import type { Overview } from '../../core/tasks/overview';
import { dueText } from '../state/phrases';
import { useLayout } from './layout';

/** From so many days before the due date on, the line is drawn in bold. */
const SOON = 3;

const useStyles = makeStyles({
  strip: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    ...shorthands.borderColor(tokens.colorNeutralStroke2),
    borderTopStyle: 'solid',
    borderBottomStyle: 'solid',
    borderTopWidth: '1px',
    borderBottomWidth: '1px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
  },
  icon: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
  books: { display: 'block' },
  soon: { fontWeight: tokens.fontWeightSemibold },
});

interface Props {
  readonly overview: Overview;
  /** what the books have of it is being found out */
  readonly comparing: boolean;
  readonly className?: string;
  readonly ref?: Ref<HTMLElement>;
}

/** What happens by itself if the user does nothing, and until when. */
export function SilentStrip({ overview, comparing, className, ref }: Props) {
  const styles = useStyles();
  const layout = useLayout();
  const { silent, due } = overview;
  const none = silent.records === 0;
  const text = none
    ? say('strip-nothing-silent')
    : say(silent.tax < 0 ? 'strip-silent-less' : 'strip-silent', {
        records: silent.records,
        tax: inRupees(Math.abs(silent.tax)),
      });
  const SilentIcon = none ? CheckmarkCircle16Regular : SpeakerMute16Regular;
  return (
    <section ref={ref} className={mergeClasses(styles.strip, className)} aria-label={say('strip-label')}>
      <p className={mergeClasses(layout.text, layout.line)}>
        <SilentIcon className={styles.icon} />
        <span>
          {text}
          {!none && silent.notInBooks !== undefined && <span className={styles.books}>{booksText(silent)}</span>}
          {!none && silent.notInBooks === undefined && comparing && (
            <span className={styles.books}>{say('work-begun', { what: say('work-matching') })}</span>
          )}
        </span>
      </p>
      {due !== undefined && (
        <p className={mergeClasses(layout.text, layout.line, due.inDays <= SOON && styles.soon)}>
          <CalendarClock16Regular className={styles.icon} />
          <Due due={due} />
        </p>
      )}
    </section>
  );
}

function booksText({ records, tax, notInBooks }: Overview['silent']): string {
  const others = notInBooks ?? { records: 0, tax: 0 };
  return say('strip-books', {
    records: records - others.records,
    tax: inRupees(tax - others.tax),
    others: others.records,
    othersTax: inRupees(others.tax),
  });
}

/** The day, with its brackets, stays in one piece where the line is too short. */
function Due({ due }: { readonly due: NonNullable<Overview['due']> }) {
  const layout = useLayout();
  const [before = '', day = '', after = ''] = dueText(due).split(new RegExp(`(\\S*${due.day}\\S*)`));
  return (
    <span>
      {before}
      <span className={layout.whole}>{day}</span>
      {after}
    </span>
  );
}
