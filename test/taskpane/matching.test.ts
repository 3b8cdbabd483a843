import type { Category } from '../../src/core/reconcile/category';
import type { RecordMatch } from '../../src/core/tasks/record-match';
import type { RecordPlace } from '../../src/taskpane/pane-desk';
import type { MatchCard } from '../../src/core/tasks/match-cards';
import { eventually } from '../support/browser/eventually';
import { creditNote, invoice, offline } from '../support/desk';
import { BOOKS_SHEET } from '../../src/core/reconcile/kept';
import { keepRegister } from '../support/kept-register';
import { cellAt, doneOf, paneAtWork, placeOf, portalFile, typeInto, type PaneAtWork } from '../support/pane-session';

const HEADINGS = 'GSTIN,Document type,Invoice no,Invoice date,Taxable value,IGST,CGST,SGST,Cess,GRN No,Cost centre';
const SUPPLIER = '27AAPFU0939F1ZV';
const booked = (number: string, rest = '10000,0,900,900,0', date = '03-04-2026', kind = 'Invoice'): string =>
  `${SUPPLIER},${kind},${number},${date},${rest},GRN-7,Pune`;

/** A workbook with these records that keeps a register, as it stands after both were imported. */
async function withRegister(rows: readonly string[]): Promise<PaneAtWork> {
  const pane = paneAtWork();
  const download = offline({
    b2b: [
      invoice(),
      invoice({ inum: 'INV-2' }),
      invoice({ inum: 'INV-3', ispendactblocked: 'Y' }),
      invoice({ inum: 'AX/9' }),
    ],
    b2bcn: [creditNote(), creditNote({ nt_num: 'CN-2' })],
  });
  doneOf(await pane.session.importFiles([portalFile(download)], '27ZZZCR1001K1Z0', false));
  await keepRegister(pane.workbook, registerOf(rows));
  doneOf(await pane.session.open());
  return pane;
}

const registerOf = (rows: readonly string[], time = '09:12') => ({
  bytes: new TextEncoder().encode([HEADINGS, ...rows].join('\n')),
  name: 'books.csv',
  time,
});

const everyBooking = [
  booked('INV-1'),
  booked('INV-2', '10000,0,900.50,900.50,0'),
  booked('INV-3', '5000,0,450,450,0'),
  booked('CN-1', '10000,0,900,900,0', '04-04-2026', 'Credit Note'),
  booked('CN-2', '10000,0,899.50,899.50,0', '04-04-2026', 'Credit Note'),
  booked('ZZ-55', '777,0,70,70,0'),
];

const cardOf = (cards: readonly MatchCard[], category: Category): MatchCard =>
  cards.find((card) => card.category === category)!;

async function recordAt(pane: PaneAtWork, sheet: string, number: string): Promise<RecordPlace> {
  const { row } = await placeOf(pane, sheet, number, 'Status');
  return { sheet, row, id: doneOf(await pane.session.card({ sheet, row }))!.id };
}

/** The two sides of a record as soon as they are compared. */
const comparedMatch = (pane: PaneAtWork, place: RecordPlace): Promise<RecordMatch> =>
  eventually(async () => {
    const match = doneOf(await pane.session.matchOf(place));
    if (typeof match === 'string') throw new Error(match);
    return match;
  });

const matchCell = (pane: PaneAtWork, number: string, sheet = 'B2B') => cellAt(pane, sheet, number, 'Match');

