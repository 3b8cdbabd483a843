import { createExcelHost, loadOfficeInNode } from '../support/excel-host/excel-host';

it('takes what a record sheet of the product needs, in one go', async () => {
  const host = createExcelHost({ platform: 'web' });
  const { Excel, eventsDelivered } = await loadOfficeInNode(host);
  const seen: string[] = [];
  await Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add((args) => {
      seen.push(`${args.address} ${args.triggerSource} ${String(args.details.valueAfter)}`);
      return Promise.resolve();
    });
    await context.sync();
  });
  await Excel.run({ delayForCellEdit: true }, async (context) => {
    context.application.suspendScreenUpdatingUntilNextSync();
    context.application.suspendApiCalculationUntilNextSync();
    context.runtime.enableEvents = false;
    const sheet = context.workbook.worksheets.add('B2B');
    const lists = context.workbook.worksheets.add('IMS lists');
    lists.getRange('A1:A3').values = [['Accepted'], ['Rejected'], ['Pending']];
    lists.visibility = 'VeryHidden';
    sheet.tabColor = '#17324D';
    sheet.showGridlines = false;
    const columns = sheet.getRange('A:C');
    columns.numberFormat = [['@']];
    columns.format.columnWidth = 90;
    columns.format.font.name = 'Calibri';
    columns.format.borders.getItem('EdgeBottom').color = '#D5DCE3';
    columns.format.borders.getItem('InsideHorizontal').style = 'Continuous';
    columns.format.protection.locked = false;
    sheet.getRange('D:D').numberFormat = [['[>=10000000]##\\,##\\,##\\,##0.00;[>=100000]##\\,##\\,##0.00;##,##0.00']];
    const head = sheet.getRange('A6:D6');
    head.values = [['GSTIN', 'Number', 'Status', 'Value']];
    head.format.fill.color = '#17324D';
    head.format.font.bold = true;
    head.format.wrapText = true;
    const rows = Array.from({ length: 2000 }, (_, index) => [`27AAPFU0939F1ZV`, `00${index}`, '', index * 1000]);
    sheet.getRange('A7:D2006').values = rows;
    const status = sheet.getRange('C7:C1048576');
    status.dataValidation.rule = { list: { inCellDropDown: true, source: lists.getRange('A1:A3') } };
    status.dataValidation.errorAlert = { showAlert: true, style: 'Stop', title: 'Status', message: 'Choose one.' };
    const rule = sheet.getRange('A7:D1048576').conditionalFormats.add('Custom');
    rule.custom.rule.formula = '=$C7="Accepted"';
    rule.custom.format.font.color = '#1B6B3A';
    rule.custom.format.fill.color = '#D6E9FA';
    rule.stopIfTrue = false;
    sheet.autoFilter.apply(sheet.getRange('A6:D2006'));
    sheet.freezePanes.freezeAt(sheet.getRange('A1:B6'));
    sheet.pageLayout.orientation = 'Landscape';
    sheet.pageLayout.zoom = { horizontalFitToPages: 2, verticalFitToPages: 0 };
    sheet.pageLayout.setPrintTitleRows('$6:$6');
    sheet.protection.protect({ allowAutoFilter: true, allowFormatColumns: true });
    context.workbook.settings.add('ims', { a: 1 });
    context.workbook.customXmlParts.add('<ims xmlns="urn:ims">1</ims>');
    context.workbook.properties.title = 'IMS';
    sheet.activate();
    sheet.getRange('C7').select();
    context.runtime.enableEvents = true;
    await context.sync();
  });
  host.user.type('B2B', 'C8', 'Accepted');
  expect(host.user.type('B2B', 'C9', 'accepted?').alert).toEqual({
    style: 'Stop',
    title: 'Status',
    message: 'Choose one.',
  });
  expect(host.user.type('B2B', 'D9', 5).accepted).toBe(false);
  await eventsDelivered();
  expect(seen).toEqual(['C8 Unknown Accepted']);
  expect(host.book.shown('B2B', 'D2006').text).toBe('19,99,000.00');
  expect(host.book.shown('B2B', 'A8')).toMatchObject({ fontColour: '#1B6B3A', fill: '#D6E9FA' });
  expect(host.book.shown('B2B', 'A9').fill).toBeUndefined();
  expect(host.book.value('B2B', 'B8')).toBe('001');
  const read = await Excel.run(async (context) => {
    const sheets = context.workbook.worksheets.load('items/name,items/visibility,items/id');
    const sheet = context.workbook.worksheets.getItem('B2B');
    const part = context.workbook.customXmlParts.getByNamespace('urn:ims').getOnlyItemOrNullObject();
    const xml = part.getXml();
    const setting = context.workbook.settings.getItem('ims').load('value');
    const gone = context.workbook.worksheets.getItemOrNullObject('none');
    const selected = context.workbook.getSelectedRanges().load('address');
    const filter = sheet.autoFilter.load('enabled,isDataFiltered');
    const view = sheet.getRange('A7:B9').getVisibleView().load('cellAddresses,rowCount');
    const format = sheet.getRange('A6').load('format/fill/color,format/font/bold,format/protection/locked');
    const properties = sheet.getRange('A7:A8').getRowProperties({ rowHidden: true });
    const validation = sheet.getRange('C7').dataValidation.load('rule,type');
    await context.sync();
    return {
      sheets: sheets.items.map(({ name, visibility }) => `${name} ${visibility}`),
      xml: xml.value,
      setting: setting.value as unknown,
      gone: gone.isNullObject,
      selected: selected.address,
      filter: [filter.enabled, filter.isDataFiltered],
      view: [view.rowCount, view.cellAddresses[0]],
      format: format.format.toJSON(),
      properties: properties.value,
      validation: validation.toJSON(),
    };
  });
  expect(read).toEqual({
    sheets: ['Sheet1 Visible', 'B2B Visible', 'IMS lists VeryHidden'],
    xml: '<ims xmlns="urn:ims">1</ims>',
    setting: { a: 1 },
    gone: true,
    selected: 'B2B!C7',
    filter: [true, false],
    view: [3, ['B2B!A7', 'B2B!B7']],
    format: { fill: { color: '#17324D' }, font: { bold: true }, protection: { locked: false } },
    properties: [{ rowHidden: false }, { rowHidden: false }],
    validation: { type: 'List', rule: { list: { inCellDropDown: true, source: "='IMS lists'!$A$1:$A$3" } } },
  });
});
