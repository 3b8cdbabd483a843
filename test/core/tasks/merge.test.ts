import { mergeDownload } from '../../../src/core/tasks/merge';
import { validate } from '../../../src/core/tasks/validate';
import { records } from '../../../src/core/records/index';
import { createMemoryWorkbook } from '../../../src/hosts/memory/memory-workbook';
import {
  cellOf,
  cellsOf,
  clearRow,
  columnOf,
  copyRow,
  creditNote,
  deleteRow,
  downloadOf,
  findingsOf,
  fixtureBytes,
  homeFact,
  importFixture,
  importJson,
  insertColumn,
  invoice,
  ledgerOf,
  memoryDesk,
  mergeJson,
  must,
  offline,
  sentActions,
  sortRows,
  spokenRefusal,
  type,
  typeOnHome,
  uploadOf,
  type Json,
  type MemoryDesk,
} from '../../support/desk';
import { STORE_SHEET } from '../../../src/core/engine/store';
import { RECIPIENT } from '../../support/generate-download';

const CHANGES = 'Changes since last import';

async function bookOf(...records: Json[]): Promise<MemoryDesk> {
  const desk = memoryDesk();
  await importJson(desk, offline({ b2b: records }));
  return desk;
}

const merge = (desk: MemoryDesk, ...records: Json[]) => mergeJson(desk, offline({ b2b: records }));
const counts = async (desk: MemoryDesk, ...records: Json[]) => (await merge(desk, ...records)).sheets['B2B'];
const change = (desk: MemoryDesk, number: string) => cellOf(desk, 'B2B', number, CHANGES);
const history = async (desk: MemoryDesk) => (await ledgerOf(desk)).history;

const [a1, a2, a3] = ['A-1', 'A-2', 'A-3'].map((inum) => invoice({ inum })) as [Json, Json, Json];

