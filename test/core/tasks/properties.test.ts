import fc from 'fast-check';
import { checkUpload } from '../../../src/boundary/upload-json';
import type { Cell } from '../../../src/core/kernel/cell';
import { records as recordTypes } from '../../../src/core/records/index';
import { generate, generateDefaults } from '../../../src/core/tasks/generate';
import { validate } from '../../../src/core/tasks/validate';
import {
  cellsOf,
  columnAt,
  columnOf,
  headingRow,
  importJson,
  insertColumn,
  ledgerOf,
  memoryDesk,
  mergeJson,
  must,
  sortRows,
  uploadOf,
  type Json,
  type MemoryDesk,
} from '../../support/desk';
import { generateDownload } from '../../support/generate-download';
import { anyDownload, anyLegalDecisions, type AnswerCells } from './any-download';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 0) > 0 ? 500 : 60;

/** Types the answers into the rows, which stand in the order of the download. */
async function answerAll(
  desk: MemoryDesk,
  sheets: readonly string[],
  answers: readonly (AnswerCells | undefined)[],
): Promise<void> {
  const next = new Map<string, number>();
  for (const [index, sheet] of sheets.entries()) {
    const row = (next.get(sheet) ?? 6) + 1;
    next.set(sheet, row);
    for (const [heading, cell] of Object.entries(answers[index] ?? {}))
      desk.workbook.type(sheet, row - 1, await columnAt(desk, sheet, heading), cell);
  }
}

jest.setTimeout(120_000);

const numberOf = (record: Json) => String(record['nt_num'] ?? record['inum']);
const keyOf = (record: Json) =>
  `${String(record['stin'])} ${numberOf(record)} ${String(record['rtnprd'] ?? record['sRtnPrd'])}`;
const codes: Record<string, string> = { Accepted: 'A', Rejected: 'R', Pending: 'P', 'No Action': 'N' };

/** What the portal makes of an upload: the answer of each record is replaced by that of the file. */
function portalTakes(download: string, upload: Record<string, Json[]>): Json {
  const file = JSON.parse(download) as Record<string, Record<string, Json[]>>;
  const sections = file['imsDetails'] ?? file['data'] ?? (file as unknown as Record<string, Json[]>);
  for (const [section, uploaded] of Object.entries(upload)) {
    const byKey = new Map(uploaded.map((record) => [keyOf(record), record]));
    for (const record of sections[section] ?? []) {
      const sent = byKey.get(keyOf(record));
      if (sent === undefined) continue;
      for (const key of ['action', 'itcRedReq', 'declIgst', 'declCgst', 'declSgst', 'declCess', 'remarks']) {
        if (key in sent) record[key] = sent[key];
        else Reflect.deleteProperty(record, key);
      }
    }
  }
  return file;
}

