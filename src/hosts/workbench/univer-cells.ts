import { CellValueType, type ICellData, type Nullable } from '@univerjs/core';
import type { Cell } from '../../core/kernel/cell';

/** Text is always marked as text, so that nothing takes `0045` for a number. */
export function dataOf(cell: Cell): ICellData {
  if (typeof cell === 'number') return { v: cell, t: CellValueType.NUMBER };
  if (typeof cell === 'boolean') return { v: cell ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: cell, t: CellValueType.STRING };
}

export function cellOf(data: Nullable<ICellData>): Cell {
  const value = data?.v;
  if (value === undefined || value === null) return '';
  if (data?.t === CellValueType.BOOLEAN) return value === 1 || value === true || value === 'TRUE';
  return value;
}

/** What a mutation is told: everything, as it leaves alone what it is not told. */
export function writtenOf(cell: Cell): ICellData {
  const rest = { f: null, si: null, p: null };
  return cell === '' ? { v: null, t: null, ...rest } : { ...dataOf(cell), ...rest };
}
