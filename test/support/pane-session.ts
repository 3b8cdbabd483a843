import type { Cell } from '../../src/core/kernel/cell';
import { createMemoryWorkbook, type MemoryWorkbook } from '../../src/hosts/memory/memory-workbook';
import { STOPPED } from '../../src/taskpane/desk/outcome';
import { createSession, type Session } from '../../src/taskpane/desk/session';
import { sheetReaders } from '../../src/taskpane/desk/sheet-readers';
import type { DeskNews, Outcome, PortalFile } from '../../src/taskpane/pane-desk';
import { fixtureBytes, headingRow } from './desk';

/** The work behind the pane on a workbook in memory, on 30-04-2026, with all it told. */
export interface PaneAtWork {
  readonly workbook: MemoryWorkbook;
  readonly session: Session;
  readonly told: DeskNews[];
  /** presses Cancel, which work that does not touch the workbook hears in its rests */
  readonly cancel: () => void;
  /** the newest of what was told */
  readonly news: () => DeskNews;
  /** when the last edit of the user has been followed */
  readonly settled: () => Promise<void>;
}

interface PaneParts {
  readonly workbook?: MemoryWorkbook;
  /** throws where the user presses Cancel */
  readonly pause?: () => Promise<void>;
}

export function paneAtWork({
  workbook = createMemoryWorkbook(),
  pause = () => Promise.resolve(),
}: PaneParts = {}): PaneAtWork {
  const told: DeskNews[] = [];
  let isCancelled = false;
  const session = createSession({
    workbook,
    now: () => ({ today: '30-04-2026', time: '09:12' }),
    tell: (news) => told.push(news),
    progress: () => undefined,
    begin: () => undefined,
    readers: () => Promise.resolve(sheetReaders),
    pause: () => (isCancelled ? Promise.reject(new Error(STOPPED)) : pause()),
  });
  let last: Promise<void> = Promise.resolve();
  workbook.listen((event) => {
    last = session.happened(event);
  });
  return {
    workbook,
    session,
    told,
    cancel: () => {
      isCancelled = true;
    },
    news: () => Object.assign({}, ...told) as DeskNews,
    settled: async () => {
      await last;
    },
  };
}

export function doneOf<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'done') throw new Error(`${outcome.kind}: ${JSON.stringify(outcome)}`);
  return outcome.value;
}

export function portalFile(content: unknown, name = 'download.json'): PortalFile {
  const bytes = content instanceof Uint8Array ? Buffer.from(content) : JSON.stringify(content);
  return { name, blob: new Blob([bytes]) };
}

export async function importedSample(pause?: () => Promise<void>): Promise<PaneAtWork> {
  const pane = paneAtWork(pause && { pause });
  doneOf(
    await pane.session.importFiles([portalFile(fixtureBytes('downloads/download.json'))], '27ZZZCR1001K1Z0', false),
  );
  return pane;
}

export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Where a document's cell under a heading is. */
export async function placeOf(
  { workbook }: PaneAtWork,
  sheet: string,
  number: string,
  heading: string,
): Promise<CellPlace> {
  const cells = (await workbook.read(sheet)) ?? [];
  const headings = cells[headingRow(cells)] ?? [];
  const row = cells.findIndex((line) => line[headings.indexOf('Document number')] === number);
  return { sheet, row, column: headings.indexOf(heading) };
}

export async function cellAt(pane: PaneAtWork, sheet: string, number: string, heading: string): Promise<Cell> {
  const { row, column } = await placeOf(pane, sheet, number, heading);
  return (await pane.workbook.read(sheet))?.[row]?.[column] ?? '';
}

/** A person types; everything that follows from it is done when this is. */
export async function typeInto(
  pane: PaneAtWork,
  sheet: string,
  number: string,
  heading: string,
  cell: Cell,
): Promise<void> {
  const { row, column } = await placeOf(pane, sheet, number, heading);
  pane.workbook.type(sheet, row, column, cell);
  await pane.settled();
}
