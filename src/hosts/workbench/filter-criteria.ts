import { extractPureTextFromCell, type Worksheet } from '@univerjs/core';
import type { FilterColumn, FilterModel, IFilterColumn } from '@univerjs/sheets-filter';
import type { SheetView } from '../../core/book-view';

type Criteria = NonNullable<SheetView['filterColumns']>;

/** Criteria as Univer wants them. Those that only another program can say are left out: their rows stay hidden. */
export function univerCriteria(criteria: Criteria = new Map()): IFilterColumn[] {
  return [...criteria].flatMap(([colId, texts]) => {
    if (texts === 'other') return [];
    const filters = texts.filter((text) => text !== '');
    return [{ colId, filters: { filters, ...(filters.length < texts.length ? { blank: true as const } : {}) } }];
  });
}

/**
 * What the user filters by now; what another program said stays where nobody filtered otherwise. A condition is said by the
 * texts that it leaves: files hold no more of it.
 */
export function criteriaOf(model: FilterModel, worksheet: Worksheet, before: Criteria = new Map()): Criteria {
  const criteria = new Map([...before].filter(([, texts]) => texts === 'other'));
  for (const [column, filter] of model.getAllFilterColumns()) {
    const { filters } = filter.serialize();
    criteria.set(
      column,
      filters === undefined
        ? textsLeft(model, filter, worksheet, column)
        : [...(filters.blank ? [''] : []), ...(filters.filters ?? [])],
    );
  }
  return criteria;
}

function textsLeft(model: FilterModel, filter: FilterColumn, worksheet: Worksheet, column: number): readonly string[] {
  const out = filter.calc({ getAlreadyFilteredOutRows: () => new Set() });
  const { startRow, endRow } = model.getRange();
  const texts = new Set<string>();
  for (let row = startRow + 1; row <= endRow; row += 1) {
    if (out?.has(row) !== true) texts.add(extractPureTextFromCell(worksheet.getCell(row, column)));
  }
  return [...texts];
}
