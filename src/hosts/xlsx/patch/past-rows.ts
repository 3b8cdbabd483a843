import { columnAt } from '../../../core/language/address';
import { TagReader } from './tag-reader';

export interface StyledColumn {
  readonly column: number;
  readonly style: string | undefined;
}

/** What is known of a column: the style of its lowest cell above `row`, `row` included. */
interface Known {
  readonly row: number;
  readonly cell: StyledColumn | undefined;
}

/**
 * The rows of the sheet that were passed already, looked into only when a cell is missing. No row is searched for a
 * column twice. Rows down to the headings lend no style to rows below: a record does not look like a heading.
 */
export class PastRows {
  private readonly reader: TagReader;
  private readonly columnStyle: (column: number) => string | undefined;
  private readonly headings: number;
  private readonly rows: number[] = [];
  private readonly starts: number[] = [];
  private readonly known = new Map<number, Known>();

  /** `headings` is the row of the headings, or -1 */
  constructor(text: string, columnStyle: (column: number) => string | undefined, headings: number) {
    this.reader = new TagReader(text);
    this.columnStyle = columnStyle;
    this.headings = headings;
  }

  /** the last of them, counted from 0; -1 where there is none */
  get last(): number {
    return this.rows.at(-1) ?? -1;
  }

  add(row: number, start: number): void {
    this.rows.push(row);
    this.starts.push(start);
  }

  /** Says that a row has a cell, so that it need not be searched for it. */
  note(row: number, cell: StyledColumn): void {
    this.known.set(cell.column, { row, cell });
  }

  /** Style for a cell that a row below them lacks: that of the nearest cell above, else that of the whole column. */
  styleFor(row: number, column: number): string | undefined {
    const floor = row > this.headings ? this.headings : -1;
    const known = this.known.get(column);
    const until = Math.max(known?.row ?? -1, floor);
    let cell = known !== undefined && known.row > floor ? known.cell : undefined;
    for (let index = this.rows.length - 1; (this.rows[index] ?? -1) > until; index -= 1) {
      const above = this.cells(index).find((each) => each.column === column);
      if (above === undefined) continue;
      cell = above;
      break;
    }
    this.known.set(column, { row, cell });
    return cell === undefined ? this.columnStyle(column) : cell.style;
  }

  /** The styled cells of the last row that has cells: rows below it continue them. */
  pattern(): StyledColumn[] {
    for (let index = this.rows.length - 1; (this.rows[index] ?? -1) > this.headings; index -= 1) {
      const cells = this.cells(index);
      if (cells.length > 0) return cells.filter(({ style }) => style !== undefined);
    }
    return [];
  }

  /** The last row with more than looks in it, counted from 0; -1 where there is none. `end` is where they all end. */
  lastFilled(end: number): number {
    for (let index = this.rows.length - 1; index >= 0; index -= 1) {
      const start = this.starts[index] ?? 0;
      if (/<(?:[\w.-]+:)?(?:v|is|f)[\s>]/.test(this.reader.text.slice(start, end))) return this.rows[index] ?? -1;
      end = start;
    }
    return -1;
  }

  private cells(index: number): StyledColumn[] {
    const { reader } = this;
    const cells: StyledColumn[] = [];
    reader.moveTo(this.starts[index] ?? 0);
    reader.next();
    if (reader.kind === 'empty') return cells;
    while (reader.next()) {
      if (reader.is('c')) {
        const column = (cells.at(-1)?.column ?? -1) + 1;
        const place = reader.find('r') ? columnAt(reader.text, reader.from, reader.to) : column;
        cells.push({ column: place, style: reader.attribute('s') });
      }
      reader.skip();
    }
    return cells;
  }
}
