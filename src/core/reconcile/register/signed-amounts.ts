import type { Paise } from '../../kernel/money';
import { rawText, type RawCell } from '../../kernel/raw-sheet';
import { taxHeads, type AmountField } from './fields';
import type { Columns } from './layout';
import { amountOf, cellOf } from './read-columns';

/** The heads of a document, debit and credit put together as its value; `tax` is all tax where its heads are not told. */
export const heads = ['value', 'taxable', ...taxHeads, 'tax'] as const;
export type Head = (typeof heads)[number];

/** Amounts of one row with the signs that it has, debit above zero; undefined where column or cell is blank. */
export interface SignedAmounts {
  readonly value: Paise | undefined;
  readonly taxable: Paise | undefined;
  readonly igst: Paise | undefined;
  readonly cgst: Paise | undefined;
  readonly sgst: Paise | undefined;
  readonly cess: Paise | undefined;
  readonly tax: Paise | undefined;
  /** the signs come from debit and credit, not from a minus */
  readonly bySide: boolean;
  /** a column whose cell is no amount */
  readonly faulty: number | undefined;
}

export function readSignedAmounts(row: readonly RawCell[], columns: Readonly<Columns>): SignedAmounts {
  const side = columns.side === undefined ? '' : rawText(cellOf(row, columns, 'side')).toLowerCase();
  const turn = /^c/.test(side) ? -1 : 1;
  let [bySide, faulty] = [side !== '', undefined as number | undefined];
  const read = (field: AmountField): Paise | undefined => {
    const reading = amountOf(row, columns, field);
    if (reading.kind === 'unreadable') faulty ??= reading.faulty;
    if (reading.kind !== 'amount') return undefined;
    bySide ||= reading.marked;
    return reading.marked ? reading.paise : reading.paise * turn;
  };
  const [taxable, igst, cgst, sgst, cess] = [read('taxable'), read('igst'), read('cgst'), read('sgst'), read('cess')];
  const tax = read('tax');
  let value = read('value');
  if (columns.value === undefined && (columns.debit ?? columns.credit) !== undefined) {
    const [debit, credit] = [read('debit'), read('credit')];
    value = debit === undefined && credit === undefined ? undefined : (debit ?? 0) - Math.abs(credit ?? 0);
    bySide = true;
  }
  return { value, taxable, igst, cgst, sgst, cess, tax, bySide, faulty };
}

/** The amount that the sign of a row goes by: the taxable value, else the value, else the tax. */
export function mainAmount(amounts: Pick<SignedAmounts, Head>): Paise {
  const { taxable = 0, value = 0 } = amounts;
  return taxable || value || taxOf(amounts);
}

/** All tax together: its heads, else what the register says of their sum. */
export function taxOf({ igst, cgst, sgst, cess, tax }: Pick<SignedAmounts, Head>): Paise {
  return (igst ?? 0) + (cgst ?? 0) + (sgst ?? 0) + (cess ?? 0) || (tax ?? 0);
}
