import { changing, type Desk } from '../desk';
import { area, lastRow, type Area } from '../model/area';
import { compare, isError } from '../formula/evaluate';
import { addressOf } from '../model/area';
import { valueAt } from '../model/calculate';
import { checkUnlocked } from '../model/change-cells';
import { formatIdAt, putContent, putFormatId, contentAt } from '../model/grid';
import { accessDenied, invalidArgument } from '../model/refusal';
import { moveFormula } from '../model/shift';
import type { Sheet } from '../model/sheet';
import { count, optionalFlag, record } from './arguments';
import { areaOf, type Block } from './block';
import type { ObjectType } from './object-type';

export interface SortField {
  /** column of the range, from 0 */
  readonly key: number;
  readonly ascending: boolean;
}

/** Sorts rows of a block: contents move with their own formats; rules and row heights stay. Blank cells go last. */
export function sortRows(desk: Desk, sheet: Sheet, of: Area, fields: readonly SortField[]): void {
  const { grid } = sheet;
  const columns = Array.from({ length: of.columns }, (_, index) => of.column + index);
  const rows = Array.from({ length: of.rows }, (_, index) => of.row + index).map((row) => ({
    row,
    keys: fields.map(({ key }) => valueAt(desk.book, sheet, row, of.column + key)),
    cells: columns.map((column) => ({ content: contentAt(grid, row, column), format: formatIdAt(grid, row, column) })),
  }));
  rows.sort((left, right) => {
    for (const [index, { ascending }] of fields.entries()) {
      const [one, other] = [left.keys[index], right.keys[index]];
      if (one === undefined || other === undefined) {
        if (one !== other) return one === undefined ? 1 : -1;
        continue;
      }
      const order =
        isError(one) || isError(other) ? Number(isError(one)) - Number(isError(other)) : compare(one, other);
      if (order !== 0) return ascending ? order : -order;
    }
    return left.row - right.row;
  });
  changing(desk, sheet, of, () => {
    for (const [index, { row: before, cells }] of rows.entries())
      for (const [at, column] of columns.entries()) {
        const { content, format } = cells[at] ?? { content: undefined, format: 0 };
        const row = of.row + index;
        putContent(
          grid,
          row,
          column,
          typeof content === 'object' ? { formula: moveFormula(content.formula, row - before, 0) } : content,
        );
        putFormatId(grid, row, column, format);
      }
  });
  desk.events.raise('rowSorted', sheet, { type: 'WorksheetRowSorted', address: addressOf(of) });
}

export const sortType: ObjectType<Block> = {
  name: 'RangeSort',
  properties: {},
  navigations: {},
  methods: {
    Apply: {
      since: '1.2',
      call: (self, [fields, , hasHeaders, orientation], desk) => {
        if (!Array.isArray(fields) || (orientation !== undefined && orientation !== null && orientation !== 'Rows'))
          throw invalidArgument('sort');
        const given = (fields as unknown[]).map((field) => {
          const { key, ascending } = record(field, 'sort field');
          return { key: count(key, 'sort key'), ascending: ascending !== false };
        });
        const whole = areaOf(self);
        const top = optionalFlag(hasHeaders, 'hasHeaders') ? 1 : 0;
        const of = area(whole.row + top, whole.column, lastRow(whole) - whole.row + 1 - top, whole.columns);
        if (self.sheet.protection !== undefined && self.sheet.protection.options['allowSort'] !== true)
          throw accessDenied(`sort the protected sheet ${self.sheet.name}`);
        checkUnlocked(self.sheet, [of], 'sort');
        sortRows(desk, self.sheet, of, given);
      },
    },
  },
};
