import { rawText, type RawCell, type RawSheet } from '../../kernel/raw-sheet';
import { decideDayOrder, decideOpposite, decideOtherKind, decideSigns, decideSwapped, decideWords } from './decide';
import { isAmountField, isComparedField, type Field } from './fields';
import { fillMerges, findHeader, headingsOf, type HeaderPlace } from './find-header';
import { gatherEvidence } from './gather-evidence';
import { normaliseHeading } from './heading';
import type { Columns, Corrections, Layout } from './layout';
import { sampleRows } from './look-of-column';
import { readParty } from './party-row';
import { recogniseColumns } from './recognise-columns';

/** Finds out how a sheet is to be read, from its headings and its cells. */
export function recogniseLayout(sheet: RawSheet, corrections: Corrections = {}): Layout {
  const header = headerOf(sheet, corrections);
  const { first, last } = header;
  const top = fillMerges(sheet.rows.slice(0, last + 1), sheet.merges ?? [], () => true);
  const parts = withWidth(headingsOf(top, header), widthBelow(sheet, last));
  const headings = nameColumns(parts);
  const columns = recogniseColumns(parts, headings, sampleRows(sheet.rows, last + 1), corrections.columns);
  const body = bodyRows(sheet, last, columns);
  const evidence = gatherEvidence(body, columns);
  const partyRows = columns.gstin === undefined && body.some((row) => readParty(row) !== undefined);
  const titles = [sheet.name, ...sheet.rows.slice(0, Math.min(first, last + 1)).flatMap((row) => row.map(rawText))];
  const signs = decideSigns(evidence, corrections.signs);
  const typeHeading = normaliseHeading(headings[columns.kind?.value[0] ?? -1] ?? '');
  const typeColumn = { ofKinds: columns.kind !== undefined, ofVouchers: /vch|voucher|entry/.test(typeHeading) };
  return {
    sheet: sheet.name,
    key: keyOf(parts),
    headerRows: last < 0 ? undefined : { first: first + 1, last: last + 1 },
    headings,
    columns,
    partyRows,
    dayOrder: decideDayOrder(evidence, corrections.dayOrder),
    swappedDates: decideSwapped(evidence, corrections.swappedDates),
    signs,
    opposite: decideOpposite(evidence),
    words: decideWords(evidence, signs.value, typeColumn, corrections.words),
    otherKind: decideOtherKind(titles, corrections.otherKind),
    carried: carriedColumns(parts, columns),
    missing: missingFields(columns, partyRows),
    corrections,
  };
}

/** The layout as the user corrects it; what was corrected before stays. */
export function withCorrections(sheet: RawSheet, { corrections }: Layout, more: Corrections): Layout {
  return recogniseLayout(sheet, {
    ...corrections,
    ...more,
    columns: { ...corrections.columns, ...more.columns },
    words: { ...corrections.words, ...more.words },
  });
}

/** Rows below the headings, merged cells filled but for amounts, which would count twice. */
export function bodyRows(sheet: RawSheet, last: number, columns: Readonly<Columns>): readonly (readonly RawCell[])[] {
  const amounts = new Set<number>();
  for (const [field, choice] of Object.entries(columns)) {
    if (isAmountField(field as Field)) for (const column of choice.value) amounts.add(column);
  }
  const below = sheet.rows.slice(last + 1);
  const merges = (sheet.merges ?? []).flatMap(({ top, left, bottom }) =>
    top > last && bottom > top ? [{ top: top - last - 1, bottom: bottom - last - 1, left, right: left }] : [],
  );
  return fillMerges(below, merges, (column) => !amounts.has(column));
}

function headerOf(sheet: RawSheet, { headerRows }: Corrections): HeaderPlace {
  return headerRows === undefined ? findHeader(sheet) : { first: headerRows.first - 1, last: headerRows.last - 1 };
}

function widthBelow(sheet: RawSheet, last: number): number {
  let width = 0;
  for (let at = last + 1; at < sheet.rows.length; at += 1) width = Math.max(width, sheet.rows[at]?.length ?? 0);
  return width;
}

function withWidth(parts: string[][], width: number): string[][] {
  while (parts.length < width) parts.push([]);
  return parts;
}

function nameColumns(parts: readonly (readonly string[])[]): string[] {
  const used = new Map<string, number>();
  return parts.map((of, column) => {
    const written = of.filter((part, index) => part !== '' && of.indexOf(part) === index).join(' ');
    const name = written === '' ? letterOf(column) : written;
    const times = (used.get(name) ?? 0) + 1;
    used.set(name, times);
    return times === 1 ? name : `${name} (${String(times)})`;
  });
}

/** `A` … `Z`, `AA` … */
function letterOf(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : letterOf(Math.floor(column / 26) - 1) + rest;
}

/** Rates and the order of columns change from month to month; what they are called does not. */
function keyOf(parts: readonly (readonly string[])[]): string {
  const names = new Set(parts.map((of) => normaliseHeading([...new Set(of)].join(' '))));
  names.delete('');
  return names.size === 0 ? `${String(parts.length)} columns` : [...names].sort().join(' ');
}

function carriedColumns(parts: readonly (readonly string[])[], columns: Readonly<Columns>): number[] {
  const read = new Set(Object.values(columns).flatMap(({ value }) => value));
  return parts.flatMap((of, column) => (read.has(column) || of.every((part) => part === '') ? [] : [column]));
}

function missingFields(columns: Readonly<Columns>, partyRows: boolean): Field[] {
  const missing: Field[] = [];
  if (columns.gstin === undefined && !partyRows) missing.push('gstin');
  if (columns.number === undefined) missing.push('number');
  if (!Object.keys(columns).some((field) => isComparedField(field as Field))) missing.push('taxable');
  return missing;
}
