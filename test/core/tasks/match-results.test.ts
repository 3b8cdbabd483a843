import type { Cell } from '../../../src/core/kernel/cell';
import { categories } from '../../../src/core/reconcile/category';
import type { ClientMemory, Link } from '../../../src/core/reconcile/kept';
import { keepMemory, readBooks, writeAll } from '../../../src/core/tasks/kept-books';
import { readRegister } from '../../../src/core/reconcile/register/read-register';
import { recogniseLayout } from '../../../src/core/reconcile/register/recognise-layout';
import { checkBook } from '../../../src/core/tasks/check-book';
import { compareBooks } from '../../../src/core/tasks/compare-books';
import { openBook } from '../../../src/core/tasks/open-book';
import { recordMatchOf } from '../../../src/core/tasks/record-match';
import { linkOf } from '../../../src/core/tasks/remembered-pairs';
import {
  bookedInvoice,
  bookedNote,
  bookOf,
  compare,
  compareWith,
  registerOf,
  registerWithAvailed,
} from '../../support/books';
import {
  cellOf,
  cellsOf,
  columnAt,
  creditNote,
  invoice,
  mergeJson,
  must,
  offline,
  refusalOf,
  type MemoryDesk,
} from '../../support/desk';
import { RECIPIENT } from '../../support/generate-download';

const COLUMNS = ['Match', 'Why', 'Books document', 'Difference', 'Suggested action'];
const SHEETS = ['Reconciliation', 'Only in books', 'Duplicates'];

const said = async (desk: MemoryDesk, sheet: string, number: string): Promise<Cell[]> =>
  Promise.all(COLUMNS.map((heading) => cellOf(desk, sheet, number, heading)));

const places = async (desk: MemoryDesk, sheet: string): Promise<number[]> =>
  Promise.all(COLUMNS.map((heading) => columnAt(desk, sheet, heading)));

const withoutResults = async (desk: MemoryDesk, sheet: string): Promise<Cell[][]> => {
  const hidden = await places(desk, sheet);
  return (await cellsOf(desk, sheet)).map((row) => row.filter((_, column) => !hidden.includes(column)));
};

/** The rows below the headings of a sheet of the comparison. */
const listed = async (desk: MemoryDesk, sheet: string): Promise<Cell[][]> =>
  (await cellsOf(desk, sheet)).slice(5).filter((row) => row.some((cell) => cell !== ''));

const another = '29ZZZFB2002C1ZK,Invoice,X-9,05-04-2026,77,13.86,0,0,0';

test('each record says what it came to, beside its Status', async () => {
  const desk = await bookOf({ b2b: [invoice(), invoice({ inum: 'INV-2', txval: 9000 })], b2bcn: [creditNote()] });
  await compare(desk, [bookedInvoice, '27AAPFU0939F1ZV,Invoice,INV-2,03-04-2026,9000,0,910,910,0']);
  expect(await said(desk, 'B2B', 'INV-1')).toEqual([
    'Matched',
    'Supplier, number, date and amounts agree.',
    'INV-1 of 03-04-2026 (row 2)',
    0,
    'Accepted',
  ]);
  expect(await said(desk, 'B2B', 'INV-2')).toEqual([
    'Value mismatch',
    'Supplier and number agree, the amounts do not.',
    'INV-2 of 03-04-2026 (row 3)',
    20,
    'Accepted',
  ]);
  expect(await said(desk, 'B2B-CN', 'CN-1')).toEqual([
    'Only in IMS',
    'No document in the books is close enough to be a match. Check this credit note before you accept it: it takes credit away.',
    '',
    '',
    expect.stringMatching(/Pending|Look at it/),
  ]);
});

test('they stand right of Status, come out of hiding with the first comparison, and leave all other cells', async () => {
  const desk = await bookOf({ b2b: [invoice()] });
  const status = await columnAt(desk, 'B2B', 'Status');
  expect(await places(desk, 'B2B')).toEqual([1, 2, 3, 4, 5].map((step) => status + step));
  expect(desk.workbook.hiddenColumns('B2B')).toEqual(expect.arrayContaining(await places(desk, 'B2B')));
  const [before, home] = [await withoutResults(desk, 'B2B'), await cellsOf(desk, 'Home')];
  await compare(desk, [bookedInvoice]);
  const hidden = desk.workbook.hiddenColumns('B2B');
  expect((await places(desk, 'B2B')).filter((column) => hidden.includes(column))).toEqual([]);
  expect(await withoutResults(desk, 'B2B')).toEqual(before);
  expect(await cellsOf(desk, 'Home')).toEqual(home);
});

