import type { RowWatcher, WrittenFormula } from '../cells/row-reader';
import { shiftFormula } from '../patch/shift-formula';
import type { TagReader } from '../patch/tag-reader';
import { damaged } from '../damaged';

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

/** Gathers looks, heights and formulas of all rows while they are read. */
export class RowScanner implements RowWatcher, ScannedRows {
  readonly patterns: (RowPattern | undefined)[] = [];
  readonly heights = new Map<number, number>();
  readonly hidden = new Set<number>();
  private readonly usualHeight: number;
  private readonly pool = new PatternPool();
  private readonly known = new Formulas();
  private row = -1;
  private rest = -1;

  constructor(usualHeight: number) {
    this.usualHeight = usualHeight;
  }

  get formulas(): ScannedRows['formulas'] {
    return this.known.all;
  }

  rowStarts(reader: TagReader, row: number): void {
    const height = Number(reader.attribute('ht') ?? Number.NaN);
    if (height >= 0 && (height !== this.usualHeight || reader.isOn('customHeight'))) this.heights.set(row, height);
    if (reader.isOn('hidden')) this.hidden.add(row);
    this.rest = reader.isOn('customFormat') ? Number(reader.attribute('s') ?? -1) : -1;
    this.row = row;
  }

  cell(column: number, style: number): void {
    this.pool.set(column, style);
  }

  formula(formula: WrittenFormula, row: number, column: number): void {
    this.known.add(formula, row, column);
  }

  rowEnds(): void {
    this.patterns[this.row] = this.pool.take(this.rest);
  }
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

  add({ text: own, shared: number, isTable }: WrittenFormula, row: number, column: number): void {
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
