import { importNew } from '../../../src/core/tasks/import-new';
import { mergeDownload } from '../../../src/core/tasks/merge';
import { RECIPIENT } from '../../support/generate-download';
import {
  cellOf,
  downloadOf,
  importJson,
  invoice,
  memoryDesk,
  mergeJson,
  offline,
  refusalOf,
  spokenRefusal,
} from '../../support/desk';

const FRESH = 'Download the file again from the portal (Services > Returns > IMS Dashboard > Offline).';
const unusable = offline({ b2b: [invoice({ stin: '' }), null], b2bcn: [] });

describe('a new workbook', () => {
  test.each([
    [
      'with nothing usable',
      unusable,
      'download.json: none of the 2 records in it can be used (record 1 of section b2b (INV-1): it has no supplier GSTIN)',
      FRESH,
    ],
    [
      'with one record that cannot be used',
      { b2b: [invoice({ txval: 'many' })] },
      'download.json: the only record in it cannot be used (record 1 of section b2b (27AAPFU0939F1ZV INV-1): the amount under txval cannot be used (many))',
      FRESH,
    ],
    [
      'of a complete download without records',
      offline({ b2b: [], ecom: null }),
      'download.json: the portal sent no records for B2B, B2BA, B2B-DN, B2B-DNA, B2B-CN, B2B-CNA, ECO, ECOA',
      'There is nothing to act on. If the IMS Dashboard shows records, download the file again; to merge it with earlier work, open it from that workbook (ims import <file> --into <workbook>).',
    ],
    [
      'of one section without records',
      { data: { b2bcn: [] } },
      'download.json: the portal sent no records for B2B-CN',
      expect.stringMatching(/^There is nothing to act on\./),
    ],
    [
      'of sections that are not handled offline',
      offline({ b2b: [], impg: [{ boenum: 1 }, { boenum: 2 }], isd: [] }),
      'download.json: all its records are of sections that are not handled offline (impg: 2)',
      'Take the actions for them on the portal (Services > Returns > IMS Dashboard).',
    ],
  ])('%s is not made', async (_name, content, sentence, advice) => {
    const desk = memoryDesk();
    const result = await importNew(desk, downloadOf(content), RECIPIENT);
    expect(spokenRefusal(result)).toBe(sentence);
    expect(refusalOf(result).advice).toEqual(advice);
    expect(await desk.workbook.read('Home')).toBeUndefined();
  });

  test('is made where one record can be used', async () => {
    const report = await importJson(memoryDesk(), offline({ b2b: [null, invoice()] }));
    expect(report.sheets['B2B']).toMatchObject({ records: 1 });
    expect(report.warnings).toContain(
      'download.json, record 1 of section b2b: it is empty (null), so it was left out.',
    );
  });
});

describe('earlier work', () => {
  test.each([
    ['several empty sections', offline({ b2b: [], b2bcn: [], ecom: null })],
    ['an empty section', offline({ b2b: [] })],
    ['an empty section of the portal’s web page', { data: { b2b: [] } }],
  ])('is marked as withdrawn by a download without records: %s', async (_name, content) => {
    const desk = memoryDesk();
    await importJson(desk, offline({ b2b: [invoice()] }));
    const report = await mergeJson(desk, content);
    expect(report.sheets['B2B']).toMatchObject({ records: 1, withdrawn: 1 });
    expect(report.warnings).toEqual([
      'None of the earlier records of sheet B2B is in this download: 1 record was marked as withdrawn. If the download was incomplete, go back to the copy of the workbook from before.',
    ]);
    expect(await cellOf(desk, 'B2B', 'INV-1', 'Changes since last import')).toMatch(/^Withdrawn/);
  });

  test('is left alone by a download of which nothing can be used', async () => {
    const desk = memoryDesk();
    await importJson(desk, offline({ b2b: [invoice()] }));
    const before = await desk.workbook.read('B2B');
    expect(spokenRefusal(await mergeDownload(desk, downloadOf(unusable), ''))).toBe(
      'download.json: none of the 2 records in it can be used (record 1 of section b2b (INV-1): it has no supplier GSTIN)',
    );
    expect(await desk.workbook.read('B2B')).toEqual(before);
  });
});
