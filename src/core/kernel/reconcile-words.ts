import { fill, type Values } from './fill';

// The catalogue of `ims reconcile`, which the pane need not load.

const reconcileWords = {
  'cli-reconcile-register': 'register as .xlsx, .xls, .csv or .tsv, from any accounting program',
  'cli-reconcile-apply': 'write what is suggested for records of these categories that still have No Action: {known}',
  'cli-reconcile-sheet':
    'sheet of the register to read, if not the first that has its columns; repeat it to read several',
  'cli-reconcile-column':
    'column of a field by its heading, such as "document number=Bill ref"; repeat it for other fields, and to add amounts up; with no heading the field is not read',
  'cli-reconcile-headings': 'row of the headings, such as 3, or rows, such as 3-4; 0 where there are none',
  'cli-reconcile-day-order': 'how to read dates such as 05-04-2026: {known}',
  'cli-reconcile-exchanged': 'whether day and month are exchanged in cells that are dates: {known}',
  'cli-reconcile-invoices': 'side of zero on which purchase invoices are written: {known}',
  'cli-reconcile-type':
    'document that a word of the type column stands for, such as "PRTN=credit note"; without a word, of documents that have no type',
  'cli-reconcile-anew': 'forget what was corrected before for these headings',
  'cli-reconcile-memory': 'links and corrections of this client to remember, from another workbook',
  'cli-reconcile-save-memory':
    'new file for what this workbook remembers of the client, to take along to the next month',
  'cli-wrong-rows': 'write a row such as 3, or rows such as 3-4.',
  'cli-wrong-choice': 'write one of: {known}.',
  'cli-column-form': '--column {said}: write a field, = and a heading, such as "document number=Bill ref"',
  'cli-column-twice': '--column: {field} has one column, and it is named twice',
  'cli-fields': 'Fields of --column:',
  'cli-type-form': '--type {said}: write a word, = and what it stands for (one of: {known})',
  'cli-wrong-category': '--apply: {category} is no category (known: {known})',
  'cli-compared':
    'Compared {workbook} with {register}, {sheets|sheet|sheets} {names}: {records|# record|# records}, {documents|# document|# documents}.',
  'cli-applied': '{records|# record|# records} answered as suggested in {workbook}.',
  'cli-not-applied':
    'The comparison stands in {workbook}, beside Status and on the sheets Reconciliation, Only in books and Duplicates. No Status was changed; to write what is suggested, name categories: {example}',
  'cli-left-out': '{records|# record was|# records were} left as {records|it is|they are}: {reason}',
  'cli-row-unreadable': '{register}, {place}: {reason}',
  'cli-rows-unreadable': '{register}: {rows|# row was|# rows were} not read; the first:',
  'cli-other-sheets':
    'Not read: {sheets}, which may be {count|a register|registers} too. To read several sheets together, name each with --sheet.',
  'cli-memory-saved':
    '{file} remembers {linked|# link|# links} by hand, {parted|# pair|# pairs} parted by hand and {layouts|# layout|# layouts} of registers; next month: --memory {file}',
} as const satisfies Record<string, string>;

export type ReconcileWord = keyof typeof reconcileWords;

export function sayReconcile(id: ReconcileWord, values: Values = {}): string {
  return fill(reconcileWords[id], values);
}
