import { registerWords } from '../core/kernel/match-words';
import { done, refuse, type Result } from '../core/kernel/result';
import { sayReconcile } from '../core/kernel/reconcile-words';
import { isAmountField, taxHeads, type Field } from '../core/reconcile/register/fields';
import type { Layout } from '../core/reconcile/register/layout';
import { isSame, listed, named, splitAt, wrong } from './named';

/** What a document is compared by; the others stand in the help. */
const firstFields: readonly Field[] = [
  'gstin',
  'name',
  'number',
  'date',
  'kind',
  'taxable',
  ...taxHeads,
  'tax',
  'value',
];
const fields = Object.keys(registerWords) as Field[];

/** Fields as they are written in an option, for the help. */
export const spokenFields = fields.map((field) => registerWords[field]).join('; ');

type WantedColumns = Partial<Record<Field, readonly string[]>>;

/** Headings by field; a blank one says that there is no column. */
export function readColumns(written: readonly string[]): Result<WantedColumns> {
  const wanted: WantedColumns = {};
  for (const text of written) {
    const [said = '', heading] = splitAt(text, text.indexOf('='));
    if (heading === undefined) return wrong(sayReconcile('cli-column-form', { said: text }));
    const field = fields.find((one) => isSame(registerWords[one], said)) ?? fields.find((one) => isSame(one, said));
    if (field === undefined)
      return refuse('register-field-unknown', '--column', {
        field: said,
        known: firstFields.map((one) => registerWords[one]).join(', '),
        more: fields.length - firstFields.length,
      });
    const before = wanted[field];
    if (before !== undefined && (!isAmountField(field) || before.length === 0 || heading === ''))
      return wrong(sayReconcile('cli-column-twice', { field: registerWords[field] }));
    wanted[field] = [...(before ?? []), ...(heading === '' ? [] : [heading])];
  }
  return done(wanted);
}

/** For each sheet the columns that it has; refused where no sheet has one of them. */
export function placeColumns(file: string, wanted: WantedColumns, layouts: readonly Layout[]): Result<WantedColumns[]> {
  const all = [...new Set(layouts.flatMap(({ headings }) => headings))];
  const missing = Object.values(wanted)
    .flat()
    .find((heading) => named(all, heading) === undefined);
  if (missing !== undefined) return refuse('register-heading-unknown', file, { heading: missing, known: listed(all) });
  return done(
    layouts.map(({ headings }) => {
      const columns: WantedColumns = {};
      for (const [field, of] of Object.entries(wanted) as [Field, readonly string[]][]) {
        const found = of.flatMap((heading) => named(headings, heading) ?? []);
        if (found.length > 0 || of.length === 0) columns[field] = found;
      }
      return columns;
    }),
  );
}
