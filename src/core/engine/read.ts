import type { ColumnName } from '../language/row';
import { blankRow, type Row } from '../language/row';
import { columnNames, type RecordType } from '../language/record';
import { readPlainValue, readPortalValue, type Column } from '../language/column';
import type { Raw } from './ledger';

/** One thing that had to be bent, or that could not be read, with the portal's own key. */
export interface ReadingNote {
  readonly key: string;
  readonly value: unknown;
  readonly column: Column;
  readonly was: 'number' | 'text' | 'rounded' | 'unknown' | 'unreadable';
}

export interface Reading {
  readonly row: Row;
  readonly notes: readonly ReadingNote[];
}

const NO_NOTES: readonly ReadingNote[] = [];

/** Which of our columns a portal key means: exactly, then ignoring case, then ignoring all but letters and digits [rule book 1.2]. */
export interface KeyIndex {
  readonly exact: ReadonlyMap<string, ColumnName>;
  readonly squeezed: ReadonlyMap<string, ColumnName>;
  /** keys met so far; null for one that we only keep */
  readonly targets: Map<string, Target | null>;
}

interface Target {
  readonly name: ColumnName;
  readonly column: Column;
}

const indexes = new WeakMap<RecordType, KeyIndex>();

function keyIndex(type: RecordType): KeyIndex {
  let index = indexes.get(type);
  if (index === undefined) {
    const exact = new Map<string, ColumnName>();
    const squeezed = new Map<string, ColumnName>();
    const names = columnNames(type);
    for (const name of names) exact.set(type.columns[name]?.key ?? '', name);
    for (const name of names)
      for (const key of type.columns[name]?.aliases ?? []) if (!exact.has(key)) exact.set(key, name);
    for (const [key, name] of exact) if (!squeezed.has(squeeze(key))) squeezed.set(squeeze(key), name);
    index = { exact, squeezed, targets: new Map() };
    indexes.set(type, index);
  }
  return index;
}

function squeeze(key: string): string {
  return key.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Keys are remembered per record type so that squeezing happens once per spelling, not once per record. */
const MOST_SPELLINGS = 10_000;

function findTarget(type: RecordType, key: string): Target | null {
  const { exact, squeezed, targets } = keyIndex(type);
  const known = targets.get(key);
  if (known !== undefined) return known;
  const name = exact.get(key) ?? squeezed.get(squeeze(key));
  const column = name === undefined ? undefined : type.columns[name];
  const target = name === undefined || column === undefined ? null : { name, column };
  if (targets.size < MOST_SPELLINGS) targets.set(key, target);
  return target;
}

/** The column that a portal key fills, or undefined for a key that we only keep. */
export function columnForKey(type: RecordType, key: string): ColumnName | undefined {
  return findTarget(type, key)?.name;
}

/** The portal's key that fills a column in this record; an exact key outranks an alias, a filled one a blank one. */
export function keyOfColumn(type: RecordType, raw: Raw, name: ColumnName): string | undefined {
  const canonical = type.columns[name]?.key;
  if (canonical !== undefined && !isEmpty(raw[canonical])) return canonical;
  let found = canonical !== undefined && typeof raw[canonical] === 'string' ? canonical : undefined;
  for (const key in raw) {
    if (columnForKey(type, key) !== name) continue;
    if (found === undefined || (isEmpty(raw[found]) && !isEmpty(raw[key]))) found = key;
  }
  return found;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/** Reads one record of the portal into our words. Unknown keys are left to `raw`; a missing tax amount is 0, a missing action No Action [rule book 1.2]. */
export function readRecord(type: RecordType, raw: Raw): Reading {
  const row = blankRow();
  let notes: ReadingNote[] | undefined;
  const { targets } = keyIndex(type);
  for (const key in raw) {
    let target = targets.get(key);
    if (target === undefined) target = findTarget(type, key);
    if (target === null) continue;
    const { name, column } = target;
    const value = raw[key];
    if (row[name] !== '' && (key !== column.key || isEmpty(value))) continue;
    const plain = readPlainValue(column, value);
    if (plain !== undefined) {
      (row as unknown as Record<ColumnName, string | number>)[name] = plain;
      continue;
    }
    const reading = readPortalValue(column, value);
    if (reading.kind === 'unreadable') {
      (notes ??= []).push({ key, value, column, was: 'unreadable' });
    } else {
      (row as unknown as Record<ColumnName, string | number>)[name] = reading.value;
      if (reading.was !== undefined) (notes ??= []).push({ key, value, column, was: reading.was });
    }
  }
  row.igst = row.igst === '' ? 0 : row.igst;
  row.cgst = row.cgst === '' ? 0 : row.cgst;
  row.sgst = row.sgst === '' ? 0 : row.sgst;
  row.cess = row.cess === '' ? 0 : row.cess;
  if (!isStatus(row.status)) row.status = 'No Action';
  if ((row.itcAnswer as string) !== 'Yes' && (row.itcAnswer as string) !== 'No') row.itcAnswer = '';
  return { row, notes: notes ?? NO_NOTES };
}

function isStatus(status: string): boolean {
  return status === 'Accepted' || status === 'Rejected' || status === 'Pending' || status === 'No Action';
}
