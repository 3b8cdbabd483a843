import type { Desk } from '../desk';
import { isUnbounded, lastRow, sameArea } from '../model/area';
import { usedArea } from '../model/grid';
import { meets } from '../formula/functions';
import { accessDenied, invalidArgument, invalidOperation, itemNotFound } from '../model/refusal';
import { textAt } from '../model/shown';
import type { Filter, Sheet } from '../model/sheet';
import { choice, count, record } from './arguments';
import { areaOf, block } from './block';
import { nullObject, wire, type Argument, type ObjectType, type WireObject } from './object-type';
import { blockArgument } from './range-moves';
import { rangeType } from './range';

function check(sheet: Sheet): void {
  if (sheet.protection !== undefined && sheet.protection.options['allowAutoFilter'] !== true)
    throw accessDenied(`filter the protected sheet ${sheet.name}`);
}

/** Hides the rows that a criterion leaves out; the heading row always stays. */
function applyFilter(desk: Desk, sheet: Sheet): void {
  const { filter } = sheet;
  if (filter === undefined) return;
  const { area: of } = filter;
  const end = Math.min(lastRow(of), Math.max(sheet.grid.lines.length, sheet.rows.length) - 1);
  for (let row = of.row + 1; row <= end; row += 1)
    setFiltered(
      sheet,
      row,
      ![...filter.criteria].every(([column, criterion]) => passes(desk, sheet, row, of.column + column, criterion)),
    );
}

export function setFiltered(sheet: Sheet, row: number, filtered: boolean): void {
  if ((sheet.rows[row]?.filtered ?? false) !== filtered) sheet.rows[row] = { ...sheet.rows[row], filtered };
}

/** Filters compare what is shown, as the list in Excel's window does. */
function passes(
  desk: Desk,
  sheet: Sheet,
  row: number,
  column: number,
  criterion: Readonly<Record<string, unknown>>,
): boolean {
  const shown = textAt(desk.book, sheet, row, column);
  const typed = shown !== '' && !Number.isNaN(Number(shown)) ? Number(shown) : shown === '' ? undefined : shown;
  const matches = (wanted: unknown): boolean =>
    typeof wanted === 'string' && (wanted === '=' ? shown === '' : meets(typed, wanted));
  if (criterion['filterOn'] === 'Values')
    return (
      Array.isArray(criterion['values']) &&
      (criterion['values'] as unknown[]).some((value) => String(value).toLowerCase() === shown.toLowerCase())
    );
  const [one, other] = [criterion['criterion1'], criterion['criterion2']];
  if (other === undefined || other === null) return matches(one);
  return criterion['operator'] === 'Or' ? matches(one) || matches(other) : matches(one) && matches(other);
}

function apply(sheet: Sheet, [range, columnIndex, criteria]: readonly Argument[], desk: Desk): void {
  const given = blockArgument(desk.book, range, sheet, 'range');
  if (given.sheet !== sheet) throw invalidArgument('a filter over another worksheet');
  const wanted = areaOf(given);
  // A filter over whole columns is over what is filled there.
  const target = isUnbounded(wanted) ? (usedArea(sheet.grid, true, wanted) ?? wanted) : wanted;
  if (
    sheet.protection !== undefined &&
    (sheet.filter === undefined || sheet.protection.options['allowAutoFilter'] !== true)
  )
    throw accessDenied(`filter the protected sheet ${sheet.name}`);
  const criteriaNow: Filter['criteria'] =
    sheet.filter !== undefined && sameArea(sheet.filter.area, target)
      ? sheet.filter.criteria
      : new Map<number, Readonly<Record<string, unknown>>>();
  if (sheet.filter !== undefined && !sameArea(sheet.filter.area, target)) showAll(sheet);
  sheet.filter = { area: target, criteria: criteriaNow };
  if (columnIndex !== undefined && columnIndex !== null) {
    const column = count(columnIndex, 'columnIndex');
    if (column >= target.columns) throw invalidArgument('columnIndex');
    if (criteria === undefined || criteria === null) criteriaNow.delete(column);
    else criteriaNow.set(column, readCriteria(criteria));
  }
  applyFilter(desk, sheet);
}

function readCriteria(value: Argument): Readonly<Record<string, unknown>> {
  const given = record(value, 'criteria');
  choice(given['filterOn'], ['Values', 'Custom'], 'criteria.filterOn');
  return given;
}

function showAll(sheet: Sheet): void {
  for (const [row, strip] of sheet.rows.entries()) if (strip?.filtered === true) setFiltered(sheet, row, false);
}

const rangeOr = (sheet: Sheet): WireObject =>
  sheet.filter === undefined ? nullObject : wire(rangeType, block(sheet, sheet.filter.area));

export const autoFilterType: ObjectType<Sheet> = {
  name: 'AutoFilter',
  properties: {
    Enabled: { since: '1.9', get: ({ filter }) => filter !== undefined },
    IsDataFiltered: {
      since: '1.9',
      get: (sheet) => (sheet.filter?.criteria.size ?? 0) > 0 || sheet.rows.some((strip) => strip?.filtered === true),
    },
    Criteria: {
      since: '1.9',
      get: ({ filter }) =>
        filter === undefined
          ? null
          : Array.from({ length: filter.area.columns }, (_, column) => filter.criteria.get(column) ?? null),
    },
  },
  navigations: {},
  methods: {
    Apply: { since: '1.9', call: (sheet, args, desk) => apply(sheet, args, desk) },
    Remove: {
      since: '1.9',
      call: (sheet) => {
        check(sheet);
        showAll(sheet);
        sheet.filter = undefined;
      },
    },
    ClearCriteria: {
      since: '1.9',
      call: (sheet) => {
        check(sheet);
        sheet.filter?.criteria.clear();
        showAll(sheet);
      },
    },
    ClearColumnCriteria: {
      since: '1.14',
      call: (sheet, [column], desk) => {
        check(sheet);
        if (sheet.filter === undefined) throw invalidOperation('no filter');
        sheet.filter.criteria.delete(count(column, 'columnIndex'));
        applyFilter(desk, sheet);
      },
    },
    Reapply: {
      since: '1.9',
      call: (sheet, _args, desk) => {
        check(sheet);
        applyFilter(desk, sheet);
      },
    },
    GetRangeOrNullObject: { since: '1.9', call: rangeOr },
    GetRange: {
      since: '1.9',
      call: (sheet) => {
        const found = rangeOr(sheet);
        if (found === nullObject) throw itemNotFound('the filter');
        return found;
      },
    },
  },
};
