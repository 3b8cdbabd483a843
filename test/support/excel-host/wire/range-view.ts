import type { Desk } from '../desk';
import { area, cellCount, fullAddress } from '../model/area';
import { refusal } from '../model/refusal';
import { areaOf, type Block } from './block';
import type { ObjectType, Property } from './object-type';
import { cellReaders, visibleParts } from './range-cells';

function view(self: Block, desk: Desk, read: (desk: Desk, row: number, column: number) => unknown): unknown[][] {
  const { rows, columns } = visibleParts(self);
  if (cellCount(areaOf(self)) > 5_000_000) throw refusal('RangeExceedsLimit', 'The range has too many cells.');
  return rows.map((row) => columns.map((column) => read(desk, row, column)));
}

const cells = (name: keyof typeof cellReaders): Property<Block> => ({
  since: '1.3',
  get: (self, desk) => view(self, desk, (at, row, column) => cellReaders[name](at, self.sheet, row, column)),
});

/** What can be seen of a range: rows and columns that are hidden or filtered away are left out. */
export const visibleViewType: ObjectType<Block> = {
  name: 'RangeView',
  properties: {
    CellAddresses: {
      since: '1.3',
      get: (self, desk) => view(self, desk, (_desk, row, column) => fullAddress(self.sheet.name, area(row, column))),
    },
    ColumnCount: { since: '1.3', get: (self) => visibleParts(self).columns.length },
    RowCount: { since: '1.3', get: (self) => visibleParts(self).rows.length },
    Values: cells('Values'),
    Text: cells('Text'),
    Formulas: cells('Formulas'),
    ValueTypes: cells('ValueTypes'),
    NumberFormat: cells('NumberFormat'),
  },
  navigations: {},
  methods: {},
};
