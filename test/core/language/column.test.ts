import type { Cell } from '../../../src/core/kernel/cell';
import {
  cellOf,
  cellShows,
  choice,
  day,
  findChoice,
  flag,
  gstin,
  money,
  period,
  place,
  readPortalValue,
  text,
} from '../../../src/core/language/column';

const remarks = text({ key: 'remarks', label: 'Remarks' });
const value = money({ key: 'val', label: 'Document value' });
const pos = place({ key: 'pos', label: 'Place of supply' });
const blocked = flag({ key: 'ispendactblocked', label: 'Pending blocked' });
const status = choice({
  key: 'action',
  label: 'Status',
  choices: [
    { code: 'A', label: 'Accepted', also: ['accept'] },
    { code: 'N', label: 'No Action', also: ['na'] },
  ],
});
const filing = choice({
  key: 'srcfilstatus',
  label: 'Source filing status',
  choices: [
    { code: 'F', label: 'Filed', begins: 'f' },
    { code: 'NF', label: 'Not Filed', also: ['saved'], begins: 'n' },
  ],
});

describe('a column', () => {
  test('is shown, the portal’s, optional and without a list unless it says otherwise', () => {
    expect(remarks).toMatchObject({ edit: 'portal', shown: true, required: false, choices: [], aliases: [] });
  });

  test('that is a flag is kept and not shown', () => {
    expect(blocked.shown).toBe(false);
  });

  test('keeps what it declares', () => {
    const declared = text({ key: 'tradenm', label: 'Trade/Legal name', width: 30, aliases: ['trdnm'], required: true });
    expect(declared).toMatchObject({ kind: 'text', width: 30, aliases: ['trdnm'], required: true });
  });
});

describe('a text of the portal', () => {
  test.each([
    ['a text, blanks and all', ' 007 ', { kind: 'value', value: ' 007 ' }],
    ['an empty text', '', { kind: 'value', value: '' }],
    ['nothing', null, { kind: 'value', value: '' }],
    ['a missing key', undefined, { kind: 'value', value: '' }],
    ['a number, which is noted', 45, { kind: 'value', value: '45', was: 'number' }],
    ['true', true, { kind: 'unreadable' }],
    ['an object', {}, { kind: 'unreadable' }],
  ])('%s', (_name, said, reading) => {
    expect(readPortalValue(remarks, said)).toEqual(reading);
  });

  test.each([
    ['a GSTIN', gstin({ key: 'stin', label: 'GSTIN of supplier' }), '27AAPFU0939F1ZV'],
    ['a day', day({ key: 'idt', label: 'Document date' }), '19-04-2026'],
    ['a period', period({ key: 'rtnprd', label: 'Source return period' }), '042026'],
    ['a place of supply', pos, '07'],
  ])('stays as it came also where it is %s', (_name, column, said) => {
    expect(readPortalValue(column, said)).toEqual({ kind: 'value', value: said });
  });
});

test.each([
  ['a number', 118000, { kind: 'value', value: 118000_00 }],
  ['a number kept as text, which is noted', '118000.50', { kind: 'value', value: 118000_50, was: 'text' }],
  ['a third decimal, which is noted', 1.239, { kind: 'value', value: 124, was: 'rounded' }],
  ['float noise, which is not', 0.30000000000000004, { kind: 'value', value: 30 }],
  ['nothing', null, { kind: 'value', value: '' }],
  ['an empty text', '', { kind: 'value', value: '' }],
  ['a word', 'nil', { kind: 'unreadable' }],
  ['true', true, { kind: 'unreadable' }],
])('an amount of the portal: %s', (_name, said, reading) => {
  expect(readPortalValue(value, said)).toEqual(reading);
});

describe('a flag of the portal', () => {
  test.each([['Y'], ['y'], [' Y '], ['yes'], ['true'], ['TRUE'], [true], [1], ['1']])('%j blocks', (said) => {
    expect(readPortalValue(blocked, said)).toEqual({ kind: 'value', value: 'Y' });
  });

  test.each([['N'], ['n'], ['No'], ['false'], [false], [0], ['0']])('%j leaves open', (said) => {
    expect(readPortalValue(blocked, said)).toEqual({ kind: 'value', value: 'N' });
  });

  test.each([[''], ['  '], [null], [undefined]])('%j says nothing', (said) => {
    expect(readPortalValue(blocked, said)).toEqual({ kind: 'value', value: '' });
  });

  test.each([['maybe'], ['X'], [2], [{}]])('%j is noted and says nothing', (said) => {
    expect(readPortalValue(blocked, said)).toEqual({ kind: 'value', value: '', was: 'unknown' });
  });
});

