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
 * column twice. Rows down to the headings lend no style to rows below: a record does not look like a heading. Of a band
 * that is done only what may be asked of it is kept.
 */
export class PastRows {
  private reader = new TagReader('');
  private readonly columnStyle: (column: number) => string | undefined;
  private readonly headings: number;
  private readonly asked: ReadonlySet<number>;
  private rows: number[] = [];
  private starts: number[] = [];
  private read = new Map<number, readonly StyledColumn[]>();
  private readonly known = new Map<number, Known>();
  private lastPattern: { readonly row: number; readonly cells: readonly StyledColumn[] } | undefined;
  private filled = -1;
  private lastOfBand = -1;

  /** `headings` is the row of the headings, or -1; `asked` are the columns that `styleFor` may be asked for */
  constructor(columnStyle: (column: number) => string | undefined, headings: number, asked: ReadonlySet<number>) {
    this.columnStyle = columnStyle;
    this.headings = headings;
    this.asked = asked;
  }

  /** the last of them, counted from 0; -1 where there is none */
  get last(): number {
    return this.rows.at(-1) ?? this.lastOfBand;
  }

  /** Begins a band of rows. */
  begin(text: string): void {
    this.reader = new TagReader(text);
  }

  add(row: number, start: number): void {
    this.rows.push(row);
    this.starts.push(start);
  }

  /** Lets go of the band. */
  end(): void {
    if (this.rows.length === 0) return;
    for (const column of this.asked) this.lowest(this.last, column);
    this.lastPattern = this.patternOfBand() ?? this.lastPattern;
    this.filled = Math.max(this.filled, this.filledOfBand());
    this.lastOfBand = this.last;
    this.rows = [];
    this.starts = [];
    this.read.clear();
    this.begin('');
  }

  /** Says that a row has a cell, so that it need not be searched for it. */
  note(row: number, cell: StyledColumn): void {
    this.known.set(cell.column, { row, cell });
  }

  /** Style for a cell that a row below them lacks: that of the nearest cell above, else that of the whole column. */
  styleFor(row: number, column: number): string | undefined {
    const cell = this.lowest(row, column);
    return cell === undefined ? this.columnStyle(column) : cell.style;
  }

  /** The styled cells of the last row that has cells: rows below it continue them. Bands are done then. */
  pattern(): StyledColumn[] {
    const { row, cells } = this.lastPattern ?? { row: -1, cells: [] };
    return row > this.headings ? cells.filter(({ style }) => style !== undefined) : [];
  }

  /** The last row with more than looks in it, counted from 0; -1 where there is none. Bands are done then. */
  lastFilled(): number {
    return this.filled;
  }

  /** The nearest cell of a column above a row. */
  private lowest(row: number, column: number): StyledColumn | undefined {
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
    return cell;
  }

  private patternOfBand(): PastRows['lastPattern'] {
    for (let index = this.rows.length - 1; index >= 0; index -= 1) {
      const cells = this.cells(index);
      if (cells.length > 0) return { row: this.rows[index] ?? -1, cells };
    }
    return undefined;
  }

  private filledOfBand(): number {
    const { text } = this.reader;
    let end = text.length;
    for (let index = this.rows.length - 1; index >= 0; index -= 1) {
      const start = this.starts[index] ?? 0;
      if (/<(?:[\w.-]+:)?(?:v|is|f)[\s>]/.test(text.slice(start, end))) return this.rows[index] ?? -1;
      end = start;
    }
    return -1;
  }

  private cells(index: number): readonly StyledColumn[] {
    let cells = this.read.get(index);
    if (cells === undefined) this.read.set(index, (cells = this.readCells(index)));
    return cells;
  }

  private readCells(index: number): StyledColumn[] {
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
