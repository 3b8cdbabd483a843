import { fill, type Values } from './fill';

// The catalogue of the comparison with the books: why two documents are the same, and why not.

/** By the rung that paired them. `{ims}` and `{books}` are document numbers. */
export const because = {
  same: 'Supplier, number, date and amounts agree.',
  'written-otherwise': 'The books have the number as {books}; supplier, date and amounts agree.',
  separators: 'The books have the number as {books}, with other separators; supplier, date and amounts agree.',
  'without-year':
    'The books have the number as {books}, with the financial year left out or in another form; supplier, date and amounts agree.',
  part: 'The books have the number as {books}, one being a part of the other; supplier, date and amounts agree.',
  'same-number-in-parts': '{parts|# document|# documents} with the same number: together the amounts agree.',
  'other-gstin-of-pan':
    'The books have GSTIN {booksGstin} of the same PAN, number {books} and date {booksDate}; the amounts agree.',
  'gstin-typed-wrong':
    'The books have GSTIN {booksGstin}, which differs in one character, number {books} and date {booksDate}; the amounts agree.',
  'gstin-missing':
    'One side has no GSTIN of the supplier; the books have number {books} and date {booksDate}; the amounts agree.',
  'date-differs': 'The books have the date {booksDate}; supplier, number and amounts agree.',
  'date-missing': 'One side has no date; supplier, number and amounts agree.',
  'date-typed-wrong':
    'The books have the date {booksDate}, which may be a typing error; supplier, number and amounts agree.',
  'letters-for-digits':
    'The books have the number as {books}, with letters in place of digits; supplier, date and amounts agree.',
  'value-only': 'The books have only the document value; supplier, number, date and value agree.',
  'other-kind': 'The books have another type of document; supplier, number, date and amounts agree.',
  'original-number': 'One number is that of the amendment, the other that of its original; the amounts agree.',
  'number-typed-wrong':
    'The numbers differ in one place ({books} in the books); date and amounts agree, and no other document is as close.',
  'number-in-parts':
    '{parts|# document|# documents} whose numbers are parts of one number: together the amounts agree.',
  netted: 'The books have the invoice net of its credit note.',
  'without-year-and-date': 'The books have the number {books} and the date {booksDate}; the amounts agree.',
  'tax-heads': 'The total tax agrees, the tax heads do not.',
  'amounts-unknown': 'The books have no amounts; supplier, number and date agree.',
  value: 'Supplier and number agree, the amounts do not.',
  'original-value': 'One number is that of the amendment, the other that of its original; the amounts differ.',
  'letters-and-date':
    'The books have the number {books}, with letters in place of digits, and the date {booksDate}; the amounts agree, and no other document is as close.',
  'part-and-date':
    'The books have the number as {books}, one being a part of the other, and the date {booksDate}; the amounts agree, and no other document is as close.',
  'number-and-date':
    'The numbers differ in one place ({books} in the books), and the books have the date {booksDate}; the amounts agree, and no other document is as close.',
  'number-differs':
    'The books have another number, {books}; date and amounts agree, and no other document of the supplier has them.',
  'sum-of-day': '{parts|# document|# documents} of the same day: together the amounts agree.',
  'sum-of-month': '{parts|# document|# documents} of the same month: together the amounts agree.',
  'by-hand': 'Linked by hand.',
} as const;

/** What a rung asks for, as a rule that a document comes close to. */
const rules = {
  same: 'same supplier, number, date and amounts',
  'written-otherwise': 'same supplier, date and amounts; same number in another spelling',
  'same-number-in-parts': 'several documents with the same number that have the same amounts together',
  separators: 'same supplier, date and amounts; same number with other separators',
  'without-year': 'same supplier, date and amounts; same number without the financial year',
  part: 'same supplier, date and amounts; one number a part of the other',
  'other-gstin-of-pan': 'same PAN under another GSTIN; same number, date and amounts',
  'gstin-typed-wrong': 'same number, date and amounts; one wrong character in the GSTIN',
  'gstin-missing': 'same number, date and amounts; no GSTIN on one side',
  'date-differs': 'same supplier, number and amounts; another date of the financial year',
  'date-missing': 'same supplier, number and amounts; no date on one side',
  'date-typed-wrong': 'same supplier, number and amounts; a date that may be a typing error',
  'letters-for-digits': 'same supplier, date and amounts; letters in place of digits in the number',
  'value-only': 'same supplier, number, date and document value; no taxable value in the books',
  'other-kind': 'same supplier, number, date and amounts; another type of document',
  'original-number': 'same supplier and amounts; an amendment and its original',
  'number-typed-wrong': 'same supplier, date and amounts; a number that differs in one place',
  'number-in-parts': 'several documents with parts of the number that have the same amounts together',
  netted: 'an invoice net of its credit note',
  'without-year-and-date': 'same supplier and amounts; same number without the financial year, another date',
  'tax-heads': 'same supplier, number and total tax; other tax heads',
  'amounts-unknown': 'same supplier, number and date; no amounts in the books',
  value: 'same supplier and number, a date close by; other amounts',
  'original-value': 'same supplier; an amendment and its original, other amounts',
  'letters-and-date': 'same supplier and amounts; letters in place of digits in the number, another date',
  'part-and-date': 'same supplier and amounts; one number a part of the other, another date',
  'number-and-date': 'same supplier and amounts; a number that differs in one place, another date',
  'number-differs': 'same supplier, date and amounts; another number',
  'sum-of-day': 'several documents of the day that have the same amounts together',
  'sum-of-month': 'several documents of the month that have the same amounts together',
  'by-hand': 'linked by hand',
} as const satisfies Record<Because, string>;

export const matchWords = {
  'within-tolerance': 'The amounts differ by at most {difference}.',
  'only-in-ims': 'No document in the books is close enough to be a match.',
  'only-in-books': 'No record in IMS is close enough to be a match: ask the supplier to report it.',
  'copy-in-ims': 'The same document is in IMS twice: see {of}.',
  'copy-in-books': 'The same document is in the books twice: see {of}.',
  'reverse-charge': 'Reverse charge: never in IMS.',
  isd: 'From an input service distributor: never in the offline file of IMS.',
  import: 'An import: never in the offline file of IMS.',
  'no-gstin': 'The books have no GSTIN of the supplier.',
  'own-gstin': 'The GSTIN is your own.',
} as const;

/** What to do with a category [rule book 5.3]. */
const guides = {
  Matched: 'Accept. A credit note is accepted with the full reduction of ITC.',
  'Matched within tolerance': 'Accept: the difference is rounding.',
  'Date mismatch': 'Accept, and correct the date in the books.',
  Probable: 'Compare the document numbers; accept if it is the same document.',
  'Value mismatch':
    'Where IMS has less, accept and ask the supplier for the rest; where IMS has more, keep pending and ask. Decide credit notes yourself.',
  'Tax-head mismatch': 'Keep pending: the place of supply is wrong on one side; ask the supplier to amend.',
  'GSTIN mismatch': 'Compare the GSTINs: correct the books, or ask the supplier to amend.',
  'Only in IMS':
    'Verify that you received the goods or services. Keep pending until then; reject only what is not yours.',
  'Only in books': 'Ask the supplier to report the document; there is no credit until then.',
  Duplicate: 'Check both: one should go, from your books or by an amendment from the supplier.',
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

export function sayRule(rung: Because): string {
  return rules[rung];
}

export function sayBecause(rung: Because, values: Values): string {
  return fill(because[rung], values);
}
