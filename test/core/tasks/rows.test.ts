import { generate } from '../../../src/core/tasks/generate';
import { validate } from '../../../src/core/tasks/validate';
import {
  cellOf,
  cellsOf,
  clearRow,
  columnAt,
  columnOf,
  copyRow,
  creditNote,
  deleteRow,
  findingsOf,
  headingRow,
  importFixture,
  importJson,
  insertColumn,
  invoice,
  memoryDesk,
  moveColumn,
  must,
  offline,
  rowOf,
  sentActions,
  sortRows,
  type,
  uploadOf,
  type Json,
  type MemoryDesk,
} from '../../support/desk';

async function invoices(...changes: Json[]): Promise<MemoryDesk> {
  const desk = memoryDesk();
  await importJson(desk, offline({ b2b: changes.map((change) => invoice(change)) }));
  return desk;
}

const three = () => invoices({ inum: 'A-1', val: 11801 }, { inum: 'A-2', val: 11802 }, { inum: 'A-3', val: 11803 });

/** Rule, row and heading of each finding: the sentence is the rule's own test. */
async function briefly(desk: MemoryDesk): Promise<string[]> {
  return must(await validate(desk)).findings.map(
    ({ severity, rule, row, column, document }) =>
      `${severity} ${rule} on ${document.number}, row ${String(row)}, ${String(column)}`,
  );
}

describe('reading 6: copies and twins', () => {
  test('a copied row is an error on the copy, and nothing is sent', async () => {
    const desk = await three();
    await type(desk, 'B2B', 'A-1', { Status: 'Accepted' });
    await copyRow(desk, 'B2B', 'A-1');
    expect(await findingsOf(desk)).toEqual([
      'error row-is-copied, B2B row 10, Document number: This row is a copy of row 7 of sheet B2B (same document and amounts): delete one of the two.',
    ]);
    expect(must(await generate(desk)).files).toEqual([]);
    expect(await cellOf(desk, 'B2B', 'A-1', 'Sheet validation errors', 1)).toMatch(
      /^Error: This row is a copy of row 7/,
    );
  });

  test('deleting the copy, or the first of the two, mends it', async () => {
    for (const nth of [0, 1]) {
      const desk = await three();
      await type(desk, 'B2B', 'A-1', { Status: 'Accepted' });
      await copyRow(desk, 'B2B', 'A-1');
      await deleteRow(desk, 'B2B', 'A-1', nth);
      expect(await findingsOf(desk)).toEqual([]);
      expect(await sentActions(desk)).toEqual(['A-1 A']);
    }
  });

  test('a copy without its helper cells is a copy all the same', async () => {
    const desk = await three();
    await copyRow(desk, 'B2B', 'A-2');
    await type(desk, 'B2B', 'A-2', { 'Record key': '' }, 1);
    expect(await briefly(desk)).toEqual(['error row-is-copied on A-2, row 10, Document number']);
  });

  test('a row pasted over another is a copy, and the other is missed', async () => {
    const desk = await three();
    const [from, to] = [await rowOf(desk, 'B2B', 'A-1'), await rowOf(desk, 'B2B', 'A-3')];
    desk.workbook.reshape('B2B', (cells) => cells.map((row, index) => (index === to ? [...cells[from]!] : row)));
    expect(await briefly(desk)).toEqual([
      'error row-is-copied on A-1, row 9, Document number',
      'warning row-is-deleted on A-3, row null, null',
    ]);
  });

  test('one number with other amounts is a warning, and both are sent with their own answers', async () => {
    const desk = await invoices({ inum: 'A-1', val: 100 }, { inum: 'A-1', val: 200 });
    await type(desk, 'B2B', 'A-1', { Status: 'Accepted' });
    await type(desk, 'B2B', 'A-1', { Status: 'Rejected' }, 1);
    expect((await briefly(desk)).filter((finding) => !finding.includes('value-is-not-the-sum'))).toEqual([
      'warning number-is-used-twice on A-1, row 8, Document number',
    ]);
    expect((await uploadOf(desk))['b2b']!.map(({ val, action }) => [val, action])).toEqual([
      [100, 'A'],
      [200, 'R'],
    ]);
  });

  test.each<[string, Json]>([
    ['the date', { idt: '04-04-2026' }],
    ['the type', { inv_typ: 'DE' }],
    ['one tax head', { iamt: 1 }],
    ['the place of supply', { pos: '29' }],
  ])('two documents of one number that differ in %s keep their answers when the sheet is sorted', async (_, other) => {
    const desk = await invoices({ inum: 'A-1' }, { inum: 'A-1', ...other });
    await type(desk, 'B2B', 'A-1', { Status: 'Rejected', Remarks: 'first' });
    await type(desk, 'B2B', 'A-1', { Status: 'Rejected', Remarks: 'second' }, 1);
    const before = (await uploadOf(desk))['b2b']!;
    sortRows(desk, 'B2B', () => -1);
    const after = (await uploadOf(desk))['b2b']!;
    expect(after).toEqual([...before].reverse());
    expect(before.map(({ remarks }) => remarks)).toEqual(['first', 'second']);
  });

  test('documents that the portal sent twice in every detail are uploaded once, with one answer', async () => {
    const desk = await invoices({ inum: 'A-1' }, { inum: 'A-1' });
    await type(desk, 'B2B', 'A-1', { Status: 'Accepted' });
    expect(await briefly(desk)).toEqual(['error twins-are-answered-differently on A-1, row 8, Document number']);
    await type(desk, 'B2B', 'A-1', { Status: 'Accepted' }, 1);
    expect(await briefly(desk)).toEqual(['warning records-are-twins on A-1, row 8, Document number']);
    expect(await sentActions(desk)).toEqual(['A-1 A']);
  });

  test('one number on two sheets, of two suppliers or two periods is nothing to speak of', async () => {
    const desk = memoryDesk();
    await importJson(
      desk,
      offline({
        b2b: [invoice(), invoice({ stin: '29AAPFU0939F1ZR', pos: '29' }), invoice({ rtnprd: '032026' })],
        ecom: [invoice()],
      }),
    );
    expect(await briefly(desk)).toEqual([]);
  });
});

