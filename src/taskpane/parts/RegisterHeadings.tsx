import { Field, Select } from '@fluentui/react-components';
import { say } from '../../core/kernel/pane-words';
import type { Corrections } from '../../core/reconcile/register/layout';
import type { ShownSheet } from '../../core/reconcile/register/opened-register';
import { useLayout } from './layout';

const NONE = '0';
const MOST_ROWS = 3;

interface Props {
  readonly shown: ShownSheet;
  readonly onCorrect: (corrections: Corrections) => void;
}

/** The rows that hold the headings. */
export function RegisterHeadings({ shown: { layout: how, top }, onCorrect }: Props) {
  const layout = useLayout();
  const { headerRows } = how;
  const first = headerRows?.first ?? 0;
  const count = headerRows === undefined ? 0 : headerRows.last - headerRows.first + 1;
  const take = (row: number, rows: number): void =>
    onCorrect({ headerRows: row === 0 ? { first: 1, last: 0 } : { first: row, last: row + rows - 1 } });
  const look = { className: layout.entry, select: { className: layout.option } };
  return (
    <div className={layout.near}>
      <Field className={layout.field} label={say('register-heading-row')}>
        <Select {...look} value={String(first)} onChange={(_, { value }) => take(Number(value), Math.max(1, count))}>
          <option value={NONE}>{say('register-headings-none')}</option>
          {top.map((text, index) => (
            <option key={index} value={String(index + 1)}>
              {say('register-headings-at', { row: String(index + 1), text })}
            </option>
          ))}
        </Select>
      </Field>
      {count > 0 && (
        <Field className={layout.field} label={say('register-heading-rows')}>
          <Select {...look} value={String(count)} onChange={(_, { value }) => take(first, Number(value))}>
            {Array.from({ length: MOST_ROWS }, (_, index) => (
              <option key={index} value={String(index + 1)}>
                {say('register-rows', { rows: index + 1 })}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </div>
  );
}
