import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { sayMatching } from '../../core/kernel/matching-words';
import { inRupees } from '../../core/kernel/money';
import type { Card } from '../../core/tasks/card';
import type { RecordMatch as Match } from '../../core/tasks/record-match';
import type { MatchAnswer } from '../pane-matching';
import { isBusy } from '../state/pane-state';
import { usePane } from '../state/use-pane';
import { useLayout } from './layout';
import { NearDocuments } from './NearDocuments';
import { SideBySide } from './SideBySide';
import { Theirs } from './Theirs';

const useStyles = makeStyles({
  heading: { outlineStyle: 'none' },
  // Room for a usual reason, so that the buttons below hardly move when it comes.
  result: { minHeight: '76px' },
});

interface Props {
  readonly card: Card;
  /** the decision, between what the books come to and what they have field by field */
  readonly children: ReactNode;
}

/** What the books have of a record: the two sides, why they are a pair or why there is none, and what a person can do. */
export function RecordMatch({ card, children }: Props) {
  const { state, act } = usePane();
  const styles = useStyles();
  const layout = useLayout();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const found = useMatch(card);
  const [opened, setOpened] = useState(false);
  const waits = isBusy(state);
  // What was pressed goes with the answer; the focus must not be lost.
  const after = (done: boolean): void => {
    if (!done) return;
    setOpened(false);
    heading.current?.focus();
  };
  const match = typeof found === 'object' ? found : undefined;
  const isPaired = match !== undefined && match.documents.books > 0;
  return (
    <>
      <section className={mergeClasses(layout.tight, styles.result)} aria-labelledby={id}>
        <h3 ref={heading} id={id} tabIndex={-1} className={mergeClasses(layout.heading, styles.heading)}>
          {sayMatching('sides-title')}
        </h3>
        {typeof found === 'string' && <p className={layout.muted}>{sayMatching(found)}</p>}
        {match !== undefined && <Result match={match} />}
      </section>
      {children}
      {match !== undefined && (
        <section className={layout.near} aria-label={sayMatching('fields-title')}>
          {isPaired && <SideBySide match={match} />}
          <div className={layout.row}>
            {isPaired && (
              <Button size="small" disabledFocusable={waits} onClick={() => void act.unlink(card).then(after)}>
                {sayMatching('unlink')}
              </Button>
            )}
            <Button
              size="small"
              disabledFocusable={waits}
              aria-expanded={opened}
              onClick={() => setOpened((before) => !before)}
            >
              {sayMatching(isPaired ? 'other-candidates' : 'why-not')}
            </Button>
          </div>
          {opened && <NearDocuments card={card} onLinked={after} />}
        </section>
      )}
    </>
  );
}

function Result({ match }: { readonly match: Match }) {
  const layout = useLayout();
  const { category, why, suggestion, advice, difference, together } = match;
  return (
    <div className={layout.tight}>
      <p className={mergeClasses(layout.text, layout.strong)}>{category}</p>
      <p className={layout.text}>
        <Theirs text={why} />
      </p>
      {difference !== undefined && <p className={layout.text}>{differenceText(difference)}</p>}
      {together.length > 0 && (
        <p className={layout.text}>{sayMatching('group-of', { numbers: together.join(', ') })}</p>
      )}
      <p className={layout.text}>
        {[sayMatching('suggested-is', { action: suggestion }), advice].filter((part) => part !== '').join(' ')}
      </p>
    </div>
  );
}

function differenceText(difference: number): string {
  if (difference === 0) return sayMatching('no-difference');
  return sayMatching(difference > 0 ? 'books-have-more' : 'books-have-less', {
    amount: inRupees(Math.abs(difference)),
  });
}

/** What the desk says of a record; undefined where it refuses to. It is asked again whenever the record is told anew. */
function useMatch(card: Card): MatchAnswer | undefined {
  const { act } = usePane();
  const [found, setFound] = useState<{ readonly id: string; readonly match: MatchAnswer | undefined }>();
  useEffect(() => {
    let isShown = true;
    void act.matchOf(card).then((match) => {
      if (isShown) setFound({ id: card.id, match });
    });
    return () => {
      isShown = false;
    };
  }, [act, card]);
  return found?.id === card.id ? found.match : 'comparing';
}
