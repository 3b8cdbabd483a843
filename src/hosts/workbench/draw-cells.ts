import {
  CellValueType,
  HorizontalAlign,
  InterceptorEffectEnum,
  type ICellDataForSheetInterceptor,
  type Injector,
} from '@univerjs/core';
import { BEFORE_CELL_EDIT, INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/sheets';
import { isErrorValue } from '../../core/kernel/cell';
import type { Look } from '../../core/look';
import { cellOf, formulaOf } from './univer-cells';
import type { DrawnSheet } from './drawn-sheet';
import { createHighlights } from './highlights';
import { formattedCell } from './number-format';
import { hashesFor } from './number-width';
import { offeredList } from './offered-list';
import { lookOf } from './snapshot';

const RIGHT = { ht: HorizontalAlign.RIGHT };
const MIDDLE = { ht: HorizontalAlign.CENTER };
/** What the button of a filter and the space around a heading take, in characters. */
const BUTTON = 5;
/** Where the arrow of a list stands, in pixels from the right and the bottom of its cell. */
const ARROW = { width: 8, height: 5, right: 5, bottom: 7, room: 18 };

/**
 * Draws what is not in the cells themselves, for those on the screen: numbers as their formats write them, highlights,
 * and the arrows of lists, which `open` opens.
 */
export function drawCells(
  injector: Injector,
  looks: readonly Look[],
  drawn: readonly DrawnSheet[],
  open: (sheet: DrawnSheet, row: number, column: number) => void,
): void {
  const interceptors = injector.get(SheetInterceptorService);
  const painters = new Map(drawn.map((sheet) => [sheet.id, painterOf(sheet, looks, open)]));
  interceptors.writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    priority: FIRST,
    // What is edited is the formula or the number itself, not the number as it is drawn.
    handler: (cell, { worksheet, row, col }, next) => {
      const raw = worksheet.getCellRaw(row, col);
      const formula = formulaOf(raw);
      if (formula !== undefined) return next({ ...cell, v: `=${formula}`, t: CellValueType.STRING });
      return next(cell && raw ? { ...cell, v: raw.v ?? null } : cell);
    },
  });
  interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: FIRST,
    effect: InterceptorEffectEnum.Style | InterceptorEffectEnum.Value,
    handler: (cell, { subUnitId, row, col, rawData }, next) => {
      const painter = painters.get(subUnitId);
      const painted = painter?.paint(row, col, rawData ?? undefined) ?? cell;
      // Univer's own would look at each text for a date or a number in it; only headings have something of theirs.
      return painter === undefined || painter.isHeading(row) ? next(painted) : painted;
    },
  });
  interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: LAST,
    effect: InterceptorEffectEnum.Style,
    handler: (cell, { subUnitId, row, col }, next) =>
      next(cell?.fontRenderExtension && painters.get(subUnitId)?.isTight(row, col) === true ? underButton(cell) : cell),
  });
}

/** Univer's own interceptors have priorities between; the first of them looks for rules that protect cells. */
const FIRST = 1000;
const LAST = 0;

interface Painter {
  /** undefined where a cell is drawn as it is */
  paint(
    row: number,
    column: number,
    raw: ICellDataForSheetInterceptor | undefined,
  ): ICellDataForSheetInterceptor | undefined;
  isHeading(row: number): boolean;
  /** a heading with a word that has no room beside the button of the filter */
  isTight(row: number, column: number): boolean;
}

/** The heading runs below the button of the filter, as in Excel; with less room its words would break. */
function underButton(cell: ICellDataForSheetInterceptor): ICellDataForSheetInterceptor {
  return { ...cell, fontRenderExtension: { ...cell.fontRenderExtension, rightOffset: 0 } };
}

