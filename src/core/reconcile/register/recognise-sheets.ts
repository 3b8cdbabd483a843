import type { RawSheet } from '../../kernel/raw-sheet';
import type { Layout } from './layout';
import { recogniseLayout } from './recognise-layout';

export interface RecognisedSheet {
  readonly sheet: RawSheet;
  readonly layout: Layout;
}

/** The sheets of a file with their layouts, those that can be read as a register first; else in the file's order. */
export function recogniseSheets(sheets: readonly RawSheet[]): RecognisedSheet[] {
  const recognised = sheets.map((sheet) => ({ sheet, layout: recogniseLayout(sheet) }));
  return recognised.sort((a, b) => a.layout.missing.length - b.layout.missing.length);
}
