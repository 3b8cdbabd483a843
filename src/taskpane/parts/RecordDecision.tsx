import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useCallback, useEffect, useRef } from 'react';
import { say } from '../../core/kernel/pane-words';
import type { Status } from '../../core/language/row';
import type { Card } from '../../core/tasks/card';
import { isBusy } from '../state/pane-state';
import { useActionKeys } from '../state/use-action-keys';
import { usePane } from '../state/use-pane';
import { useRecordDraft } from '../state/use-record-draft';
import { ActionButtons } from './ActionButtons';
import { FindingList } from './FindingList';
import { ItcQuestion } from './ItcQuestion';
import { useLayout } from './layout';
import { Mark } from './Mark';
import { RemarksField } from './RemarksField';

// Room for both texts, so that nothing moves under the pointer when one follows the other.
const useStyles = makeStyles({ standing: { minHeight: '32px' } });

/** The user's part of a record: action, ITC answer, remarks. */
export function RecordDecision({ card }: { readonly card: Card }) {
  const { state, act } = usePane();
  const styles = useStyles();
  const layout = useLayout();
  const draft = useRecordDraft(card);
  const waits = isBusy(state);
  const { remarks, itc, findings } = card;
  const { answers, held, propose } = draft;
  const chosen: Status = answers.status === '' ? 'No Action' : answers.status;

  const choose = useCallback(
    (status: Status): void => {
      const blocked = card.actions.find((action) => action.status === status)?.blocked;
      if (waits || status === chosen) return;
      if (blocked === undefined) void propose({ status });
      else act.announce(blocked);
    },
    [act, card, chosen, propose, waits],
  );
  useActionKeys(choose);

  // Remarks are written when the field is left; who selects another row leaves it too, without a word from the browser.
  const leave = useRef<() => void>(undefined);
  useEffect(() => {
    leave.current = () => {
      if (answers.remarks !== card.answers.remarks) void propose({});
    };
  });
  useEffect(() => () => leave.current?.(), []);

  return (
    <div className={layout.stack}>
      <ActionButtons actions={card.actions} chosen={chosen} waits={waits} onChoose={choose} />
      {itc !== undefined && (
        <ItcQuestion
          card={{ ...card, itc }}
          answers={answers}
          waits={waits}
          onAnswer={(given) => void propose(given)}
        />
      )}
      {held === '' ? (
        <p className={mergeClasses(layout.muted, styles.standing)}>
          {say(card.changed ? 'record-changed' : 'record-unchanged', { status: card.onPortal })}
        </p>
      ) : (
        <p className={mergeClasses(layout.small, layout.line, styles.standing)} role="status">
          <Mark kind="look" />
          <span>{say('record-held', { reason: held })}</span>
        </p>
      )}
      <RemarksField
        value={answers.remarks}
        limit={remarks.limit}
        hint={remarks.text}
        disabled={remarks.state === 'blocked'}
        onType={(text) => draft.type({ remarks: text })}
        onPick={(text) => void propose({ remarks: text })}
        onLeave={() => leave.current?.()}
      />
      {findings.length > 0 && (
        <section className={layout.tight}>
          <h3 className={layout.heading}>{say('record-findings')}</h3>
          <FindingList findings={findings} named={false} />
        </section>
      )}
    </div>
  );
}
