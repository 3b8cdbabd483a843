import { columnAt } from '../../../core/language/address';
import { COLUMNS, ROWS } from '../patch/address';
import { shiftFormula } from '../patch/shift-formula';
import type { TagReader } from '../patch/tag-reader';
import { unescapeXml } from '../patch/xml-text';
import { damaged } from '../zip';

/** Which cells a row has, and their styles. Rows that are alike share one, as most of a long sheet are. */
export interface RowPattern {
  /** style by column; -1 where the row has no cell */
  readonly styles: Int32Array;
  /** style of the cells that the row does not have; -1 where the column says it */
  readonly rest: number;
}

export interface ScannedRows {
  /** by row; undefined where the file has no row */
  readonly patterns: readonly (RowPattern | undefined)[];
  /** in points, where it is not the usual one */
  readonly heights: ReadonlyMap<number, number>;
  readonly hidden: ReadonlySet<number>;
  /** `row,column` to formula */
  readonly formulas: ReadonlyMap<string, string>;
}

/** Reads looks, heights and formulas of all rows, the reader standing at the start tag of `sheetData`. Values are the codec's. */
export function scanRows(reader: TagReader, usualHeight: number): ScannedRows {
  const patterns: (RowPattern | undefined)[] = [];
  const heights = new Map<number, number>();
  const hidden = new Set<number>();
  const pool = new PatternPool();
  const formulas = new Formulas();
  const isEmpty = reader.kind === 'empty';
  let row = -1;
  while (!isEmpty && reader.next()) {
    if (!reader.is('row')) {
      reader.skip();
      continue;
    }
    const here = reader.find('r') ? Number(reader.text.slice(reader.from, reader.to)) - 1 : row + 1;
    if (!(here > row && here < ROWS)) throw damaged('the rows of a sheet are out of order');
    row = here;
    const height = Number(reader.attribute('ht') ?? Number.NaN);
    if (height >= 0 && (height !== usualHeight || reader.isOn('customHeight'))) heights.set(row, height);
    if (reader.isOn('hidden')) hidden.add(row);
    const rest = reader.isOn('customFormat') ? Number(reader.attribute('s') ?? -1) : -1;
    scanCells(reader, row, pool, formulas);
    patterns[row] = pool.take(rest);
  }
  return { patterns, heights, hidden, formulas: formulas.all };
}

function scanCells(reader: TagReader, row: number, pool: PatternPool, formulas: Formulas): void {
  if (reader.kind !== 'open') return;
  for (let column = 0; reader.next(); column += 1) {
    if (!reader.is('c')) {
      reader.skip();
      column -= 1;
      continue;
    }
    if (reader.find('r')) {
      const place = columnAt(reader.text, reader.from, reader.to);
      if (place < column || place >= COLUMNS) throw damaged(`the cells of row ${row + 1} are out of order`);
      column = place;
    }
    pool.set(column, reader.find('s') ? numberAt(reader.text, reader.from, reader.to) : 0);
    formulas.scan(reader, row, column);
  }
}

function numberAt(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) number = number * 10 + text.charCodeAt(at) - 48;
  return number;
}

/** Gathers the styles of one row after the other, and gives the same pattern for the same styles. */
class PatternPool {
  private readonly known = new Map<string, RowPattern>();
  private last: RowPattern = { styles: new Int32Array(), rest: -1 };
  private row = new Int32Array(64).fill(-1);
  private width = 0;

  set(column: number, style: number): void {
    if (column >= this.row.length) {
      const wider = new Int32Array(Math.max(column + 1, this.row.length * 2)).fill(-1);
      wider.set(this.row);
      this.row = wider;
    }
    this.row[column] = style;
    this.width = column + 1;
  }

  /** The pattern of the cells set since the last time. */
  take(rest: number): RowPattern {
    if (!this.isLast(rest)) {
      const styles = this.row.slice(0, this.width);
      const key = `${String(rest)};${styles.join()}`;
      this.last = this.known.get(key) ?? { styles, rest };
      this.known.set(key, this.last);
    }
    this.row.fill(-1, 0, this.width);
    this.width = 0;
    return this.last;
  }

  private isLast(rest: number): boolean {
    const { styles, rest: lastRest } = this.last;
    if (rest !== lastRest || styles.length !== this.width) return false;
    for (let column = 0; column < this.width; column += 1) if (styles[column] !== this.row[column]) return false;
    return true;
  }
}

/** A formula that is shared by a million cells takes no room in a file, but in full it would. */
const LONGEST = 50_000_000;

/** Formulas in full: those that share one are told as Excel would fill it. */
class Formulas {
  readonly all = new Map<string, string>();
  private length = 0;
  private readonly shared = new Map<string, { row: number; column: number; text: string }>();

  /** Reads the cell whose start tag is read to its end. */
  scan(reader: TagReader, row: number, column: number): void {
    if (reader.kind !== 'open') return;
    const cell = reader.name;
    if (reader.next() && reader.is('f')) this.add(reader, row, column);
    reader.skip();
    if (reader.name !== cell) reader.leave(cell);
  }

  private add(reader: TagReader, row: number, column: number): void {
    const number = reader.attribute('t') === 'shared' ? reader.attribute('si') : undefined;
    const isTable = reader.attribute('t') === 'dataTable';
    const { end, kind } = reader;
    reader.skip();
    const own = kind === 'open' ? unescapeXml(reader.text.slice(end, reader.start)) : '';
    const head = number === undefined ? undefined : this.shared.get(number);
    const text = own === '' && head !== undefined ? shiftFormula(head.text, row - head.row, column - head.column) : own;
    if (number !== undefined && own !== '') this.shared.set(number, { row, column, text });
    if (text === '' || isTable) return;
    this.length += text.length;
    if (this.length > LONGEST)
      throw damaged(`its formulas are longer than ${String(LONGEST / 1e6)} million characters`);
    this.all.set(`${String(row)},${String(column)}`, text);
  }
}
