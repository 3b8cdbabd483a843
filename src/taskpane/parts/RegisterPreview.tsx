import { useId } from 'react';
import { kindWords, registerWords, sayMatch } from '../../core/kernel/match-words';
import { formatRupees, type Paise } from '../../core/kernel/money';
import { say } from '../../core/kernel/pane-words';
import { taxHeads } from '../../core/reconcile/register/fields';
import type { ShownSheet } from '../../core/reconcile/register/opened-register';
import type { RegisterDocument } from '../../core/reconcile/register/reading';
import { useLayout } from './layout';
import { LongText } from './LongText';

/** The first documents of the sheet as they are read now. */
export function RegisterPreview({ shown: { documents } }: { readonly shown: ShownSheet }) {
  const layout = useLayout();
  const id = useId();
  return (
    <section className={layout.tight} aria-labelledby={id}>
      <h3 id={id} className={layout.heading}>
        {documents.length === 0
          ? say('register-preview-none')
          : say('register-preview', { documents: documents.length })}
      </h3>
      <ol className={layout.list}>
        {documents.map((document) => (
          <li key={document.rows.join()} className={layout.figures}>
            <Document of={document} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Document({ of: { document, name, rows } }: { readonly of: RegisterDocument }) {
  const layout = useLayout();
  const { number, date, kind, gstin, outOfScope } = document;
  const where =
    rows.length === 1
      ? say('register-of-row', { row: String(rows[0]) })
      : say('register-of-rows', { rows: rows.slice(0, 5).join(', ') });
  return (
    <>
      <p className={layout.text}>
        <span className={layout.strong}>
          <LongText text={number} />
        </span>{' '}
        {[date, kind === 'invoice' ? '' : kindWords[kind]].filter((part) => part !== '').join(', ')}
      </p>
      <p className={layout.small}>
        <LongText text={[name, gstin].filter((part) => part !== '').join(', ')} longest={80} />
      </p>
      <p className={layout.small}>{amountsOf(document).join(' · ')}</p>
      <p className={layout.muted}>
        {[where, outOfScope === undefined ? '' : sayMatch(outOfScope)].filter((part) => part !== '').join('. ')}
      </p>
    </>
  );
}

function amountsOf(document: RegisterDocument['document']): string[] {
  const { taxable, tax, value } = document;
  const told: [string, Paise | undefined][] = [
    [registerWords.taxable, taxable],
    ...taxHeads.map((head): [string, Paise | undefined] => [registerWords[head], document[head]]),
    [registerWords.tax, tax],
    [registerWords.value, value],
  ];
  return told.flatMap(([head, amount]) =>
    amount === undefined ? [] : [say('register-head', { head, amount: formatRupees(amount) })],
  );
}
