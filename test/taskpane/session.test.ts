import type { BulkAsk, Decided } from '../../src/core/tasks/decide';
import type { Cell } from '../../src/core/kernel/cell';
import type { ColumnEdit } from '../../src/core/workbook';
import type { Outcome } from '../../src/taskpane/pane-desk';
import { fixtureBytes, typeOnHome } from '../support/desk';
import {
  cellAt,
  doneOf,
  importedSample,
  paneAtWork,
  placeOf,
  portalFile,
  typeInto,
  type PaneAtWork,
} from '../support/pane-session';

const ERRORS = 'Sheet validation errors';

async function statusOf(pane: PaneAtWork, number: string, sheet = 'B2B'): Promise<unknown> {
  return cellAt(pane, sheet, number, 'Status');
}

const allOf = { row: 6, rows: 100 };

/** Previews and does it, as a person who is content with the preview. */
async function decided(pane: PaneAtWork, ask: BulkAsk, sheet: string): Promise<Outcome<Decided>> {
  return pane.session.decide(ask, doneOf(await pane.session.preview(ask, [allOf], sheet)));
}

describe('opening', () => {
  it('finds that a workbook is not ours yet', async () => {
    const pane = paneAtWork();
    expect(doneOf(await pane.session.open())).toMatchObject({ isOurs: false, sheets: [] });
  });

  it('knows whose workbook it is, what silence would accept and when GSTR-3B is due', async () => {
    const pane = await importedSample();
    const { gstin, periods, silent, due, sheets } = doneOf(await pane.session.open());
    expect({ gstin, periods, due }).toEqual({
      gstin: '27ZZZCR1001K1Z0',
      periods: 'Mar–May 2026',
      due: { day: '20-05-2026', inDays: 20, planned: false },
    });
    expect(silent.records).toBe(21);
    expect(sheets[0]).toMatchObject({
      sheet: 'B2B',
      records: 7,
      accepted: 1,
      taxable: 25_825_050,
      tax: 4_260_509,
    });
    expect(sheets.find(({ sheet }) => sheet === 'B2B-CN')?.pendingBlocked).toBeGreaterThan(0);
  });

  it('says what is wrong with a workbook that lost a sheet', async () => {
    const pane = await importedSample();
    pane.workbook.deleteSheet('ECO');
    expect(await pane.session.open()).toMatchObject({
      kind: 'refused',
      refusal: { reason: 'the sheet ECO is not in the workbook' },
    });
  });
});

describe('a download that has none of the records', () => {
  const others = portalFile({ gstin: '27ZZZCR1001K1Z0', imsDetails: { b2b: [] } }, 'other.json');

  it('is asked about before it marks them all as withdrawn', async () => {
    const pane = await importedSample();
    const before = await pane.workbook.read('B2B');
    expect(await pane.session.importFiles([others], '', false)).toMatchObject({
      kind: 'refused',
      refusal: { id: 'merge-withdraws', where: 'other.json' },
    });
    expect(await pane.workbook.read('B2B')).toEqual(before);
  });

  it('is merged when the user is sure, and withdrawn records count no more', async () => {
    const pane = await importedSample();
    doneOf(await pane.session.importFiles([others], '', true));
    const { silent, sheets } = doneOf(await pane.session.open());
    const { row } = await placeOf(pane, 'B2B', 'SEZ-77', 'Status');
    expect(doneOf(await pane.session.card({ sheet: 'B2B', row }))?.withdrawn).toBe(true);
    expect(silent.records).toBe(0);
    expect(sheets.reduce((sum, { records }) => sum + records, 0)).toBe(0);
    expect(await cellAt(pane, 'B2B', 'SEZ-77', 'Changes since last import')).toMatch(/^Withdrawn/);
  });
});

