import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left';
import { useEffect, useRef, type ReactNode } from 'react';
import { say } from '../../core/kernel/pane-words';
import { usePane } from '../state/use-pane';
import { useLayout } from './layout';

const useStyles = makeStyles({
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    outlineStyle: 'none',
  },
  head: { display: 'flex', gap: tokens.spacingHorizontalXS, alignItems: 'flex-start', marginLeft: '-6px' },
  back: { flexShrink: 0, minWidth: '32px' },
  headed: { paddingTop: '5px' },
});

interface Props {
  readonly title: string;
  /** shown to those who listen alone, where the screen explains itself */
  readonly quiet?: boolean;
  readonly onBack?: () => void;
  readonly children: ReactNode;
}

/** A screen under its heading. The heading takes the focus only where the step to this screen lost it. */
export function ScreenFrame({ title, quiet = false, onBack, children }: Props) {
  const styles = useStyles();
  const layout = useLayout();
  const { state } = usePane();
  const heading = useRef<HTMLHeadingElement>(null);
  const { moved } = state;
  useEffect(() => {
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (moved && lost && document.hasFocus()) heading.current?.focus();
  }, [moved]);
  const shown = (
    <h2 ref={heading} tabIndex={-1} className={quiet ? layout.hidden : styles.title}>
      {title}
    </h2>
  );
  return (
    <div className={layout.stack}>
      {onBack === undefined ? (
        shown
      ) : (
        <div className={styles.head}>
          <Button
            className={styles.back}
            appearance="subtle"
            icon={<ArrowLeft20Regular />}
            aria-label={say('back')}
            onClick={onBack}
          />
          <div className={styles.headed}>{shown}</div>
        </div>
      )}
      {children}
    </div>
  );
}
