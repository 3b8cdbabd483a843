/** What a worksheet cell holds. A blank cell is `''`, in every host. Amounts are rupees as a number; everything else the portal sends is text. */
export type Cell = string | number | boolean;

export const BLANK = '';

/** What a host shows for a formula that no program has calculated yet. */
export const NO_RESULT = '#NO RESULT';

const ERROR_VALUE = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|NO RESULT)$/;

/** Error values of Excel, and what a host shows for a formula that was never calculated. */
export function isErrorValue(cell: Cell): cell is string {
  return typeof cell === 'string' && cell.startsWith('#') && ERROR_VALUE.test(cell.trim());
}

/** The cell as a person reads it: trimmed, white space (also line breaks and no-break spaces) collapsed to one blank. */
export function textOf(cell: Cell): string {
  if (cell === BLANK) return BLANK;
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  const text = typeof cell === 'string' ? cell : String(cell);
  return /^\s|\s$|\s\s|[^\S ]/.test(text) ? text.trim().replace(/\s+/g, ' ') : text;
}

export function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || cell === BLANK || (typeof cell === 'string' && cell.trim() === '');
}