describe('an edit of the user', () => {
  it('is checked at once: the error stands in its row, and goes when it is mended', async () => {
    const pane = await importedSample();
    await typeInto(pane, 'B2B', 'SEZ-77', 'Status', 'Rejectd');
    expect(await cellAt(pane, 'B2B', 'SEZ-77', ERRORS)).toBe(
      'Error: Rejectd is not a status: choose Accepted, Rejected, Pending or No Action.',
    );
    expect(await cellAt(pane, 'B2B', 'SEZ-77', 'Marks')).toBe('|E:Status|');
    await typeInto(pane, 'B2B', 'SEZ-77', 'Status', 'Rejected');
    expect(await cellAt(pane, 'B2B', 'SEZ-77', ERRORS)).toBe('');
    expect(await cellAt(pane, 'B2B', 'SEZ-77', 'Marks')).toBe('');
  });

  it('that brings no mark writes nothing, so that Excel keeps its own undo', async () => {
    const pane = await importedSample();
    await typeInto(pane, 'B2B', 'SEZ-77', 'Status', 'Accepted');
    expect(pane.news().undo).toBeNull();
  });

  it('that brought a mark can be taken back by our own undo, with the mark', async () => {
    const pane = await importedSample();
    await typeInto(pane, 'B2B', 'SEZ-77', 'Status', 'Rejectd');
    expect(pane.news().undo).toEqual({ label: 'typing on B2B, 1 record', records: 1 });
    doneOf(await pane.session.undo());
    expect(await statusOf(pane, 'SEZ-77')).toBe('No Action');
    expect(await cellAt(pane, 'B2B', 'SEZ-77', ERRORS)).toBe('');
  });

  it('that puts back what the last step would restore leaves nothing to take back', async () => {
    const pane = await importedSample();
    await typeInto(pane, 'B2B-CN', 'CN-6', 'Status', 'Pending');
    await typeInto(pane, 'B2B-CN', 'CN-6', 'Status', 'Rejectd');
    await typeInto(pane, 'B2B-CN', 'CN-6', 'Status', 'Pending');
    expect(pane.news().undo).toEqual({ label: 'typing on B2B-CN, 1 record', records: 1 });
    await typeInto(pane, 'B2B-CN', 'CN-6', 'Status', 'No Action');
    expect(pane.news().undo).toBeNull();
    doneOf(await pane.session.undo());
    expect(await statusOf(pane, 'CN-6', 'B2B-CN')).toBe('No Action');
    expect(await cellAt(pane, 'B2B-CN', 'CN-6', ERRORS)).toBe('');
  });

  it('that puts back a part of what the last step would restore leaves the rest of it', async () => {
    const pane = await importedSample();
    const accept = { answers: { status: 'Accepted' as const }, alsoDecided: true };
    doneOf(await decided(pane, accept, 'B2B'));
    const { undo } = pane.news();
    await typeInto(pane, 'B2B', 'SEZ-77', 'Status', 'No Action');
    expect(pane.news().undo).toEqual(undo);
    doneOf(await pane.session.undo());
    expect([await statusOf(pane, 'SEZ-77'), await statusOf(pane, 'SEZ-78')]).toEqual(['No Action', 'No Action']);
    expect(pane.news().undo).toBeNull();
  });

  it('keeps what a validation found about rows together', async () => {
    const pane = await importedSample();
    const place = await placeOf(pane, 'B2B', 'SEZ-77', 'Status');
    pane.workbook.reshape('B2B', (cells) => [...cells, [...(cells[place.row] ?? [])]]);
    doneOf(await pane.session.validate(undefined));
    const copied = async (): Promise<unknown> =>
      (await pane.workbook.read('B2B'))?.at(-1)?.find((cell) => String(cell).startsWith('Error: This row is a copy'));
    expect(await copied()).toBeDefined();
    const cells = await pane.workbook.read('B2B');
    pane.workbook.type('B2B', (cells?.length ?? 1) - 1, place.column, 'Accepted');
    await pane.settled();
    expect(await copied()).toBeDefined();
  });

  it('is checked in a row whose number was overwritten, too', async () => {
    const pane = await importedSample();
    await typeInto(pane, 'B2B', 'SEZ-77', 'Document number', 'ZZZ');
    expect(await cellAt(pane, 'B2B', 'ZZZ', ERRORS)).toContain('The portal sent SEZ-77 here, the cell now shows ZZZ');
    await typeInto(pane, 'B2B', 'ZZZ', 'Status', 'Junk');
    expect(await cellAt(pane, 'B2B', 'ZZZ', ERRORS)).toContain('Junk is not a status');
  });

  it('on Home changes whose workbook it is', async () => {
    const pane = await importedSample();
    const home = (await pane.workbook.read('Home')) ?? [];
    const row = home.findIndex((cells) => cells[1] === 'GSTIN');
    pane.workbook.type('Home', row, 2, '27ZZZCR1001K1Z1');
    await pane.settled();
    expect(pane.news().overview?.gstin).toBe('27ZZZCR1001K1Z1');
  });

  it('is followed after rows were sorted and columns inserted', async () => {
    const pane = await importedSample();
    pane.workbook.reshape('B2B', (cells) =>
      [...cells.slice(0, 6), ...cells.slice(6).reverse()].map((row) => ['', ...row]),
    );
    await typeInto(pane, 'B2B', 'SEZ-77', 'Status', 'Maybe');
    await typeInto(pane, 'B2B', 'SEZ-77', 'Status', 'Perhaps');
    expect(await cellAt(pane, 'B2B', 'SEZ-77', ERRORS)).toContain('Perhaps is not a status');
  });
});

