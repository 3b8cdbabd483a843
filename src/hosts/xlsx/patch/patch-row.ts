import { BLANK, type Cell } from '../../../core/kernel/cell';
import { columnAt } from '../../../core/language/address';
import { rangeOf } from './address';
import { damaged } from '../zip';
import { type EditedCell } from './edited-cells';
import { type LostHeads, type PlacedFormula } from './formulas';
import { type PastRows } from './past-rows';
import { type Splice } from './splice';
import { type TagReader } from './tag-reader';
import { placed, writeCell, writeFormulaCell } from './write-cell';

/** A sheet while its rows are passed. */
export interface OpenSheet {
  readonly reader: TagReader;
  readonly out: Splice;
  readonly past: PastRows;
  readonly keepFormulas: boolean;
  readonly lostHeads: LostHeads;
  /** whether a formula gave way to a value */
  formulaLost: boolean;
}

/** Writes the cells into the row whose start tag is read, and reads to its end. */
export function patchRow(sheet: OpenSheet, row: number, edited: readonly EditedCell[]): void {
  const { reader, out, past, lostHeads } = sheet;
  const { name, prefix } = reader;
  const isEmpty = reader.kind === 'empty';
  let next = 0;
  let wanted = edited[0];
  const cellsBefore = (column: number): string => {
    let cells = '';
    for (; wanted !== undefined && wanted.column < column; wanted = edited[(next += 1)]) {
      if (wanted.value === BLANK) continue;
      cells += writeCell(`${prefix}c`, placed(row, wanted.column, past.styleFor(row, wanted.column)), wanted.value);
    }
    return cells;
  };
  // The hint which columns a row spans may no longer be true, and Excel does without it.
  if (wanted !== undefined && reader.find('spans')) {
    const tag = reader.text.slice(reader.start, reader.from);
    out.replace(reader.start + tag.search(/\sspans\s*=\s*["']$/), reader.to + 1, '');
  }
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
      patchCell(sheet, row, column, wanted.value);
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

const isPlaceOrLook = (name: string): boolean => name === 'r' || name === 's' || name.startsWith('xmlns');
/** `cm` tells Excel that a formula may spill, so it goes where the formula goes. */
const staysWithFormula = (name: string): boolean => isPlaceOrLook(name) || name === 'cm';

function patchCell(sheet: OpenSheet, row: number, column: number, value: Cell): void {
  const { reader, out, past, keepFormulas } = sheet;
  const { start, name } = reader;
  past.note(row, { column, style: reader.attribute('s') });
  const attributes = reader.attributes(isPlaceOrLook);
  const withFormula = keepFormulas ? reader.attributes(staysWithFormula) : attributes;
  const formula = readFormula(reader);
  if (formula !== undefined && keepFormulas) {
    const kept = reader.text.slice(formula.start, formula.end);
    out.replace(start, reader.end, writeFormulaCell(name, withFormula, kept, value));
    return;
  }
  if (formula !== undefined) {
    sheet.formulaLost = true;
    sheet.lostHeads.add(formula, row, column);
  }
  out.replace(start, reader.end, writeCell(name, attributes, value));
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
