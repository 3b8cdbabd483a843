import {
  readXlsx,
  type CellStyle,
  type ConditionalRule as FileRule,
  type DataValidation,
  type Sheet as FileSheet,
  type Workbook as FileBook,
} from 'hucre/xlsx';
import { CELL_POINTS, protectionFlags } from './file-words';
import { lastRow, parseArea, parseOneArea, splitSheet, type Area } from './model/area';
import { createBook, sheetOf, type Book, type BookOptions } from './model/book';
import { putContent, putFormatId, type Content } from './model/grid';
import type { FormatPatch } from './model/format';
import type { ConditionalLook, Validation } from './model/rules';
import { originOf } from './model/shift';
import type { Sheet, Strip } from './model/sheet';

/**
 * The state that Excel has of an .xlsx file once it is open. Charts, pictures, notes, page headers and the names of styles
 * are left out; a rule of a kind that the model does not know is an error of the test that opens the file.
 */
export async function fromXlsx(bytes: Uint8Array, options: Omit<BookOptions, 'sheets'>): Promise<Book> {
  const file = await readXlsx(bytes, { readStyles: true });
  const book = createBook({ ...options, sheets: file.sheets.map(({ name }) => name) });
  for (const sheet of file.sheets) openSheet(book, sheetOf(book, sheet.name), sheet);
  const front = book.sheets[file.activeSheet ?? 0];
  book.active =
    front?.visibility === 'Visible'
      ? front
      : (book.sheets.find(({ visibility }) => visibility === 'Visible') ?? book.active);
  openNames(book, file);
  const { title, subject, creator, keywords, description, company, manager, category } = file.properties ?? {};
  const said = { title, subject, author: creator, keywords, comments: description, company, manager, category };
  for (const [key, value] of Object.entries(said)) if (value !== undefined) book.properties[key] = value;
  return book;
}

function openNames(book: Book, { namedRanges = [] }: FileBook): void {
  for (const { name, range, scope, comment = '' } of namedRanges) {
    // The filter says itself where it is.
    if (name === '_xlnm._FilterDatabase') continue;
    const list = scope === undefined ? book.names : sheetOf(book, scope).names;
    list.push({ name, formula: `=${range}`, comment, visible: true });
  }
}

function openSheet(book: Book, sheet: Sheet, file: FileSheet): void {
  openCells(book, sheet, file);
  openStrips(sheet, file);
  const { view, freezePane, protection, merges = [], dataValidations = [], conditionalRules = [] } = file;
  sheet.visibility = file.veryHidden === true ? 'VeryHidden' : file.hidden === true ? 'Hidden' : 'Visible';
  sheet.gridlines = view?.showGridLines !== false;
  sheet.tabColour = colourOf(view?.tabColor) ?? '';
  sheet.merges = merges.map(({ startRow, startCol, endRow, endCol }) => ({
    row: startRow,
    column: startCol,
    rows: endRow - startRow + 1,
    columns: endCol - startCol + 1,
  }));
  if (freezePane !== undefined) sheet.freeze = { rows: freezePane.rows ?? 0, columns: freezePane.columns ?? 0 };
  if (protection !== undefined && protection.sheet !== false) {
    const allowed = new Map(protectionFlags.map(([option, flag]) => [option, protection[flag] === true]));
    sheet.protection = { options: Object.fromEntries<unknown>(allowed), password: undefined };
  }
  sheet.validations.push(...dataValidations.map(validationOf));
  const byPriority = [...conditionalRules].sort((a, b) => a.priority - b.priority);
  for (const rule of byPriority) sheet.rules.push(ruleOf(rule, `{rule-${String(book.nextId())}}`));
  const { printTitlesRow, printTitlesColumn, orientation } = file.pageSetup ?? {};
  sheet.print.titleRows = titles(printTitlesRow);
  sheet.print.titleColumns = titles(printTitlesColumn);
  if (orientation === 'landscape') sheet.print.orientation = 'Landscape';
}

function titles(range: string | undefined): Area | undefined {
  return range === undefined ? undefined : parseArea(splitSheet(range).rest);
}

const DAY = 86_400_000;
/** 1 January 1970 as Excel counts days. */
const EPOCH = 25_569;

function openCells(book: Book, { grid }: Sheet, { rows, cells }: FileSheet): void {
  for (const [row, line] of rows.entries())
    for (const [column, value] of line.entries()) {
      const content = value instanceof Date ? value.getTime() / DAY + EPOCH : (value ?? undefined);
      if (content !== undefined) putContent(grid, row, column, content);
    }
  const ids = new Map<string, number>();
  for (const [place, { formula, style }] of cells ?? []) {
    const [row = 0, column = 0] = place.split(',').map(Number);
    if (formula !== undefined) putContent(grid, row, column, { formula: `=${formula}` } satisfies Content);
    if (style === undefined) continue;
    const key = JSON.stringify(style);
    const id = ids.get(key) ?? book.formats.patched(0, formatOf(style));
    ids.set(key, id);
    putFormatId(grid, row, column, id);
  }
}

