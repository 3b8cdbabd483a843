import {
  Badge,
  Button,
  Field,
  Input,
  makeStyles,
  mergeClasses,
  Radio,
  RadioGroup,
  tokens,
} from '@fluentui/react-components';
import { useId, useState } from 'react';
import { say } from '../../core/kernel/pane-words';
import type { Answers, UserColumn } from '../../core/language/row';
import type { Card } from '../../core/tasks/card';
import { itcChoiceOf, noAmounts, readAmounts, typedOf, type ItcChoice, type TypedAmounts } from '../state/itc-amounts';
import { inRupees } from '../state/phrases';
import { useLayout } from './layout';

const useStyles = makeStyles({
  heads: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(116px, 1fr))',
    gap: tokens.spacingHorizontalS,
    alignItems: 'start',
  },
});

interface Props {
  readonly itc: NonNullable<Card['itc']>;
  /** as the row would be with what the user said so far */
  readonly answers: Answers;
  readonly waits: boolean;
  readonly onAnswer: (answers: Partial<Answers>) => void;
}

/** Asked with Accepted alone; an answer in part opens the amounts first. */
export function ItcQuestion({ itc, answers, waits, onAnswer }: Props) {
  const layout = useLayout();
  const id = useId();
  const said = itcChoiceOf(answers);
  const [opening, setOpening] = useState(false);
  const choice = opening ? 'partial' : said;
  const accepted = answers.status === 'Accepted';
  const pick = (next: ItcChoice): void => {
    setOpening(next === 'partial');
    if (next !== 'partial') onAnswer({ itcAnswer: next === 'full' ? 'Yes' : 'No', ...noAmounts });
  };
  const write = (given: Partial<Answers>): void => {
    setOpening(false);
    onAnswer(given);
  };
  return (
    <section className={layout.tight} aria-labelledby={id}>
      <div className={layout.row}>
        <h3 id={id} className={layout.heading}>
          {say('itc-title')}
        </h3>
        {accepted && itc.state === 'needed' && said === undefined && (
          <Badge appearance="outline" color="danger">
            {say('itc-needed')}
          </Badge>
        )}
      </div>
      <p className={layout.muted}>{itc.text}</p>
      {accepted && itc.state !== 'closed' && (
        <>
          <RadioGroup
            aria-labelledby={id}
            value={choice ?? ''}
            disabled={waits}
            onChange={(_, { value }) => pick(value === 'full' || value === 'partial' ? value : 'none')}
          >
            <Radio value="full" label={say('itc-full')} />
            <Radio value="partial" label={say('itc-partial')} />
            <Radio value="none" label={say('itc-none')} />
          </RadioGroup>
          {choice === 'partial' && <Amounts itc={itc} answers={answers} waits={waits} onAnswer={write} />}
          {(choice === 'partial' || choice === 'none') && <p className={layout.muted}>{say('itc-remarks')}</p>}
        </>
      )}
    </section>
  );
}

function Amounts({ itc, answers, waits, onAnswer }: Props) {
  const styles = useStyles();
  const layout = useLayout();
  const [typed, setTyped] = useState<TypedAmounts>(() => typedOf(answers));
  const [faults, setFaults] = useState<Partial<Record<UserColumn | 'whole', string>>>({});
  const open = itc.heads.filter(({ max }) => max > 0);
  const write = (): void => {
    const reading = readAmounts(itc, typed);
    setFaults(reading.ok ? {} : reading.faults);
    if (reading.ok) onAnswer(reading.answers);
  };
  return (
    <form
      className={layout.tight}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        write();
      }}
    >
      <div className={styles.heads}>
        {open.map(({ column, label, max }) => (
          <Field
            className={layout.field}
            key={column}
            size="small"
            label={label}
            hint={say('itc-up-to', { amount: inRupees(max) })}
            {...(faults[column] !== undefined && {
              validationState: 'error' as const,
              validationMessage: faults[column],
            })}
          >
            <Input
              className={layout.entry}
              inputMode="decimal"
              autoComplete="off"
              value={typed[column] ?? ''}
              onChange={(_, { value }) => setTyped({ ...typed, [column]: value })}
            />
          </Field>
        ))}
      </div>
      {faults.whole !== undefined && (
        <p className={mergeClasses(layout.text, layout.error)} role="alert">
          {faults.whole}
        </p>
      )}
      <Button type="submit" size="small" disabledFocusable={waits}>
        {say('itc-write')}
      </Button>
    </form>
  );
}
