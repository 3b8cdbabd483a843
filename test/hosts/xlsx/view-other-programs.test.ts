import type { BookView } from '../../../src/core/book-view';
import { readBookView } from '../../../src/hosts/xlsx/view/read-book-view';
import { seenLook, seenSheet, sheetOf } from '../../support/seen-book';
import { fixture } from '../../support/xlsx-story';

const lists = ['B2B', 'B2BA', 'B2B-DN', 'B2B-DNA', 'B2B-CN', 'B2B-CNA', 'ECO', 'ECOA'];
let ours: BookView;
beforeAll(async () => {
  ours = await readBookView(fixture('workbooks/ims.xlsx'));
});

/** What each program drops or draws anew when it saves. */
const programs = [
  ['ims-libreoffice.xlsx', { hasGridLines: true, freeze: undefined, cellLooks: undefined }],
  ['ims-openpyxl.xlsx', { cellLooks: undefined }],
] as const;

describe.each(programs)('%s', (file, lost) => {
  let saved: BookView;
  beforeAll(async () => {
    saved = await readBookView(fixture(`workbooks/${file}`));
  });

  test.each(lists)('%s is shown as before it was saved', (name) => {
    expect({ ...seenSheet(saved, name), ...lost }).toEqual({ ...seenSheet(ours, name), ...lost });
    expect(sheetOf(saved, name).cells).toEqual(sheetOf(ours, name).cells);
    expect(sheetOf(saved, name).lists[0]?.otherwise).toEqual(['Accepted', 'Rejected', 'Pending', 'No Action']);
    expect(sheetOf(saved, name).highlights).toHaveLength(10);
  });

  test('the cells above the records look as before', () => {
    const cells = sheetOf(ours, 'B2B').cells.flatMap((row, index) =>
      row.flatMap((cell, column) => (cell === '' || index > 5 ? [] : [[index, column] as const])),
    );
    const seen = (view: BookView): unknown =>
      cells.map(([row, column]) => seenLook(view, sheetOf(view, 'B2B'), row, column));
    expect(seen(saved)).toEqual(seen(ours));
    expect(cells.length).toBeGreaterThan(30);
  });
});

test('rules and charts of others are not shown', async () => {
  for (const file of ['openpyxl.xlsx', 'libreoffice.xlsx']) {
    const view = await readBookView(fixture(`workbooks/${file}`));
    const sheet = sheetOf(view, 'B2B & more');
    expect([sheet.lists, sheet.highlights, sheet.dataRow]).toEqual([[], [], 1]);
    expect(sheet.filterColumns).toEqual(new Map([[1, ['002', '003']]]));
    expect([...sheet.hiddenRows]).toEqual([4]);
  }
});
