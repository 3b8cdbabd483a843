import { readActions } from '../../../src/boundary/actions-csv';
import { readErrors } from '../../../src/boundary/error-json';
import { STORE_SHEET } from '../../../src/core/engine/store';
import { records } from '../../../src/core/records/index';
import { act } from '../../../src/core/tasks/act';
import { generate } from '../../../src/core/tasks/generate';
import { mergeDownload } from '../../../src/core/tasks/merge';
import { placeErrors } from '../../../src/core/tasks/place-errors';
import { validate } from '../../../src/core/tasks/validate';
import type { Result } from '../../../src/core/kernel/result';
import { createMemoryWorkbook } from '../../../src/hosts/memory/memory-workbook';
import {
  cellsOf,
  downloadOf,
  fileOf,
  fixtureBytes,
  importFixture,
  insertColumn,
  memoryDesk,
  must,
  refusalOf,
  renameHeading,
  spokenRefusal,
  type MemoryDesk,
} from '../../support/desk';

/** Reading 8: what is missing is named, with the way to get it back; no job touches the workbook. */
const jobs: [string, (desk: MemoryDesk) => Promise<Result<unknown>>][] = [
  ['validate', (desk) => validate(desk)],
  ['generate', (desk) => generate(desk)],
  ['merge', (desk) => mergeDownload(desk, downloadOf(fixtureBytes('downloads/download.json')), '')],
  ['act', (desk) => act(desk, must(readActions(fixtureBytes('actions/download.csv'), 'a.csv')))],
  ['errors', (desk) => placeErrors(desk, must(readErrors(fileOf(fixtureBytes('errors/errors.json')))))],
];

async function sampleBook(): Promise<MemoryDesk> {
  const desk = memoryDesk();
  await importFixture(desk);
  return desk;
}

async function allCells(desk: MemoryDesk): Promise<unknown> {
  return Promise.all((await desk.workbook.sheetNames()).map(async (sheet) => [sheet, await cellsOf(desk, sheet)]));
}

const storeEdit = (change: (pieces: string[]) => string[]) => (desk: MemoryDesk) =>
  desk.workbook.reshape(STORE_SHEET, (cells) => change(cells.map(([piece]) => String(piece))).map((piece) => [piece]));

const losses: [string, (desk: MemoryDesk) => void, string, string][] = [
  [
    'a renamed record sheet',
    (desk) => desk.workbook.renameSheet('B2B-CN', 'Credit notes'),
    'ims.xlsx: the sheet B2B-CN was renamed "Credit notes"',
    'Name it B2B-CN again.',
  ],
  [
    'a renamed Home',
    (desk) => desk.workbook.renameSheet('Home', 'Start'),
    'ims.xlsx: the sheet Home was renamed "Start"',
    'Name it Home again.',
  ],
  [
    'a record sheet that lost its name and its title',
    (desk) => {
      desk.workbook.renameSheet('B2B-CN', 'Credit notes');
      desk.workbook.reshape('Credit notes', ([, ...rows]) => [['My notes'], ...rows]);
    },
    'ims.xlsx: the sheet B2B-CN is not in the workbook',
    'If it was renamed, give it back the name B2B-CN; if it was deleted, undo that or import again into a new workbook.',
  ],
  [
    'a deleted record sheet without records',
    (desk) => desk.workbook.deleteSheet('ECOA'),
    'ims.xlsx: the sheet ECOA is not in the workbook',
    'If it was renamed, give it back the name ECOA; if it was deleted, undo that or import again into a new workbook.',
  ],
  [
    'a deleted Home',
    (desk) => desk.workbook.deleteSheet('Home'),
    'ims.xlsx: the sheet Home is not in the workbook',
    'If it was renamed, give it back the name Home; if it was deleted, undo that or import again into a new workbook.',
  ],
  [
    'a heading that was overwritten',
    (desk) => renameHeading(desk, 'B2B', 'Document value', 'Amount'),
    'ims.xlsx: the heading Document value is missing on sheet B2B',
    'Type Document value again in the heading row above its column, or undo the deletion of the column.',
  ],
  [
    'a deleted column of results',
    (desk) => renameHeading(desk, 'ECO', 'Sheet validation errors', ''),
    'ims.xlsx: the heading Sheet validation errors is missing on sheet ECO',
    'Type Sheet validation errors again in the heading row above its column, or undo the deletion of the column.',
  ],
  [
    'a heading that stands twice',
    (desk) => insertColumn(desk, 'B2B', 1, 'Remarks'),
    'ims.xlsx: the heading Remarks is on sheet B2B twice (columns B and T)',
    'Rename or delete the column that you added.',
  ],
  [
    'a lost record store',
    (desk) => desk.workbook.deleteSheet(STORE_SHEET),
    'ims.xlsx: the workbook has no IMS record store (the hidden sheet IMS store)',
    'Use the workbook that IMS Offline made, or import the portal’s JSON into a new workbook.',
  ],
  [
    'an emptied record store',
    storeEdit(() => []),
    'ims.xlsx: the record store on the hidden sheet IMS store is damaged (its first line is not the store’s)',
    'Go back to the last saved copy of the workbook, or import the portal’s JSON into a new workbook.',
  ],
  [
    'a record store with a changed character',
    storeEdit(([head = '', body = '']) => [
      head,
      `${body.slice(0, 99)}${body[99] === 'x' ? 'y' : 'x'}${body.slice(100)}`,
    ]),
    'ims.xlsx: the record store on the hidden sheet IMS store is damaged (its checksum is wrong)',
    'Go back to the last saved copy of the workbook, or import the portal’s JSON into a new workbook.',
  ],
  [
    'a record store of a newer version',
    storeEdit(([head = '', ...rest]) => [head.replace('version 1', 'version 9'), ...rest]),
    'ims.xlsx: the workbook was made by a newer version (record store 9, this program reads up to 1)',
    'Update IMS Offline for Excel.',
  ],
  [
    'all headings deleted',
    (desk) => desk.workbook.reshape('B2B', (cells) => cells.map((row, index) => (index === 5 ? [] : row))),
    'ims.xlsx: the heading GSTIN of supplier is missing on sheet B2B',
    'Type GSTIN of supplier again in the heading row above its column, or undo the deletion of the column.',
  ],
];

describe.each(losses)('%s', (_, lose, sentence, advice) => {
  test.each(jobs)('is refused by %s, and nothing is changed', async (_job, run) => {
    const desk = await sampleBook();
    lose(desk);
    const before = await allCells(desk);
    const result = await run(desk);
    expect(spokenRefusal(result)).toBe(sentence);
    expect(refusalOf(result).advice).toBe(advice);
    expect(await allCells(desk)).toEqual(before);
  });
});

describe('a workbook that is not ours', () => {
  test('is refused because it has no record store', async () => {
    expect(spokenRefusal(await validate(memoryDesk({ name: 'Book1.xlsx', workbook: createMemoryWorkbook() })))).toBe(
      'Book1.xlsx: the workbook has no IMS record store (the hidden sheet IMS store)',
    );
  });
});

describe('every heading of every sheet', () => {
  test('is missed by name', async () => {
    for (const { sheet, columns } of records) {
      for (const column of Object.values(columns)) {
        if (!column.shown) continue;
        const desk = await sampleBook();
        renameHeading(desk, sheet, column.label, 'x');
        expect(spokenRefusal(await generate(desk))).toBe(
          `ims.xlsx: the heading ${column.label} is missing on sheet ${sheet}`,
        );
      }
    }
  });
});
