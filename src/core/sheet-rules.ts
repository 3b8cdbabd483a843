import type { Cell } from './kernel/cell';
import { columnAt, columnLetters } from './language/address';
import type { ColumnEdit, HighlightLook, HighlightPlan, ListPlan, SheetEdit, SheetPlan } from './workbook';

/** Last row of a worksheet: rules reach down to it, so that rows added later have them too. */
export const LAST_ROW = 1_048_576;

/** The hidden sheet that holds the items of the dropdown lists. */
export const LISTS_SHEET = 'IMS lists';

/** A worksheet rule: where it counts, in A1 form, and its formula as seen from the first cell, without `=`. */
export interface SheetRule {
  readonly range: string;
  readonly formula: string;
}

/** Which list a cell of the column offers. */
export function listRule(list: ListPlan, topRows: number, lists: ListRegister): SheetRule {
  const column = columnLetters(list.column);
  const first = String(topRows + 1);
  const flag = `$${columnLetters(list.flagColumn)}${first}="${list.flag}"`;
  return {
    range: `${column}${first}:${column}${String(LAST_ROW)}`,
    formula: `IF(${flag},${lists.range(list.whenFlagged)},${lists.range(list.otherwise)})`,
  };
}

/** Which cells of a sheet a conditional look belongs to. */
export function highlightRule(highlight: HighlightPlan, plan: SheetPlan): SheetRule {
  const first = String(plan.top.length + 1);
  const range = `A${first}:${columnLetters(plan.columns.length - 1)}${String(LAST_ROW)}`;
  switch (highlight.kind) {
    case 'marked': {
      const marks = `$${columnLetters(highlight.marksColumn)}${first}`;
      return {
        range,
        formula: `ISNUMBER(FIND("|${highlight.prefix}"&A$${String(plan.top.length)}&"|",${marks}))`,
      };
    }
    case 'row-begins': {
      const cell = `$${columnLetters(highlight.column)}${first}`;
      return { range, formula: `LEFT(${cell},${String(highlight.text.length)})="${highlight.text}"` };
    }
    case 'below': {
      const than = `<${highlight.equalToo ? '=' : ''}${String(highlight.limit)}`;
      return { range, formula: `AND(ISNUMBER(A${first}),A${first}${than})` };
    }
    case 'equals': {
      const letters = columnLetters(highlight.column);
      return {
        range: `${letters}${first}:${letters}${String(LAST_ROW)}`,
        formula: `$${letters}${first}="${highlight.text}"`,
      };
    }
  }
}

/** What a rule of ours stands for, and the first row of data that it tells of, counted from 0. */
export interface ReadRule<Plan> {
  readonly plan: Plan;
  readonly dataRow: number;
}

/** A list without its sentences, which stand beside the rule. */
export type ReadList = Pick<ListPlan, 'column' | 'flagColumn' | 'flag' | 'whenFlagged' | 'otherwise'>;

const ITEMS = `'${LISTS_SHEET}'!\\$?([A-Z]{1,3})\\$?(\\d{1,7})(?::\\$?[A-Z]{1,3}\\$?(\\d{1,7}))?`;
const LIST = new RegExp(`^IF\\(\\$([A-Z]{1,3})(\\d{1,7})="([^"]*)",${ITEMS},${ITEMS}\\)$`);

/**
 * The inverse of `listRule`, for a rule that may have moved with its cells; undefined for one that is not of this form.
 * `items` are the rows of the hidden sheet.
 */
export function readListRule(rule: SheetRule, items: readonly (readonly Cell[])[]): ReadRule<ReadList> | undefined {
  const found = LIST.exec(rule.formula);
  if (found === null) return undefined;
  const [, flagColumn = '', row = '', flag = '', ...places] = found;
  const first = firstCells(rule.range).find((cell) => cell.row === Number(row));
  if (first === undefined) return undefined;
  const itemsAt = ([letters = '', from = '', to = from]: string[]): string[] =>
    items
      .slice(Number(from) - 1, Number(to))
      .map((line) => String(line[columnOf(letters)] ?? ''))
      .filter((item) => item !== '');
  return {
    plan: {
      column: first.column,
      flagColumn: columnOf(flagColumn),
      flag,
      whenFlagged: itemsAt(places.slice(0, 3)),
      otherwise: itemsAt(places.slice(3)),
    },
    dataRow: Number(row) - 1,
  };
}

/** `row` stands below the headings, `first` is the column that the range begins with. */
interface HighlightForm {
  readonly pattern: RegExp;
  readonly read: (found: Record<string, string>) => Unlooked<HighlightPlan> | undefined;
}
type Unlooked<Plan> = Plan extends unknown ? Omit<Plan, 'look'> : never;

