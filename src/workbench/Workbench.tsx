import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogSurface,
  DialogTitle,
  FluentProvider,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  ProgressBar,
  tokens,
  Toolbar,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download';
import { Beaker20Regular } from '@fluentui/react-icons/svg/beaker';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { DocumentAdd20Regular } from '@fluentui/react-icons/svg/document-add';
import { FolderOpen20Regular } from '@fluentui/react-icons/svg/folder-open';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { momentOf } from '../boundary/moment';
import { say } from '../core/kernel/pane-words';
import { themes } from '../taskpane/parts/theme';
import type { PaneCommand, ThemeName } from '../taskpane/pane-host';
import type { Bench } from './bench';
import { Keys } from './Keys';
import { PaneBeside } from './PaneBeside';
import { watchSystemTheme } from './system-theme';
import { useFocus } from './use-focus';

const useStyles = makeStyles({
  // Not of the provider itself: dialogs would get it too and cover the page.
  page: { height: '100vh', display: 'flex', flexDirection: 'column', minHeight: 0 },
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
  tools: { padding: 0, flexWrap: 'wrap' },
  name: { margin: '0 0 0 auto', display: 'flex', gap: tokens.spacingHorizontalS, minWidth: 0 },
  file: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  unsaved: { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap' },
  both: { flex: 1, display: 'flex', minHeight: 0 },
  sheets: { flex: 1, minWidth: 0, position: 'relative', display: 'flex' },
  grid: { flex: 1, minWidth: 0, height: '100%' },
  pane: {
    // Zoomed, the sheets need the room more: their frozen columns alone take 500 pixels.
    width: 'clamp(240px, 27vw, 350px)',
    flexShrink: 0,
    overflow: 'hidden',
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
  },
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
  emptyTitle: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, margin: 0 },
  emptySteps: { maxWidth: '460px', lineHeight: tokens.lineHeightBase400 },
});

const COMMANDS = new Set<(command: PaneCommand) => void>();

/** The page: a bar for files, the grid, and the task pane beside it. */
export function Workbench({ bench, grid }: { readonly bench: Bench; readonly grid: HTMLElement }) {
  const styles = useStyles();
  const state = useSyncExternalStore(bench.watch, bench.state);
  const theme = useTheme();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.replaceChildren(grid), [grid]);
  useWarning(state.isUnsaved);
  useKeys(bench);
  useFocus(state, bench.focusCells);
  const restored = useRestoreFocusTarget();
  const onGstin = useCallback((gstin: string) => bench.suggestName(`IMS_${gstin}`), [bench]);
  const busy = state.work !== undefined;
  return (
    <FluentProvider theme={themes[theme]}>
      <div className={styles.page}>
        <header data-part="bar" className={styles.bar}>
          <h1 className={styles.title}>{say('bench-title')}</h1>
          <Toolbar size="small" aria-label={say('bench-bar')} className={styles.tools}>
            <OpenButton bench={bench} busy={busy} />
            <Button
              appearance="subtle"
              icon={<ArrowDownload20Regular />}
              disabledFocusable={busy || state.isEmpty}
              {...restored}
              onClick={() => void bench.save()}
            >
              {say('bench-save')}
            </Button>
            {!state.isEmpty && (
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
            <Keys />
          </Toolbar>
          {!state.isEmpty && (
            <p className={styles.name}>
              <bdi className={styles.file}>{state.name}</bdi>
              {state.isUnsaved && <span className={styles.unsaved}>{say('bench-unsaved')}</span>}
            </p>
          )}
        </header>
        <Messages bench={bench} />
        <div className={styles.both}>
          <main data-part="sheets" className={styles.sheets} aria-label={say('bench-sheets')}>
            <div ref={place} className={styles.grid} />
            {state.isEmpty && <Empty busy={busy} />}
          </main>
          <aside data-part="pane" aria-label={say('bench-pane')} className={styles.pane}>
            <PaneBeside
              key={state.book}
              workbook={bench.workbook}
              commands={COMMANDS}
              onGstin={onGstin}
              className={styles.grid}
            />
          </aside>
        </div>
      </div>
      <Dialog open={state.asked !== undefined} onOpenChange={(_, { open }) => !open && void bench.answer(false)}>
        <DialogSurface>
          <DialogBody>
            <DialogTitle>{say('bench-discard', { name: state.name })}</DialogTitle>
            <DialogActions>
              <Button appearance="primary" onClick={() => void bench.answer(false)}>
                {say('bench-discard-no')}
              </Button>
              <Button onClick={() => void bench.answer(true)}>{say('bench-discard-yes')}</Button>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </FluentProvider>
  );
}

async function trySample(): Promise<void> {
  const { SAMPLE_GSTIN, sampleFile } = await import('./sample');
  for (const run of COMMANDS) run({ open: [sampleFile()], gstin: SAMPLE_GSTIN });
}

function OpenButton({ bench, busy }: { readonly bench: Bench; readonly busy: boolean }) {
  const restored = useRestoreFocusTarget();
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        appearance="subtle"
        icon={<FolderOpen20Regular />}
        disabledFocusable={busy}
        {...restored}
        onClick={() => field.current?.click()}
      >
        {say('bench-open')}
      </Button>
      <input
        ref={field}
        type="file"
        accept=".xlsx"
        hidden
        tabIndex={-1}
        aria-label={say('bench-open')}
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = '';
          if (file !== undefined) void bench.open(file);
        }}
      />
    </>
  );
}