describe('reading 7: deleted, cleared and edited rows', () => {
  test('a deleted row is a warning that names the document, and it is not sent', async () => {
    const desk = await three();
    for (const number of ['A-1', 'A-2', 'A-3']) await type(desk, 'B2B', number, { Status: 'Accepted' });
    await deleteRow(desk, 'B2B', 'A-2');
    expect((await findingsOf(desk)).filter((finding) => finding.includes('row-is-deleted'))).toEqual([
      'warning row-is-deleted, B2B no row: The row of this record was deleted or cleared, so it is left out of the upload: import the download again into this workbook to bring it back.',
    ]);
    const deleted = must(await validate(desk)).findings.find(({ rule }) => rule === 'row-is-deleted');
    expect(deleted?.document).toEqual({ gstin: '27AAPFU0939F1ZV', number: 'A-2', date: '03-04-2026' });
    expect(await sentActions(desk)).toEqual(['A-1 A', 'A-3 A']);
  });

  test('a row cleared with the Delete key is named with its row; the rows below it count', async () => {
    const desk = await three();
    await type(desk, 'B2B', 'A-3', { Status: 'Rejected' });
    await clearRow(desk, 'B2B', 'A-2', false);
    expect(await briefly(desk)).toEqual(['warning row-is-deleted on A-2, row 8, null']);
    expect(await sentActions(desk)).toEqual(['A-3 R']);
  });

  test('a row cleared with its helper cells is named without a row', async () => {
    const desk = await three();
    await clearRow(desk, 'B2B', 'A-2', true);
    expect(await briefly(desk)).toEqual(['warning row-is-deleted on A-2, row null, null']);
  });

  test('rows below a gap of many blank rows count', async () => {
    const desk = await three();
    const at = await rowOf(desk, 'B2B', 'A-3');
    desk.workbook.reshape('B2B', (cells) => [
      ...cells.slice(0, at),
      ...Array.from({ length: 50 }, () => []),
      ...cells.slice(at),
    ]);
    await type(desk, 'B2B', 'A-3', { Status: 'Accepted' });
    expect(await sentActions(desk)).toEqual(['A-3 A']);
  });

  test('all rows deleted: every document is named, and nothing is sent', async () => {
    const desk = await three();
    desk.workbook.reshape('B2B', (cells) => cells.slice(0, headingRow(cells) + 1));
    expect(await briefly(desk)).toEqual(
      ['A-1', 'A-2', 'A-3'].map((number) => `warning row-is-deleted on ${number}, row null, null`),
    );
    expect(must(await generate(desk)).files).toEqual([]);
  });

  test('an edited locked cell is a warning, and the original value is sent', async () => {
    const desk = await three();
    await type(desk, 'B2B', 'A-1', {
      'Taxable value': 1,
      'Trade/Legal name': 'Somebody else',
      'Document date': '',
      Status: 'Rejected',
    });
    expect(await findingsOf(desk)).toEqual([
      'warning locked-cell-is-edited, B2B row 7, Trade/Legal name: The portal sent Aarav Steel Traders here, the cell now shows Somebody else: the upload uses what the portal sent.',
      'warning locked-cell-is-edited, B2B row 7, Document date: The portal sent 03-04-2026 here, the cell now shows nothing: the upload uses what the portal sent.',
      'warning locked-cell-is-edited, B2B row 7, Taxable value: The portal sent 10,000.00 here, the cell now shows 1: the upload uses what the portal sent.',
    ]);
    expect((await uploadOf(desk))['b2b']).toEqual([
      expect.objectContaining({ txval: 10000, idt: '03-04-2026', action: 'R' }),
    ]);
  });

  test.each<[string, string, string | number]>([
    ['an amount typed as text', 'Document value', '11,801.00'],
    ['an amount with the rupee sign', 'Document value', '₹ 11801'],
    ['blanks around a text', 'Document type', ' Regular '],
    ['a no-break space inside a name', 'Trade/Legal name', 'Aarav\u00A0Steel Traders'],
  ])('%s that says the same is no edit', async (_, heading, cell) => {
    const desk = await three();
    await type(desk, 'B2B', 'A-1', { [heading]: cell });
    expect(await briefly(desk)).toEqual([]);
  });

  test('a document number that a program turned into a number is an edit, and goes back as it came', async () => {
    const desk = await invoices({ inum: '0045' });
    await type(desk, 'B2B', '0045', { Status: 'Accepted', 'Document number': 45 });
    expect((await findingsOf(desk))[0]).toBe(
      'warning locked-cell-is-edited, B2B row 7, Document number: The portal sent 0045 here, the cell now shows 45: the upload uses what the portal sent.',
    );
    expect(await sentActions(desk)).toEqual(['0045 A']);
  });

  test('a row of the user’s own is named and left out', async () => {
    const desk = await three();
    const row = (await cellsOf(desk, 'B2B')).length + 2;
    desk.workbook.type('B2B', row, await columnAt(desk, 'B2B', 'Document number'), 'my sum');
    desk.workbook.type('B2B', row, await columnAt(desk, 'B2B', 'Status'), 'Accepted');
    expect(await findingsOf(desk)).toEqual([
      'warning row-is-not-from-the-download, B2B row 12: This row belongs to no downloaded record and is left out of the upload: delete it, or put notes on a sheet of your own.',
    ]);
    expect(must(await generate(desk)).files).toEqual([]);
  });

  test('a note beside the table, without a cell of ours, is the user’s business', async () => {
    const desk = await three();
    const cells = await cellsOf(desk, 'B2B');
    desk.workbook.type('B2B', 8, cells[headingRow(cells)]!.length + 3, 'ask Ravi');
    desk.workbook.type('B2B', 30, cells[headingRow(cells)]!.length + 3, 'ask Ravi');
    expect(await briefly(desk)).toEqual([]);
  });

  test('a row moved to another sheet is missed there and a stranger here', async () => {
    const desk = memoryDesk();
    await importJson(desk, offline({ b2b: [invoice({ inum: 'A-1' })], b2bcn: [creditNote()] }));
    const [row] = (await cellsOf(desk, 'B2B')).slice(6);
    await deleteRow(desk, 'B2B', 'A-1');
    desk.workbook.reshape('ECO', (cells) => [...cells, row!]);
    expect((await briefly(desk)).map((finding) => finding.replace(/ on .*/, ''))).toEqual([
      'warning row-is-deleted',
      'warning row-is-not-from-the-download',
    ]);
    expect(must(await generate(desk)).files).toEqual([]);
  });

  test('validating again clears what was mended', async () => {
    const desk = await three();
    await type(desk, 'B2B', 'A-1', { Status: '?' });
    await validate(desk);
    expect(await cellOf(desk, 'B2B', 'A-1', 'Sheet validation errors')).toBe(
      'Error: ? is not a status: choose Accepted, Rejected, Pending or No Action.',
    );
    expect(await cellOf(desk, 'B2B', 'A-1', 'Marks')).toBe('|E:Status|');
    await type(desk, 'B2B', 'A-1', { Status: 'Pending' });
    await validate(desk);
    expect(await columnOf(desk, 'B2B', 'Sheet validation errors')).toEqual(['', '', '']);
    expect(await columnOf(desk, 'B2B', 'Marks')).toEqual(['', '', '']);
  });
});

