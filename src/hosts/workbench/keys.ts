import { BooleanNumber, CommandType, ICommandService, type Injector, type Workbook } from '@univerjs/core';
import { IRenderManagerService, SHEET_VIEWPORT_KEY } from '@univerjs/engine-render';
import { SheetsSelectionsService } from '@univerjs/sheets';
import { SheetSkeletonManagerService, whenSheetEditorFocused } from '@univerjs/sheets-ui';
import { IShortcutService, KeyCode, MetaKeys } from '@univerjs/ui';
import type { DrawnSheet } from './drawn-sheet';
import { lastPlace, selectCells, showSheet, type Place } from './select-cells';
import { UNIT } from './snapshot';

/** Where a key leads from a cell. */
type Way = (sheet: DrawnSheet, from: Place) => Place;

/** Keys that Univer has no names for. */
const [PAGE_UP, PAGE_DOWN, END, HOME] = [33, 34, 35, 36];

/** Above Univer's own, which are at 100 at most. */
const OURS_FIRST = 1_000;

/** The keys of Excel that Univer does not know: to the ends of rows and sheets, by screens, and from sheet to sheet. */
export function addKeys(injector: Injector, workbook: Workbook, sheetOf: (id: string) => DrawnSheet | undefined): void {
  const add = keyAdder(injector);
  const front = (): DrawnSheet | undefined => sheetOf(workbook.getActiveSheet().getSheetId());
  const go = (name: string, binding: number, way: Way): void => {
    for (const extends_ of [false, true]) {
      add(`${name}${extends_ ? '-selecting' : ''}`, [binding | (extends_ ? MetaKeys.SHIFT : 0)], () => {
        const sheet = front();
        const selection = injector.get(SheetsSelectionsService).getCurrentLastSelection();
        if (sheet === undefined || !selection) return;
        const { actualRow: row, actualColumn: column } = selection.primary;
        const anchor = { row, column };
        const { range } = selection;
        const end = extends_
          ? { row: range.startRow + range.endRow - row, column: range.startColumn + range.endColumn - column }
          : anchor;
        const to = way(sheet, end);
        void selectCells(injector, sheet.id, extends_ ? anchor : to, to);
      });
    }
  };
  go('row-start', HOME, rowStart);
  go('top', HOME | MetaKeys.CTRL_COMMAND, top);
  go('end', END | MetaKeys.CTRL_COMMAND, last);
  go('page-down', PAGE_DOWN, (sheet, from) => byScreen(injector, sheet, from, 1));
  go('page-up', PAGE_UP, (sheet, from) => byScreen(injector, sheet, from, -1));
  const turn = (step: 1 | -1): void => {
    const shown = workbook.getSheets().filter((sheet) => sheet.isSheetHidden() === BooleanNumber.FALSE);
    const at = shown.findIndex((sheet) => sheet.getSheetId() === workbook.getActiveSheet().getSheetId());
    const next = shown[at + step];
    if (next !== undefined) void showSheet(injector, next.getSheetId());
  };
  // Browsers keep the first of each two to themselves in a tab; Excel for the web has the second.
  add('next-sheet', [PAGE_DOWN | MetaKeys.CTRL_COMMAND, PAGE_DOWN | MetaKeys.CTRL_COMMAND | MetaKeys.ALT], () =>
    turn(1),
  );
  add('last-sheet', [PAGE_UP | MetaKeys.CTRL_COMMAND, PAGE_UP | MetaKeys.CTRL_COMMAND | MetaKeys.ALT], () => turn(-1));
  const whole = (
    name: string,
    binding: number,
    range: (sheet: DrawnSheet, at: Place) => readonly [Place, Place],
  ): void =>
    add(name, [binding], () => {
      const sheet = front();
      const primary = injector.get(SheetsSelectionsService).getCurrentLastSelection()?.primary;
      if (sheet === undefined || !primary) return;
      const [from, to] = range(sheet, { row: primary.actualRow, column: primary.actualColumn });
      void selectCells(injector, sheet.id, from, to);
    });
  whole('whole-row', KeyCode.SPACE | MetaKeys.SHIFT, (sheet, { row }) => [
    { row, column: 0 },
    { row, column: lastPlace(sheet.worksheet).column },
  ]);
}

/** Adds keys that work while the cells have the focus and none is being typed into. */
export function keyAdder(injector: Injector): (name: string, bindings: readonly number[], work: () => void) => void {
  return (name, bindings, work) => {
    const id = `ims.operation.${name}`;
    injector.get(ICommandService).registerCommand({
      id,
      type: CommandType.OPERATION,
      handler: () => {
        work();
        return true;
      },
    });
    for (const binding of bindings) {
      injector
        .get(IShortcutService)
        .registerShortcut({ id, binding, preconditions: whenSheetEditorFocused, priority: OURS_FIRST });
    }
  };
}

/** Beside the frozen columns first, as in Excel, and from there to the very first. */
function rowStart({ view }: DrawnSheet, { row, column }: Place): Place {
  const frozen = view.freeze?.columns ?? 0;
  return { row, column: column > frozen ? frozen : 0 };
}

function top({ view }: DrawnSheet): Place {
  return { row: view.freeze?.rows ?? 0, column: view.freeze?.columns ?? 0 };
}

function last(sheet: DrawnSheet): Place {
  return { row: Math.max(0, sheet.rows() - 1), column: Math.max(0, sheet.columns() - 1) };
}

/** As many rows on as the screen shows, as far as the frozen ones; rows that are not shown do not count. */
function byScreen(injector: Injector, { worksheet, view }: DrawnSheet, { row, column }: Place, step: 1 | -1): Place {
  const skeleton = injector
    .get(IRenderManagerService)
    .getRenderById(UNIT)
    ?.with(SheetSkeletonManagerService)
    .getCurrentSkeleton();
  const seen = skeleton?.visibleRangeByViewportKey(SHEET_VIEWPORT_KEY.VIEW_MAIN);
  let left = 0;
  for (let at = seen?.startRow ?? 0; at < (seen?.endRow ?? 0); at += 1) if (worksheet.getRowVisible(at)) left += 1;
  const frozen = view.freeze?.rows ?? 0;
  const least = row >= frozen ? frozen : 0;
  let to = row;
  for (let at = row + step; at >= least && at < worksheet.getRowCount() && left > 1; at += step) {
    if (!worksheet.getRowVisible(at)) continue;
    to = at;
    left -= 1;
  }
  return { row: to, column };
}
