import {
  actBy,
  cellOf,
  cellsOf,
  columnOf,
  copyRow,
  creditNote,
  deleteRow,
  homeFact,
  importFixture,
  importJson,
  invoice,
  memoryDesk,
  mergeJson,
  offline,
  sentActions,
  type,
  type MemoryDesk,
} from '../../support/desk';

async function sampleBook(): Promise<MemoryDesk> {
  const desk = memoryDesk();
  await importFixture(desk);
  return desk;
}

describe('acting by a list', () => {
  test('sets the user’s columns, and only where the list says something', async () => {
    const desk = await sampleBook();
    await type(desk, 'B2B', 'SEZ-77', { Status: 'Pending', Remarks: 'wait' });
    const report = await actBy(desk, 'Document number,Status,Remarks\nSEZ-77,,better\nSEZ-78,Rejected,\n');
    expect(report).toEqual({ changed: 2, unmatched: [] });
    expect([await cellOf(desk, 'B2B', 'SEZ-77', 'Status'), await cellOf(desk, 'B2B', 'SEZ-77', 'Remarks')]).toEqual([
      'Pending',
      'better',
    ]);
    expect([await cellOf(desk, 'B2B', 'SEZ-78', 'Status'), await cellOf(desk, 'B2B', 'SEZ-78', 'Remarks')]).toEqual([
      'Rejected',
      '',
    ]);
  });

  test('amounts become numbers, answers the words of the dropdown lists', async () => {
    const desk = await sampleBook();
    await actBy(
      desk,
      'Document number,Status,Whether ITC to be reduced,IGST to be reduced\nCN-88,accept,y,"1,000.50"\n',
    );
    const cells = await Promise.all(
      ['Status', 'Whether ITC to be reduced', 'IGST to be reduced'].map((heading) =>
        cellOf(desk, 'B2B-CN', 'CN-88', heading),
      ),
    );
    expect(cells).toEqual(['Accepted', 'Yes', 1000.5]);
  });

  test('a row that says so already is not changed', async () => {
    const desk = await sampleBook();
    const before = await cellsOf(desk, 'B2B');
    expect(await actBy(desk, 'Document number,Status,Remarks\nTOS-3,Accepted,\nSEZ-77,No Action,\n')).toEqual({
      changed: 0,
      unmatched: [],
    });
    expect(await cellsOf(desk, 'B2B')).toEqual(before);
  });

  test('of two lines that answer one record otherwise the first counts, and the second is named', async () => {
    const desk = await sampleBook();
    expect(await actBy(desk, 'Document number,Status\nSEZ-77,Accepted\nSEZ-77,Rejected\n')).toEqual({
      changed: 1,
      unmatched: [{ line: 3, reason: 'line 2 already gives this record another answer' }],
    });
    expect(await cellOf(desk, 'B2B', 'SEZ-77', 'Status')).toBe('Accepted');
    const twoParts = 'Document number,Status,Remarks\nSEZ-78,Rejected,\nSEZ-78,,not ours\n';
    expect(await actBy(desk, twoParts)).toEqual({ changed: 1, unmatched: [] });
  });

  test('rows are found in other letters and with blanks', async () => {
    const desk = await sampleBook();
    expect(
      await actBy(
        desk,
        'Sheet,GSTIN of supplier,Document number,Status\n b2b ,27zzzca2001b1zy,ast / 26-27 / 0012,Accepted\n',
      ),
    ).toEqual({ changed: 1, unmatched: [] });
  });

  test('a date as a spreadsheet wrote it finds its row', async () => {
    const desk = memoryDesk();
    await importJson(desk, offline({ b2b: [invoice({ idt: '03-04-2026' }), invoice({ idt: '04-03-2026', val: 1 })] }));
    await actBy(desk, 'Document number;Document date;Status\nINV-1;03/04/2026;Accepted\nINV-1;4/3/2026;Rejected\n');
    expect(await columnOf(desk, 'B2B', 'Status')).toEqual(['Accepted', 'Rejected']);
  });

  test('lines that fit no record are listed by their line in the file, the others work', async () => {
    const desk = await sampleBook();
    const report = await actBy(
      desk,
      'Sheet,GSTIN of supplier,Document number,Document date,Status,Remarks\nB2B,,SEZ-77,,Accepted,"two\nlines"\n,,NONE,,Accepted,\nECO,,SEZ-78,,Accepted,\n,29ZZZFB2002C1ZK,SEZ-78,,Accepted,\n,,SEZ-78,01-01-2020,Accepted,\nB2C,,SEZ-78,,Accepted,\n,,,,Accepted,\n',
    );
    expect(report).toEqual({
      changed: 1,
      unmatched: [4, 5, 6, 7, 8, 9].map((line) => ({
        line,
        reason: line === 8 ? 'there is no sheet B2C' : 'no record of the workbook fits',
      })),
    });
  });

  test('a line that fits several records is listed and changes none', async () => {
    const desk = memoryDesk();
    await importJson(desk, offline({ b2b: [invoice(), invoice({ stin: '29ZZZFB2002C1ZK' })], ecom: [invoice()] }));
    expect(await actBy(desk, 'Document number,Status\nINV-1,Accepted\n')).toEqual({
      changed: 0,
      unmatched: [{ line: 2, reason: '3 records fit; add sheet, GSTIN or date to tell them apart' }],
    });
    expect(
      await actBy(desk, 'Sheet,GSTIN of supplier,Document number,Status\nB2B,29ZZZFB2002C1ZK,INV-1,Accepted\n'),
    ).toEqual({ changed: 1, unmatched: [] });
    expect(await sentActions(desk)).toEqual(['INV-1 A']);
  });

  test('an ITC answer for a sheet without that question is listed', async () => {
    const desk = await sampleBook();
    expect(await actBy(desk, 'Document number,Status,Whether ITC to be reduced\nSEZ-77,Accepted,Yes\n')).toEqual({
      changed: 0,
      unmatched: [{ line: 2, reason: 'sheet B2B has no question whether ITC is to be reduced' }],
    });
  });

  test('a number that reads as a number is still the text that it is', async () => {
    const desk = memoryDesk();
    await importJson(desk, offline({ b2b: ['0045', '45', '1E5', '100000', '03-04'].map((inum) => invoice({ inum })) }));
    await actBy(desk, 'Document number,Status\n0045,Rejected\n1E5,Accepted\n03-04,Pending\n');
    expect(await columnOf(desk, 'B2B', 'Status')).toEqual([
      'Rejected',
      'No Action',
      'Accepted',
      'No Action',
      'Pending',
    ]);
  });

  test('rows that were deleted, copied or withdrawn', async () => {
    const desk = memoryDesk();
    const [gone, twice, away] = ['GONE', 'TWICE', 'AWAY'].map((inum) => invoice({ inum }));
    await importJson(desk, offline({ b2b: [gone, twice, away] }));
    await mergeJson(desk, offline({ b2b: [gone, twice] }));
    await deleteRow(desk, 'B2B', 'GONE');
    await copyRow(desk, 'B2B', 'TWICE');
    const report = await actBy(desk, 'Document number,Status\nGONE,Accepted\nTWICE,Accepted\nAWAY,Accepted\n');
    expect(report).toEqual({
      changed: 1,
      unmatched: [
        { line: 2, reason: 'no record of the workbook fits' },
        { line: 4, reason: 'the record is withdrawn: it is not in the last download' },
      ],
    });
  });

  test('Home shows the new figures at once', async () => {
    const desk = memoryDesk();
    await importJson(desk, offline({ b2b: [invoice()], b2bcn: [creditNote()] }));
    await actBy(desk, 'Document number,Status\nINV-1,Accepted\nCN-1,Rejected\n');
    const home = await cellsOf(desk, 'Home');
    const total = home.find((row) => row.includes('Total'))!;
    expect(total.slice(total.indexOf('Total'))).toEqual(['Total', 2, 1, 1, 0, 0, '', '']);
    expect(await homeFact(desk, 'GSTIN')).toBe('27ZZZCR1001K1Z0');
  });

  test('an empty list changes nothing', async () => {
    const desk = await sampleBook();
    expect(await actBy(desk, 'Document number,Status\n')).toEqual({ changed: 0, unmatched: [] });
  });
});
