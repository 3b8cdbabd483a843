import type { RawSheet } from '../../kernel/raw-sheet';
import { recallLayout, type RecalledLayout, type RememberedLayouts } from './remembered-layouts';

export interface RecognisedSheet extends RecalledLayout {
  readonly sheet: RawSheet;
}

const NOTHING: RememberedLayouts = new Map();

/** The sheets of a file with their layouts, those that can be read as a register first; else in the file's order. */
export function recogniseSheets(
  sheets: readonly RawSheet[],
  remembered: RememberedLayouts = NOTHING,
): RecognisedSheet[] {
  const recognised = sheets.map((sheet) => ({ sheet, ...recallLayout(sheet, remembered) }));
  return recognised.sort((a, b) => a.layout.missing.length - b.layout.missing.length);
}
