import type { Injector, Workbook } from '@univerjs/core';
import { IRenderManagerService } from '@univerjs/engine-render';
import { SheetSkeletonManagerService, getViewportByCell } from '@univerjs/sheets-ui';
import { UNIT } from './snapshot';

/** Where a cell is drawn, in pixels of the window; undefined while it is scrolled away. */
export function cellPlace(injector: Injector, workbook: Workbook, row: number, column: number): DOMRect | undefined {
  const render = injector.get(IRenderManagerService).getRenderById(UNIT);
  const skeleton = render?.with(SheetSkeletonManagerService).getCurrentSkeleton();
  const worksheet = workbook.getActiveSheet();
  const viewport = render && getViewportByCell(row, column, render.scene, worksheet);
  if (!render || !skeleton || !viewport) return undefined;
  const { startX, startY, endX, endY } = skeleton.getCellWithCoordByIndex(row, column);
  const { scaleX, scaleY } = render.scene.getAncestorScale();
  const { x, y } = render.scene.getViewportScrollXY(viewport);
  const canvas = render.engine.getCanvasElement().getBoundingClientRect();
  const place = new DOMRect(
    canvas.left + (startX - x) * scaleX,
    canvas.top + (startY - y) * scaleY,
    (endX - startX) * scaleX,
    (endY - startY) * scaleY,
  );
  const isSeen = place.right > canvas.left && place.bottom > canvas.top && place.top < canvas.bottom;
  return isSeen && place.left < canvas.right ? place : undefined;
}
