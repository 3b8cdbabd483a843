import { ICommandService, type Injector, type Workbook } from '@univerjs/core';
import { IRenderManagerService, Spreadsheet, type IViewportInfo } from '@univerjs/engine-render';
import { SetRangeValuesMutation, type ISetRangeValuesMutationParams } from '@univerjs/sheets';
import type { DrawnSheet } from './drawn-sheet';
import { UNIT } from './snapshot';

/** From one row to another, both among them. */
interface Rows {
  readonly first: number;
  readonly last: number;
}

/** Of a sheet that is not in front nothing is drawn. */
const NONE: Rows = { first: Infinity, last: -1 };

/** Their borders reach so far into the rows beside them, in pixels. */
const BORDER = 3;

/** With more rows than a screen has, all is drawn again. */
const MOST = 100;

/**
 * After a change of cells Univer draws every cell on the screen again, which takes longer than all else between a key and
 * its result. What a cell looks like depends on nothing outside its row, the headings aside, so that the rows that changed
 * are enough: they are drawn as those are that come into view by scrolling.
 */
export function drawChangedRows(
  injector: Injector,
  workbook: Workbook,
  sheetOf: (id: string) => DrawnSheet | undefined,
): void {
  const sheet = injector.get(IRenderManagerService).getRenderById(UNIT)?.mainComponent;
  if (!(sheet instanceof Spreadsheet)) return;
  /** rows that the change which is being made has, and those of all since the last frame */
  let [changing, changed]: (Rows | undefined)[] = [];
  /** something else needs to be drawn again too; and whether that was so before the last call said it is */
  let [isMore, wasMore] = [false, false];
  injector.get(ICommandService).beforeCommandExecuted(({ id, params }) => {
    changing = undefined;
    if (id !== SetRangeValuesMutation.id) return;
    const { subUnitId, cellValue } = params as ISetRangeValuesMutationParams;
    const isFront = subUnitId === workbook.getActiveSheet().getSheetId();
    changing = isFront ? rowsOf(cellValue, sheetOf(subUnitId)) : NONE;
  });
  const all = {
    makeDirty: sheet.makeDirty.bind(sheet),
    setDirtyArea: sheet.setDirtyArea.bind(sheet),
    render: sheet.render.bind(sheet),
    refreshCacheCanvas: sheet.refreshCacheCanvas.bind(sheet),
  };
  sheet.makeDirty = (state = true) => {
    wasMore = state && isMore;
    isMore = state;
    if (!state) changed = undefined;
    return all.makeDirty(state);
  };
  // Univer says so right after it said that all is dirty, for a change of cells alone.
  sheet.setDirtyArea = (bounds) => {
    if (changing !== undefined) {
      isMore = wasMore;
      changed = changed === undefined ? changing : around(changed, changing);
    }
    all.setDirtyArea(bounds);
  };
  sheet.render = (context, info) => {
    const part = isMore || changed === undefined ? undefined : partOf(sheet, changed, info);
    return all.render(context, part === undefined ? info : { ...info, ...part });
  };
  sheet.refreshCacheCanvas = (info, place) => {
    const skeleton = sheet.getSkeleton();
    if (!parts.has(info.diffCacheBounds) || skeleton === undefined) {
      all.refreshCacheCanvas(info, place);
      return;
    }
    const { a: scaleX, d: scaleY } = place.mainCtx.getTransform();
    const { rowHeaderWidthAndMarginLeft, columnHeaderHeightAndMarginTop } = skeleton;
    const margins = { rowHeaderWidthAndMarginLeft, columnHeaderHeightAndMarginTop };
    sheet.paintNewAreaForScrolling(info, { ...place, ...margins, scaleX, scaleY });
  };
}

/** What was made here, told from what Univer found out by scrolling. */
const parts = new WeakSet<IViewportInfo['diffCacheBounds']>();

type Part = Pick<
  IViewportInfo,
  'diffBounds' | 'diffCacheBounds' | 'diffX' | 'diffY' | 'isDirty' | 'isForceDirty' | 'shouldCacheUpdate'
>;

/** What a viewport has of the rows, as if they came into view now; undefined where all of it is to be drawn. */
function partOf(sheet: Spreadsheet, { first, last }: Rows, info: IViewportInfo | undefined): Part | undefined {
  const skeleton = sheet.getSkeleton();
  if (skeleton === undefined || info?.cacheCanvas === undefined || sheet.isForceDirty()) return undefined;
  if (info.isForceDirty === true || info.diffX !== 0 || info.diffY !== 0 || info.diffBounds.length > 0)
    return undefined;
  const { cacheBound } = info;
  const heights = skeleton.rowHeightAccumulation;
  const header = skeleton.columnHeaderHeightAndMarginTop;
  const top = Math.max(cacheBound.top, (heights[first - 1] ?? 0) + header - BORDER);
  const bottom = Math.min(cacheBound.bottom, (heights[last] ?? -Infinity) + header + BORDER);
  const bounds = top < bottom ? [{ ...cacheBound, top, bottom }] : [];
  parts.add(bounds);
  return {
    diffBounds: [cacheBound],
    diffCacheBounds: bounds,
    diffX: 0,
    diffY: 0,
    isDirty: 0,
    isForceDirty: false,
    shouldCacheUpdate: bounds.length,
  };
}

/** The rows that a change of cells has; undefined where others may look different after it, or all may have changed. */
function rowsOf(
  cellValue: ISetRangeValuesMutationParams['cellValue'],
  sheet: DrawnSheet | undefined,
): Rows | undefined {
  const numbers = Object.keys(cellValue ?? {}).map(Number);
  if (sheet === undefined || numbers.length === 0 || numbers.length > MOST) return undefined;
  const rows = { first: Math.min(...numbers), last: Math.max(...numbers) };
  const isMerged = sheet.worksheet
    .getMergeData()
    .some(({ startRow, endRow }) => startRow <= rows.last && endRow >= rows.first);
  return isMerged || rows.first < sheet.view.dataRow ? undefined : rows;
}

function around(one: Rows, other: Rows): Rows {
  return { first: Math.min(one.first, other.first), last: Math.max(one.last, other.last) };
}
