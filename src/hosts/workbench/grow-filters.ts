import { ICommandService } from '@univerjs/core';
import { ReCalcSheetsFilterMutation, SetSheetsFilterRangeMutation, SheetsFilterService } from '@univerjs/sheets-filter';
import type { SheetEdit } from '../../core/workbook';
import type { OpenBook } from './open-book';
import { UNIT } from './snapshot';

/** Rows added right below the filtered ones belong to the filter too; what the user filters by stays. */
export function growFilters({ injector, drawn, ours }: OpenBook, edits: readonly SheetEdit[]): void {
  for (const { sheet: name, columns, replaceAll } of edits) {
    const sheet = drawn.find((other) => other.name === name);
    const filter = sheet === undefined ? undefined : injector.get(SheetsFilterService).getFilterModel(UNIT, sheet.id);
    if (sheet === undefined || !filter || replaceAll === true) continue;
    let last = 0;
    for (const { values } of columns) for (const row of values.keys()) last = Math.max(last, row);
    const range = filter.getRange();
    if (last <= range.endRow) continue;
    const commands = injector.get(ICommandService);
    const place = { unitId: UNIT, subUnitId: sheet.id };
    ours.run(() => {
      commands.syncExecuteCommand(SetSheetsFilterRangeMutation.id, { ...place, range: { ...range, endRow: last } });
      if (filter.getAllFilterColumns().length > 0) commands.syncExecuteCommand(ReCalcSheetsFilterMutation.id, place);
    });
  }
}
