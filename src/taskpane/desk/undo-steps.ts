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
  readonly clear: () => void;
}

/** More steps than this are forgotten, the oldest first. */
const MOST = 50;

export function createUndoSteps(): UndoSteps {
  const steps: Undoable[] = [];
  return {
    add: (label, records, cells) => {
      if (cells.length > 0) steps.push({ label, records, cells });
      if (steps.length > MOST) steps.shift();
    },
    next: () => steps.at(-1),
    drop: () => {
      steps.pop();
    },
    clear: () => {
      steps.length = 0;
    },
  };
}
