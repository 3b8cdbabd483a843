import type { RawSheet } from '../../src/core/kernel/raw-sheet';
import type { Result } from '../../src/core/kernel/result';
import type { Category } from '../../src/core/reconcile/category';
import type { ClientMemory } from '../../src/core/reconcile/kept';
import { layoutsOf } from '../../src/core/reconcile/memory';
import { openRegister } from '../../src/core/reconcile/register/opened-register';
import type { Desk } from '../../src/core/tasks/desk';
import { readMemory } from '../../src/core/tasks/kept-books';
import { openBook } from '../../src/core/tasks/open-book';
import { reconcile, type ReconcileReport } from '../../src/core/tasks/reconcile';
import { importJson, memoryDesk, must, offline, type Json, type MemoryDesk } from './desk';
import { readBytes } from './register-fixture';

const HEADINGS = 'GSTIN,Document type,Invoice no,Invoice date,Taxable value,IGST,CGST,SGST,Cess';

/** What the books have of `invoice()` and `creditNote()`. */
export const bookedInvoice = '27AAPFU0939F1ZV,Invoice,INV-1,03-04-2026,10000,0,900,900,0';
export const bookedNote = '27AAPFU0939F1ZV,Credit Note,CN-1,04-04-2026,10000,0,900,900,0';

/** A register with these rows below its headings. */
export async function registerOf(...rows: string[]): Promise<RawSheet> {
  return registerUnder(HEADINGS, ...rows);
}

/** The same with one more column for each head of the credit that was availed. */
export async function registerWithAvailed(...rows: string[]): Promise<RawSheet> {
  const availed = ['Integrated Tax', 'Central Tax', 'State/UT Tax', 'Cess'].map((head) => `Availed ITC ${head}`);
  return registerUnder([HEADINGS, ...availed].join(), ...rows);
}

async function registerUnder(...lines: string[]): Promise<RawSheet> {
  const bytes = new TextEncoder().encode(lines.join('\n'));
  const [first] = must(await readBytes(bytes, 'books.csv'));
  return first!;
}

/** Compares with a sheet of a register as it is recognised, with what the workbook remembers, or this in its place. */
export async function compareWith(
  desk: Desk,
  sheet: RawSheet,
  apply: readonly Category[] = [],
  file = 'books.csv',
  brought?: ClientMemory,
): Promise<Result<ReconcileReport>> {
  const book = must(await openBook(desk));
  const memory = brought ?? must(await readMemory(desk));
  const register = openRegister(file, [sheet], layoutsOf(memory), book.gstin);
  return reconcile(desk, book, { register, memory, apply });
}

/** A workbook with these records, on 10-05-2026. */
export async function bookOf(sections: Record<string, Json[]>): Promise<MemoryDesk> {
  const desk = memoryDesk({ today: '10-05-2026' });
  await importJson(desk, offline(sections));
  return desk;
}

export async function compare(
  desk: MemoryDesk,
  rows: readonly string[],
  ...apply: Category[]
): Promise<ReconcileReport> {
  return must(await compareWith(desk, await registerOf(...rows), apply));
}