describe('reading 11: a later download', () => {
  test('a new record comes below the last row, flagged, with the portal’s action', async () => {
    const desk = await bookOf(a1);
    expect(await counts(desk, a1, { ...a2, action: 'R', remarks: 'no' })).toEqual({
      records: 2,
      new: 1,
      changed: 0,
      withdrawn: 0,
      unchanged: 1,
    });
    expect(await columnOf(desk, 'B2B', 'Document number')).toEqual(['A-1', 'A-2']);
    expect(await change(desk, 'A-2')).toBe('New');
    expect(await cellOf(desk, 'B2B', 'A-2', 'Status')).toBe('Rejected');
    expect(await cellOf(desk, 'B2B', 'A-2', 'Remarks')).toBe('no');
    await type(desk, 'B2B', 'A-2', { Status: 'Accepted' });
    expect(await sentActions(desk)).toEqual(['A-2 A']);
  });

  test('new rows fill the place of stray blanks below the data, and go into the columns where the user moved them', async () => {
    const desk = await bookOf(a1);
    desk.workbook.reshape('B2B', (cells) => [...cells, [' '], [], ['', '']]);
    insertColumn(desk, 'B2B', 2, 'mine');
    await merge(desk, a1, a2);
    expect((await columnOf(desk, 'B2B', 'Document number')).slice(0, 2)).toEqual(['A-1', 'A-2']);
    expect((await columnOf(desk, 'B2B', 'mine')).slice(0, 2)).toEqual(['', '']);
    expect(await findingsOf(desk)).toEqual([]);
  });

  test.each<[string, Json, string]>([
    ['the value', { val: 12000 }, 'Document value 11,800.00 is now 12,000.00'],
    ['the date', { idt: '05-04-2026' }, 'Document date 03-04-2026 is now 05-04-2026'],
    ['one tax head', { iamt: 5 }, 'IGST 0.00 is now 5.00'],
    ['the type', { inv_typ: 'DE' }, 'Document type Regular is now Deemed Exports'],
    ['the place of supply', { pos: '29' }, 'Place of supply 27-Maharashtra is now 29-Karnataka'],
    ['the type, which is gone', { inv_typ: undefined }, 'Document type Regular is now nothing'],
  ])(
    'a record is changed by %s: the portal’s action returns, the old answer is told and kept',
    async (_, changes, spoken) => {
      const desk = await bookOf(a1, a2);
      await type(desk, 'B2B', 'A-1', { Status: 'Rejected', Remarks: 'not ours' });
      await type(desk, 'B2B', 'A-2', { Status: 'Accepted' });
      expect(await counts(desk, invoice({ inum: 'A-1', ...changes }), a2)).toEqual({
        records: 2,
        new: 0,
        changed: 1,
        withdrawn: 0,
        unchanged: 1,
      });
      expect(await change(desk, 'A-1')).toBe(
        `Changed by the supplier: ${spoken}. Your answer before was: Rejected, Remarks: not ours.`,
      );
      expect(await cellOf(desk, 'B2B', 'A-1', 'Status')).toBe('No Action');
      expect(await cellOf(desk, 'B2B', 'A-1', 'Remarks')).toBe('');
      expect(await sentActions(desk)).toEqual(['A-2 A']);
      expect((await history(desk)).at(-1)).toEqual({
        at: '30-04-2026 09:12',
        event: 'Merged later.json',
        details: [`1 changed: ${spoken}; Rejected, Remarks: not ours`],
      });
    },
  );

  test('a changed record that the user had not touched is flagged without an old answer', async () => {
    const desk = await bookOf({ ...a1, action: 'A' });
    await merge(desk, { ...a1, action: 'N', val: 5 });
    expect(await change(desk, 'A-1')).toBe('Changed by the supplier: Document value 11,800.00 is now 5.00.');
    expect(await cellOf(desk, 'B2B', 'A-1', 'Document value')).toBe(5);
    expect(await cellOf(desk, 'B2B', 'A-1', 'Status')).toBe('No Action');
  });

  test('an answer that cannot be read is in the history too when its record changes', async () => {
    const desk = await bookOf(a1);
    await type(desk, 'B2B', 'A-1', { Status: 'Rejektet', Remarks: 'not ours' });
    await merge(desk, { ...a1, val: 5 });
    expect((await history(desk)).at(-1)?.details).toEqual([expect.stringContaining('Remarks: not ours')]);
    expect(await change(desk, 'A-1')).toContain('Your answer before was: ');
  });

  test('a record that is not in the download is withdrawn: flagged, its answer kept in its cells, never uploaded', async () => {
    const desk = await bookOf(a1, a2);
    await type(desk, 'B2B', 'A-2', { Status: 'Rejected', Remarks: 'no' });
    expect(await counts(desk, a1)).toEqual({ records: 2, new: 0, changed: 0, withdrawn: 1, unchanged: 1 });
    expect(await change(desk, 'A-2')).toBe('Withdrawn: not in the last download, never uploaded.');
    expect(await cellOf(desk, 'B2B', 'A-2', 'Status')).toBe('Rejected');
    expect(await sentActions(desk)).toEqual([]);
    expect((await history(desk)).at(-1)?.details).toEqual(['2 withdrawn; Rejected, Remarks: no']);
    expect((await findingsOf(desk))[0]).toMatch(/^warning answer-on-withdrawn-record, B2B row 8, Status/);
  });

  test('a withdrawn record that comes back has its answer still and says so', async () => {
    const desk = await bookOf(a1, a2);
    await type(desk, 'B2B', 'A-2', { Status: 'Rejected' });
    await merge(desk, a1);
    expect(await counts(desk, a1, a2)).toEqual({ records: 2, new: 0, changed: 0, withdrawn: 0, unchanged: 2 });
    expect(await change(desk, 'A-2')).toBe('Back in the download.');
    expect(await sentActions(desk)).toEqual(['A-2 R']);
  });

  test('an unchanged record keeps the user’s unsent work', async () => {
    const desk = await bookOf(a1);
    await type(desk, 'B2B', 'A-1', { Status: 'Pending', Remarks: 'wait' });
    await merge(desk, a1);
    expect((await uploadOf(desk))['b2b']).toEqual([expect.objectContaining({ action: 'P', remarks: 'wait' })]);
  });

  test('remarks on a record without an answer are unsent work too', async () => {
    const desk = await bookOf(a1);
    await type(desk, 'B2B', 'A-1', { Remarks: 'ask Ravi' });
    await merge(desk, a1);
    expect(await cellOf(desk, 'B2B', 'A-1', 'Remarks')).toBe('ask Ravi');
  });

  test('an answer that cannot be read stays in its cell', async () => {
    const desk = await bookOf(a1);
    await type(desk, 'B2B', 'A-1', { Status: 'Acepted' });
    await merge(desk, a1);
    expect(await cellOf(desk, 'B2B', 'A-1', 'Status')).toBe('Acepted');
  });

  test('a portal action that moved becomes the baseline where the user has no unsent work', async () => {
    const desk = await bookOf(a1);
    await merge(desk, { ...a1, action: 'R', remarks: 'by phone' });
    expect(await cellOf(desk, 'B2B', 'A-1', 'Status')).toBe('Rejected');
    expect(await cellOf(desk, 'B2B', 'A-1', 'Remarks')).toBe('by phone');
    expect(await change(desk, 'A-1')).toBe('Status on the portal No Action is now Rejected.');
    expect(await sentActions(desk)).toEqual([]);
    await type(desk, 'B2B', 'A-1', { Status: 'No Action' });
    expect(await sentActions(desk)).toEqual(['A-1 N']);
  });

  test('a portal action that moved is the baseline also under the user’s unsent work', async () => {
    const desk = await bookOf(a1);
    await type(desk, 'B2B', 'A-1', { Status: 'Accepted' });
    await merge(desk, { ...a1, action: 'R' });
    expect(await cellOf(desk, 'B2B', 'A-1', 'Status')).toBe('Accepted');
    expect(await sentActions(desk)).toEqual(['A-1 A']);
    await type(desk, 'B2B', 'A-1', { Status: 'Rejected' });
    expect(await sentActions(desk)).toEqual([]);
  });

  test('our own upload that has arrived leaves nothing to send', async () => {
    const desk = await bookOf(a1);
    await type(desk, 'B2B', 'A-1', { Status: 'Accepted' });
    await merge(desk, { ...a1, action: 'A' });
    expect(await sentActions(desk)).toEqual([]);
  });

  test('a supplier who filed meanwhile is told and shown', async () => {
    const desk = await bookOf({ ...a1, srcfilstatus: 'NF' });
    await merge(desk, a1);
    expect(await change(desk, 'A-1')).toBe('Source filing status Not Filed is now Filed.');
    expect(await cellOf(desk, 'B2B', 'A-1', 'Source filing status')).toBe('Filed');
  });

  test('flags that moved count at once', async () => {
    const desk = await bookOf(a1);
    await type(desk, 'B2B', 'A-1', { Status: 'Pending' });
    await merge(desk, { ...a1, ispendactblocked: 'Y' });
    expect((await findingsOf(desk))[0]).toMatch(/^error pending-is-blocked/);
    expect(await cellOf(desk, 'B2B', 'A-1', 'Pending allowed')).toBe('N');
  });

  test('keys that are new in the later download go into the store', async () => {
    const desk = await bookOf(a1);
    await merge(desk, { ...a1, zz_new: 'x', hash: 'h2' });
    expect((await ledgerOf(desk)).records[0]?.raw).toMatchObject({ zz_new: 'x', hash: 'h2' });
  });

  test('a deleted or cleared row comes back, without an answer', async () => {
    const desk = await bookOf(a1, a2, a3);
    await type(desk, 'B2B', 'A-1', { Status: 'Accepted' });
    await deleteRow(desk, 'B2B', 'A-1');
    await clearRow(desk, 'B2B', 'A-2', true);
    await merge(desk, a1, a2, a3);
    expect((await columnOf(desk, 'B2B', 'Document number')).filter((number) => number !== '')).toEqual([
      'A-3',
      'A-1',
      'A-2',
    ]);
    expect(await cellOf(desk, 'B2B', 'A-1', 'Status')).toBe('No Action');
    expect(await findingsOf(desk)).toEqual([]);
    await type(desk, 'B2B', 'A-1', { Status: 'Rejected' });
    expect(await sentActions(desk)).toEqual(['A-1 R']);
  });

  test('a row of which only the visible cells were cleared comes back once', async () => {
    const desk = await bookOf(a1, a2);
    await clearRow(desk, 'B2B', 'A-1', false);
    await merge(desk, a1, a2);
    expect((await columnOf(desk, 'B2B', 'Document number')).filter((number) => number === 'A-1')).toEqual(['A-1']);
    await type(desk, 'B2B', 'A-1', { Status: 'Accepted' });
    expect(await sentActions(desk)).toEqual(['A-1 A']);
    expect(await findingsOf(desk)).toEqual([]);
  });

  test('edited locked cells show again what the portal says', async () => {
    const desk = await bookOf(a1);
    await type(desk, 'B2B', 'A-1', { 'Taxable value': 1, 'Trade/Legal name': 'x' });
    await merge(desk, a1);
    expect(await cellOf(desk, 'B2B', 'A-1', 'Taxable value')).toBe(10000);
    expect(await findingsOf(desk)).toEqual([]);
  });

  test('a sorted sheet stays sorted, and every answer with its document', async () => {
    const desk = await bookOf(a1, a2, a3);
    await type(desk, 'B2B', 'A-1', { Status: 'Rejected' });
    sortRows(desk, 'B2B', () => -1);
    await merge(desk, a1, { ...a2, val: 7 }, a3);
    expect(await columnOf(desk, 'B2B', 'Document number')).toEqual(['A-3', 'A-2', 'A-1']);
    expect(await columnOf(desk, 'B2B', 'Status')).toEqual(['No Action', 'No Action', 'Rejected']);
    expect(await cellOf(desk, 'B2B', 'A-2', 'Document value')).toBe(7);
  });

  test('copies and rows of the user’s own are left alone', async () => {
    const desk = await bookOf(a1);
    await copyRow(desk, 'B2B', 'A-1');
    desk.workbook.type('B2B', 10, 1, 'my own note');
    await merge(desk, a1, a2);
    expect(await columnOf(desk, 'B2B', 'Document number')).toEqual(['A-1', 'A-1', '', '', '', 'A-2']);
    expect((await cellsOf(desk, 'B2B'))[10]![1]).toBe('my own note');
  });
});

