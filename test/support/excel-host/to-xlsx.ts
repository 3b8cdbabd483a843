import {
  writeXlsx,
  type CellStyle,
  type ColumnDef,
  type ConditionalRule as FileRule,
  type DataValidation,
  type WriteSheet,
} from 'hucre/xlsx';
import { CELL_POINTS, protectionFlags, type FileFilter, type FileName, type FileProtection } from './file-words';
import { addressOf, columnName, quotedSheet, type Area } from './model/area';
import type { Book } from './model/book';
import { valueAt } from './model/calculate';
import { contentAt, formatIdAt } from './model/grid';
import type { Format } from './model/format';
import type { ConditionalLook, Validation } from './model/rules';
import { originOf } from './model/shift';
import { isHiddenRow, type DefinedName, type Filter, type Sheet } from './model/sheet';
import { plainValue } from './desk';

/**
 * The state as an .xlsx file, so that another program can look at it. What the file says of names, filters, lists and
 * rules is what the model holds; tables and page headers are left out.
 */
export async function toXlsx(book: Book): Promise<Uint8Array> {
  const styles = new Map<number, CellStyle>();
  const styleOf = (id: number): CellStyle => {
    // A cell without a look of its own says nothing of it.
    const found = styles.get(id) ?? (id === 0 ? {} : fileStyle(book.formats.at(id)));
    styles.set(id, found);
    return found;
  };
  const { title = '', author = '' } = book.properties;
  return writeXlsx({
    sheets: book.sheets.map((sheet) => fileSheet(book, sheet, styleOf)),
    namedRanges: [...book.names.map(fileName), ...book.sheets.flatMap(namesOfSheet)],
    defaultFont: { name: 'Calibri', size: 11 },
    activeSheet: book.sheets.indexOf(book.active),
    properties: { title, creator: author },
  });
}

const fileName = ({ name, formula }: DefinedName): FileName => ({ name, range: formula.replace(/^=/, '') });

/** The names that belong to one sheet, with those that Excel gives to a filter and to titles of printed pages. */
function namesOfSheet({ name: scope, names, filter, print: { titleRows, titleColumns } }: Sheet): FileName[] {
  const fixed = (of: Area): string =>
    `${quotedSheet(scope)}!${addressOf(of).replace(/[A-Z]+|\d+/g, (part) => `$${part}`)}`;
  const titles = [titleColumns, titleRows].flatMap((of) => (of === undefined ? [] : [fixed(of)]));
  return [
    ...names.map((name) => ({ ...fileName(name), scope })),
    ...(filter === undefined ? [] : [{ name: '_xlnm._FilterDatabase', range: fixed(filter.area), scope }]),
    ...(titles.length === 0 ? [] : [{ name: '_xlnm.Print_Titles', range: titles.join(','), scope }]),
  ];
}

type StyleOf = (id: number) => CellStyle;

const rgb = (colour: string): { rgb: string } => ({ rgb: colour.replace('#', '') });

function fileStyle(format: Format): CellStyle {
  const { bold, italic, strikethrough } = format;
  return {
    font: { name: format.fontName, size: format.fontSize, color: rgb(format.fontColour), bold, italic, strikethrough },
    ...(format.fill === '' ? {} : { fill: { type: 'pattern', pattern: 'solid', fgColor: rgb(format.fill) } }),
    ...(format.numberFormat === 'General' ? {} : { numFmt: format.numberFormat }),
    alignment: { wrapText: format.wrapText, indent: format.indent, shrinkToFit: format.shrinkToFit, ...sides(format) },
    border: {
      ...line('top', format.top),
      ...line('bottom', format.bottom),
      ...line('left', format.left),
      ...line('right', format.right),
    },
    protection: { locked: format.locked },
  };
}

function sides({ horizontal, vertical }: Format): NonNullable<CellStyle['alignment']> {
  const across = (['left', 'center', 'right'] as const).find((side) => side === horizontal.toLowerCase());
  const down = (['top', 'center', 'bottom'] as const).find((side) => side === vertical.toLowerCase());
  return { ...(across === undefined ? {} : { horizontal: across }), ...(down === undefined ? {} : { vertical: down }) };
}

function line(side: 'top' | 'bottom' | 'left' | 'right', setting: string): NonNullable<CellStyle['border']> {
  if (setting === '') return {};
  const [style, weight, colour = '#000000'] = setting.split(' ');
  const found = style === 'Double' ? 'double' : weight === 'Medium' ? 'medium' : weight === 'Thick' ? 'thick' : 'thin';
  return { [side]: { style: found, color: rgb(colour) } };
}

