import { ICommandService, type Injector, type IRange, type Workbook } from '@univerjs/core';
import {
  ClearSelectionContentCommand,
  SetSelectionsOperation,
  SetWorksheetRowCountMutation,
  SheetsSelectionsService,
} from '@univerjs/sheets';
import { ISheetClipboardService } from '@univerjs/sheets-ui';
import { IClipboardInterfaceService, PLAIN_TEXT_CLIPBOARD_MIME_TYPE } from '@univerjs/ui';
import type { Cell } from '../../core/kernel/cell';
import { cellsOfText, tabbedText, tableHtml } from './clipboard-text';
import type { DrawnSheet } from './drawn-sheet';
import { cellOf } from './univer-cells';
import { enter } from './lists';
import { SPARE_ROWS, UNIT } from './snapshot';

/**
 * Puts our ways of copying and pasting in the place of Univer's, which carry looks along and take a millisecond a row:
 * values alone, text as text, and only rows that no filter hides.
 */
export function useClipboard(
  injector: Injector,
  workbook: Workbook,
  sheetOf: (id: string) => DrawnSheet | undefined,
  hiddenRows: (sheet: DrawnSheet) => ReadonlySet<number>,
): void {
  const target = (): { sheet: DrawnSheet; range: IRange } | undefined => {
    const sheet = sheetOf(workbook.getActiveSheet().getSheetId());
    const range = injector.get(SheetsSelectionsService).getCurrentLastSelection()?.range;
    return sheet === undefined || !range ? undefined : { sheet, range: wholeRange(range, sheet) };
  };
  const copy = async (): Promise<boolean> => {
    const from = target();
    if (from === undefined) return false;
    const rows = copied(from.sheet, from.range, hiddenRows(from.sheet));
    await injector.get(IClipboardInterfaceService).write(tabbedText(rows), tableHtml(rows));
    return true;
  };
  const paste = (text: string): boolean => {
    const to = target();
    if (to === undefined || text === '') return false;
    enterBlock(injector, to.sheet, to.range, cellsOfText(text), hiddenRows(to.sheet));
    return true;
  };
  const own: Pick<ISheetClipboardService, 'copy' | 'cut' | 'paste' | 'pasteByCopyId' | 'legacyPaste'> = {
    copy,
    cut: async () => (await copy()) && injector.get(ICommandService).executeCommand(ClearSelectionContentCommand.id),
    paste: async (item) => {
      if (!item.types.includes(PLAIN_TEXT_CLIPBOARD_MIME_TYPE)) return false;
      return paste(await (await item.getType(PLAIN_TEXT_CLIPBOARD_MIME_TYPE)).text());
    },
    pasteByCopyId: () => Promise.resolve(false),
    legacyPaste: (html, text) => Promise.resolve(paste(text ?? textOfHtml(html ?? ''))),
  };
  Object.assign(injector.get(ISheetClipboardService), own);
}

/** Whole rows and columns end with the last filled cell. */
function wholeRange(range: IRange, sheet: DrawnSheet): IRange {
  const known = (value: number, otherwise: number): number => (Number.isNaN(value) ? otherwise : value);
  const isWhole = Number.isNaN(range.endRow) || range.endRow >= sheet.worksheet.getRowCount() - 1;
  return {
    startRow: known(range.startRow, 0),
    endRow: isWhole ? Math.max(0, sheet.rows() - 1) : range.endRow,
    startColumn: known(range.startColumn, 0),
    endColumn: Math.min(known(range.endColumn, Infinity), Math.max(0, sheet.worksheet.getColumnCount() - 1)),
  };
}

function copied(sheet: DrawnSheet, range: IRange, hidden: ReadonlySet<number>): Cell[][] {
  const rows: Cell[][] = [];
  for (let row = range.startRow; row <= range.endRow; row += 1) {
    if (hidden.has(row)) continue;
    const line: Cell[] = [];
    for (let column = range.startColumn; column <= range.endColumn; column += 1) {
      // As it is shown: a formula without a result is blank.
      line.push(cellOf(sheet.raw(row, column)));
    }
    rows.push(line);
  }
  return rows;
}

/** One block at the upper left cell, repeated as often as it fits into a larger selection. */
function enterBlock(
  injector: Injector,
  sheet: DrawnSheet,
  range: IRange,
  block: readonly (readonly string[])[],
  hidden: ReadonlySet<number>,
): void {
  const width = Math.max(...block.map((row) => row.length));
  const rows = visibleFrom(range, hidden, block.length);
  const across = range.endColumn - range.startColumn + 1;
  const columns = across % width === 0 ? across : width;
  const cellValue: Record<number, Record<number, { v: string }>> = {};
  for (const [index, row] of rows.entries()) {
    const line: Record<number, { v: string }> = {};
    for (let offset = 0; offset < columns; offset += 1) {
      line[range.startColumn + offset] = { v: block[index % block.length]?.[offset % width] ?? '' };
    }
    cellValue[row] = line;
  }
  const place = { unitId: UNIT, subUnitId: sheet.id };
  const last = rows.at(-1) ?? range.startRow;
  const commands = injector.get(ICommandService);
  if (last >= sheet.worksheet.getRowCount()) {
    commands.syncExecuteCommand(SetWorksheetRowCountMutation.id, { ...place, rowCount: last + 1 + SPARE_ROWS });
  }
  enter(injector, { ...place, cellValue });
  const pasted = { ...range, endRow: last, endColumn: range.startColumn + columns - 1 };
  commands.syncExecuteCommand(SetSelectionsOperation.id, {
    ...place,
    selections: [{ range: pasted, primary: primaryOf(pasted), style: null }],
  });
}

/** The rows that a block goes to: the selected ones where it fits into them, else as many as it has. */
function visibleFrom({ startRow, endRow }: IRange, hidden: ReadonlySet<number>, height: number): number[] {
  const rows: number[] = [];
  for (let row = startRow; row <= endRow; row += 1) if (!hidden.has(row)) rows.push(row);
  if (rows.length > 0 && rows.length % height === 0) return rows;
  rows.length = Math.min(rows.length, height);
  for (let row = (rows.at(-1) ?? startRow - 1) + 1; rows.length < height; row += 1)
    if (!hidden.has(row)) rows.push(row);
  return rows;
}

function primaryOf({ startRow, startColumn }: IRange) {
  return {
    startRow,
    endRow: startRow,
    startColumn,
    endColumn: startColumn,
    actualRow: startRow,
    actualColumn: startColumn,
    isMerged: false,
    isMergedMainCell: false,
  };
}

/** The texts of the first table; a document made of a text runs no script and loads nothing. */
function textOfHtml(html: string): string {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (table === null) return '';
  return tabbedText([...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent)));
}