describe('a record sheet that the user renamed', () => {
  const RENAMED = 'The sheet B2B was renamed "B2B April". Name it B2B again.';
  const select = async (pane: PaneAtWork, sheet: string): Promise<void> => {
    pane.workbook.select(sheet, [{ row: 6, rows: 1 }]);
    await pane.settled();
  };

  it('is missed with the next selection; with its name back the selected record is shown', async () => {
    const pane = await importedSample();
    await select(pane, 'B2B');
    expect(pane.news().card?.number).toBe('AST/26-27/0012');
    pane.workbook.renameSheet('B2B', 'B2B April');
    await select(pane, 'B2B April');
    await select(pane, 'ECO');
    expect(pane.told.filter(({ trouble }) => trouble === RENAMED)).toHaveLength(1);
    expect(pane.news()).toMatchObject({ trouble: RENAMED, card: null });
    pane.workbook.renameSheet('B2B April', 'B2B');
    await select(pane, 'B2B');
    expect(pane.news()).toMatchObject({ trouble: null, card: { number: 'AST/26-27/0012' } });
    expect(pane.news().overview?.sheets[0]).toMatchObject({ sheet: 'B2B', records: 7 });
  });

  it('is named before anything is asked of it, though nothing was selected since', async () => {
    const pane = await importedSample();
    expect(doneOf(await pane.session.hasRecords('B2B'))).toBe(true);
    expect(doneOf(await pane.session.hasRecords('Home'))).toBe(false);
    pane.workbook.renameSheet('B2B', 'B2B April');
    expect(await pane.session.hasRecords('B2B April')).toMatchObject({
      kind: 'refused',
      refusal: { id: 'sheet-renamed', advice: 'Name it B2B again.' },
    });
    pane.workbook.renameSheet('B2B April', 'B2B');
    expect(doneOf(await pane.session.hasRecords('B2B'))).toBe(true);
  });

  it('is told of as soon as the workbook tells of names, and so is the name that is back', async () => {
    const pane = await importedSample();
    const renamed = async (from: string, to: string): Promise<void> => {
      pane.workbook.renameSheet(from, to);
      await pane.session.happened({ kind: 'reshaped', sheet: from });
      await pane.session.happened({ kind: 'reshaped', sheet: to });
    };
    await renamed('B2B', 'B2B April');
    expect(pane.news().trouble).toBe(RENAMED);
    await renamed('B2B April', 'B2B');
    expect(pane.news().trouble).toBe(null);
  });

  it('is no matter in a workbook that is not ours', async () => {
    expect(doneOf(await paneAtWork().session.hasRecords('Sheet1'))).toBe(false);
  });
});

