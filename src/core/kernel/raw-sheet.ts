import { textOf, type Cell } from './cell';
import { dayNumber, dayOfSerial, type Day } from './day';

/** A cell that its file keeps as a date, whatever form the sheet shows it in. */
export interface DateCell {
  readonly date: Day;
}

/** A cell of somebody else's sheet, as its file has it: dates told from numbers where the file tells them. */
export type RawCell = Cell | DateCell;

/** Cells that are merged into one; rows and columns counted from 0, all of them inside. Only the first holds anything. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Somebody else's sheet from its first row on, blank rows included; rows may differ in length. */
export interface RawSheet {
  readonly name: string;
  readonly rows: readonly (readonly RawCell[])[];
  readonly merges?: readonly Merge[];
}

export function isDateCell(cell: RawCell | undefined): cell is DateCell {
  return typeof cell === 'object';
}

/** The cell as a person reads it, without the marks by which programs keep text from becoming a number: `="007"` and `'007`. */
export function rawText(cell: RawCell | undefined): string {
  if (cell === undefined) return '';
  if (isDateCell(cell)) return cell.date;
  const text = textOf(cell);
  if (!text.startsWith('=') && !text.startsWith("'")) return text;
  const kept = /^="(.*)"$/.exec(text)?.[1] ?? /^'(.*)$/.exec(text)?.[1];
  return kept === undefined ? text : kept.trim();
}

/** What a format says beside what it writes: texts, signs, colours, languages, conditions. */
const BESIDE = /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g;

/** True for a number format that writes days, months or years: `dd-mm-yyyy`, `d/m/yy h:mm`, `mmm-yy`. */
function isDateFormat(format: string): boolean {
  const [code = ''] = format.replace(BESIDE, '').split(';');
  return /[dy]/i.test(code) || (/m/i.test(code) && !/[hs0#]/i.test(code));
}

const dateFormats = new Map<string, boolean>();

/** A cell with the format that its sheet shows it in: what is shown as a date is one. */
export function rawCellOf(cell: Cell, format: string | undefined): RawCell {
  if (format === undefined || typeof cell === 'boolean' || cell === '') return cell;
  let isDate = dateFormats.get(format);
  if (isDate === undefined) dateFormats.set(format, (isDate = isDateFormat(format)));
  if (!isDate) return cell;
  const date = typeof cell === 'number' ? dayOfSerial(cell) : dayNumber(cell) === undefined ? undefined : cell;
  return date === undefined ? cell : { date };
}
