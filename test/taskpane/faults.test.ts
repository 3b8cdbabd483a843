import type { Cell } from '../../src/core/kernel/cell';
import { STOPPED } from '../../src/taskpane/desk/outcome';
import { createSession, type Session } from '../../src/taskpane/desk/session';
import { sheetReaders } from '../../src/taskpane/desk/sheet-readers';
import type { Outcome } from '../../src/taskpane/pane-desk';
import { fixtureBytes } from '../support/desk';
import { connect, openExcel, type OpenExcel } from '../support/excel';
import { createExcelHost, type ExcelHost } from '../support/excel-host/excel-host';
import type { Format } from '../support/excel-host/model/format';
import { formatIdAt } from '../support/excel-host/model/grid';
import type { Sheet } from '../support/excel-host/model/sheet';
import { keepRegister } from '../support/kept-register';
import { doneOf, portalFile } from '../support/pane-session';

/** The session on the open workbook of the test host, through Microsoft's library. */
interface PaneInExcel extends OpenExcel {
  readonly session: Session;
}

interface Job {
  readonly name: string;
  /** the workbook that it begins in */
  readonly on: Promise<ExcelHost>;
  /** what the pane does there first */
  readonly before?: (pane: PaneInExcel) => Promise<unknown>;
  readonly run: (pane: PaneInExcel) => Promise<Outcome<unknown>>;
  /** of so many requests one fails, where there are many; 1 unless said */
  readonly every?: number;
}

/** The pane on a workbook of its own, which it has looked at. */
async function paneFor({ on, before }: Job): Promise<PaneInExcel> {
  const pane = paneIn(await connect((await on).copy()));
  doneOf(await pane.session.open());
  await before?.(pane);
  return pane;
}

/** `progress` throws where the user presses Cancel. */
function paneIn(excel: OpenExcel, progress: () => void = () => undefined): PaneInExcel {
  const session = createSession({
    workbook: excel.workbook,
    now: () => ({ today: '30-04-2026', time: '09:12' }),
    tell: () => undefined,
    progress,
    begin: () => undefined,
    readers: () => Promise.resolve(sheetReaders),
    pause: () => Promise.resolve(),
  });
  return { ...excel, session };
}

const open = (pane: PaneInExcel, file: string): Promise<Outcome<unknown>> =>
  pane.session.importFiles([portalFile(fixtureBytes(file))], '27ZZZCR1001K1Z0', false);

async function importedWith(status?: string): Promise<ExcelHost> {
  const pane = paneIn(await openExcel());
  doneOf(await open(pane, 'downloads/download.json'));
  if (status !== undefined) await typeStatus(pane, status);
  return pane.host;
}

async function importedBooks(): Promise<ExcelHost> {
  const excel = await connect((await imported).copy());
  await keepRegister(excel.workbook);
  return excel.host;
}

// Made once: every fault strikes a copy.
const empty = Promise.resolve(createExcelHost());
const imported = importedWith();
const withErrors = importedWith('Perhaps');
const withBooks = importedBooks();

/** The user pastes over the Status of one invoice. */
async function typeStatus(pane: PaneInExcel, status: string): Promise<void> {
  const { session, host } = pane;
  const row = rowOf(pane, 'SEZ-77');
  host.user.paste('B2B', `${statusLetter(pane)}${String(row + 1)}`, [[status]]);
  await session.happened({ kind: 'edited', sheet: 'B2B', span: { row, rows: 1 }, column: 0, columns: 30 });
}

const headings = ({ host }: PaneInExcel): readonly Cell[] => host.book.values('B2B', 'A6:AF6')[0] ?? [];

function statusLetter(pane: PaneInExcel): string {
  return String.fromCharCode(65 + headings(pane).indexOf('Status'));
}

function rowOf(pane: PaneInExcel, number: string): number {
  const at = headings(pane).indexOf('Document number');
  return pane.host.book.values('B2B').findIndex((row) => row[at] === number);
}

const rejectAll = async ({ session }: PaneInExcel): Promise<Outcome<unknown>> => {
  const ask = { answers: { status: 'Rejected' as const }, alsoDecided: true };
  const preview = await session.preview(ask, [{ row: 6, rows: 100 }], 'B2B');
  return preview.kind === 'done' ? session.decide(ask, preview.value) : preview;
};

