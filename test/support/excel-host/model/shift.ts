import { mapReferences, type Corner, type Reference } from '../formula/tokens';
import { area, type Area, lastColumn, lastRow, MAX_COLUMNS, MAX_ROWS } from './area';
import type { Book } from './book';
import type { ConditionalRule } from './rules';
import type { Sheet, Strip } from './sheet';

/** Whole rows or columns that come in at `at` (count above 0) or go from there (below 0). */
export interface Shift {
  readonly axis: 'row' | 'column';
  readonly at: number;
  readonly count: number;
}

const maxOf = ({ axis }: Shift): number => (axis === 'row' ? MAX_ROWS : MAX_COLUMNS);

/** Where first and last of a span are afterwards; undefined where all of it is gone. */
function shiftSpan(from: number, to: number, shift: Shift): [number, number] | undefined {
  const { at, count } = shift;
  const max = maxOf(shift) - 1;
  // The last row stays the last: a rule down to the end still reaches it.
  if (count > 0) return [from >= at ? Math.min(from + count, max) : from, to >= at ? Math.min(to + count, max) : to];
  const end = at - count;
  const first = from >= end ? from + count : Math.min(from, at);
  const last = to === max ? max : to >= end ? to + count : Math.min(to, at - 1);
  return last < first ? undefined : [first, last];
}

export function shiftArea(of: Area, shift: Shift): Area | undefined {
  const rows = shift.axis === 'row' ? shiftSpan(of.row, lastRow(of), shift) : ([of.row, lastRow(of)] as const);
  const columns =
    shift.axis === 'column' ? shiftSpan(of.column, lastColumn(of), shift) : ([of.column, lastColumn(of)] as const);
  if (rows === undefined || columns === undefined) return undefined;
  return area(rows[0], columns[0], rows[1] - rows[0] + 1, columns[1] - columns[0] + 1);
}

const shiftAreas = (areas: readonly Area[], shift: Shift): Area[] => areas.flatMap((of) => shiftArea(of, shift) ?? []);

function shiftReference(reference: Reference, shift: Shift): Reference | undefined {
  const { from, to } = reference;
  const place = (corner: Corner): number | undefined => corner[shift.axis];
  const [first, last] = [place(from), place(to ?? from)];
  if (first === undefined || last === undefined) return reference;
  const moved = shiftSpan(Math.min(first, last), Math.max(first, last), shift);
  if (moved === undefined) return undefined;
  const at = (corner: Corner, index: number): Corner => ({ ...corner, [shift.axis]: index });
  const [low, high] = first <= last ? moved : [moved[1], moved[0]];
  return { ...reference, from: at(from, low), to: to === undefined ? undefined : at(to, high) };
}

/** Where a row or column stands afterwards; one that is gone gives its place to the next. */
const movePlace = (index: number, { at, count }: Shift): number =>
  index < at ? index : count < 0 && index < at - count ? at : index + count;

/** Formulas of rules are said for the first cell of a block: what is relative in them keeps its distance from it. */
function shiftAnchored(reference: Reference, shift: Shift, origin: Origin): Reference | undefined {
  const moved = movePlace(origin[shift.axis], shift) - origin[shift.axis];
  const fixed = shiftReference(reference, shift);
  const corner = (before: Corner, after: Corner | undefined): Corner => {
    const index = before[shift.axis];
    const isFixed = shift.axis === 'row' ? before.rowFixed : before.columnFixed;
    if (index === undefined) return before;
    return isFixed ? (after ?? before) : { ...before, [shift.axis]: index + moved };
  };
  const needsFixed = [reference.from, reference.to].some(
    (end) => end !== undefined && (shift.axis === 'row' ? end.rowFixed : end.columnFixed),
  );
  if (fixed === undefined && needsFixed) return undefined;
  return {
    ...reference,
    from: corner(reference.from, fixed?.from),
    to: reference.to === undefined ? undefined : corner(reference.to, fixed?.to),
  };
}

/** Formulas follow their cells, in every sheet that points here. */
function shiftFormulas(book: Book, sheet: Sheet, shift: Shift): void {
  const pointsHere = ({ sheet: named }: Reference, home: Sheet): boolean =>
    (named ?? home.name).toLowerCase() === sheet.name.toLowerCase();
  mapFormulas(book, (formula, home, origin) =>
    mapReferences(formula, (reference) => {
      if (!pointsHere(reference, home)) return reference;
      return origin === undefined || home !== sheet
        ? shiftReference(reference, shift)
        : shiftAnchored(reference, shift, origin);
    }),
  );
}

interface Origin {
  readonly row: number;
  readonly column: number;
}

/** `origin` is the cell that the formula of a rule was written for; formulas in cells have none. */
type FormulaChange = (formula: string, home: Sheet, origin?: Origin) => string;

/** Goes through every formula of the workbook: cells, names, validations, conditional formats. */
export function mapFormulas(book: Book, change: FormulaChange): void {
  for (const home of book.sheets) {
    for (const line of home.grid.lines)
      for (const [column, content] of line?.cells.entries() ?? [])
        if (typeof content === 'object' && line !== undefined)
          line.cells[column] = { formula: change(content.formula, home) };
    for (const name of home.names) name.formula = change(name.formula, home);
    for (const rule of home.rules) rule.formula = change(rule.formula, home, originOf(rule.areas));
    for (const validation of home.validations) {
      const { rule } = validation.setting;
      if (rule !== undefined)
        validation.setting = {
          ...validation.setting,
          rule: mapRule(rule, (formula) => change(formula, home, validation.origin)),
        };
    }
  }
  const [anySheet] = book.sheets;
  if (anySheet !== undefined) for (const name of book.names) name.formula = change(name.formula, anySheet);
}

