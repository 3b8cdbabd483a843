import { Button, mergeClasses } from '@fluentui/react-components';
import { Suspense, useEffect, type ReactNode } from 'react';
import { say } from '../../core/kernel/pane-words';
import { useLayout } from '../parts/layout';
import { loadAhead, onDemand } from '../parts/on-demand';
import { isBusy } from '../state/pane-state';
import { usePane } from '../state/use-pane';
import { HomeScreen } from './HomeScreen';

// Home alone is needed to begin; the other screens come when they are opened.
const BulkScreen = onDemand(() => import('./BulkScreen').then((screen) => screen.BulkScreen));
const CheckedScreen = onDemand(() => import('./CheckedScreen').then((screen) => screen.CheckedScreen));
const DoubtScreen = onDemand(() => import('./DoubtScreen').then((screen) => screen.DoubtScreen));
const ErrorsScreen = onDemand(() => import('./ErrorsScreen').then((screen) => screen.ErrorsScreen));
const GenerateScreen = onDemand(() => import('./GenerateScreen').then((screen) => screen.GenerateScreen));
const ImportScreen = onDemand(() => import('./ImportScreen').then((screen) => screen.ImportScreen));
const ReconcileScreen = onDemand(() => import('./ReconcileScreen').then((screen) => screen.ReconcileScreen));
const RecordScreen = onDemand(() => import('./RecordScreen').then((screen) => screen.RecordScreen));
const RegisterScreen = onDemand(() => import('./RegisterScreen').then((screen) => screen.RegisterScreen));
const RegisterSourceScreen = onDemand(() =>
  import('./RegisterSourceScreen').then((screen) => screen.RegisterSourceScreen),
);
const RegisterTakenScreen = onDemand(() =>
  import('./RegisterTakenScreen').then((screen) => screen.RegisterTakenScreen),
);
const SettingsScreen = onDemand(() => import('./SettingsScreen').then((screen) => screen.SettingsScreen));

export function CurrentScreen() {
  const { state } = usePane();
  const layout = useLayout();
  const ready = state.opened !== 'not-yet';
  useEffect(() => {
    if (ready) loadAhead();
  }, [ready]);
  if (!ready) return <p className={layout.muted}>{say('pane-reading')}</p>;
  if (state.opened === 'failed') return <Unreadable />;
  return <Opened>{screenOf(state)}</Opened>;
}

function Opened({ children }: { readonly children: ReactNode }) {
  const layout = useLayout();
  return <Suspense fallback={<p className={layout.muted}>{say('pane-opening')}</p>}>{children}</Suspense>;
}

/** Why the workbook cannot be read, for as long as it is so; the settings may be what is wrong with it. */
function Unreadable() {
  const { state, act } = usePane();
  const layout = useLayout();
  const { screen, settings, trouble } = state;
  return (
    <div className={layout.stack}>
      <div className={layout.tight} role="alert">
        <p className={mergeClasses(layout.text, layout.strong)}>{say('pane-unreadable')}</p>
        {trouble !== null && <p className={layout.text}>{trouble}</p>}
      </div>
      <Button appearance="primary" disabledFocusable={isBusy(state)} onClick={() => void act.open()}>
        {say('pane-read-again')}
      </Button>
      {screen === 'settings' && settings !== undefined && (
        <Opened>
          <SettingsScreen />
        </Opened>
      )}
    </div>
  );
}

function screenOf({ result, screen }: ReturnType<typeof usePane>['state']) {
  switch (result?.kind) {
    case 'import':
      return <ImportScreen outcome={result.outcome} />;
    case 'doubt':
      return <DoubtScreen doubt={result.doubt} />;
    case 'checked':
      return <CheckedScreen key={result.checked.sheet ?? ''} checked={result.checked} />;
    case 'generate':
      return <GenerateScreen preFlight={result.preFlight} />;
    case 'errors':
      return <ErrorsScreen outcome={result.outcome} />;
    case 'register-source':
      return <RegisterSourceScreen sources={result.sources} />;
    case 'register':
      return <RegisterScreen key={result.look.name} look={result.look} />;
    case 'register-taken':
      return <RegisterTakenScreen taken={result.taken} />;
    case 'matching':
      return <ReconcileScreen look={result.look} />;
    case undefined:
      break;
  }
  switch (screen) {
    case 'home':
      return <HomeScreen />;
    case 'record':
      return <RecordScreen />;
    case 'bulk':
      return <BulkScreen />;
    case 'settings':
      return <SettingsScreen />;
  }
}
