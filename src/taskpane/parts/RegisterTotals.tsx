import { mergeClasses } from '@fluentui/react-components';
import { useId } from 'react';
import { registerWords, sayMatch } from '../../core/kernel/match-words';
import { inRupees, formatCount } from '../../core/kernel/money';
import { say, type WordId } from '../../core/kernel/pane-words';
import type { DocumentKind } from '../../core/reconcile/document';
import { taxHeads } from '../../core/reconcile/register/fields';
import type { ShownSheet } from '../../core/reconcile/register/opened-register';
import type { KindSum, RegisterSums } from '../../core/reconcile/register/register-sums';
import { useLayout } from './layout';

const kindHeadings = {
  invoice: 'register-kind-invoice',
  'debit-note': 'register-kind-debit-note',
  'credit-note': 'register-kind-credit-note',
} as const satisfies Record<DocumentKind, WordId>;

interface Props {
  readonly sums: RegisterSums;
  /** of the sheet that is shown */
  readonly counts?: ShownSheet['counts'];
}

/** What is read of a register, to be compared with the books' own totals. */
export function RegisterTotals({ sums, counts }: Props) {
  const layout = useLayout();
  const id = useId();
  const { kinds, taxable, tax, outOfScope } = sums;
  const skipped = counts === undefined ? 0 : counts.total + counts.heading + counts.blank;
  return (
    <section className={mergeClasses(layout.panel, layout.figures)} aria-labelledby={id}>
      <h3 id={id} className={layout.heading}>
        {say('register-sum-title')}
      </h3>
      {kinds.map((sum) => (
        <div key={sum.kind}>
          <p className={mergeClasses(layout.text, layout.strong)}>
            {say(kindHeadings[sum.kind], { documents: formatCount(sum.documents) })}
          </p>
          <p className={layout.small}>{amountsOf(sum).join(' · ')}</p>
        </div>
      ))}
      {kinds.length > 1 && (
        <div>
          <p className={mergeClasses(layout.text, layout.strong)}>{say('register-net')}</p>
          <p className={layout.small}>
            {[
              say('register-taxable', { amount: inRupees(taxable) }),
              say('register-tax', { amount: inRupees(tax) }),
            ].join(' · ')}
          </p>
        </div>
      )}
      {outOfScope.map(({ why, documents }) => (
        <p key={why} className={layout.small}>
          {say('register-out-of-scope', { documents, why: sayMatch(why) })}
        </p>
      ))}
      {counts !== undefined && skipped > 0 && (
        <p className={layout.muted}>
          {say('register-skipped', { totals: counts.total, headings: counts.heading, blanks: counts.blank })}
        </p>
      )}
      <p className={layout.muted}>{say('register-sum-hint')}</p>
    </section>
  );
}

function amountsOf({ taxable, tax, heads, value }: KindSum): string[] {
  const told = taxHeads.flatMap((head) => {
    const amount = heads[head];
    return amount === undefined ? [] : [say('register-head', { head: registerWords[head], amount: inRupees(amount) })];
  });
  return [
    ...(taxable === 0 && value !== 0 ? [] : [say('register-taxable', { amount: inRupees(taxable) })]),
    say('register-tax', { amount: inRupees(tax) }),
    ...told,
    ...(value === 0 ? [] : [say('register-value', { amount: inRupees(value) })]),
  ];
}