function painterOf(
  sheet: DrawnSheet,
  looks: readonly Look[],
  open: (sheet: DrawnSheet, row: number, column: number) => void,
): Painter {
  const { view } = sheet;
  const width = view.columns.length;
  const formats = view.columns.map(({ look }) => formatIn(looks, look));
  const withList = new Set(view.lists.map(({ column }) => column));
  const highlightOf = createHighlights(
    view.highlights,
    (row, column) => sheet.value(row, column),
    () => sheet.view.dataRow - 1,
  );
  const arrow = arrowOf((row, column) => open(sheet, row, column));
  const isMerged = (row: number, column: number): boolean => sheet.worksheet.getMergedCell(row, column) !== null;
  /** What stands for a number without room; undefined where it has room. */
  const fitting = (
    text: string | undefined,
    row: number,
    column: number,
    look: number | undefined,
  ): string | undefined => {
    const hashes =
      text === undefined ? undefined : hashesFor(text, looks[look ?? -1], sheet.worksheet.getColumnWidth(column));
    return hashes === undefined || isMerged(row, column) ? undefined : hashes;
  };
  const paint: Painter['paint'] = (row, column, raw) => {
    const value = cellOf(raw);
    const inData = row >= sheet.view.dataRow && column < width;
    const highlight = inData ? highlightOf(row, column, value) : undefined;
    const own = raw?.s;
    const format =
      highlight?.format ?? (own === undefined || own === null ? formats[column] : formatIn(looks, lookOf(own)));
    const look = own === undefined || own === null ? view.columns[column]?.look : lookOf(own);
    const written = format === undefined ? undefined : formattedCell(format, value);
    const shown =
      fitting(written ?? (typeof value === 'number' ? String(value) : undefined), row, column, look) ?? written;
    const hasArrow = inData && withList.has(column) && (offeredList(sheet, row, column)?.items.length ?? 0) > 0;
    const isError = formulaOf(raw) !== undefined && isErrorValue(value);
    if (highlight === undefined && shown === undefined && !hasArrow && !isError) return undefined;
    const isPlaced = looks[look ?? -1]?.horizontal !== undefined;
    const place = isPlaced ? undefined : isError ? MIDDLE : shown === undefined ? undefined : RIGHT;
    return {
      ...raw,
      // As text, or Univer writes `0.00` as 0; where the look says nothing, it stands where numbers do.
      ...(shown === undefined ? {} : { v: shown, t: CellValueType.STRING }),
      ...(highlight === undefined && place === undefined
        ? {}
        : { interceptorStyle: { ...place, ...highlight?.style } }),
      ...(hasArrow ? { customRender: [arrow], fontRenderExtension: { rightOffset: ARROW.room } } : {}),
    };
  };
  const isTight = (row: number, column: number): boolean => {
    if (row !== view.dataRow - 1 || looks[lookOf(sheet.raw(row, column)?.s) ?? -1]?.horizontal === 'right')
      return false;
    const longest = Math.max(
      ...String(cellOf(sheet.raw(row, column)))
        .split(' ')
        .map((word) => word.length),
    );
    return longest > (view.columns[column]?.width ?? 0) - BUTTON;
  };
  const isHeading = (row: number): boolean => row === view.dataRow - 1;
  return { paint, isHeading, isTight };
}

/** The number format of a look; text and cells without a format are drawn as they are. */
function formatIn(looks: readonly Look[], look: number | undefined): string | undefined {
  const format = look === undefined ? undefined : looks[look]?.format;
  return format === '@' ? undefined : format;
}

type Drawing = Extract<ICellDataForSheetInterceptor['customRender'], readonly unknown[]>[number];

function arrowOf(open: (row: number, column: number) => void): Drawing {
  return {
    drawWith: (context, { primaryWithCoord: { endX, endY } }) => {
      const [right, bottom] = [endX - ARROW.right, endY - ARROW.bottom];
      context.save();
      context.beginPath();
      context.moveTo(right - ARROW.width, bottom - ARROW.height);
      context.lineTo(right, bottom - ARROW.height);
      context.lineTo(right - ARROW.width / 2, bottom);
      context.closePath();
      context.fillStyle = '#6b7785';
      context.fill();
      context.restore();
    },
    isHit: ({ x }, { primaryWithCoord: { endX } }) => x > endX - ARROW.room,
    onPointerDown: ({ row, col }) => open(row, col),
  };
}