test('a sheet without records keeps them hidden', async () => {
  const desk = await bookOf({ b2b: [invoice()] });
  await compare(desk, [bookedInvoice]);
  expect(desk.workbook.hiddenColumns('ECO')).toEqual(expect.arrayContaining(await places(desk, 'ECO')));
});

test('a column that the user took away stays away, and the others are filled', async () => {
  const desk = await bookOf({ b2b: [invoice()] });
  const why = await columnAt(desk, 'B2B', 'Why');
  desk.workbook.reshape('B2B', (cells) => cells.map((row) => row.filter((_, column) => column !== why)));
  await compare(desk, [bookedInvoice]);
  expect(await cellOf(desk, 'B2B', 'INV-1', 'Match')).toBe('Matched');
  expect((await cellsOf(desk, 'B2B')).flat()).not.toContain('Why');
});

test('what was said of a record goes where its supplier changed it', async () => {
  const desk = await bookOf({ b2b: [invoice(), invoice({ inum: 'INV-2' })] });
  await compare(desk, [bookedInvoice]);
  await mergeJson(desk, offline({ b2b: [invoice({ txval: 10001 }), invoice({ inum: 'INV-2' })] }));
  expect(await said(desk, 'B2B', 'INV-1')).toEqual(['', '', '', '', '']);
  expect(await cellOf(desk, 'B2B', 'INV-2', 'Match')).toBe('Only in IMS');
});

test('the sheet Reconciliation has every category, both sides, and what IMS has apart from what the books alone have', async () => {
  const desk = await bookOf({ b2b: [invoice(), invoice({ inum: 'INV-2' })] });
  await compare(desk, [bookedInvoice, another]);
  const rows = await listed(desk, 'Reconciliation');
  expect(rows.map(([name]) => name)).toEqual([...categories, 'Total of records in IMS', 'Total with Only in books']);
  const row = (name: string) => rows.find(([first]) => first === name)?.slice(1, 8);
  expect(row('Matched')).toEqual([1, 10000, 1800, 1, 10000, 1800, 0]);
  expect(row('Only in IMS')).toEqual([1, 10000, 1800, 0, 0, 0, -1800]);
  expect(row('Only in books')).toEqual([0, 0, 0, 1, 77, 13.86, 13.86]);
  expect(row('Total of records in IMS')).toEqual([2, 20000, 3600, 1, 10000, 1800, -1800]);
  expect(row('Total with Only in books')).toEqual([2, 20000, 3600, 2, 10077, 1813.86, -1786.14]);
  expect(rows.slice(0, -2).every((cells) => String(cells[8]).length > 10)).toBe(true);
});

test('a credit note takes away; duplicates and what is not in IMS scope count in no total', async () => {
  const desk = await bookOf({ b2b: [invoice()], b2bcn: [creditNote()] });
  const report = await compare(desk, [
    bookedInvoice,
    bookedInvoice,
    bookedNote,
    another.replace('29ZZZFB2002C1ZK', RECIPIENT),
    another.replace('Invoice,X-9', 'Credit Note,X-10'),
  ]);
  const rows = await listed(desk, 'Reconciliation');
  const row = (name: string) => rows.find(([first]) => first === name)?.slice(1, 8);
  expect(row('Matched')).toEqual([2, 0, 0, 2, 0, 0, 0]);
  expect(row('Duplicate')).toEqual([0, 0, 0, 1, 10000, 1800, 1800]);
  expect(row('Not in IMS scope')).toEqual([0, 0, 0, 1, 77, 13.86, 13.86]);
  expect(row('Only in books')).toEqual([0, 0, 0, 1, -77, -13.86, -13.86]);
  expect(row('Total of records in IMS')).toEqual([2, 0, 0, 2, 0, 0, 0]);
  expect(row('Total with Only in books')).toEqual([2, 0, 0, 3, -77, -13.86, -13.86]);
  expect(report.categories['Only in books']).toEqual({ records: 1, tax: -13.86 });
  expect((await listed(desk, 'Only in books')).map((cells) => [...cells.slice(3, 7), ...cells.slice(-2)])).toEqual([
    ['X-10', '05-04-2026', -77, -13.86, 'Only in books', expect.stringContaining('ask the supplier')],
    ['X-9', '05-04-2026', 77, 13.86, 'Not in IMS scope', 'The GSTIN is your own.'],
  ]);
});

