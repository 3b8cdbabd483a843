import { Field, Radio, RadioGroup, Select, Switch } from '@fluentui/react-components';
import { useId } from 'react';
import { kindWords } from '../../core/kernel/match-words';
import { say } from '../../core/kernel/pane-words';
import type { DocumentKind } from '../../core/reconcile/document';
import { normaliseWord } from '../../core/reconcile/register/normalise-word';
import type { Choice, Corrections, Layout } from '../../core/reconcile/register/layout';
import { beginOf } from '../state/use-folded';
import { Guessed } from './Guessed';
import { useLayout } from './layout';

const kinds = Object.keys(kindWords) as DocumentKind[];

interface Props {
  readonly layout: Layout;
  readonly onCorrect: (corrections: Corrections) => void;
}

/** What dates, signs and words of the sheet mean. */
export function RegisterMeaning({ layout: how, onCorrect }: Props) {
  const layout = useLayout();
  const id = useId();
  const { dayOrder, swappedDates, signs, words, otherKind, corrections } = how;
  return (
    <>
      <Field
        className={layout.field}
        label={say('register-dates')}
        hint={hintOf(dayOrder, corrections.dayOrder !== undefined)}
      >
        <RadioGroup
          value={dayOrder.value}
          onChange={(_, { value }) => onCorrect({ dayOrder: value === 'month-first' ? value : 'day-first' })}
        >
          <Radio value="day-first" label={say('register-day-is-first')} />
          <Radio value="month-first" label={say('register-month-is-first')} />
        </RadioGroup>
      </Field>
      <div className={layout.tight}>
        <Switch
          checked={swappedDates.value}
          label={say('register-exchanged')}
          onChange={(_, { checked }) => onCorrect({ swappedDates: checked })}
        />
        <Guessed choice={swappedDates} said={corrections.swappedDates !== undefined} />
      </div>
      <Field
        className={layout.field}
        label={say('register-signs')}
        hint={hintOf(signs, corrections.signs !== undefined)}
      >
        <RadioGroup
          value={signs.value}
          onChange={(_, { value }) => onCorrect({ signs: value === 'negative' ? value : 'positive' })}
        >
          <Radio value="positive" label={say('register-signs-above')} />
          <Radio value="negative" label={say('register-signs-below')} />
        </RadioGroup>
      </Field>
      <section className={layout.near} aria-labelledby={id}>
        <h3 id={id} className={layout.heading}>
          {say('register-words')}
        </h3>
        {words.map((choice) => {
          const { word, rows } = choice;
          const own = normaliseWord(word);
          const said = corrections.words !== undefined && Object.hasOwn(corrections.words, own);
          return (
            <Kind
              key={own}
              label={say('register-word', { word: beginOf(word), rows })}
              choice={choice}
              said={said}
              onPick={(kind) => onCorrect({ words: { [own]: kind } })}
            />
          );
        })}
        <Kind
          label={say('register-word-none')}
          choice={otherKind}
          said={corrections.otherKind !== undefined}
          onPick={(kind) => onCorrect({ otherKind: kind })}
        />
      </section>
    </>
  );
}

interface KindProps {
  readonly label: string;
  readonly choice: Choice<DocumentKind>;
  readonly said: boolean;
  readonly onPick: (kind: DocumentKind) => void;
}

function Kind({ label, choice, said, onPick }: KindProps) {
  const layout = useLayout();
  return (
    <Field className={layout.field} label={label} hint={hintOf(choice, said)}>
      <Select
        className={layout.entry}
        select={{ className: layout.option }}
        value={choice.value}
        onChange={(_, { value }) => onPick(kinds.find((kind) => kind === value) ?? choice.value)}
      >
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {kindWords[kind]}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function hintOf(choice: Choice<unknown>, said: boolean) {
  return choice.guessed || said ? <Guessed choice={choice} said={said} /> : null;
}
