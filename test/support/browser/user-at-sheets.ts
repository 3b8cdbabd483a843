import { columnLetters } from '../../../src/core/language/address';
import type { ExcelHost, Shown, TypeResult } from '../excel-host/excel-host';
import type { Typed } from '../excel-host/user';

/** Row of the headings, counted from 1. */
const HEADINGS = 6;

/** What a person does and sees in the sheets, in his own words: sheet, document number, heading. */
export interface UserAtSheets {
  /** such as `G9` */
  readonly addressOf: (sheet: string, number: string, heading: string) => string;
  readonly letterOf: (sheet: string, heading: string) => string;
  readonly rowOf: (sheet: string, number: string) => number;
  readonly cell: (sheet: string, number: string, heading: string) => string | number | boolean;
  readonly shown: (sheet: string, number: string, heading: string) => Shown;
  /** the cells under a heading, from the first record on */
  readonly column: (sheet: string, heading: string) => (string | number | boolean)[];
  readonly type: (sheet: string, number: string, heading: string, value: Typed) => TypeResult;
  readonly paste: (sheet: string, number: string, heading: string, value: Typed) => TypeResult;
  readonly select: (sheet: string, number: string, heading?: string) => void;
  /** hides the rows whose cell under the heading is another */
  readonly filter: (sheet: string, heading: string, keep: (cell: string) => boolean) => void;
  /** the cell to the right of a label on Home */
  readonly typeOnHome: (label: string, value: Typed) => TypeResult;
  /** `B2B!G9`: the sheet in front and what is selected there */
  readonly standsAt: () => string;
  /** everything that all sheets hold, to be compared with a later look */
  readonly everything: () => Record<string, unknown>;
}

export function userAtSheets({ book, user }: ExcelHost): UserAtSheets {
  const headings = (sheet: string): string[] => book.values(sheet, `A${HEADINGS}:AZ${HEADINGS}`)[0]!.map(String);
  const letterOf = (sheet: string, heading: string): string => {
    const at = headings(sheet).indexOf(heading);
    if (at < 0) throw new Error(`${sheet} has no heading ${heading}.`);
    return columnLetters(at);
  };
  const column = (sheet: string, heading: string): (string | number | boolean)[] => {
    const letter = letterOf(sheet, heading);
    const last = /\d+$/.exec(book.used(sheet) ?? 'A1')?.[0] ?? '1';
    return book.values(sheet, `${letter}${HEADINGS + 1}:${letter}${last}`).map(([cell]) => cell ?? '');
  };
  const rowOf = (sheet: string, number: string): number => {
    const at = column(sheet, 'Document number').indexOf(number);
    if (at < 0) throw new Error(`${sheet} has no document ${number}.`);
    return HEADINGS + 1 + at;
  };
  const addressOf = (sheet: string, number: string, heading: string): string =>
    `${letterOf(sheet, heading)}${rowOf(sheet, number)}`;
  return {
    addressOf,
    letterOf,
    rowOf,
    column,
    cell: (sheet, number, heading) => book.value(sheet, addressOf(sheet, number, heading)),
    shown: (sheet, number, heading) => book.shown(sheet, addressOf(sheet, number, heading)),
    type: (sheet, number, heading, value) => user.type(sheet, addressOf(sheet, number, heading), value),
    paste: (sheet, number, heading, value) => user.paste(sheet, addressOf(sheet, number, heading), [[value]]),
    select: (sheet, number, heading = 'Status') => {
      user.activate(sheet);
      user.select(sheet, addressOf(sheet, number, heading));
    },
    filter: (sheet, heading, keep) => {
      const cells = column(sheet, heading);
      user.filterRows(sheet, (row) => keep(String(cells[row - HEADINGS] ?? '')));
    },
    typeOnHome: (label, value) => {
      const rows = book.values('Home');
      const first = /^([A-Z]+)(\d+)/.exec(book.used('Home') ?? 'A1');
      const row = rows.findIndex((cells) => cells.includes(label));
      if (row < 0) throw new Error(`Home has no label ${label}.`);
      const across = rows[row]!.indexOf(label) + 1 + (first?.[1] ?? 'A').charCodeAt(0) - 65;
      return user.type('Home', `${columnLetters(across)}${row + Number(first?.[2] ?? 1)}`, value);
    },
    standsAt: () => {
      const { active } = book.state;
      const { selection, name } = active;
      const { row, column: across } = selection.at(-1)!;
      return `${name}!${columnLetters(across)}${row + 1}`;
    },
    everything: () => Object.fromEntries(book.sheetNames().map((name) => [name, book.values(name)])),
  };
}
