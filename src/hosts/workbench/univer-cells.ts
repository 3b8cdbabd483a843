import { CellValueType, type ICellData, type Nullable } from '@univerjs/core';
import { NO_RESULT, type Cell } from '../../core/kernel/cell';
import type { Content } from './sheet-cells';

/**
 * A formula stands beside the value of its cell, where Univer's engine does not see it and Univer's undo takes it along.
 * `isWaiting` where it has no result yet: its cell is blank.
 */
interface Beside extends Record<string, unknown> {
  readonly formula: string;
  readonly isWaiting: boolean;
}

/** Text is always marked as text, so that nothing takes `0045` for a number. */
export function dataOf(cell: Cell, formula?: string): ICellData {
  const beside = formula === undefined ? {} : { custom: besideOf(cell, formula) };
  if (formula !== undefined && cell === NO_RESULT) return beside;
  if (typeof cell === 'number') return { v: cell, t: CellValueType.NUMBER, ...beside };
  if (typeof cell === 'boolean') return { v: cell ? 1 : 0, t: CellValueType.BOOLEAN, ...beside };
  return { v: cell, t: CellValueType.STRING, ...beside };
}

function besideOf(cell: Cell, formula: string): Beside {
  return { formula, isWaiting: cell === NO_RESULT };
}

/** The value that Univer shows. */
export function cellOf(data: Nullable<ICellData>): Cell {
  const value = data?.v;
  if (value === undefined || value === null) return '';
  if (data?.t === CellValueType.BOOLEAN) return value === 1 || value === true || value === 'TRUE';
  return value;
}

export function formulaOf(data: Nullable<ICellData>): string | undefined {
  const formula: unknown = data?.custom?.['formula'];
  return typeof formula === 'string' ? formula : undefined;
}

/** The value that it stands for: a formula may have none yet. */
export function valueOf(data: Nullable<ICellData>): Cell {
  const value = cellOf(data);
  return value === '' && data?.custom?.['isWaiting'] === true && formulaOf(data) !== undefined ? NO_RESULT : value;
}

export function contentOf(data: Nullable<ICellData>): Content {
  const [value, formula] = [valueOf(data), formulaOf(data)];
  return formula === undefined ? { value } : { value, formula };
}

/** What a mutation is told: everything, as it leaves alone what it is not told. */
export function writtenOf(cell: Cell, formula?: string): ICellData {
  const rest = { f: null, si: null, p: null, custom: formula === undefined ? null : besideOf(cell, formula) };
  const isBlank = cell === '' || (formula !== undefined && cell === NO_RESULT);
  return isBlank ? { v: null, t: null, ...rest } : { ...dataOf(cell), ...rest };
}