const highlightForms: readonly HighlightForm[] = [
  {
    pattern:
      /^ISNUMBER\(FIND\("\|(?<prefix>[^"|]*)"&(?<first>[A-Z]{1,3})\$(?<heading>\d{1,7})&"\|",\$(?<column>[A-Z]{1,3})(?<row>\d{1,7})\)\)$/,
    read: ({ prefix = '', column }) => ({ kind: 'marked', prefix, marksColumn: columnOf(column) }),
  },
  {
    pattern: /^LEFT\(\$(?<column>[A-Z]{1,3})(?<row>\d{1,7}),(?<length>\d{1,3})\)="(?<text>[^"]*)"$/,
    read: ({ column, length, text = '' }) =>
      text.length === Number(length) ? { kind: 'row-begins', column: columnOf(column), text } : undefined,
  },
  {
    pattern:
      /^AND\(ISNUMBER\((?<first>[A-Z]{1,3})(?<row>\d{1,7})\),\k<first>\k<row><(?<equal>=?)(?<limit>-?\d+(?:\.\d+)?)\)$/,
    read: ({ equal, limit }) => ({ kind: 'below', limit: Number(limit), equalToo: equal === '=' }),
  },
  {
    pattern: /^\$(?<first>[A-Z]{1,3})(?<row>\d{1,7})="(?<text>[^"]*)"$/,
    read: ({ first, text = '' }) => ({ kind: 'equals', column: columnOf(first), text }),
  },
];

/** The inverse of `highlightRule`, as `readListRule`. The look stands beside the rule. */
export function readHighlightRule(rule: SheetRule, look: HighlightLook): ReadRule<HighlightPlan> | undefined {
  for (const { pattern, read } of highlightForms) {
    const found = pattern.exec(rule.formula)?.groups;
    if (found === undefined) continue;
    const { row = '', first, heading } = found;
    const isInPlace = firstCells(rule.range).some(
      (cell) => cell.row === Number(row) && (first === undefined || cell.column === columnOf(first)),
    );
    const plan = isInPlace ? read(found) : undefined;
    return plan && { plan: { ...plan, look }, dataRow: heading === undefined ? Number(row) - 1 : Number(heading) };
  }
  return undefined;
}

/** The first cells of the ranges that a rule counts in; Excel splits a range when rows are put between. Rows are counted from 1. */
function firstCells(ranges: string): { column: number; row: number }[] {
  return ranges.split(' ').flatMap((range) => {
    const cell = /^\$?([A-Z]{1,3})\$?(\d{1,7})/.exec(range);
    return cell === null ? [] : [{ column: columnOf(cell[1]), row: Number(cell[2]) }];
  });
}

function columnOf(letters = ''): number {
  return columnAt(letters, 0, letters.length);
}

/** Headings and data of a sheet, which its autofilter covers; one empty row where there is no data. */
export function filterRange(plan: SheetPlan): string {
  const last = plan.top.length + Math.max(plan.rows.length, 1);
  return `A${String(plan.top.length)}:${columnLetters(plan.columns.length - 1)}${String(last)}`;
}

/** The lists that dropdowns offer, each once, as columns of the hidden sheet. */
export interface ListRegister {
  /** where the items of a list stand */
  range(items: readonly string[]): string;
  /** the rows of the hidden sheet; none where no list was asked for */
  rows(): string[][];
  /** what the hidden sheet of the workbook lacks; undefined where nothing */
  missing(): SheetEdit | undefined;
}

/** `there` are the rows of the hidden sheet that the workbook has already: its lists are used, and new ones come beside them. */
export function createListRegister(there?: readonly (readonly Cell[])[]): ListRegister {
  const lists = there === undefined ? [] : listsIn(there);
  const known = lists.length;
  return {
    range: (items) => {
      const own = items.length === 0 ? [''] : items;
      let index = lists.findIndex((list) => list.join('\u0001') === own.join('\u0001'));
      if (index < 0) index = lists.push(own) - 1;
      const letters = `$${columnLetters(index)}`;
      return `'${LISTS_SHEET}'!${letters}$1:${letters}$${String(own.length)}`;
    },
    rows: () => {
      const height = Math.max(0, ...lists.map((list) => list.length));
      return Array.from({ length: height }, (_, row) => lists.map((list) => list[row] ?? ''));
    },
    missing: () => {
      const columns = lists.slice(known).map((list, index): ColumnEdit => ({
        column: known + index,
        values: new Map(list.map((item, row) => [row, item])),
      }));
      return columns.length === 0 ? undefined : { sheet: LISTS_SHEET, columns };
    },
  };
}

/** The columns of the hidden sheet; a list without items is one blank cell. */
function listsIn(rows: readonly (readonly Cell[])[]): (readonly string[])[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const lists = Array.from({ length: width }, (_, column) => {
    const items = rows.map((row) => String(row[column] ?? ''));
    while (items.length > 1 && items.at(-1) === '') items.pop();
    return items;
  });
  // Nobody sees where a list without items stands when it is the last.
  return lists.some((list) => list.join('') === '') ? lists : [...lists, ['']];
}

/** On how large a paper a sheet can be read when all of its columns stand on one page, in characters. */
const A4_HOLDS = 300;

export function paperOf({ columns }: Pick<SheetPlan, 'columns'>): 'a3' | 'a4' {
  const width = columns.reduce((sum, column) => (column.hidden === true ? sum : sum + column.width), 0);
  return width > A4_HOLDS ? 'a3' : 'a4';
}
