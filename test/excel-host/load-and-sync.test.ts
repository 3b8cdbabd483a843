import { openExcel } from '../support/excel-host/open-excel';

it('gives what was loaded after the sync', async () => {
  const { run } = await openExcel();
  const read = await run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:B2');
    range.values = [
      [1, 'two'],
      ['=A1+1', true],
    ];
    range.load('values,formulas,address,valueTypes');
    await context.sync();
    return range.toJSON();
  });
  expect(read).toMatchObject({
    address: 'Sheet1!A1:B2',
    values: [
      [1, 'two'],
      [2, true],
    ],
    formulas: [
      [1, 'two'],
      ['=A1+1', true],
    ],
    valueTypes: [
      ['Double', 'String'],
      ['Double', 'Boolean'],
    ],
  });
});

it('lets the library say that a property was not loaded', async () => {
  const { codeOf } = await openExcel();
  const code = await codeOf((context) => {
    String(context.workbook.worksheets.getItem('Sheet1').name.length);
  });
  expect(code).toBe('PropertyNotLoaded');
});

it('refuses to load a name that the object does not have', async () => {
  const { codeOf } = await openExcel();
  const load = (name: string) => codeOf((context) => void context.workbook.worksheets.getItem('Sheet1').load(name));
  expect(await load('colour')).toBe('ApiNotFound');
  expect(await load('name/first')).toBe('InvalidArgument');
});

it('loads through navigations and collections', async () => {
  const { run } = await openExcel({ sheets: ['One', 'Two'] });
  const read = await run(async (context) => {
    const sheets = context.workbook.worksheets.load('items/name,items/position,items/autoFilter/enabled');
    const range = sheets.getItem('Two').getRange('B2').load('format/fill/color,worksheet/name');
    await context.sync();
    return [
      sheets.items.map(({ name, position, autoFilter }) => [name, position, autoFilter.enabled]),
      range.worksheet.name,
    ];
  });
  expect(read).toEqual([
    [
      ['One', 0, false],
      ['Two', 1, false],
    ],
    'Two',
  ]);
});

it('says isNullObject for what is not there, and for what comes from it', async () => {
  const { run } = await openExcel();
  const read = await run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject('Nowhere');
    const range = sheet.getRange('A1').load('address');
    const used = context.workbook.worksheets.getItem('Sheet1').getUsedRangeOrNullObject(true);
    await context.sync();
    return [sheet.isNullObject, range.isNullObject, used.isNullObject];
  });
  expect(read).toEqual([true, true, true]);
});

it('refuses to write to a null object', async () => {
  const { codeOf } = await openExcel();
  const code = await codeOf((context) => {
    context.workbook.worksheets.getItemOrNullObject('Nowhere').getRange('A1').values = [[1]];
  });
  expect(code).toBe('ItemNotFound');
});

it('stops at the first action that fails and keeps what was done before', async () => {
  const { host, Excel } = await openExcel();
  const failed = Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('A1').values = [['before']];
    context.workbook.worksheets.getItem('Nowhere').activate();
    sheet.getRange('A2').values = [['after']];
    await context.sync();
  });
  await expect(failed).rejects.toMatchObject({ code: 'ItemNotFound' });
  expect(host.book.values('Sheet1', 'A1:A2')).toEqual([['before'], ['']]);
});

it('finds a worksheet again after its name changed', async () => {
  const { host, run } = await openExcel();
  await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1').load('name');
    await context.sync();
    host.user.renameSheet('Sheet1', 'B2B');
    sheet.getRange('A1').values = [['here']];
    await context.sync();
  });
  expect(host.book.value('B2B', 'A1')).toBe('here');
});

it('takes the slices that the library makes of big writes', async () => {
  const { host, run } = await openExcel();
  const rows = Array.from({ length: 5000 }, (_, row) =>
    Array.from({ length: 10 }, (_cell, column) => row * 10 + column),
  );
  await run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('A1:J5000').values = rows;
    await context.sync();
  });
  expect(host.book.values('Sheet1')).toEqual(rows);
  expect(host.log[0]?.actions).toBeGreaterThan(100);
});

it('refuses values of another size than the range', async () => {
  const { codeOf } = await openExcel();
  const write = (address: string, values: unknown[][]) =>
    codeOf((context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange(address).values = values;
    });
  expect(await write('A1:B2', [[1, 2]])).toBe('InvalidArgument');
  expect(await write('A:A', [[1]])).toBe('InvalidArgument');
  expect(
    await write(
      'A1:J200',
      Array.from({ length: 200 }, () => new Array<number>(9).fill(1)),
    ),
  ).toBe('InvalidArgument');
});

it('leaves cells where the value is null and clears them where it is an empty text', async () => {
  const { host, run } = await openExcel();
  host.user.type('Sheet1', 'A1', [['a', 'b', 'c']]);
  await run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('A1:C1').values = [[null, '', 'new']];
    await context.sync();
  });
  expect(host.book.values('Sheet1', 'A1:C1')).toEqual([['a', '', 'new']]);
});

it('answers null for the cells of whole columns', async () => {
  const { run } = await openExcel();
  const read = await run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange('C:D').load('values,address,columnIndex');
    await context.sync();
    return [range.values, range.address, range.columnIndex];
  });
  expect(read).toEqual([null, 'Sheet1!C:D', 2]);
});

it('moves a range that the add-in keeps with its cells', async () => {
  const { host, run } = await openExcel();
  const address = await run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange('B2:C3').load('address');
    await context.sync();
    host.user.insertRows('Sheet1', 0, 5);
    range.load('address');
    await context.sync();
    return range.address;
  });
  expect(address).toBe('Sheet1!B7:C8');
});
