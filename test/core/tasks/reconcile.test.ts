import { categories } from '../../../src/core/reconcile/category';
import { emptyMemory } from '../../../src/core/reconcile/kept';
import { readMemory } from '../../../src/core/tasks/kept-books';
import {
  cellOf,
  cellsOf,
  creditNote,
  homeFact,
  invoice,
  findingsOf,
  mergeJson,
  must,
  offline,
  spokenRefusal,
  type,
  type MemoryDesk,
} from '../../support/desk';
import {
  bookedInvoice,
  bookedNote,
  bookOf,
  compare,
  compareWith,
  registerOf,
  registerWithAvailed,
} from '../../support/books';

const note = async (desk: MemoryDesk, heading: string) => cellOf(desk, 'B2B-CN', 'CN-1', heading);

test('without a category named nothing is written', async () => {
  const desk = await bookOf({ b2b: [invoice()] });
  expect((await compare(desk, [bookedInvoice])).applied).toBe(0);
  expect(await cellOf(desk, 'B2B', 'INV-1', 'Status')).toBe('No Action');
});

test('what is named is written, and Home counts it and asks for validation', async () => {
  const desk = await bookOf({ b2b: [invoice()] });
  expect((await compare(desk, [bookedInvoice], 'Matched')).applied).toBe(1);
  expect(await cellOf(desk, 'B2B', 'INV-1', 'Status')).toBe('Accepted');
  const counts = (await cellsOf(desk, 'Home')).find((row) => row.includes('B2B')) ?? [];
  expect(counts.slice(counts.indexOf('B2B') + 1, counts.indexOf('B2B') + 3)).toEqual([1, 1]);
  expect(await homeFact(desk, 'Last validation')).toMatch(/validate again/);
  expect(await findingsOf(desk)).toEqual([]);
});

test.each(['Accepted', 'Rejected', 'Pending'])('a record that is %s stays so', async (status) => {
  const desk = await bookOf({ b2b: [invoice()], b2bcn: [creditNote({ itcRedReqBlocked: 'N' })] });
  await type(desk, 'B2B', 'INV-1', { Status: status });
  await type(desk, 'B2B-CN', 'CN-1', { Status: status, 'Whether ITC to be reduced': 'No', Remarks: 'not availed' });
  expect((await compare(desk, [bookedInvoice, bookedNote], ...categories)).applied).toBe(0);
  expect(await cellOf(desk, 'B2B', 'INV-1', 'Status')).toBe(status);
  expect(await note(desk, 'Whether ITC to be reduced')).toBe('No');
});

test('a status that cannot be read is left to its writer', async () => {
  const desk = await bookOf({ b2b: [invoice()] });
  await type(desk, 'B2B', 'INV-1', { Status: 'perhaps' });
  expect((await compare(desk, [bookedInvoice], 'Matched')).applied).toBe(0);
  expect(await cellOf(desk, 'B2B', 'INV-1', 'Status')).toBe('perhaps');
});

test('Pending is never written where the portal blocks it', async () => {
  const [open, blocked] = [invoice(), invoice({ inum: 'INV-2', ispendactblocked: 'Y' })];
  const desk = await bookOf({ b2b: [open, blocked] });
  const report = await compare(desk, ['29ZZZFB2002C1ZK,Invoice,X-9,05-04-2026,77,13.86,0,0,0'], 'Only in IMS');
  expect(report.applied).toBe(1);
  expect(report.leftOut).toEqual([
    { reason: 'The portal does not allow Pending for it: check it, then accept or reject it.', records: 1 },
  ]);
  expect(await cellOf(desk, 'B2B', 'INV-1', 'Status')).toBe('Pending');
  expect(await cellOf(desk, 'B2B', 'INV-2', 'Status')).toBe('No Action');
});

