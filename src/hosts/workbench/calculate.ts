import { CommandType, ICommandService, type Injector } from '@univerjs/core';
import { SetRangeValuesMutation, type ISetRangeValuesMutationParams } from '@univerjs/sheets';
import { NO_RESULT } from '../../core/kernel/cell';
import type { DrawnSheet } from './drawn-sheet';
import { createEvaluation } from './evaluate';
import { parseFormula, type Expression } from './formula';
import { createPauses } from './pauses';
import type { Content, SheetCells } from './sheet-cells';

/** After so many milliseconds without a change the formulas are calculated; nobody watches them while typing. */
const REST = 250;
/** Formulas of formulas need one round more each; those that go on changing go in a circle. */
const ROUNDS = 100;

export interface Calculation {
  /** calculates what came without a result */
  first(): Promise<void>;
  /** resolves when all formulas show the values of now */
  settled(): Promise<void>;
  close(): void;
}

interface Calculated {
  readonly sheet: DrawnSheet;
  readonly row: number;
  readonly column: number;
  readonly content: Content;
}

/**
 * Keeps the formulas right. Univer's engine goes over every cell of their ranges at each edit; here a column is counted
 * again only when one of its cells changed, when the user rests, in slices between which the page draws.
 */
export function calculateFormulas(
  injector: Injector,
  drawn: readonly DrawnSheet[],
  sheetNamed: (name: string) => SheetCells | undefined,
): Calculation {
  const evaluation = createEvaluation(sheetNamed);
  const parsed = new Map<string, Expression | undefined>();
  let [isDirty, isWriting] = [false, false];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();

  const write = ({ sheet, row, column }: Calculated, content: Content): void => {
    isWriting = true;
    try {
      sheet.write(new Map([[row, new Map([[column, content]])]]));
    } finally {
      isWriting = false;
    }
  };
  /** Writes what formulas come to now; gives those that changed, as they were. */
  const round = async (isWanted: (content: Content) => boolean): Promise<Calculated[]> => {
    const pauses = createPauses();
    const changed: Calculated[] = [];
    for (const { sheet, row, column, content } of formulasOf(drawn)) {
      const { formula = '' } = content;
      if (!isWanted(content)) continue;
      if (!parsed.has(formula)) parsed.set(formula, parseFormula(formula));
      const expression = parsed.get(formula);
      const value = expression && (await evaluation.of(expression, sheet));
      if (pauses.due()) await pauses.take();
      const now = sheet.content(row, column);
      if (value === undefined || now.formula !== formula || now.value === value) continue;
      changed.push({ sheet, row, column, content: now });
      write({ sheet, row, column, content }, { value, formula });
    }
    return changed;
  };
  const run = async (isWanted: (content: Content) => boolean): Promise<void> => {
    const before = new Map<string, Calculated>();
    for (let rounds = 1; isDirty; rounds += 1) {
      isDirty = false;
      const changed = await round(isWanted);
      for (const each of changed) {
        const place = `${each.sheet.id}!${String(each.row)},${String(each.column)}`;
        const first = before.get(place) ?? each;
        before.set(place, first);
        if (rounds >= ROUNDS) write(each, first.content);
      }
      if (rounds >= ROUNDS) isDirty = false;
    }
  };
  const settled = async (): Promise<void> => {
    clearTimeout(timer);
    if (isDirty) running = running.then(() => run(() => true));
    await running;
  };
  const listening = injector.get(ICommandService).onCommandExecuted(({ id, type, params }) => {
    const sheet = drawn.find((other) => other.id === (params as { subUnitId?: string } | undefined)?.subUnitId);
    if (type !== CommandType.MUTATION || sheet === undefined) return;
    const { cellValue } = id === SetRangeValuesMutation.id ? (params as ISetRangeValuesMutationParams) : {};
    sheet.follow(cellValue);
    if (drawn.every(({ formulas }) => formulas.size === 0)) return;
    evaluation.forget(sheet.name, cellValue && columnsOf(cellValue));
    isDirty = true;
    if (isWriting) return;
    clearTimeout(timer);
    timer = setTimeout(() => void settled(), REST);
  });
  return {
    first: async () => {
      isDirty = true;
      await run(({ value }) => value === NO_RESULT);
    },
    settled,
    close: () => {
      clearTimeout(timer);
      listening.dispose();
    },
  };
}

function* formulasOf(drawn: readonly DrawnSheet[]): Generator<Calculated> {
  for (const sheet of drawn)
    for (const place of sheet.formulas.keys()) {
      const [row = 0, column = 0] = place.split(',').map(Number);
      yield { sheet, row, column, content: sheet.content(row, column) };
    }
}

function columnsOf(cellValue: NonNullable<ISetRangeValuesMutationParams['cellValue']>): Set<string> {
  const columns = new Set<string>();
  for (const row in cellValue) for (const column in cellValue[Number(row)]) columns.add(column);
  return columns;
}
