import { ICommandService, type Injector, type Workbook } from '@univerjs/core';
import { ClearSheetsFilterCriteriaCommand, SheetsFilterService } from '@univerjs/sheets-filter';
import { OpenFilterPanelOperation } from '@univerjs/sheets-filter-ui';
import { KeyCode, MetaKeys } from '@univerjs/ui';
import type { DrawnSheet } from './drawn-sheet';
import { keyAdder } from './keys';
import { UNIT } from './snapshot';

/** Opens the filter of a heading, where the sheet has one there. */
export function openFilter(injector: Injector, { id }: DrawnSheet, column: number): void {
  const range = injector.get(SheetsFilterService).getFilterModel(UNIT, id)?.getRange();
  if (range === undefined || column < range.startColumn || column > range.endColumn) return;
  void injector
    .get(ICommandService)
    .executeCommand(OpenFilterPanelOperation.id, { unitId: UNIT, subUnitId: id, col: column });
}

/** Ctrl+Shift+L shows all rows again. The arrows stay: the sheets are made with them. */
export function addFilterKeys(
  injector: Injector,
  workbook: Workbook,
  sheetOf: (id: string) => DrawnSheet | undefined,
): void {
  keyAdder(injector)('all-rows', [KeyCode.L | MetaKeys.CTRL_COMMAND | MetaKeys.SHIFT], () => {
    const sheet = sheetOf(workbook.getActiveSheet().getSheetId());
    const filter = sheet && injector.get(SheetsFilterService).getFilterModel(UNIT, sheet.id);
    if (!filter || filter.getAllFilterColumns().length === 0) return;
    void injector
      .get(ICommandService)
      .executeCommand(ClearSheetsFilterCriteriaCommand.id, { unitId: UNIT, subUnitId: sheet.id });
  });
}
