import { fullAddress } from '../model/area';
import { isHiddenColumn, isHiddenRow, STANDARD_HEIGHT, STANDARD_WIDTH } from '../model/sheet';
import { filled, flag, record } from './arguments';
import { areaOf, checkFormats, type Block } from './block';
import { patchStrips } from './format';
import type { Argument, Property } from './object-type';
import { columnsOf, rowsOf } from './range-cells';

type Hidden = 'rows' | 'columns';

export const hidden = (axis: Hidden): Property<Block> => ({
  since: '1.2',
  get: (self) => hiddenIn(self, axis),
  set: (self, value) => {
    checkFormats(self, axis === 'rows' ? 'allowFormatRows' : 'allowFormatColumns');
    patchStrips(self, axis, { hidden: flag(value, `${axis} hidden`), ...(value === false ? { filtered: false } : {}) });
  },
});

export function hiddenIn(self: Block, axis: Hidden): boolean | null {
  const of = areaOf(self);
  const all =
    axis === 'rows'
      ? rowsOf(of).map((row) => isHiddenRow(self.sheet, row))
      : columnsOf(of).map((column) => isHiddenColumn(self.sheet, column));
  const first = all[0] ?? false;
  return all.every((one) => one === first) ? first : null;
}

/** Answers of getRowProperties: a record for each row with what was asked for. */
export function rowProperties(self: Block, asked: Argument): unknown[] {
  const options = record(asked, 'rowPropertiesLoadOptions');
  const { sheet } = self;
  const known = filled(
    options,
    { address: false, addressLocal: false, rowHidden: false, rowIndex: false, format: false },
    'rowPropertiesLoadOptions',
  );
  return rowsOf(areaOf(self)).map((row) => ({
    ...(known.address ? { address: fullAddress(sheet.name, { ...areaOf(self), row, rows: 1 }) } : {}),
    ...(known.rowHidden ? { rowHidden: isHiddenRow(sheet, row) } : {}),
    ...(known.rowIndex ? { rowIndex: row } : {}),
    ...(known.format ? { format: { rowHeight: sheet.rows[row]?.size ?? STANDARD_HEIGHT } } : {}),
  }));
}

export function columnProperties(self: Block, asked: Argument): unknown[] {
  const { sheet } = self;
  const known = filled(
    asked,
    { address: false, addressLocal: false, columnHidden: false, columnIndex: false, format: false },
    'columnPropertiesLoadOptions',
  );
  return columnsOf(areaOf(self)).map((column) => ({
    ...(known.address ? { address: fullAddress(sheet.name, { ...areaOf(self), column, columns: 1 }) } : {}),
    ...(known.columnHidden ? { columnHidden: isHiddenColumn(sheet, column) } : {}),
    ...(known.columnIndex ? { columnIndex: column } : {}),
    ...(known.format ? { format: { columnWidth: sheet.columns[column]?.size ?? STANDARD_WIDTH } } : {}),
  }));
}
