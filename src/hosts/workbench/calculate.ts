import { CommandType, ICommandService, type Injector } from '@univerjs/core';
import { SetRangeValuesMutation, type ISetRangeValuesMutationParams } from '@univerjs/sheets';
import type { DrawnSheet } from './drawn-sheet';
import { parseFormula, type Expression, type Range } from './formula';
import { createPauses } from './pauses';
import type { SheetCells } from './sheet-cells';

/** After so many milliseconds without a change the formulas are calculated; nobody watches them while typing. */
const REST = 250;

export interface Calculation {
  /** resolves when all formulas show the values of now */
  settled(): Promise<void>;
  close(): void;
}

interface Calculated {
  readonly sheet: DrawnSheet;
  readonly row: number;
  readonly column: number;
  readonly expression: Expression;
}

/**
 * Keeps the formulas of our sheets right. Univer's engine goes over every cell of their ranges at each edit; here a column
 * is counted again only when one of its cells changed, when the user rests, in slices between which the page draws.
 */
export function calculateFormulas(
  injector: Injector,
  drawn: readonly DrawnSheet[],
  sheetNamed: (name: string) => SheetCells | undefined,
): Calculation {
  const formulas = drawn.flatMap(calculatedOf);
  /** results of ranges, by sheet and column, until something in the column changes */
  const known = new Map<string, Map<string, number>>();
  let [isDirty, changes] = [false, 0];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();

  const run = async (): Promise<void> => {
    const pauses = createPauses();
    // A total of totals needs one more round.
    for (let round = 0; round < 3 && isDirty; round += 1) {
      isDirty = false;
      for (const { sheet, row, column, expression } of formulas) {
        const value = await valueOf(expression, sheet);
        if (pauses.due()) await pauses.take();
        const { value: before, formula } = sheet.content(row, column);
        if (formula === undefined || value === before) continue;
        sheet.write(new Map([[row, new Map([[column, { value, formula }]])]]));
      }
    }
  };
  const settled = async (): Promise<void> => {
    clearTimeout(timer);
    if (isDirty) running = running.then(run);
    await running;
  };
  const valueOf = async (expression: Expression, own: DrawnSheet): Promise<number> => {
    switch (expression.kind) {
      case 'number':
        return expression.value;
      case 'operation':
        return calculated(expression.sign, await valueOf(expression.left, own), await valueOf(expression.right, own));
      case 'cell': {
        const sheet = expression.sheet === undefined ? own : sheetNamed(expression.sheet);
        return Number(sheet?.content(expression.row, expression.column).value) || 0;
      }
      case 'over': {
        const sheet = expression.range.sheet === undefined ? own : sheetNamed(expression.range.sheet);
        return sheet === undefined ? 0 : overRange(expression, sheet);
      }
    }
  };
  const overRange = async (
    { name, range, text }: Extract<Expression, { kind: 'over' }>,
    sheet: SheetCells,
  ): Promise<number> => {
    let total = 0;
    for (let column = range.column; column < range.column + range.columns; column += 1) {
      const place = `${sheet.name}!${String(column)}`;
      let results = known.get(place);
      if (results === undefined) known.set(place, (results = new Map<string, number>()));
      const key = `${name}(${text})${String(range.row)}:${String(range.rows)}`;
      const before = changes;
      const result = results.get(key) ?? (await overColumn(name, text, sheet, range, column));
      if (changes === before) results.set(key, result);
      total += result;
    }
    return total;
  };
  const listening = injector.get(ICommandService).onCommandExecuted(({ id, type, params }) => {
    const sheet = drawn.find((other) => other.id === (params as { subUnitId?: string } | undefined)?.subUnitId);
    if (type !== CommandType.MUTATION || sheet === undefined || formulas.length === 0) return;
    if (id === SetRangeValuesMutation.id) forgetColumns(known, sheet.name, params as ISetRangeValuesMutationParams);
    else for (const place of known.keys()) if (place.startsWith(`${sheet.name}!`)) known.delete(place);
    isDirty = true;
    changes += 1;
    clearTimeout(timer);
    timer = setTimeout(() => void settled(), REST);
  });
  return {
    settled,
    close: () => {
      clearTimeout(timer);
      listening.dispose();
    },
  };
}

function calculatedOf(sheet: DrawnSheet): Calculated[] {
  return [...sheet.view.formulas].flatMap(([place, formula]) => {
    const expression = parseFormula(formula);
    const [row = 0, column = 0] = place.split(',').map(Number);
    return expression === undefined ? [] : [{ sheet, row, column, expression }];
  });
}

function calculated(sign: string, left: number, right: number): number {
  switch (sign) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    default:
      return left / right;
  }
}

/** Sums are kept free of the dust of binary fractions, as Excel shows 15 digits. */
async function overColumn(
  name: 'COUNTA' | 'COUNTIF' | 'SUM',
  text: string,
  sheet: SheetCells,
  range: Range,
  column: number,
): Promise<number> {
  const pauses = createPauses();
  const wanted = text.toLowerCase();
  const end = Math.min(range.row + range.rows, sheet.rows());
  let total = 0;
  for (let row = range.row; row < end; row += 1) {
    const { value } = sheet.content(row, column);
    if (name === 'SUM') total += typeof value === 'number' ? value : 0;
    else if (name === 'COUNTA') total += value === '' ? 0 : 1;
    else if (typeof value === 'string' && value.toLowerCase() === wanted) total += 1;
    if ((row & 1023) === 0 && pauses.due()) await pauses.take();
  }
  return Number(total.toPrecision(15));
}

function forgetColumns(known: Map<string, unknown>, sheet: string, { cellValue }: ISetRangeValuesMutationParams): void {
  const columns = new Set<string>();
  for (const row in cellValue) for (const column in cellValue[Number(row)]) columns.add(column);
  for (const column of columns) known.delete(`${sheet}!${column}`);
}
