import type { Cell } from '../../core/kernel/cell';
import type { DraftedCell } from '../../core/tasks/drafts';
import type { UndoStep } from '../pane-desk';

export interface Undoable extends UndoStep {
  readonly cells: readonly DraftedCell[];
}

/** Steps that can be taken back, the last one first. */
export interface UndoSteps {
  readonly add: (label: string, records: number, cells: readonly DraftedCell[]) => void;
  readonly next: () => Undoable | undefined;
  readonly drop: () => void;
  /**
   * Follows cells that the user changed by himself. Those that he put back to what the last step would restore are no step
   * of their own, and once all of them are back, that step is gone. Gives the others. `now` tells what a cell holds.
   */
  readonly follow: (typed: readonly DraftedCell[], now: (cell: DraftedCell) => Cell | undefined) => DraftedCell[];
  readonly clear: () => void;
}

/** More steps than this are forgotten, the oldest first. */
const MOST = 50;

export function createUndoSteps(): UndoSteps {
  const steps: (Undoable & { readonly restores: ReadonlyMap<string, Cell> })[] = [];
  return {
    add: (label, records, cells) => {
      if (cells.length === 0) return;
      const restores = new Map(cells.map((cell) => [keyOf(cell), cell.before]));
      steps.push({ label, records, cells, restores });
      if (steps.length > MOST) steps.shift();
    },
    next: () => steps.at(-1),
    drop: () => {
      steps.pop();
    },
    follow: (typed, now) => {
      const last = steps.at(-1);
      const others = typed.filter((cell) => last?.restores.get(keyOf(cell)) !== cell.after);
      if (last === undefined || others.length === typed.length) return others;
      if (last.cells.every((cell) => now(cell) === cell.before)) steps.pop();
      return others;
    },
    clear: () => {
      steps.length = 0;
    },
  };
}

function keyOf({ record, name }: DraftedCell): string {
  return `${record.id}\u0001${name}`;
}
