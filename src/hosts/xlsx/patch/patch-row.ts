import { BLANK } from '../../../core/kernel/cell';
import { columnAt } from '../../../core/language/address';
import { rangeOf } from './address';
import { damaged } from '../damaged';
import { type EditedCell } from './edited-cells';
import { type LostHeads, type PlacedFormula } from './formulas';
import { type PastRows } from './past-rows';
import { type Splice } from './splice';
import { type TagReader } from './tag-reader';
import { type SharedStrings } from './shared-strings';
import { placed, writeEdited, writeFormulaCell } from './write-cell';

/** A sheet while its rows are passed, band by band. */
export interface OpenSheet {
  /** over the present band, and what comes out of it */
  reader: TagReader;
  out: Splice;
  readonly past: PastRows;
  readonly keepFormulas: boolean;
  /** where texts go; undefined leaves each in its cell */
  readonly shared: SharedStrings | undefined;
  readonly lostHeads: LostHeads;
  /** whether a formula gave way to a value or to another formula */
  formulaLost: boolean;
}

/** Whether the cell is written where there is none: blank ones only for their look. */
export function isWritten({ value, formula, style }: EditedCell): boolean {
  return value !== BLANK || typeof formula === 'string' || style !== undefined;
}

/**
 * Writes the cells into the row whose start tag is read, and reads to its end. `hidden` says whether the row is hidden from
 * now on; undefined leaves that as it is.
 */
export function patchRow(sheet: OpenSheet, row: number, edited: readonly EditedCell[], hidden?: boolean): void {
  const { reader, out, past, lostHeads, shared } = sheet;
  const { name, prefix } = reader;
  const isEmpty = reader.kind === 'empty';
  let next = 0;
  let wanted = edited[0];
  const cellsBefore = (column: number): string => {
    let cells = '';
    for (; wanted !== undefined && wanted.column < column; wanted = edited[(next += 1)]) {
      if (!isWritten(wanted)) continue;
      const style = wanted.style ?? past.styleFor(row, wanted.column);
      cells += writeEdited(`${prefix}c`, placed(row, wanted.column, style), wanted, shared);
    }
    return cells;
  };
  patchRowTag(sheet, wanted !== undefined, hidden);
  if (isEmpty) {
    const cells = cellsBefore(Number.POSITIVE_INFINITY);
    if (cells !== '') out.replace(reader.end - 2, reader.end, `>${cells}</${name}>`);
    return;
  }
  for (let column = 0; wanted !== undefined || lostHeads.reach(row); column += 1) {
    if (!reader.next() || !reader.is('c')) {
      out.insert(reader.start, cellsBefore(Number.POSITIVE_INFINITY));
      if (reader.kind === 'close') return;
      reader.skip();
      break;
    }
    if (reader.find('r')) {
      const place = columnAt(reader.text, reader.from, reader.to);
      if (place < column) throw damaged(`the cells of row ${row + 1} are out of order`);
      column = place;
    }
    out.insert(reader.start, cellsBefore(column));
    if (wanted?.column === column) {
      patchCell(sheet, row, wanted);
      wanted = edited[(next += 1)];
    } else if (lostHeads.reach(row)) {
      const formula = readFormula(reader);
      const inFull = formula && lostHeads.inFull(formula, row, column);
      if (formula !== undefined && inFull !== undefined) out.replace(formula.start, formula.end, inFull);
    } else {
      reader.skipFlat();
    }
  }
  reader.leave(name);
}

/** The hint which columns a row spans may no longer be true, and Excel does without it. */
function patchRowTag({ reader, out }: OpenSheet, dropSpans: boolean, hidden: boolean | undefined): void {
  const places: [number, number][] = [];
  const drop = (name: string): void => {
    if (!reader.find(name)) return;
    const tag = reader.text.slice(reader.start, reader.from);
    places.push([reader.start + tag.search(new RegExp(`\\s${name}\\s*=\\s*["']$`)), reader.to + 1]);
  };
  if (dropSpans) drop('spans');
  if (hidden !== undefined) drop('hidden');
  if (hidden === true) out.insert(reader.start + 1 + reader.name.length, ' hidden="1"');
  for (const [from, to] of places.sort(([a], [b]) => a - b)) out.replace(from, to, '');
}

const isPlaceOrLook = (name: string): boolean => name === 'r' || name === 's' || name.startsWith('xmlns');
/** Tells Excel that a formula may spill, so it goes where the formula goes. */
const SPILLS = 'cm';

function patchCell(sheet: OpenSheet, row: number, cell: EditedCell): void {
  const { reader, out, past, shared } = sheet;
  const { start, name } = reader;
  const { column } = cell;
  past.note(row, { column, style: cell.style ?? reader.attribute('s') });
  const look = cell.style === undefined ? '' : ` s="${cell.style}"`;
  const stays = (attribute: string): boolean => isPlaceOrLook(attribute) && (look === '' || attribute !== 's');
  const attributes = reader.attributes(stays) + look;
  const withFormula = reader.attributes((attribute) => stays(attribute) || attribute === SPILLS) + look;
  const formula = readFormula(reader);
  if (formula !== undefined && (sheet.keepFormulas || cell.formula === true)) {
    const kept = sheet.lostHeads.inFull(formula, row, column) ?? reader.text.slice(formula.start, formula.end);
    out.replace(start, reader.end, writeFormulaCell(name, withFormula, kept, cell.value));
    return;
  }
  if (formula !== undefined) {
    sheet.formulaLost = true;
    sheet.lostHeads.add(formula, row, column);
  }
  out.replace(start, reader.end, writeEdited(name, attributes, cell, shared));
}

const isSharing = (name: string): boolean => name === 't' || name === 'ref' || name === 'si';

/** The formula of the cell whose start tag is read, and reads to its end. */
function readFormula(reader: TagReader): PlacedFormula | undefined {
  let formula: PlacedFormula | undefined;
  if (reader.kind === 'empty') return undefined;
  while (reader.next()) {
    const isFormula = formula === undefined && reader.is('f');
    if (!isFormula) {
      reader.skip();
      continue;
    }
    const { start, end, name } = reader;
    const isShared = reader.attribute('t') === 'shared';
    const shared = isShared ? reader.attribute('si') : undefined;
    const sharedUntil = isShared ? rangeOf(reader.attribute('ref') ?? '')?.bottom : undefined;
    const attributes = reader.attributes((attribute) => !isSharing(attribute));
    reader.skip();
    const text = reader.text.slice(end, Math.max(end, reader.start));
    formula = { start, end: reader.end, tag: name, attributes, text, shared, sharedUntil };
  }
  return formula;
}
