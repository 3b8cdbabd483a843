import { done, refuse, type Result } from '../core/kernel/result';
import { sayReconcile } from '../core/kernel/reconcile-words';
import { note as sentence } from '../core/kernel/sentences';
import { categories, type Category } from '../core/reconcile/category';
import type { ClientMemory } from '../core/reconcile/kept';
import { layoutsOf } from '../core/reconcile/memory';
import { openRegister, type OpenedRegister } from '../core/reconcile/register/opened-register';
import type { Desk } from '../core/tasks/desk';
import { readMemory } from '../core/tasks/kept-books';
import { openBook, type Book } from '../core/tasks/open-book';
import { reconcile, type ReconcileReport } from '../core/tasks/reconcile';
import type { Run } from './commands';
import { applyOptions } from './correct-register';
import { checkMemoryFiles, memoryOutput, withMemoryFile } from './memory-options';
import { readRegisterAt, type RegisterFile } from './open-register';
import { openDesk, saveWorkbook } from './open-workbook';
import type { ReconcileOptions } from './reconcile-options';
import { createProgress, exitCodes } from './speak';
import { speakReconciliation } from './speak-reconciliation';

export async function runReconcile({ voice, moment }: Run, path: string, options: ReconcileOptions): Promise<number> {
  const apply = readCategories(options.apply ?? []);
  if (!apply.ok) return voice.refuse(apply.refusal);
  const saveable = checkMemoryFiles(options);
  if (!saveable.ok) return voice.refuse(saveable.refusal);
  const progress = createProgress(sentence('cli-working'));
  const desk = await openDesk(path, moment, progress.step);
  if (!desk.ok) return voice.refuse(desk.refusal);
  // Behind the workbook: where the two files are exchanged, the books are told that they are no workbook.
  const file = await readRegisterAt(options.register, options.sheet !== undefined);
  if (!file.ok) return voice.refuse(file.refusal);
  const made = await compareWith(desk.value, file.value, apply.value, options);
  progress.end();
  if (!made.ok) return voice.refuse(made.refusal);
  const { book, register, report } = made.value;
  const saved = saveWorkbook(desk.value, path, memoryOutput(options, report.memory, book.gstin));
  if (!saved.ok) return voice.refuse(saved.refusal);
  speakReconciliation(voice, report, { register, workbook: path, options });
  return exitCodes.done;
}

interface Made {
  readonly book: Book;
  readonly register: OpenedRegister;
  readonly report: ReconcileReport;
}

/** Opens the register as the user says and as it was corrected before, and compares. */
async function compareWith(
  desk: Desk,
  { name, sheets }: RegisterFile,
  apply: readonly Category[],
  options: ReconcileOptions,
): Promise<Result<Made>> {
  const book = await openBook(desk);
  if (!book.ok) return book;
  const memory = await rememberedBy(desk, book.value, options);
  if (!memory.ok) return memory;
  const opened = openRegister(name, sheets, layoutsOf(memory.value), book.value.gstin);
  const register = applyOptions(opened, options);
  if (!register.ok) return register;
  const report = await reconcile(desk, book.value, { register: register.value, memory: memory.value, apply });
  return report.ok ? done({ book: book.value, register: register.value, report: report.value }) : report;
}

async function rememberedBy(desk: Desk, { gstin }: Book, options: ReconcileOptions): Promise<Result<ClientMemory>> {
  const memory = await readMemory(desk);
  return memory.ok ? withMemoryFile(memory.value, options, gstin) : memory;
}

function readCategories(names: readonly string[]): Result<Category[]> {
  const found: Category[] = [];
  for (const name of names) {
    const category = categories.find((candidate) => candidate.toLowerCase() === name.trim().toLowerCase());
    if (category === undefined) {
      const fault = sayReconcile('cli-wrong-category', { category: name, known: categories.join(', ') });
      return refuse('option-wrong', '', { fault, command: 'reconcile ' });
    }
    found.push(category);
  }
  return done(found);
}
