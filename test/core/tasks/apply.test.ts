import fc from 'fast-check';
import { categories } from '../../../src/core/reconcile/category';
import { validate } from '../../../src/core/tasks/validate';
import { bookedNote, compare } from '../../support/books';
import {
  cellOf,
  creditNote,
  importJson,
  invoice,
  memoryDesk,
  must,
  offline,
  type,
  type Json,
  type MemoryDesk,
} from '../../support/desk';

jest.setTimeout(120_000);

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 0) > 0 ? 1000 : 100;

const bookOn = async (today: string, sections: Record<string, Json[]>): Promise<MemoryDesk> => {
  const desk = memoryDesk({ today });
  await importJson(desk, offline(sections));
  return desk;
};

const applyAll = (desk: MemoryDesk, ...rows: string[]) => compare(desk, rows, ...categories);

const noise = '29ZZZFB2002C1ZK,Invoice,X-9,05-04-2026,77,13.86,0,0,0';

describe('Pending whose last day has passed', () => {
  const note = { b2bcn: [creditNote()] };

  test.each([
    ['20-06-2026', 'Pending', 'Pending'],
    ['21-06-2026', 'Look at it', 'No Action'],
  ])('on %s a credit note of April is suggested: %s', async (today, suggested, status) => {
    const desk = await bookOn(today, note);
    await applyAll(desk, noise);
    expect(await cellOf(desk, 'B2B-CN', 'CN-1', 'Suggested action')).toBe(suggested);
    expect(await cellOf(desk, 'B2B-CN', 'CN-1', 'Status')).toBe(status);
  });

  test('the reason stands beside the record and beside what was left', async () => {
    const desk = await bookOn('21-06-2026', note);
    const { leftOut } = await applyAll(desk, noise);
    const reason =
      'The last date for Pending was 20-06-2026 (due date of GSTR-3B of May 2026): check it, then accept or reject it.';
    expect(await cellOf(desk, 'B2B-CN', 'CN-1', 'Why')).toContain(reason);
    expect(leftOut).toEqual([
      { reason: `Check this credit note before you accept it: it takes credit away. ${reason}`, records: 1 },
    ]);
  });

  test('an invoice beyond the time limit of section 16(4)', async () => {
    const desk = await bookOn('01-12-2027', { b2b: [invoice()] });
    await applyAll(desk, noise);
    expect(await cellOf(desk, 'B2B', 'INV-1', 'Why')).toContain('30-11-2027 (time limit of section 16(4))');
    expect(await cellOf(desk, 'B2B', 'INV-1', 'Status')).toBe('No Action');
  });
});

test('of what the portal sent twice none is accepted without the other', async () => {
  const desk = await bookOn('10-05-2026', { b2bcn: [creditNote(), creditNote()] });
  const { applied, leftOut } = await applyAll(desk, bookedNote);
  expect(applied).toBe(0);
  expect(leftOut.map(({ reason }) => reason).sort()).toEqual([
    'Its credit can be taken only once: check which of the two is right.',
    'The portal sent it twice and takes one answer for both: decide both rows together.',
  ]);
});

test('an amendment waits for its original', async () => {
  const amended = { inum: 'INV-1A', idt: '05-04-2026', oinum: 'INV-1', oidt: '03-04-2026', itcRedReqBlocked: 'Y' };
  const desk = await bookOn('10-05-2026', { b2b: [invoice()], b2ba: [invoice(amended)] });
  await type(desk, 'B2B', 'INV-1', { Status: 'Rejected' });
  const { leftOut } = await applyAll(desk, '27AAPFU0939F1ZV,Invoice,INV-1A,05-04-2026,10000,0,900,900,0');
  expect(await cellOf(desk, 'B2BA', 'INV-1A', 'Suggested action')).toBe('Accepted');
  expect(await cellOf(desk, 'B2BA', 'INV-1A', 'Status')).toBe('No Action');
  expect(leftOut.map(({ reason }) => reason)).toContain(
    'It amends a record of this workbook that has another answer: decide the original first.',
  );
});

