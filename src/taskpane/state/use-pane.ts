import { createContext, useContext, useSyncExternalStore } from 'react';
import type { PaneActions } from './pane-actions';
import type { PaneState } from './pane-state';
import type { PaneStore } from './pane-store';

export interface Pane {
  readonly store: PaneStore;
  readonly act: PaneActions;
}

export const PaneContext = createContext<Pane | undefined>(undefined);

/** What the pane knows and what it can do. */
export function usePane(): { readonly state: PaneState; readonly act: PaneActions } {
  const pane = useContext(PaneContext);
  if (pane === undefined) throw new Error('A screen stands outside of the pane');
  const state = useSyncExternalStore(pane.store.watch, pane.store.state);
  return { state, act: pane.act };
}
