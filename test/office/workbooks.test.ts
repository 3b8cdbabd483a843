import type { BookView } from '../../src/core/book-view';
import { readBookView } from '../../src/hosts/xlsx/view/read-book-view';
import { authorView, saveView } from '../../src/hosts/xlsx/view/save-view';
import { generateDownload } from '../support/generate-download';
import { libreOfficeSheets, openXmlFaults, savedByLibreOffice, savedByOpenpyxl } from '../support/office';
import { ownBook } from '../support/own-book';
import { samplePlans } from '../support/sample-plans';
import { plannedCells, seenSheet, sheetOf } from '../support/seen-book';
import { fixture, hostileDownload, story } from '../support/xlsx-story';

const expected = JSON.parse(new TextDecoder().decode(fixture('uploads/upload.json'))) as unknown;

async function uploadOf(book: Uint8Array): Promise<unknown> {
  return JSON.parse((await story.generated(book)).files[0]?.text ?? 'null');
}

/** A window's work on the sample: answers, rows in another order, a filter, a wider column, another tab, one record more. */
function worked(view: BookView): BookView {
  const work = (sheet: BookView['sheets'][number]): BookView['sheets'][number] => {
    const records = sheet.cells.slice(6).map((row) => row.map((cell, at) => (at === 6 ? 'Accepted' : cell)));
    return {
      ...sheet,
      cells: [...sheet.cells.slice(0, 6), ...records.reverse(), records[0] ?? []],
      columns: sheet.columns.map((column, at) => (at === 1 ? { ...column, width: 45 } : column)),
      hiddenRows: new Set([7, 8]),
      filterColumns: new Map([[6, ['Accepted', 'A & "B"']]]),
    };
  };
  return { ...view, sheets: view.sheets.map((sheet) => (sheet.name === 'B2B' ? work(sheet) : sheet)), active: 'B2B' };
}

async function workedOn(book: Uint8Array): Promise<Uint8Array> {
  return saveView(book, worked(await readBookView(book)));
}

const oneRecord = (): string => generateDownload({ records: 1, seed: 3 });

describe('a produced workbook passes the Open XML SDK', () => {
  const kinds: [string, () => Promise<Uint8Array>][] = [
    ['imported', () => story.imported()],
    ['imported with one record, so that sheets are empty', () => story.imported(oneRecord())],
    ['with hostile texts', () => story.imported(hostileDownload())],
    ['acted on', async () => story.acted(await story.imported())],
    ['validated', async () => (await story.validated(await story.acted(await story.imported()))).bytes],
    ['with portal errors', async () => story.withErrors(await story.imported())],
    [
      'merged',
      async () => story.merged(await story.acted(await story.imported()), generateDownload({ records: 50, seed: 3 })),
    ],
    [
      'merged into one with empty sheets',
      async () => story.merged(await story.imported(oneRecord()), fixture('downloads/download.json')),
    ],
    ['compared with the books', async () => story.reconciled(await story.imported())],
    [
      'compared, saved by LibreOffice, compared again',
      async () => story.reconciled(savedByLibreOffice(await story.reconciled(await story.imported()))),
    ],
    ['imported into a workbook of the user', async () => story.importedInto(await ownBook())],
    [
      'imported into a workbook that LibreOffice saved, then saved by a window',
      async () => workedOn(await story.importedInto(savedByLibreOffice(await ownBook()))),
    ],
    ['saved by a window', async () => workedOn(await story.imported())],
    ['saved by LibreOffice, then by a window', async () => workedOn(savedByLibreOffice(await story.imported()))],
    [
      'planned, then saved by a window',
      async () => {
        const plans = await samplePlans();
        return saveView(await authorView(plans), {
          sheets: plans.map((plan) => ({ name: plan.name, cells: plannedCells(plan) })),
        });
      },
    ],
    ['of 5,000 records', () => story.imported(generateDownload({ records: 5_000 }))],
    [
      'saved by LibreOffice, then validated',
      async () => (await story.validated(savedByLibreOffice(await story.imported()))).bytes,
    ],
  ];

  it.each(kinds)('%s', async (_, make) => {
    expect(openXmlFaults(await make())).toEqual([]);
  });

  it('as far as openpyxl lets it, once openpyxl saved it', async () => {
    const saved = savedByOpenpyxl(await story.imported());
    expect(openXmlFaults((await story.validated(saved)).bytes)).toEqual(openXmlFaults(saved));
  });
});

