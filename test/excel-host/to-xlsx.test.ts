import { readXlsx } from 'hucre/xlsx';
import { openXlsxWorkbook } from '../../src/hosts/xlsx/xlsx-workbook';
import { openExcel } from '../support/excel-host/open-excel';

async function savedBook() {
  const excel = await openExcel({ sheets: ['B2B', 'IMS lists'] });
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('B2B');
    sheet.getRange('A:B').numberFormat = [['@']];
    sheet.getRange('A1:D3').values = [
      ['Number', 'Status', 'Value', 'Twice'],
      ['007', 'Accepted', 1234.5, '=C2*2'],
      ['1E5', 'Pending', -1, '=C3*2'],
    ];
    sheet.getRange('A1:D1').format.fill.color = '#17324D';
    sheet.getRange('B2:B1048576').dataValidation.rule = {
      list: { inCellDropDown: true, source: "='IMS lists'!$A$1:$A$3" },
    };
    const rule = sheet.getRange('A2:D1048576').conditionalFormats.add('Custom');
    rule.custom.rule.formula = '=$B2="Accepted"';
    rule.custom.format.font.color = '#1B6B3A';
    sheet.autoFilter.apply(sheet.getRange('A1:D3'));
    sheet.freezePanes.freezeRows(1);
    context.workbook.worksheets.getItem('IMS lists').visibility = 'VeryHidden';
    await context.sync();
  });
  return { ...excel, bytes: await excel.host.toXlsx() };
}

it('saves cells that the file host reads alike', async () => {
  const { host, bytes } = await savedBook();
  const workbook = await openXlsxWorkbook(bytes);
  expect(await workbook.sheetNames()).toEqual(['B2B', 'IMS lists']);
  expect(await workbook.read('B2B')).toEqual(host.book.values('B2B'));
});

it('saves rules, filter, panes and formats', async () => {
  const { bytes } = await savedBook();
  const [sheet, lists] = (await readXlsx(bytes, { readStyles: true })).sheets;
  expect(sheet?.dataValidations?.[0]).toMatchObject({
    type: 'list',
    range: 'B2:B1048576',
    formula1: "'IMS lists'!$A$1:$A$3",
  });
  expect(sheet?.conditionalRules?.[0]).toMatchObject({ type: 'expression', range: 'A2:D1048576' });
  expect(sheet?.autoFilter?.range).toBe('A1:D3');
  expect(sheet?.freezePane).toMatchObject({ rows: 1 });
  expect(sheet?.cells?.get('1,0')?.style?.numFmt).toBe('@');
  expect(lists?.veryHidden).toBe(true);
});
