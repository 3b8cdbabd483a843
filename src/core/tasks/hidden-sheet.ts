import type { SheetEdit, SheetPlan } from '../workbook';

/** Pieces of text on a sheet that no menu shows; LibreOffice shows it as hidden. */
export function planHidden(name: string, pieces: readonly string[]): SheetPlan {
  return {
    name,
    visibility: 'very-hidden',
    columns: [{ width: 60, style: 'helper' }],
    top: [],
    rows: pieces.map((piece) => [piece]),
  };
}

/** The pieces in the place of those that the sheet has. */
export function hiddenEdit(sheet: string, pieces: readonly string[]): SheetEdit {
  return {
    sheet,
    replaceAll: true,
    columns: [{ column: 0, values: new Map(pieces.map((piece, row) => [row, piece])) }],
  };
}