describe('LibreOffice', () => {
  it('shows every sheet with the right values', async () => {
    const sheets = libreOfficeSheets((await story.validated(await story.acted(await story.imported()))).bytes);
    expect(sheets.get('B2B')?.[5]?.slice(0, 7)).toEqual([
      'GSTIN of supplier',
      'Trade/Legal name',
      'Document number',
      'Document type',
      'Document date',
      'Document value',
      'Status',
    ]);
    expect(
      sheets
        .get('B2B')
        ?.slice(6, 13)
        .map((row) => [row[2], row[4], row[5], row[6], row[12]]),
    ).toEqual([
      ['AST/26-27/0012', '03-04-2026', '1,18,000.00', 'Accepted', '27-Maharashtra'],
      ['1234567890123456', '09-04-2026', '53,395.59', 'Pending', '27-Maharashtra'],
      ['SEZ-77', '11-04-2026', '70,800.00', 'Accepted', '27-Maharashtra'],
      ['SEZ-78', '12-04-2026', '25,000.00', 'No Action', '27-Maharashtra'],
      ['0045', '15-04-2026', '8,960.00', 'Rejected', '27-Maharashtra'],
      ['EST2605/9', '02-05-2026', '17,700.00', 'Accepted', '27-Maharashtra'],
      ['TOS-3', '20-04-2026', '7,000.00', 'No Action', '27-Maharashtra'],
    ]);
    expect(
      ['B2BA', 'B2B-DN', 'B2B-DNA', 'B2B-CN', 'B2B-CNA', 'ECO', 'ECOA'].map(
        (name) =>
          sheets
            .get(name)
            ?.slice(6)
            .filter((row) => row[2] !== undefined).length,
      ),
    ).toEqual([2, 2, 1, 5, 2, 2, 1]);
  });

  it('shows what the comparison with the books came to', async () => {
    const sheets = libreOfficeSheets(await story.reconciled(await story.imported()));
    expect(
      sheets
        .get('B2B')
        ?.slice(6, 9)
        .map((row) => [row[2], row[7], row[11]]),
    ).toEqual([
      ['AST/26-27/0012', 'Matched', 'Accepted'],
      ['1234567890123456', 'Matched within tolerance', 'Accepted'],
      ['SEZ-77', 'Date mismatch', 'Accepted'],
    ]);
    const reconciliation = sheets.get('Reconciliation') ?? [];
    expect(reconciliation.find(([name]) => name === 'Total of records in IMS')?.slice(1, 4)).toEqual([
      '22',
      '3,02,250.50',
      '50,016.09',
    ]);
    expect(sheets.get('Only in books')?.[5]?.slice(0, 4)).toEqual([
      '19ZZZCN4001K1ZV',
      'Nilgiri Packaging',
      'Invoice',
      'NP/114',
    ]);
  });

  it('calculates the counts on Home', async () => {
    // openpyxl drops the values of formulas, so that LibreOffice has to calculate them.
    const home = libreOfficeSheets(savedByOpenpyxl(await story.acted(await story.imported()))).get('Home') ?? [];
    expect(home.find((row) => row[1] === 'B2B')?.slice(2)).toEqual([
      '7',
      '3',
      '1',
      '1',
      '2',
      '2,58,250.50',
      '42,605.09',
    ]);
    expect(home.find((row) => row[1] === 'Total')?.slice(2)).toEqual(['22', '13', '4', '3', '2', '', '']);
  });

  it('shows negative amounts in lakh and crore grouping', async () => {
    const sheets = libreOfficeSheets(await story.imported(hostileDownload()));
    expect(sheets.get('B2B')?.[6]?.[5]).toBe('-12,34,567.50');
  });

  it('shows stubborn texts as they are', async () => {
    const sheets = libreOfficeSheets(await story.imported(hostileDownload()));
    expect(
      sheets
        .get('B2B')
        ?.slice(6, 19)
        .map((row) => row[2]),
    ).toEqual([
      '=1+1',
      '+91',
      '@x',
      '-3',
      '0045',
      '1E5',
      '03-04',
      '_x0041_',
      '<b>&"',
      '1234567890123456',
      "'quoted",
      '{=A1}',
      'ನಮಸ್ತೆ 😀',
    ]);
  });

  it('saves a workbook from which the same upload is made', async () => {
    const book = savedByLibreOffice(await story.acted(await story.imported()));
    expect(await uploadOf(book)).toEqual(expected);
    expect(
      (await story.generated((await story.validated(savedByLibreOffice((await story.validated(book)).bytes))).bytes))
        .errors,
    ).toBe(0);
  });

  it('keeps the dropdown rules and the autofilter when it saves', () => {
    const script = [
      'sheet = book["B2B-CN"]',
      'lists = [rule.formula1 for rule in sheet.data_validations.dataValidation]',
      'assert any("IF(" in formula for formula in lists), lists',
      'assert sheet.auto_filter.ref is not None and sheet.auto_filter.ref.startswith("A6:"), sheet.auto_filter.ref',
    ].join('\n');
    expect(() => savedByOpenpyxl(savedByLibreOffice(fixtureBook), script)).not.toThrow();
  });

  it('saves a workbook that a window shows as before', async () => {
    const [ours, saved] = [await readBookView(fixtureBook), await readBookView(savedByLibreOffice(fixtureBook))];
    for (const { name } of ours.sheets.filter(({ dataRow }) => dataRow > 0)) {
      // LibreOffice drops these two of sheets that were not in front, and gives merged cells looks of their own.
      const lost = { hasGridLines: true, freeze: undefined, cellLooks: undefined };
      expect({ ...seenSheet(saved, name), ...lost }).toEqual({ ...seenSheet(ours, name), ...lost });
    }
  });

  it('shows what a window saved', async () => {
    const book = await workedOn(fixtureBook);
    const rows = libreOfficeSheets(book).get('B2B')?.slice(6) ?? [];
    expect(rows.slice(0, 8).map((row) => [row[2], row[6]])).toEqual(
      ['TOS-3', 'EST2605/9', '0045', 'SEZ-78', 'SEZ-77', '1234567890123456', 'AST/26-27/0012', 'TOS-3'].map(
        (number) => [number, 'Accepted'],
      ),
    );
    const { filterColumns, hiddenRows } = sheetOf(await readBookView(savedByLibreOffice(book)), 'B2B');
    expect(filterColumns).toEqual(new Map([[6, ['Accepted', 'A & "B"']]]));
    expect([...hiddenRows]).toEqual([7, 8]);
  });

  let fixtureBook: Uint8Array;
  beforeAll(async () => {
    fixtureBook = await story.imported();
  });
});

