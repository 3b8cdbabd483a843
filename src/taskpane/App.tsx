import { FluentProvider, makeStaticStyles, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import { say } from '../core/kernel/pane-words';
import { FaultBoundary } from './parts/FaultBoundary';
import { NARROW, NARROW_OF, useLayout } from './parts/layout';
import { Notice } from './parts/Notice';
import { PaneHeader } from './parts/PaneHeader';
import { ScreenTabs } from './parts/ScreenTabs';
import { SilentStrip } from './parts/SilentStrip';
import { themes } from './parts/theme';
import { UndoBar } from './parts/UndoBar';
import { WorkBar } from './parts/WorkBar';
import { CurrentScreen } from './screens/CurrentScreen';
import { isBusy } from './state/pane-state';
import { asksForRegister } from './state/register-actions';
import { useFileDrop } from './state/use-file-drop';
import { usePane } from './state/use-pane';
import { STRIP_HEIGHT, useStripHeight } from './state/use-strip-height';

const usePage = makeStaticStyles({ 'html, body, #root': { height: '100%', margin: 0 } });

/** Zoomed, a pane is too low for a header that stays: only the strip does. */
const LOW = '@media (max-height: 560px)';

const useStyles = makeStyles({
  provider: { ...NARROW_OF, height: '100%' },
  dark: { colorScheme: 'dark' },
  pane: {
    position: 'relative',
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    [LOW]: {
      display: 'block',
      overflowY: 'auto',
      scrollPaddingTop: `calc(${STRIP_HEIGHT} + 8px)`,
      scrollPaddingBottom: '80px',
    },
  },
  strip: { [LOW]: { position: 'sticky', top: 0, zIndex: 1 } },
  main: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    overflowX: 'hidden',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXL}`,
    [NARROW]: {
      padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXXL}`,
    },
    [LOW]: { overflowY: 'visible' },
  },
  message: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0`,
    [LOW]: {
      position: 'sticky',
      top: STRIP_HEIGHT,
      zIndex: 2,
      paddingBottom: tokens.spacingVerticalS,
      // The screen scrolls below it, and must not be seen beside it.
      backgroundColor: tokens.colorNeutralBackground1,
    },
  },
  work: { [LOW]: { position: 'sticky', bottom: 0 } },
  drop: {
    position: 'absolute',
    inset: tokens.spacingHorizontalS,
    zIndex: 2,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    textAlign: 'center',
    padding: tokens.spacingVerticalXXL,
    border: `2px dashed ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    pointerEvents: 'none',
  },
});

/** `isPart` where the page around the pane has a main part of its own. */
export function App({ isPart = false }: { readonly isPart?: boolean }) {
  usePage();
  const styles = useStyles();
  const layout = useLayout();
  const { state, act } = usePane();
  const over = useFileDrop(act.openDropped);
  const { overview, message, undo, work } = state;
  const busy = isBusy(state);
  const Screen = (isPart ? 'div' : 'main') as 'main';
  const main = useRef<HTMLElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const strip = useRef<HTMLElement>(null);
  const isOurs = overview?.isOurs === true;
  useStripHeight(pane, strip, isOurs);
  // The button that was pressed goes with its message; the focus must not fall back to the top of the pane.
  const refocus = (): void => main.current?.querySelector('h2')?.focus({ preventScroll: true });
  const takeBack = undo === null || busy ? undefined : () => void act.undo().then(refocus);
  const dismiss = (): void => {
    act.dismiss();
    refocus();
  };
  return (
    <FluentProvider
      theme={themes[state.theme]}
      className={mergeClasses(styles.provider, state.theme !== 'light' && styles.dark)}
    >
      <FaultBoundary>
        <div ref={pane} className={styles.pane}>
          <PaneHeader overview={overview} />
          {isOurs && (
            <SilentStrip ref={strip} overview={overview} comparing={state.comparing} className={styles.strip} />
          )}
          <ScreenTabs screen={state.screen} onGo={act.go} />
          {message !== undefined && (
            <div className={styles.message}>
              <Notice
                message={message}
                onDismiss={dismiss}
                onUndo={message.undo && undo !== null ? takeBack : undefined}
              />
            </div>
          )}
          <Screen ref={main} data-part="screen" className={mergeClasses(styles.main, layout.stack)} aria-busy={busy}>
            <CurrentScreen />
          </Screen>
          {undo !== null && message?.undo !== true && <UndoBar undo={undo} onUndo={takeBack} />}
          {work !== undefined && (
            <div className={styles.work}>
              <WorkBar work={work} progress={state.progress} onStop={act.stop} />
            </div>
          )}
          <div className={layout.hidden} aria-live="polite">
            <span key={state.said.times}>{state.said.text}</span>
          </div>
          {over && (
            <div className={styles.drop}>
              {say(asksForRegister(state) ? 'register-drop' : isPart ? 'bench-drop' : 'pane-drop')}
            </div>
          )}
        </div>
      </FaultBoundary>
    </FluentProvider>
  );
}
