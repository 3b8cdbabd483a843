import { columnLetters } from './language/address';
import type { HighlightPlan, ListPlan, SheetPlan } from './workbook';

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
}

export function createListRegister(): ListRegister {
  const lists: (readonly string[])[] = [];
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
  };
}
