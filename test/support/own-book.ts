import { writeXlsx, type WriteSheet } from 'hucre/xlsx';

/** The cells of the user's sheet. */
export const OWN_CELLS = [
  ['Invoice', 'Party', 'Value'],
  ['0045', 'Aarav Steel Traders', 8960],
  ['1E5', '=not a formula', 250.5],
];

/** A workbook of a user that has nothing of ours: his purchase register, with his colours, font and widths. */
export function ownBook(name = 'Purchases'): Promise<Uint8Array> {
  const [headings = [], ...rows] = OWN_CELLS;
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  for (const [column, value] of headings.entries())
    cells.set(`0,${String(column)}`, {
      value,
      style: { font: { name: 'Arial', size: 10, bold: true }, fill: yellow },
    });
  cells.set('2,2', { value: 250.5, style: { numFmt: '#,##0.00', fill: yellow } });
  return writeXlsx({
    defaultFont: { name: 'Arial', size: 10 },
    sheets: [
      {
        name,
        rows: [headings, ...rows],
        cells,
        columns: [{ width: 14 }, { width: 33 }, { width: 12 }],
        freezePane: { rows: 1 },
      },
      { name: 'Notes', rows: [['Ask Meera about 0045']] },
    ],
    namedRanges: [{ name: 'Register', range: `'${name}'!$A$1:$C$3` }],
  });
}

const yellow = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF2A8' } } as const;