describe('a credit note', () => {
  test('is accepted with the full reduction', async () => {
    const desk = await bookOf({ b2bcn: [creditNote()] });
    expect((await compare(desk, [bookedNote], 'Matched')).applied).toBe(1);
    expect(await note(desk, 'Whether ITC to be reduced')).toBe('Yes');
    expect(await note(desk, 'CGST to be reduced')).toBe('');
    expect(await note(desk, 'Remarks')).toBe('');
    expect(await findingsOf(desk)).toEqual([]);
  });

  const lower = bookedNote.replace('900,900', '899.50,899.50');

  test('is reduced in full where the amounts of the books differ by rounding alone', async () => {
    const desk = await bookOf({ b2bcn: [creditNote()] });
    expect((await compare(desk, [lower], 'Matched within tolerance')).applied).toBe(1);
    expect(await note(desk, 'Whether ITC to be reduced')).toBe('Yes');
    expect(await note(desk, 'CGST to be reduced')).toBe('');
    expect(await note(desk, 'Remarks')).toBe('');
  });

  test('is left where the portal takes no remarks for a part', async () => {
    const desk = await bookOf({ b2bcn: [creditNote({ isRemarksBlocked: 'Y' })] });
    const register = await registerWithAvailed(`${bookedNote},0,400,400,0`);
    const report = must(await compareWith(desk, register, ['Matched']));
    expect(report.applied).toBe(0);
    expect(report.leftOut.map(({ records }) => records)).toEqual([1]);
    expect(await note(desk, 'Status')).toBe('No Action');
  });

  test('keeps the answer and remarks that the user gave already', async () => {
    const desk = await bookOf({ b2bcn: [creditNote()] });
    await type(desk, 'B2B-CN', 'CN-1', { 'Whether ITC to be reduced': 'No', Remarks: 'never availed' });
    expect((await compare(desk, [bookedNote], 'Matched')).applied).toBe(1);
    expect([await note(desk, 'Status'), await note(desk, 'Whether ITC to be reduced')]).toEqual(['Accepted', 'No']);
    expect(await note(desk, 'Remarks')).toBe('never availed');
  });

  test('is not asked about its reduction where the portal does not ask', async () => {
    const desk = await bookOf({ b2bcn: [creditNote({ itcRedReqBlocked: 'Y' })] });
    expect((await compare(desk, [bookedNote], 'Matched')).applied).toBe(1);
    expect([await note(desk, 'Status'), await note(desk, 'Whether ITC to be reduced')]).toEqual(['Accepted', '']);
  });

  test.each([
    ['900,900', 'Yes', ['', '', '', ''], ''],
    ['950,950', 'Yes', ['', '', '', ''], ''],
    ['400,400', 'Yes', [0, 400, 400, 0], 'ITC availed earlier only in part; reduced by what our books have.'],
    ['0,0', 'No', ['', '', '', ''], 'ITC was not availed on this document.'],
  ])('is reduced by the credit that the books availed on it: %s', async (availed, answer, reduced, remarks) => {
    const desk = await bookOf({ b2bcn: [creditNote()] });
    const register = await registerWithAvailed(`${bookedNote},0,${availed},0`);
    expect(must(await compareWith(desk, register, ['Matched'])).applied).toBe(1);
    expect(await note(desk, 'Whether ITC to be reduced')).toBe(answer);
    const heads = ['IGST', 'CGST', 'SGST', 'Cess'];
    expect(await Promise.all(heads.map((head) => note(desk, `${head} to be reduced`)))).toEqual(reduced);
    expect(await note(desk, 'Remarks')).toBe(remarks);
    expect(await findingsOf(desk)).toEqual([]);
  });

  test('is reduced in full where the register tells the credit of other heads alone', async () => {
    const desk = await bookOf({ b2bcn: [creditNote()] });
    const register = await registerWithAvailed(`${bookedNote},0,,,`);
    expect(must(await compareWith(desk, register, ['Matched'])).applied).toBe(1);
    expect(await note(desk, 'Whether ITC to be reduced')).toBe('Yes');
    expect(await note(desk, 'CGST to be reduced')).toBe('');
  });

  test('with other amounts is for a person, whatever is named', async () => {
    const desk = await bookOf({ b2bcn: [creditNote()] });
    const report = await compare(desk, [bookedNote.replace('10000,0,900,900', '5000,0,450,450')], ...categories);
    expect(report.categories['Value mismatch']).toEqual({ records: 1, tax: -1800 });
    expect(report.applied).toBe(0);
  });
});

test('a withdrawn record is not compared', async () => {
  const desk = await bookOf({ b2b: [invoice(), invoice({ inum: 'INV-2' })] });
  await mergeJson(desk, offline({ b2b: [invoice({ inum: 'INV-2' })] }));
  const report = await compare(desk, [bookedInvoice], ...categories);
  expect(report.pairs.filter(({ ims }) => ims.number === 'INV-1')).toEqual([]);
});

test('every document is counted once, whichever side has it', async () => {
  const desk = await bookOf({
    b2b: [invoice(), invoice({ inum: 'Q/77', idt: '28-04-2026', txval: 5, camt: 1, samt: 1 })],
  });
  const report = await compare(desk, [
    bookedInvoice,
    bookedInvoice,
    '29ZZZFB2002C1ZK,Invoice,X-9,05-04-2026,77,13.86,0,0,0',
  ]);
  const counted = Object.entries(report.categories).flatMap(([category, { records, tax }]) =>
    records === 0 ? [] : [[category, records, tax]],
  );
  expect(counted).toEqual([
    ['Matched', 1, 1800],
    ['Only in IMS', 1, 2],
    ['Only in books', 1, 13.86],
    ['Duplicate', 1, 1800],
  ]);
});

test('links that are brought along count, and the workbook remembers them', async () => {
  const desk = await bookOf({ b2b: [invoice()] });
  const sheet = await registerOf(bookedInvoice.replace('INV-1', 'X-9'));
  expect(must(await compareWith(desk, sheet)).categories['Matched'].records).toBe(0);
  expect(await desk.workbook.sheetNames()).not.toContain('IMS memory');
  const named = (number: string) => ({
    gstin: '27AAPFU0939F1ZV',
    number,
    date: '03-04-2026',
    kind: 'invoice' as const,
  });
  const memory = { ...emptyMemory, linked: [{ ims: named('INV-1'), books: named('X-9') }] };
  const report = must(await compareWith(desk, sheet, [], 'books.csv', memory));
  expect(report.pairs.map(({ because }) => because)).toEqual(['Linked by hand.']);
  expect(must(await readMemory(desk))).toEqual(memory);
});

test('a register without a document is refused before anything is written', async () => {
  const desk = await bookOf({ b2b: [invoice()] });
  const register = await registerOf(bookedInvoice.replace('03-04-2026', '31-04-2026'));
  expect(spokenRefusal(await compareWith(desk, register, ['Only in IMS']))).toBe(
    'books.csv: no document can be read in it (row 2: 31-04-2026 under Invoice date is not a valid date (in this column the day comes first))',
  );
  expect(await cellOf(desk, 'B2B', 'INV-1', 'Status')).toBe('No Action');
});
