import {
  decisionOf,
  hasReductionAmounts,
  isChanged,
  itcMayBeAnswered,
  itcMustBeAnswered,
  reductionSaid,
  sameAnswers,
  sameDecision,
  tidyRemarks,
  type Decision,
} from '../../../src/core/language/answer';
import { answersOf, blankRow, type Answers, type Row } from '../../../src/core/language/row';

const answers = (said: Partial<Answers>): Answers => ({ ...answersOf(blankRow()), ...said });
const portal = (said: Partial<Row>): Row => ({ ...blankRow(), status: 'No Action', ...said });

const partly = { itcAnswer: 'Yes', itcCgst: 450_00, itcSgst: 450_00 } as const;
const partialHeads = { kind: 'partial', heads: { igst: 0, cgst: 450_00, sgst: 450_00, cess: 0 } };

describe('the ITC question', () => {
  test.each([
    ['never', 'N', false, false],
    ['never', 'Y', false, false],
    ['never', '', false, false],
    ['needed-unless-blocked', 'N', true, true],
    ['needed-unless-blocked', 'Y', false, false],
    ['needed-unless-blocked', '', true, true],
    ['needed-if-open', 'N', true, true],
    ['needed-if-open', 'Y', false, false],
    ['needed-if-open', '', false, false],
    ['offered-if-open', 'N', true, false],
    ['offered-if-open', 'Y', false, false],
    ['offered-if-open', '', false, false],
  ] as const)('%s with the flag %j: may be answered %s, must be %s', (question, blocked, may, must) => {
    expect(itcMayBeAnswered(question, blocked)).toBe(may);
    expect(itcMustBeAnswered(question, blocked)).toBe(must);
  });
});

describe('what an answer says about the reduction', () => {
  test.each<[string, Partial<Answers>, object]>([
    ['no answer is none', {}, { kind: 'none' }],
    ['no answer is none, whatever the amounts', { itcIgst: 5_00 }, { kind: 'none' }],
    ['Yes without amounts is full', { itcAnswer: 'Yes' }, { kind: 'full' }],
    ['Yes with amounts is partial, and a blank one is 0', partly, partialHeads],
    [
      'Yes with a single 0 is partial too',
      { itcAnswer: 'Yes', itcCess: 0 },
      { kind: 'partial', heads: { igst: 0, cgst: 0, sgst: 0, cess: 0 } },
    ],
    ['No is nil', { itcAnswer: 'No' }, { kind: 'nil' }],
  ])('%s', (_name, said, reduction) => {
    expect(reductionSaid(answers(said))).toEqual(reduction);
  });

  test.each(['itcIgst', 'itcCgst', 'itcSgst', 'itcCess'] as const)('an amount in %s counts, also 0', (column) => {
    expect(hasReductionAmounts(answers({ [column]: 0 }))).toBe(true);
  });

  test('without amounts there are none', () => {
    expect(hasReductionAmounts(answers({ itcAnswer: 'Yes' }))).toBe(false);
  });
});

