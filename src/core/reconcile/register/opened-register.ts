import { registerWords } from '../../kernel/match-words';
import { rawText, type RawSheet } from '../../kernel/raw-sheet';
import { done, refuse, type Result } from '../../kernel/result';
import { note as sentence } from '../../kernel/sentences';
import { guessesOf } from './guesses';
import type { Corrections, Layout } from './layout';
import { readRegister } from './read-register';
import type { RegisterDocument, RegisterReading, RowReason, SkippedWhy } from './reading';
import { recogniseLayout, withCorrections } from './recognise-layout';
import { recogniseSheets, type RecognisedSheet } from './recognise-sheets';
import { sumRegister, type RegisterSums } from './register-sums';
import { rememberLayout, type RememberedLayouts } from './remembered-layouts';
import { whyNone } from './why-none';

/** A register that the user looks at before he takes it: which sheets, and how they are read. */
export interface OpenedRegister {
  /** of the file, or of the sheet of the workbook */
  readonly name: string;
  /** one's own GSTIN */
  readonly recipient: string;
  /** those that can be read as a register first, else in the file's order */
  readonly sheets: readonly OpenedSheet[];
  /** name of the sheet that is looked at */
  readonly shown: string;
}

interface OpenedSheet extends RecognisedSheet {
  /** it is among those that are taken */
  readonly chosen: boolean;
  /** of the sheets that are looked at or chosen */
  readonly reading: RegisterReading | undefined;
}

/** What the user changes: the sheet he looks at, the sheets that are taken, how the one he looks at is read. */
export type RegisterChange =
  | { readonly show: string }
  | { readonly choose: readonly string[] }
  | { readonly correct: Corrections }
  /** all corrections of the sheet go, also those of an earlier time */
  | { readonly anew: true };

/** What is taken: nothing that crosses to another thread is larger than its documents. */
export interface TakenRegister {
  readonly name: string;
  readonly sheets: readonly TakenSheet[];
  readonly sums: RegisterSums;
}

export interface TakenSheet {
  readonly name: string;
  readonly layout: Layout;
  readonly documents: readonly RegisterDocument[];
  readonly unreadable: readonly RowReason[];
  readonly doubts: readonly RowReason[];
}

/** The first sheet that looks like a register is shown and chosen. There must be one sheet at least. */
export function openRegister(
  name: string,
  sheets: readonly RawSheet[],
  remembered: RememberedLayouts,
  recipient: string,
): OpenedRegister {
  const recognised = recogniseSheets(sheets, remembered);
  const opened = recognised.map((sheet, at) => ({ ...sheet, chosen: at === 0, reading: undefined }));
  return read({ name, recipient, sheets: opened, shown: recognised[0]?.sheet.name ?? '' });
}

export function changeRegister(register: OpenedRegister, change: RegisterChange): OpenedRegister {
  if ('show' in change) return read({ ...register, shown: change.show });
  if ('choose' in change) {
    const { choose } = change;
    return read({
      ...register,
      sheets: register.sheets.map((one) => ({ ...one, chosen: choose.includes(one.sheet.name) })),
    });
  }
  const sheets = register.sheets.map((one): OpenedSheet => {
    const { sheet, layout } = one;
    if (sheet.name !== register.shown) return one;
    return 'correct' in change
      ? { ...one, layout: withCorrections(sheet, layout, change.correct), reading: undefined }
      : { ...one, layout: recogniseLayout(sheet), recalled: false, reading: undefined };
  });
  return read({ ...register, sheets });
}

function read(register: OpenedRegister): OpenedRegister {
  const { recipient, shown } = register;
  const sheets = register.sheets.map((one): OpenedSheet => {
    const { sheet, layout, chosen, reading } = one;
    if (reading !== undefined || !(chosen || sheet.name === shown)) return one;
    return { ...one, reading: readRegister(sheet, layout, recipient) };
  });
  return { ...register, sheets };
}

/** A register as a person sees it. Long lists are cut; their counts are not. */
export interface RegisterLook {
  readonly name: string;
  readonly sheets: readonly {
    readonly name: string;
    readonly rows: number;
    /** it has the columns that a register must have */
    readonly looksRight: boolean;
    readonly chosen: boolean;
  }[];
  readonly shown: ShownSheet;
  /** of all sheets that are chosen */
  readonly sums: RegisterSums;
  readonly canBeTaken: boolean;
}

