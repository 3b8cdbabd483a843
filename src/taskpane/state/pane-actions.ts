import { say } from '../../core/kernel/pane-words';
import type { Settings } from '../../core/language/settings';
import type { Checked, ImportOutcome, PortalFile, RowPlace } from '../pane-desk';
import type { Delivery, PaneCommand } from '../pane-host';
import { bulkActions, type BulkActions } from './bulk-actions';
import { matchingActions, type MatchingActions } from './matching-actions';
import type { Refusal } from '../../core/kernel/result';
import type { Doubt, Result, Screen } from './pane-state';
import type { PaneStore } from './pane-store';
import { checkedText, errorsText, standing } from './phrases';
import { recordActions, type RecordActions } from './record-actions';
import { asksForRegister, mayBeRegister, registerActions, type RegisterActions } from './register-actions';

export interface UploadText {
  readonly name: string;
  readonly text: string;
}

/** What the user can do, whether by a button of the pane or of the ribbon. */
export interface PaneActions extends RecordActions, BulkActions, RegisterActions, MatchingActions {
  readonly open: () => Promise<void>;
  /** `gstin`: whose the files are, where they do not say it */
  readonly importFiles: (files: readonly PortalFile[], gstin?: string) => Promise<void>;
  /** after the desk's doubt about a download was read */
  readonly importAllTheSame: (doubt: Doubt) => Promise<void>;
  readonly openErrors: (file: PortalFile) => Promise<void>;
  /** files of any kind: an error file says itself that it is one */
  readonly openDropped: (files: readonly PortalFile[]) => Promise<void>;
  readonly validateSheet: () => Promise<void>;
  readonly validateAll: () => Promise<void>;
  readonly generate: () => Promise<void>;
  readonly run: (command: PaneCommand) => Promise<void>;
  readonly showChecked: (checked: Checked) => void;
  /** undefined where the file is out of date; then the pre-flight is made again */
  readonly deliver: (file: UploadText, preFlight: number) => Promise<Delivery | undefined>;
  readonly copy: (file: UploadText, preFlight: number) => Promise<boolean | undefined>;
  readonly saveSettings: (settings: Settings) => Promise<void>;
  readonly goTo: (place: RowPlace, heading: string | null) => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly go: (screen: Screen) => void;
  readonly back: () => void;
  readonly dismiss: () => void;
  readonly announce: (text: string) => void;
  readonly stop: () => void;
}