describe('twins with one number', () => {
  const [small, large] = [invoice({ inum: 'T', val: 100 }), invoice({ inum: 'T', val: 200 })];

  test('each keeps its answer, in whatever order they come again', async () => {
    const desk = await bookOf(small, large);
    await type(desk, 'B2B', 'T', { Status: 'Rejected', Remarks: 'small' });
    await type(desk, 'B2B', 'T', { Status: 'Pending', Remarks: 'large' }, 1);
    expect(await counts(desk, large, small)).toEqual({ records: 2, new: 0, changed: 0, withdrawn: 0, unchanged: 2 });
    expect((await uploadOf(desk))['b2b']!.map(({ val, remarks }) => `${String(val)} ${String(remarks)}`)).toEqual([
      '100 small',
      '200 large',
    ]);
  });

  test('the one that changed is changed, the other keeps its answer', async () => {
    const desk = await bookOf(small, large);
    await type(desk, 'B2B', 'T', { Status: 'Rejected', Remarks: 'small' });
    await type(desk, 'B2B', 'T', { Status: 'Pending', Remarks: 'large' }, 1);
    expect(await counts(desk, { ...small, val: 150 }, large)).toMatchObject({ changed: 1, unchanged: 1 });
    expect((await uploadOf(desk))['b2b']!.map(({ val, remarks }) => `${String(val)} ${String(remarks)}`)).toEqual([
      '200 large',
    ]);
  });

  test('of two the one that is gone is withdrawn', async () => {
    const desk = await bookOf(small, large);
    expect(await counts(desk, large)).toMatchObject({ withdrawn: 1, unchanged: 1 });
    expect(await columnOf(desk, 'B2B', CHANGES)).toEqual(['Withdrawn: not in the last download, never uploaded.', '']);
  });

  test('the number of a document may come in other letters', async () => {
    const desk = await bookOf(a1);
    await type(desk, 'B2B', 'A-1', { Status: 'Accepted' });
    expect(await counts(desk, { ...a1, inum: 'a-1', stin: '27aapfu0939f1zv' })).toMatchObject({ unchanged: 1 });
    expect((await uploadOf(desk))['b2b']).toEqual([expect.objectContaining({ inum: 'a-1', action: 'A' })]);
  });

  test('another period is another document', async () => {
    const desk = await bookOf(a1);
    expect(await counts(desk, { ...a1, rtnprd: '052026' })).toMatchObject({ new: 1, withdrawn: 1 });
  });
});

