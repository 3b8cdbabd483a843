import { Button } from '@fluentui/react-components';
import { Suspense, useEffect } from 'react';
import { say } from '../../core/kernel/pane-words';
import { useLayout } from '../parts/layout';
import { loadAhead, onDemand } from '../parts/on-demand';
import { usePane } from '../state/use-pane';
import { HomeScreen } from './HomeScreen';

// Home alone is needed to begin; the other screens come when they are opened.
const BulkScreen = onDemand(() => import('./BulkScreen').then((screen) => screen.BulkScreen));
const CheckedScreen = onDemand(() => import('./CheckedScreen').then((screen) => screen.CheckedScreen));
const DoubtScreen = onDemand(() => import('./DoubtScreen').then((screen) => screen.DoubtScreen));
const ErrorsScreen = onDemand(() => import('./ErrorsScreen').then((screen) => screen.ErrorsScreen));
const GenerateScreen = onDemand(() => import('./GenerateScreen').then((screen) => screen.GenerateScreen));
const ImportScreen = onDemand(() => import('./ImportScreen').then((screen) => screen.ImportScreen));
const RecordScreen = onDemand(() => import('./RecordScreen').then((screen) => screen.RecordScreen));
const SettingsScreen = onDemand(() => import('./SettingsScreen').then((screen) => screen.SettingsScreen));

export function CurrentScreen() {
  const { state, act } = usePane();
  const layout = useLayout();
  const ready = state.opened !== 'not-yet';
  useEffect(() => {
    if (ready) loadAhead();
  }, [ready]);
  if (!ready) return <p className={layout.muted}>{say('pane-reading')}</p>;
  if (state.opened === 'failed') {
    return (
      <div className={layout.stack}>
        <p className={layout.text}>{say('pane-unreadable')}</p>
        <Button appearance="primary" onClick={() => void act.open()}>
          {say('pane-read-again')}
        </Button>
      </div>
    );
  }
  return <Suspense fallback={<p className={layout.muted}>{say('pane-opening')}</p>}>{screenOf(state)}</Suspense>;
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
