import { openExcel } from '../support/excel-host/open-excel';

const LIST = "=IF($B7=\"Y\",'IMS lists'!$A$1:$A$2,'IMS lists'!$B$1:$B$3)";

async function statusColumn() {
  const excel = await openExcel({ sheets: ['B2B', 'IMS lists'] });
  excel.host.user.type('IMS lists', 'A1', [
    ['Accepted', 'Accepted'],
    ['Rejected', 'Rejected'],
    ['', 'Pending'],
  ]);
  await excel.run(async (context) => {
    const { dataValidation } = context.workbook.worksheets.getItem('B2B').getRange('C7:C1048576');
    dataValidation.rule = { list: { inCellDropDown: true, source: LIST } };
    dataValidation.errorAlert = { showAlert: true, style: 'Stop', title: 'Status', message: 'Choose one.' };
    await context.sync();
  });
  excel.host.user.type('B2B', 'B7', [['Y'], ['N']]);
  return excel;
}

it('stops a wrong word with the alert of the rule, by the row in which it is typed', async () => {
  const { host } = await statusColumn();
  expect(host.user.type('B2B', 'C7', 'Pending')).toEqual({
    accepted: false,
    alert: { style: 'Stop', title: 'Status', message: 'Choose one.' },
  });
  expect(host.user.type('B2B', 'C8', 'Pending').accepted).toBe(true);
  expect(host.user.type('B2B', 'C6', 'anything').accepted).toBe(true);
  expect(host.book.values('B2B', 'C6:C8')).toEqual([['anything'], [''], ['Pending']]);
});

it('takes an item of a range in any case, and of a written list only as it is written', async () => {
  const { host, run } = await statusColumn();
  await run(async (context) => {
    context.workbook.worksheets.getItem('B2B').getRange('D7').dataValidation.rule = {
      list: { inCellDropDown: true, source: 'Yes,No' },
    };
    await context.sync();
  });
  expect(host.user.type('B2B', 'C8', 'pending').accepted).toBe(true);
  expect(host.user.type('B2B', 'D7', 'yes').accepted).toBe(false);
  expect(host.user.type('B2B', 'D7', 'Yes').accepted).toBe(true);
});

it('lets blanks through, and everything that is pasted or set', async () => {
  const { host, run } = await statusColumn();
  expect(host.user.type('B2B', 'C7', '').accepted).toBe(true);
  expect(host.user.paste('B2B', 'C7', [['wrong'], ['Pending']]).accepted).toBe(true);
  const invalid = await run(async (context) => {
    const { dataValidation } = context.workbook.worksheets.getItem('B2B').getRange('C7:C20');
    const cells = dataValidation.getInvalidCellsOrNullObject().load('address');
    dataValidation.load('valid,type');
    await context.sync();
    return [cells.address, dataValidation.valid, dataValidation.type];
  });
  expect(invalid).toEqual(['B2B!C7', false, 'List']);
});

it('refuses a written list of more than 255 characters', async () => {
  const { codeOf } = await openExcel();
  const write = (source: string) =>
    codeOf((context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A1').dataValidation.rule = {
        list: { inCellDropDown: true, source },
      };
    });
  expect(await write('x'.repeat(255))).toBe('none');
  expect(await write('x'.repeat(256))).toBe('InvalidArgument');
  expect(await write('=IF(A1')).toBe('InvalidArgument');
});

it('keeps the rule of other cells when some get another, and says where they differ', async () => {
  const { run } = await statusColumn();
  const types = await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('B2B');
    sheet.getRange('C10').dataValidation.clear();
    sheet.getRange('C11').dataValidation.rule = { list: { inCellDropDown: true, source: 'a' } };
    const all = ['C7:C9', 'C10', 'C11', 'C12:C2000', 'C9:C10', 'C11:C12'].map((address) =>
      sheet.getRange(address).dataValidation.load('type'),
    );
    await context.sync();
    return all.map(({ type }) => type);
  });
  expect(types).toEqual(['List', 'None', 'List', 'List', 'MixedCriteria', 'Inconsistent']);
});

it('checks numbers and own formulas', async () => {
  const { host, run } = await openExcel();
  await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('A1:A9').dataValidation.rule = { decimal: { formula1: 0, formula2: '=B1', operator: 'Between' } };
    sheet.getRange('C1:C9').dataValidation.rule = { custom: { formula: '=LEN(C1)=3' } };
    await context.sync();
  });
  host.user.type('Sheet1', 'B2', 10);
  expect([5, 11, 'x'].map((value) => host.user.type('Sheet1', 'A2', value).accepted)).toEqual([true, false, false]);
  expect(['abc', 'ab'].map((value) => host.user.type('Sheet1', 'C4', value).accepted)).toEqual([true, false]);
});
