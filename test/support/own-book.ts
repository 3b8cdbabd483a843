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

/** His register as another program keeps it: dates that are dates, a supplier merged over its rows, and a sheet out of sight. */
export function datedBook(): Promise<Uint8Array> {
  const dated = (day: number) => ({ value: new Date(Date.UTC(2026, 6, day)), style: { numFmt: 'dd/mm/yyyy' } });
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  for (const [index, day] of [3, 14].entries()) cells.set(`${String(index + 1)},1`, dated(day));
  return writeXlsx({
    sheets: [
      {
        name: 'July',
        rows: [
          ['Supplier', 'Bill date', 'Bill no.', 'Taxable'],
          ['Aarav Steel Traders', null, '0045', 8960],
          [null, null, '1E5', 45_000.5],
        ],
        cells,
        merges: [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }],
      },
      { name: 'Lists', rows: [['not for you']], hidden: true },
      { name: 'Blank', rows: [] },
    ],
  });
}