export function createPaneActions(store: PaneStore): PaneActions {
  const { host } = store;
  const { desk } = host;

  const open = (result: Result): void => store.set({ result, screen: 'home', moved: true });

  const showChecked = (checked: Checked): void => {
    open({ kind: 'checked', checked });
    store.announce(checkedText(checked.sheet, checked.errors, checked.warnings));
  };

  const showImport = (outcome: ImportOutcome): void => {
    open({ kind: 'import', outcome });
    const records = Object.values(outcome.report.sheets).reduce((sum, counts) => sum + standing(counts), 0);
    store.announce(say('import-said', { records }));
  };

  /** Opens downloads. A doubt of the desk is asked about; `orErrors` takes what turns out to be an error file. */
  async function bring(
    files: readonly PortalFile[],
    gstin: string,
    sure: boolean,
    orErrors?: () => Promise<void>,
  ): Promise<void> {
    const outcome = await store.work<ImportOutcome | Refusal>(say('work-import'), async () => {
      const imported = await desk.importFiles(files, gstin, sure);
      if (imported.kind !== 'refused') return imported;
      const { refusal } = imported;
      const isTaken = refusal.id === 'merge-withdraws' || (refusal.id === 'is-error-file' && orErrors !== undefined);
      return isTaken ? { kind: 'done', value: refusal } : imported;
    });
    if (outcome === undefined) return;
    if ('report' in outcome) showImport(outcome);
    else if (outcome.id === 'is-error-file') await orErrors?.();
    else open({ kind: 'doubt', doubt: { refusal: outcome, files, gstin } });
  }

  async function check(sheet: string | undefined): Promise<void> {
    const what = sheet === undefined ? say('work-validate-all') : say('work-validate', { sheet });
    const checked = await store.work(what, () => desk.validate(sheet));
    if (checked !== undefined) showChecked(checked);
  }

  /** Makes an outdated file again instead of handing it out: sheet and upload must say the same. */
  async function isCurrent(preFlight: number): Promise<boolean> {
    const current = await store.quick(() => desk.isCurrent(preFlight));
    if (current !== false) return current === true;
    await actions.generate();
    store.show({ intent: 'warning', text: say('file-outdated'), undo: false });
    return false;
  }

  const actions: PaneActions = {
    ...recordActions(store),
    ...bulkActions(store),
    ...registerActions(store),
    ...matchingActions(store),
    async open() {
      const overview = await store.work(say('work-reading'), () => desk.open());
      if (overview !== undefined) {
        store.set({ opened: 'yes', overview });
        return;
      }
      // The screen says why, for as long as it is so.
      const { message, trouble } = store.state();
      store.set({ opened: 'failed', trouble: message?.text ?? trouble, message: undefined });
    },
    async importFiles(files, gstin = '') {
      await bring(files, gstin, false);
    },
    async openDropped(files) {
      const [first] = files;
      if (first === undefined) return;
      const { work } = store.state();
      if (work !== undefined) {
        // Another workbook must not come under work that goes on.
        store.show({ intent: 'warning', text: say('work-still', { what: work.what }), undo: false });
        return;
      }
      // Where a register is asked for, a workbook is one; elsewhere a page that opens workbooks comes first.
      const isRegisterAsked = asksForRegister(store.state());
      if (!isRegisterAsked && host.takeDropped?.(files) === true) return;
      if (files.length === 1 && (isRegisterAsked || mayBeRegister(store.state(), first)))
        await actions.openRegister({ file: first });
      else await bring(files, '', false, files.length === 1 ? () => actions.openErrors(first) : undefined);
    },
    async importAllTheSame({ files, gstin }) {
      await bring(files, gstin, true);
    },
    async openErrors(file) {
      const outcome = await store.work(say('work-errors'), () => desk.openErrors(file));
      if (outcome === undefined) return;
      open({ kind: 'errors', outcome });
      store.announce(errorsText(outcome.report));
    },
    async validateSheet() {
      const view = await store.quick(async () => ({ kind: 'done', value: await host.workbook.view() }));
      if (view === undefined) return;
      const known = await store.quick(() => desk.hasRecords(view.sheet));
      if (known === true) await check(view.sheet);
      else if (known === false) store.show({ intent: 'warning', text: say('no-record-sheet'), undo: false });
    },
    validateAll: () => check(undefined),
    async generate() {
      const preFlight = await store.work(say('work-generate'), () => desk.preFlight());
      if (preFlight !== undefined) open({ kind: 'generate', preFlight });
    },
    run(command) {
      if (typeof command === 'object') return actions.importFiles(command.open, command.gstin);
      if (command === 'validateSheet') return actions.validateSheet();
      return command === 'validateAllSheets' ? actions.validateAll() : actions.generate();
    },
    showChecked,
    async deliver(file, preFlight) {
      if (!(await isCurrent(preFlight))) return undefined;
      return store.work(say('work-deliver'), async () => ({ kind: 'done', value: await host.deliver(file) }), false);
    },
    async copy({ text }, preFlight) {
      if (!(await isCurrent(preFlight))) return undefined;
      return (await store.quick(async () => ({ kind: 'done', value: await host.copy(text) }))) ?? false;
    },
    async saveSettings(settings) {
      const overview = await store.work(say('work-settings'), () => desk.saveSettings(settings));
      // What it comes to is told by the desk, unless the workbook cannot be read for another reason.
      if (overview === undefined || store.state().trouble !== null) return;
      store.show({ intent: 'success', text: say('settings-saved'), undo: false });
    },
    async goTo(place, heading) {
      await store.quick(() => desk.show(place, heading));
    },
    async undo() {
      const done = await store.work(say('work-undo'), () => desk.undo());
      if (done === undefined) return;
      const text = say('undone', { records: done.records });
      const left = done.leftOut.map(({ reason, records }) => say('bulk-left-out-line', { records, reason }));
      store.show({ intent: left.length === 0 ? 'success' : 'warning', text: [text, ...left].join(' '), undo: false });
    },
    go: (screen) => store.set({ screen, result: undefined, message: undefined, moved: true }),
    back: () => store.set({ result: undefined, message: undefined, moved: true }),
    dismiss: () => store.set({ message: undefined }),
    announce: store.announce,
    stop: store.stop,
  };
  return actions;
}