describe('a record of which the download has a version that cannot be used', () => {
  const broken = { ...a2, val: 'x1' };
  const WHY = 'the amount under val cannot be used (x1)';
  const KEPT = `The last download has a version of this record that could not be used: ${WHY}. What was there before is kept, with your answer.`;

  test('is not withdrawn: it stays as it was with its answer, and the reason is told', async () => {
    const desk = await bookOf(a1, a2);
    await type(desk, 'B2B', 'A-2', { Status: 'Rejected', Remarks: 'no' });
    const { sheets, warnings } = await merge(desk, a1, broken);
    expect(sheets['B2B']).toEqual({ records: 2, new: 0, changed: 0, withdrawn: 0, unchanged: 2 });
    expect(warnings).toEqual([
      `later.json, record 2 of section b2b (27AAPFU0939F1ZV A-2): ${WHY}, so it was left out.`,
      'later.json: 2 records in the file, 1 taken, 1 left out.',
      'Sheet B2B: 1 record is in this download in a version that could not be used. What was there before is kept, with your answer.',
    ]);
    expect(await change(desk, 'A-2')).toBe(KEPT);
    expect(await cellOf(desk, 'B2B', 'A-2', 'Document value')).toBe(11800);
    expect(await sentActions(desk)).toEqual(['A-2 R']);
    expect((await history(desk)).at(-1)?.details).toEqual([`2 not usable: ${WHY}; Rejected, Remarks: no`]);
    expect(await findingsOf(desk)).toEqual([]);
  });

  test('is nothing to tell of once the download has a usable one again', async () => {
    const desk = await bookOf(a1, a2);
    await merge(desk, a1, broken);
    await merge(desk, a1, a2);
    expect(await change(desk, 'A-2')).toBe('');
  });

  test('is still flagged as changed, with the answer of before', async () => {
    const desk = await bookOf(a1, a2);
    await type(desk, 'B2B', 'A-2', { Status: 'Rejected' });
    const changed = { ...a2, val: 12000 };
    await merge(desk, a1, changed);
    const flag = await change(desk, 'A-2');
    await merge(desk, a1, broken);
    await merge(desk, a1, broken);
    expect(await change(desk, 'A-2')).toBe(`${String(flag)} ${KEPT}`);
    await merge(desk, a1, changed);
    expect(await change(desk, 'A-2')).toBe(flag);
    await merge(desk, a1, broken);
    await merge(desk, a1, { ...a2, val: 13000 });
    expect(await change(desk, 'A-2')).toBe(
      'Changed by the supplier: Document value 12,000.00 is now 13,000.00. Your answer before was: Rejected.',
    );
  });

  test('comes back where its row was deleted or it had been withdrawn', async () => {
    const desk = await bookOf(a1, a2, a3);
    await merge(desk, a1, a3);
    await deleteRow(desk, 'B2B', 'A-3');
    await merge(desk, a1, broken, { ...a3, iamt: 'y' });
    expect(await columnOf(desk, 'B2B', 'Document number')).toEqual(['A-1', 'A-2', 'A-3']);
    await type(desk, 'B2B', 'A-2', { Status: 'Accepted' });
    await type(desk, 'B2B', 'A-3', { Status: 'Rejected' });
    expect(await sentActions(desk)).toEqual(['A-2 A', 'A-3 R']);
  });

  test.each<[string, Json]>([
    ['its number', { inum: undefined }],
    ['its GSTIN', { stin: '' }],
  ])('is known without %s, if no other record fits', async (_, lost) => {
    const other = invoice({ inum: 'A-9', idt: '09-04-2026' });
    const desk = await bookOf(a1, other);
    expect(await counts(desk, a1, { ...other, ...lost })).toMatchObject({ withdrawn: 0 });
    const alike = await bookOf(a1, a2, a3);
    expect(await counts(alike, a1, { ...a2, inum: undefined })).toMatchObject({ withdrawn: 2 });
  });

  test('is the usable one where the download has both', async () => {
    const desk = await bookOf(a1, a2);
    expect(await counts(desk, a1, broken, { ...a2, val: 5 })).toMatchObject({ changed: 1, withdrawn: 0 });
  });
});

