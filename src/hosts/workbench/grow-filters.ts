import { ICommandService } from '@univerjs/core';
import {
  ReCalcSheetsFilterMutation,
  SetSheetsFilterCriteriaMutation,
  SetSheetsFilterRangeMutation,
  SheetsFilterService,
} from '@univerjs/sheets-filter';
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

/** Leaves only rows with one of these texts in a column; the filter's other criteria go. Without texts it leaves all. */
export function filterBy(
  { injector, drawn, ours }: OpenBook,
  name: string,
  headingRow: number,
  column: number,
  texts: readonly string[],
): void {
  const sheet = drawn.find((other) => other.name === name);
  if (sheet === undefined) return;
  const commands = injector.get(ICommandService);
  const place = { unitId: UNIT, subUnitId: sheet.id };
  const model = injector.get(SheetsFilterService).getFilterModel(UNIT, sheet.id);
  const range = model?.getRange();
  ours.run(() => {
    for (const [at] of model?.getAllFilterColumns() ?? [])
      commands.syncExecuteCommand(SetSheetsFilterCriteriaMutation.id, { ...place, col: at, criteria: null });
    if (range === undefined || column < range.startColumn || range.endColumn < column) {
      const whole = {
        startRow: headingRow,
        endRow: sheet.rows() - 1,
        startColumn: 0,
        endColumn: Math.max(column, sheet.columns() - 1),
      };
      commands.syncExecuteCommand(SetSheetsFilterRangeMutation.id, { ...place, range: whole });
    }
    if (texts.length === 0) return;
    const criteria = { colId: column, filters: { filters: [...texts] } };
    commands.syncExecuteCommand(SetSheetsFilterCriteriaMutation.id, { ...place, col: column, criteria });
  });
}
