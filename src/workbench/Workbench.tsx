import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { say } from '../core/kernel/pane-words';
import type { PortalFile } from '../taskpane/pane-desk';
import type { PaneCommand, ThemeName } from '../taskpane/pane-host';
import { themes } from '../taskpane/parts/theme';
import type { Bench } from './bench';
import { DiscardDialog } from './DiscardDialog';
import { FileBar } from './FileBar';
import { Messages } from './Messages';
import { NoWorkbook } from './NoWorkbook';
import { PaneBeside } from './PaneBeside';
import { watchSystemTheme } from './system-theme';
import { useBesideGrid } from './use-beside-grid';
import { useFocus } from './use-focus';
import { usePageKeys } from './use-page-keys';

const useStyles = makeStyles({
  // Not of the provider itself: dialogs would get it too and cover the page.
  page: { height: '100vh', display: 'flex', flexDirection: 'column', minHeight: 0 },
  both: { flex: 1, display: 'flex', minHeight: 0 },
  sheets: { flex: 1, minWidth: 0, position: 'relative', display: 'flex' },
  grid: { flex: 1, minWidth: 0, height: '100%' },
  pane: {
    // The sheets need the room more: their frozen columns alone take 500 pixels, and Home has 1050 of them.
    width: 'clamp(240px, 22vw, 350px)',
    flexShrink: 0,
    overflow: 'hidden',
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** The page: a bar for files, the grid, and the task pane beside it. */
export function Workbench({ bench, grid }: { readonly bench: Bench; readonly grid: HTMLElement }) {
  const styles = useStyles();
  const state = useSyncExternalStore(bench.watch, bench.state);
  const { book, isEmpty, isUnsaved, work, asked, name } = state;
  const theme = useTheme();
  const place = useRef<HTMLDivElement>(null);
  /** what the pane takes commands by, as it does from the ribbon */
  const [commands] = useState(() => new Set<(command: PaneCommand) => void>());
  useEffect(() => place.current?.replaceChildren(grid), [grid]);
  useWarning(isUnsaved);
  const [wantsFolded, setFolded] = useState(false);
  // Without a workbook the pane is all there is to begin with.
  const isFolded = wantsFolded && !isEmpty;
  const fold = useCallback(() => {
    if (bench.state().isEmpty) return;
    // The keys must not stay with what nobody sees.
    if (document.activeElement?.closest('[data-part=pane]')) bench.focusCells();
    setFolded((was) => !was);
  }, [bench]);
  const aside = useRef<HTMLElement>(null);
  useBesideGrid(aside);
  usePageKeys(bench, fold);
  useFocus(state, bench.focusCells);
  const onGstin = useCallback((gstin: string) => bench.suggestName(`IMS_${gstin}`), [bench]);
  const takeDropped = useCallback(
    (files: readonly PortalFile[]) => {
      const isTaken = bench.takeDropped(files);
      // What the pane makes of the others must be seen.
      if (!isTaken && files.length > 0) setFolded(false);
      return isTaken;
    },
    [bench],
  );
  const trySample = async (): Promise<void> => {
    const { SAMPLE_GSTIN, sampleFile } = await import('./sample');
    for (const run of commands) run({ open: [sampleFile()], gstin: SAMPLE_GSTIN });
  };
  return (
    <FluentProvider theme={themes[theme]}>
      <div className={styles.page}>
        <FileBar bench={bench} isFolded={isFolded} onFold={fold} />
        <Messages bench={bench} />
        <div className={styles.both}>
          <main data-part="sheets" className={styles.sheets} aria-label={say('bench-sheets')}>
            <div ref={place} className={styles.grid} />
            {isEmpty && <NoWorkbook busy={work !== undefined} onSample={() => void trySample()} />}
          </main>
          <aside ref={aside} data-part="pane" aria-label={say('bench-pane')} className={styles.pane} hidden={isFolded}>
            <PaneBeside
              key={book}
              workbook={bench.workbook}
              commands={commands}
              onGstin={onGstin}
              takeDropped={takeDropped}
              className={styles.grid}
            />
          </aside>
        </div>
      </div>
      <DiscardDialog
        open={asked !== undefined}
        question={say('bench-discard', { name })}
        yes={say('bench-discard-yes')}
        no={say('bench-discard-no')}
        onAnswer={(discard) => void bench.answer(discard)}
      />
    </FluentProvider>
  );
}

function useTheme(): ThemeName {
  const [theme, setTheme] = useState<ThemeName>('light');
  useEffect(() => watchSystemTheme(setTheme), []);
  return theme;
}

/** The browser asks before it closes a tab with changes that are not saved. */
function useWarning(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isUnsaved]);
}