function fileSheet(book: Book, sheet: Sheet, styleOf: StyleOf): WriteSheet {
  const { grid, freeze, filter, protection, visibility } = sheet;
  const rows: (string | number | boolean | null)[][] = [];
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  for (let row = 0; row < grid.lines.length; row += 1) {
    const width = Math.max(grid.lines[row]?.cells.length ?? 0, grid.lines[row]?.formats.length ?? 0);
    rows[row] = Array.from({ length: width }, (_, column) => {
      const content = contentAt(grid, row, column);
      const value = content === undefined ? null : plainValue(valueAt(book, sheet, row, column));
      const style = styleOf(formatIdAt(grid, row, column));
      const formula =
        typeof content === 'object'
          ? { type: 'formula' as const, formula: content.formula.slice(1), formulaResult: value }
          : {};
      cells.set(`${row},${column}`, { value, style, ...formula });
      return value;
    });
  }
  return {
    name: sheet.name,
    rows,
    cells,
    columns: fileColumns(sheet, styleOf),
    rowDefs: new Map(
      sheet.rows.flatMap((strip, row): [number, { height?: number; hidden?: boolean }][] =>
        strip === undefined
          ? []
          : [[row, { ...(strip.size === undefined ? {} : { height: strip.size }), hidden: isHiddenRow(sheet, row) }]],
      ),
    ),
    merges: sheet.merges.map(({ row, column, rows: height, columns: width }) => ({
      startRow: row,
      startCol: column,
      endRow: row + height - 1,
      endCol: column + width - 1,
    })),
    view: { showGridLines: sheet.gridlines, ...(sheet.tabColour === '' ? {} : { tabColor: rgb(sheet.tabColour) }) },
    ...(visibility === 'VeryHidden' ? { veryHidden: true } : visibility === 'Hidden' ? { hidden: true } : {}),
    ...(freeze === undefined ? {} : { freezePane: freeze }),
    ...(filter === undefined ? {} : { autoFilter: fileFilter(filter) }),
    ...(protection === undefined ? {} : { protection: fileProtection(protection.options) }),
    ...(sheet.print.orientation === 'Landscape' ? { pageSetup: { orientation: 'landscape' as const } } : {}),
    dataValidations: sheet.validations.flatMap(fileValidation),
    conditionalRules: sheet.rules.flatMap(({ areas, formula, format, stopIfTrue }, index): FileRule[] =>
      formula === ''
        ? []
        : [
            {
              type: 'expression',
              priority: index + 1,
              range: areas.map(addressOfCells).join(' '),
              formula: formula.slice(1),
              stopIfTrue,
              style: ruleStyle(format),
            },
          ],
    ),
  };
}

/** Criteria that are lists of values; the model applies others too, yet keeps only the rows that they hide. */
function fileFilter({ area: of, criteria }: Filter): FileFilter {
  const columns = [...criteria].flatMap(([colIndex, { filterOn, values }]) =>
    filterOn === 'Values' && Array.isArray(values) ? [{ colIndex, filters: values.map(String) }] : [],
  );
  return { range: addressOf(of), ...(columns.length === 0 ? {} : { columns }) };
}

function fileProtection(options: Readonly<Record<string, unknown>>): FileProtection {
  return {
    sheet: true,
    ...Object.fromEntries(protectionFlags.map(([option, flag]) => [flag, options[option] === true])),
  };
}

function fileColumns({ grid, columns }: Sheet, styleOf: StyleOf): ColumnDef[] {
  const count = Math.min(
    1_000,
    Math.max(columns.length, ...[...grid.columnFormats.keys()].map((column) => column + 1), 0),
  );
  return Array.from({ length: count }, (_, column) => {
    const strip = columns[column];
    return {
      ...(strip?.size === undefined ? {} : { width: strip.size / CELL_POINTS }),
      ...(strip?.hidden === true ? { hidden: true } : {}),
      style: styleOf(grid.columnFormats.get(column) ?? 0),
    };
  });
}

/** A file has no address for whole columns in rules, only their first and last cell. */
const addressOfCells = (of: Parameters<typeof addressOf>[0]): string =>
  `${columnName(of.column)}${of.row + 1}:${columnName(of.column + of.columns - 1)}${of.row + of.rows}`;

function fileValidation({ areas, setting, origin }: Validation): DataValidation[] {
  const source: unknown = (setting.rule?.['list'] as { source?: unknown } | undefined)?.source;
  // References in a file are said for the first cell of its range.
  const first = originOf(areas);
  if (typeof source !== 'string' || first.row !== origin.row || first.column !== origin.column) return [];
  const said = (part: unknown): string => (typeof part === 'string' ? part : '');
  return [
    {
      type: 'list',
      range: areas.map(addressOfCells).join(' '),
      ...(source.startsWith('=') ? { formula1: source.slice(1) } : { values: source.split(',') }),
      allowBlank: setting.ignoreBlanks,
      showErrorMessage: setting.errorAlert['showAlert'] !== false,
      errorTitle: said(setting.errorAlert['title']),
      errorMessage: said(setting.errorAlert['message']),
      showInputMessage: setting.prompt['showPrompt'] !== false,
      inputTitle: said(setting.prompt['title']),
      inputMessage: said(setting.prompt['message']),
    },
  ];
}

function ruleStyle({ fill, fontColour, bold, italic, strikethrough, numberFormat }: ConditionalLook): CellStyle {
  return {
    ...(fill === undefined ? {} : { fill: { type: 'pattern', pattern: 'solid', bgColor: rgb(fill) } }),
    ...(numberFormat === undefined ? {} : { numFmt: numberFormat }),
    font: {
      ...(fontColour === undefined ? {} : { color: rgb(fontColour) }),
      ...(bold === undefined ? {} : { bold }),
      ...(italic === undefined ? {} : { italic }),
      ...(strikethrough === undefined ? {} : { strikethrough }),
    },
  };
}
