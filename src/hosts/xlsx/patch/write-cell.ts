import { columnLetters } from '../../../core/language/address';
import { BLANK, isErrorValue, NO_RESULT, type Cell } from '../../../core/kernel/cell';
import { type EditedCell } from './edited-cells';
import { type StyledColumn } from './past-rows';
import { type SharedStrings } from './shared-strings';
import { cellText, escapeXml } from './xml-text';

/** A cell as XML. `name` has the prefix of its surroundings; `attributes` begins with a blank. */
function writeCell(name: string, attributes: string, value: Cell, shared?: SharedStrings): string {
  if (value === BLANK) return `<${name}${attributes}/>`;
  if (typeof value === 'number') return wrap(name, attributes, element(name, 'v', String(value)));
  if (typeof value === 'boolean') return wrap(name, `${attributes} t="b"`, element(name, 'v', value ? '1' : '0'));
  if (shared !== undefined)
    return wrap(name, `${attributes} t="s"`, element(name, 'v', String(shared.numberOf(value))));
  const prefix = name.slice(0, -1);
  const text = `<${prefix}t xml:space="preserve">${cellText(value)}</${prefix}t>`;
  return wrap(name, `${attributes} t="inlineStr"`, element(name, 'is', text));
}

/** A cell with what stands in it from now on: its formula, if it has one of its own, and its value. */
export function writeEdited(name: string, attributes: string, cell: EditedCell, shared?: SharedStrings): string {
  const { formula, value } = cell;
  if (typeof formula !== 'string') return writeCell(name, attributes, value, shared);
  return writeFormulaCell(name, attributes, element(name, 'f', escapeXml(formula)), value);
}

/** A cell that keeps its formula and shows this value until Excel calculates. */
export function writeFormulaCell(name: string, attributes: string, formula: string, value: Cell): string {
  if (value === NO_RESULT) return wrap(name, attributes, formula);
  const type =
    typeof value === 'number'
      ? ''
      : typeof value === 'boolean'
        ? ' t="b"'
        : isErrorValue(value)
          ? ' t="e"'
          : ' t="str"';
  const shown = typeof value === 'string' ? cellText(value) : String(Number(value));
  return wrap(name, attributes + type, formula + element(name, 'v', shown));
}

/**
 * A row that is not there yet, `attributes` beginning with a blank: its edited cells, and between them empty ones that
 * continue the looks above.
 */
export function writeRow(
  prefix: string,
  row: number,
  attributes: string,
  edited: readonly EditedCell[],
  pattern: readonly StyledColumn[],
  styleFor: (column: number) => string | undefined,
  shared?: SharedStrings,
): string {
  const cells: string[] = [];
  let next = 0;
  const continueTo = (column: number): StyledColumn | undefined => {
    let look = pattern[next];
    for (; look !== undefined && look.column < column; look = pattern[(next += 1)]) {
      cells.push(writeCell(`${prefix}c`, placed(row, look.column, look.style), BLANK));
    }
    if (look?.column !== column) return undefined;
    next += 1;
    return look;
  };
  for (const cell of edited) {
    const { column } = cell;
    const above = continueTo(column) ?? { style: cell.style ?? styleFor(column) };
    cells.push(writeEdited(`${prefix}c`, placed(row, column, cell.style ?? above.style), cell, shared));
  }
  continueTo(Number.POSITIVE_INFINITY);
  const start = `<${prefix}row r="${row + 1}"${attributes}`;
  return cells.length === 0 ? `${start}/>` : `${start}>${cells.join('')}</${prefix}row>`;
}

/** The attributes that say where a cell stands and how it looks. */
export function placed(row: number, column: number, style: string | undefined): string {
  const place = ` r="${columnLetters(column)}${row + 1}"`;
  return style === undefined ? place : `${place} s="${style}"`;
}

function element(cell: string, name: string, content: string): string {
  const prefix = cell.slice(0, -1);
  return `<${prefix}${name}>${content}</${prefix}${name}>`;
}

function wrap(name: string, attributes: string, content: string): string {
  return `<${name}${attributes}>${content}</${name}>`;
}
