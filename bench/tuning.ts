import { matchDocuments } from '../src/core/reconcile/match';
import type { TaxDocument } from '../src/core/reconcile/document';
import { formatRupees } from '../src/core/kernel/money';
import { makeRegister, type RegisterOptions } from '../test/support/reconcile/register';
import { emptyScore, judge } from '../test/support/reconcile/score';
import { tableOf } from '../test/support/reconcile/scoreboard';
import { TUNING_SEEDS } from '../test/support/reconcile/seeds';

/**
 * How the comparison with the books comes out on the seeds for tuning, defect by defect, and each case that came out
 * wrong with its documents. Arguments: what the books have no columns for (`nothing`, `value`, `tax heads`), and a part
 * of the names of the cases to show.
 */
const [without = 'nothing', wanted = ''] = process.argv.slice(2) as [RegisterOptions['without']?, string?];
const score = emptyScore();
for (const seed of TUNING_SEEDS) {
  const register = makeRegister({ seed, without });
  judge(register, matchDocuments(register.ims, register.books), score);
}
for (const { name, what, ims, books } of score.failures.filter((failure) => failure.name.includes(wanted))) {
  const lines = [
    ...ims.map((document) => `    IMS   ${shown(document)}`),
    ...books.map((document) => `    books ${shown(document)}`),
  ];
  process.stdout.write(`${name}: ${what}\n${lines.join('\n')}\n`);
}
process.stdout.write(tableOf(score));

function shown({ gstin, number, date, kind, original, ...rest }: TaxDocument): string {
  const { taxable, igst, cgst, sgst, cess, value } = rest;
  const amounts = [taxable, igst, cgst, sgst, cess, value].map((paise) =>
    paise === undefined ? '-' : formatRupees(paise),
  );
  const amends = original === undefined ? '' : ` amends ${original.number} of ${original.date}`;
  return `${gstin || '-'} "${number}" ${date || '-'} ${kind} ${amounts.join(' | ')}${amends}`;
}
