import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Beaker20Regular } from '@fluentui/react-icons/svg/beaker';
import { say } from '../core/kernel/pane-words';

const useStyles = makeStyles({
  empty: {
    position: 'absolute',
    inset: 0,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    backgroundColor: tokens.colorNeutralBackground2,
    padding: tokens.spacingHorizontalXXL,
  },
  title: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, margin: 0 },
  steps: { maxWidth: '460px', lineHeight: tokens.lineHeightBase400 },
});

/** In the place of the sheets, as long as there are none. */
export function NoWorkbook({ busy, onSample }: { readonly busy: boolean; readonly onSample: () => void }) {
  const styles = useStyles();
  return (
    <div className={styles.empty}>
      <h2 className={styles.title}>{say('bench-no-book')}</h2>
      <ul className={styles.steps}>
        <li>{say('bench-no-book-1')}</li>
        <li>{say('bench-no-book-2')}</li>
        <li>{say('bench-no-book-3')}</li>
      </ul>
      <Button appearance="primary" icon={<Beaker20Regular />} disabledFocusable={busy} onClick={onSample}>
        {say('bench-sample')}
      </Button>
    </div>
  );
}
