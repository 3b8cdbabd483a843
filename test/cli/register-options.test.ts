import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryText } from '../../src/boundary/memory-file';
import { applyOptions, type RegisterOptions } from '../../src/cli/correct-register';
import { checkMemoryFiles, withMemoryFile } from '../../src/cli/memory-options';
import { readRegisterAt } from '../../src/cli/open-register';
import { emptyMemory, type ClientMemory } from '../../src/core/reconcile/kept';
import { openRegister, type OpenedRegister } from '../../src/core/reconcile/register/opened-register';
import type { RememberedLayouts } from '../../src/core/reconcile/register/remembered-layouts';
import { must, spokenRefusal } from '../support/desk';
import { OTHER, sheetOf, SUPPLIER } from '../support/made-register';
import { ownBook } from '../support/own-book';
import { story } from '../support/xlsx-story';

const april = sheetOf(
  [
    'GSTIN | Bill ref | Bill date | Basic | IGST 5% | IGST 12% | Old type',
    `${SUPPLIER} | A-1 | 04/03/2026 | 100 | 2 | 3 | x`,
  ],
  'April',
);
const returns = sheetOf(
  ['GSTIN | Voucher type | Bill no | Bill date | Basic | IGST', `${OTHER} | GRTN | R-1 | 04/09/2026 | 50 | 9`],
  'Returns',
);
const plain = sheetOf(['Code | City', 'A1 | Pune'], 'Suppliers');

const opened = (remembered: RememberedLayouts = new Map()): OpenedRegister =>
  openRegister('books.xlsx', [plain, april, returns], remembered, '');

/** What is read of the sheets that are taken. */
const readWith = (options: RegisterOptions, remembered?: RememberedLayouts): string[] =>
  must(applyOptions(opened(remembered), options))
    .sheets.filter(({ chosen }) => chosen)
    .flatMap(({ sheet, reading }) =>
      (reading?.documents ?? []).map(({ document: { kind, number, date, taxable, igst } }) =>
        [sheet.name, kind, number, date, taxable, igst].map(String).join(' '),
      ),
    );

const refusedWith = (options: RegisterOptions): string => spokenRefusal(applyOptions(opened(), options));
const adviceFor = (options: RegisterOptions): string | undefined => {
  const result = applyOptions(opened(), options);
  return result.ok ? undefined : result.refusal.advice;
};

describe('a register that is read from the command line', () => {
  test('is its first sheet with the columns of one, as in the pane', () => {
    expect(readWith({})).toEqual(['Returns invoice R-1 04-09-2026 5000 900']);
  });

  test('is the sheets that are named, in small and capital letters alike', () => {
    expect(readWith({ sheet: ['returns', 'APRIL'], column: ['document number=bill REF'] })).toEqual([
      'Returns invoice R-1 04-09-2026 5000 900',
      'April invoice A-1 04-03-2026 10000 500',
    ]);
  });

  test('is read by what is said of columns, dates, signs and types', () => {
    const options: RegisterOptions = {
      column: ['igst='],
      dayOrder: 'month-first',
      invoices: 'negative',
      type: ['g.rtn = Credit note', '=debit-note'],
    };
    expect(readWith(options)).toEqual(['Returns credit-note R-1 09-04-2026 5000 undefined']);
  });

  test('has headings where they are said to be, and columns by their letters where there are none', () => {
    const letters = ['gstin=A', 'number=C', 'date=D', 'taxable value=E'];
    expect(readWith({ sheet: ['Returns'], headings: { first: 1, last: 0 }, column: letters })).toEqual([
      'Returns invoice R-1 04-09-2026 5000 undefined',
    ]);
  });

  test('has amounts of several columns added up', () => {
    const column = ['number=Bill ref', 'igst=IGST 5%', 'igst=IGST 12%', 'taxable=Basic'];
    expect(readWith({ sheet: ['April'], column })).toEqual(['April invoice A-1 04-03-2026 10000 500']);
  });

  test('is read as it was corrected before, until that is to be forgotten', () => {
    const { key } = opened().sheets.find(({ sheet }) => sheet.name === 'Returns')!;
    const remembered: RememberedLayouts = new Map([[key, { dayOrder: 'month-first', columns: { igst: [] } }]]);
    expect(readWith({}, remembered)).toEqual(['Returns invoice R-1 09-04-2026 5000 undefined']);
    expect(readWith({ dayOrder: 'day-first' }, remembered)).toEqual(['Returns invoice R-1 04-09-2026 5000 undefined']);
    expect(readWith({ recogniseAnew: true }, remembered)).toEqual(['Returns invoice R-1 04-09-2026 5000 900']);
  });

  test.each<[RegisterOptions, string, string]>([
    [
      { sheet: ['June'] },
      'books.xlsx: it has no sheet June that can be seen and has something in it',
      'Its sheets: Returns, April, Suppliers.',
    ],
    [
      { column: ['igst=Tax'] },
      'books.xlsx: no column has the heading Tax',
      'Its headings: GSTIN, Voucher type, Bill no, Bill date, Basic, IGST.',
    ],
    [
      { column: ['colour=Red'] },
      '--column: colour is no field of a register',
      expect.stringMatching(/^Fields: GSTIN of the supplier, .* document number, /),
    ],
    [
      { column: ['Bill ref'] },
      ': --column Bill ref: write a field, = and a heading, such as "document number=Bill ref"',
      'See ims reconcile --help.',
    ],
    [
      { column: ['number=Bill no', 'number=Basic'] },
      ': --column: document number has one column, and it is named twice',
      'See ims reconcile --help.',
    ],
    [{ type: ['PRTN=credit note'] }, 'books.xlsx: no document has the type PRTN', 'Its types: GRTN.'],
    [
      { type: ['GRTN=receipt'] },
      ': --type GRTN=receipt: write a word, = and what it stands for (one of: invoice, debit note, credit note)',
      'See ims reconcile --help.',
    ],
  ])('%j is refused with what there is', (options, reason, advice) => {
    expect(refusedWith(options)).toBe(reason);
    expect(adviceFor(options)).toEqual(advice);
  });
});

