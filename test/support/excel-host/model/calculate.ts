import { evaluate, isCells, isError, single, type Cells, type Scope, type Value } from '../formula/evaluate';
import { type Area, contains, lastColumn, parseArea, splitSheet } from './area';
import { findSheet, type Book } from './book';
import { contentAt, storedRows, type Content } from './grid';
import type { Sheet } from './sheet';

interface Memory {
  changes: number;
  readonly results: Map<Sheet, Map<string, Value>>;
  readonly running: Set<string>;
}

const memories = new WeakMap<Book, Memory>();

function memoryOf(book: Book): Memory {
  const found = memories.get(book);
  if (found?.changes === book.changes) return found;
  const fresh: Memory = { changes: book.changes, results: new Map(), running: new Set() };
  memories.set(book, fresh);
  return fresh;
}

/** What a cell holds or its formula gives; undefined for a blank cell. */
export function valueAt(book: Book, sheet: Sheet, row: number, column: number): Value {
  return resultOf(book, sheet, contentAt(sheet.grid, row, column), row, column);
}

function resultOf(book: Book, sheet: Sheet, content: Content, row: number, column: number): Value {
  if (typeof content !== 'object') return content;
  const memory = memoryOf(book);
  const results = memory.results.get(sheet) ?? new Map<string, Value>();
  memory.results.set(sheet, results);
  const key = `${row},${column}`;
  if (results.has(key)) return results.get(key);
  // A cell that needs itself: Excel shows 0 and warns.
  if (memory.running.has(sheet.id + key)) return 0;
  memory.running.add(sheet.id + key);
  const value = formulaValue(book, sheet, content.formula, { row, column }) ?? 0;
  memory.running.delete(sheet.id + key);
  results.set(key, value);
  return value;
}

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The value of a formula as it stands at `place`, when it was written for `origin`. */
export function formulaValue(book: Book, sheet: Sheet, formula: string, place: Place, origin: Place = place): Value {
  const scope = scopeOf(book, sheet, place, origin);
  return single(evaluate(formula.replace(/^=/, ''), scope), scope);
}

function scopeOf(book: Book, sheet: Sheet, place: Place, origin: Place): Scope {
  return {
    ...place,
    down: place.row - origin.row,
    across: place.column - origin.column,
    cells: (name, area) => {
      const other = name === undefined ? sheet : findSheet(book, name);
      return other === undefined ? undefined : cellsIn(book, other, area);
    },
    name: (name) => [...sheet.names, ...book.names].find((candidate) => candidate.name.toUpperCase() === name)?.formula,
  };
}

function cellsIn(book: Book, sheet: Sheet, area: Area): Cells {
  return {
    sheet: sheet.name,
    area,
    at: (row, column) => (contains(area, row, column) ? valueAt(book, sheet, row, column) : undefined),
    *filled() {
      for (const [row, { cells }] of storedRows(sheet.grid, area))
        for (let column = area.column; column <= Math.min(lastColumn(area), cells.length - 1); column += 1) {
          const content = cells[column];
          if (content !== undefined) yield resultOf(book, sheet, content, row, column);
        }
    },
  };
}

/** All values that a list's formula gives, from the top; undefined where it gives no cells. */
export function listItems(book: Book, sheet: Sheet, formula: string, place: Place, origin: Place): Value[] | undefined {
  const result = evaluate(formula.replace(/^=/, ''), scopeOf(book, sheet, place, origin));
  return isCells(result) ? [...result.filled()] : isError(result) ? undefined : [result];
}

/** The block that a defined name or an address points at. */
export function targetOf(book: Book, formula: string, own: Sheet): { sheet: Sheet; area: Area } | undefined {
  const { sheet, rest } = splitSheet(formula.replace(/^=/, ''));
  const area = parseArea(rest);
  const found = sheet === undefined ? own : findSheet(book, sheet);
  return area === undefined || found === undefined ? undefined : { sheet: found, area };
}

export function holdsFormulas(sheet: Sheet): boolean {
  return sheet.grid.lines.some((line) => line?.cells.some((content) => typeof content === 'object') === true);
}
