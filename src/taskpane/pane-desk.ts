import type { UploadFile } from '../core/tasks/generate';
import type { Finding } from '../core/kernel/finding';
import type { BulkAsk, BulkPreview, Decided } from '../core/tasks/decide';
import type { Card } from '../core/tasks/card';
import type { ErrorsReport } from '../core/tasks/place-errors';
import type { ImportReport } from '../core/tasks/import-new';
import type { Overview } from '../core/tasks/overview';
import type { Settings } from '../core/language/settings';
import type { RowSpan } from '../core/workbook';
import type { Answers } from '../core/language/row';
import type { RegisterChange, RegisterLook } from '../core/reconcile/register/opened-register';
import type { MatchingDesk } from './pane-matching';
import type { Outcome, PortalFile, RecordPlace, RowPlace } from './pane-outcome';
import type { RegisterSource, RegisterSources, RegisterTaken } from './pane-register';

export type { Outcome, PortalFile, RecordPlace, RowPlace } from './pane-outcome';

export interface ImportOutcome {
  readonly report: ImportReport;
  /** true where the workbook had records before */
  readonly merged: boolean;
}

export interface Checked {
  /** the sheet that was checked; undefined for all */
  readonly sheet: string | undefined;
  readonly errors: number;
  readonly warnings: number;
  readonly sheets: readonly { readonly sheet: string; readonly errors: number; readonly warnings: number }[];
  /** the first of them, errors before warnings; `errors` and `warnings` count all */
  readonly findings: readonly Finding[];
  /** why no file could be made even without errors, and what to do; undefined where it could, or one sheet was checked */
  readonly noFile: string | undefined;
}

/** What the upload file will hold, before it is made. */
export interface PreFlight {
  /** to ask by, whether it is current */
  readonly number: number;
  readonly checked: Checked;
  /** the list of conditions; the file is made only when none failed */
  readonly conditions: readonly { readonly text: string; readonly state: 'passed' | 'failed' | 'look' }[];
  readonly sheets: readonly {
    readonly sheet: string;
    readonly accepted: number;
    readonly rejected: number;
    readonly pending: number;
    readonly noAction: number;
  }[];
  readonly records: number;
  readonly rejected: { readonly records: number; /** paise of tax */ readonly tax: number };
  /** rejections above this sum are confirmed by typing REJECT */
  readonly mustConfirm: boolean;
  readonly files: readonly Pick<UploadFile, 'name' | 'records' | 'actions' | 'text'>[];
}

/** The portal's messages and where they stand now. */
export interface ErrorsOutcome {
  readonly report: Omit<ErrorsReport, 'places'>;
  readonly places: ErrorsReport['places'];
}

/** What our own Undo would take back next; undefined where there is nothing. */
export interface UndoStep {
  readonly label: string;
  readonly records: number;
}

/** Told by the desk whenever it knows something new; the pane shows it and asks nothing. */
export interface DeskNews {
  readonly overview?: Overview;
  /** the records are compared with the books meanwhile; the overview is told anew when they are */
  readonly comparing?: boolean;
  readonly undo?: UndoStep | null;
  /** one sentence for the live region */
  readonly said?: string;
  /** something that the user must know although nothing was asked for; shown until it is closed */
  readonly warning?: string;
  /** why the workbook cannot be read as it stands, and what to do; null as soon as it can */
  readonly trouble?: string | null;
  /** what Home says of the settings, as far as it says known values; told where the workbook could not be opened */
  readonly settings?: Settings;
  /** the selected row, after the selection moved or the row was edited; null where no record is selected */
  readonly card?: Card | null;
}

/**
 * The work behind the pane: it runs in a Worker, on the same core as the command line, with the workbook at arm's length.
 * Every call that changes the workbook reports through `progress` and can be stopped between blocks.
 */
export interface PaneDesk extends MatchingDesk {
  open(): Promise<Outcome<Overview>>;
  /** `sure`: also where the download has none of the workbook's records */
  importFiles(files: readonly PortalFile[], gstin: string, sure: boolean): Promise<Outcome<ImportOutcome>>;
  openErrors(file: PortalFile): Promise<Outcome<ErrorsOutcome>>;
  /** true for a sheet of records; refused where the workbook cannot be read as it stands */
  hasRecords(sheet: string): Promise<Outcome<boolean>>;
  validate(sheet: string | undefined): Promise<Outcome<Checked>>;
  preFlight(): Promise<Outcome<PreFlight>>;
  /** false where the workbook changed since that pre-flight: its files say something else than the sheets */
  isCurrent(preFlight: number): Promise<Outcome<boolean>>;
  /** the card of a row; undefined where the row holds no record */
  card(place: RowPlace): Promise<Outcome<Card | undefined>>;
  /** answers one record; what is left out of `answers` stays as it is */
  answer(place: RecordPlace, answers: Partial<Answers>): Promise<Outcome<Decided>>;
  /** `sheet`: what the user looked at when the rows were taken; he may look elsewhere before he applies */
  preview(ask: BulkAsk, rows: readonly RowSpan[], sheet: string): Promise<Outcome<BulkPreview>>;
  /** does what was previewed, on the same records; refused where the preview is not true any more */
  decide(ask: BulkAsk, preview: BulkPreview): Promise<Outcome<Decided>>;
  undo(): Promise<Outcome<Decided>>;
  /** selects the cell of a row under a heading; without a heading the row's Status */
  show(place: RowPlace, heading: string | null): Promise<Outcome<undefined>>;
  registerSources(): Promise<Outcome<RegisterSources>>;
  /** looks at a purchase register; nothing is taken yet */
  openRegister(source: RegisterSource): Promise<Outcome<RegisterLook>>;
  changeRegister(change: RegisterChange): Promise<Outcome<RegisterLook>>;
  /** takes the register that is open, as it is read now, and remembers the corrections */
  takeRegister(): Promise<Outcome<RegisterTaken>>;
  saveSettings(settings: Settings): Promise<Outcome<Overview>>;
}
