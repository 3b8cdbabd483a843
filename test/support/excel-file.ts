import { strToU8, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const PROLOG = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const MAIN_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook of ours as Excel saves it: theme colours, lists as an extension, shared formulas, a chart in a tab of its own. */
const SHEET = `${PROLOG}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"><sheetPr filterMode="1"><tabColor rgb="FF1F6FB2"/></sheetPr><dimension ref="A1:F7"/><sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"><pane xSplit="1" ySplit="2" topLeftCell="B3" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="B3" sqref="B3"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="14.4" x14ac:dyDescent="0.3"/><cols><col min="1" max="2" width="19" customWidth="1"/><col min="3" max="4" width="12.5" style="4" customWidth="1"/><col min="5" max="5" width="0" hidden="1" customWidth="1"/><col min="8" max="16384" width="9.109375" style="1"/></cols><sheetData><row r="1" spans="1:6" ht="26.25" customHeight="1" x14ac:dyDescent="0.3"><c r="A1" s="1" t="s"><v>0</v></c></row><row r="2" spans="1:6" ht="31.2" x14ac:dyDescent="0.3"><c r="A2" s="2" t="s"><v>1</v></c><c r="B2" s="2" t="s"><v>2</v></c><c r="C2" s="2" t="s"><v>3</v></c></row><row r="3" spans="1:6" x14ac:dyDescent="0.3"><c r="A3" s="3" t="s"><v>4</v></c><c r="B3" s="3" t="s"><v>5</v></c><c r="C3" s="4"><v>10</v></c><c r="D3" s="4"><f>C3*2</f><v>20</v></c><c r="E3" t="s"><v>6</v></c></row><row r="4" spans="1:6" hidden="1" x14ac:dyDescent="0.3"><c r="A4" s="5" t="s"><v>7</v></c><c r="B4" s="3"/><c r="C4" s="4"><v>-5</v></c><c r="D4" s="4"><f t="shared" ref="D4:D6" si="0">C4*2&amp;"A4"</f><v>-10</v></c></row><row r="5" spans="1:6" s="6" customFormat="1" x14ac:dyDescent="0.3"><c r="A5" s="3" t="s"><v>8</v></c><c r="B5" s="3" t="s"><v>5</v></c><c r="C5" s="7"><v>7</v></c><c r="D5" s="4"><f t="shared" si="0"/><v>14</v></c></row><row r="6" spans="1:6" x14ac:dyDescent="0.3"><c r="A6" s="3" t="s"><v>9</v></c><c r="B6" s="3"/><c r="C6" s="4"><v>8</v></c><c r="D6" s="4"><f t="shared" si="0"/><v>16</v></c></row></sheetData><autoFilter ref="A2:E6"><filterColumn colId="0"><filters blank="1"><filter val="A &amp; B"/><filter val="C"/></filters></filterColumn><filterColumn colId="2"><customFilters><customFilter operator="greaterThan" val="1"/></customFilters></filterColumn></autoFilter><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells><conditionalFormatting sqref="B3:B1048576"><cfRule type="expression" dxfId="1" priority="3"><formula>$B3="Accepted"</formula></cfRule></conditionalFormatting><conditionalFormatting sqref="A3:E5 A7:E1048576"><cfRule type="expression" dxfId="0" priority="2"><formula>ISNUMBER(FIND("|E:"&amp;A$2&amp;"|",$E3))</formula></cfRule><cfRule type="dataBar" priority="1"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar></cfRule></conditionalFormatting><conditionalFormatting sqref="A6:E6"><cfRule type="expression" dxfId="0" priority="4"><formula>ISNUMBER(FIND("|E:"&amp;A$2&amp;"|",$E6))</formula></cfRule><cfRule type="expression" dxfId="2" priority="5"><formula>$A6="mine"</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" allowBlank="1" showInputMessage="1" sqref="C3:C9"><formula1>"1,2"</formula1></dataValidation></dataValidations><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><drawing r:id="rId1"/><extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:dataValidations count="1" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="Not on the list" error="Choose &quot;one&quot;." promptTitle="Status" prompt="One of these."><x14:formula1><xm:f>IF($E3="N",'IMS lists'!$A$1:$A$2,'IMS lists'!$B$1:$B$3)</xm:f></x14:formula1><xm:sqref>B3:B1048576</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>`;
const LISTS = `${PROLOG}<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="s"><v>5</v></c><c r="B1" t="s"><v>5</v></c></row><row r="2"><c r="A2" t="s"><v>10</v></c><c r="B2" t="s"><v>10</v></c></row><row r="3"><c r="B3" t="s"><v>11</v></c></row></sheetData></worksheet>`;
const texts = [
  'Sheet',
  'Name',
  'Status',
  'Amount',
  'A & B',
  'Accepted',
  '|E:Name|',
  'B',
  'C',
  'D',
  'Rejected',
  'Pending',
];

const STYLES = `${PROLOG}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="[&lt;0]\\-##,##0.00;##,##0.00"/></numFmts><fonts count="3"><font><sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/><scheme val="minor"/></font><font><b/><i val="0"/><strike/><sz val="14"/><color theme="4" tint="-0.249977111117893"/><name val="Calibri"/></font><font><u/><sz val="9.5"/><color indexed="10"/><name val="Arial"/></font></fonts><fills count="6"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor theme="9" tint="0.59999389629810485"/><bgColor indexed="64"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/><bgColor indexed="64"/></patternFill></fill><fill><patternFill patternType="lightUp"><bgColor indexed="8"/></patternFill></fill><fill><gradientFill><stop position="0"><color theme="0"/></stop></gradientFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="medium"><color auto="1"/></left><right style="dashed"><color theme="0" tint="-0.5"/></right><top/><bottom style="double"><color indexed="11"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="8"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="0" fontId="0" fillId="2" borderId="1" xfId="0"><alignment horizontal="centerContinuous" vertical="center" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0"><alignment horizontal="left" indent="2"/><protection locked="0"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="3" borderId="0" xfId="0"><alignment horizontal="left" indent="2"/><protection locked="0"/></xf><xf numFmtId="14" fontId="2" fillId="4" borderId="0" xfId="0"/><xf numFmtId="4" fontId="0" fillId="5" borderId="0" xfId="0"><alignment shrinkToFit="1"/></xf></cellXfs><dxfs count="3"><dxf><font><b/><i val="0"/><color rgb="FF9B1C1C"/></font><fill><patternFill><bgColor rgb="FFFFC9C9"/></patternFill></fill></dxf><dxf><font><b/><color rgb="FF1B6B3A"/></font></dxf><dxf><fill><patternFill><bgColor rgb="FF00FF00"/></patternFill></fill></dxf></dxfs><colors><indexedColors>${['000000', 'FFFFFF', 'FF0000', '00FF00', '0000FF', 'FFFF00', 'FF00FF', '00FFFF', '123456', 'FFFFFF', 'C00000', '00B050'].map((rgb) => `<rgbColor rgb="00${rgb}"/>`).join('')}</indexedColors></colors></styleSheet>`;
const colour = (name: string, rgb: string): string => `<a:${name}><a:srgbClr val="${rgb}"/></a:${name}>`;
const THEME = `${PROLOG}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office"><a:themeElements><a:clrScheme name="Office"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>${colour('dk2', '44546A')}${colour('lt2', 'E7E6E6')}${colour('accent1', '4472C4')}${colour('accent2', 'ED7D31')}${colour('accent3', 'A5A5A5')}${colour('accent4', 'FFC000')}${colour('accent5', '5B9BD5')}${colour('accent6', '70AD47')}${colour('hlink', '0563C1')}${colour('folHlink', '954F72')}</a:clrScheme></a:themeElements></a:theme>`;

const sheets = ['worksheets/sheet1', 'chartsheets/sheet1', 'worksheets/sheet2'];
const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;

const FILES: Record<string, string> = {
  '[Content_Types].xml': `${PROLOG}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${MAIN_TYPE}.sheet.main+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
  'xl/workbook.xml': `${PROLOG}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="12300" activeTab="1"/></bookViews><sheets><sheet name="Chart" sheetId="3" r:id="rId2"/><sheet name="B2B" sheetId="1" r:id="rId1"/><sheet name="IMS lists" sheetId="2" state="veryHidden" r:id="rId3"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">B2B!$A$2:$E$6</definedName></definedNames><calcPr calcId="191029"/></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((part, index) => relation(`rId${index + 1}`, part.split('/')[0]!.slice(0, -1), `${part}.xml`)).join('')}${relation('rId4', 'styles', 'styles.xml')}${relation('rId5', 'theme', 'theme/theme1.xml')}${relation('rId6', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
  'xl/worksheets/sheet1.xml': SHEET,
  'xl/worksheets/sheet2.xml': LISTS,
  'xl/chartsheets/sheet1.xml': `<chartsheet xmlns="${MAIN}"/>`,
  'xl/drawings/drawing1.xml': '<xdr:wsDr xmlns:xdr="urn:x"> as it was </xdr:wsDr>',
  'xl/styles.xml': STYLES,
  'xl/theme/theme1.xml': THEME,
  'xl/sharedStrings.xml': `${PROLOG}<sst xmlns="${MAIN}" count="20" uniqueCount="${texts.length}">${texts.map((text) => `<si><t>${text.replace('&', '&amp;')}</t></si>`).join('')}</sst>`,
};

/** The file with some of its parts as they are given here. */
export function excelFile(parts: Record<string, string> = {}): Uint8Array {
  return zipSync(
    Object.fromEntries(Object.entries({ ...FILES, ...parts }).map(([name, text]) => [name, strToU8(text)])),
  );
}

/** The part of its sheet, to be changed. */
export const excelSheet = SHEET;
