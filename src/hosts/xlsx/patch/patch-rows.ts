import { ROWS } from './address';
import { damaged } from '../damaged';
import { type SheetPiece } from './cut-sheet';
import { type EditedCells, type LayoutEdit, type PatchEdit } from './edited-cells';
import { LostHeads } from './formulas';
import { isWritten, type OpenSheet, patchRow } from './patch-row';
import { PastRows, type StyledColumn } from './past-rows';
import { type SharedStrings } from './shared-strings';
import { type SheetOutline } from './sheet-outline';
import { Splice } from './splice';
import { TagReader } from './tag-reader';
import { writeRow } from './write-cell';

/** Characters of new rows that are put out at a time. */
const BLOCK = 1 << 18;

const NO_HIDING: LayoutEdit['hidden'] = new Map();

/** What is told of all rows once they are passed. */
export interface PatchedRows {
  readonly isChanged: boolean;
  readonly formulaLost: boolean;
  /** last row that had more than looks in it before; -1 where there is none */
  readonly lastFilled: number;
}

/** Puts out the rows of a worksheet with the edit in them, band by band. */
export async function* patchRows(
  pieces: AsyncIterable<SheetPiece>,
  { columnStyle, autoFilter, cells }: SheetOutline,
  { keepFormulas = false, replaceAll = false, layout }: PatchEdit,
  edited: EditedCells,
  shared: SharedStrings | undefined,
): AsyncGenerator<string, PatchedRows> {
  const headings = replaceAll ? -1 : (autoFilter?.range.top ?? -1);
  const sheet: OpenSheet = {
    reader: new TagReader(''),
    out: new Splice(''),
    past: new PastRows(columnStyle, headings, edited.columns),
    keepFormulas,
    shared,
    lostHeads: new LostHeads(),
    formulaLost: false,
  };
  const wanted = new WantedRows(sheet, edited, cells.prefix, layout?.hidden ?? NO_HIDING);
  let isChanged = false;
  for await (const { kind, text } of pieces) {
    if (kind !== 'items') continue;
    if (replaceAll) {
      sheet.formulaLost ||= /<(?:[\w.-]+:)?f[\s/>]/.test(text);
      isChanged = true;
      continue;
    }
    sheet.reader = new TagReader(text);
    sheet.out = new Splice(text);
    sheet.past.begin(text);
    patchBand(sheet, wanted);
    sheet.past.end();
    isChanged ||= sheet.out.isChanged;
    yield sheet.out.take();
  }
  sheet.reader = new TagReader('');
  sheet.out = new Splice('');
  const pattern = sheet.past.pattern();
  while (wanted.row < ROWS) {
    wanted.add(0, pattern);
    if (sheet.out.waiting(0) > BLOCK) yield sheet.out.take();
  }
  isChanged ||= sheet.out.isChanged;
  yield sheet.out.take();
  return { isChanged, formulaLost: sheet.formulaLost, lastFilled: sheet.past.lastFilled() };
}

function patchBand(sheet: OpenSheet, wanted: WantedRows): void {
  const { reader, past, lostHeads } = sheet;
  while (reader.nextOfPiece()) {
    if (!reader.is('row')) {
      reader.skip();
      continue;
    }
    const { start } = reader;
    const here = reader.find('r') ? Number(reader.text.slice(reader.from, reader.to)) - 1 : past.last + 1;
    if (!(here > past.last)) throw damaged('the rows of a sheet are out of order');
    while (wanted.row < here) wanted.add(start, []);
    if (wanted.row === here) wanted.patch();
    else if (lostHeads.reach(here)) patchRow(sheet, here, []);
    else reader.skipFlat();
    past.add(here, start);
  }
}

/** The rows that something is written in, one after the other. */
class WantedRows {
  private readonly sheet: OpenSheet;
  private readonly edited: EditedCells;
  private readonly prefix: string;
  private readonly hidden: LayoutEdit['hidden'];
  private readonly rows: ArrayLike<number>;
  private next = 0;

  constructor(sheet: OpenSheet, edited: EditedCells, prefix: string, hidden: LayoutEdit['hidden']) {
    this.sheet = sheet;
    this.edited = edited;
    this.prefix = prefix;
    this.hidden = hidden;
    this.rows = rowsOf(edited, hidden);
  }

  /** counted from 0; beyond the sheet where none is left */
  get row(): number {
    return this.rows[this.next] ?? Number.POSITIVE_INFINITY;
  }

  /** Writes the row into the one at which the reader stands. */
  patch(): void {
    const { row } = this;
    this.next += 1;
    patchRow(this.sheet, row, this.edited.inRow(row), this.hidden.get(row));
  }

  /** Writes a row that is not there yet, with cells that have a look between its own. */
  add(at: number, pattern: readonly StyledColumn[]): void {
    const { row } = this;
    const { out, past, shared } = this.sheet;
    const cells = this.edited.inRow(row).filter(isWritten);
    const isHidden = this.hidden.get(row) === true;
    this.next += 1;
    if (cells.length === 0 && !isHidden) return;
    const styleFor = (column: number): string | undefined => past.styleFor(row, column);
    const looks = cells.length === 0 ? [] : pattern;
    out.insert(at, writeRow(this.prefix, row, isHidden ? ' hidden="1"' : '', cells, looks, styleFor, shared));
  }
}

/** All rows that something is written in, in their order. */
function rowsOf({ rows }: EditedCells, hidden: LayoutEdit['hidden']): ArrayLike<number> {
  return hidden.size === 0 ? rows : Uint32Array.from(new Set([...Array.from(rows), ...hidden.keys()])).sort();
}
