import { textOf, type Cell } from '../kernel/cell';
import { note as sentence } from '../kernel/sentences';
import type { ColumnEdit, SheetEdit } from '../workbook';
import { HOME, homeLabels } from './home-labels';
import { besideLabel } from './beside-label';
import type { Book, BookSheet } from './open-book';
import { COUNTS, homeTable, sumOf, totalCells, totalsOf, type CountedRow, type SheetTotals } from './plan-home';

export type HomeFacts = Partial<Record<keyof typeof homeLabels, Cell>>;

export interface PlacedRow extends CountedRow {
  readonly sheet: BookSheet;
}

/** Renews Home: facts beside their labels, and the figures that its formulas show until the next calculation. */
export function homeEdits(book: Book, placed: readonly PlacedRow[], facts: HomeFacts): SheetEdit {
  const columns = new Map<number, Map<number, Cell>>();
  const put = (row: number, column: number, cell: Cell): void => {
    const values = columns.get(column);
    if (values === undefined) columns.set(column, new Map([[row, cell]]));
    else values.set(row, cell);
  };
  for (const [fact, cell] of Object.entries(facts) as [keyof typeof homeLabels, Cell][]) {
    const place = besideLabel(book.home, homeLabels[fact]);
    if (place !== undefined) put(place.row, place.column, cell);
  }
  const table = findTable(book.home);
  if (table !== undefined) {
    const totals = sheetTotals(book, placed);
    for (const { sheet, ...figures } of [...totals, { ...sumOf(totals), sheet: sentence('total') }]) {
      const row = book.home.findIndex(
        (cells, index) => index > table.row && textOf(cells[table.columns[0] ?? 0] ?? '') === sheet,
      );
      if (row < 0) continue;
      const cells = totalCells(figures);
      for (const [index, figure] of (sheet === sentence('total') ? cells.slice(0, COUNTS) : cells).entries()) {
        const column = table.columns[index + 1];
        if (column !== undefined) put(row, column, figure);
      }
    }
  }
  return {
    sheet: HOME,
    keepFormulas: true,
    columns: [...columns].map(([column, values]): ColumnEdit => ({ column, values })),
  };
}

function sheetTotals(book: Book, placed: readonly PlacedRow[]): SheetTotals[] {
  const rows = new Map<string, CountedRow[]>(book.sheets.map(({ name }) => [name, []]));
  for (const row of placed) rows.get(row.sheet.name)?.push(row);
  return book.sheets.map(({ type, name }) => totalsOf(type, name, rows.get(name) ?? []));
}

function findTable(home: readonly (readonly Cell[])[]): { row: number; columns: number[] } | undefined {
  for (const [row, cells] of home.entries()) {
    const texts = cells.map((cell) => textOf(cell));
    const columns = homeTable.map((heading) => texts.indexOf(heading));
    if (columns.every((column) => column >= 0)) return { row, columns };
  }
  return undefined;
}
