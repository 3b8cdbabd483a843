import { openExcel } from '../support/excel-host/open-excel';

it.each<[string, (range: Excel.Range, sheet: Excel.Worksheet) => Excel.Range, string]>([
  ['getCell', (range) => range.getCell(1, 1), 'C3'],
  ['getRow', (range) => range.getRow(1), 'B3:D3'],
  ['getColumn', (range) => range.getColumn(2), 'D2:D5'],
  ['getLastCell', (range) => range.getLastCell(), 'D5'],
  ['getEntireColumn', (range) => range.getEntireColumn(), 'B:D'],
  ['getEntireRow', (range) => range.getEntireRow(), '2:5'],
  ['getOffsetRange', (range) => range.getOffsetRange(1, -1), 'A3:C6'],
  ['getResizedRange', (range) => range.getResizedRange(-3, 1), 'B2:E2'],
  ['getRowsBelow', (range) => range.getRowsBelow(2), 'B6:D7'],
  ['getRowsBelow of a negative count', (range) => range.getRowsBelow(-2), 'B4:D5'],
  ['getRowsAbove', (range) => range.getRowsAbove(1), 'B1:D1'],
  ['getColumnsAfter', (range) => range.getColumnsAfter(1), 'E2:E5'],
  ['getBoundingRect', (range, sheet) => range.getBoundingRect(sheet.getRange('F9')), 'B2:F9'],
  ['getIntersection', (range) => range.getIntersection('C1:Z3'), 'C2:D3'],
  ['getSurroundingRegion', (_range, sheet) => sheet.getRange('H8').getSurroundingRegion(), 'H8:I9'],
  ['getUsedRange', (_range, sheet) => sheet.getUsedRange(true), 'H8:I9'],
])('%s leads to %s', async (_name, lead, address) => {
  const { host, run } = await openExcel();
  host.user.type('Sheet1', 'H8', [
    ['a', ''],
    ['', 'b'],
  ]);
  const found = await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    const range = lead(sheet.getRange('B2:D5'), sheet).load('address');
    await context.sync();
    return range.address;
  });
  expect(found).toBe(`Sheet1!${address}`);
});

it('copies values, formulas and formats, with relative references moved', async () => {
  const { host, run } = await openExcel();
  host.user.type('Sheet1', 'A1', [[1, '=A1+$A$1']]);
  await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('A1').format.font.bold = true;
    sheet.getRange('A3').copyFrom('A1:B1');
    sheet.getRange('A5').copyFrom('A1:B1', 'Values');
    sheet.getRange('A7').copyFrom('A1:B1', 'Formats');
    await context.sync();
  });
  expect([host.book.formula('Sheet1', 'B3'), host.book.formula('Sheet1', 'B5')]).toEqual(['=A3+$A$1', undefined]);
  expect(host.book.values('Sheet1', 'A3:B7')).toEqual([
    [1, 2],
    ['', ''],
    [1, 2],
    ['', ''],
    ['', ''],
  ]);
  expect(['A3', 'A5', 'A7'].map((address) => host.book.format('Sheet1', address).bold)).toEqual([true, false, true]);
});

it('answers null for a setting that differs, and the setting where all cells share it', async () => {
  const { run } = await openExcel();
  const read = await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('B:B').format.font.bold = true;
    sheet.getRange('A5:C5').format.font.italic = true;
    const ranges = ['B1:B9', 'A1:B9', 'B5', 'A5:C5', 'B:B'].map((address) =>
      sheet.getRange(address).format.font.load('bold,italic'),
    );
    await context.sync();
    return ranges.map(({ bold, italic }) => [bold, italic]);
  });
  expect(read).toEqual([
    [true, null],
    [null, null],
    [true, true],
    [null, true],
    [true, null],
  ]);
});

it('keeps the look of rows above when a rule of looks reaches from a row to the end', async () => {
  const { host, run } = await openExcel();
  await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('A7:C1048576').numberFormat = [['@']];
    await context.sync();
  });
  host.user.type('Sheet1', 'A6', [['007'], ['007']]);
  expect(host.book.values('Sheet1', 'A6:A7')).toEqual([[7], ['007']]);
});

it('makes a table with its headings, rows and name', async () => {
  const { host, run } = await openExcel();
  host.user.type('Sheet1', 'A1', [
    ['Rule', 'Count'],
    ['a', 1],
  ]);
  const read = await run(async (context) => {
    const table = context.workbook.worksheets.getItem('Sheet1').tables.add('A1:B2', true);
    table.name = 'Findings';
    table.rows.add(undefined, [['b', 2]]);
    const body = context.workbook.tables.getItem('Findings').getDataBodyRange().load('address,values');
    const column = table.columns.getItem('Count').getDataBodyRange().load('values');
    await context.sync();
    return [body.address, body.values, column.values];
  });
  expect(read).toEqual([
    'Sheet1!A2:B3',
    [
      ['a', 1],
      ['b', 2],
    ],
    [[1], [2]],
  ]);
});

it('finds a range by its name, in formulas too', async () => {
  const { host, run } = await openExcel();
  host.user.type('Sheet1', 'A1', [[1], [2]]);
  const address = await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    context.workbook.names.add('Records', sheet.getRange('A1:A2'));
    sheet.getRange('B1').formulas = [['=SUM(Records)']];
    const range = context.workbook.names.getItem('Records').getRange().load('address');
    await context.sync();
    return range.address;
  });
  expect([address, host.book.value('Sheet1', 'B1')]).toEqual(['Sheet1!A1:A2', 3]);
});

it('keeps only the first cell of a merge', async () => {
  const { host, run } = await openExcel();
  host.user.type('Sheet1', 'A1', [['a', 'b']]);
  await run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('A1:B1').merge();
    await context.sync();
  });
  expect(host.book.values('Sheet1', 'A1:B1')).toEqual([['a', '']]);
});

it('shows #NAME? for a function that it does not know, where a test can find it', async () => {
  const { host } = await openExcel();
  host.user.type('Sheet1', 'A1', '=XLOOKUP(1,B1:B2,C1:C2)');
  expect(host.book.errors()).toEqual(['Sheet1!A1 #NAME?']);
});

it('holds twenty thousand records of thirty columns without getting slow', async () => {
  const { host, run } = await openExcel();
  const rows = Array.from({ length: 2_000 }, (_, row) =>
    Array.from({ length: 30 }, (_cell, column) => `${row}/${column}`),
  );
  await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('A:AD').numberFormat = [['@']];
    for (let block = 0; block < 10; block += 1) {
      sheet.getRangeByIndexes(6 + block * 2_000, 0, 2_000, 30).values = rows;
      await context.sync();
    }
  });
  host.user.type('Sheet1', 'AF1', '=COUNTA($A$7:$A$1048576)');
  expect([host.book.used('Sheet1'), host.book.value('Sheet1', 'AF1')]).toEqual(['A1:AF20006', 20_000]);
  expect(Math.max(...host.log.map(({ ms }) => ms))).toBeLessThan(2_000);
});
