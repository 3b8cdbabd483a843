import type { Day } from '../../kernel/day';
import { isGstin, normaliseGstin } from '../../kernel/gstin';
import { rawText, type RawCell } from '../../kernel/raw-sheet';
import { note } from '../../kernel/sentences';
import type { DocumentKind, OutOfScope } from '../document';
import { isOtherEntry, saysYes, scopeOfWord } from './document-words';
import { normaliseWord } from './normalise-word';
import type { Field } from './fields';
import type { Layout } from './layout';
import type { Party } from './party-row';
import { cellOf } from './read-columns';
import { dayMeant, dayOrderText, readWrittenDate } from './read-date';
import { readNumber } from './read-number';
import { heads, type Head, type SignedAmounts } from './signed-amounts';

/** One row of a document: its amounts have the sign that they have for an invoice. */
export interface Line {
  /** counted from 1 */
  readonly row: number;
  readonly cells: readonly RawCell[];
  readonly gstin: string;
  readonly name: string;
  readonly number: string;
  readonly date: Day;
  readonly kind: DocumentKind;
  readonly outOfScope: OutOfScope | undefined;
  readonly amounts: Pick<SignedAmounts, Head>;
  readonly doubt: string | undefined;
}

export type LineReading = { readonly ok: true; readonly line: Line } | { readonly ok: false; readonly reason: string };

/** What a reading needs to know of the layout, row after row. */
export interface LineReader {
  readonly layout: Layout;
  /** one's own GSTIN */
  readonly recipient: string;
  readonly kinds: ReadonlyMap<string, DocumentKind>;
}

export function makeLineReader(layout: Layout, recipient = ''): LineReader {
  const kinds = new Map(layout.words.map(({ word, value }) => [normaliseWord(word), value]));
  return { layout, recipient: normaliseGstin(recipient), kinds };
}

const unreadable = (reason: string): LineReading => ({ ok: false, reason });

/** Reads a row that holds a document or one of its lines. `party`: its supplier, where a row above names it. */
export function readLine(
  reader: LineReader,
  cells: readonly RawCell[],
  row: number,
  signed: SignedAmounts,
  party?: Party,
): LineReading {
  const { layout } = reader;
  const { columns, headings } = layout;
  const text = (field: Field): string => (columns[field] === undefined ? '' : rawText(cellOf(cells, columns, field)));
  if (isOtherEntry(text('kind'))) return unreadable(note('register-no-purchase', { word: text('kind') }));
  const number = readNumber(cellOf(cells, columns, 'number'));
  if (number.kind === 'blank') return unreadable(note('register-no-number', { heading: headingOf(layout, 'number') }));
  if (number.kind !== 'number') {
    const id = number.kind === 'became-date' ? 'register-number-date' : 'register-number-short';
    return unreadable(note(id, { value: number.shown }));
  }
  const date = readDay(layout, cells, 'date');
  if (date === undefined) {
    const value = rawText(cellOf(cells, columns, 'date'));
    return unreadable(
      note('register-date-wrong', {
        value,
        heading: headingOf(layout, 'date'),
        order: dayOrderText(layout.dayOrder.value),
      }),
    );
  }
  if (signed.faulty !== undefined) {
    const value = rawText(cells[signed.faulty]);
    return unreadable(note('register-amount-wrong', { value, heading: headings[signed.faulty] ?? '' }));
  }
  const amounts = turned(layout, signed);
  if (amounts === undefined) return unreadable(note('register-no-amount'));
  const gstin = party === undefined ? readGstin(text('gstin')) : party.gstin;
  if (gstin === undefined) return unreadable(note('register-gstin-wrong', { value: text('gstin') }));
  const word = normaliseWord(text('kind') || text('supplyType'));
  return {
    ok: true,
    line: {
      row,
      cells,
      gstin,
      name: text('name') || (party?.name ?? ''),
      number: number.number,
      date,
      kind: reader.kinds.get(word) ?? layout.otherKind.value,
      outOfScope: scopeOf(gstin, reader.recipient, text),
      amounts,
      doubt: gstin === '' || isGstin(gstin) ? undefined : note('register-gstin-check', { value: gstin }),
    },
  };
}

/** `''` where the cell is blank, undefined where it is no day. */
export function readDay(layout: Layout, cells: readonly RawCell[], field: Field): Day | undefined {
  const written = readWrittenDate(cellOf(cells, layout.columns, field));
  if (written.kind === 'blank') return '';
  return dayMeant(written, layout.dayOrder.value, layout.swappedDates.value);
}

function headingOf({ columns, headings }: Layout, field: Field): string {
  return headings[columns[field]?.value[0] ?? -1] ?? '';
}

/** 15 characters; `''` for a blank and for words such as `Unregistered`, `URP`, `NA`; undefined where characters are missing or too many. */
function readGstin(text: string): string | undefined {
  if (text === '') return '';
  const gstin = normaliseGstin(text).replace(/[^0-9A-Z]/g, '');
  if (/^\d{2}[0-9A-Z]{13}$/.test(gstin)) return gstin;
  return /\d/.test(gstin) && gstin.length > 4 ? undefined : '';
}

function scopeOf(gstin: string, recipient: string, text: (field: Field) => string): OutOfScope | undefined {
  const worded = scopeOfWord(text('supplyType')) ?? scopeOfWord(text('kind'));
  if (gstin !== '' && gstin === recipient) return 'own-gstin';
  if (worded === 'import' || worded === 'isd') return worded;
  if (worded === 'reverse-charge' || saysYes(text('reverseCharge'))) return 'reverse-charge';
  return gstin === '' ? 'no-gstin' : undefined;
}

/**
 * Amounts with the signs of an invoice above zero. A blank tax cell beside an amount is no tax; where the row has neither
 * tax nor taxable value, it tells none. Undefined where the row has no amount at all though there are columns for it.
 */
function turned({ signs, opposite, columns }: Layout, signed: SignedAmounts): Line['amounts'] | undefined {
  const tells = heads.some((head) => head !== 'value' && signed[head] !== undefined);
  if (!tells && signed.value === undefined) return undefined;
  const turn = signs.value === 'negative' ? -1 : 1;
  const amount = (head: Head): number | undefined => {
    const paise = signed[head] ?? (tells && head !== 'value' && columns[head] !== undefined ? 0 : undefined);
    return paise === undefined || paise === 0 ? paise : paise * turn * (opposite.includes(head) ? -1 : 1);
  };
  return {
    value: amount('value'),
    taxable: amount('taxable'),
    igst: amount('igst'),
    cgst: amount('cgst'),
    sgst: amount('sgst'),
    cess: amount('cess'),
    tax: amount('tax'),
  };
}
