import { say } from '../../core/kernel/pane-words';
import type { RegisterChange, RegisterLook } from '../../core/reconcile/register/opened-register';
import type { PortalFile } from '../pane-desk';
import type { RegisterSource } from '../pane-register';
import { isOurs, type PaneState } from './pane-state';
import type { PaneStore } from './pane-store';

export interface RegisterActions {
  /** asks for a file or a sheet */
  readonly chooseRegister: () => Promise<void>;
  readonly openRegister: (source: RegisterSource) => Promise<void>;
  readonly changeRegister: (change: RegisterChange) => Promise<void>;
  readonly takeRegister: () => Promise<void>;
}

/** Endings of what accounting programs export. */
export const TABLE_FILES = '.xlsx,.xlsm,.xls,.csv,.tsv,.txt,.htm,.html,.xml';

/** The user is choosing a register, or looking at one. */
export function asksForRegister({ result }: PaneState): boolean {
  return result?.kind.startsWith('register') === true;
}

/** A dropped table is a register where there are records to compare with. */
export function mayBeRegister(state: PaneState, { name }: PortalFile): boolean {
  const ending = /\.\w+$/.exec(name.toLowerCase())?.[0] ?? '';
  return isOurs(state) && ['.xlsx', '.xlsm', '.xls', '.csv', '.tsv'].includes(ending);
}

export function registerActions(store: PaneStore): RegisterActions {
  const { desk } = store.host;
  const show = (look: RegisterLook): void => {
    const { documents, unreadable } = look.shown.counts;
    store.announce(say('register-said', { documents, unreadable }));
  };
  return {
    async chooseRegister() {
      const sources = await store.work(say('work-register-sources'), () => desk.registerSources());
      if (sources !== undefined)
        store.set({ result: { kind: 'register-source', sources }, screen: 'home', moved: true });
    },
    async openRegister(source) {
      const look = await store.work(say('work-register'), () => desk.openRegister(source));
      if (look === undefined) return;
      store.set({ result: { kind: 'register', look }, screen: 'home', moved: true });
      show(look);
    },
    async changeRegister(change) {
      const look = await store.quick(() => desk.changeRegister(change));
      // He may have gone elsewhere meanwhile.
      if (look === undefined || store.state().result?.kind !== 'register') return;
      store.set({ result: { kind: 'register', look } });
      show(look);
    },
    async takeRegister() {
      const taken = await store.work(say('work-register-take'), () => desk.takeRegister());
      if (taken === undefined) return;
      store.set({ result: { kind: 'register-taken', taken }, screen: 'home', moved: true });
      store.announce(say('register-done', { documents: taken.sums.documents, name: taken.name }));
    },
  };
}
