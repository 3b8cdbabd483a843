import { isErrorValue, textOf, type Cell } from '../kernel/cell';
import { readMoney, formatRupees } from '../kernel/money';
import { fill, type Values } from '../kernel/fill';
import type { WideRule } from '../language/rule';
import { findTyped, type Column } from '../language/column';
import type { RecordType } from '../language/record';
import { userColumns, type Answers, type UserColumn } from '../language/row';

/** Rules about a single cell of the user: can it be read at all? */
export const cellRules = {
  'cell-has-no-value': {
    id: 'cell-has-no-value',
    catalogue: 'V01',
    severity: 'error',
    says: 'The formula in this cell has no result ({text}): correct it, or type the value; then save the workbook in Excel.',
    source: 'house rule: the error of a formula is never an answer',
  },
  'status-is-unknown': {
    id: 'status-is-unknown',
    catalogue: 'V01',
    severity: 'error',
    says: '{text} is not a status: choose Accepted, Rejected, Pending or No Action.',
    source: 'rule book 2.5 and 3.13 V01: unknown text is an error, never a guess',
  },
  'itc-answer-is-unknown': {
    id: 'itc-answer-is-unknown',
    catalogue: 'V01',
    severity: 'error',
    says: '{text} is not an answer to "Whether ITC to be reduced": choose Yes or No, or clear the cell.',
    source: 'rule book 2.5 and 3.4',
  },
  'reduction-is-no-number': {
    id: 'reduction-is-no-number',
    catalogue: 'V06',
    severity: 'error',
    says: '{text} is not an amount: type a number such as 1000.00, or clear the cell.',
    source: 'rule book 3.4; house rule: text that is no number is an error on its cell',
  },
  'reduction-has-more-than-paise': {
    id: 'reduction-has-more-than-paise',
    catalogue: 'V06',
    severity: 'error',
    says: '{text} has more than two decimals: round it to paise, for example {rounded}.',
    source: 'rule book 3.4 and 3.13 V06',
  },
  'reduction-is-text': {
    id: 'reduction-is-text',
    catalogue: 'V06',
    severity: 'warning',
    says: 'The amount is kept as text ({text}) and was read as {rounded}: type it again as a number.',
    source: 'house rule: a plain number kept as text is taken with a warning',
  },
} as const satisfies Record<string, WideRule>;

export interface CellFault {
  readonly rule: WideRule;
  readonly column: UserColumn;
  readonly message: string;
}

export interface AnswerReading {
  readonly answers: Answers;
  readonly faults: readonly CellFault[];
  readonly unreadable: ReadonlySet<UserColumn>;
}

const NO_FAULTS: readonly CellFault[] = [];
const ALL_READABLE: ReadonlySet<UserColumn> = new Set();

/** What most rows of a long sheet say: one reading stands for all of them. */
const NOTHING_SAID: AnswerReading = {
  answers: Object.freeze({
    status: 'No Action',
    itcAnswer: '',
    itcIgst: '',
    itcCgst: '',
    itcSgst: '',
    itcCess: '',
    remarks: '',
  }),
  faults: NO_FAULTS,
  unreadable: ALL_READABLE,
};

/** Reads the user's cells of one row. Case and blanks around do not count; a blank status is No Action [rule book 2.5]. */
export function readAnswers(type: RecordType, cellFor: (column: UserColumn) => Cell | undefined): AnswerReading {
  const answers: Answers = { ...NOTHING_SAID.answers };
  let faults: CellFault[] | undefined;
  let unreadable: Set<UserColumn> | undefined;
  for (const name of userColumns) {
    const column = type.columns[name];
    const cell = column === undefined ? undefined : cellFor(name);
    if (column === undefined || cell === undefined || cell === '') continue;
    const reading = readCell(column, name, cell);
    if (reading.value !== undefined) (answers as Record<UserColumn, string | number>)[name] = reading.value;
    if (reading.fault !== undefined) {
      (faults ??= []).push({ ...reading.fault, column: name });
      if (reading.value === undefined) (unreadable ??= new Set()).add(name);
    }
  }
  if (faults === undefined && userColumns.every((name) => answers[name] === NOTHING_SAID.answers[name]))
    return NOTHING_SAID;
  return { answers, faults: faults ?? NO_FAULTS, unreadable: unreadable ?? ALL_READABLE };
}

interface CellReading {
  readonly value?: string | number;
  readonly fault?: Omit<CellFault, 'column'>;
}

function readCell(column: Column, name: UserColumn, cell: Cell): CellReading {
  if (typeof cell === 'string' && isErrorValue(cell)) return fault('cell-has-no-value', cell.trim());
  if (column.kind === 'money') return readAmount(cell);
  const text = textOf(cell);
  if (column.kind !== 'choice') return { value: text };
  if (text === '') return {};
  const choice = findTyped(column, text);
  if (choice !== undefined) return { value: choice.label };
  return fault(name === 'status' ? 'status-is-unknown' : 'itc-answer-is-unknown', text);
}

function readAmount(cell: Cell): CellReading {
  const reading = readMoney(cell);
  if (reading.kind === 'blank') return {};
  if (reading.kind === 'unreadable') return fault('reduction-is-no-number', textOf(cell));
  const rounded = formatRupees(reading.paise);
  if (reading.rounded) return fault('reduction-has-more-than-paise', textOf(cell), { rounded });
  if (reading.fromText) return { value: reading.paise, ...fault('reduction-is-text', textOf(cell), { rounded }) };
  return { value: reading.paise };
}

function fault(id: keyof typeof cellRules, text: string, values: Values = {}): CellReading {
  const rule = cellRules[id];
  return {
    fault: { rule, message: fill(rule.says, { ...values, text: text.length > 60 ? `${text.slice(0, 60)}…` : text }) },
  };
}
