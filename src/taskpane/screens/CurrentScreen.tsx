import { Button } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { say } from '../../core/kernel/pane-words';
import { useLayout } from '../parts/layout';
import { usePane } from '../state/use-pane';
import { HomeScreen } from './HomeScreen';

// Home alone is needed to begin; the other screens come when they are opened.
const BulkScreen = lazy(() => import('./BulkScreen').then(({ BulkScreen }) => ({ default: BulkScreen })));
const CheckedScreen = lazy(() => import('./CheckedScreen').then(({ CheckedScreen }) => ({ default: CheckedScreen })));
const ErrorsScreen = lazy(() => import('./ErrorsScreen').then(({ ErrorsScreen }) => ({ default: ErrorsScreen })));
const GenerateScreen = lazy(() =>
  import('./GenerateScreen').then(({ GenerateScreen }) => ({ default: GenerateScreen })),
);
const ImportScreen = lazy(() => import('./ImportScreen').then(({ ImportScreen }) => ({ default: ImportScreen })));
const RecordScreen = lazy(() => import('./RecordScreen').then(({ RecordScreen }) => ({ default: RecordScreen })));
const SettingsScreen = lazy(() =>
  import('./SettingsScreen').then(({ SettingsScreen }) => ({ default: SettingsScreen })),
);

export function CurrentScreen() {
  const { state, act } = usePane();
  const layout = useLayout();
  if (state.opened === 'not-yet') return <p className={layout.muted}>{say('pane-reading')}</p>;
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
