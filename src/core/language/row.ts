import type { Paise } from '../kernel/money';

export const statuses = ['Accepted', 'Rejected', 'Pending', 'No Action'] as const;
export type Status = (typeof statuses)[number];

/** Y: the portal blocks it; N: the portal says that it is open; blank: the file does not say. */
export type Flag = 'Y' | 'N' | '';
export type Amount = Paise | '';

/** One IMS record in our words. A blank is `''`; amounts are paise; a record type has the columns that its table names. */
export interface Row {
  originalNumber: string;
  originalDate: string;
  supplierGstin: string;
  supplierName: string;
  number: string;
  documentType: string;
  date: string;
  value: Amount;
  status: Status | '';
  place: string;
  taxable: Amount;
  igst: Amount;
  cgst: Amount;
  sgst: Amount;
  cess: Amount;
  itcAnswer: 'Yes' | 'No' | '';
  itcIgst: Amount;
  itcCgst: Amount;
  itcSgst: Amount;
  itcCess: Amount;
  remarks: string;
  source: string;
  period: string;
  filing: string;
  pendingBlocked: Flag;
  remarksBlocked: Flag;
  itcBlocked: Flag;
}

export type ColumnName = keyof Row;

export const taxHeads = ['igst', 'cgst', 'sgst', 'cess'] as const;
export type TaxHead = (typeof taxHeads)[number];

/** The tax of a record, all heads together; a head that is blank counts as 0. */
export function taxOf(row: Pick<Row, TaxHead>): Paise {
  let tax = 0;
  for (const head of taxHeads) tax += row[head] === '' ? 0 : row[head];
  return tax;
}

/** Which column declares the reduction of which tax head. */
export const reductionOf = { igst: 'itcIgst', cgst: 'itcCgst', sgst: 'itcSgst', cess: 'itcCess' } as const;

/** How the ITC-reduction question stands for a record type [rule book 3.4, "program definition"]. */
export type ItcQuestion =
  /** never asked: the sheet has no such columns */
  | 'never'
  /** needed on Accepted unless the file says that it is blocked */
  | 'needed-unless-blocked'
  /** needed on Accepted only where the file says explicitly that it is open */
  | 'needed-if-open'
  /** may be answered where the file says explicitly that it is open, never needed */
  | 'offered-if-open';

/** The user's part of a row; everything else is the portal's. */
export const userColumns = [
  'status',
  'itcAnswer',
  'itcIgst',
  'itcCgst',
  'itcSgst',
  'itcCess',
  'remarks',
] as const satisfies readonly ColumnName[];
export type UserColumn = (typeof userColumns)[number];
export type Answers = Pick<Row, UserColumn>;

export function blankRow(): Row {
  return {
    originalNumber: '',
    originalDate: '',
    supplierGstin: '',
    supplierName: '',
    number: '',
    documentType: '',
    date: '',
    value: '',
    status: '',
    place: '',
    taxable: '',
    igst: '',
    cgst: '',
    sgst: '',
    cess: '',
    itcAnswer: '',
    itcIgst: '',
    itcCgst: '',
    itcSgst: '',
    itcCess: '',
    remarks: '',
    source: '',
    period: '',
    filing: '',
    pendingBlocked: '',
    remarksBlocked: '',
    itcBlocked: '',
  };
}

export function answersOf(row: Answers): Answers {
  return {
    status: row.status,
    itcAnswer: row.itcAnswer,
    itcIgst: row.itcIgst,
    itcCgst: row.itcCgst,
    itcSgst: row.itcSgst,
    itcCess: row.itcCess,
    remarks: row.remarks,
  };
}