describe('the record card', () => {
  async function cardOf(pane: PaneAtWork, sheet: string, number: string) {
    const { row } = await placeOf(pane, sheet, number, 'Status');
    return doneOf(await pane.session.card({ sheet, row }))!;
  }

  it('follows the selection', async () => {
    const pane = await importedSample();
    const { row } = await placeOf(pane, 'B2B', 'SEZ-77', 'Status');
    pane.workbook.select('B2B', [{ row, rows: 1 }]);
    await pane.settled();
    expect(pane.news().card).toMatchObject({ number: 'SEZ-77', kind: 'Invoice' });
    pane.workbook.select('Home', [{ row: 0, rows: 1 }]);
    await pane.settled();
    expect(pane.news().card).toBeNull();
  });

  it('says why Pending is not offered, and that a saved document is not filed', async () => {
    const pane = await importedSample();
    const blocked = await cardOf(pane, 'B2B-CN', 'CN-6');
    expect(blocked.actions.find(({ status }) => status === 'Pending')?.blocked).toBe(
      'Not offered: the portal blocks Pending for this record.',
    );
    const saved = await cardOf(pane, 'B2B', 'EST2605/9');
    expect(saved.filing).toMatchObject({ state: 'saved' });
  });

  it('names the original of an amendment and whether it is here', async () => {
    const pane = await importedSample();
    const { original } = await cardOf(pane, 'B2BA', 'AST/25-26/0901A');
    expect(original?.text).toMatch(/^Amends AST\/25-26\/0901 of \d\d-\d\d-\d{4}, which is not in this workbook\.$/);
  });

  it('bounds each head of a reduction by the tax of the note', async () => {
    const pane = await importedSample();
    const { itc } = await cardOf(pane, 'B2B-CN', 'CN-88');
    expect(itc).toMatchObject({
      state: 'needed',
      heads: [{ column: 'itcIgst', label: 'IGST', max: 162_000 }, {}, {}, {}],
    });
  });

  it('answers its own record after the row was deleted, sorted away, or shows another document', async () => {
    const pane = await importedSample();
    const first = await cardOf(pane, 'B2B', 'AST/26-27/0012');
    const second = await cardOf(pane, 'B2B', '1234567890123456');
    // Nobody told the desk: the event is still on its way.
    const cells = (await pane.workbook.read('B2B')) ?? [];
    await pane.workbook.change([
      { sheet: 'B2B', replaceAll: true, columns: columnsOf([...cells.slice(0, 6), ...cells.slice(7)]) },
    ]);
    expect(await pane.session.answer(first, { status: 'Rejected' })).toMatchObject({
      kind: 'refused',
      refusal: { reason: 'the row of this record is gone or shows another document now' },
    });
    doneOf(await pane.session.answer(second, { status: 'Rejected' }));
    expect([await statusOf(pane, '1234567890123456'), await statusOf(pane, 'SEZ-77')]).toEqual([
      'Rejected',
      'No Action',
    ]);
  });

  it('shows the record that came to the selected row', async () => {
    const pane = await importedSample();
    pane.workbook.select('B2B', [{ row: 6, rows: 1 }]);
    await pane.settled();
    pane.workbook.reshape('B2B', (cells) => [...cells.slice(0, 6), ...cells.slice(7)]);
    await pane.settled();
    expect(pane.news().card?.number).toBe('1234567890123456');
  });

  it('writes an answer, and a refused one stays out with its reason', async () => {
    const pane = await importedSample();
    const note = await cardOf(pane, 'B2B-CN', 'CN-88');
    const bare = doneOf(await pane.session.answer(note, { status: 'Accepted' }));
    expect(bare).toEqual({
      records: 0,
      leftOut: [
        { reason: expect.stringContaining('needs an answer whether ITC is to be reduced') as string, records: 1 },
      ],
    });
    doneOf(await pane.session.answer(note, { status: 'Accepted', itcAnswer: 'Yes' }));
    expect(await statusOf(pane, 'CN-88', 'B2B-CN')).toBe('Accepted');
    doneOf(await pane.session.answer(note, { status: 'Rejected' }));
    expect(await cellAt(pane, 'B2B-CN', 'CN-88', 'Whether ITC to be reduced')).toBe('');
  });
});