describe('openpyxl', () => {
  it('saves a workbook from which the same upload is made', async () => {
    expect(await uploadOf(savedByOpenpyxl(await story.acted(await story.imported())))).toEqual(expected);
  });

  it('sees one list rule for a column, whose source depends on the record', async () => {
    const script = [
      'rules = book["B2B-CN"].data_validations.dataValidation',
      'assert len(rules) == 2, len(rules)',
      'assert all(str(rule.sqref).endswith("1048576") for rule in rules)',
    ].join('\n');
    const book = await story.imported();
    expect(() => savedByOpenpyxl(book, script)).not.toThrow();
  });

  it('finds the colours, filters and notes of the user after a validation', async () => {
    const mine = [
      'from openpyxl.styles import PatternFill',
      'from openpyxl.comments import Comment',
      'sheet = book["B2B"]',
      'sheet["C7"].fill = PatternFill("solid", fgColor="00FF00")',
      'sheet["C8"].comment = Comment("ask the store", "clerk")',
      'sheet["G8"] = "Accept it"',
      'sheet.auto_filter.add_filter_column(6, ["Accepted"])',
      'sheet.row_dimensions[9].hidden = True',
      'notes = book.create_sheet("My notes")',
      'notes["A1"] = "=1+2"',
    ].join('\n');
    const still = [
      'sheet = book["B2B"]',
      'assert sheet["C7"].fill.fgColor.rgb == "0000FF00", sheet["C7"].fill.fgColor.rgb',
      'assert sheet["C8"].comment.text == "ask the store"',
      'assert sheet.auto_filter.filterColumn[0].filters.filter == ["Accepted"]',
      'assert sheet.row_dimensions[9].hidden',
      'assert book["My notes"]["A1"].value == "=1+2"',
      'heading = [cell.value for cell in sheet[6]]',
      'error = sheet.cell(8, heading.index("Sheet validation errors") + 1).value',
      'assert error.startswith("Error: Accept it is not a status"), error',
    ].join('\n');
    const validated = await story.validated(savedByOpenpyxl(await story.imported(), mine));
    expect(validated.report.errors).toBe(1);
    expect(() => savedByOpenpyxl(validated.bytes, still)).not.toThrow();
  });
});
