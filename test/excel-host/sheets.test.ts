import { openExcel } from '../support/excel-host/open-excel';

it.each([
  ['a name of 32 characters', 'x'.repeat(32), 'InvalidArgument'],
  ['no name', '', 'InvalidArgument'],
  ['a bracket', 'B2B[1]', 'InvalidArgument'],
  ['a colon', 'B2B:1', 'InvalidArgument'],
  ['a star', 'B2B*', 'InvalidArgument'],
  ['a question mark', 'B2B?', 'InvalidArgument'],
  ['a slash', 'B2B/B2C', 'InvalidArgument'],
  ['a backslash', 'B2B\\B2C', 'InvalidArgument'],
  ['an apostrophe at its end', "B2B'", 'InvalidArgument'],
  ['the name of another sheet in capitals', 'SHEET1', 'ItemAlreadyExists'],
  ['31 characters', 'x'.repeat(31), 'none'],
])('a new sheet with %s: %s gives %s', async (_what, name, code) => {
  const { codeOf } = await openExcel();
  expect(await codeOf((context) => void context.workbook.worksheets.add(name))).toBe(code);
});

it('renames a sheet to its own name in capitals', async () => {
  const { codeOf, host } = await openExcel();
  const code = await codeOf((context) => {
    context.workbook.worksheets.getItem('Sheet1').name = 'SHEET1';
  });
  expect([code, host.book.sheetNames()]).toEqual(['none', ['SHEET1']]);
});

it('has no worksheet that was never there', async () => {
  const { codeOf } = await openExcel();
  expect(await codeOf((context) => void context.workbook.worksheets.getItem('B2B').load('name'))).toBe('ItemNotFound');
});

it('does not let the last visible sheet go', async () => {
  const { codeOf } = await openExcel({ sheets: ['Home', 'Lists'] });
  expect(
    await codeOf((context) => ((context.workbook.worksheets.getItem('Lists').visibility = 'VeryHidden'), undefined)),
  ).toBe('none');
  expect(await codeOf((context) => context.workbook.worksheets.getItem('Home').delete())).toBe('InvalidOperation');
  expect(
    await codeOf((context) => ((context.workbook.worksheets.getItem('Home').visibility = 'Hidden'), undefined)),
  ).toBe('InvalidOperation');
});

it('deletes a very hidden sheet only after it was shown', async () => {
  const { codeOf, host } = await openExcel({ sheets: ['Home', 'Lists'] });
  const remove = (show: boolean) =>
    codeOf((context) => {
      const sheet = context.workbook.worksheets.getItem('Lists');
      sheet.visibility = show ? 'Visible' : 'VeryHidden';
      sheet.delete();
    });
  expect(await remove(false)).toBe('InvalidOperation');
  expect(await remove(true)).toBe('none');
  expect(host.book.sheetNames()).toEqual(['Home']);
});

it('does not bring a hidden sheet to the front', async () => {
  const { codeOf } = await openExcel({ sheets: ['Home', 'Lists'] });
  const code = await codeOf((context) => {
    const sheet = context.workbook.worksheets.getItem('Lists');
    sheet.visibility = 'Hidden';
    sheet.activate();
  });
  expect(code).toBe('InvalidOperation');
});

it('puts sheets in the order of their positions', async () => {
  const { run, host } = await openExcel({ sheets: ['Home', 'B2B', 'ECO'] });
  await run(async (context) => {
    context.workbook.worksheets.getItem('ECO').position = 0;
    await context.sync();
  });
  expect(host.book.sheetNames()).toEqual(['ECO', 'Home', 'B2B']);
});

it('renames the sheet in every formula, and breaks them when it goes', async () => {
  const { host } = await openExcel({ sheets: ['Home', 'B2B'] });
  host.user.type('B2B', 'A1', [['x'], ['y']]);
  host.user.type('Home', 'A1', "=COUNTA('B2B'!$A$1:$A$1048576)");
  expect(host.book.value('Home', 'A1')).toBe(2);
  host.user.renameSheet('B2B', 'My records');
  expect(host.book.formula('Home', 'A1')).toBe("=COUNTA('My records'!$A$1:$A$1048576)");
  host.user.deleteSheet('My records');
  expect([host.book.value('Home', 'A1'), host.book.errors()]).toEqual([1, []]);
});
