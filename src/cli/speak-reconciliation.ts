import { formatRupees } from '../core/kernel/money';
import { sayReconcile } from '../core/kernel/reconcile-words';
import { note as sentence } from '../core/kernel/sentences';
import { categories, safeCategories } from '../core/reconcile/category';
import { countsOf } from '../core/reconcile/memory';
import { guessesOf } from '../core/reconcile/register/guesses';
import type { OpenedRegister } from '../core/reconcile/register/opened-register';
import type { RowReason } from '../core/reconcile/register/reading';
import type { ReconcileReport } from '../core/tasks/reconcile';
import type { ReconcileOptions } from './reconcile-options';
import { speakTable, type Voice } from './speak';

interface Context {
  readonly register: OpenedRegister;
  readonly workbook: string;
  readonly options: ReconcileOptions;
}

/** What a comparison came to: notes on standard error, the rest on standard output. */
export function speakReconciliation(voice: Voice, report: ReconcileReport, context: Context): void {
  const { workbook, options } = context;
  speakNotes(voice, report, context);
  speakComparison(voice, report, context);
  if ((options.apply ?? []).length > 0) voice.say(sayReconcile('cli-applied', { records: report.applied, workbook }));
  else
    voice.say(
      sayReconcile('cli-not-applied', {
        workbook,
        example: `--apply ${safeCategories.map((name) => `"${name}"`).join(' ')}`,
      }),
    );
  if (options.saveMemory !== undefined)
    voice.say(sayReconcile('cli-memory-saved', { file: options.saveMemory, ...countsOf(report.memory) }));
  voice.object(objectOf(report, context));
}

/** Rows of the register named on the terminal; all of them are in --json. */
const FEW_ROWS = 5;

function speakNotes(voice: Voice, report: ReconcileReport, { register, options }: Context): void {
  const { name } = register;
  for (const guess of guessed(report)) voice.warn(guess);
  const others = options.sheet === undefined ? othersOf(register) : [];
  if (others.length > 0)
    voice.warn(sayReconcile('cli-other-sheets', { sheets: others.join(', '), count: others.length }));
  const unreadable = rowsOf(report, 'unreadable');
  if (unreadable.length > 0)
    voice.warn(sayReconcile('cli-rows-unreadable', { register: name, rows: unreadable.length }));
  for (const { sheet, row, reason } of unreadable.slice(0, FEW_ROWS)) {
    const spoken = sentence('spoken-row', { row: String(row) });
    const place = sheet === undefined ? spoken : `${sheet}, ${spoken}`;
    voice.warn(sayReconcile('cli-row-unreadable', { register: name, place, reason }));
  }
  for (const { reason, records } of report.leftOut) voice.warn(sayReconcile('cli-left-out', { records, reason }));
}

function speakComparison(voice: Voice, report: ReconcileReport, { register, workbook }: Context): void {
  const { taken, suggested } = report;
  const records = Object.values(suggested).reduce(
    (sum, { Accepted, Pending, look }) => sum + Accepted + Pending + look,
    0,
  );
  voice.say(
    sayReconcile('cli-compared', {
      workbook,
      register: register.name,
      sheets: taken.sheets.length,
      names: namesOf(report).join(', '),
      records,
      documents: taken.sheets.reduce((sum, { documents }) => sum + documents.length, 0),
    }),
  );
  speakTable(
    voice,
    ['Category', 'Records', 'Tax', 'Accept', 'Pending', 'Look at'],
    categories.map((category) => {
      const { records: count, tax } = report.categories[category];
      const { Accepted, Pending, look } = suggested[category];
      return [category, count, formatRupees(Math.round(tax * 100)), Accepted, Pending, look];
    }),
  );
}

/** The object of the contract, with what it does not name beside it. */
function objectOf(report: ReconcileReport, { register }: Context): object {
  const { categories: totals, pairs, applied, unpaired, suggested, leftOut, memory } = report;
  return {
    categories: totals,
    pairs,
    applied,
    unpaired,
    sheets: { read: namesOf(report), left: othersOf(register) },
    unreadable: rowsOf(report, 'unreadable'),
    doubts: rowsOf(report, 'doubts'),
    guessed: guessed(report),
    suggested,
    leftOut,
    remembered: countsOf(memory),
  };
}

function namesOf({ taken }: ReconcileReport): string[] {
  return taken.sheets.map(({ name }) => name);
}

/** Sheets that may be registers as well and were not read: they have its columns, or the same headings as one that was. */
function othersOf({ sheets }: OpenedRegister): string[] {
  const keys = new Set(sheets.filter(({ chosen }) => chosen).map(({ key }) => key));
  const left = sheets.filter(({ chosen, key, layout }) => !chosen && (layout.missing.length === 0 || keys.has(key)));
  return left.map(({ sheet }) => sheet.name);
}

/** Guesses of all sheets; those of twelve sheets of one form are said once. */
function guessed({ taken }: ReconcileReport): string[] {
  return [...new Set(taken.sheets.flatMap(({ layout }) => guessesOf(layout)))];
}

/** With the sheet where there are several. */
function rowsOf(
  { taken }: ReconcileReport,
  what: 'unreadable' | 'doubts',
): (RowReason & { readonly sheet?: string })[] {
  return taken.sheets.flatMap((sheet) =>
    taken.sheets.length === 1 ? sheet[what] : sheet[what].map((row) => ({ sheet: sheet.name, ...row })),
  );
}
