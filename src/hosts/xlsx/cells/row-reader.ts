import { BLANK, type Cell } from '../../../core/kernel/cell';
import { columnAt } from '../../../core/language/address';
import { COLUMNS, ROWS } from '../patch/address';
import { TagReader } from '../patch/tag-reader';
import { unescapeXml } from '../patch/xml-text';
import { damaged } from '../damaged';
import type { ValueOf } from './cell-values';
import { readText } from './read-texts';

/** A formula as it is written; those that share one name it by number, and only the first has the text. */
export interface WrittenFormula {
  readonly text: string;
  readonly shared: string | undefined;
  readonly isTable: boolean;
}

/** Who wants to know more of the rows than their values. */
export interface RowWatcher {
  /** the reader stands at the start tag of the row */
  rowStarts(reader: TagReader, row: number): void;
  cell(column: number, style: number): void;
  formula(formula: WrittenFormula, row: number, column: number): void;
  rowEnds(): void;
}

/** A row that has cells; `width` counts them with the blank ones. */
export interface ReadRow {
  readonly row: number;
  readonly width: number;
  /** none where nobody wants them */
  readonly cells: Cell[];
}

/** Whether the cells of a row are wanted, or only what the watcher hears. */
export type IsWanted = (row: number) => boolean;

/** Reads the rows of a worksheet, band by band. */
export class RowReader {
  private reader = new TagReader('');
  private readonly valueOf: ValueOf;
  private readonly watcher: RowWatcher | undefined;
  private readonly isWanted: IsWanted;
  private row = -1;
  private isRead = true;
  private line: Cell[] = [];
  private width = 0;

  constructor(valueOf: ValueOf, watcher?: RowWatcher, isWanted: IsWanted = () => true) {
    this.valueOf = valueOf;
    this.watcher = watcher;
    this.isWanted = isWanted;
  }

  /** The rows of a band of whole rows. */
  read(band: string): ReadRow[] {
    const { watcher } = this;
    const reader = (this.reader = new TagReader(band));
    const rows: ReadRow[] = [];
    while (reader.nextOfPiece()) {
      if (!reader.is('row')) {
        reader.skip();
        continue;
      }
      const here = reader.find('r') ? Number(reader.text.slice(reader.from, reader.to)) - 1 : this.row + 1;
      if (!(here > this.row && here < ROWS)) throw damaged('the rows of a sheet are out of order');
      this.row = here;
      this.isRead = this.isWanted(here);
      watcher?.rowStarts(reader, here);
      this.readCells();
      watcher?.rowEnds();
      const { width } = this;
      // The array that is filled is larger than the row.
      if (width > 0) rows.push({ row: here, width, cells: this.isRead ? this.line.slice(0, width) : [] });
    }
    return rows;
  }

  private readCells(): void {
    const { reader } = this;
    this.width = 0;
    if (reader.kind !== 'open') return;
    for (let column = 0; reader.next(); column += 1) {
      if (!reader.is('c')) {
        reader.skip();
        column -= 1;
        continue;
      }
      if (reader.find('r')) {
        const place = columnAt(reader.text, reader.from, reader.to);
        if (place < column || place >= COLUMNS) throw damaged(`the cells of row ${this.row + 1} are out of order`);
        column = place;
      }
      while (this.width < column) this.line[this.width++] = BLANK;
      this.line[column] = this.readCell(column);
      this.width = column + 1;
    }
  }

  /** The cell whose start tag is read, to its end. */
  private readCell(column: number): Cell {
    const { reader } = this;
    const { text, end, kind } = reader;
    const style = reader.find('s') ? numberAt(text, reader.from, reader.to) : 0;
    this.watcher?.cell(column, style);
    if (kind === 'empty') return BLANK;
    const type = reader.attribute('t') ?? '';
    if (text.startsWith('<v>', end)) {
      const from = end + '<v>'.length;
      const to = text.indexOf('<', from);
      if (text.startsWith(PLAIN_END, to)) {
        reader.passTo(to + PLAIN_END.length);
        if (!this.isRead) return BLANK;
        const value = unescapeXml(text.slice(from, to));
        return this.valueOf({ type, style, value, inline: '', hasFormula: false });
      }
    }
    let [value, inline] = ['', ''];
    let hasFormula = false;
    while (reader.next()) {
      if (reader.is('f')) hasFormula = this.readFormula(column);
      else if (!this.isRead) reader.skip();
      else if (reader.is('v')) value = reader.content();
      else if (reader.is('is')) inline = readText(reader);
      else reader.skip();
    }
    return this.isRead ? this.valueOf({ type, style, value, inline, hasFormula }) : BLANK;
  }

  private readFormula(column: number): boolean {
    const { reader } = this;
    const kind = reader.attribute('t');
    const shared = kind === 'shared' ? reader.attribute('si') : undefined;
    const text = reader.content();
    this.watcher?.formula({ text, shared, isTable: kind === 'dataTable' }, this.row, column);
    return text !== '' || shared !== undefined;
  }
}

/** How most cells end. */
const PLAIN_END = '</v></c>';

function numberAt(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) number = number * 10 + text.charCodeAt(at) - 48;
  return number;
}