export interface ShownSheet {
  readonly name: string;
  readonly layout: Layout;
  /** it is read as the user corrected one with the same headings */
  readonly recalled: boolean;
  /** how much of the layout was guessed */
  readonly guesses: number;
  /** what stands in its first rows, by row */
  readonly top: readonly string[];
  /** the first of them */
  readonly documents: readonly RegisterDocument[];
  readonly unreadable: readonly RowReason[];
  readonly doubts: readonly RowReason[];
  readonly counts: Readonly<Record<'documents' | 'unreadable' | 'doubts' | SkippedWhy, number>>;
}

const FIRST_DOCUMENTS = 20;
const FIRST_ROWS = 500;
/** Rows among which the user looks for the headings, if they were not found further below. */
const TOP_ROWS = 30;
const TOP_LENGTH = 80;

export function lookAtRegister({ name, sheets, shown }: OpenedRegister): RegisterLook {
  const chosen = sheets.filter((one) => one.chosen);
  const documents = chosen.flatMap(({ reading }) => reading?.documents ?? []);
  return {
    name,
    sheets: sheets.map(({ sheet, layout, chosen: isChosen }) => ({
      name: sheet.name,
      rows: sheet.rows.length,
      looksRight: layout.missing.length === 0,
      chosen: isChosen,
    })),
    shown: lookAtSheet(sheets.find(({ sheet }) => sheet.name === shown)),
    sums: sumRegister(documents),
    canBeTaken: documents.length > 0 && chosen.every(({ layout }) => layout.missing.length === 0),
  };
}

function lookAtSheet(opened: OpenedSheet | undefined): ShownSheet {
  if (opened?.reading === undefined) throw new Error('The sheet that is looked at was not read.');
  const { sheet, layout, recalled, reading } = opened;
  const { documents, unreadable, doubts, skipped } = reading;
  const count = (why: SkippedWhy): number => skipped.filter((row) => row.why === why).length;
  const top = sheet.rows.slice(0, Math.max(TOP_ROWS, layout.headerRows?.last ?? 0));
  return {
    name: sheet.name,
    layout,
    recalled,
    guesses: guessesOf(layout).length,
    top: top.map((row) => row.map(rawText).filter(Boolean).join(' · ').slice(0, TOP_LENGTH)),
    documents: documents.slice(0, FIRST_DOCUMENTS),
    unreadable: unreadable.slice(0, FIRST_ROWS),
    doubts: doubts.slice(0, FIRST_ROWS),
    counts: {
      documents: documents.length,
      unreadable: unreadable.length,
      doubts: doubts.length,
      total: count('total'),
      heading: count('heading'),
      blank: count('blank'),
    },
  };
}

/** The documents of the chosen sheets, and what is remembered from now on. */
export function takeRegister(
  register: OpenedRegister,
  remembered: RememberedLayouts,
): Result<{ readonly taken: TakenRegister; readonly remembered: RememberedLayouts }> {
  const { name } = register;
  const chosen = register.sheets.filter((one) => one.chosen);
  const [first] = chosen;
  if (first === undefined) return refuse('register-no-documents', name, { why: sentence('register-none-chosen') });
  const lacking = chosen.find(({ layout }) => layout.missing.length > 0);
  if (lacking !== undefined) {
    const missing = lacking.layout.missing.map((field) => registerWords[field]).join(', ');
    return refuse('register-no-columns', name, { sheet: lacking.sheet.name, missing });
  }
  const sheets = chosen.map(({ sheet, layout, reading }): TakenSheet => {
    const { documents = [], unreadable = [], doubts = [] } = reading ?? {};
    return { name: sheet.name, layout, documents, unreadable, doubts };
  });
  const documents = sheets.flatMap((sheet) => sheet.documents);
  const unreadable = sheets.flatMap((sheet) => sheet.unreadable);
  if (documents.length === 0) return refuse('register-no-documents', name, { why: whyNone({ unreadable }) });
  return done({
    taken: { name, sheets, sums: sumRegister(documents) },
    remembered: chosen.reduce((kept, { key, layout }) => rememberLayout(kept, key, layout.corrections), remembered),
  });
}