describe('any legal answers on any download', () => {
  const anyMonth = anyDownload().chain((generated) =>
    anyLegalDecisions(generated.download).map((answers) => ({ ...generated, answers })),
  );

  test('give an upload that the portal reads as exactly these answers', async () => {
    await fc.assert(
      fc.asyncProperty(anyMonth, fc.integer({ min: 1, max: 9 }), async ({ text, download, answers }, partSize) => {
        const desk = memoryDesk();
        await importJson(desk, text);
        const sheets = download.records.map(({ type }) => type.sheet);
        await answerAll(desk, sheets, answers);

        const limits = { records: partSize, bytes: 5_000_000 };
        const { files, errors } = must(await generate(desk, { ...generateDefaults, limits }));
        expect(errors).toBe(0);
        for (const file of files) expect(checkUpload(file.text, file.name, 'standard').ok).toBe(true);
        const upload = await uploadOf(desk, { ...generateDefaults, limits });
        const typed = new Map(
          download.records.map(({ type, raw }, index) => [`${type.section} ${keyOf(raw)}`, answers[index]]),
        );
        for (const [section, records] of Object.entries(upload)) {
          for (const record of records)
            expect(record['action']).toBe(codes[String(typed.get(`${section} ${keyOf(record)}`)?.['Status'])]);
        }

        const statuses = () => Promise.all(recordTypes.map(({ sheet }) => columnOf(desk, sheet, 'Status')));
        const before = await statuses();
        const merged = await mergeJson(desk, portalTakes(text, upload));
        expect(Object.values(merged.sheets).every(({ unchanged, records }) => unchanged === records)).toBe(true);
        expect(await statuses()).toEqual(before);
        expect(await uploadOf(desk)).toEqual({});
      }),
      { numRuns: RUNS, seed: 20_260_430 },
    );
  });

  test('taken back one by one leave nothing to send', async () => {
    await fc.assert(
      fc.asyncProperty(anyMonth, async ({ text, download, answers }) => {
        const desk = memoryDesk();
        await importJson(desk, text);
        const sheets = new Map(
          await Promise.all(recordTypes.map(async ({ sheet }) => [sheet, await cellsOf(desk, sheet)] as const)),
        );
        await answerAll(
          desk,
          download.records.map(({ type }) => type.sheet),
          answers,
        );
        for (const [sheet, cells] of sheets) desk.workbook.reshape(sheet, () => cells.map((row) => [...row]));
        expect(await uploadOf(desk)).toEqual({});
      }),
      { numRuns: Math.ceil(RUNS / 3), seed: 1 },
    );
  });
});

/** Things that users do to the rows and columns of a sheet; numbers are taken modulo what there is. */
const anyReshaping = fc.oneof(
  fc.record({ do: fc.constant('sort' as const), by: fc.nat(60), turn: fc.boolean() }),
  fc.record({ do: fc.constant('sort what is visible' as const), by: fc.nat(60), turn: fc.boolean() }),
  fc.record({ do: fc.constant('sort one column of the portal' as const), by: fc.nat(60), turn: fc.boolean() }),
  fc.record({ do: fc.constant('insert a column' as const), by: fc.nat(60), turn: fc.boolean() }),
  fc.record({ do: fc.constant('delete a row' as const), by: fc.nat(60), turn: fc.boolean() }),
  fc.record({ do: fc.constant('insert a copy' as const), by: fc.nat(60), turn: fc.boolean() }),
  fc.record({ do: fc.constant('paste over a row' as const), by: fc.nat(60), turn: fc.boolean() }),
);
type Reshaping = typeof anyReshaping extends fc.Arbitrary<infer T> ? T : never;

/** Two columns sorted on their own leave of each row enough to know it; after more of them nobody could. */
function isRecognisable(reshapings: readonly Reshaping[]): boolean {
  return reshapings.filter(({ do: what }) => what === 'sort one column of the portal').length <= 2;
}

const SHEET = 'B2B';
const portalHeadings = [
  'GSTIN of supplier',
  'Trade/Legal name',
  'Document number',
  'Document date',
  'Document value',
  'Place of supply',
  'Taxable value',
  'IGST',
];

async function reshape(desk: MemoryDesk, { do: what, by, turn }: Reshaping): Promise<void> {
  const cells = await cellsOf(desk, SHEET);
  const top = headingRow(cells) + 1;
  const rows = cells.length - top;
  const width = cells[top - 1]!.length;
  const before = (column: number) => (a: readonly Cell[], b: readonly Cell[]) => {
    const [x, y] = [String(a[column] ?? ''), String(b[column] ?? '')];
    return (x < y ? -1 : x > y ? 1 : 0) * (turn ? -1 : 1);
  };
  if (what === 'insert a column') {
    insertColumn(desk, SHEET, by % width, `mine ${by}`);
    return;
  }
  if (rows < 2) return;
  const [row, other] = [top + (by % rows), top + ((by * 7 + 3) % rows)];
  switch (what) {
    case 'sort': {
      sortRows(desk, SHEET, before(by % width));
      return;
    }
    case 'sort what is visible': {
      const helpers = await Promise.all(
        ['Record key', 'Pending allowed', 'ITC question', 'Marks'].map((heading) => columnAt(desk, SHEET, heading)),
      );
      sortRows(
        desk,
        SHEET,
        before(by % width),
        [...Array(width).keys()].filter((column) => !helpers.includes(column)),
      );
      return;
    }
    case 'sort one column of the portal': {
      const column = await columnAt(desk, SHEET, portalHeadings[by % portalHeadings.length]!);
      sortRows(desk, SHEET, before(column), [column]);
      return;
    }
    case 'delete a row': {
      desk.workbook.reshape(SHEET, (all) => all.filter((_, index) => index !== row));
      return;
    }
    case 'insert a copy': {
      desk.workbook.reshape(SHEET, (all) => [...all.slice(0, other), [...all[row]!], ...all.slice(other)]);
      return;
    }
    case 'paste over a row': {
      desk.workbook.reshape(SHEET, (all) => all.map((old, index) => (index === other ? [...all[row]!] : old)));
      return;
    }
  }
}

