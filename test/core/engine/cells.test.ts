import { readAnswers } from '../../../src/core/engine/cells';
import type { Cell } from '../../../src/core/kernel/cell';
import type { UserColumn } from '../../../src/core/language/row';
import { b2b } from '../../../src/core/records/b2b';
import { b2bCn } from '../../../src/core/records/b2b-cn';

const read = (cells: Partial<Record<UserColumn, Cell>>) => readAnswers(b2bCn, (name) => cells[name]);

describe('a status', () => {
  test.each([
    ['Accepted', 'Accepted'],
    ['accept', 'Accepted'],
    ['a', 'Accepted'],
    [' ACCEPTED ', 'Accepted'],
    [' REJECTED ', 'Rejected'],
    ['reject', 'Rejected'],
    ['R', 'Rejected'],
    ['pending', 'Pending'],
    ['p', 'Pending'],
    ['No Action', 'No Action'],
    ['no  action', 'No Action'],
    ['NoAction', 'No Action'],
    ['na', 'No Action'],
    ['N', 'No Action'],
    ['', 'No Action'],
    ['   ', 'No Action'],
    ['\u00a0', 'No Action'],
  ])('%j means %s', (typed, status) => {
    const reading = read({ status: typed });
    expect(reading.answers.status).toBe(status);
    expect(reading.faults).toEqual([]);
  });

  test('that is missing means No Action', () => {
    expect(readAnswers(b2b, () => undefined).answers.status).toBe('No Action');
  });

  test.each([['ok'], ['Aceptd'], ['yes'], ['not accepted'], ['?'], ['-'], ['हाँ'], [1], [true]])(
    '%j is never guessed at',
    (typed) => {
      const { answers, faults, unreadable } = read({ status: typed });
      const shown = typed === true ? 'TRUE' : String(typed);
      expect(answers.status).toBe('No Action');
      expect([...unreadable]).toEqual(['status']);
      expect(faults).toEqual([
        expect.objectContaining({
          column: 'status',
          message: `${shown} is not a status: choose Accepted, Rejected, Pending or No Action.`,
        }),
      ]);
      expect(faults[0]?.rule).toMatchObject({ id: 'status-is-unknown', severity: 'error' });
    },
  );

  test('that is a long story is cut in the sentence', () => {
    const sentence = (typed: string) => read({ status: typed }).faults[0]?.message;
    const end = 'is not a status: choose Accepted, Rejected, Pending or No Action.';
    expect(sentence('x'.repeat(60))).toBe(`${'x'.repeat(60)} ${end}`);
    expect(sentence('x'.repeat(61))).toBe(`${'x'.repeat(60)}… ${end}`);
  });
});

describe('an ITC answer', () => {
  test.each([
    ['Yes', 'Yes'],
    ['yes', 'Yes'],
    ['Y', 'Yes'],
    [' NO ', 'No'],
    ['n', 'No'],
    ['', ''],
    ['  ', ''],
  ])('%j means %j', (typed, answer) => {
    const reading = read({ itcAnswer: typed });
    expect(reading.answers.itcAnswer).toBe(answer);
    expect(reading.faults).toEqual([]);
  });

  test.each([['full'], ['partly'], [0], [true]])('%j is no answer', (typed) => {
    const { answers, faults, unreadable } = read({ itcAnswer: typed });
    expect(answers.itcAnswer).toBe('');
    expect([...unreadable]).toEqual(['itcAnswer']);
    expect(faults).toEqual([
      expect.objectContaining({
        column: 'itcAnswer',
        message: `${typed === true ? 'TRUE' : String(typed)} is not an answer to "Whether ITC to be reduced": choose Yes or No, or clear the cell.`,
      }),
    ]);
    expect(faults[0]?.rule).toMatchObject({ id: 'itc-answer-is-unknown', severity: 'error' });
  });
});

describe('a formula that has no result', () => {
  test.each(['#N/A', '#REF!', '#DIV/0!', '#NAME?', '#VALUE!', '#NO RESULT'])(
    '%s is an error in any cell of the user',
    (text) => {
      for (const name of ['status', 'remarks', 'itcAnswer', 'itcIgst'] as const) {
        const { faults, unreadable } = readAnswers(b2bCn, (column) => (column === name ? text : undefined));
        expect(faults.map(({ rule, column }) => [rule.id, column])).toEqual([['cell-has-no-value', name]]);
        expect([...unreadable]).toEqual([name]);
      }
    },
  );
});