test('a workbook of ours is a register only by a sheet of the user that is named', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ims-own-'));
  const path = join(folder, 'book.xlsx');
  writeFileSync(path, await story.importedInto(await ownBook()));
  const { sheets } = must(await readRegisterAt(path, true));
  expect(sheets.map(({ name }) => name)).toEqual(['Purchases', 'Notes']);
  expect(spokenRefusal(await readRegisterAt(path, false))).toMatch(/^book\.xlsx: this is an IMS workbook/);
  writeFileSync(path, await story.imported());
  expect(spokenRefusal(await readRegisterAt(path, true))).toMatch(/^book\.xlsx: this is an IMS workbook/);
  rmSync(folder, { recursive: true, force: true });
});

describe('a file of what is remembered', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ims-memory-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const at = (name: string): string => join(folder, name);

  const memory: ClientMemory = { ...emptyMemory, layouts: { 'date gstin': { dayOrder: 'month-first' } } };

  test('is added to what the workbook remembers', () => {
    writeFileSync(at('client.json'), memoryText(memory, SUPPLIER));
    const before: ClientMemory = { ...emptyMemory, layouts: { 'net no': { signs: 'negative' } } };
    const { layouts } = must(withMemoryFile(before, { memory: at('client.json') }, SUPPLIER));
    expect(layouts).toEqual({ ...before.layouts, ...memory.layouts });
    expect(must(withMemoryFile(before, {}, SUPPLIER))).toBe(before);
  });

  test('of another client, or of something else, is refused', () => {
    writeFileSync(at('other.json'), memoryText(memory, OTHER));
    writeFileSync(at('notes.json'), '[]');
    const read = (name: string): string => spokenRefusal(withMemoryFile(emptyMemory, { memory: at(name) }, SUPPLIER));
    expect(read('other.json')).toMatch(/^other\.json: the memory is of GSTIN/);
    expect(read('notes.json')).toMatch(/^notes\.json: this is no memory/);
    expect(read('missing.json')).toMatch(/the file does not exist$/);
  });

  test('is written over only where it was read', () => {
    writeFileSync(at('kept.json'), memoryText(memory, SUPPLIER));
    const saveMemory = at('kept.json');
    expect(spokenRefusal(checkMemoryFiles({ saveMemory }))).toMatch(/the file exists already/);
    expect(spokenRefusal(checkMemoryFiles({ saveMemory, memory: at('other.json') }))).toMatch(/exists already/);
    expect(checkMemoryFiles({ saveMemory, memory: saveMemory })).toMatchObject({ ok: true });
    expect(checkMemoryFiles({ saveMemory: at('new.json') })).toMatchObject({ ok: true });
    expect(spokenRefusal(checkMemoryFiles({ saveMemory: at('none/new.json') }))).toMatch(/the folder does not exist$/);
  });
});
