import { readRememberedLayouts } from '../../src/boundary/remembered-layouts';
import type { Corrections } from '../../src/core/reconcile/register/layout';
import { recallLayout, rememberLayout } from '../../src/core/reconcile/register/remembered-layouts';
import { sheetOf, SUPPLIER } from '../support/made-register';

const everything: Corrections = {
  headerRows: { first: 3, last: 4 },
  columns: { taxable: ['Net', 'Net (2)'], cess: [] },
  dayOrder: 'month-first',
  swappedDates: true,
  signs: 'negative',
  words: { prtn: 'credit-note', bill: 'debit-note' },
  otherKind: 'credit-note',
};

const throughJson = (kept: unknown): unknown => JSON.parse(JSON.stringify(kept));

describe('corrections of layouts', () => {
  test('come back from the workbook as they were', () => {
    const remembered = new Map([
      ['date gstin', everything],
      ['net no', {}],
    ]);
    const read = readRememberedLayouts(throughJson([...remembered]));
    expect([...read]).toEqual([...remembered]);
  });

  test.each([
    ['nothing', undefined],
    ['a text', 'everything'],
    ['an object', { 'date gstin': everything }],
  ])('of %s are none', (_, kept) => {
    expect(readRememberedLayouts(kept).size).toBe(0);
  });

  test.each([
    ['a field that there is not', { columns: { colour: ['Red'] } }],
    ['a kind that there is not', { words: { x: 'receipt' } }],
    ['a row that is none', { headerRows: { first: 1.5, last: 2 } }],
    ['a column that is no heading', { columns: { taxable: [7] } }],
  ])('with %s are left out, the others stay', (_, wrong) => {
    expect([...readRememberedLayouts([['a', wrong], 'b', ['c'], ['d', { signs: 'negative' }]])]).toEqual([
      ['d', { signs: 'negative' }],
    ]);
  });
});

describe('a layout that was corrected', () => {
  const april = sheetOf(['GSTIN | Bill No | Net | Gross', `${SUPPLIER} | 1 | 100 | 118`]);
  const may = sheetOf(['Gross | Bill No | GSTIN | Net', `236 | 2 | ${SUPPLIER} | 200`]);

  test('is read so again, in whatever order the columns stand', () => {
    const { key, layout, recalled } = recallLayout(april, new Map());
    expect([layout.columns.taxable, recalled]).toEqual([undefined, false]);
    const remembered = rememberLayout(new Map(), key, { columns: { taxable: ['Net'], value: ['Gross'] } });
    const again = recallLayout(may, remembered);
    expect(again).toMatchObject({ key, recalled: true });
    expect(again.layout.columns.taxable).toMatchObject({ value: [3], guessed: false, why: 'You said so.' });
  });

  test('is found again also where the row of the headings was corrected', () => {
    const { key } = recallLayout(april, new Map());
    const remembered = rememberLayout(new Map(), key, { headerRows: { first: 1, last: 0 } });
    expect(recallLayout(april, remembered)).toMatchObject({
      key,
      recalled: true,
      layout: { headings: ['A', 'B', 'C', 'D'] },
    });
  });

  test('is forgotten where nothing is corrected any more', () => {
    const remembered = rememberLayout(new Map([['a', everything]]), 'a', { columns: {}, words: {} });
    expect(remembered.size).toBe(0);
  });

  test('is forgotten when a hundred others were used since', () => {
    let remembered = rememberLayout(new Map(), 'first', everything);
    remembered = rememberLayout(remembered, 'second', everything);
    remembered = rememberLayout(remembered, 'first', everything);
    for (let at = 0; at < 99; at += 1) remembered = rememberLayout(remembered, String(at), everything);
    expect([remembered.size, remembered.has('first'), remembered.has('second')]).toEqual([100, true, false]);
  });
});
