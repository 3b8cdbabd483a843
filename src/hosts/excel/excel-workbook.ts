/// <reference types="office-js" />
import { LAST_ROW } from '../../core/sheet-rules';
import type { Workbook } from '../../core/workbook';
import { changeCells } from './change-cells';
import { listenTo } from './events';
import { runExcel, type ExcelPlace } from './excel-run';
import { filterBy } from './filter';
import { makeSheets } from './make-sheets';
import { readCells } from './read-cells';
import { readRaw } from './read-raw';
import { viewOf } from './view';

/**
 * The open workbook in Excel. Throws a `HostFault` where Excel cannot do what it is asked to.
 * `failed` hears of errors that belong to no call, as of events that cannot be had.
 */
export function createExcelWorkbook(place: ExcelPlace, failed: (error: unknown) => void = () => undefined): Workbook {
  const stops = new Set<() => Promise<void>>();
  return {
    rowLimit: LAST_ROW,
    sheetNames: (asks) =>
      runExcel(place, '', async (context) => {
        const sheets = context.workbook.worksheets;
        sheets.load({ name: true, visibility: true });
        await context.sync();
        const wanted = sheets.items.filter(({ visibility }) => asks?.shown !== true || visibility === 'Visible');
        return wanted.map(({ name }) => name);
      }),
    prepare: (plans, progress, along = []) => makeSheets(place, plans, progress, along),
    read: (sheet, span, progress) => readCells(place, sheet, span, progress),
    readRaw: (sheet, progress) => readRaw(place, sheet, progress),
    change: (edits, progress) => changeCells(place, edits, progress),
    showOnly: (sheet, row, column, texts) => filterBy(place, sheet, row, column, texts),
    goTo: (name, row, column) =>
      runExcel(place, name, async (context) => {
        const sheet = context.workbook.worksheets.getItem(name);
        sheet.activate();
        sheet.getRangeByIndexes(row, column, 1, 1).select();
        await context.sync();
      }),
    view: (asks) => viewOf(place, asks?.shown === true),
    listen: (listener) => {
      const stop = listenTo(place, listener, failed);
      stops.add(stop);
      return () => {
        stops.delete(stop);
        stop().catch(failed);
      };
    },
    dispose: async () => {
      const all = [...stops];
      stops.clear();
      await Promise.all(all.map((stop) => stop()));
    },
  };
}