describe('what only looks like an answer', () => {
  test.each(['Accepted?', 'A-c-c-e-p-t', '(accepted)', 'rejected!!', 'Accepted.', 'Pend', 'yes'])(
    '%s is not a status',
    (text) => {
      const { faults } = readAnswers(b2bCn, (column) => (column === 'status' ? text : undefined));
      expect(faults.map(({ rule }) => rule.id)).toEqual(['status-is-unknown']);
    },
  );
});

describe('an amount to be reduced', () => {
  test.each([
    [450, 450_00],
    [450.25, 450_25],
    [0, 0],
    [-5, -5_00],
    [0.1 + 0.2, 30],
    ['', ''],
    ['  ', ''],
  ])('%j is read', (typed, paise) => {
    const reading = read({ itcIgst: typed });
    expect(reading.answers.itcIgst).toBe(paise);
    expect(reading.faults).toEqual([]);
  });

  test.each([
    ['450', 450_00, '450.00'],
    ['1,50,000.5', 150000_50, '1,50,000.50'],
    ['₹ 5', 5_00, '5.00'],
    ['(5)', -5_00, '-5.00'],
  ])('the text %j is read with a warning', (typed, paise, rounded) => {
    const { answers, faults, unreadable } = read({ itcCgst: typed });
    expect(answers.itcCgst).toBe(paise);
    expect(unreadable.size).toBe(0);
    expect(faults).toEqual([
      expect.objectContaining({
        column: 'itcCgst',
        message: `The amount is kept as text (${typed}) and was read as ${rounded}: type it again as a number.`,
      }),
    ]);
    expect(faults[0]?.rule).toMatchObject({ id: 'reduction-is-text', severity: 'warning' });
  });

  test.each([['half'], ['12abc'], ['1e400'], ['100,50'], [1e21], [NaN], [Infinity], [true]])(
    '%j is no amount',
    (typed) => {
      const { answers, faults, unreadable } = read({ itcSgst: typed });
      expect(answers.itcSgst).toBe('');
      expect([...unreadable]).toEqual(['itcSgst']);
      expect(faults).toEqual([
        expect.objectContaining({
          column: 'itcSgst',
          message: `${typed === true ? 'TRUE' : String(typed)} is not an amount: type a number such as 1000.00, or clear the cell.`,
        }),
      ]);
      expect(faults[0]?.rule).toMatchObject({ id: 'reduction-is-no-number', severity: 'error' });
    },
  );

  test.each([
    [1.234, '1.234', '1.23'],
    [0.001, '0.001', '0.00'],
    ['12.345', '12.345', '12.35'],
  ])('%j has more than paise and is not rounded by us', (typed, shown, rounded) => {
    const { answers, faults, unreadable } = read({ itcCess: typed });
    expect(answers.itcCess).toBe('');
    expect([...unreadable]).toEqual(['itcCess']);
    expect(faults).toEqual([
      expect.objectContaining({
        column: 'itcCess',
        message: `${shown} has more than two decimals: round it to paise, for example ${rounded}.`,
      }),
    ]);
    expect(faults[0]?.rule).toMatchObject({ id: 'reduction-has-more-than-paise', severity: 'error' });
  });
});

test.each<[Cell, string]>([
  ['not ours', 'not ours'],
  [' not\r\n ours ', 'not ours'],
  [45, '45'],
  [0, '0'],
  [true, 'TRUE'],
  ['', ''],
])('the remarks %j read %j', (typed, remarks) => {
  const reading = read({ remarks: typed });
  expect(reading.answers.remarks).toBe(remarks);
  expect(reading.faults).toEqual([]);
});

test('every cell that cannot be read is said, and the others are read', () => {
  const { answers, faults, unreadable } = read({
    status: 'ok',
    itcAnswer: 'Yes',
    itcIgst: 'half',
    itcCess: 5,
    remarks: 'why',
  });
  expect(answers).toEqual({
    status: 'No Action',
    itcAnswer: 'Yes',
    itcIgst: '',
    itcCgst: '',
    itcSgst: '',
    itcCess: 5_00,
    remarks: 'why',
  });
  expect(faults.map(({ column }) => column)).toEqual(['status', 'itcIgst']);
  expect(unreadable).toEqual(new Set(['status', 'itcIgst']));
});

test('cells of columns that the record type does not have are not looked at', () => {
  const { answers, faults } = readAnswers(
    b2b,
    (name) => ({ status: 'Accepted', itcAnswer: 'perhaps' })[name as 'status'],
  );
  expect(answers).toMatchObject({ status: 'Accepted', itcAnswer: '' });
  expect(faults).toEqual([]);
});