describe('one action for many rows', () => {
  const accept = { answers: { status: 'Accepted' as const }, alsoDecided: false };

  it('counts before it does, and leaves out what is decided or what a rule forbids', async () => {
    const pane = await importedSample();
    await typeInto(pane, 'B2B', 'SEZ-77', 'Status', 'Rejected');
    const preview = doneOf(await pane.session.preview(accept, [allOf], 'B2B'));
    expect(preview).toMatchObject({
      sheet: 'B2B',
      records: 5,
      same: 1,
      leftOut: [{ reason: expect.stringContaining('Already decided.') as string, records: 1 }],
    });
    const notes = doneOf(await pane.session.preview(accept, [allOf], 'B2B-CN'));
    expect(notes.leftOut.map(({ reason }) => reason)).toContainEqual(
      expect.stringContaining('whether ITC is to be reduced'),
    );
    expect(await statusOf(pane, 'SEZ-78')).toBe('No Action');
  });

  it('never keeps pending where the portal blocks it', async () => {
    const pane = await importedSample();
    const ask = { answers: { status: 'Pending' as const }, alsoDecided: true };
    doneOf(await decided(pane, ask, 'B2B-CN'));
    expect(await statusOf(pane, 'CN-6', 'B2B-CN')).toBe('No Action');
  });

  it('is taken back in one step, but for what the user changed since', async () => {
    const pane = await importedSample();
    doneOf(await decided(pane, accept, 'B2B'));
    await typeInto(pane, 'B2B', 'SEZ-78', 'Status', 'Pending');
    const undone = doneOf(await pane.session.undo());
    expect(undone).toEqual({
      records: 5,
      leftOut: [{ reason: 'Changed since, so left as it is now.', records: 1 }],
    });
    expect([await statusOf(pane, 'SEZ-77'), await statusOf(pane, 'SEZ-78')]).toEqual(['No Action', 'Pending']);
    expect(pane.news().undo).toBeNull();
  });

  it('is taken back on the right rows after a sort', async () => {
    const pane = await importedSample();
    doneOf(await decided(pane, accept, 'B2B'));
    pane.workbook.reshape('B2B', (cells) => [...cells.slice(0, 6), ...cells.slice(6).reverse()]);
    await pane.settled();
    doneOf(await pane.session.undo());
    expect([await statusOf(pane, 'SEZ-77'), await statusOf(pane, 'TOS-3')]).toEqual(['No Action', 'Accepted']);
  });

  it('does what was previewed on the same records after a sort', async () => {
    const pane = await importedSample();
    const reject = { answers: { status: 'Rejected' as const }, alsoDecided: false };
    const preview = doneOf(await pane.session.preview(reject, [{ row: 6, rows: 2 }], 'B2B'));
    pane.workbook.reshape('B2B', (cells) => [...cells.slice(0, 6), ...cells.slice(6).reverse()]);
    await pane.settled();
    doneOf(await pane.session.decide(reject, preview));
    expect([await statusOf(pane, 'AST/26-27/0012'), await statusOf(pane, '1234567890123456')]).toEqual([
      'Rejected',
      'Rejected',
    ]);
    expect([await statusOf(pane, 'TOS-3'), await statusOf(pane, 'SEZ-77')]).toEqual(['Accepted', 'No Action']);
  });

  it('is refused where the rows changed since the preview', async () => {
    const pane = await importedSample();
    const preview = doneOf(await pane.session.preview(accept, [allOf], 'B2B'));
    await typeInto(pane, 'B2B', 'SEZ-77', 'Status', 'Rejected');
    expect(await pane.session.decide(accept, preview)).toMatchObject({
      kind: 'refused',
      refusal: { reason: 'the rows changed since the preview' },
    });
    expect(await statusOf(pane, 'SEZ-78')).toBe('No Action');
  });

  it('is for sheets of records', async () => {
    const pane = await importedSample();
    expect(await pane.session.preview(accept, [allOf], 'Home')).toMatchObject({
      kind: 'refused',
      refusal: { reason: 'this is not a sheet of IMS records' },
    });
  });
});

describe('validating', () => {
  it('one sheet shows and counts that sheet only', async () => {
    const pane = await importedSample();
    pane.workbook.reshape('B2B', (cells) =>
      cells.map((row) => row.map((cell) => (cell === 'SEZ-77' ? 'SEZ-X' : cell))),
    );
    pane.workbook.reshape('ECO', (cells) =>
      cells.map((row, index) => (index < 6 ? row : row.map((cell) => (cell === 'No Action' ? 'no' : cell)))),
    );
    const checked = doneOf(await pane.session.validate('ECO'));
    expect(checked.sheets.map(({ sheet }) => sheet)).toEqual(['ECO']);
    expect(checked.errors).toBe(2);
    expect(await cellAt(pane, 'B2B', 'SEZ-X', ERRORS)).toBe('');
  });

  it('shows a place by its heading', async () => {
    const pane = await importedSample();
    const { row } = await placeOf(pane, 'B2B', 'SEZ-77', 'Status');
    doneOf(await pane.session.show({ sheet: 'B2B', row }, 'Remarks'));
    expect((await pane.workbook.view()).selected).toEqual([{ row, rows: 1 }]);
  });
});

