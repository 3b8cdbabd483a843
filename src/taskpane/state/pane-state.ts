import type { Card } from '../../core/tasks/card';
import type { Refusal } from '../../core/kernel/result';
import type { RefusalId } from '../../core/kernel/sentences';
import type { Overview } from '../../core/tasks/overview';
import type { Settings } from '../../core/language/settings';
import type { Checked, ErrorsOutcome, ImportOutcome, PortalFile, PreFlight, UndoStep } from '../pane-desk';
import type { RegisterLook } from '../../core/reconcile/register/opened-register';
import type { RegisterSources, RegisterTaken } from '../pane-register';
import type { Progressing, ThemeName } from '../pane-host';
import type { MatchingLook } from '../pane-matching';

export const screens = ['home', 'record', 'bulk', 'settings'] as const;
export type Screen = (typeof screens)[number];

/** What a piece of work came to; it lies over Home until the user goes back. */
export type Result =
  | { readonly kind: 'doubt'; readonly doubt: Doubt }
  | { readonly kind: 'import'; readonly outcome: ImportOutcome }
  | { readonly kind: 'checked'; readonly checked: Checked }
  | { readonly kind: 'generate'; readonly preFlight: PreFlight }
  | { readonly kind: 'errors'; readonly outcome: ErrorsOutcome }
  | { readonly kind: 'register-source'; readonly sources: RegisterSources }
  | { readonly kind: 'register'; readonly look: RegisterLook }
  | { readonly kind: 'register-taken'; readonly taken: RegisterTaken }
  | { readonly kind: 'matching'; readonly look: MatchingLook };

export interface Message {
  readonly intent: 'info' | 'success' | 'warning' | 'error';
  readonly text: string;
  /** what was done can be taken back right here */
  readonly undo: boolean;
  /** it speaks of the workbook as it stands, and goes when that can be read again */
  readonly ofBook?: boolean;
}

/** Refusals of a workbook as it stands, whatever was asked for. */
export const bookRefusals: ReadonlySet<RefusalId> = new Set([
  'sheet-missing',
  'sheet-renamed',
  'heading-missing',
  'heading-twice',
  'setting-wrong',
]);

/** A download that the user is asked about before it is merged. */
export interface Doubt {
  readonly refusal: Refusal;
  readonly files: readonly PortalFile[];
  readonly gstin: string;
}

export interface PaneState {
  readonly theme: ThemeName;
  readonly opened: 'not-yet' | 'yes' | 'failed';
  readonly overview: Overview | undefined;
  /** the desk compares with the books while nothing is asked of it */
  readonly comparing: boolean;
  /** as far as Home says them, where the workbook could not be opened */
  readonly settings: Settings | undefined;
  readonly screen: Screen;
  readonly result: Result | undefined;
  /** true once the user went from one screen to another: then the new heading may take a focus that was lost */
  readonly moved: boolean;
  readonly card: Card | null;
  readonly undo: UndoStep | null;
  readonly message: Message | undefined;
  /** why the workbook cannot be read as it stands; null where it can */
  readonly trouble: string | null;
  /** work that takes its time: controls wait for it */
  readonly work: { readonly what: string; readonly canStop: boolean; readonly stopping: boolean } | undefined;
  readonly progress: Progressing | undefined;
  /** for the live region; the number tells two equal sentences apart */
  readonly said: { readonly text: string; readonly times: number };
}

export const firstState: PaneState = {
  theme: 'light',
  opened: 'not-yet',
  overview: undefined,
  comparing: false,
  settings: undefined,
  screen: 'home',
  result: undefined,
  moved: false,
  card: null,
  undo: null,
  message: undefined,
  trouble: null,
  work: undefined,
  progress: undefined,
  said: { text: '', times: 0 },
};

/** True where something runs that the user's next step must wait for. */
export function isBusy(state: PaneState): boolean {
  return state.work !== undefined;
}

export function isOurs(state: PaneState): boolean {
  return state.overview?.isOurs ?? false;
}