describe('matching', () => {
  it('is refused where the workbook keeps no register', async () => {
    const pane = paneAtWork();
    doneOf(await pane.session.importFiles([portalFile(offline({ b2b: [invoice()] }))], '27ZZZCR1001K1Z0', false));
    expect(await pane.session.startMatching()).toMatchObject({ kind: 'refused', refusal: { id: 'books-missing' } });
    expect(doneOf(await pane.session.matching())).toBeUndefined();
    expect(pane.news().overview).toMatchObject({ hasBooks: false });
  });

  it('looks without writing, then fills the sheets, and knows when they say something else', async () => {
    const pane = await withRegister(everyBooking);
    expect(pane.news().overview).toMatchObject({ hasBooks: true, isCompared: false });
    const before = await pane.workbook.sheetNames();
    const look = doneOf(await pane.session.matching())!;
    expect(look).toMatchObject({ register: { file: 'books.csv', documents: 6 }, shown: '', outdated: true });
    expect(cardOf(look.cards, 'Matched')).toEqual({
      category: 'Matched',
      records: 2,
      documents: 2,
      // an invoice, and a credit note of the same tax
      tax: 0,
      open: { Accepted: 2, Pending: 0, look: 0 },
    });
    expect(await pane.workbook.sheetNames()).toEqual(before);
    expect(await matchCell(pane, 'INV-1')).toBe('');

    const started = doneOf(await pane.session.startMatching());
    expect(started.outdated).toBe(false);
    expect(started.shown).toContain('Compared with books.csv');
    expect(pane.news().overview).toMatchObject({
      isCompared: true,
      silent: { records: 6, notInBooks: { records: 1 } },
    });
    expect([await matchCell(pane, 'INV-1'), await matchCell(pane, 'AX/9')]).toEqual(['Matched', 'Only in IMS']);

    await keepRegister(pane.workbook, registerOf([booked('INV-1')], '10:30'));
    expect(doneOf(await pane.session.matching())).toMatchObject({ outdated: true, register: { documents: 1 } });
  });

  it('stops where the user cancels, and leaves everything as it was', async () => {
    const pane = await withRegister(everyBooking);
    const before = await pane.workbook.read('B2B');
    pane.cancel();
    expect(await pane.session.startMatching()).toEqual({ kind: 'stopped' });
    expect(await pane.workbook.read('B2B')).toEqual(before);
    expect(await pane.workbook.sheetNames()).not.toContain('Reconciliation');
  });

  it('shows a category where its records stand', async () => {
    const pane = await withRegister(everyBooking);
    expect(await pane.session.showCategory('Matched')).toMatchObject({ kind: 'refused' });
    doneOf(await pane.session.startMatching());
    expect(doneOf(await pane.session.showCategory('Matched'))).toEqual({ sheet: 'B2B', sheets: 2 });
    const { row } = await placeOf(pane, 'B2B', 'INV-1', 'Match');
    const view = await pane.workbook.view({ shown: true });
    expect(view).toMatchObject({ sheet: 'B2B', selected: [{ row, rows: 1 }] });
    expect(view.shown?.filter((span) => span.row > 5)).toEqual([{ row, rows: 1 }]);
    expect(doneOf(await pane.session.showAllRows())).toBe(2);
    expect((await pane.workbook.view({ shown: true })).shown?.length).toBeGreaterThan(6);
  });

  it('shows what the books alone have where it is listed, and what is never in IMS below the chase list', async () => {
    const pane = await withRegister([...everyBooking, booked('OWN-1').replace(SUPPLIER, '27ZZZCR1001K1Z0')]);
    doneOf(await pane.session.startMatching());
    const selected = async () => (await pane.workbook.view()).selected[0]?.row;
    expect(doneOf(await pane.session.showCategory('Only in books'))).toEqual({ sheet: 'Only in books', sheets: 0 });
    expect(await selected()).toBe(5);
    expect(doneOf(await pane.session.showCategory('Not in IMS scope'))).toEqual({ sheet: 'Only in books', sheets: 0 });
    const rows = (await pane.workbook.read('Only in books'))!;
    expect(await selected()).toBe(rows.findIndex((row) => row.includes('OWN-1')));
    expect(await selected()).toBeGreaterThan(5);
  });
});

