import { ICommandService, type IRange, type ISelectionCell, type Injector, type Worksheet } from '@univerjs/core';
import { SetSelectionsOperation, SetWorksheetActiveOperation } from '@univerjs/sheets';
import { ScrollToRangeOperation } from '@univerjs/sheets-ui';
import { UNIT } from './snapshot';

/** A cell of the sheet, counted from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Selects what lies between two cells: `anchor` is the active one, `to` is scrolled to. */
export async function selectCells(injector: Injector, sheetId: string, anchor: Place, to: Place): Promise<void> {
  const range: IRange = {
    startRow: Math.min(anchor.row, to.row),
    endRow: Math.max(anchor.row, to.row),
    startColumn: Math.min(anchor.column, to.column),
    endColumn: Math.max(anchor.column, to.column),
  };
  const commands = injector.get(ICommandService);
  await commands.executeCommand(SetSelectionsOperation.id, {
    unitId: UNIT,
    subUnitId: sheetId,
    selections: [{ range, primary: primaryAt(anchor), style: null }],
  });
  await commands.executeCommand(ScrollToRangeOperation.id, { range: cellAt(to) });
}

/** Brings a sheet to the front. */
export async function showSheet(injector: Injector, sheetId: string): Promise<void> {
  await injector
    .get(ICommandService)
    .executeCommand(SetWorksheetActiveOperation.id, { unitId: UNIT, subUnitId: sheetId });
}

/** The last column and row that there are. */
export function lastPlace(worksheet: Worksheet): Place {
  return { row: worksheet.getRowCount() - 1, column: worksheet.getColumnCount() - 1 };
}

function cellAt({ row, column }: Place): IRange {
  return { startRow: row, endRow: row, startColumn: column, endColumn: column };
}

/** A cell as the active one of a selection. */
export function primaryAt(place: Place): ISelectionCell {
  return {
    ...cellAt(place),
    actualRow: place.row,
    actualColumn: place.column,
    isMerged: false,
    isMergedMainCell: false,
  };
}