function Empty({ busy }: { readonly busy: boolean }) {
  const styles = useStyles();
  return (
    <div className={styles.empty}>
      <h2 className={styles.emptyTitle}>{say('bench-no-book')}</h2>
      <ul className={styles.emptySteps}>
        <li>{say('bench-no-book-1')}</li>
        <li>{say('bench-no-book-2')}</li>
        <li>{say('bench-no-book-3')}</li>
      </ul>
      <Button appearance="primary" icon={<Beaker20Regular />} disabledFocusable={busy} onClick={() => void trySample()}>
        {say('bench-sample')}
      </Button>
    </div>
  );
}

function Messages({ bench }: { readonly bench: Bench }) {
  const { work, message, kept } = useSyncExternalStore(bench.watch, bench.state);
  return (
    <>
      {work !== undefined && (
        <div role="status">
          <MessageBar>
            <MessageBarBody>{say('work-begun', { what: work.what })}</MessageBarBody>
          </MessageBar>
          <ProgressBar value={work.done} max={Math.max(1, work.of)} aria-label={work.what} />
        </div>
      )}
      {message !== undefined && (
        <MessageBar intent={message.intent} layout="multiline">
          <MessageBarBody>
            <bdi>{message.text}</bdi>
          </MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button
                appearance="transparent"
                icon={<Dismiss16Regular />}
                aria-label={say('dismiss')}
                onClick={bench.dismiss}
              />
            }
          />
        </MessageBar>
      )}
      {kept.map((one) => (
        <MessageBar key={one.id} intent="info">
          <MessageBarBody>{say('bench-kept', { name: one.name, at: spoken(one.at) })}</MessageBarBody>
          <MessageBarActions>
            <Button onClick={() => void bench.resume(one)}>{say('bench-resume')}</Button>
            <Button onClick={() => void bench.erase(one)}>{say('bench-erase')}</Button>
          </MessageBarActions>
        </MessageBar>
      ))}
    </>
  );
}

function spoken(at: number): string {
  const { today, time } = momentOf(new Date(at));
  return `${today} ${time}`;
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

/** Ctrl+S saves the workbook, not the page; F6 goes from the bar to the sheets to the pane, as in Excel: Tab stays in the sheets. */
function useKeys(bench: Bench): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.altKey) return;
      if (event.key === 'F6') {
        event.preventDefault();
        event.stopPropagation();
        goOn(event.shiftKey ? -1 : 1);
        return;
      }
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      if (!bench.state().isEmpty) void bench.save();
    };
    addEventListener('keydown', press, true);
    return () => removeEventListener('keydown', press, true);
  }, [bench]);
}

/** The parts of the page that F6 goes through, and in each what takes the keys: of the sheets their cells, if there are any. */
const PARTS = [
  ['[data-part=bar]', 'button[tabindex="0"]'],
  ['[data-part=sheets]', '#__editor___INTERNAL_EDITOR__DOCS_NORMAL'],
  ['[data-part=pane]', 'nav button'],
] as const;

function goOn(step: 1 | -1): void {
  const at = PARTS.findIndex(([part]) => document.activeElement?.closest(part));
  const from = at >= 0 || step < 0 ? Math.max(at, 0) : -1;
  const [part, first] = PARTS[(from + step + PARTS.length) % PARTS.length] ?? PARTS[0];
  const place = document.querySelector(part);
  (place?.querySelector<HTMLElement>(first) ?? place?.querySelector('button'))?.focus();
}
