import { CommandType, ICommandService, type IDisposable, type Injector } from '@univerjs/core';
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

/** These change how a sheet is shown, or how long it is, and no cell of it. Every other one may have changed all. */
const leaveCells: ReadonlySet<string> = new Set(
  [
    ...[SetColHiddenMutation, SetColVisibleMutation, SetFrozenMutation, SetRowHiddenMutation, SetRowVisibleMutation],
    ...[SetWorksheetColWidthMutation, SetWorksheetRowAutoHeightMutation, SetWorksheetRowCountMutation],
    ...[SetWorksheetRowHeightMutation, SetWorksheetRowIsAutoHeightMutation, ReCalcSheetsFilterMutation],
    ...[RemoveSheetsFilterMutation, SetSheetsFilterCriteriaMutation, SetSheetsFilterRangeMutation],
  ].map(({ id }) => id),
);

/** The rows of a sheet that changed since it was shown. */
export interface TouchedRows {
  has(row: number): boolean;
  add(row: number): void;
  addAll(): void;
  /** those that changed after a moment; undefined where all may have, or the sheet was not shown yet */
  since(moment: number): number[] | undefined;
}

/** Counts changes, of all sheets that are shown one after the other. */
let changes = 0;

export function momentNow(): number {
  return changes;
}

export function touchedRows(): TouchedRows {
  /** row to the last change of it */
  const rows = new Map<number, number>();
  const shown = (changes += 1);
  let all = shown;
  return {
    has: (row) => all > shown || rows.has(row),
    add: (row) => rows.set(row, (changes += 1)),
    addAll: () => {
      all = changes += 1;
      rows.clear();
    },
    since: (moment) =>
      moment < all ? undefined : [...rows].flatMap(([row, changed]) => (changed > moment ? [row] : [])),
  };
}

/** Notes which rows of the drawn sheets change from now on, whoever changes them. */
export function followTouched(injector: Injector, touchedOf: (id: string) => TouchedRows | undefined): IDisposable {
  return injector.get(ICommandService).onCommandExecuted(({ id, type, params }) => {
    const touched = touchedOf((params as { subUnitId?: string } | undefined)?.subUnitId ?? '');
    if (type !== CommandType.MUTATION || touched === undefined || leaveCells.has(id)) return;
    const { cellValue } = id === SetRangeValuesMutation.id ? (params as ISetRangeValuesMutationParams) : {};
    if (cellValue === undefined) touched.addAll();
    else for (const row in cellValue) touched.add(Number(row));
  });
}
