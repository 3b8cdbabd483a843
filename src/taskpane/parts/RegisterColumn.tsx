import { Button, Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { registerWords } from '../../core/kernel/match-words';
import { say } from '../../core/kernel/pane-words';
import { isAmountField, type Field as RegisterField } from '../../core/reconcile/register/fields';
import type { Layout } from '../../core/reconcile/register/layout';
import { beginOf } from '../state/use-folded';
import { Guessed } from './Guessed';
import { useLayout } from './layout';

/** No heading is this. */
const NONE = '';
const SEVERAL = '\u0000';

interface Props {
  readonly field: RegisterField;
  readonly layout: Layout;
  /** headings of the columns that the field is read from */
  readonly onPick: (headings: readonly string[]) => void;
}

/** The column that one field is read from; amounts may be added up from several. */
export function RegisterColumn({ field, layout: how, onPick }: Props) {
  const layout = useLayout();
  const [picked, setPicked] = useState<{ readonly before: Layout; readonly value: string }>();
  const [adds, setAdds] = useState(false);
  const choice = how.columns[field];
  const headings = choice?.value.map((column) => how.headings[column] ?? '') ?? [];
  const now = headings.length > 1 ? SEVERAL : (headings[0] ?? NONE);
  const isMissing = how.missing.includes(field);
  const name = capital(registerWords[field]);
  const look = { className: layout.entry, select: { className: layout.option } };
  const pick = (value: string): void => {
    setPicked({ before: how, value });
    onPick(value === NONE ? [] : [value]);
  };
  const add = (value: string): void => {
    setAdds(false);
    if (value !== NONE) onPick([...headings, value]);
  };
  return (
    <div className={layout.tight}>
      <Field
        className={layout.field}
        label={name}
        {...(isMissing && {
          validationState: 'error' as const,
          validationMessage: say(field === 'taxable' ? 'register-needed-amount' : 'register-needed'),
        })}
        hint={hintOf(how, field)}
      >
        <Select
          {...look}
          value={picked?.before === how ? picked.value : now}
          onChange={(_, { value }) => {
            if (value !== SEVERAL) pick(value);
          }}
        >
          <option value={NONE}>{say('register-column-none')}</option>
          {headings.length > 1 && (
            <option value={SEVERAL}>{say('register-columns-sum', { headings: headings.join(' + ') })}</option>
          )}
          <Headings of={how} />
        </Select>
      </Field>
      {isAmountField(field) && headings.length > 0 && !adds && (
        <span>
          <Button
            size="small"
            appearance="subtle"
            aria-label={`${say('register-add')}: ${name}`}
            onClick={() => setAdds(true)}
          >
            {say('register-add')}
          </Button>
        </span>
      )}
      {adds && (
        <Field className={layout.field} label={say('register-added', { field: name })}>
          <Select {...look} value={NONE} onChange={(_, { value }) => add(value)}>
            <option value={NONE}>{say('register-column-choose')}</option>
            <Headings of={how} without={headings} />
          </Select>
        </Field>
      )}
    </div>
  );
}

function Headings({ of, without = [] }: { readonly of: Layout; readonly without?: readonly string[] }) {
  return of.headings
    .filter((heading) => !without.includes(heading))
    .map((heading) => (
      <option key={heading} value={heading}>
        {beginOf(heading)}
      </option>
    ));
}

function hintOf(how: Layout, field: RegisterField) {
  if (field === 'gstin' && how.partyRows) return say('register-party-rows');
  const said = how.corrections.columns?.[field] !== undefined;
  const choice = how.columns[field];
  return choice !== undefined && (choice.guessed || said) ? <Guessed choice={choice} said={said} /> : null;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
