import { textOf } from '../kernel/cell';
import { refuse, type Result } from '../kernel/result';
import { note as sentence } from '../kernel/sentences';
import { records as recordTypes } from '../records/index';
import { STORE_SHEET } from '../engine/store';
import type { Desk } from './desk';
import { sheetName } from './headings';
import { HOME } from './home-labels';

/** Sheets that every workbook of ours has, with what their titles begin with. */
const titles: ReadonlyMap<string, string> = new Map([
  [HOME, sentence('home-title')],
  ...recordTypes.map((type) => [sheetName(type, 0), `${type.sheet} · `] as const),
]);

/** A title is looked for in the first rows, since users put rows on top. */
const TITLE_SEARCH = { row: 0, rows: 10 };

export function firstMissing(names: readonly string[]): string | undefined {
  return [...titles.keys()].find((name) => !names.includes(name));
}

/** Says that a sheet is not there. Where another one has its title, it was renamed, and then its name of now is said. */
export async function refuseMissing(desk: Desk, sheet: string): Promise<Result<never>> {
  const title = titles.get(sheet);
  const names = title === undefined ? [] : await desk.workbook.sheetNames();
  for (const name of names.filter((other) => !isOurs(other))) {
    const top = (await desk.workbook.read(name, TITLE_SEARCH)) ?? [];
    const isIt = top.some((cells) => cells.some((cell) => textOf(cell).startsWith(title ?? '')));
    if (isIt) return refuse('sheet-renamed', desk.name, { sheet, found: name });
  }
  return refuse('sheet-missing', desk.name, { sheet });
}

/** Whether a sheet of a workbook is one of ours, and not the user's own. */
export function isSheetOfOurs(name: string, names: readonly string[]): boolean {
  return names.includes(STORE_SHEET) && isOurs(name);
}

/** Also further sheets of a type, `B2B (2)`, which have the title of the first. */
function isOurs(name: string): boolean {
  return name === STORE_SHEET || titles.has(name.replace(/ \(\d+\)$/, ''));
}
