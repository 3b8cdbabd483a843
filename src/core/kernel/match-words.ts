import { fill, type Values } from './fill';

// The catalogue of the comparison with the books: why two documents are the same, and why not.

/** By the rung that paired them. `{ims}` and `{books}` are document numbers. */
export const because = {
  same: 'Supplier, number, date and amounts agree.',
  'written-otherwise': 'The books write the number {books}; supplier, date and amounts agree.',
  separators: 'The books write the number {books} without signs; supplier, date and amounts agree.',
  'without-year':
    'The books write the number {books}, another form of the financial year; supplier, date and amounts agree.',
  part: 'The books have a part of the number, {books}; supplier, date and amounts agree.',
  'same-number-in-parts': '{parts|# document|# documents} of one number: together the amounts agree.',
  'other-gstin-of-pan':
    'The books have GSTIN {booksGstin} of the same PAN, number {books} and date {booksDate}; the amounts agree.',
  'gstin-typed-wrong':
    'The books have GSTIN {booksGstin}, one character away, number {books} and date {booksDate}; the amounts agree.',
  'gstin-missing':
    'One side has no GSTIN of the supplier; the books have number {books} and date {booksDate}; the amounts agree.',
  'date-differs': 'The books have the date {booksDate}; supplier, number and amounts agree.',
  'date-missing': 'One side has no date; supplier, number and amounts agree.',
  'date-typed-wrong':
    'The books have the date {booksDate}, in another financial year or order; supplier, number and amounts agree.',
  'letters-for-digits': 'The books write the number {books}, letters for digits; supplier, date and amounts agree.',
  'value-only': 'The books have the document value alone; supplier, number, date and value agree.',
  'other-kind': 'The books have another kind of document; supplier, number, date and amounts agree.',
  'original-number': 'The numbers are those of an amended document and its original; the amounts agree.',
  'number-typed-wrong':
    'The numbers differ in one place ({books} in the books); date and amounts agree, and no other document is as near.',
  'number-in-parts': '{parts|# document|# documents} with parts of one number: together the amounts agree.',
  netted: 'The books have the invoice less its credit note.',
  'without-year-and-date': 'The books have the number {books} and the date {booksDate}; the amounts agree.',
  'tax-heads': 'The total tax agrees, the tax heads do not.',
  'amounts-unknown': 'The books have no amounts; supplier, number and date agree.',
  value: 'Supplier and number agree, the amounts do not.',
  'original-value': 'The numbers are those of an amended document and its original; the amounts differ.',
  'letters-and-date':
    'The books have the number {books}, letters for digits, and the date {booksDate}; the amounts agree, and no other document is as near.',
  'part-and-date':
    'The books have a part of the number, {books}, and the date {booksDate}; the amounts agree, and no other document is as near.',
  'number-and-date':
    'The numbers differ in one place ({books} in the books), and so does the date, {booksDate}; the amounts agree, and no other document is as near.',
  'number-differs':
    'The books have another number, {books}; date and amounts agree, and no other document of the supplier has them.',
  'sum-of-day': '{parts|# document|# documents} of one day: together the amounts agree.',
  'sum-of-month': '{parts|# document|# documents} of one month: together the amounts agree.',
  'by-hand': 'Linked by hand.',
} as const;

export const matchWords = {
  'within-tolerance': 'They differ by at most {difference}.',
  'only-in-ims': 'No document of the books is near enough to be it.',
  'only-in-books': 'No record of IMS is near enough to be it: ask the supplier to report it.',
  'copy-in-ims': 'The same document stands in IMS twice: see {of}.',
  'copy-in-books': 'The same document stands in the books twice: see {of}.',
  'reverse-charge': 'Reverse charge: never in IMS.',
  isd: 'From an input service distributor: never in the offline file of IMS.',
  import: 'An import: never in the offline file of IMS.',
  'no-gstin': 'The books have no GSTIN of the supplier.',
  'own-gstin': 'The GSTIN is the recipient’s own.',
} as const;

/** What to do with a category [rule book 5.3]. */
const guides = {
  Matched: 'Accept. A credit note is accepted with the full reduction of ITC.',
  'Matched within tolerance': 'Accept: the difference is rounding.',
  'Date mismatch': 'Accept, and correct the date in the books.',
  Probable: 'Look at the number of each; accept where it is the same document.',
  'Value mismatch':
    'Where IMS has less, accept and ask the supplier for the rest; where IMS has more, keep pending and ask. A credit note is for you to decide.',
  'Tax-head mismatch': 'Keep pending: the place of supply is wrong on one side; ask the supplier to amend.',
  'GSTIN mismatch': 'Look at the GSTIN of each: correct the books, or ask the supplier to amend.',
  'Only in IMS': 'Verify that the goods or services came. Keep pending until then; reject only what is not yours.',
  'Only in books': 'Ask the supplier to report the document; the credit waits until he does.',
  Duplicate: 'Look at both: one of them should go, in the books or by an amendment of the supplier.',
  'Not in IMS scope': 'Nothing to do in IMS: reverse charge, imports and ISD are claimed elsewhere.',
} as const;

export function sayGuide(category: keyof typeof guides): string {
  return guides[category];
}

/** What a column of a register tells, as a reader names it. */
export const registerWords = {
  gstin: 'GSTIN of the supplier',
  name: 'name of the supplier',
  number: 'document number',
  date: 'document date',
  kind: 'document type',
  supplyType: 'type of supply',
  value: 'document value',
  taxable: 'taxable value',
  igst: 'IGST',
  cgst: 'CGST',
  sgst: 'SGST',
  cess: 'cess',
  tax: 'total tax',
  availedIgst: 'ITC availed, IGST',
  availedCgst: 'ITC availed, CGST',
  availedSgst: 'ITC availed, SGST',
  availedCess: 'ITC availed, cess',
  debit: 'debit',
  credit: 'credit',
  side: 'debit or credit',
  rate: 'rate of tax',
  reverseCharge: 'reverse charge',
  placeOfSupply: 'place of supply',
  originalNumber: 'number of the original document',
  originalDate: 'date of the original document',
  receiptNumber: 'number of the goods receipt',
  receiptDate: 'date of the goods receipt',
  paymentDate: 'date of payment',
  paymentReference: 'reference of the payment',
  voucherNumber: 'voucher number',
  voucherDate: 'voucher date',
  serial: 'serial number',
} as const;

/** Kinds of documents, as a reader names them. */
export const kindWords = { invoice: 'invoice', 'debit-note': 'debit note', 'credit-note': 'credit note' } as const;

export type MatchWord = keyof typeof matchWords;
export type Because = keyof typeof because;

export function sayMatch(id: MatchWord, values: Values = {}): string {
  return fill(matchWords[id], values);
}

export function sayBecause(rung: Because, values: Values): string {
  return fill(because[rung], values);
}