describe('downloads of single sections', () => {
  test('withdraw nothing on the sheets that they do not speak about, and say so', async () => {
    const desk = memoryDesk();
    await importFixture(desk);
    await type(desk, 'B2B-CN', 'CN-88', { Status: 'Rejected' });
    const { b2b } = (
      JSON.parse(new TextDecoder().decode(fixtureBytes('downloads/download-web-dialect.json'))) as {
        data: Record<string, Json[]>;
      }
    ).data;
    const report = await mergeJson(desk, { data: { b2b: b2b!.slice(1) } });
    expect(
      Object.entries(report.sheets)
        .map(([sheet, { withdrawn }]) => `${sheet} ${withdrawn}`)
        .filter((text) => !text.endsWith(' 0')),
    ).toEqual(['B2B 1']);
    expect(report.warnings).toContain(
      'The file has no section b2bcn (sheet B2B-CN); its 5 records were left as they are, because this kind of file carries single sections.',
    );
    expect(report.warnings).toHaveLength(7);
    expect(await sentActions(desk)).toEqual(['CN-88 R']);
  });

  test('an offline download that lacks a section withdraws its records', async () => {
    const desk = memoryDesk();
    await importJson(desk, offline({ b2b: [a1], b2bcn: [creditNote()] }));
    expect((await mergeJson(desk, offline({ b2b: [a1] }))).sheets['B2B-CN']).toMatchObject({ withdrawn: 1 });
  });
});

