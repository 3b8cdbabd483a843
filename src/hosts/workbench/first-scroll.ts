import { ICommandService, type Injector } from '@univerjs/core';
import { IRenderManagerService } from '@univerjs/engine-render';
import { SetScrollOperation, SheetScrollManagerService } from '@univerjs/sheets-ui';
import type { DrawnSheet } from './drawn-sheet';
import { AROUND } from './frozen-columns';
import { UNIT } from './snapshot';

/**
 * Where the window is narrow, sheets with columns that stay are first shown scrolled to the column that the user fills in
 * from a list, with as many of the columns before it as there is room for. Nothing of it is in the file.
 */
export function scrollToLists(injector: Injector, drawn: readonly DrawnSheet[], front: string, width: number): void {
  const scrolls = injector.get(IRenderManagerService).getRenderById(UNIT)?.with(SheetScrollManagerService);
  for (const sheet of drawn) {
    const offsetX = distanceOf(sheet, width - AROUND);
    if (offsetX === 0) continue;
    const state = {
      sheetId: sheet.id,
      unitId: UNIT,
      sheetViewStartRow: 0,
      sheetViewStartColumn: 0,
      offsetX,
      offsetY: 0,
    };
    if (sheet.id === front) injector.get(ICommandService).syncExecuteCommand(SetScrollOperation.id, state);
    else scrolls?.setValidScrollState(state);
  }
}

/** How many pixels of whole columns have to go so that the column is in view; 0 where it is. */
function distanceOf({ view, worksheet }: DrawnSheet, room: number): number {
  const frozen = view.freeze?.columns ?? 0;
  const column = Math.min(...view.lists.map((list) => list.column).filter((at) => at >= frozen));
  if (frozen === 0 || !Number.isFinite(column)) return 0;
  const widths = Array.from({ length: column + 1 }, (_, at) =>
    worksheet.getColVisible(at) ? worksheet.getColumnWidth(at) : 0,
  );
  let over = widths.reduce((sum, each) => sum + each, 0) - room;
  let distance = 0;
  for (let at = frozen; at < column && over > 0; at += 1) {
    over -= widths[at] ?? 0;
    distance += widths[at] ?? 0;
  }
  return distance;
}
