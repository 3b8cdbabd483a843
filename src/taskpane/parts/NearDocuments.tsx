import { Button, mergeClasses } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { sayMatching } from '../../core/kernel/matching-words';
import type { Card } from '../../core/tasks/card';
import type { NearDocument } from '../../core/tasks/near-documents';
import { isBusy } from '../state/pane-state';
import { usePane } from '../state/use-pane';
import { useLayout } from './layout';
import { Theirs } from './Theirs';

interface Props {
  readonly card: Card;
  readonly onLinked: (done: boolean) => void;
}

/** The documents of the books that come nearest to a record, what keeps each apart from it, and the way to link it. */
export function NearDocuments({ card, onLinked }: Props) {
  const { act } = usePane();
  const layout = useLayout();
  const [found, setFound] = useState<readonly NearDocument[]>();
  useEffect(() => {
    let isShown = true;
    void act.nearTo(card).then((near) => {
      if (!isShown || near === undefined) return;
      setFound(near);
      act.announce(
        near.length === 0 ? sayMatching('no-candidates') : sayMatching('candidates-found', { near: near.length }),
      );
    });
    return () => {
      isShown = false;
    };
  }, [act, card]);
  if (found === undefined) return <p className={layout.muted}>{sayMatching('comparing')}</p>;
  if (found.length === 0) return <p className={layout.text}>{sayMatching('no-candidates')}</p>;
  return (
    <>
      <p className={layout.muted}>{sayMatching('candidates-about')}</p>
      <ol className={layout.list}>
        {found.map((near) => (
          <li key={near.at} className={layout.panel}>
            <Candidate near={near} onLink={() => void act.link(card, near).then(onLinked)} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Candidate({ near, onLink }: { readonly near: NearDocument; readonly onLink: () => void }) {
  const { state } = usePane();
  const layout = useLayout();
  const { document, name, rule, missed, allowed, taken } = near;
  return (
    <>
      <div>
        <p className={mergeClasses(layout.text, layout.strong)}>
          <Theirs text={document} />
        </p>
        {name !== '' && (
          <p className={layout.muted}>
            <Theirs text={name} />
          </p>
        )}
      </div>
      <p className={layout.small}>{sayMatching('closest-rule', { rule })}</p>
      <p className={layout.small}>
        {missed.length === 0 ? sayMatching('nothing-missed') : sayMatching('missed-by', { fields: missed.join('; ') })}
      </p>
      {allowed.length > 0 && (
        <p className={layout.muted}>{sayMatching('differs-too', { fields: allowed.join('; ') })}</p>
      )}
      {taken !== undefined && <p className={layout.small}>{sayMatching('taken-by', taken)}</p>}
      <div>
        <Button
          size="small"
          disabledFocusable={isBusy(state)}
          aria-label={sayMatching('link-anyway-of', { document })}
          onClick={onLink}
        >
          {sayMatching('link-anyway')}
        </Button>
      </div>
    </>
  );
}