describe('what is sent', () => {
  const open = { remarksBlocked: 'N', itcBlocked: 'N' } as const;
  const why = 'booked in May';
  const none = { kind: 'none' };

  test.each<[string, Partial<Answers>, object]>([
    ['No Action: no remarks', { status: 'No Action', remarks: why }, { action: 'N', reduction: none, remarks: '' }],
    ['a blank status is No Action', { status: '', remarks: why }, { action: 'N', reduction: none, remarks: '' }],
    ['Rejected: remarks', { status: 'Rejected', remarks: why }, { action: 'R', reduction: none, remarks: why }],
    ['Rejected without remarks', { status: 'Rejected' }, { action: 'R', reduction: none, remarks: '' }],
    ['Pending: remarks', { status: 'Pending', remarks: why }, { action: 'P', reduction: none, remarks: why }],
    ['plain Accepted: no remarks', { status: 'Accepted', remarks: why }, { action: 'A', reduction: none, remarks: '' }],
    [
      'Accepted with a full reduction: no remarks',
      { status: 'Accepted', itcAnswer: 'Yes', remarks: why },
      { action: 'A', reduction: { kind: 'full' }, remarks: '' },
    ],
    [
      'Accepted with a partial reduction: remarks',
      { status: 'Accepted', ...partly, remarks: why },
      { action: 'A', reduction: partialHeads, remarks: why },
    ],
    [
      'Accepted without reduction: remarks',
      { status: 'Accepted', itcAnswer: 'No', remarks: why },
      { action: 'A', reduction: { kind: 'nil' }, remarks: why },
    ],
    [
      'an ITC answer on Rejected stays in the workbook',
      { status: 'Rejected', ...partly, remarks: why },
      { action: 'R', reduction: none, remarks: why },
    ],
    [
      'an ITC answer on Pending stays in the workbook',
      { status: 'Pending', itcAnswer: 'No' },
      { action: 'P', reduction: none, remarks: '' },
    ],
    [
      'an ITC answer on No Action stays in the workbook',
      { status: 'No Action', ...partly },
      { action: 'N', reduction: none, remarks: '' },
    ],
    [
      'remarks go trimmed, with line breaks and blanks collapsed',
      { status: 'Rejected', remarks: '  booked\r\n in   May ' },
      { action: 'R', reduction: none, remarks: 'booked in May' },
    ],
    [
      'remarks of blanks alone are none',
      { status: 'Rejected', remarks: ' \n ' },
      { action: 'R', reduction: none, remarks: '' },
    ],
  ])('%s', (_name, said, decision) => {
    expect(decisionOf(answers(said), open, 'needed-unless-blocked')).toEqual(decision);
  });

  test.each<[string, Partial<Answers>]>([
    ['Rejected', { status: 'Rejected', remarks: why }],
    ['Pending', { status: 'Pending', remarks: why }],
    ['Accepted in part', { status: 'Accepted', ...partly, remarks: why }],
    ['Accepted without reduction', { status: 'Accepted', itcAnswer: 'No', remarks: why }],
  ])('no remarks on %s where the portal blocks them', (_name, said) => {
    const blocked = { remarksBlocked: 'Y', itcBlocked: 'N' } as const;
    expect(decisionOf(answers(said), blocked, 'needed-unless-blocked').remarks).toBe('');
  });

  test('a file that says nothing about remarks does not block them', () => {
    const silent = { remarksBlocked: '', itcBlocked: '' } as const;
    expect(decisionOf(answers({ status: 'Rejected', remarks: why }), silent, 'never').remarks).toBe(why);
  });

  test.each([
    ['the portal blocks the question', 'needed-unless-blocked', 'Y'],
    ['the file does not say that it is open', 'needed-if-open', ''],
    ['the record type has no question', 'never', 'N'],
  ] as const)('a plain Accepted, without answer and remarks, where %s', (_name, question, itcBlocked) => {
    const said = answers({ status: 'Accepted', ...partly, remarks: why });
    expect(decisionOf(said, { remarksBlocked: 'N', itcBlocked }, question)).toEqual({
      action: 'A',
      reduction: none,
      remarks: '',
    });
  });
});

test.each([
  ['paid late', 'paid late'],
  [' paid  late ', 'paid late'],
  ['paid\r\nlate', 'paid late'],
  ['paid\u00a0\tlate', 'paid late'],
  ['', ''],
])('the remarks %j go as %j', (typed, sent) => {
  expect(tidyRemarks(typed)).toBe(sent);
});

describe('two decisions', () => {
  const partial = (cgst: number): Decision => ({
    action: 'A',
    reduction: { kind: 'partial', heads: { igst: 0, cgst, sgst: 450_00, cess: 0 } },
    remarks: 'booked in May',
  });
  const full: Decision = { action: 'A', reduction: { kind: 'full' }, remarks: '' };

  test('are the same with the same amounts', () => {
    expect(sameDecision(partial(450_00), partial(450_00))).toBe(true);
    expect(sameDecision(full, { ...full })).toBe(true);
  });

  test.each<[string, Decision, Decision]>([
    ['by one paisa', partial(450_00), partial(450_01)],
    ['by the action', full, { ...full, action: 'P' }],
    ['by the remarks', partial(450_00), { ...partial(450_00), remarks: 'booked in June' }],
    ['by full and partial', full, { ...partial(450_00), remarks: '' }],
    ['by Yes and No', full, { ...full, reduction: { kind: 'nil' } }],
  ])('differ %s', (_name, one, other) => {
    expect(sameDecision(one, other)).toBe(false);
  });
});