describe('a code of the portal', () => {
  test.each([
    ['A', 'Accepted'],
    ['a', 'Accepted'],
    ['Accepted', 'Accepted'],
    ['N', 'No Action'],
    ['no action', 'No Action'],
  ])('%j is shown as %s', (said, label) => {
    expect(readPortalValue(status, said)).toEqual({ kind: 'value', value: label });
  });

  test.each([
    ['X', 'X'],
    [7, '7'],
    [true, 'true'],
  ])('%j is on no list and is kept as it came', (said, kept) => {
    expect(readPortalValue(status, said)).toEqual({ kind: 'value', value: kept, was: 'unknown' });
  });

  test.each([[''], [' '], [null], [undefined]])('%j is blank', (said) => {
    expect(readPortalValue(status, said)).toEqual({ kind: 'value', value: '' });
  });

  test('an object is unreadable', () => {
    expect(readPortalValue(status, {})).toEqual({ kind: 'unreadable' });
  });
});

describe('a filing status', () => {
  test.each(['F', 'f', 'Filed', 'FILED', 'filed late'])('%s is filed', (said) => {
    expect(findChoice(filing, said)?.label).toBe('Filed');
  });

  test.each(['NF', 'N', 'Not Filed', 'NotFiled', 'NOT_FILED', 'not filed yet', 'SAVED', 'saved'])(
    '%s is not filed',
    (said) => {
      expect(findChoice(filing, said)?.label).toBe('Not Filed');
    },
  );

  test.each(['', ' ', '?', 'pending', 'saved again'])('%j is neither', (said) => {
    expect(findChoice(filing, said)).toBeUndefined();
  });
});

describe('the cell', () => {
  test.each([
    ['of an amount is a number of rupees', value, 53395_59, 53395.59],
    ['of an amount of 0 is 0 and not blank', value, 0, 0],
    ['of a blank amount is blank', value, '', ''],
    ['of a text is the text', remarks, '007', '007'],
    ['of a place has code and name', pos, '27', '27-Maharashtra'],
    ['of a blank place is blank', pos, '', ''],
    ['of a status is its label', status, 'Accepted', 'Accepted'],
  ])('%s', (_name, column, said, cell) => {
    expect(cellOf(column, said)).toBe(cell);
  });

  test.each<[string, Parameters<typeof cellShows>[0], Cell, string | number]>([
    ['the number', value, 53395.59, 53395_59],
    ['the number as a grouped text', value, '53,395.59', 53395_59],
    ['a blank for a blank', value, '', ''],
    ['blanks for a blank amount', value, '  ', ''],
    ['the text', remarks, 'paid late', 'paid late'],
    ['the text with other blanks', remarks, ' paid  late', 'paid late'],
    ['the text without the control characters that no sheet can hold', remarks, 'paidlate', 'paid\u0001late'],
    ['a document number that a host made a number', remarks, 45, '45'],
    ['the place', pos, '27-Maharashtra', '27'],
  ])('shows the value: %s', (_name, column, cell, said) => {
    expect(cellShows(column, cell, said)).toBe(true);
  });

  test.each<[string, Parameters<typeof cellShows>[0], Cell, string | number]>([
    ['another number', value, 53395.6, 53395_59],
    ['a word', value, 'nil', 0],
    ['a blank where there was 0', value, '', 0],
    ['blanks where there was 0', value, '  ', 0],
    ['0 where there was a blank', value, 0, ''],
    ['lost leading zeros', remarks, 7, '007'],
    ['another case', remarks, 'Paid Late', 'paid late'],
    ['the code alone', pos, '27', '27'],
    ['another place', pos, '29-Karnataka', '27'],
  ])('does not show the value: %s', (_name, column, cell, said) => {
    expect(cellShows(column, cell, said)).toBe(false);
  });
});
