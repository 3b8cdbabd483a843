import { useId } from 'react';
import { registerWords } from '../../core/kernel/match-words';
import { say } from '../../core/kernel/pane-words';
import { taxHeads, type Field } from '../../core/reconcile/register/fields';
import type { Corrections, Layout } from '../../core/reconcile/register/layout';
import { useLayout } from './layout';
import { RegisterColumn } from './RegisterColumn';

/** What a document is compared by; the other columns are shown on request. */
const first: readonly Field[] = ['gstin', 'name', 'number', 'date', 'kind', 'taxable', ...taxHeads, 'tax', 'value'];
const others = (Object.keys(registerWords) as Field[]).filter((field) => !first.includes(field));

interface Props {
  readonly layout: Layout;
  readonly onCorrect: (corrections: Corrections) => void;
}

/** The column of each field, as it was recognised and as the user corrects it. */
export function RegisterColumns({ layout: how, onCorrect }: Props) {
  const layout = useLayout();
  const id = useId();
  const found = others.filter((field) => how.columns[field] !== undefined);
  const isTaxAlone = how.columns.tax !== undefined && taxHeads.every((head) => how.columns[head] === undefined);
  const column = (field: Field) => (
    <RegisterColumn
      key={field}
      field={field}
      layout={how}
      onPick={(headings) => onCorrect({ columns: { [field]: headings } })}
    />
  );
  return (
    <section className={layout.near} aria-labelledby={id}>
      <h3 id={id} className={layout.heading}>
        {say('register-columns')}
      </h3>
      {first.map(column)}
      {isTaxAlone && <p className={layout.muted}>{say('register-tax-alone', { tax: registerWords.tax })}</p>}
      <details className={layout.text} open={found.some((field) => how.columns[field]?.guessed === true)}>
        <summary className={layout.summary} tabIndex={0}>
          {say('register-columns-more', { found: found.length })}
        </summary>
        <div className={layout.near}>{others.map(column)}</div>
      </details>
    </section>
  );
}
