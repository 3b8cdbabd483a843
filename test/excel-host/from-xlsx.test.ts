import { openFileInExcel } from '../support/excel';
import { openExcel } from '../support/excel-host/open-excel';
import { openInExcelHost } from '../support/excel-host/excel-host';
import { contentOf, seenSheet } from '../support/seen-book';
import { readBookView } from '../../src/hosts/xlsx/view/read-book-view';
import { story } from '../support/xlsx-story';

/** A workbook in which a user did what users do. */
async function usedBook() {
  const excel = await openExcel({ sheets: ['Mine', 'Hidden', 'Very hidden'] });
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Mine');
    sheet.getRange('A:A').numberFormat = [['@']];
    sheet.getRange('A1:C4').values = [
      ['Number', 'Status', 'Value'],
      ['0045', 'Accepted', 1234.5],
      ['1E5', 'Pending', -1],
      ['=1+1', 'Accepted', '=C2*2'],
    ];
    sheet.getRange('A6').values = [['below the filter']];
    sheet.getRange('A8:C8').merge();
    sheet.getRange('A8').values = [['merged']];
    sheet.getRange('B2').format.fill.color = '#FFC000';
    sheet.getRange('B2').format.font.bold = true;
    sheet.getRange('B2').format.borders.getItem('EdgeBottom').style = 'Double';
    sheet.getRange('C2').numberFormat = [['#,##0.00']];
    sheet.getRange('B:B').format.columnWidth = 84;
    sheet.getRange('D:D').columnHidden = true;
    sheet.getRange('6:6').rowHidden = true;
    sheet.getRange('B2:B1048576').dataValidation.rule = { list: { inCellDropDown: true, source: 'Accepted,Pending' } };
    const rule = sheet.getRange('A2:C1048576').conditionalFormats.add('Custom');
    rule.custom.rule.formula = '=$B2="Pending"';
    rule.custom.format.fill.color = '#FFC9C9';
    sheet.autoFilter.apply(sheet.getRange('A1:C4'), 1, { filterOn: 'Values', values: ['Accepted'] });
    sheet.freezePanes.freezeAt(sheet.getRange('A1:A1'));
    sheet.tabColor = '#1B6B3A';
    sheet.showGridlines = false;
    context.workbook.names.add('Rate', sheet.getRange('C2'));
    context.workbook.worksheets.getItem('Hidden').visibility = 'Hidden';
    context.workbook.worksheets.getItem('Very hidden').visibility = 'VeryHidden';
    context.workbook.properties.title = 'July';
    sheet.protection.protect({ allowAutoFilter: true, allowSort: true });
    await context.sync();
  });
  return excel.host;
}

it('opens all that it saved of a workbook', async () => {
  const { book: before, toXlsx } = await usedBook();
  const { book: after } = await openInExcelHost(await toXlsx());
  const seen = ({ state, ...book }: typeof before) => {
    const { rules, validations, filter, ...sheet } = book.sheet('Mine');
    return {
      sheets: state.sheets.map(({ name, visibility }) => [name, visibility]),
      names: state.names,
      title: state.properties['title'],
      values: book.values('Mine'),
      formula: book.formula('Mine', 'C4'),
      formats: ['A2', 'B2', 'C2', 'B3'].map((address) => ({ ...book.format('Mine', address), style: '' })),
      shown: ['B2', 'B3'].map((address) => book.shown('Mine', address)),
      rules: rules.map((rule) => ({ ...rule, id: '' })),
      validations,
      filter: { ...filter, criteria: [...(filter?.criteria ?? [])] },
      widths: [0, 1, 2, 3].map((column) => [sheet.columns[column]?.size, sheet.columns[column]?.hidden === true]),
      rows: [1, 2, 3, 5].map((row) => ({ filtered: false, hidden: false, ...sheet.rows[row] })),
      merges: sheet.merges,
      freeze: sheet.freeze,
      tab: [sheet.tabColour, sheet.gridlines],
      allowed: Object.entries(sheet.protection?.options ?? {})
        .filter(([, on]) => on === true)
        .map(([option]) => option),
    };
  };
  expect(seen(after)).toEqual(seen(before));
});

it('loses nothing of a workbook of the command line when it opens and saves it', async () => {
  const { bytes } = await story.validated(await story.acted(await story.imported()));
  const { host } = await openFileInExcel(bytes);
  const saved = await host.toXlsx();
  expect(await contentOf(saved)).toEqual(await contentOf(bytes));
  const [before, after] = [await readBookView(bytes), await readBookView(saved)];
  for (const { name } of before.sheets) expect(seenSheet(after, name)).toEqual(seenSheet(before, name));
});