test('the chase list begins with the supplier who owes most, and keeps the order of dates', async () => {
  const desk = await bookOf({ b2b: [invoice()] });
  const owed = (gstin: string, number: string, date: string, tax: number) =>
    `${gstin},Invoice,${number},${date},${tax * 10},${tax},0,0,0`;
  await compare(desk, [
    owed('29ZZZFB2002C1ZK', 'S-1', '05-04-2026', 500),
    owed('24ZZZCS2003D1ZG', 'L-2', '09-04-2026', 400),
    owed('24ZZZCS2003D1ZG', 'L-1', '28-03-2026', 300),
  ]);
  expect((await listed(desk, 'Only in books')).map((row) => row[3])).toEqual(['L-1', 'L-2', 'S-1']);
});

test('Duplicates lists the copies of both sides, each with the place of the first', async () => {
  const desk = await bookOf({ b2b: [invoice()] });
  await compare(desk, [bookedInvoice, bookedInvoice]);
  const rows = await listed(desk, 'Duplicates');
  expect(rows.map((row) => [row[0], row[1], row.at(-1)])).toEqual([
    ['Books', 'row 3', 'The same document is in the books twice: see row 2.'],
  ]);
});

test('another register takes the place of the first, and nothing of it is left', async () => {
  const desk = await bookOf({ b2b: [invoice()] });
  await compare(desk, [another, another.replace('X-9', 'X-10'), bookedInvoice]);
  expect(await listed(desk, 'Only in books')).toHaveLength(2);
  await compare(desk, [another]);
  expect((await listed(desk, 'Only in books')).map((row) => row[3])).toEqual(['X-9']);
  expect(await cellOf(desk, 'B2B', 'INV-1', 'Match')).toBe('Only in IMS');
  const names = await desk.workbook.sheetNames();
  expect(names.filter((name) => SHEETS.includes(name))).toEqual(SHEETS);
});

test('a sheet of the user with the name of one of ours is left as it is, and nothing is changed', async () => {
  const desk = await bookOf({ b2b: [invoice()] });
  await desk.workbook.prepare([
    { name: 'duplicates', visibility: 'visible', columns: [], top: [], rows: [['my own list']] },
  ]);
  const before = await cellsOf(desk, 'B2B');
  const refusal = refusalOf(await compareWith(desk, await registerOf(bookedInvoice)));
  expect([refusal.id, refusal.reason]).toEqual(['sheet-name-needed', expect.stringContaining('duplicates')]);
  expect(await cellsOf(desk, 'B2B')).toEqual(before);
  expect(await cellsOf(desk, 'duplicates')).toEqual([['my own list']]);
  expect(await desk.workbook.sheetNames()).not.toContain('Reconciliation');
});

test('the workbook keeps the register, so that it can be compared again', async () => {
  const desk = await bookOf({ b2b: [invoice()] });
  expect(must(await readBooks(desk))).toBeUndefined();
  const { taken } = await compare(desk, [bookedInvoice, another]);
  expect(must(await readBooks(desk))).toEqual({
    file: 'books.csv',
    sheet: 'books',
    readAt: '10-05-2026 09:12',
    carried: [],
    documents: taken.sheets[0]?.documents,
  });
});

