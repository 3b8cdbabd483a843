import { Button, makeStyles, tokens, Toolbar, useRestoreFocusTarget } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download';
import { DocumentAdd20Regular } from '@fluentui/react-icons/svg/document-add';
import { FolderOpen20Regular } from '@fluentui/react-icons/svg/folder-open';
import { PanelRight20Regular } from '@fluentui/react-icons/svg/panel-right';
import { useSyncExternalStore } from 'react';
import { say } from '../core/kernel/pane-words';
import { FileButton } from '../taskpane/parts/FileButton';
import type { Bench } from './bench';
import { Keys, onThisComputer } from './Keys';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '40px',
    padding: `0 ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  // At 150 % zoom the name of the workbook has its place in the same line.
  tools: {
    padding: 0,
    flexWrap: 'wrap',
    '& button': { minWidth: 'auto', padding: `0 ${tokens.spacingHorizontalS}` },
  },
  name: { margin: '0 0 0 auto', display: 'flex', gap: tokens.spacingHorizontalS, minWidth: 0 },
  file: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  unsaved: { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap' },
});

interface Props {
  readonly bench: Bench;
  readonly isFolded: boolean;
  readonly onFold: () => void;
}

/** The workbook's file: its name, and what can be done with it. */
export function FileBar({ bench, isFolded, onFold }: Props) {
  const styles = useStyles();
  const { work, isEmpty, isUnsaved, name } = useSyncExternalStore(bench.watch, bench.state);
  const busy = work !== undefined;
  // Where the focus goes back to when a question that one of these asks is answered.
  const restored = useRestoreFocusTarget();
  return (
    <header data-part="bar" className={styles.bar}>
      <h1 className={styles.title}>{say('bench-title')}</h1>
      <Toolbar size="small" aria-label={say('bench-bar')} className={styles.tools}>
        <FileButton
          appearance="subtle"
          icon={<FolderOpen20Regular />}
          disabledFocusable={busy}
          {...restored}
          text={say('bench-open')}
          accept=".xlsx"
          multiple={false}
          onFiles={([file]) => file !== undefined && void bench.open(file)}
        />
        <Button
          appearance="subtle"
          icon={<ArrowDownload20Regular />}
          disabledFocusable={busy || isEmpty}
          {...restored}
          onClick={() => void bench.save()}
        >
          {say('bench-save')}
        </Button>
        {!isEmpty && (
          <Button
            appearance="subtle"
            icon={<DocumentAdd20Regular />}
            disabledFocusable={busy}
            {...restored}
            onClick={() => void bench.startAnew()}
          >
            {say('bench-anew')}
          </Button>
        )}
        {!isEmpty && (
          <Button
            appearance="subtle"
            icon={<PanelRight20Regular />}
            aria-expanded={!isFolded}
            title={onThisComputer(say('bench-fold-title'))}
            onClick={onFold}
          >
            {say('bench-fold')}
          </Button>
        )}
        <Keys />
      </Toolbar>
      {!isEmpty && (
        <p className={styles.name}>
          <bdi className={styles.file}>{name}</bdi>
          {isUnsaved && <span className={styles.unsaved}>{say('bench-unsaved')}</span>}
        </p>
      )}
    </header>
  );
}
