import { unzipSync, zipSync, strFromU8, strToU8 } from 'fflate';
import { writeXlsx, type WriteSheet } from 'hucre/xlsx';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Formulas as a program writes them that does not calculate: none has a value. */
export const UNCALCULATED = new Map([
  ['B6', 'SUM(B2:B5)'],
  ['C2', 'ROUND(B2*18%,0)'],
  ['C3', 'B3/A3'],
  ['C4', 'IF(B4>1,"more","less")'],
  ['C5', 'D9+1'],
  ['D9', 'C2*2'],
]);

/** The sheet of a user: numbers with and without formats, a day, formulas that no program has calculated; with a filter where one is named. */
export async function ownFormulas(filter?: string): Promise<Uint8Array> {
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  const put = (address: string, cell: Parameters<typeof cells.set>[1]): void => {
    cells.set(`${Number(address.slice(1)) - 1},${address.charCodeAt(0) - 65}`, cell);
  };
  for (const [address, formula] of UNCALCULATED) put(address, { value: null, type: 'formula', formula });
  put('B2', { value: 8960, style: { numFmt: '#,##0.00' } });
  put('E2', { value: 46117, style: { numFmt: 'd-mmm-yyyy' } });
  return writeXlsx({
    sheets: [
      {
        name: 'Purchases',
        ...(filter === undefined ? {} : { autoFilter: { range: filter } }),
        rows: [
          ['Party', 'Value', 'Tax', 'More', 'Day'],
          ['Aarav', 8960],
          ['Bhoomi', 250.5],
          ['Chetan', 2],
          ['Divya', 0],
        ],
        columns: [{ width: 14 }, { width: 14 }, { width: 14 }, { width: 14 }, { width: 14 }],
        cells,
      },
      { name: 'Notes', rows: [['Ask Meera about 0045']] },
    ],
  });
}

/** The same with a chart and a picture on its first sheet, and a note on its second. */
export async function withDrawings(book: Uint8Array): Promise<Uint8Array> {
  const parts = unzipSync(book);
  const put = (name: string, text: string): void => void (parts[name] = strToU8(text));
  const related = (...relations: (readonly [type: string, target: string])[]): string =>
    `<Relationships xmlns="${PACKAGE}">${relations
      .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`)
      .join('')}</Relationships>`;
  put('xl/worksheets/_rels/sheet1.xml.rels', related(['drawing', '../drawings/drawing1.xml']));
  put('xl/worksheets/_rels/sheet2.xml.rels', related(['comments', '../comments2.xml']));
  put('xl/drawings/_rels/drawing1.xml.rels', related(['chart', '../charts/chart1.xml'], ['image', '../media/a.png']));
  put(
    'xl/drawings/drawing1.xml',
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>',
  );
  put(
    'xl/worksheets/sheet1.xml',
    strFromU8(parts['xl/worksheets/sheet1.xml']!).replace(
      '</worksheet>',
      `<drawing xmlns:r="${RELATIONS}" r:id="rId1"/></worksheet>`,
    ),
  );
  return Promise.resolve(zipSync(parts));
}