describe('a comparison that nobody asked for', () => {
  /** The same workbook in a pane that has just opened it. */
  const reopened = async (rows: readonly string[]): Promise<PaneAtWork> => {
    const before = await withRegister(rows);
    doneOf(await before.session.startMatching());
    const pane = paneAtWork({ workbook: before.workbook });
    doneOf(await pane.session.open());
    return pane;
  };

  it('tells again what is in the books when a compared workbook is opened, and writes nothing', async () => {
    const pane = await reopened(everyBooking);
    expect(pane.news()).toMatchObject({ comparing: true, overview: { isCompared: true } });
    expect(pane.news().overview?.silent.notInBooks).toBeUndefined();
    await eventually(() =>
      expect(pane.news()).toMatchObject({ comparing: false, overview: { silent: { notInBooks: { records: 1 } } } }),
    );
    expect(doneOf(await pane.session.matching())).toMatchObject({ outdated: false });
  });

  it('lets the user work meanwhile, and says what his answers come to', async () => {
    const pane = await reopened(everyBooking);
    const place = await recordAt(pane, 'B2B', 'AX/9');
    expect(doneOf(await pane.session.matchOf(place))).toBe('comparing');
    doneOf(await pane.session.answer(place, { status: 'Rejected' }));
    await eventually(() => expect(pane.news().overview?.silent).toMatchObject({ notInBooks: { records: 0 } }));
    expect(await comparedMatch(pane, place)).toMatchObject({ category: 'Only in IMS' });
  });

  it('is begun again where the register is replaced meanwhile', async () => {
    const pane = await reopened(everyBooking);
    await keepRegister(pane.workbook, registerOf([booked('INV-1')], '10:30'));
    const look = doneOf(await pane.session.matching())!;
    expect(look.register.documents).toBe(1);
    expect(pane.news()).toMatchObject({ comparing: false, overview: { silent: { notInBooks: { records: 5 } } } });
  });

  it('waits until somebody asks where the sheets show none', async () => {
    const pane = await withRegister(everyBooking);
    expect(pane.news()).toMatchObject({ comparing: false });
    await recordAt(pane, 'B2B', 'INV-1').then((place) => pane.session.matchOf(place));
    await eventually(() => expect(pane.news().overview?.silent).toMatchObject({ notInBooks: { records: 1 } }));
    expect(await matchCell(pane, 'INV-1')).toBe('');
  });

  it('says why there is none where the register cannot be read', async () => {
    const pane = await reopened(everyBooking);
    pane.workbook.reshape(BOOKS_SHEET, (cells) => [cells[0] ?? [], ['damaged']]);
    await pane.settled();
    await eventually(() => expect(pane.news()).toMatchObject({ comparing: false }));
    const place = await recordAt(pane, 'B2B', 'INV-1');
    expect(await pane.session.matchOf(place)).toMatchObject({ kind: 'refused', refusal: { id: 'books-damaged' } });
  });
});

describe('what is suggested', () => {
  it('is previewed with its ITC answers, written for what is open, and taken back', async () => {
    const pane = await withRegister(everyBooking);
    await typeInto(pane, 'B2B', 'INV-1', 'Status', 'Rejected');
    const preview = doneOf(await pane.session.previewMatching(['Matched', 'Matched within tolerance']));
    expect(preview).toMatchObject({ records: 3, leftOut: [{ reason: 'Already decided by you.', records: 1 }] });
    expect(preview.answers.map(({ answer, records }) => [answer, records])).toEqual([
      ['plain', 1],
      ['full', 2],
    ]);
    expect(doneOf(await pane.session.applyMatching(preview)).records).toBe(3);
    expect(await cellAt(pane, 'B2B', 'INV-1', 'Status')).toBe('Rejected');
    expect(await cellAt(pane, 'B2B', 'INV-2', 'Status')).toBe('Accepted');
    expect(await cellAt(pane, 'B2B-CN', 'CN-2', 'Whether ITC to be reduced')).toBe('Yes');
    expect(await cellAt(pane, 'B2B-CN', 'CN-2', 'CGST to be reduced')).toBe('');
    expect(pane.news().undo).toEqual({ label: 'what the comparison suggests: 3 records', records: 3 });
    doneOf(await pane.session.undo());
    expect(await cellAt(pane, 'B2B', 'INV-2', 'Status')).toBe('No Action');
    expect(await cellAt(pane, 'B2B-CN', 'CN-2', 'Whether ITC to be reduced')).toBe('');
  });

  it('is not written where the preview is not true any more', async () => {
    const pane = await withRegister(everyBooking);
    const preview = doneOf(await pane.session.previewMatching(['Matched']));
    await typeInto(pane, 'B2B', 'INV-1', 'Status', 'Pending');
    expect(await pane.session.applyMatching(preview)).toMatchObject({
      kind: 'refused',
      refusal: { id: 'preview-outdated' },
    });
    expect(await cellAt(pane, 'B2B-CN', 'CN-1', 'Status')).toBe('No Action');
  });
});

