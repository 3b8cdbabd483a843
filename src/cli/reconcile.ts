import { formatRupees } from '../core/kernel/money';
import { done, refuse, type Result } from '../core/kernel/result';
import { note as sentence } from '../core/kernel/sentences';
import { categories, safeCategories, type Category } from '../core/reconcile/category';
import { guessesOf } from '../core/reconcile/register/guesses';
import { reconcile, type ReconcileReport } from '../core/tasks/reconcile';
import type { Run } from './commands';
import { openRegister, type Register } from './open-register';
import { openDesk, saveWorkbook } from './open-workbook';
import { createProgress, exitCodes, speakTable, type Voice } from './speak';

export interface ReconcileOptions {
  readonly register: string;
  readonly apply?: readonly string[];
}

export async function runReconcile({ voice, moment }: Run, book: string, options: ReconcileOptions): Promise<number> {
  const apply = readCategories(options.apply ?? []);
  if (!apply.ok) return voice.refuse(apply.refusal);
  const register = await openRegister(options.register);
  if (!register.ok) return voice.refuse(register.refusal);
  const progress = createProgress(sentence('cli-working'));
  const desk = await openDesk(book, moment, progress.step);
  if (!desk.ok) return voice.refuse(desk.refusal);
  const report = await reconcile(desk.value, register.value, apply.value);
  progress.end();
  if (!report.ok) return voice.refuse(report.refusal);
  const saved = saveWorkbook(desk.value, book);
  if (!saved.ok) return voice.refuse(saved.refusal);
  speakNotes(voice, report.value, register.value);
  speakComparison(voice, report.value, register.value, book);
  if (apply.value.length > 0) voice.say(sentence('cli-applied', { records: report.value.applied, workbook: book }));
  else
    voice.say(
      sentence('cli-not-applied', {
        workbook: book,
        example: `--apply ${safeCategories.map((name) => `"${name}"`).join(' ')}`,
      }),
    );
  voice.object(objectOf(report.value));
  return exitCodes.done;
}

function readCategories(names: readonly string[]): Result<Category[]> {
  const found: Category[] = [];
  for (const name of names) {
    const category = categories.find((candidate) => candidate.toLowerCase() === name.trim().toLowerCase());
    if (category === undefined) {
      const fault = sentence('cli-wrong-category', { category: name, known: categories.join(', ') });
      return refuse('option-wrong', '', { fault, command: 'reconcile ' });
    }
    found.push(category);
  }
  return done(found);
}

/** Rows of the register named on the terminal; all of them are in --json. */
const FEW_ROWS = 5;

function speakNotes(voice: Voice, { reading, leftOut }: ReconcileReport, { file, others, layout }: Register): void {
  for (const guess of guessesOf(layout)) voice.warn(guess);
  if (others.length > 0) voice.warn(sentence('register-other-sheets', { sheets: others.join(', ') }));
  const { unreadable } = reading;
  if (unreadable.length > 0) voice.warn(sentence('cli-rows-unreadable', { register: file, rows: unreadable.length }));
  for (const { row, reason } of unreadable.slice(0, FEW_ROWS))
    voice.warn(sentence('cli-row-unreadable', { register: file, row: String(row), reason }));
  for (const { reason, records } of leftOut) voice.warn(sentence('cli-left-out', { records, reason }));
}

function speakComparison(voice: Voice, report: ReconcileReport, { file, sheet }: Register, book: string): void {
  const { reading, suggested } = report;
  const records = Object.values(suggested).reduce(
    (sum, { Accepted, Pending, look }) => sum + Accepted + Pending + look,
    0,
  );
  voice.say(
    sentence('cli-compared', {
      workbook: book,
      register: file,
      sheet: sheet.name,
      records,
      documents: reading.documents.length,
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
function objectOf({
  categories: totals,
  pairs,
  applied,
  unpaired,
  suggested,
  leftOut,
  reading,
}: ReconcileReport): object {
  const { unreadable, doubts, layout } = reading;
  return {
    categories: totals,
    pairs,
    applied,
    unpaired,
    unreadable,
    doubts,
    guessed: guessesOf(layout),
    suggested,
    leftOut,
  };
}
