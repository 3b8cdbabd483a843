import { isBlank, textOf, type Cell } from '../kernel/cell';
import { isGstin, normaliseGstin } from '../kernel/gstin';
import { done, refuse, type Result } from '../kernel/result';
import { columnLetters } from '../language/address';
import type { RecordType } from '../language/record';
import type { ColumnName } from '../language/row';
import type { Ledger } from '../engine/ledger';
import { records as recordTypes } from '../records/index';
import { STORE_SHEET } from '../engine/store';
import { BOOKS_SHEET } from '../reconcile/kept';
import type { Settings } from '../language/settings';
import { besideLabel } from './beside-label';
import type { Desk } from './desk';
import { RECONCILIATION, sheetName, shownColumns, toolHeadings, visibleToolColumns, type ToolColumn } from './headings';
import { HOME, homeLabels } from './home-labels';
import { firstMissing, refuseMissing } from './missing-sheet';
import { readSettings } from './settings';

/** One record sheet as it stands, with its columns found by their headings. */
export interface BookSheet {
  readonly type: RecordType;
  readonly name: string;
  readonly cells: Cell[][];
  /** row of the headings, from 0 */
  readonly headingRow: number;
  readonly columns: ReadonlyMap<ColumnName, number>;
  readonly tools: ReadonlyMap<ToolColumn, number>;
}

export interface Book {
  readonly ledger: Ledger;
  readonly sheets: readonly BookSheet[];
  readonly home: Cell[][];
  /** GSTIN on Home, else the download's; blank where neither has one */
  readonly gstin: string;
  /** what the user calls the recipient on Home; blank where he does not */
  readonly name: string;
  readonly settings: Settings;
  /** it keeps a purchase register */
  readonly hasBooks: boolean;
  /** it has the sheet that sums up a comparison */
  readonly isCompared: boolean;
}

/** Opens a workbook of ours: record store, Home and every record sheet. Refuses what is missing by its name. */
export async function openBook(desk: Desk): Promise<Result<Book>> {
  const names = await desk.workbook.sheetNames();
  const missing = names.includes(STORE_SHEET) ? firstMissing(names) : undefined;
  // Before anything large is read: whoever follows the user asks again until the sheet is back.
  if (missing !== undefined) return refuseMissing(desk, missing);
  const ledger = await openStore(desk, names);
  if (!ledger.ok) return ledger;
  const home = await openHome(desk, ledger.value);
  if (!home.ok) return home;
  const sheets: BookSheet[] = [];
  for (const type of recordTypes) {
    for (let part = 0; part === 0 || names.includes(sheetName(type, part)); part += 1) {
      const sheet = await openSheet(desk, type, sheetName(type, part));
      if (!sheet.ok) return sheet;
      sheets.push(sheet.value);
    }
  }
  const hasBooks = names.includes(BOOKS_SHEET);
  return done({
    ledger: ledger.value,
    sheets,
    ...home.value,
    hasBooks,
    isCompared: hasBooks && names.includes(RECONCILIATION),
  });
}

/** What stands on Home. */
export async function openHome(
  desk: Desk,
  ledger: Ledger,
): Promise<Result<Pick<Book, 'home' | 'gstin' | 'name' | 'settings'>>> {
  const home = await desk.workbook.read(HOME);
  if (home === undefined) return refuseMissing(desk, HOME);
  const settings = readSettings(home, desk.name);
  if (!settings.ok) return settings;
  const typed = homeGstin(home);
  const name = textOf(besideLabel(home, homeLabels.name)?.cell ?? '');
  return done({ home, gstin: typed === '' ? ledger.gstin : typed, name, settings: settings.value });
}

async function openStore(desk: Desk, names: readonly string[]): Promise<Result<Ledger>> {
  const rows = names.includes(STORE_SHEET) ? await desk.workbook.read(STORE_SHEET) : undefined;
  if (rows === undefined) return refuse('store-missing', desk.name, { sheet: STORE_SHEET });
  const ledger = await desk.store.unpack(rows.map((row) => String(row[0] ?? '')));
  return ledger.ok ? ledger : { ok: false, refusal: { ...ledger.refusal, where: desk.name } };
}

/** Headings are looked for in the first rows, since users put rows on top. */
const HEADING_SEARCH = 40;

/** Opens one record sheet; its columns are found by their headings. */
export async function openSheet(desk: Desk, type: RecordType, name: string): Promise<Result<BookSheet>> {
  const cells = await desk.workbook.read(name);
  if (cells === undefined) return refuseMissing(desk, name);
  const wanted = shownColumns(type).map(({ name: column, column: { label } }) => [column, label] as const);
  const headingRow = findHeadingRow(
    cells,
    wanted.map(([, label]) => label),
  );
  const headings = (cells[headingRow] ?? []).map((cell) => textOf(cell));
  const columns = new Map<ColumnName, number>();
  for (const [column, label] of wanted) {
    const at = findHeading(headings, label, name, desk.name);
    if (!at.ok) return at;
    columns.set(column, at.value);
  }
  const tools = new Map<ToolColumn, number>();
  for (const [tool, label] of Object.entries(toolHeadings) as [ToolColumn, string][]) {
    const needed = tool !== 'changes' && visibleToolColumns.includes(tool as never);
    if (!needed && !headings.includes(label)) continue;
    const at = findHeading(headings, label, name, desk.name);
    if (!at.ok) return at;
    tools.set(tool, at.value);
  }
  return done({ type, name, cells, headingRow, columns, tools });
}

function findHeadingRow(cells: readonly (readonly Cell[])[], labels: readonly string[]): number {
  const wanted = new Set(labels);
  let [best, bestCount] = [0, 0];
  for (let row = 0; row < Math.min(cells.length, HEADING_SEARCH); row += 1) {
    const count = (cells[row] ?? []).filter((cell) => typeof cell === 'string' && wanted.has(textOf(cell))).length;
    if (count > bestCount) [best, bestCount] = [row, count];
  }
  return best;
}

function findHeading(headings: readonly string[], label: string, sheet: string, where: string): Result<number> {
  const first = headings.indexOf(label);
  if (first < 0) return refuse('heading-missing', where, { heading: label, sheet });
  const second = headings.indexOf(label, first + 1);
  if (second >= 0)
    return refuse('heading-twice', where, {
      heading: label,
      sheet,
      first: columnLetters(first),
      second: columnLetters(second),
    });
  return done(first);
}

function homeGstin(home: readonly (readonly Cell[])[]): string {
  const found = besideLabel(home, homeLabels.gstin);
  return found === undefined || isBlank(found.cell) ? '' : normaliseGstin(textOf(found.cell));
}

/** The recipient's GSTIN, or why it cannot be one; `id` says what to do then. */
export function checkGstin(
  text: string,
  where: string,
  id: 'gstin-wrong' | 'gstin-on-home-wrong' = 'gstin-wrong',
): Result<string> {
  const gstin = normaliseGstin(text);
  if (gstin.length !== 15)
    return refuse(id, where, { gstin, fault: `it has ${String(gstin.length)} characters instead of 15` });
  return isGstin(gstin) ? done(gstin) : refuse(id, where, { gstin, fault: 'its check digit is not right' });
}
