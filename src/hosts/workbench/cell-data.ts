import type { ICellData, Nullable } from '@univerjs/core';
import type { Cell } from '../../core/kernel/cell';

/** Univer's names for what a cell holds. Text is always marked as text, so that nothing takes `0045` for a number. */
export const STRING = 1;
const NUMBER = 2;
const BOOLEAN = 3;

export function dataOf(cell: Cell): { v: string | number; t: 1 | 2 | 3 } {
  switch (typeof cell) {
    case 'number':
      return { v: cell, t: NUMBER };
    case 'boolean':
      return { v: cell ? 1 : 0, t: BOOLEAN };
    case 'string':
      return { v: cell, t: STRING };
  }
}

export function cellOf(data: Nullable<ICellData>): Cell {
  const value = data?.v;
  if (value === undefined || value === null) return '';
  if (data?.t === BOOLEAN) return value === 1 || value === true || value === 'TRUE';
  return value;
}

/** What a mutation is told: everything, as it leaves alone what it is not told. */
export function writtenOf(cell: Cell): ICellData {
  const rest = { f: null, si: null, p: null };
  return cell === '' ? { v: null, t: null, ...rest } : { ...dataOf(cell), ...rest };
}