describe('merging the same file twice', () => {
  test('changes nothing but the line of the import', async () => {
    const desk = memoryDesk();
    await importFixture(desk);
    await type(desk, 'B2B', 'SEZ-77', { Status: 'Rejected', Remarks: 'no' });
    await validate(desk);
    const sheets = async () =>
      Promise.all(
        (await desk.workbook.sheetNames())
          .filter((name) => name !== STORE_SHEET)
          .map(async (name) => ({ name, cells: await cellsOf(desk, name) })),
      );
    const [before, ledger] = [await sheets(), await ledgerOf(desk)];
    const later: MemoryDesk = { ...desk, today: '01-05-2026', time: '10:00' };
    await mergeJson(later, fixtureBytes('downloads/download.json'));
    const changed = (await sheets()).flatMap(({ name, cells }, sheet) =>
      cells.flatMap((row, index) =>
        row.flatMap((cell, column) =>
          cell === (before[sheet]!.cells[index]?.[column] ?? '') ? [] : [`${name} ${index + 1}: ${String(cell)}`],
        ),
      ),
    );
    expect(changed[0]).toBe('Home 8: 01-05-2026 10:00 from later.json');
    expect(changed[1]).toBe('Home 10: answers or records changed since: validate again');
    expect(changed.slice(2)).toEqual(
      records.map(
        ({ sheet }) =>
          expect.stringMatching(`^${sheet} 2: GSTIN 27ZZZCR1001K1Z0 · .*Imported 01-05-2026 10:00$`) as string,
      ),
    );
    const after = await ledgerOf(desk);
    expect(after).toEqual({
      ...ledger,
      importedAt: '01-05-2026 10:00',
      files: ['later.json'],
      history: [...ledger.history, { at: '01-05-2026 10:00', event: 'Merged later.json', details: [] }],
    });
  });

  test('takes the flags of new and changed records away one import later, unless the user has not yet looked at the change', async () => {
    const desk = await bookOf(a1, a2);
    const later = [a1, { ...a2, val: 5 }, a3];
    await merge(desk, ...later);
    expect(await columnOf(desk, 'B2B', CHANGES)).toEqual([
      '',
      'Changed by the supplier: Document value 11,800.00 is now 5.00.',
      'New',
    ]);
    await merge(desk, ...later);
    expect(await columnOf(desk, 'B2B', CHANGES)).toEqual([
      '',
      'Changed by the supplier: Document value 11,800.00 is now 5.00.',
      '',
    ]);
    await type(desk, 'B2B', 'A-2', { Status: 'Accepted' });
    await merge(desk, ...later);
    expect(await columnOf(desk, 'B2B', CHANGES)).toEqual(['', '', '']);
    expect((await history(desk)).map(({ details }) => details.length)).toEqual([0, 1, 0, 0]);
  });
});

