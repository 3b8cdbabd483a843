import type { RawCell, RawSheet } from '../../src/core/kernel/raw-sheet';
import type { Corrections } from '../../src/core/reconcile/register/layout';
import { readRegister } from '../../src/core/reconcile/register/read-register';
import { recogniseLayout } from '../../src/core/reconcile/register/recognise-layout';
import type { RegisterReading } from '../../src/core/reconcile/register/reading';
import { RECIPIENT } from './generate-download';

export const SUPPLIER = '29ZZZFB2002C1ZK';
export const OTHER = '27ZZZCA2001B1ZY';

/** A sheet from lines of cells parted by `|`; blank text is a blank cell. */
export function sheetOf(lines: readonly string[], name = 'Sheet1'): RawSheet {
  return { name, rows: lines.map((line) => line.split('|').map((cell) => cell.trim())) };
}

export function sheetOfRows(rows: readonly (readonly RawCell[])[], name = 'Sheet1'): RawSheet {
  return { name, rows };
}

export function readSheet(sheet: RawSheet, corrections: Corrections = {}): RegisterReading {
  return readRegister(sheet, recogniseLayout(sheet, corrections), RECIPIENT);
}

/** `kind number date taxable+tax=value`, amounts in paise, `-` where the register tells none. */
export function spoken({ documents }: RegisterReading): string[] {
  return documents.map(({ document, rows }) => {
    const { kind, number, date, taxable, igst, value } = document;
    const amounts = [taxable, igst, value].map((paise) => (paise === undefined ? '-' : String(paise))).join(' ');
    return `${kind} ${number} ${date} ${amounts} rows ${rows.join(',')}`;
  });
}
