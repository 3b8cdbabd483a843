import { fill, type Values } from './fill';

// The catalogue of the pane's part of the comparison: cards, the two sides of a record, near documents, memory.

export const matchingWords = {
  // The screen
  title: 'Reconcile',
  register: 'Purchase register: {file}, sheet {sheet}, read on {at}: {documents|# document|# documents}.',
  shown: 'The sheets: {shown}.',
  'not-written': 'The sheets do not show the comparison yet. Press Start Matching to fill the columns beside Status.',
  outdated:
    'Records, register or links have changed since the sheets were filled. What stands here is of now; press Start Matching to bring the sheets up to date.',
  'accept-safe': 'Accept what matches… ({records|# record|# records})',
  'safe-about': 'Only Matched and Matched within tolerance may be accepted without a look at each record.',
  'safe-none': 'No record that matches is still without an action.',
  cards: 'By category',
  none: 'Nothing in: {categories}.',
  'card-records': '{records|# record|# records} in IMS',
  'card-documents': '{documents|# document|# documents} in the books',
  'card-tax': 'Tax {tax}',
  'card-open': 'Still without an action: {open|# record|# records} ({suggested}).',
  'open-Accepted': '{records} to accept',
  'open-Pending': '{records} to keep pending',
  'open-look': '{records} to look at',
  'card-decided': 'Every record has an action.',
  'show-in-sheet': 'Show in sheet',
  'show-all-rows': 'Show all rows',
  'show-in-sheet-of': 'Show in sheet: {category}',
  apply: 'Apply…',
  'apply-of': 'Apply…: {category}',

  // The preview
  'would-accept': 'Accept {records|# record|# records}: taxable value {taxable}, tax {tax}.',
  'would-wait': 'Keep {records|# record|# records} pending: taxable value {taxable}, tax {tax}.',
  'notes-taken-off': 'Credit notes are taken off.',
  'would-nothing': 'No record would change.',
  'of-category': 'Category: {category}.',
  'itc-answers': 'Credit notes, and how far your ITC is reduced',
  'itc-full': '{records|# note|# notes} with tax {tax}: in full.',
  'itc-partial': '{records|# note|# notes} with tax {tax}: in part, as far as the books availed the ITC.',
  'itc-nil': '{records|# note|# notes} with tax {tax}: not at all.',
  'look-first':
    'In this category IMS and the books differ: show the records in the sheet and check them before you apply.',

  // The two sides of a record
  'not-compared': 'This record was not compared: it is not in the last download.',
  'sides-title': 'In your books',
  'fields-title': 'Field by field',
  comparing: 'Comparing with the books…',
  'side-ims': 'IMS',
  'side-books': 'Books',
  'side-ims-several': 'IMS ({count|# document|# documents} together)',
  'side-books-several': 'Books ({count|# document|# documents} together)',
  differs: 'Differs',
  'differs-by': 'Books {sign} {amount}',
  more: 'more by',
  less: 'less by',
  untold: 'not given',
  'books-have-more': 'The books have {amount} more.',
  'books-have-less': 'The books have {amount} less.',
  'no-difference': 'No difference in tax or taxable value.',
  'suggested-is': 'Suggested: {action}.',
  'books-extras': 'Further details in the books: {document}',
  unlink: 'Unlink',
  'why-not': 'Why not matched?',
  'other-candidates': 'Other candidates',
  'group-of': 'Matched together with: {numbers}.',
  'no-candidates': 'No document in the books has this supplier, PAN, number or taxable value.',
  'candidates-found': '{near|# document|# documents} listed from the books.',
  'candidates-about': 'The documents in the books that come closest, the closest first.',
  'closest-rule': 'Closest rule: {rule}.',
  'missed-by': 'It does not fit because: {fields}.',
  'nothing-missed': 'It fits this rule, but another document fits as well or better, or you unlinked it.',
  'differs-too': 'Differs too, which this rule allows: {fields}.',
  'taken-by': 'It is matched with {number} ({place}) now; linking takes it from there.',
  'link-anyway': 'Link anyway',
  'link-anyway-of': 'Link anyway: {document}',

  // Fields
  gstin: 'GSTIN of supplier',
  name: 'Trade/Legal name',
  number: 'Document number',
  date: 'Document date',
  kind: 'Document type',
  taxable: 'Taxable value',
  igst: 'IGST',
  cgst: 'CGST',
  sgst: 'SGST',
  cess: 'Cess',
  value: 'Document value',
  row: 'Row in the register',
  place: 'Place of supply',
  receipt: 'Goods receipt',
  payment: 'Payment',
  voucher: 'Voucher',
  against: 'Note against',
  availed: 'ITC availed',
  'number-and-date': '{number} of {date}',

  // What keeps two documents apart
  'gstin-differs': 'GSTIN differs ({books} in the books)',
  'gstin-of-pan': 'another GSTIN of the same PAN ({books} in the books)',
  'gstin-missing': 'one side has no GSTIN',
  'kind-differs': '{books} in the books, {ims} in IMS',
  'number-differs': 'number differs ({books} in the books)',
  'number-missing': 'the books have no number',
  'days-apart': 'date {days|# day|# days} apart ({date} in the books)',
  'date-missing': 'one side has no date',
  'amount-off': '{head} off by {amount}',
  'amounts-untold': 'the books do not have all amounts',

  // Why an action is suggested, and what to look at where only a person can tell
  'reason-asks-reduction': 'Accepting it asks how far your ITC is to be reduced: answer that yourself.',
  'reason-note-differs': 'A credit note takes credit away: check its amounts before you accept it.',
  'reason-note-not-booked': 'Check this credit note before you accept it: it takes credit away.',
  'reason-amounts-untold': 'The totals do not show which side has more: compare the amounts with the document.',
  'reason-pending-blocked': 'The portal does not allow Pending for it: check it, then accept or reject it.',
  'reason-pending-ended': 'The last date for Pending was {day} ({why}): check it, then accept or reject it.',
  'reason-same-document': 'Check that both are the same document; if they are, accept it.',
  'reason-which-gstin': 'Check which GSTIN stands on the document before you accept it.',
  'reason-stands-twice': 'Its credit can be taken only once: check which of the two is right.',
  'reason-twins-differ': 'The portal sent it twice and takes one answer for both: decide both rows together.',
  'reason-alike':
    'Your books have {documents|# document|# documents} of this supplier with the same amounts: see Why not matched? on the record card.',
  'reason-reverse-charge':
    'Your books have this number under reverse charge, which is never in IMS: check the document.',
  'reason-isd':
    'Your books have this number from an input service distributor, which is never in IMS offline: check the document.',
  'reason-import': 'Your books have this number as an import, which is never in IMS offline: check the document.',

  // Memory
  'memory-title': 'Remembered for this client',
  'memory-about':
    '{linked|# link|# links} made by hand, {parted|# pair|# pairs} unlinked by hand, {layouts|# register layout|# register layouts}. A file takes them into next month’s workbook.',
  'memory-export': 'Export memory',
  'memory-import': 'Import memory',
  'memory-text': 'Contents of {name}',
} as const satisfies Record<string, string>;

export type MatchingWord = keyof typeof matchingWords;

export function sayMatching(id: MatchingWord, values: Values = {}): string {
  return fill(matchingWords[id], values);
}