/** Widths, heights and what is hidden; rows below a filter with criteria were hidden by it. */
function openStrips(sheet: Sheet, { columns = [], rowDefs, autoFilter }: FileSheet): void {
  sheet.columns = columns.map(({ width, hidden }): Strip => ({
    ...(width === undefined ? {} : { size: width * CELL_POINTS }),
    ...(hidden === true ? { hidden } : {}),
  }));
  if (autoFilter !== undefined) {
    const criteria = (autoFilter.columns ?? []).map(
      ({ colIndex, filters = [] }) => [colIndex, { filterOn: 'Values', values: filters }] as const,
    );
    sheet.filter = { area: parseOneArea(autoFilter.range), criteria: new Map(criteria) };
  }
  const { filter } = sheet;
  for (const [row, { height, hidden }] of rowDefs ?? []) {
    const isFiltered =
      filter !== undefined && filter.criteria.size > 0 && row > filter.area.row && row <= lastRow(filter.area);
    sheet.rows[row] = {
      ...(height === undefined ? {} : { size: height }),
      ...(hidden !== true ? {} : isFiltered ? { filtered: true } : { hidden }),
    };
  }
}

function colourOf(colour: { readonly rgb?: string } | undefined): string | undefined {
  return colour?.rgb === undefined ? undefined : `#${colour.rgb.slice(-6).toUpperCase()}`;
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

function formatOf({ font, fill, numFmt, alignment, border, protection }: CellStyle): FormatPatch {
  const fillColour = fill?.type === 'pattern' && fill.pattern === 'solid' ? colourOf(fill.fgColor) : undefined;
  const fontColour = colourOf(font?.color);
  return {
    ...(numFmt === undefined ? {} : { numberFormat: numFmt }),
    ...(fillColour === undefined ? {} : { fill: fillColour }),
    ...(fontColour === undefined ? {} : { fontColour }),
    ...(font?.name === undefined ? {} : { fontName: font.name }),
    ...(font?.size === undefined ? {} : { fontSize: font.size }),
    bold: font?.bold === true,
    italic: font?.italic === true,
    strikethrough: font?.strikethrough === true,
    wrapText: alignment?.wrapText === true,
    shrinkToFit: alignment?.shrinkToFit === true,
    indent: alignment?.indent ?? 0,
    horizontal: capital(alignment?.horizontal ?? 'general'),
    vertical: capital(alignment?.vertical ?? 'bottom'),
    locked: protection?.locked !== false,
    ...lineOf('top', border),
    ...lineOf('bottom', border),
    ...lineOf('left', border),
    ...lineOf('right', border),
  };
}

function lineOf(side: 'top' | 'bottom' | 'left' | 'right', border: CellStyle['border']): FormatPatch {
  const line = border?.[side];
  if (line === undefined) return {};
  const colour = colourOf(line.color) ?? '#000000';
  if (line.style === 'double') return { [side]: `Double Thin ${colour}` };
  const weight = line.style === 'medium' ? 'Medium' : line.style === 'thick' ? 'Thick' : 'Thin';
  return { [side]: `Continuous ${weight} ${colour}` };
}

/** Blocks of a rule, which stand between blanks in a file. */
function areasOf(ranges: string): Area[] {
  return ranges.split(' ').map(parseOneArea);
}

function validationOf(file: DataValidation): Validation {
  if (file.type !== 'list') throw new Error(`The model does not know validations such as ${file.type}.`);
  const { range, formula1 = '', values, inputTitle, inputMessage, errorTitle, errorMessage } = file;
  const areas = areasOf(range);
  const source = values === undefined ? `=${formula1}` : values.join(',');
  return {
    areas,
    origin: originOf(areas),
    setting: {
      rule: { list: { inCellDropDown: true, source } },
      prompt: { showPrompt: file.showInputMessage === true, title: inputTitle ?? '', message: inputMessage ?? '' },
      errorAlert: {
        showAlert: file.showErrorMessage === true,
        style: capital(file.errorStyle ?? 'stop'),
        title: errorTitle ?? '',
        message: errorMessage ?? '',
      },
      ignoreBlanks: file.allowBlank === true,
    },
  };
}

function ruleOf({ type, range, formula, style, stopIfTrue }: FileRule, id: string): Sheet['rules'][number] {
  if (type !== 'expression' || typeof formula !== 'string')
    throw new Error(`The model does not know conditional formats such as ${type}.`);
  return {
    id,
    type: 'Custom',
    areas: areasOf(range),
    stopIfTrue: stopIfTrue === true,
    formula: `=${formula}`,
    cellValueRule: undefined,
    format: ruleLookOf(style ?? {}),
  };
}

function ruleLookOf({ font, fill, numFmt }: CellStyle): ConditionalLook {
  const fillColour = fill?.type === 'pattern' ? colourOf(fill.bgColor ?? fill.fgColor) : undefined;
  const fontColour = colourOf(font?.color);
  return {
    ...(fillColour === undefined ? {} : { fill: fillColour }),
    ...(fontColour === undefined ? {} : { fontColour }),
    ...(font?.bold === undefined ? {} : { bold: font.bold }),
    ...(font?.italic === undefined ? {} : { italic: font.italic }),
    ...(font?.strikethrough === undefined ? {} : { strikethrough: font.strikethrough }),
    ...(numFmt === undefined ? {} : { numberFormat: numFmt }),
  };
}