describe('before the file is made', () => {
  it('nothing changed is said, and no file comes', async () => {
    const pane = await importedSample();
    const { files, conditions } = doneOf(await pane.session.preFlight());
    expect(files).toEqual([]);
    expect(conditions).toContainEqual({
      text: 'Nothing was changed since the download, so there is nothing to upload.',
      state: 'failed',
    });
  });

  it.each([
    [
      'blank',
      '',
      'The workbook does not say whose GSTIN it is. Type the recipient’s GSTIN on Home, in the cell to the right of the label GSTIN, then generate again.',
    ],
    [
      'wrong in its check digit',
      '27ZZZCR1001K1Z1',
      '27ZZZCR1001K1Z1 is not a GSTIN: its check digit is not right. Type the recipient’s GSTIN on Home, in the cell to the right of the label GSTIN, as on the registration certificate.',
    ],
  ])('a GSTIN that is %s fails, says where to type it, and Validate All promises no file', async (_, gstin, why) => {
    const pane = paneAtWork();
    doneOf(await pane.session.importFiles([portalFile(fixtureBytes('downloads/download.json'))], '', false));
    await typeInto(pane, 'B2B', 'SEZ-77', 'Status', 'Accepted');
    await typeOnHome(pane, 'GSTIN', gstin);
    const { files, conditions } = doneOf(await pane.session.preFlight());
    expect(files).toEqual([]);
    expect(conditions[0]).toEqual({ text: why, state: 'failed' });
    expect(doneOf(await pane.session.validate(undefined)).noFile).toBe(why);
    expect(doneOf(await pane.session.validate('B2B')).noFile).toBeUndefined();
    await typeOnHome(pane, 'GSTIN', '27ZZZCR1001K1Z0');
    const mended = doneOf(await pane.session.preFlight());
    expect(mended.conditions[0]).toEqual({ text: 'GSTIN 27ZZZCR1001K1Z0 is right.', state: 'passed' });
    expect(mended.files).toMatchObject([{ records: 1 }]);
    expect(doneOf(await pane.session.validate(undefined)).noFile).toBeUndefined();
  });

  it('counts actions by sheet, and large rejections are confirmed', async () => {
    const pane = await importedSample();
    await typeInto(pane, 'B2B', 'AST/26-27/0012', 'Status', 'Rejected');
    const flight = doneOf(await pane.session.preFlight());
    expect(flight).toMatchObject({
      sheets: [{ sheet: 'B2B', accepted: 0, rejected: 1, pending: 0, noAction: 0 }],
      records: 1,
      rejected: { records: 1, tax: 1_800_000 },
      mustConfirm: false,
      files: [{ name: 'IMS_27ZZZCR1001K1Z0_20260430-0912.json' }],
    });
  });
});

describe('a file that was made', () => {
  it('is out of date after any edit of the user', async () => {
    const pane = await importedSample();
    await typeInto(pane, 'B2B', 'SEZ-77', 'Status', 'Accepted');
    const { number } = doneOf(await pane.session.preFlight());
    expect(doneOf(await pane.session.isCurrent(number))).toBe(true);
    await typeInto(pane, 'B2B', 'SEZ-77', 'Status', 'Rejected');
    expect(doneOf(await pane.session.isCurrent(number))).toBe(false);
  });
});

describe('the portal’s error file', () => {
  it('comes to its rows, and the places are told', async () => {
    const pane = await importedSample();
    const { report, places } = doneOf(
      await pane.session.openErrors(portalFile(fixtureBytes('errors/errors.json'), 'errors.json')),
    );
    expect(report.placed).toBeGreaterThan(0);
    expect(places).toContainEqual(expect.objectContaining({ sheet: 'B2B', number: 'AST/26-27/0012' }));
    expect(await cellAt(pane, 'B2B', 'AST/26-27/0012', 'GST portal validation errors')).not.toBe('');
  });
});

describe('settings', () => {
  it('stand on Home and count at once', async () => {
    const pane = await importedSample();
    const settings = { filer: 'Quarterly, 24th' as const, filingDate: '', tolerance: 500, profile: 'echo' };
    const overview = doneOf(await pane.session.saveSettings(settings));
    expect(overview).toMatchObject({ settings, due: { day: '24-07-2026' } });
    expect(doneOf(await pane.session.open()).settings).toEqual(settings);
  });

  it('that are no known value are refused by name, with the known ones', async () => {
    const pane = await importedSample();
    const home = (await pane.workbook.read('Home')) ?? [];
    pane.workbook.type(
      'Home',
      home.findIndex((cells) => cells[1] === 'Filer'),
      2,
      'yearly',
    );
    await pane.settled();
    expect(await pane.session.validate(undefined)).toMatchObject({
      kind: 'refused',
      refusal: {
        reason: 'Home says yearly beside Filer, which is not one of the known values',
        advice: 'Write Monthly; Quarterly, 22nd; Quarterly, 24th.',
      },
    });
    expect(pane.news().trouble).toContain('Home says yearly beside Filer');
    const settings = { filer: 'Monthly' as const, filingDate: '', tolerance: 100, profile: 'standard' };
    doneOf(await pane.session.saveSettings(settings));
    expect(await pane.session.validate(undefined)).toMatchObject({ kind: 'done' });
  });
});

function columnsOf(cells: readonly (readonly Cell[])[]): ColumnEdit[] {
  const width = Math.max(...cells.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => ({
    column,
    values: new Map(cells.map((row, index) => [index, row[column] ?? ''])),
  }));
}
