import {
  CellValueType,
  CustomCommandExecutionError,
  DOCS_NORMAL_EDITOR_UNIT_ID_KEY,
  ICommandService,
  IUniverInstanceService,
  type DocumentDataModel,
  type ICellData,
  type Injector,
  type Nullable,
} from '@univerjs/core';
import {
  AFTER_CELL_EDIT,
  AutoFillCommand,
  getSheetCommandTarget,
  SetRangeValuesMutation,
  SheetInterceptorService,
  type IAutoFillCommandParams,
  type ISetRangeValuesMutationParams,
} from '@univerjs/sheets';
import type { WordId } from '../../core/kernel/pane-words';
import type { Look } from '../../core/look';
import type { ListPlan } from '../../core/workbook';
import { NO_RESULT } from '../../core/kernel/cell';
import { cellOf, contentOf, formulaOf, writtenOf } from './univer-cells';
import type { DrawnSheet } from './drawn-sheet';
import { inCapitals, parseFormula, sheetsIn } from './formula';
import { offeredList } from './offered-list';
import type { Ours } from './ours';
import { refused } from './refusals';
import { lookOf } from './snapshot';
import { numberIn } from './typed-number';

const SORTING = 'sheet.mutation.reorder-range';

/** What changes cells or their places: not while a long change of ours is on its way. */
const changing: ReadonlySet<string> = new Set([
  SetRangeValuesMutation.id,
  'sheet.mutation.insert-row',
  'sheet.mutation.remove-rows',
  'sheet.mutation.move-rows',
  SORTING,
]);

/** What moves rows. */
const moving: ReadonlySet<string> = new Set([
  'sheet.mutation.insert-row',
  'sheet.mutation.remove-rows',
  'sheet.mutation.move-rows',
]);

interface SortedRows {
  readonly subUnitId: string;
  readonly range: { readonly startRow: number; readonly endRow: number };
}

/** A formula that goes to another row would have to name other cells. */
function sortsFormulas({ subUnitId, range }: SortedRows, sheetOf: (id: string) => DrawnSheet | undefined): boolean {
  return [...(sheetOf(subUnitId)?.formulas.keys() ?? [])].some((place) => {
    const row = Number.parseInt(place, 10);
    return row >= range.startRow && row <= range.endRow;
  });
}

interface MovedRows {
  readonly subUnitId: string;
  readonly range?: { readonly startRow: number };
  readonly sourceRange?: { readonly startRow: number };
  readonly targetRange?: { readonly startRow: number };
}

/** Rows above the data stay where they are, and so do those of sheets with formulas: nothing here shifts references. */
function mustStay(
  { subUnitId, range, sourceRange, targetRange }: MovedRows,
  sheetOf: (id: string) => DrawnSheet | undefined,
): boolean {
  const sheet = sheetOf(subUnitId);
  const first = Math.min(...[range, sourceRange, targetRange].map((moved) => moved?.startRow ?? Infinity));
  return sheet !== undefined && (first < sheet.view.dataRow || sheet.formulas.size > 0);
}

/** Univer would fill the value of a formula into the other cells, where Excel fills the formula. */
function fillsFormula(
  injector: Injector,
  params: IAutoFillCommandParams,
  sheetOf: (id: string) => DrawnSheet | undefined,
): boolean {
  const sheet = sheetOf(getSheetCommandTarget(injector.get(IUniverInstanceService), params)?.subUnitId ?? '');
  const { startRow, endRow, startColumn, endColumn } = params.sourceRange;
  return [...(sheet?.formulas.keys() ?? [])].some((place) => {
    const [row = 0, column = 0] = place.split(',').map(Number);
    return row >= startRow && row <= endRow && column >= startColumn && column <= endColumn;
  });
}

/**
 * Holds what comes from the user to the rules of the sheets, wherever it comes from: text stays text, in columns of text
 * whatever it looks like; our formulas stay, and so do looks. On his own sheets what he types with `=` in front becomes a
 * formula; what is pasted never does.
 */
