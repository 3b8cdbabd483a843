import { formatRupees } from '../../kernel/money';
import type { RawCell, RawSheet } from '../../kernel/raw-sheet';
import { note } from '../../kernel/sentences';
import { splitDocuments } from './add-lines';
import type { Layout } from './layout';
import { makeDocument } from './make-document';
import { readParty, type Party } from './party-row';
import { makeLineReader, readLine, type Line } from './read-line';
import type { RegisterDocument, RegisterReading, RowReason, SkippedRow } from './reading';
import { bodyRows } from './recognise-layout';
import { mainAmount, readSignedAmounts } from './signed-amounts';
import { sortRows } from './sort-row';

/** Reads a sheet as its layout says. `recipient` is one's own GSTIN, whose documents have no partner in IMS. */
export function readRegister(sheet: RawSheet, layout: Layout, recipient = ''): RegisterReading {
  const { rows, ...sorted } = readRows(sheet, layout, recipient);
  const unreadable = [...sorted.unreadable];
  const doubts = rows.flatMap(({ row, doubt }) => (doubt === undefined ? [] : [{ row, reason: doubt }]));
  const documents: RegisterDocument[] = [];
  for (const lines of groupLines(rows)) {
    for (const split of splitDocuments(layout, lines)) {
      const document = makeDocument(layout, split);
      if (document !== undefined) documents.push(document);
      else for (const { row, amounts } of split) unreadable.push({ row, reason: mixedSigns(amounts) });
    }
  }
  unreadable.sort((a, b) => a.row - b.row);
  return { documents, unreadable, skipped: sorted.skipped, doubts, layout };
}

interface ReadRows {
  readonly rows: Line[];
  readonly unreadable: RowReason[];
  readonly skipped: SkippedRow[];
}

function readRows(sheet: RawSheet, layout: Layout, recipient: string): ReadRows {
  const read: ReadRows = { rows: [], unreadable: [], skipped: [] };
  const last = (layout.headerRows?.last ?? 0) - 1;
  const headingRows = sheet.rows.slice((layout.headerRows?.first ?? 1) - 1, last + 1);
  const sorter = sortRows(layout, headingRows);
  const reader = makeLineReader(layout, recipient);
  let above: Line | undefined;
  let party: Party | undefined;
  for (const [index, cells] of bodyRows(sheet, last, layout.columns).entries()) {
    const row = last + 2 + index;
    const amounts = readSignedAmounts(cells, layout.columns);
    const named = layout.partyRows && mainAmount(amounts) === 0 ? readParty(cells) : undefined;
    // A page's head names the buyer.
    if (named !== undefined && named.gstin !== reader.recipient) party = named;
    const kind = named === undefined ? sorter.kindOf(cells, amounts) : 'heading';
    if (kind !== 'document' && kind !== 'more') {
      read.skipped.push({ row, why: kind });
      if (kind !== 'blank') above = undefined;
      continue;
    }
    const whole = kind === 'more' && above !== undefined ? asNamed(layout, cells, above) : cells;
    const line = readLine(reader, whole, row, amounts, party);
    if (line.ok) read.rows.push(line.line);
    else read.unreadable.push({ row, reason: line.reason });
    if (kind === 'document') above = line.ok ? line.line : undefined;
  }
  return read;
}

/** A further line with what the document's first line says: its party, number and date. */
function asNamed({ columns }: Layout, cells: readonly RawCell[], { cells: above }: Line): RawCell[] {
  const whole = [...cells];
  for (const field of [
    'gstin',
    'name',
    'number',
    'date',
    'kind',
    'supplyType',
    'reverseCharge',
    'voucherNumber',
  ] as const) {
    for (const column of columns[field]?.value ?? [])
      if (whole[column] === '' || whole[column] === undefined) whole[column] = above[column] ?? '';
  }
  for (let column = 0; column < whole.length; column += 1) whole[column] ??= '';
  return whole;
}

/** Lines of one supplier, number, date and kind, in the order of the first of them. */
function groupLines(lines: readonly Line[]): Iterable<Line[]> {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const { gstin, name, number, date, kind } = line;
    const key = `${gstin === '' ? `\u0000${name.toUpperCase()}` : gstin}\u0000${number.toUpperCase()}\u0000${date}\u0000${kind}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [line]);
    else group.push(line);
  }
  return groups.values();
}

function mixedSigns({ taxable, value, igst, cgst, sgst, cess, tax }: Line['amounts']): string {
  const shown = [taxable, igst, cgst, sgst, cess, tax, value].flatMap((paise) =>
    paise === undefined ? [] : [formatRupees(paise)],
  );
  return note('register-mixed-signs', { amounts: shown.join(' · ') });
}
