import { done, type Result } from '../kernel/result';
import { BOOKS_SHEET, emptyMemory, MEMORY_SHEET, type ClientMemory, type KeptBooks } from '../reconcile/kept';
import type { Desk } from './desk';
import { hiddenEdit, planHidden } from './hidden-sheet';
import type { SheetWriting } from './report-sheets';

/** The purchase register that the workbook keeps; undefined where it has none yet. */
export async function readBooks(desk: Desk): Promise<Result<KeptBooks | undefined>> {
  const pieces = await piecesOf(desk, BOOKS_SHEET);
  return pieces === undefined ? done(undefined) : desk.books.unpackBooks(pieces);
}

/** What the workbook remembers of this client; nothing where it remembers nothing yet. */
export async function readMemory(desk: Desk): Promise<Result<ClientMemory>> {
  const pieces = await piecesOf(desk, MEMORY_SHEET);
  return pieces === undefined ? done(emptyMemory) : desk.books.unpackMemory(pieces);
}

async function piecesOf({ workbook }: Desk, sheet: string): Promise<string[] | undefined> {
  const names = await workbook.sheetNames();
  const rows = names.includes(sheet) ? await workbook.read(sheet) : undefined;
  return rows?.map((row) => String(row[0] ?? ''));
}

/** How the workbook comes to keep this register in the place of another. */
export async function keepBooks(desk: Desk, books: KeptBooks): Promise<SheetWriting> {
  return keep(desk, BOOKS_SHEET, await desk.books.packBooks(books));
}

/** How the workbook comes to remember this. */
export async function keepMemory(desk: Desk, memory: ClientMemory): Promise<SheetWriting> {
  return keep(desk, MEMORY_SHEET, await desk.books.packMemory(memory));
}

async function keep({ workbook }: Desk, sheet: string, pieces: readonly string[]): Promise<SheetWriting> {
  const names = await workbook.sheetNames();
  return names.includes(sheet)
    ? { plans: [], edits: [hiddenEdit(sheet, pieces)] }
    : { plans: [planHidden(sheet, pieces)], edits: [] };
}

/** Writes after everything was checked: all of it, or nothing. */
export async function writeAll({ workbook, progress }: Desk, writings: readonly SheetWriting[]): Promise<void> {
  const plans = writings.flatMap((writing) => writing.plans);
  const edits = writings.flatMap((writing) => writing.edits);
  if (plans.length > 0) await workbook.prepare(plans, progress, edits);
  else if (edits.length > 0) await workbook.change(edits, progress);
}