/** The cell that the formula of a conditional format is written for. */
export const originOf = (areas: readonly Area[]): Origin => ({
  row: Math.min(...areas.map(({ row }) => row)),
  column: Math.min(...areas.map(({ column }) => column)),
});

/** Gives a rule other blocks. Where they begin elsewhere, its formula is said anew for the cell they begin at. */
export function setRuleAreas(rule: ConditionalRule, areas: Area[]): void {
  const before = originOf(rule.areas);
  rule.areas = areas;
  if (areas.length === 0 || rule.formula === '') return;
  const after = originOf(areas);
  rule.formula = moveFormula(rule.formula, after.row - before.row, after.column - before.column);
}

/** The formula as it reads this far away: relative references go along. */
export function moveFormula(formula: string, down: number, across: number): string {
  const move = (corner: Corner): Corner => ({
    ...corner,
    row: corner.row === undefined || corner.rowFixed ? corner.row : corner.row + down,
    column: corner.column === undefined || corner.columnFixed ? corner.column : corner.column + across,
  });
  if (down === 0 && across === 0) return formula;
  return mapReferences(formula, ({ sheet, from, to }) => {
    const moved = { sheet, from: move(from), to: to === undefined ? undefined : move(to) };
    const gone = [moved.from, moved.to].some((end) => (end?.row ?? 0) < 0 || (end?.column ?? 0) < 0);
    return gone ? undefined : moved;
  });
}

type RuleBody = Readonly<Record<string, unknown>>;

function mapRule(rule: RuleBody, change: (formula: string) => string): RuleBody {
  const inner = (value: unknown): unknown => {
    if (typeof value === 'string' && value.startsWith('=')) return change(value);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inner(part)]));
  };
  return inner(rule) as RuleBody;
}

function shiftList<Item>(
  list: (Item | undefined)[],
  { at, count }: Shift,
  fill: (before: Item | undefined) => Item | undefined,
): void {
  if (at > list.length) return;
  if (count < 0) list.splice(at, -count);
  else list.splice(at, 0, ...Array.from({ length: count }, () => fill(list[at - 1])));
}

function shiftKeys<Item>(map: Map<number, Item>, { at, count }: Shift): void {
  const entries = [...map];
  const before = map.get(at - 1);
  map.clear();
  for (const [key, item] of entries)
    if (key < at) map.set(key, item);
    else if (count > 0 || key >= at - count) map.set(key + count, item);
  // New rows and columns look like the ones before them.
  if (before !== undefined) for (let added = 0; added < count; added += 1) map.set(at + added, before);
}

/** Inserts or deletes whole rows or columns: contents, looks and every rule and range that stands on them. */
export function shiftSheet(book: Book, sheet: Sheet, shift: Shift): void {
  const { grid } = sheet;
  const look = (strip: Strip | undefined): Strip | undefined =>
    strip?.size === undefined ? undefined : { size: strip.size };
  shiftFormulas(book, sheet, shift);
  if (shift.axis === 'row') {
    shiftList(grid.lines, shift, (before) => before && { cells: [], formats: [...before.formats] });
    shiftKeys(grid.rowFormats, shift);
    shiftList(sheet.rows, shift, look);
  } else {
    for (const line of grid.lines) {
      if (line === undefined) continue;
      shiftList(line.cells, shift, () => undefined);
      shiftList(line.formats, shift, (before) => before);
    }
    shiftKeys(grid.columnFormats, shift);
    shiftList(sheet.columns, shift, look);
  }
  shiftRanges(sheet, shift);
  book.changes += 1;
}

function shiftRanges(sheet: Sheet, shift: Shift): void {
  sheet.merges = shiftAreas(sheet.merges, shift);
  for (const rule of sheet.rules) rule.areas = shiftAreas(rule.areas, shift);
  sheet.rules.splice(0, sheet.rules.length, ...sheet.rules.filter(({ areas }) => areas.length > 0));
  for (const validation of sheet.validations) {
    validation.areas = shiftAreas(validation.areas, shift);
    validation.origin = { ...validation.origin, [shift.axis]: movePlace(validation.origin[shift.axis], shift) };
  }
  sheet.validations.splice(0, sheet.validations.length, ...sheet.validations.filter(({ areas }) => areas.length > 0));
  if (sheet.filter !== undefined) {
    const moved = shiftArea(sheet.filter.area, shift);
    if (moved === undefined) sheet.filter = undefined;
    else sheet.filter.area = moved;
  }
  for (const table of sheet.tables) table.area = shiftArea(table.area, shift) ?? table.area;
  const { print } = sheet;
  print.titleRows = print.titleRows && shiftArea(print.titleRows, shift);
  print.titleColumns = print.titleColumns && shiftArea(print.titleColumns, shift);
  print.area = print.area && shiftAreas(print.area, shift);
  sheet.selection = shiftAreas(sheet.selection, shift);
  if (sheet.selection.length === 0) sheet.selection = [area(0, 0)];
}