describe('whatever users do to the rows of a sheet', () => {
  async function tagged(seed: number): Promise<MemoryDesk> {
    const desk = memoryDesk();
    await importJson(
      desk,
      generateDownload({ records: 24, seed }).replaceAll('"isRemarksBlocked": "Y"', '"isRemarksBlocked": "N"'),
    );
    const [status, remarks, key] = await Promise.all(
      ['Status', 'Remarks', 'Record key'].map((heading) => columnAt(desk, SHEET, heading)),
    );
    desk.workbook.reshape(SHEET, (cells) =>
      cells.map((row, index) =>
        index < 6
          ? row
          : row.map((cell, column) =>
              column === status ? 'Rejected' : column === remarks ? `answer of ${String(row[key!])}` : cell,
            ),
      ),
    );
    return desk;
  }

  test('no document is sent with another one’s answer, and each one that is missing is named', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.array(anyReshaping, { maxLength: 8 }).filter(isRecognisable),
        async (seed, reshapings) => {
          const desk = await tagged(seed);
          for (const reshaping of reshapings) await reshape(desk, reshaping);
          const { records } = await ledgerOf(desk);
          const own = records.filter(({ type }) => type.sheet === SHEET);

          const first = must(await validate(desk));
          const copies = first.findings.filter(({ rule }) => rule === 'row-is-copied').map(({ row }) => row! - 1);
          if (copies.length > 0) expect(must(await generate(desk)).files).toEqual([]);
          desk.workbook.reshape(SHEET, (cells) => cells.filter((_, index) => !copies.includes(index)));

          const { findings, errors } = must(await generate(desk));
          // A row that shows two documents is an error: then nothing is sent at all.
          const mixed = findings.filter(({ severity }) => severity === 'error');
          expect(mixed.every(({ rule }) => rule === 'row-mixes-documents')).toBe(true);
          expect(errors).toBe(mixed.length);
          if (errors > 0) return;
          const { b2b = [] } = await uploadOf(desk);
          for (const sent of b2b) {
            const record = own.find(({ row }) => row.number === sent['inum'] && row.supplierGstin === sent['stin']);
            expect(sent['remarks']).toBe(`answer of ${String(record?.id)}`);
            expect(sent).toMatchObject({ val: record?.raw['val'], idt: record?.raw['idt'], action: 'R' });
          }
          const missing = findings
            .filter(({ rule }) => rule === 'row-is-deleted')
            .map(({ document: { gstin, number } }) => `${gstin} ${number}`);
          const there = b2b.map(({ stin, inum }) => `${String(stin)} ${String(inum)}`);
          const unsent = own.filter(
            ({ row }) =>
              row.status === 'Rejected' &&
              !there.includes(`${row.supplierGstin} ${row.number}`) &&
              !missing.includes(`${row.supplierGstin} ${row.number}`),
          );
          expect(
            [...there, ...missing, ...unsent.map(({ row }) => `${row.supplierGstin} ${row.number}`)].sort(),
          ).toEqual(own.map(({ row }) => `${row.supplierGstin} ${row.number}`).sort());
        },
      ),
      { numRuns: RUNS * 3, seed: 42 },
    );
  });
});