describe('a merge that cannot be', () => {
  test.each<[string, Json, string, string]>([
    [
      'the file of another GSTIN',
      { rtin: '29ZZZFB2002C1ZK', b2b: [] },
      '',
      'later.json: this belongs to GSTIN 29ZZZFB2002C1ZK, not to 27ZZZCR1001K1Z0',
    ],
    [
      'another GSTIN asked for',
      { b2b: [] },
      '29ZZZFB2002C1ZK',
      '--gstin: this belongs to GSTIN 29ZZZFB2002C1ZK, not to 27ZZZCR1001K1Z0',
    ],
    [
      'a GSTIN with a wrong check digit',
      { b2b: [] },
      '27ZZZCR1001K1Z9',
      '--gstin: 27ZZZCR1001K1Z9 is not a GSTIN: its check digit is not right',
    ],
  ])('%s is refused and changes nothing', async (_, content, gstin, sentence) => {
    const desk = await bookOf(a1);
    const before = [await cellsOf(desk, 'B2B'), await cellsOf(desk, STORE_SHEET)];
    expect(spokenRefusal(await mergeDownload(desk, downloadOf(content, 'later.json'), gstin))).toBe(sentence);
    expect([await cellsOf(desk, 'B2B'), await cellsOf(desk, STORE_SHEET)]).toEqual(before);
  });

  test('more records than a sheet has rows for are refused before anything is written', async () => {
    const desk = memoryDesk({ workbook: createMemoryWorkbook(8) });
    await importJson(desk, offline({ b2b: [a1] }));
    expect(spokenRefusal(await mergeDownload(desk, downloadOf(offline({ b2b: [a1, a2, a3] }), 'later.json'), ''))).toBe(
      'later.json: sheet B2B has room for 1 more row, and 2 are needed',
    );
    expect(await columnOf(desk, 'B2B', 'Document number')).toEqual(['A-1']);
  });

  test('the GSTIN typed on Home is the one that a later file must have', async () => {
    const desk = memoryDesk();
    await importJson(desk, offline({ b2b: [a1] }), '');
    await typeOnHome(desk, 'GSTIN', RECIPIENT);
    expect(spokenRefusal(await mergeDownload(desk, downloadOf({ rtin: '29ZZZFB2002C1ZK', b2b: [] }), ''))).toMatch(
      /belongs to GSTIN 29ZZZFB2002C1ZK/,
    );
    must(await mergeDownload(desk, downloadOf({ rtin: RECIPIENT, b2b: [a1] }), ''));
    expect((await ledgerOf(desk)).gstin).toBe(RECIPIENT);
  });

  test('a later file that names the recipient writes it on Home', async () => {
    const desk = memoryDesk();
    await importJson(desk, offline({ b2b: [a1] }), '');
    await mergeJson(desk, { rtin: RECIPIENT, imsDetails: { b2b: [a1] } });
    expect(await homeFact(desk, 'GSTIN')).toBe(RECIPIENT);
  });
});

describe('a type with more records than one sheet holds', () => {
  test('goes on over several sheets, which act as one', async () => {
    const desk = memoryDesk({ workbook: createMemoryWorkbook(8) });
    const all = ['A-1', 'A-2', 'A-3', 'A-4', 'A-5'].map((inum) => invoice({ inum }));
    await importJson(desk, offline({ b2b: all }));
    expect((await desk.workbook.sheetNames()).slice(0, 5)).toEqual(['Home', 'B2B', 'B2B (2)', 'B2B (3)', 'B2BA']);
    await type(desk, 'B2B', 'A-1', { Status: 'Accepted' });
    await type(desk, 'B2B (3)', 'A-5', { Status: 'Rejected' });
    expect(await sentActions(desk)).toEqual(['A-1 A', 'A-5 R']);
    await mergeJson(desk, offline({ b2b: [...all, invoice({ inum: 'A-6' })] }));
    expect(await columnOf(desk, 'B2B (3)', 'Document number')).toEqual(['A-5', 'A-6']);
    expect(await sentActions(desk)).toEqual(['A-1 A', 'A-5 R']);
  });
});
