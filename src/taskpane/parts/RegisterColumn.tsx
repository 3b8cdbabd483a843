import { Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { registerWords } from '../../core/kernel/match-words';
import { say } from '../../core/kernel/pane-words';
import { isAmountField, type Field as RegisterField } from '../../core/reconcile/register/fields';
import type { Layout } from '../../core/reconcile/register/layout';
import { beginOf } from '../state/use-folded';
import { Guessed } from './Guessed';
import { useLayout } from './layout';

/** No heading is or begins with one of these. */
const NONE = '';
const SEVERAL = '\u0000';
const ADD = '\u0001';

interface Props {
  readonly field: RegisterField;
  readonly layout: Layout;
  /** headings of the columns that the field is read from */
  readonly onPick: (headings: readonly string[]) => void;
}

/** The column that one field is read from; amounts may be added up from several. */
export function RegisterColumn({ field, layout: how, onPick }: Props) {
  const layout = useLayout();
  // The choice stays as the user made it until the sheet was read again.
  const [picked, setPicked] = useState<{ readonly before: Layout; readonly value: string }>();
  const headings = how.columns[field]?.value.map((column) => how.headings[column] ?? '') ?? [];
  const now = headings.length > 1 ? SEVERAL : (headings[0] ?? NONE);
  const pick = (value: string): void => {
    if (value === SEVERAL) return;
    setPicked({ before: how, value });
    if (value.startsWith(ADD)) onPick([...headings, value.slice(ADD.length)]);
    else onPick(value === NONE ? [] : [value]);
  };
  const others = how.headings.filter((heading) => !headings.includes(heading));
  return (
    <Field
      className={layout.field}
      label={capital(registerWords[field])}
      {...(how.missing.includes(field) && {
        validationState: 'error' as const,
        validationMessage: say(field === 'taxable' ? 'register-needed-amount' : 'register-needed'),
      })}
      hint={hintOf(how, field)}
    >
      <Select
        className={layout.entry}
        select={{ className: layout.option }}
        value={picked?.before === how ? picked.value : now}
        onChange={(_, { value }) => pick(value)}
      >
        <option value={NONE}>{say('register-column-none')}</option>
        {headings.length > 1 && (
          <option value={SEVERAL}>{say('register-columns-sum', { headings: headings.join(' + ') })}</option>
        )}
        {how.headings.map((heading) => (
          <option key={heading} value={heading}>
            {beginOf(heading)}
          </option>
        ))}
        {isAmountField(field) && headings.length > 0 && others.length > 0 && (
          <optgroup label={say('register-add')}>
            {others.map((heading) => (
              <option key={heading} value={ADD + heading}>
                {say('register-added', { heading: beginOf(heading) })}
              </option>
            ))}
          </optgroup>
        )}
      </Select>
    </Field>
  );
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
