import { useCallback, useState } from 'react';
import { say } from '../../core/kernel/pane-words';
import type { Answers } from '../../core/language/row';
import type { Card } from '../../core/tasks/card';
import { noAmounts } from './itc-amounts';
import { usePane } from './use-pane';

interface Draft {
  readonly answers: Partial<Answers>;
  /** why it is not in the sheet yet */
  readonly held: string;
  /** the card it was written from; with the next one the row speaks for itself */
  readonly writtenFrom: Card | undefined;
}

const NO_DRAFT: Draft = { answers: {}, held: '', writtenFrom: undefined };

export interface RecordDraft {
  /** as the row would be: what stands in it under what the user said here */
  readonly answers: Answers;
  readonly held: string;
  /** keeps what is typed without writing it */
  readonly type: (answers: Partial<Answers>) => void;
  /** Writes what was said so far. What the rules do not let into the row yet stays here, with the reason. */
  readonly propose: (answers: Partial<Answers>) => Promise<void>;
}

/** What the user answers on a card. An answer that needs another one (Accept of a credit note) waits for it here. */
export function useRecordDraft(card: Card): RecordDraft {
  const { act } = usePane();
  const [draft, setDraft] = useState(NO_DRAFT);
  const pending = draft.writtenFrom !== undefined && draft.writtenFrom !== card ? NO_DRAFT : draft;
  const { answers: given, held } = pending;

  const type = useCallback(
    (answers: Partial<Answers>) => setDraft({ answers: { ...given, ...answers }, held, writtenFrom: undefined }),
    [given, held],
  );
  const propose = useCallback(
    async (answers: Partial<Answers>): Promise<void> => {
      const wanted = fitting(card, { ...given, ...answers });
      const whole = { ...card.answers, ...wanted };
      const open = whole.status === 'Accepted' && card.itc?.state === 'needed' && whole.itcAnswer === '';
      setDraft({ answers: wanted, held: open ? say('itc-open') : held, writtenFrom: undefined });
      if (open) {
        act.announce(say('itc-first'));
        return;
      }
      const written = await act.answer(card, wanted);
      setDraft((now) => {
        // What was typed meanwhile is not in the row.
        if (now.answers !== wanted) return now;
        return written.done
          ? { ...now, held: '', writtenFrom: card }
          : written.held === ''
            ? NO_DRAFT
            : { ...now, held: written.held };
      });
    },
    [act, card, given, held],
  );
  return { answers: { ...card.answers, ...given }, held, type, propose };
}

/** An ITC answer goes with Accepted alone. */
function fitting(card: Card, answers: Partial<Answers>): Partial<Answers> {
  const status = answers.status ?? card.answers.status;
  if (card.itc === undefined || status === 'Accepted') return answers;
  const answered = card.answers.itcAnswer !== '' || answers.itcAnswer !== undefined;
  return answered ? { ...answers, itcAnswer: '', ...noAmounts } : answers;
}
