import type { Injector } from '@univerjs/core';
import { INotificationService } from '@univerjs/ui';
import { say, type WordId } from '../../core/kernel/pane-words';

/**
 * What no user may do here, and what he is told: it would break the sheets for everybody who opens the file, or be lost in
 * it. What no user knows to have asked for goes unsaid.
 */
export const refused: ReadonlyMap<string, WordId | 'unsaid'> = new Map([
  // The engine would go over all rows of our formulas at every edit; they are calculated in calculate.ts.
  ['formula.mutation.set-formula-calculation-start', 'unsaid'],
  ['formula.mutation.set-trigger-formula-calculation-start', 'unsaid'],
  // Univer's own list of keys has many that are not offered.
  ['base-ui.operation.toggle-shortcut-panel', 'unsaid'],
  ['sheet.mutation.insert-col', 'grid-refused-columns'],
  ['sheet.mutation.remove-col', 'grid-refused-columns'],
  ['sheet.mutation.move-columns', 'grid-refused-columns'],
  ['sheet.mutation.move-range', 'grid-refused-drag'],
  ['sheet.mutation.insert-sheet', 'grid-refused-sheets'],
  ['sheet.mutation.remove-sheet', 'grid-refused-sheets'],
  ['sheet.mutation.set-worksheet-name', 'grid-refused-sheets'],
  ['sheet.mutation.set-worksheet-hidden', 'grid-refused-sheets'],
  ['sheet.mutation.set-worksheet-order', 'grid-refused-sheets'],
  ['sheet.mutation.set-tab-color', 'grid-refused-sheets'],
  ['sheet.mutation.add-worksheet-merge', 'grid-refused-merge'],
  ['sheet.mutation.remove-worksheet-merge', 'grid-refused-merge'],
  ['sheet.command.insert-defined-name', 'grid-refused-name'],
  ['formula.mutation.set-defined-name', 'unsaid'],
]);

/** Tells in the corner of the window what was not done. */
export function tellNotice(injector: Injector, id: WordId): void {
  injector.get(INotificationService).show({ type: 'warning', title: say('grid-refused'), content: say(id) });
}
