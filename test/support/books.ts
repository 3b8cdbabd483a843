import type { Category } from '../../src/core/reconcile/category';
import { recogniseSheets } from '../../src/core/reconcile/register/recognise-sheets';
import { reconcile, type ReconcileReport, type RegisterSheet } from '../../src/core/tasks/reconcile';
import { importJson, memoryDesk, must, offline, type Json, type MemoryDesk } from './desk';
import { readBytes } from './register-fixture';

const HEADINGS = 'GSTIN,Document type,Invoice no,Invoice date,Taxable value,IGST,CGST,SGST,Cess';

/** What the books have of `invoice()` and `creditNote()`. */
export const bookedInvoice = '27AAPFU0939F1ZV,Invoice,INV-1,03-04-2026,10000,0,900,900,0';
export const bookedNote = '27AAPFU0939F1ZV,Credit Note,CN-1,04-04-2026,10000,0,900,900,0';

/** A register with these rows below its headings. */
export async function registerOf(...rows: string[]): Promise<RegisterSheet> {
  return registerUnder(HEADINGS, ...rows);
}

/** The same with one more column for each head of the credit that was availed. */
export async function registerWithAvailed(...rows: string[]): Promise<RegisterSheet> {
  const availed = ['Integrated Tax', 'Central Tax', 'State/UT Tax', 'Cess'].map((head) => `Availed ITC ${head}`);
  return registerUnder([HEADINGS, ...availed].join(), ...rows);
}

async function registerUnder(...lines: string[]): Promise<RegisterSheet> {
  const bytes = new TextEncoder().encode(lines.join('\n'));
  const [first] = recogniseSheets(must(await readBytes(bytes, 'books.csv')));
  return { ...first!, file: 'books.csv' };
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
  return must(await reconcile(desk, await registerOf(...rows), apply));
}