/** What validation tells of a document or of the days left, whoever decides. */
const told = [
  'accepted-but-not-filed',
  'value-is-not-the-sum',
  'tax-rate-is-unusual',
  'pending-nears-last-date',
  'records-are-twins',
];

const yesNo = fc.constantFrom('Y', 'N', undefined);
const day = fc.constantFrom('03-04-2026', '28-03-2026');
const number = fc.constantFrom('A-1', 'B/7');

const anyRecord = fc
  .record({
    section: fc.constantFrom('b2b', 'b2b', 'b2ba', 'b2bdn', 'b2bdna', 'b2bcn', 'b2bcna', 'ecom', 'ecoma'),
    number,
    original: number,
    day,
    originalDay: day,
    tax: fc.constantFrom([0, 900, 900], [1800, 0, 0], [0, 950, 850]),
    period: fc.constantFrom('042026', '042025'),
    action: fc.constantFrom('N', 'N', 'N', 'A', 'P'),
    flags: fc.record({ ispendactblocked: yesNo, isRemarksBlocked: yesNo, itcRedReqBlocked: yesNo }),
    filed: fc.constantFrom('F', 'NF'),
  })
  .map((made) => {
    const { section, tax, flags } = made;
    const isNote = /dn|cn/.test(section);
    const [iamt, camt, samt] = tax;
    const own = isNote ? { nt_num: made.number, nt_dt: made.day } : { inum: made.number, idt: made.day };
    const original = isNote
      ? { ont_num: made.original, ont_dt: made.originalDay }
      : { oinum: made.original, oidt: made.originalDay };
    const json = (isNote ? creditNote : invoice)({
      ...own,
      ...(section.endsWith('a') ? original : {}),
      ...flags,
      iamt,
      camt,
      samt,
      rtnprd: made.period,
      action: made.action,
      srcfilstatus: made.filed,
    });
    const kind = section.startsWith('b2bcn') ? 'Credit Note' : isNote ? 'Debit Note' : 'Invoice';
    return { section, json, booked: { kind, number: made.number, day: made.day, tax } };
  });

/** A row of the books that is the record, or differs from it as registers do. */
const anyBooked = fc.record({
  share: fc.constantFrom(1, 1, 1, 0.5, 1.5),
  isThere: fc.constantFrom(true, true, false),
  heads: fc.boolean(),
  isSentTwice: fc.constantFrom(false, false, true),
  otherDay: fc.option(day, { nil: undefined }),
});

test('applied to any book, validation finds nothing new to mend', async () => {
  const anyMonth = fc.record({
    records: fc.array(fc.tuple(anyRecord, anyBooked), { minLength: 1, maxLength: 8 }),
    today: fc.constantFrom('10-05-2026', '21-05-2026', '21-06-2026', '01-12-2026', '01-12-2027'),
  });
  await fc.assert(
    fc.asyncProperty(anyMonth, async ({ records, today }) => {
      const sections: Record<string, Json[]> = {};
      for (const [{ section, json }, { isSentTwice }] of records)
        (sections[section] ??= []).push(...(isSentTwice ? [json, json] : [json]));
      const desk = await bookOn(today, sections);
      const findings = async () =>
        must(await validate(desk)).findings.map(({ rule, sheet, row }) => `${sheet} ${row ?? ''} ${rule}`);
      const before = new Set(await findings());
      const rows = records.flatMap(([{ booked }, { share, isThere, heads, otherDay }]) => {
        if (!isThere) return [];
        const [igst, cgst, sgst] = booked.tax.map((amount) => amount * share);
        const tax = heads ? [Number(cgst) + Number(sgst), igst, 0] : [igst, cgst, sgst];
        return `27AAPFU0939F1ZV,${booked.kind},${booked.number},${otherDay ?? booked.day},${10000 * share},${tax.join()},0`;
      });
      await applyAll(desk, noise, ...rows);
      const after = await findings();
      expect(after.filter((finding) => !before.has(finding) && !told.some((rule) => finding.endsWith(rule)))).toEqual(
        [],
      );
    }),
    { numRuns: RUNS },
  );
});
