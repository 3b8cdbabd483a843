import { CommandType, ICommandService, type Injector } from '@univerjs/core';
import {
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetFrozenMutation,
  SetRangeValuesMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetRowAutoHeightMutation,
  SetWorksheetRowCountMutation,
  SetWorksheetRowHeightMutation,
  SetWorksheetRowIsAutoHeightMutation,
  type ISetRangeValuesMutationParams,
} from '@univerjs/sheets';
import {
  ReCalcSheetsFilterMutation,
  RemoveSheetsFilterMutation,
  SetSheetsFilterCriteriaMutation,
  SetSheetsFilterRangeMutation,
} from '@univerjs/sheets-filter';
import type { TouchedRows } from './touched-rows';

/** These change how a sheet is shown, or how long it is, and no cell of it. Every other one may have changed all. */
const leaveCells: ReadonlySet<string> = new Set(
  [
    ...[SetColHiddenMutation, SetColVisibleMutation, SetFrozenMutation, SetRowHiddenMutation, SetRowVisibleMutation],
    ...[SetWorksheetColWidthMutation, SetWorksheetRowAutoHeightMutation, SetWorksheetRowCountMutation],
    ...[SetWorksheetRowHeightMutation, SetWorksheetRowIsAutoHeightMutation, ReCalcSheetsFilterMutation],
    ...[RemoveSheetsFilterMutation, SetSheetsFilterCriteriaMutation, SetSheetsFilterRangeMutation],
  ].map(({ id }) => id),
);

/** Notes which rows of the drawn sheets change from now on, whoever changes them. */
export function followTouched(injector: Injector, touchedOf: (id: string) => TouchedRows | undefined): void {
  injector.get(ICommandService).onCommandExecuted(({ id, type, params }) => {
    const touched = touchedOf((params as { subUnitId?: string } | undefined)?.subUnitId ?? '');
    if (type !== CommandType.MUTATION || touched === undefined || leaveCells.has(id)) return;
    const { cellValue } = id === SetRangeValuesMutation.id ? (params as ISetRangeValuesMutationParams) : {};
    if (cellValue === undefined) touched.addAll();
    else for (const row in cellValue) touched.add(Number(row));
  });
}
