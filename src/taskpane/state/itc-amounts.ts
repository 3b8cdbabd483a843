import { inRupees, formatRupees, readMoney, type Paise } from '../../core/kernel/money';
import { say, type WordId } from '../../core/kernel/pane-words';
import { tidyRemarks } from '../../core/language/answer';
import type { Answers, UserColumn } from '../../core/language/row';
import type { Card } from '../../core/tasks/card';

type Itc = NonNullable<Card['itc']>;
export type ItcChoice = 'full' | 'partial' | 'none';
/** What stands in the fields, by column. */
export type TypedAmounts = Partial<Record<UserColumn, string>>;

export const noAmounts = { itcIgst: '', itcCgst: '', itcSgst: '', itcCess: '' } as const satisfies Partial<Answers>;
const amountColumns = ['itcIgst', 'itcCgst', 'itcSgst', 'itcCess'] as const;

export function itcChoiceOf(answers: Answers): ItcChoice | undefined {
  if (answers.itcAnswer === '') return undefined;
  if (answers.itcAnswer === 'No') return 'none';
  return amountColumns.some((column) => answers[column] !== '') ? 'partial' : 'full';
}

export function typedOf(answers: Answers): TypedAmounts {
  const typed: TypedAmounts = {};
  for (const column of amountColumns) {
    const amount = answers[column];
    typed[column] = amount === '' ? '' : formatRupees(amount);
  }
  return typed;
}

export type ItcReading =
  | { readonly ok: true; readonly answers: Partial<Answers> }
  /** what is wrong, by column; `whole` where no single field is */
  | { readonly ok: false; readonly faults: Partial<Record<UserColumn | 'whole', string>> };

/** What the answer lacks before it can go into the row. `remarks` is undefined where the portal takes none. */
export function whatIsMissing(
  itc: Itc,
  choice: ItcChoice | undefined,
  typed: TypedAmounts,
  remarks: string | undefined,
): WordId | undefined {
  if (choice === undefined) return itc.state === 'needed' ? 'itc-needed' : undefined;
  if (choice === 'full') return undefined;
  if (choice === 'partial' && !readAmounts(itc, typed).ok) {
    const blank = amountColumns.every((column) => (typed[column] ?? '').trim() === '');
    return blank ? 'itc-amount-needed' : 'itc-amount-wrong';
  }
  return remarks !== undefined && tidyRemarks(remarks) === '' ? 'itc-remarks-needed' : undefined;
}

/** A partial reduction as typed: each amount within the tax of its head, CGST and SGST alike [rule book 3.4]. */
export function readAmounts({ heads, evenHeads }: Itc, typed: TypedAmounts): ItcReading {
  const faults: Partial<Record<UserColumn | 'whole', string>> = {};
  const answers: Partial<Answers> = { itcAnswer: 'Yes', ...noAmounts };
  const amounts = new Map<UserColumn, Paise>();
  for (const { column, max } of heads) {
    const text = typed[column] ?? '';
    const reading = readMoney(text);
    if (reading.kind === 'blank') continue;
    if (reading.kind === 'unreadable') faults[column] = say('itc-not-amount', { typed: text.trim() });
    else if (reading.rounded) faults[column] = say('itc-decimals');
    else if (reading.paise < 0) faults[column] = say('itc-negative');
    else if (reading.paise > max) faults[column] = say('itc-too-much', { amount: inRupees(max) });
    else {
      amounts.set(column, reading.paise);
      Object.assign(answers, { [column]: reading.paise });
    }
  }
  if (Object.keys(faults).length > 0) return { ok: false, faults };
  if ([...amounts.values()].every((paise) => paise === 0))
    return { ok: false, faults: { whole: say('itc-all-blank') } };
  if (evenHeads && (amounts.get('itcCgst') ?? 0) !== (amounts.get('itcSgst') ?? 0)) {
    return { ok: false, faults: { itcCgst: say('itc-uneven'), itcSgst: say('itc-uneven') } };
  }
  return { ok: true, answers };
}