export function guardTyping(
  injector: Injector,
  looks: readonly Look[],
  sheetOf: (id: string) => DrawnSheet | undefined,
  isThere: (sheet: string) => boolean,
  ours: Ours,
  refuse: (list: ListPlan) => void,
  tell: (id: WordId) => void,
): void {
  injector.get(ICommandService).beforeCommandExecuted(({ id, params }) => {
    if (ours.running) return;
    const refusal =
      refused.get(id) ??
      (ours.writing && changing.has(id) ? 'grid-refused-wait' : undefined) ??
      (id === AutoFillCommand.id && fillsFormula(injector, params as IAutoFillCommandParams, sheetOf)
        ? 'grid-refused-fill'
        : undefined) ??
      (id === SORTING && sortsFormulas(params as SortedRows, sheetOf) ? 'grid-refused-sort-formulas' : undefined) ??
      (moving.has(id) && mustStay(params as MovedRows, sheetOf) ? 'grid-refused-rows' : undefined);
    if (refusal !== undefined) {
      if (refusal !== 'unsaid') tell(refusal);
      throw new CustomCommandExecutionError(`${id} is not offered here`);
    }
    if (id !== SetRangeValuesMutation.id) return;
    const { subUnitId, cellValue } = params as ISetRangeValuesMutationParams;
    const sheet = sheetOf(subUnitId);
    if (sheet !== undefined && cellValue) tidy(cellValue, sheet, looks);
  });
  injector.get(SheetInterceptorService).writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: 100,
    handler: (cell, { subUnitId, row, col }, next) => {
      const sheet = sheetOf(subUnitId);
      const text = typedText(injector);
      if (sheet === undefined || text === undefined) return next(cell);
      const before = sheet.raw(row, col) ?? writtenOf('');
      const { formula } = sheet.content(row, col);
      if (formula !== undefined && (!sheet.takesFormulas || text === `=${formula}`)) return before;
      if (sheet.takesFormulas && text.startsWith('=') && text.length > 1 && !isText(sheet, looks, row, col)) {
        const typedIn = typedFormula(text.slice(1), isThere);
        if (typedIn !== undefined) return next(writtenOf(NO_RESULT, typedIn));
        tell('grid-formula-stays-text');
        return next(writtenOf(text));
      }
      const offered = offeredList(sheet, row, col);
      if (offered === undefined || text === '') return next(typed(text, sheet, looks, row, col));
      const item = offered.items.find((other) => other.toLowerCase() === text.trim().toLowerCase());
      if (item !== undefined) return next(writtenOf(item));
      refuse(offered.list);
      return before;
    },
  });
}

/** The text in the editor, before Univer makes `TRUE`, numbers and formulas of it. */
function typedText(injector: Injector): string | undefined {
  const editor = injector.get(IUniverInstanceService).getUnit<DocumentDataModel>(DOCS_NORMAL_EDITOR_UNIT_ID_KEY);
  const stream = editor?.getBody()?.dataStream;
  return stream?.replace(/\r\n$/, '').replace(/\r/g, '\n');
}

/** What Excel would call damaged must not be in the file: only what is understood becomes a formula. */
function typedFormula(text: string, isThere: (sheet: string) => boolean): string | undefined {
  const formula = inCapitals(text.trim());
  const expression = parseFormula(formula);
  return expression !== undefined && sheetsIn(expression).every(isThere) ? formula : undefined;
}

/** An apostrophe in front says that it is text, as in Excel. */
function typed(text: string, sheet: DrawnSheet, looks: readonly Look[], row: number, column: number): ICellData {
  if (isText(sheet, looks, row, column)) return writtenOf(text);
  if (text.startsWith("'")) return writtenOf(text.slice(1));
  return writtenOf(numberIn(text) ?? text);
}

function isText(sheet: DrawnSheet, looks: readonly Look[], row: number, column: number): boolean {
  const look = lookOf(sheet.raw(row, column)?.s) ?? sheet.view.columns[column]?.look;
  return look !== undefined && looks[look]?.format === '@';
}

function tidy(
  cellValue: Record<number, Record<number, Nullable<ICellData>>>,
  sheet: DrawnSheet,
  looks: readonly Look[],
): void {
  for (const row in cellValue) {
    const line = cellValue[row];
    for (const column in line) {
      line[Number(column)] = tidied(line[Number(column)], sheet, looks, Number(row), Number(column));
    }
  }
}

/** The same without looks; empty where nothing but looks was changed. */
function tidied(
  data: Nullable<ICellData>,
  sheet: DrawnSheet,
  looks: readonly Look[],
  row: number,
  column: number,
): ICellData {
  if (!sheet.takesFormulas && sheet.content(row, column).formula !== undefined) return {};
  if (data === null || data === undefined) return writtenOf('');
  const formula = sheet.takesFormulas ? formulaOf(data) : undefined;
  if (formula !== undefined) return writtenOf(contentOf(data).value, formula);
  const { p, f, v } = data;
  if (p) return writtenOf(p.body?.dataStream.replace(/\r\n$/, '').replace(/\r/g, '\n') ?? '');
  if (typeof f === 'string') return writtenOf(f);
  if (v === undefined) return {};
  if (v === null || v === '') return writtenOf('');
  const cell = cellOf(data);
  if (isText(sheet, looks, row, column))
    return writtenOf(typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell));
  return writtenOf(typeof cell === 'string' && data.t !== CellValueType.STRING ? (numberIn(cell) ?? cell) : cell);
}
