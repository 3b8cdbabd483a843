import { ICommandService, type Injector, type Workbook } from '@univerjs/core';
import { IRenderManagerService, SHEET_VIEWPORT_KEY } from '@univerjs/engine-render';
import { ScrollToCellOperation, SetSelectionsOperation, SheetsSelectionsService } from '@univerjs/sheets';
import {
  ExpandSelectionCommand,
  ScrollCommand,
  ScrollToCellCommand,
  ScrollToRangeOperation,
  SheetSkeletonManagerService,
} from '@univerjs/sheets-ui';
import type { Place } from './select-cells';
import { UNIT } from './snapshot';

/** The scroll bars lie over the cells. */
const SCROLL_BAR = 14;

/**
 * Scrolls as little as it takes to have a whole cell beside and below what is frozen. Univer's own way counts the frozen
 * columns as if all had one width, and so leaves cells under them.
 */
function reveal(injector: Injector, workbook: Workbook, { row, column }: Place): void {
  const render = injector.get(IRenderManagerService).getRenderById(UNIT);
  const skeleton = render?.with(SheetSkeletonManagerService).getCurrentSkeleton();
  const viewport = render?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
  if (!render || !skeleton || !viewport) return;
  const { xSplit, ySplit } = workbook.getActiveSheet().getFreeze();
  const { scaleX, scaleY } = render.scene.getAncestorScale();
  const { rowHeightAccumulation: bottoms, columnWidthAccumulation: rights } = skeleton;
  const [x, y] = [viewport.viewportScrollX, viewport.viewportScrollY];
  const left = scrolled(x, { ends: rights, frozen: xSplit, at: column, room: (viewport.width ?? 0) / scaleX });
  const top = scrolled(y, { ends: bottoms, frozen: ySplit, at: row, room: (viewport.height ?? 0) / scaleY });
  if (left === x && top === y) return;
  const { row: firstRow, column: firstColumn, rowOffset, columnOffset } = skeleton.getOffsetRelativeToRowCol(left, top);
  void injector.get(ICommandService).executeCommand(ScrollCommand.id, {
    sheetViewStartRow: firstRow,
    sheetViewStartColumn: firstColumn,
    offsetX: columnOffset,
    offsetY: rowOffset,
  });
}

/** Univer's ways to scroll to a cell that was selected just before. */
const SCROLLS = new Set([ScrollToRangeOperation.id, ScrollToCellCommand.id, ScrollToCellOperation.id]);

/** Whatever is selected by keys, found or gone to is revealed. */
export function revealSelected(injector: Injector, workbook: Workbook): void {
  const selections = injector.get(SheetsSelectionsService);
  const revealNow = (isExpanded: boolean): void => {
    const selection = selections.getCurrentLastSelection();
    if (!selection?.primary) return;
    const { range, primary } = selection;
    const [row, column] = [primary.actualRow, primary.actualColumn];
    const far = (from: number, start: number, end: number): number => (from === start ? end : start);
    reveal(injector, workbook, {
      row: isExpanded ? far(row, range.startRow, range.endRow) : row,
      column: isExpanded ? far(column, range.startColumn, range.endColumn) : column,
    });
  };
  injector.get(ICommandService).onCommandExecuted(({ id, params }) => {
    if (SCROLLS.has(id)) revealNow(false);
    const isMoved = id === SetSelectionsOperation.id && (params as { reveal?: boolean } | undefined)?.reveal === true;
    const isExpanded = id === ExpandSelectionCommand.id;
    // Univer scrolls after it has told.
    if (isMoved || isExpanded) setTimeout(() => revealNow(isExpanded), 0);
  });
}

interface Line {
  /** where each row or column ends, from the first on */
  readonly ends: ArrayLike<number>;
  readonly frozen: number;
  readonly at: number;
  /** what is seen beside the frozen ones */
  readonly room: number;
}

function scrolled(now: number, { ends, frozen, at, room }: Line): number {
  if (at < frozen) return now;
  const frozenEnd = ends[frozen - 1] ?? 0;
  const [start, end] = [(ends[at - 1] ?? 0) - frozenEnd, (ends[at] ?? 0) - frozenEnd];
  if (start < now) return start;
  // Of a cell that is larger than the room its beginning is seen.
  return end > now + room - SCROLL_BAR ? Math.min(start, end - room + SCROLL_BAR) : now;
}
