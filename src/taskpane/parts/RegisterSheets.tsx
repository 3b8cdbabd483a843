import { Field, Select, Switch } from '@fluentui/react-components';
import { useId } from 'react';
import { say } from '../../core/kernel/pane-words';
import type { RegisterChange, RegisterLook } from '../../core/reconcile/register/opened-register';
import { useLayout } from './layout';

interface Props {
  readonly look: RegisterLook;
  readonly onChange: (change: RegisterChange) => void;
}

/** Which sheets of a file are taken, and which of them is shown. */
export function RegisterSheets({ look: { sheets, shown }, onChange }: Props) {
  const layout = useLayout();
  const id = useId();
  const chosen = sheets.filter((sheet) => sheet.chosen).map(({ name }) => name);
  const choose = (name: string, isChosen: boolean): void =>
    onChange({ choose: isChosen ? [...chosen, name] : chosen.filter((other) => other !== name) });
  return (
    <section className={layout.tight} aria-labelledby={id}>
      <h3 id={id} className={layout.heading}>
        {say('register-sheets')}
      </h3>
      {sheets.map(({ name, rows, looksRight, chosen: isChosen }) => (
        <Switch
          key={name}
          checked={isChosen}
          label={say(looksRight ? 'register-sheet-of' : 'register-sheet-poor', { sheet: name, rows })}
          onChange={(_, { checked }) => choose(name, checked)}
        />
      ))}
      <Field className={layout.field} label={say('register-shown')}>
        <Select
          className={layout.entry}
          select={{ className: layout.option }}
          value={shown.name}
          onChange={(_, { value }) => onChange({ show: value })}
        >
          {sheets.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
    </section>
  );
}
