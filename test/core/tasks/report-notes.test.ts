import { withNotes } from '../../../src/core/tasks/report-notes';
import type { Cell } from '../../../src/core/kernel/cell';
import { bookOf, compare } from '../../support/books';
import { invoice } from '../../support/desk';

const headings = ['GSTIN of supplier', 'Document type', 'Document number', 'Document date', 'Tax'];
const line = (number: string, tax: number, ...notes: Cell[]): Cell[] => [
  ...['27AAPFU0939F1ZV', 'Invoice', number, '03-04-2026', tax],
  ...notes,
];

test('notes go with their documents, wherever these stand now', () => {
  const before = [line('A', 1, 'called'), line('B', 2), line('C', 3, '', 'by mail')];
  const rows = [line('C', 30), line('A', 10), line('D', 40)];
  expect(withNotes({ headings, rows }, before)).toEqual([
    line('C', 30, '', 'by mail'),
    line('A', 10, 'called'),
    line('D', 40),
  ]);
});

test('below the report stay lines of the user and noted documents that are no longer in it, again and again', () => {
  const before = [line('A', 1, 'called'), line('B', 2), [], ['Call them on Monday'], ['', '', '', '', '', 'yes']];
  const rows = [line('D', 40)];
  const own = [line('A', 1, 'called'), ['Call them on Monday'], ['', '', '', '', '', 'yes']];
  const after = withNotes({ headings, rows }, before);
  expect(after).toEqual([line('D', 40), [], ...own]);
  expect(withNotes({ headings, rows }, after)).toEqual(after);
  expect(withNotes({ headings, rows: [line('A', 5), line('D', 40)] }, after)).toEqual([
    line('A', 5, 'called'),
    line('D', 40),
    [],
    ...own.slice(1),
  ]);
});

test('of two documents with one name each keeps its note, in their order', () => {
  const before = [line('A', 1, 'first'), line('A', 2, 'second')];
  const rows = [line('A', 1), line('A', 2)];
  expect(withNotes({ headings, rows }, before)).toEqual(before);
});

test('a report without documents goes by its first column', () => {
  const sums = {
    headings: ['Category', 'Records'],
    rows: [
      ['Matched', 3],
      ['Total', 3],
    ],
  };
  const before = [['Matched', 1, 'checked'], ['Total', 1], [], ['Seen by the partner']];
  expect(withNotes(sums, before)).toEqual([['Matched', 3, 'checked'], ['Total', 3], [], ['Seen by the partner']]);
});

test('the next comparison leaves what was written on the chase list', async () => {
  const desk = await bookOf({ b2b: [invoice()] });
  const [x, y] = ['X-1', 'Y-2'].map((number) => `27AAPFU0939F1ZV,Invoice,${number},05-04-2026,100,0,9,9,0`);
  await compare(desk, [x!, y!]);
  const read = async (): Promise<Cell[][]> => (await desk.workbook.read('Only in books')) ?? [];
  const cells = await read();
  const width = cells[4]!.length;
  const rowOf = (all: Cell[][], number: string): number => all.findIndex((row) => row.includes(number));
  const values = new Map<number, Cell>([
    [4, 'My notes'],
    [rowOf(cells, 'Y-2'), 'will file'],
  ]);
  const below = new Map<number, Cell>([[cells.length + 2, 'Call on Monday']]);
  await desk.workbook.change([
    {
      sheet: 'Only in books',
      columns: [
        { column: width, values },
        { column: 0, values: below },
      ],
    },
  ]);
  await compare(desk, [x!, `27AAPFU0939F1ZV,Invoice,A-0,01-04-2026,90000,0,8100,8100,0`, y!]);
  const again = await read();
  expect(again[4]![width]).toBe('My notes');
  expect(rowOf(again, 'Y-2')).not.toBe(rowOf(cells, 'Y-2'));
  expect(again[rowOf(again, 'Y-2')]![width]).toBe('will file');
  expect(again.filter((row) => row.includes('will file'))).toHaveLength(1);
  expect(again.at(-1)![0]).toBe('Call on Monday');
});