const jobs: readonly Job[] = [
  { name: 'the first import', on: empty, run: (pane) => open(pane, 'downloads/download.json') },
  { name: 'a later import', on: withErrors, run: (pane) => open(pane, 'journeys/second-month/later.json') },
  { name: 'Validate All Sheets', on: withErrors, run: ({ session }) => session.validate(undefined) },
  { name: 'Validate Sheet', on: withErrors, run: ({ session }) => session.validate('B2B') },
  {
    name: 'the error file',
    on: imported,
    run: ({ session }) => session.openErrors(portalFile(fixtureBytes('errors/errors.json'), 'errors.json')),
  },
  {
    name: 'the comparison with the books',
    on: withBooks,
    every: 4,
    run: ({ session }) => session.startMatching(),
  },
  { name: 'the pre-flight', on: imported, run: ({ session }) => session.preFlight() },
  {
    name: 'one answer',
    on: imported,
    run: async (pane) => {
      const card = await pane.session.card({ sheet: 'B2B', row: rowOf(pane, 'SEZ-77') });
      if (card.kind !== 'done' || card.value === undefined) return card;
      const place = { sheet: 'B2B', row: rowOf(pane, 'SEZ-77'), id: card.value.id };
      return pane.session.answer(place, { status: 'Rejected' });
    },
  },
  { name: 'one answer for many rows', on: imported, run: rejectAll },
  {
    name: 'Undo',
    on: imported,
    before: async (pane) => doneOf(await rejectAll(pane)),
    run: ({ session }) => session.undo(),
  },
  {
    name: 'Undo of an edit with its mark',
    on: imported,
    before: (pane) => typeStatus(pane, 'Rejectd'),
    run: ({ session }) => session.undo(),
  },
  {
    name: 'the settings',
    on: imported,
    run: ({ session }) =>
      session.saveSettings({ filer: 'Quarterly, 22nd', filingDate: '20-05-2026', tolerance: 500, profile: 'standard' }),
  },
];

/** Everything that the workbook holds, and how its headings and first records look. */
function content({ host: { book } }: PaneInExcel): Record<string, unknown> {
  return {
    styles: book.state.styles.map(({ name, sheet }) => [name, JSON.stringify(formatAt(sheet, 0, 0))]),
    ...Object.fromEntries(
      book.state.sheets.map((sheet) => {
        const looks = [0, 4, 5, 6, 7].map((row) => [0, 2, 5, 6, 12].map((column) => formatAt(sheet, row, column)));
        return [sheet.name, { cells: trimmed(book.values(sheet.name)), looks: JSON.stringify(looks) }];
      }),
    ),
  };
}

function formatAt({ grid }: Sheet, row: number, column: number): Format {
  return grid.formats.at(formatIdAt(grid, row, column));
}

/** Without blanks at the ends: a cell that was written and cleared again is as good as one that never was. */
function trimmed(rows: readonly (readonly Cell[])[]): Cell[][] {
  const lines = rows.map((row) => upTo(row, (cell) => cell !== ''));
  return upTo(lines, (row) => row.length > 0);
}

function upTo<T>(all: readonly T[], isFilled: (one: T) => boolean): T[] {
  let end = all.length;
  while (end > 0 && !isFilled(all[end - 1] as T)) end -= 1;
  return all.slice(0, end);
}

/** How a request fails: before it began, in its middle, and done with its answer lost. */
const ways = [{}, { afterActions: 6 }, { afterActions: Infinity }];

it.each(jobs)('$name changes nothing when any one of its requests fails', async (job) => {
  const { run, every = 1 } = job;
  const clean = await paneFor(job);
  doneOf(await run(clean));
  const wanted = content(clean);
  let pane: PaneInExcel | undefined;
  let refused = 0;
  for (let at = 0; ; at += every) {
    pane ??= await paneFor(job);
    const former = content(pane);
    const requests = pane.host.log.length;
    // Requests of one kind follow each other, so that each kind meets each way.
    pane.host.fault({ code: 'GeneralException', at, ...ways[(at / every) % ways.length] });
    const outcome = await run(pane);
    const isHit = pane.host.log.length - requests > at;
    const now = content(pane);
    if (outcome.kind === 'done') {
      // What is only looked at after the work may fail without harm.
      expect({ at, now }).toEqual({ at, now: wanted });
      if (!isHit) break;
      pane = undefined;
      continue;
    }
    refused += 1;
    expect({ at, outcome }).toMatchObject({ outcome: { kind: 'refused', refusal: { id: 'excel-failed' } } });
    expect({ at, now }).toEqual({ at, now: former });
  }
  expect(refused).toBeGreaterThan(0);
});

it('the comparison with the books changes nothing wherever it is cancelled', async () => {
  let left = Infinity;
  const pane = paneIn(await connect((await withBooks).copy()), () => {
    if ((left -= 1) < 0) throw new Error(STOPPED);
  });
  doneOf(await pane.session.open());
  const former = content(pane);
  let stopped = 0;
  for (; ; stopped += 1) {
    left = stopped;
    const outcome = await pane.session.startMatching();
    if (outcome.kind === 'done') break;
    expect({ stopped, outcome, now: content(pane) }).toEqual({ stopped, outcome: { kind: 'stopped' }, now: former });
  }
  expect(stopped).toBeGreaterThan(10);
  expect(pane.host.book.sheetNames()).toContain('Reconciliation');
});

it('a later import writes into no row that moved since it was read', async () => {
  const pane = paneIn(await connect((await imported).copy()));
  let former: unknown;
  pane.host.fault({
    code: 'GeneralException',
    // The user deletes a row between our reading and our first writing; the request itself goes through.
    when: (body) => {
      if (former === undefined && body.includes('formulas')) {
        pane.host.user.deleteRows('B2B', 8);
        former = content(pane);
      }
      return false;
    },
  });
  const outcome = await open(pane, 'journeys/second-month/later.json');
  expect(outcome).toMatchObject({ kind: 'refused', refusal: { id: 'rows-moved', where: 'B2B' } });
  expect(content(pane)).toEqual(former);
});
