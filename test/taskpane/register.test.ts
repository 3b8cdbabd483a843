import { BOOKS_SHEET } from '../../src/core/reconcile/kept';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stop } from '../../src/taskpane/desk/outcome';
import { doneOf, importedSample, portalFile, type PaneAtWork } from '../support/pane-session';
import { sheetOf, SUPPLIER } from '../support/made-register';
import { REGISTERS } from '../support/register-fixture';

const registerFile = (name: string) => portalFile(new Uint8Array(readFileSync(join(REGISTERS, name))), name);

const april = sheetOf(
  [
    'GSTIN | Reference | Slip | Taxable',
    `${SUPPLIER} | P-1 | A/1 | 1,000`,
    `${SUPPLIER} | P-2 | A/2 | 2,000`,
    `${SUPPLIER} | P-3 | A/3 | x`,
  ],
  'April',
);

const numbers = async (pane: PaneAtWork): Promise<string[]> => {
  const { shown } = doneOf(await pane.session.openRegister({ sheet: 'April' }));
  return shown.documents.map(({ document }) => document.number);
};

describe('where a register may be', () => {
  it('is on every sheet that the user can see and that is not ours', async () => {
    const pane = await importedSample();
    pane.workbook.addSheet(april);
    const { sheets, taken } = doneOf(await pane.session.registerSources());
    expect({ sheets, taken }).toEqual({ sheets: ['April'], taken: undefined });
  });
});

describe('a register that is open', () => {
  it('is looked at with the rows that cannot be read, and changes nothing in the workbook', async () => {
    const pane = await importedSample();
    pane.workbook.addSheet(april);
    const before = await pane.workbook.sheetNames();
    const look = doneOf(await pane.session.openRegister({ sheet: 'April' }));
    expect(look).toMatchObject({
      name: 'April',
      canBeTaken: true,
      sums: { documents: 2, taxable: 3_000_00 },
      shown: {
        recalled: false,
        unreadable: [{ row: 4, reason: 'x under Taxable is not an amount.' }],
        counts: { documents: 2, unreadable: 1 },
      },
    });
    expect(await pane.workbook.sheetNames()).toEqual(before);
  });

  it('keeps one correction while another is made, and they are used again when it was taken', async () => {
    const pane = await importedSample();
    pane.workbook.addSheet(april);
    expect(await numbers(pane)).toEqual(['P-1', 'P-2']);
    await pane.session.changeRegister({ correct: { columns: { number: ['Slip'] } } });
    const { shown } = doneOf(await pane.session.changeRegister({ correct: { otherKind: 'credit-note' } }));
    expect(shown.documents).toMatchObject([
      { document: { number: 'A/1', kind: 'credit-note' } },
      { document: { number: 'A/2' } },
    ]);
    // Not taken yet, so not remembered.
    expect(await numbers(pane)).toEqual(['P-1', 'P-2']);
    await pane.session.changeRegister({ correct: { columns: { number: ['Slip'] } } });
    doneOf(await pane.session.takeRegister());
    expect(await numbers(pane)).toEqual(['A/1', 'A/2']);
    expect(doneOf(await pane.session.registerSources()).taken).toEqual({ name: 'April', documents: 2 });
    // One that cannot be read any more does not stand in the way of another import.
    pane.workbook.type(BOOKS_SHEET, 1, 0, 'damaged');
    expect(doneOf(await pane.session.registerSources()).taken).toBeUndefined();
  });

  it('is read again as it was recognised where the user wants that', async () => {
    const pane = await importedSample();
    pane.workbook.addSheet(april);
    await numbers(pane);
    await pane.session.changeRegister({ correct: { columns: { number: ['Slip'] } } });
    const { shown } = doneOf(await pane.session.changeRegister({ anew: true }));
    expect(shown.layout.corrections).toEqual({});
    expect(shown.documents[0]?.document.number).toBe('P-1');
  });

  it('knows the documents of one’s own GSTIN and others that are not compared', async () => {
    const pane = await importedSample();
    const { sums } = doneOf(await pane.session.openRegister({ file: registerFile('gstr2-b2b.csv') }));
    expect(sums.outOfScope).toEqual([{ why: 'reverse-charge', documents: 1 }]);
  });

  it('cannot be taken without the columns that it needs', async () => {
    const pane = await importedSample();
    pane.workbook.addSheet(april);
    await numbers(pane);
    const { canBeTaken } = doneOf(await pane.session.changeRegister({ correct: { columns: { number: [] } } }));
    expect(canBeTaken).toBe(false);
    expect(await pane.session.takeRegister()).toMatchObject({
      kind: 'refused',
      refusal: { id: 'register-no-columns', where: 'April' },
    });
  });

  it('cannot be taken where no sheet is chosen', async () => {
    const pane = await importedSample();
    pane.workbook.addSheet(april);
    await numbers(pane);
    expect(doneOf(await pane.session.changeRegister({ choose: [] })).canBeTaken).toBe(false);
    expect(await pane.session.takeRegister()).toMatchObject({
      kind: 'refused',
      refusal: { reason: 'no document can be read in it (no sheet is chosen)' },
    });
  });

  it('is not there before one was opened, and not any more after it was taken', async () => {
    const pane = await importedSample();
    const closed = { kind: 'refused', refusal: { id: 'register-closed' } };
    expect(await pane.session.changeRegister({ anew: true })).toMatchObject(closed);
    pane.workbook.addSheet(april);
    await numbers(pane);
    doneOf(await pane.session.takeRegister());
    expect(await pane.session.takeRegister()).toMatchObject(closed);
  });

  it('is not opened where the user presses Cancel, and the one before stays', async () => {
    let cancelled = false;
    const pane = await importedSample(() => (cancelled ? stop() : Promise.resolve()));
    pane.workbook.addSheet(april);
    await numbers(pane);
    cancelled = true;
    expect(await pane.session.openRegister({ file: registerFile('plain.tsv') })).toEqual({ kind: 'stopped' });
    cancelled = false;
    expect(doneOf(await pane.session.changeRegister({ anew: true })).name).toBe('April');
  });

  it.each([
    ['a sheet that is gone', 'May', 'register-sheet-gone'],
    ['a sheet without a cell', 'Blank', 'register-sheet-empty'],
  ])('is none on %s', async (_, sheet, id) => {
    const pane = await importedSample();
    pane.workbook.addSheet({ name: 'Blank', rows: [['', ' '], []] });
    expect(await pane.session.openRegister({ sheet })).toMatchObject({
      kind: 'refused',
      refusal: { id, where: sheet },
    });
  });
});

describe.each([
  'tally-columnar.xls',
  'tally-columnar.xlsx',
  'two-row-headings.xlsx',
  'web-page.xls',
  'xml-spreadsheet.xls',
  'party-wise.csv',
  'sap-list.tsv',
])('%s', (name) => {
  it('can be taken as it was recognised', async () => {
    const pane = await importedSample();
    const look = doneOf(await pane.session.openRegister({ file: registerFile(name) }));
    expect(look.canBeTaken).toBe(true);
    const taken = doneOf(await pane.session.takeRegister());
    expect(taken.sums).toEqual(look.sums);
    expect(taken.sheets.map(({ counts }) => counts.unreadable)).toEqual([look.shown.counts.unreadable]);
  });
});