describe('users sort, insert and move', () => {
  async function answered(): Promise<MemoryDesk> {
    const desk = await three();
    await type(desk, 'B2B', 'A-1', { Status: 'Accepted' });
    await type(desk, 'B2B', 'A-3', { Status: 'Rejected', Remarks: 'not ours' });
    return desk;
  }
  const sent = async (desk: MemoryDesk) => {
    const { b2b = [] } = await uploadOf(desk);
    return b2b.map(({ inum, action, remarks = '' }) => `${String(inum)} ${String(action)} ${String(remarks)}`).sort();
  };
  const expected = ['A-1 A ', 'A-3 R not ours'];

  test('a sorted sheet keeps every answer with its document', async () => {
    const desk = await answered();
    sortRows(desk, 'B2B', () => -1);
    expect(await columnOf(desk, 'B2B', 'Document number')).toEqual(['A-3', 'A-2', 'A-1']);
    expect(await sent(desk)).toEqual(expected);
    expect((await briefly(desk)).filter((finding) => !finding.includes('sum'))).toEqual([]);
  });

  test('a sort of the visible columns only, leaving the helpers where they are, keeps them too', async () => {
    const desk = await answered();
    const firstHelper = await columnAt(desk, 'B2B', 'Record key');
    sortRows(
      desk,
      'B2B',
      () => -1,
      Array.from({ length: firstHelper }, (_, column) => column),
    );
    expect(await columnOf(desk, 'B2B', 'Record key')).toEqual(['1', '2', '3']);
    expect(await sent(desk)).toEqual(expected);
  });

  test('where helpers were left behind by a sort, an edited row still keeps its answer to itself', async () => {
    const desk = await answered();
    const firstHelper = await columnAt(desk, 'B2B', 'Record key');
    sortRows(desk, 'B2B', () => -1, [...Array(firstHelper).keys()]);
    await deleteRow(desk, 'B2B', 'A-1');
    await type(desk, 'B2B', 'A-3', { 'Document value': 1 });
    expect(await sent(desk)).toEqual(['A-3 R not ours']);
    expect((await briefly(desk)).sort()).toEqual([
      'warning locked-cell-is-edited on A-3, row 7, Document value',
      'warning row-is-deleted on A-1, row null, null',
    ]);
  });

  test('an edited copy of a row is nobody’s, whatever key it carries', async () => {
    const desk = await answered();
    const firstHelper = await columnAt(desk, 'B2B', 'Record key');
    sortRows(desk, 'B2B', () => -1, [...Array(firstHelper).keys()]);
    await deleteRow(desk, 'B2B', 'A-1');
    await copyRow(desk, 'B2B', 'A-3');
    await type(desk, 'B2B', 'A-3', { 'Document value': 1, Status: 'Pending', 'Record key': '1' }, 1);
    expect((await briefly(desk)).filter((finding) => finding.includes('not-from'))).toEqual([
      'warning row-is-not-from-the-download on A-3, row 9, null',
    ]);
    expect(await sent(desk)).toEqual(['A-3 R not ours']);
  });

  test('columns inserted before, between and behind ours are no matter', async () => {
    const desk = await answered();
    for (const at of [0, 5, 12]) insertColumn(desk, 'B2B', at, at === 5 ? 'My check' : '');
    expect(await sent(desk)).toEqual(expected);
    expect((await briefly(desk)).filter((finding) => !finding.includes('sum'))).toEqual([]);
  });

  test('columns may change places', async () => {
    const desk = await answered();
    moveColumn(desk, 'B2B', await columnAt(desk, 'B2B', 'Remarks'), 0);
    moveColumn(desk, 'B2B', await columnAt(desk, 'B2B', 'Record key'), 1);
    moveColumn(desk, 'B2B', await columnAt(desk, 'B2B', 'Document number'), 9);
    expect(await sent(desk)).toEqual(expected);
  });

  test('rows inserted on top of the headings are no matter', async () => {
    const desk = await answered();
    desk.workbook.reshape('B2B', (cells) => [['my title'], [], ...cells]);
    expect(await sent(desk)).toEqual(expected);
    await type(desk, 'B2B', 'A-2', { Status: '?' });
    expect(await briefly(desk)).toContain('error status-is-unknown on A-2, row 10, Status');
  });

  test('the helper columns may be deleted; rows are then known by what they show', async () => {
    const desk = await answered();
    for (const heading of ['Record key', 'Pending allowed', 'ITC question', 'Marks', 'Changes since last import']) {
      const at = await columnAt(desk, 'B2B', heading);
      desk.workbook.reshape('B2B', (cells) => cells.map((row) => row.filter((_, column) => column !== at)));
    }
    sortRows(desk, 'B2B', () => -1);
    expect(await sent(desk)).toEqual(expected);
  });

  test('headings with line breaks or blanks around them are found', async () => {
    const desk = await answered();
    const at = await columnAt(desk, 'B2B', 'Remarks');
    desk.workbook.type('B2B', 5, at, ' Remarks\n');
    expect(await sent(desk)).toEqual(expected);
  });

  test('the figures on Home follow the answers and stand where the user moved them', async () => {
    const desk = memoryDesk();
    await importFixture(desk);
    desk.workbook.reshape('Home', (cells) => [['a row of my own'], ...cells.map((row) => ['', ...row])]);
    await type(desk, 'B2B', 'SEZ-77', { Status: 'Rejected' });
    await validate(desk);
    const home = await cellsOf(desk, 'Home');
    const heading = home.find((row) => row.includes('Records'))!;
    const line = home.find((row) => row.includes('B2B'))!;
    expect(
      heading.flatMap((text, column) => (text === '' ? [] : [`${String(text)}: ${String(line[column])}`])),
    ).toEqual([
      'Sheet: B2B',
      'Records: 7',
      'Accepted: 1',
      'Rejected: 1',
      'Pending: 0',
      'No Action: 5',
      'Taxable value: 258250.5',
      'Tax: 42605.09',
    ]);
  });
});
