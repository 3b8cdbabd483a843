import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUp20Regular } from '@fluentui/react-icons/svg/chevron-up';
import { say } from '../../core/kernel/pane-words';
import type { Card } from '../../core/tasks/card';
import { useLayout } from '../parts/layout';
import { RecordMatch } from '../parts/RecordMatch';
import { RecordDecision } from '../parts/RecordDecision';
import { Original, RecordFacts, RecordSummary } from '../parts/RecordFacts';
import { ScreenFrame } from '../parts/ScreenFrame';
import { Theirs } from '../parts/Theirs';
import { isBusy } from '../state/pane-state';
import { usePane } from '../state/use-pane';

const useStyles = makeStyles({ steps: { display: 'flex', flexShrink: 0 } });

/** The record of the selected row; it follows the selection and leaves the focus where it is. */
export function RecordScreen() {
  const { state } = usePane();
  const layout = useLayout();
  const { card, trouble } = state;
  if (card === null && trouble !== null) {
    return (
      <ScreenFrame title={say('record-trouble-title')}>
        <p className={layout.text}>{trouble}</p>
      </ScreenFrame>
    );
  }
  if (card === null) {
    return (
      <ScreenFrame title={say('record-none-title')}>
        <p className={layout.muted}>{say('record-none')}</p>
      </ScreenFrame>
    );
  }
  return (
    <ScreenFrame title={card.number} theirs aside={<Neighbours card={card} />}>
      <RecordSummary card={card} />
      {card.change !== '' && <Told title={say('record-change')} text={card.change} />}
      {card.portalError !== '' && (
        <Told title={say('record-portal-error')} text={card.portalError} meaning={card.portalMeaning} alarming />
      )}
      {!card.withdrawn && <Decision card={card} hasBooks={state.overview?.hasBooks === true} />}
      {card.original !== undefined && <Original original={card.original} />}
      <RecordFacts facts={card.facts} />
    </ScreenFrame>
  );
}

/** What the user decides, beside what the books say where there are some. */
function Decision({ card, hasBooks }: { readonly card: Card; readonly hasBooks: boolean }) {
  const decision = <RecordDecision key={card.id} card={card} />;
  if (!hasBooks) return decision;
  return (
    <RecordMatch key={card.id} card={card}>
      {decision}
    </RecordMatch>
  );
}

function Neighbours({ card }: { readonly card: Card }) {
  const { state, act } = usePane();
  const styles = useStyles();
  const step = (direction: 1 | -1) => () => void act.step(card, direction);
  const look = { appearance: 'subtle', size: 'small', disabledFocusable: isBusy(state) } as const;
  return (
    <span className={styles.steps}>
      <Button {...look} icon={<ChevronUp20Regular />} aria-label={say('record-previous')} onClick={step(-1)} />
      <Button {...look} icon={<ChevronDown20Regular />} aria-label={say('record-next')} onClick={step(1)} />
    </span>
  );
}

interface ToldProps {
  readonly title: string;
  readonly text: string;
  /** ours, on a line of its own; blank where it is not known */
  readonly meaning?: string;
  readonly alarming?: boolean;
}

/** What somebody else says of this record. */
function Told({ title, text, meaning = '', alarming = false }: ToldProps) {
  const layout = useLayout();
  return (
    <div className={layout.panel}>
      <h3 className={mergeClasses(layout.heading, alarming && layout.error)}>{title}</h3>
      <p className={layout.text}>
        <Theirs text={text} />
      </p>
      {meaning !== '' && <p className={layout.text}>{meaning}</p>}
    </div>
  );
}