describe('what a person said once', () => {
  const name = { gstin: '27AAPFU0939F1ZV', number: 'INV-1', date: '03-04-2026', kind: 'invoice' } as const;
  const remember = async (desk: MemoryDesk, memory: Partial<ClientMemory>): Promise<void> =>
    writeAll(desk, [await keepMemory(desk, { linked: [], parted: [], layouts: {}, ...memory })]);

  test('links documents that no rung would', async () => {
    const desk = await bookOf({ b2b: [invoice()] });
    await remember(desk, {
      linked: [{ ims: name, books: { gstin: '29ZZZFB2002C1ZK', number: 'X-9', date: '05-04-2026', kind: 'invoice' } }],
    });
    await compare(desk, [another]);
    expect((await said(desk, 'B2B', 'INV-1')).slice(0, 3)).toEqual([
      'Value mismatch',
      'Linked by hand.',
      'X-9 of 05-04-2026 (row 2)',
    ]);
  });

  test('keeps apart what a rung would pair', async () => {
    const desk = await bookOf({ b2b: [invoice()] });
    await remember(desk, { parted: [{ ims: name, books: name }] });
    await compare(desk, [bookedInvoice]);
    expect(await cellOf(desk, 'B2B', 'INV-1', 'Match')).toBe('Only in IMS');
  });

  describe('of two records with one number and date', () => {
    const other = { gstin: '29ZZZFB2002C1ZK', number: 'X-9', date: '05-04-2026', kind: 'invoice' } as const;
    const twoOfOneName = { b2b: [invoice(), invoice({ txval: 500, camt: 45, samt: 45, val: 590 })] };
    const matches = (desk: MemoryDesk) =>
      Promise.all([0, 1].map((nth) => cellOf(desk, 'B2B', 'INV-1', 'Books document', nth)));
    /** What the pane remembers when this record is linked with the one document. */
    const linkWith = async (desk: MemoryDesk, nth: number): Promise<Link> => {
      const book = must(await openBook(desk));
      const { documents } = must(await readBooks(desk))!;
      const comparison = compareBooks(book, checkBook(book, desk.today).rows, documents, desk.today);
      return linkOf(comparison, comparison.outcomes[nth]!, comparison.books[0]!);
    };

    test.each([0, 1])('a link goes to the one that was linked', async (nth) => {
      const desk = await bookOf(twoOfOneName);
      await compare(desk, [another]);
      await remember(desk, { linked: [await linkWith(desk, nth)] });
      await compare(desk, [another]);
      const linked = 'X-9 of 05-04-2026 (row 2)';
      expect(await matches(desk)).toEqual(nth === 0 ? [linked, ''] : ['', linked]);
    });

    test('a link never goes to the other one when the first is gone', async () => {
      const desk = await bookOf(twoOfOneName);
      await compare(desk, [another]);
      await remember(desk, { linked: [await linkWith(desk, 0)] });
      await mergeJson(desk, offline({ b2b: [twoOfOneName.b2b[1]] }));
      await compare(desk, [another]);
      expect(await cellOf(desk, 'B2B', 'INV-1', 'Match', 1)).toBe('Only in IMS');
    });

    test('a link that cannot tell them apart goes to neither', async () => {
      const desk = await bookOf(twoOfOneName);
      await remember(desk, { linked: [{ ims: name, books: other }] });
      await compare(desk, [another]);
      expect(await matches(desk)).toEqual(['', '']);
    });

    test('a parting holds for the one that was parted', async () => {
      const desk = await bookOf(twoOfOneName);
      await compare(desk, [bookedInvoice]);
      await remember(desk, { parted: [await linkWith(desk, 0)] });
      await compare(desk, [bookedInvoice]);
      expect(await matches(desk)).toEqual(['', 'INV-1 of 03-04-2026 (row 2)']);
    });
  });

  test('the link of a record whose amounts were corrected since holds', async () => {
    const desk = await bookOf({ b2b: [invoice()] });
    const books = { gstin: '29ZZZFB2002C1ZK', number: 'X-9', date: '05-04-2026', kind: 'invoice' } as const;
    await remember(desk, { linked: [{ ims: { ...name, told: 'B2B|1' }, books }] });
    await compare(desk, [another]);
    expect(await cellOf(desk, 'B2B', 'INV-1', 'Why')).toContain('Linked by hand.');
  });

  test('a link of documents that are gone waits for them', async () => {
    const desk = await bookOf({ b2b: [invoice()] });
    await remember(desk, { linked: [{ ims: { ...name, number: 'GONE' }, books: name }] });
    await compare(desk, [bookedInvoice]);
    expect(await cellOf(desk, 'B2B', 'INV-1', 'Match')).toBe('Matched');
  });
});

test('beside a record the books tell the credit that they availed on its document', async () => {
  const desk = await bookOf({ b2b: [invoice()] });
  const sheet = await registerWithAvailed(`${bookedInvoice},0,400,400,0`);
  const book = must(await openBook(desk));
  const { documents } = readRegister(sheet, recogniseLayout(sheet), book.gstin);
  const [outcome] = compareBooks(book, checkBook(book, desk.today).rows, documents, desk.today).outcomes;
  expect(recordMatchOf(outcome!, { carried: [] }).extras[0]?.facts).toContainEqual({
    label: 'ITC availed',
    text: 'IGST 0.00, CGST 400.00, SGST 400.00, Cess 0.00',
  });
});
