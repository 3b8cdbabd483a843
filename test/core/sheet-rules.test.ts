import { highlightLooks } from '../../src/core/look';
import {
  createListRegister,
  highlightRule,
  listRule,
  readHighlightRule,
  readListRule,
} from '../../src/core/sheet-rules';
import type { HighlightLook, HighlightPlan, ListPlan, SheetPlan } from '../../src/core/workbook';

const sentences = {
  promptTitle: 'Status',
  prompt: 'One of these.',
  errorTitle: 'Not on the list',
  error: 'Choose one.',
};
const list = (more: Partial<ListPlan> = {}): ListPlan => ({
  column: 6,
  flagColumn: 27,
  flag: 'N',
  whenFlagged: ['Accepted', 'No Action'],
  otherwise: ['Accepted', 'Pending', 'No Action'],
  ...sentences,
  ...more,
});
const plan: SheetPlan = {
  name: 'B2B',
  visibility: 'visible',
  columns: Array.from({ length: 30 }, () => ({ width: 10, style: 'plain' })),
  top: [[], [], ['Heading']],
  rows: [],
};
const highlights: HighlightPlan[] = [
  { kind: 'marked', prefix: 'E:', marksColumn: 29, look: 'error' },
  { kind: 'row-begins', column: 25, text: 'Withdrawn', look: 'withdrawn' },
  { kind: 'below', limit: -10_000_000, equalToo: true, look: 'negative-crore' },
  { kind: 'below', limit: 0, equalToo: false, look: 'negative' },
  { kind: 'equals', column: 6, text: 'No Action', look: 'pending' },
];

test.each([list(), list({ otherwise: [] }), list({ column: 0, flagColumn: 702, flag: '' })])(
  'a list is read as it was written (%#)',
  (planned) => {
    const register = createListRegister();
    const { promptTitle, prompt, errorTitle, error, ...bare } = planned;
    const rule = listRule(planned, 3, register);
    expect({ promptTitle, prompt, errorTitle, error }).toEqual(sentences);
    expect(readListRule(rule, register.rows())).toEqual({ plan: bare, dataRow: 3 });
  },
);

test.each(highlights)('a highlight is read as it was written: $kind', (planned) => {
  expect(readHighlightRule(highlightRule(planned, plan), planned.look)).toEqual({ plan: planned, dataRow: 3 });
});

test('every look can be read', () => {
  for (const look of Object.keys(highlightLooks) as HighlightLook[])
    expect(readHighlightRule({ range: 'A2:C9', formula: '$A2="x"' }, look)?.plan.look).toBe(look);
});

test('rules follow rows and columns that the user put before them', () => {
  expect(readHighlightRule({ range: 'C9:AD1048576', formula: 'AND(ISNUMBER(C9),C9<0)' }, 'negative')).toEqual({
    plan: { kind: 'below', limit: 0, equalToo: false, look: 'negative' },
    dataRow: 8,
  });
  const split = { range: 'A40:AC1048576 A7:AC20', formula: 'ISNUMBER(FIND("|E:"&A$6&"|",$AC40))' };
  expect(readHighlightRule(split, 'error')).toEqual({
    plan: { kind: 'marked', prefix: 'E:', marksColumn: 28, look: 'error' },
    dataRow: 6,
  });
});

test.each([
  ['another cell', { range: 'A7:C9', formula: '$A8="x"' }],
  ['another column', { range: 'B7:C9', formula: 'AND(ISNUMBER(A7),A7<0)' }],
  ['a text of another length', { range: 'A7:C9', formula: 'LEFT($A7,3)="Withdrawn"' }],
  ['two different cells', { range: 'A7:C9', formula: 'AND(ISNUMBER(A7),B7<0)' }],
  ['more than ours', { range: 'A7:C9', formula: '$A7="x"&$B7="y"' }],
  ['whole columns', { range: 'A:C', formula: '$A1="x"' }],
  ['no formula', { range: 'A7:C9', formula: '' }],
])('a highlight of others is not read: %s', (_, rule) => {
  expect(readHighlightRule(rule, 'error')).toBeUndefined();
});

test.each([
  ['items in the cell', { range: 'A7:A9', formula: '"Yes,No"' }],
  ['items of another sheet', { range: 'A7:A9', formula: `IF($B7="Y",Mine!$A$1:$A$2,Mine!$B$1:$B$2)` }],
  ['another row', { range: 'A7:A9', formula: `IF($B8="Y",'IMS lists'!$A$1:$A$2,'IMS lists'!$B$1:$B$2)` }],
])('a list of others is not read: %s', (_, rule) => {
  expect(readListRule(rule, [['Yes']])).toBeUndefined();
});

test('a list of one item may be named by its cell', () => {
  const rule = { range: 'A7:A9', formula: `IF($B7="Y",'IMS lists'!$A$1,'IMS lists'!$B$1:$B$2)` };
  const read = readListRule(rule, [
    ['Yes', 'No'],
    ['', 'Later'],
  ]);
  expect(read?.plan).toMatchObject({ whenFlagged: ['Yes'], otherwise: ['No', 'Later'] });
});
