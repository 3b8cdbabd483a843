import { BooleanNumber, type Injector } from '@univerjs/core';
import { SheetsFilterService } from '@univerjs/sheets-filter';
import type { DrawnSheet } from './drawn-sheet';
import { UNIT } from './snapshot';

/** Rows hidden by a filter or by hand. */
export function hiddenRowsIn(injector: Injector, { id, worksheet }: DrawnSheet): Set<number> {
  const filter = injector.get(SheetsFilterService).getFilterModel(UNIT, id);
  const hidden = new Set(filter?.filteredOutRows);
  const rows = worksheet.getConfig().rowData;
  for (const key in rows) if (rows[Number(key)]?.hd === BooleanNumber.TRUE) hidden.add(Number(key));
  return hidden;
}
