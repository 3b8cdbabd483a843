import { createRoot } from 'react-dom/client';
import { App } from './App';
import type { PaneHost } from './pane-host';
import { createPaneActions } from './state/pane-actions';
import { createPaneStore } from './state/pane-store';
import { PaneContext } from './state/use-pane';

/** Draws the pane into an element, as a page of its own or a part of one; returns the way to take it out again. */
export function mountPane(element: HTMLElement, host: PaneHost, isPart = false): () => void {
  const store = createPaneStore(host);
  const act = createPaneActions(store);
  const root = createRoot(element);
  root.render(
    <PaneContext value={{ store, act }}>
      <App isPart={isPart} />
    </PaneContext>,
  );
  const opened = act.open();
  // A command that comes while the workbook is still being read waits for that.
  const stopCommands = host.watchCommands((command) => void opened.then(() => act.run(command)));
  return () => {
    stopCommands();
    store.end();
    root.unmount();
  };
}
