import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left';
import { useEffect, useRef, type ReactNode } from 'react';
import { say } from '../../core/kernel/pane-words';
import { usePane } from '../state/use-pane';
import { LONGEST, useFolded } from '../state/use-folded';
import { FoldButton } from './FoldButton';
import { useLayout } from './layout';
import { Theirs } from './Theirs';

const useStyles = makeStyles({
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    outlineStyle: 'none',
    flexGrow: 1,
    minWidth: 0,
  },
  head: { display: 'flex', gap: tokens.spacingHorizontalXS, alignItems: 'flex-start' },
  back: { flexShrink: 0, minWidth: '32px', marginTop: '-5px', marginLeft: '-6px' },
});

interface Props {
  readonly title: string;
  /** the title is a stranger's, and may be of any length */
  readonly theirs?: boolean;
  /** shown to those who listen alone, where the screen explains itself */
  readonly quiet?: boolean;
  readonly onBack?: () => void;
  /** small controls at the end of the heading's line */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A screen under its heading. The heading takes the focus only where the step to this screen lost it. */
export function ScreenFrame({ title, theirs = false, quiet = false, onBack, aside, children }: Props) {
  const styles = useStyles();
  const layout = useLayout();
  const { state } = usePane();
  const heading = useRef<HTMLHeadingElement>(null);
  const { moved } = state;
  const { shown, fold } = useFolded(title, theirs ? LONGEST : title.length);
  useEffect(() => {
    if (!moved || heading.current === null) return;
    showTop(heading.current);
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (lost && document.hasFocus()) beginAt(heading.current);
  }, [moved]);
  return (
    <div className={layout.stack}>
      <div className={mergeClasses(styles.head, quiet && layout.hidden)}>
        {onBack !== undefined && (
          <Button
            className={styles.back}
            appearance="subtle"
            icon={<ArrowLeft20Regular />}
            aria-label={say('back')}
            onClick={onBack}
          />
        )}
        {/* Microsoft's library moves the focus on Tab from one element of the tab order to the next, and out of the pane
            from any other: while the heading has the focus it is one of them. */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it follows the focus, nothing can be pressed */}
        <h2
          ref={heading}
          tabIndex={-1}
          className={styles.title}
          onFocus={({ currentTarget }) => (currentTarget.tabIndex = 0)}
          onBlur={({ currentTarget }) => (currentTarget.tabIndex = -1)}
        >
          <span title={fold && title}>
            <Theirs text={shown} />
          </span>
        </h2>
        {aside}
      </div>
      {fold !== undefined && <FoldButton fold={fold} />}
      {children}
    </div>
  );
}

/** A screen is shown from its top, wherever the one before was scrolled to. */
function showTop(heading: HTMLHeadingElement): void {
  const screen = heading.closest('[data-part="screen"]');
  for (const part of [screen, screen?.parentElement]) part?.scrollTo({ top: 0 });
}

/** Focuses the heading of a screen that is shown from its top: by itself the browser would stop somewhere before. */
function beginAt(heading: HTMLHeadingElement): void {
  heading.focus({ preventScroll: true });
  if (heading.getBoundingClientRect().bottom > innerHeight) heading.scrollIntoView({ block: 'nearest' });
}
