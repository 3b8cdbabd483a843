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
import { inRupees } from '../../core/kernel/money';
import type { Answers, UserColumn } from '../../core/language/row';
import type { Card } from '../../core/tasks/card';
import {
  itcChoiceOf,
  noAmounts,
  readAmounts,
  typedOf,
  whatIsMissing,
  type ItcChoice,
  type TypedAmounts,
} from '../state/itc-amounts';
import { NARROW, useLayout } from './layout';

const useStyles = makeStyles({
  // Side by side where they fit, so that the whole question is seen at once.
  choices: { flexWrap: 'wrap', columnGap: 0, marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  choice: { [NARROW]: { width: '100%' } },
  heads: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(116px, 1fr))',
    gap: tokens.spacingHorizontalS,
    alignItems: 'start',
  },
});

interface Props {
  readonly card: Card & { readonly itc: NonNullable<Card['itc']> };
  /** as the row would be with what the user said so far */
  readonly answers: Answers;
  readonly waits: boolean;
  readonly onAnswer: (answers: Partial<Answers>) => void;
}

/** Asked with Accepted alone; an answer in part opens the amounts first. */
export function ItcQuestion({ card: { itc, remarks }, answers, waits, onAnswer }: Props) {
  const styles = useStyles();
  const layout = useLayout();
  const id = useId();
  const said = itcChoiceOf(answers);
  const [opening, setOpening] = useState(false);
  // What is typed and not in the answers yet.
  const [typed, setTyped] = useState<TypedAmounts>();
  const choice = opening ? 'partial' : said;
  const amounts = typed ?? typedOf(answers);
  const asked = answers.status === 'Accepted' && itc.state !== 'closed';
  const pick = (next: ItcChoice): void => {
    setOpening(next === 'partial');
    setTyped(undefined);
    if (next !== 'partial') onAnswer({ itcAnswer: next === 'full' ? 'Yes' : 'No', ...noAmounts });
  };
  const write = (given: Partial<Answers>): void => {
    setOpening(false);
    setTyped(undefined);
    onAnswer(given);
  };
  const missing = asked
    ? whatIsMissing(itc, choice, amounts, remarks.state === 'blocked' ? undefined : answers.remarks)
    : undefined;
  return (
    <section className={layout.tight} aria-labelledby={id}>
      <div className={layout.row}>
        <h3 id={id} className={layout.heading}>
          {say('itc-title')}
        </h3>
        {missing !== undefined && (
          <Badge appearance="outline" color="danger">
            {say(missing)}
          </Badge>
        )}
      </div>
      {(itc.state !== 'needed' || !asked) && <p className={layout.muted}>{itc.text}</p>}
      {asked && (
        <>
          <RadioGroup
            aria-labelledby={id}
            layout="horizontal"
            className={styles.choices}
            value={choice ?? ''}
            disabled={waits}
            onChange={(_, { value }) => pick(value === 'full' || value === 'partial' ? value : 'none')}
          >
            <Radio className={styles.choice} value="full" label={say('itc-full')} />
            <Radio className={styles.choice} value="partial" label={say('itc-partial')} />
            <Radio className={styles.choice} value="none" label={say('itc-none')} />
          </RadioGroup>
          {choice === 'partial' && (
            <Amounts itc={itc} typed={amounts} waits={waits} onType={setTyped} onWrite={write} />
          )}
        </>
      )}
    </section>
  );
}

interface AmountsProps {
  readonly itc: NonNullable<Card['itc']>;
  readonly typed: TypedAmounts;
  readonly waits: boolean;
  readonly onType: (typed: TypedAmounts) => void;
  readonly onWrite: (answers: Partial<Answers>) => void;
}

function Amounts({ itc, typed, waits, onType, onWrite }: AmountsProps) {
  const styles = useStyles();
  const layout = useLayout();
  const [faults, setFaults] = useState<Partial<Record<UserColumn | 'whole', string>>>({});
  const open = itc.heads.filter(({ max }) => max > 0);
  const write = (): void => {
    const reading = readAmounts(itc, typed);
    setFaults(reading.ok ? {} : reading.faults);
    if (reading.ok) onWrite(reading.answers);
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
            label={say('itc-head', { head: label, amount: inRupees(max) })}
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
              onChange={(_, { value }) => onType({ ...typed, [column]: value })}
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
