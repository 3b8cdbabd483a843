import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readActions } from '../../../src/boundary/actions-csv';
import { readDownloads } from '../../../src/boundary/portal-json';
import { checkUpload } from '../../../src/boundary/upload-json';
import { act } from '../../../src/core/tasks/act';
import { generate } from '../../../src/core/tasks/generate';
import { importNew } from '../../../src/core/tasks/import-new';
import { mergeDownload } from '../../../src/core/tasks/merge';
import { validate } from '../../../src/core/tasks/validate';
import {
  columnOf,
  fixtureBytes,
  memoryDesk,
  must,
  placeErrorsOf,
  spokenFinding,
  type MemoryDesk,
} from '../../support/desk';
import { RECIPIENT } from '../../support/generate-download';

/** What users do in a month, from the download to the upload. `UPDATE=1` writes the golden files anew: read the difference. */
const UPDATE = process.env['UPDATE'] === '1';

function compareWithGolden(path: string, found: unknown): void {
  const file = join(__dirname, '../../../fixtures/journeys', path);
  if (UPDATE) writeFileSync(file, `${JSON.stringify(found, undefined, 3)}\n`);
  expect(existsSync(file)).toBe(true);
  expect(found).toEqual(JSON.parse(readFileSync(file, 'utf8')));
}

async function importFile(desk: MemoryDesk, path: string): Promise<void> {
  const name = path.split('/').at(-1) ?? '';
  must(await importNew(desk, must(readDownloads([{ name, bytes: fixtureBytes(path) }])), RECIPIENT));
}

async function actByFile(desk: MemoryDesk, path: string): Promise<unknown> {
  return must(await act(desk, must(readActions(fixtureBytes(path), path))));
}

/** Findings as people read them, and the files as the portal reads them. */
async function finish(desk: MemoryDesk): Promise<{ findings: string[]; texts: string[]; uploads: unknown[] }> {
  const checked = must(await validate(desk));
  const { files, findings } = must(await generate(desk));
  expect(findings).toEqual(checked.findings);
  for (const { text, name } of files) expect(checkUpload(text, name, 'standard')).toEqual({ ok: true, value: true });
  return {
    findings: findings.map(spokenFinding),
    texts: files.map(({ text }) => text),
    uploads: files.map(({ text }): unknown => JSON.parse(text)),
  };
}

describe('from the download to the upload', () => {
  test.each([
    ['offline', 'downloads/download.json', 'actions/download.csv'],
    ['api-dialect', 'downloads/download-api-dialect.json', 'actions/download.csv'],
    ['web-dialect', 'downloads/download-web-dialect.json', 'actions/download.csv'],
    ['variants', 'downloads/download-variants.json', 'journeys/variants/actions.csv'],
  ])('%s', async (name, download, actions) => {
    const desk = memoryDesk();
    await importFile(desk, download);
    expect((await finish(desk)).uploads).toEqual([]);
    expect(await actByFile(desk, actions)).toMatchObject({ unmatched: [] });
    const { findings, uploads } = await finish(desk);
    compareWithGolden(`${name}/findings.json`, findings);
    compareWithGolden(`${name}/upload.json`, uploads);
  });

  test('the sample download with the sample list gives exactly the sample upload', async () => {
    const desk = memoryDesk();
    await importFile(desk, 'downloads/download.json');
    expect(await actByFile(desk, 'actions/download.csv')).toEqual({ changed: 21, unmatched: [] });
    expect((await finish(desk)).texts).toEqual([new TextDecoder().decode(fixtureBytes('uploads/upload.json'))]);
  });

  test('the web page’s dialect of the same documents gives the same upload', async () => {
    const desk = memoryDesk();
    await importFile(desk, 'downloads/download-web-dialect.json');
    await actByFile(desk, 'actions/download.csv');
    expect((await finish(desk)).uploads).toEqual([
      JSON.parse(new TextDecoder().decode(fixtureBytes('uploads/upload.json'))),
    ]);
  });

  test('second-month: upload, error file, a later download, the rest of the answers', async () => {
    const desk = memoryDesk();
    await importFile(desk, 'downloads/download.json');
    await actByFile(desk, 'actions/download.csv');
    await finish(desk);
    const placed = await placeErrorsOf(desk, fixtureBytes('errors/errors.json'));
    expect(placed).toEqual({ placed: 9, unplaced: [] });

    const later = memoryDesk({ workbook: desk.workbook, today: '14-05-2026', time: '10:30' });
    const bytes = fixtureBytes('journeys/second-month/later.json');
    const merged = must(await mergeDownload(later, must(readDownloads([{ name: 'later.json', bytes }])), ''));
    const changes: Record<string, unknown> = {};
    for (const sheet of Object.keys(merged.sheets)) {
      const numbers = await columnOf(later, sheet, 'Document number');
      const told = await columnOf(later, sheet, 'Changes since last import');
      changes[sheet] = numbers.flatMap((number, index) =>
        told[index] === '' ? [] : [`${String(number)}: ${String(told[index])}`],
      );
    }
    compareWithGolden('second-month/merge.json', { counts: merged.sheets, changes });
    expect(await actByFile(later, 'journeys/second-month/actions.csv')).toEqual({ changed: 5, unmatched: [] });
    const { findings, uploads } = await finish(later);
    compareWithGolden('second-month/findings.json', findings);
    compareWithGolden('second-month/upload.json', uploads);
  });
});
