import { openExcel } from '../support/excel-host/open-excel';

/** Column A locked, column B not, and the sheet protected. */
async function protectedSheet(options: Excel.WorksheetProtectionOptions = {}) {
  const excel = await openExcel();
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('A1:B3').values = [
      ['heading', 'status'],
      [1, 'x'],
      [2, 'y'],
    ];
    sheet.getRange('B:B').format.protection.locked = false;
    sheet.autoFilter.apply(sheet.getRange('A1:B3'));
    sheet.protection.protect(options, 'secret');
    await context.sync();
  });
  const onSheet = (work: (sheet: Excel.Worksheet) => void) =>
    excel.codeOf((context) => work(context.workbook.worksheets.getItem('Sheet1')));
  return { ...excel, onSheet };
}

it('stops the add-in at locked cells, not at unlocked ones', async () => {
  const { onSheet, host } = await protectedSheet();
  expect(await onSheet((sheet) => (sheet.getRange('B2').values = [['new']]))).toBe('none');
  expect(await onSheet((sheet) => (sheet.getRange('A2').values = [[9]]))).toBe('AccessDenied');
  expect(await onSheet((sheet) => (sheet.getRange('A2:B2').values = [[9, 'z']]))).toBe('AccessDenied');
  expect(await onSheet((sheet) => sheet.getRange('A2').clear('Contents'))).toBe('AccessDenied');
  expect(host.book.values('Sheet1', 'A2:B2')).toEqual([[1, 'new']]);
});

it('stops formats, rules, merges and inserted rows', async () => {
  const { onSheet } = await protectedSheet();
  expect(await onSheet((sheet) => (sheet.getRange('B2').format.fill.color = 'red'))).toBe('AccessDenied');
  expect(await onSheet((sheet) => (sheet.getRange('B:B').format.columnWidth = 50))).toBe('AccessDenied');
  expect(await onSheet((sheet) => void sheet.getRange('B2').conditionalFormats.add('Custom'))).toBe('AccessDenied');
  expect(await onSheet((sheet) => sheet.getRange('B2').dataValidation.clear())).toBe('AccessDenied');
  expect(await onSheet((sheet) => sheet.getRange('B2:B3').merge())).toBe('AccessDenied');
  expect(await onSheet((sheet) => void sheet.getRange('2:2').insert('Down'))).toBe('AccessDenied');
});

it('allows what its options allow', async () => {
  const { onSheet, host } = await protectedSheet({
    allowFormatCells: true,
    allowFormatColumns: true,
    allowInsertRows: true,
    allowAutoFilter: true,
  });
  expect(await onSheet((sheet) => (sheet.getRange('A2').format.fill.color = 'red'))).toBe('none');
  expect(await onSheet((sheet) => (sheet.getRange('A:A').format.columnWidth = 50))).toBe('none');
  expect(await onSheet((sheet) => void sheet.getRange('2:2').insert('Down'))).toBe('none');
  expect(host.user.insertRows('Sheet1', 2).accepted).toBe(true);
  expect(host.user.deleteRows('Sheet1', 2).accepted).toBe(false);
  host.user.filterRows('Sheet1', (row) => row > 2);
});

it('does not let the user filter or sort without the option, nor sort locked cells with it', async () => {
  const { host } = await protectedSheet();
  expect(() => host.user.filterRows('Sheet1', () => true)).toThrow('filter');
  expect(host.user.sort('Sheet1', 'B2:B3', 1).accepted).toBe(false);
  const open = await protectedSheet({ allowSort: true });
  expect(open.host.user.sort('Sheet1', 'A2:B3', 1).accepted).toBe(false);
  expect(open.host.user.sort('Sheet1', 'B2:B3', 1, false).accepted).toBe(true);
  expect(open.host.book.values('Sheet1', 'B2:B3')).toEqual([['y'], ['x']]);
});

it('stops the user at locked cells with a box', async () => {
  const { host } = await protectedSheet();
  expect(host.user.type('Sheet1', 'A2', 5)).toMatchObject({ accepted: false, alert: { style: 'Stop' } });
  expect(host.user.paste('Sheet1', 'A2', [[5, 'z']]).accepted).toBe(false);
  expect(host.user.clear('Sheet1', 'A2').accepted).toBe(false);
  expect(host.user.type('Sheet1', 'B2', 'z').accepted).toBe(true);
});

it('cannot be protected twice, nor opened with another password', async () => {
  const { onSheet } = await protectedSheet();
  expect(await onSheet((sheet) => sheet.protection.protect())).toBe('InvalidOperation');
  expect(await onSheet((sheet) => sheet.protection.unprotect('guess'))).toBe('AccessDenied');
  expect(await onSheet((sheet) => sheet.protection.unprotect('secret'))).toBe('none');
  expect(await onSheet((sheet) => sheet.protection.unprotect())).toBe('none');
  expect(await onSheet((sheet) => (sheet.getRange('A2').values = [[9]]))).toBe('none');
});
