import { note } from '../../kernel/sentences';
import type { RawCell } from '../../kernel/raw-sheet';
import { dateFields, fieldNames, isAmountField, taxHeads, type Field } from './fields';
import { readHeading, type HeadingReading } from './heading';
import type { ColumnChoice, Columns, Corrections } from './layout';
import { lookOfColumn, type ColumnLook } from './look-of-column';
import { settleAmount } from './settle-amount';

interface Candidate extends HeadingReading {
  readonly column: number;
  readonly heading: string;
}

/**
 * The column of each field. Fields choose one after the other, each the best name that is left; a column whose cells
 * speak against it is no choice. What no heading names is looked for by content.
 */
export function recogniseColumns(
  parts: readonly (readonly string[])[],
  headings: readonly string[],
  sample: readonly (readonly RawCell[])[],
  corrected: Corrections['columns'] = {},
): Columns {
  const looks = headings.map((_, column) => lookOfColumn(sample, column));
  const columns: Columns = {};
  const taken = new Set<number>();
  const take = (field: Field, choice: ColumnChoice): void => {
    columns[field] = choice;
    for (const column of choice.value) taken.add(column);
  };
  for (const [field, wanted] of Object.entries(corrected) as [Field, readonly string[]][]) {
    const value = wanted.map((heading) => headings.indexOf(heading)).filter((column) => column >= 0);
    if (value.length > 0) take(field, { value, guessed: false, why: note('register-why-you') });
  }
  const named = parts.flatMap((of, column) =>
    readHeading(of).map((reading): Candidate => ({ ...reading, column, heading: headings[column] ?? '' })),
  );
  for (const { field } of fieldNames) {
    if (isCorrected(field, corrected, columns)) continue;
    const open = named.filter((one) => one.field === field && !taken.has(one.column) && fits(field, looks[one.column]));
    const choice = choose(field, open, looks);
    if (choice !== undefined) take(field, choice);
  }
  for (const field of ['gstin', 'date'] as const) {
    if (columns[field] !== undefined || isCorrected(field, corrected, columns)) continue;
    const column = byContent(field, looks, taken);
    if (column !== undefined)
      take(field, {
        value: [column],
        guessed: true,
        why: note('register-why-content', { heading: headings[column] ?? '' }),
      });
  }
  // The sum of heads that the sheet tells says nothing more.
  if (corrected.tax === undefined && taxHeads.some((head) => columns[head] !== undefined)) delete columns.tax;
  settleAmount(columns, sample, corrected);
  return columns;
}

function isCorrected(field: Field, corrected: NonNullable<Corrections['columns']>, columns: Columns): boolean {
  return columns[field] !== undefined || corrected[field]?.length === 0;
}

/** Cells that say otherwise outweigh a heading; an empty column says nothing. */
function fits(field: Field, look: ColumnLook | undefined): boolean {
  if (look === undefined || look.filled === 0) return true;
  if (field === 'gstin') return look.gstins >= 0.3;
  if (dateFields.includes(field)) return look.dates >= 0.5;
  if (isAmountField(field)) return look.amounts >= 0.6;
  if (field === 'number') return look.gstins < 0.5;
  if (field === 'name') return look.amounts < 0.5 && look.gstins < 0.5;
  return true;
}

function choose(field: Field, open: readonly Candidate[], looks: readonly ColumnLook[]): ColumnChoice | undefined {
  // A column that is mostly empty stands behind a full one of a lesser name.
  const weight = ({ rank, column }: Candidate): number => rank + ((looks[column]?.filled ?? 0) < 0.5 ? 200 : 0);
  const [best, ...others] = [...open].sort((a, b) => weight(a) - weight(b) || preferred(field, a, b, looks));
  if (best === undefined) return undefined;
  if (best.perRate && isAmountField(field)) {
    const ofRates = open.filter(({ perRate }) => perRate).map(({ column }) => column);
    const why = note(best.sure ? 'register-why-rates' : 'register-why-like', { heading: best.heading });
    return { value: ofRates.sort((a, b) => a - b), guessed: !best.sure, why };
  }
  const value = [best.column];
  if (!best.sure) return { value, guessed: true, why: note('register-why-like', { heading: best.heading }) };
  const rival = others.find(({ rank }) => rank === best.rank);
  return rival === undefined
    ? { value, guessed: false, why: note('register-why-name', { heading: best.heading }) }
    : { value, guessed: true, why: note('register-why-two', { heading: best.heading, other: rival.heading }) };
}

/** Of two equal headings: the suppliers' GSTINs differ, one's own is always the same. Else the left one. */
function preferred(field: Field, a: Candidate, b: Candidate, looks: readonly ColumnLook[]): number {
  const variety = field === 'gstin' ? (looks[b.column]?.variety ?? 0) - (looks[a.column]?.variety ?? 0) : 0;
  return variety || a.column - b.column;
}

/** Numbers that could be serial numbers of days are amounts as well. */
function surelyDates({ dates, amounts }: ColumnLook): number {
  return amounts < 0.5 ? dates : 0;
}

function byContent(
  field: 'gstin' | 'date',
  looks: readonly ColumnLook[],
  taken: ReadonlySet<number>,
): number | undefined {
  const found = looks
    .map((look, column) => ({ look, column }))
    .filter(({ look, column }) => !taken.has(column) && (field === 'gstin' ? look.gstins : surelyDates(look)) >= 0.6);
  // The suppliers' GSTINs differ, one's own does not.
  if (field === 'gstin') found.sort((a, b) => b.look.variety - a.look.variety || a.column - b.column);
  return found[0]?.column;
}