describe('a record and the books', () => {
  it('stand side by side, with what differs and what the books tell beside', async () => {
    const pane = await withRegister(everyBooking);
    const match = await comparedMatch(pane, await recordAt(pane, 'B2B', 'INV-3'));
    expect(match).toMatchObject({
      category: 'Value mismatch',
      difference: -90_000,
      suggestion: 'Look at it',
      advice: 'The portal does not allow Pending for it: check it, then accept or reject it.',
    });
    const differing = match.fields
      .filter(({ differs }) => differs !== '')
      .map(({ label, differs }) => [label, differs]);
    expect(differing).toEqual([
      ['Taxable value', 'Books less by ₹\u00a05,000.00'],
      ['CGST', 'Books less by ₹\u00a0450.00'],
      ['SGST', 'Books less by ₹\u00a0450.00'],
    ]);
    expect(match.extras[0]?.facts).toEqual([
      { label: 'Row in the register', text: '4' },
      { label: 'Goods receipt', text: 'GRN-7' },
      { label: 'Cost centre', text: 'Pune' },
    ]);
  });

  it('names the nearest documents of the books, links one by hand, remembers it, and parts it again', async () => {
    const pane = await withRegister(everyBooking);
    doneOf(await pane.session.startMatching());
    const place = await recordAt(pane, 'B2B', 'AX/9');
    const near = doneOf(await pane.session.nearTo(place));
    const other = near.find(({ document }) => document.startsWith('ZZ-55'))!;
    expect(other.taken).toBeUndefined();
    expect(other).toMatchObject({
      rule: 'same supplier and number, a date close by; other amounts',
      missed: ['number differs (ZZ-55 in the books)'],
      allowed: ['Taxable value off by ₹\u00a09,223.00', 'CGST off by ₹\u00a0830.00', 'SGST off by ₹\u00a0830.00'],
    });
    expect(near.find(({ document }) => document.startsWith('INV-1 '))?.taken).toEqual({
      number: 'INV-1',
      place: 'B2B, row 7',
    });

    doneOf(await pane.session.link(place, other));
    expect(await matchCell(pane, 'AX/9')).toBe('Value mismatch');
    expect(await cellAt(pane, 'B2B', 'AX/9', 'Why')).toBe('Linked by hand.');
    expect(await pane.session.link(place, { ...other, document: 'another' })).toMatchObject({
      refusal: { id: 'link-outdated' },
    });
    // A session that knows nothing finds it in the workbook.
    doneOf(await pane.session.open());
    expect(doneOf(await pane.session.matching())).toMatchObject({
      outdated: false,
      remembered: { linked: 1, parted: 0 },
    });

    doneOf(await pane.session.unlink(place));
    expect(await matchCell(pane, 'AX/9')).toBe('Only in IMS');
    expect(doneOf(await pane.session.matching())).toMatchObject({ remembered: { linked: 0, parted: 1 } });
  });

  it('takes what is remembered into another workbook, and refuses what is no memory', async () => {
    const pane = await withRegister(everyBooking);
    const place = await recordAt(pane, 'B2B', 'AX/9');
    const near = doneOf(await pane.session.nearTo(place));
    doneOf(
      await pane.session.link(
        place,
        near.find(({ document }) => document.startsWith('ZZ-55'))!,
      ),
    );
    const { name, text } = doneOf(await pane.session.exportMemory());
    expect(name).toBe('IMS_memory_27ZZZCR1001K1Z0.json');

    const next = await withRegister(everyBooking);
    const wrong = await next.session.importMemory(portalFile({ imsDetails: {} }, 'wrong.json'));
    expect(wrong).toMatchObject({ kind: 'refused', refusal: { id: 'memory-unknown', where: 'wrong.json' } });
    const foreign = text.replace('27ZZZCR1001K1Z0', SUPPLIER);
    expect(await next.session.importMemory({ name, blob: new Blob([foreign]) })).toMatchObject({
      refusal: { id: 'memory-other-client' },
    });
    expect(doneOf(await next.session.importMemory({ name, blob: new Blob([text]) }))).toEqual({
      linked: 1,
      parted: 0,
      layouts: 0,
    });
    expect(await matchCell(next, 'AX/9')).toBe('Value mismatch');
  });
});
