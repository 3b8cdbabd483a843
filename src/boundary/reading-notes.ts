import { formatRupees, readMoney } from '../core/kernel/money';
import { note } from '../core/kernel/sentences';
import type { Column } from '../core/language/column';
import type { Reading, ReadingNote } from '../core/engine/read';
import { placeKey, type JsonDocument, type Path } from './json-text';

/** A sentence that is finished when the whole file has been read: only then are the values it quotes looked up. */
export type Telling = () => string;

/**
 * Quotes values as the file has them. A number forgets how it was written (100.10, or more digits than it holds), so all
 * that are taken are looked up in the text at once, with the first that is told.
 */
export function createQuotes({ written }: JsonDocument): {
  readonly take: (value: unknown, column: Column, path: Path) => Telling;
} {
  const taken = new Set<string>();
  let found: ReadonlyMap<string, string> | undefined;
  return {
    take: (value, { kind }, path) => {
      // Document numbers that came as numbers are whole ones: to look for each would read the file twice for nothing.
      if (typeof value !== 'number' || (kind !== 'money' && Number.isSafeInteger(value))) return () => shown(value);
      const key = placeKey(path);
      taken.add(key);
      return () => shown((found ??= written(taken)).get(key) ?? value);
    },
  };
}

/** Why a record cannot be used; undefined where it can. */
export function whyUnusable({ row, notes }: Reading, quote: (note: ReadingNote) => Telling): Telling | undefined {
  if (row.supplierGstin.trim() === '') return () => note('left-out-no-gstin');
  if (row.number.trim() === '') return () => note('left-out-no-number');
  const amount = notes.find(({ was, column }) => was === 'unreadable' && column.kind === 'money');
  if (amount === undefined) return undefined;
  const value = quote(amount);
  return () => note('left-out-amount', { key: amount.key, value: value() });
}

/** ` (GSTIN number)`, or what there is of it. */
export function documentOf(reading: Reading | undefined): string {
  const document = [reading?.row.supplierGstin, reading?.row.number]
    .map((part) => shown(part ?? '').trim())
    .filter((part) => part !== '')
    .join(' ');
  return document === '' ? '' : ` (${document})`;
}

export function noteOf(bent: ReadingNote, quote: Telling, section: string, index: string, number: string): Telling {
  return () => {
    const where = { section, index, key: bent.key, value: quote() };
    if (bent.was === 'number')
      return bent.column.required && bent.column.kind === 'text'
        ? note('number-was-number', { ...where, number: shown(number) })
        : note('amount-was-number', where);
    if (bent.was === 'text') return note('amount-was-text', where);
    if (bent.was === 'rounded') return note('amount-rounded', { ...where, rounded: roundedText(bent.value) });
    if (bent.column.edit === 'user')
      return note(bent.column.label === 'Status' ? 'action-unknown' : 'answer-unknown', where);
    return note('value-unknown', { ...where, label: bent.column.label });
  };
}

function roundedText(value: unknown): string {
  const reading = readMoney(value);
  return reading.kind === 'amount' ? formatRupees(reading.paise) : shown(value);
}

/** One line, however the file has it. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

function shown(value: unknown): string {
  const text = oneLine(typeof value === 'string' ? value : JSON.stringify(value));
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