describe('a record is changed', () => {
  test.each<[string, Partial<Row>, Partial<Answers>]>([
    ['by another status', {}, { status: 'Accepted', itcAnswer: 'Yes' }],
    ['by a return to No Action', { status: 'Accepted', itcAnswer: 'Yes' }, { status: 'No Action' }],
    ['by remarks on Rejected', { status: 'Rejected' }, { status: 'Rejected', remarks: 'not ours' }],
    ['by clearing the remarks of Rejected', { status: 'Rejected', remarks: 'not ours' }, { status: 'Rejected' }],
    ['by another ITC answer', { status: 'Accepted', itcAnswer: 'Yes' }, { status: 'Accepted', itcAnswer: 'No' }],
    ['by amounts beside a full Yes', { status: 'Accepted', itcAnswer: 'Yes' }, { status: 'Accepted', ...partly }],
    ['by another amount', { status: 'Accepted', ...partly }, { status: 'Accepted', ...partly, itcIgst: 1 }],
  ])('%s', (_name, downloaded, said) => {
    expect(isChanged(answers(said), portal(downloaded), 'needed-unless-blocked')).toBe(true);
  });

  test.each<[string, Partial<Row>, Partial<Answers>]>([
    [
      'when its cells hold what they held',
      { status: 'Rejected', remarks: 'not ours' },
      { status: 'Rejected', remarks: 'not ours' },
    ],
    ['when its status was cleared and had been No Action', {}, { status: '' }],
    ['by remarks on No Action', {}, { status: 'No Action', remarks: 'to be asked' }],
    [
      'by remarks on a full Accepted',
      { status: 'Accepted', itcAnswer: 'Yes' },
      { status: 'Accepted', itcAnswer: 'Yes', remarks: 'ok' },
    ],
    ['by an ITC answer on Rejected', { status: 'Rejected' }, { status: 'Rejected', itcAnswer: 'Yes' }],
    [
      'by 0 where an amount beside others was blank',
      { status: 'Accepted', ...partly },
      { status: 'Accepted', ...partly, itcIgst: 0 },
    ],
    [
      'by blanks in the remarks',
      { status: 'Rejected', remarks: 'not\nours ' },
      { status: 'Rejected', remarks: 'not ours' },
    ],
    [
      'by remarks that the portal blocks',
      { status: 'Rejected', remarksBlocked: 'Y' },
      { status: 'Rejected', remarks: 'not ours' },
    ],
    [
      'by an answer that the portal blocks',
      { status: 'Accepted', itcBlocked: 'Y' },
      { status: 'Accepted', itcAnswer: 'Yes' },
    ],
  ])('is not changed %s', (_name, downloaded, said) => {
    expect(isChanged(answers(said), portal(downloaded), 'needed-unless-blocked')).toBe(false);
  });
});

describe('the answers of a row', () => {
  const said = answers({ status: 'Accepted', ...partly, itcIgst: 1, itcCess: 2, remarks: 'booked in May' });

  test('are the same in every column', () => {
    expect(sameAnswers(said, { ...said })).toBe(true);
  });

  test.each<[string, Partial<Answers>]>([
    ['status', { status: 'Pending' }],
    ['itcAnswer', { itcAnswer: 'No' }],
    ['itcIgst', { itcIgst: '' }],
    ['itcCgst', { itcCgst: 0 }],
    ['itcSgst', { itcSgst: 0 }],
    ['itcCess', { itcCess: 3 }],
    ['remarks', { remarks: 'booked in June' }],
  ])('differ by %s', (_name, other) => {
    expect(sameAnswers(said, { ...said, ...other })).toBe(false);
  });

  test('do not differ by blanks in remarks, which a cell cannot tell apart', () => {
    expect(sameAnswers(said, { ...said, remarks: ' booked\nin  May' })).toBe(true);
  });
});
