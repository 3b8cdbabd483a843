import type { FilterModel, IFilterColumn } from '@univerjs/sheets-filter';
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

/** What the user filters by now; what another program said stays where nobody filtered otherwise. */
export function criteriaOf(model: FilterModel, before: Criteria = new Map()): Criteria {
  const criteria = new Map([...before].filter(([, texts]) => texts === 'other'));
  for (const [column, filter] of model.getAllFilterColumns()) {
    const { filters } = filter.serialize();
    criteria.set(
      column,
      filters === undefined ? 'other' : [...(filters.blank ? [''] : []), ...(filters.filters ?? [])],
    );
  }
  return criteria;
}
