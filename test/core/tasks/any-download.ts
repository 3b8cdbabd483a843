import fc from 'fast-check';
import type { Download, Downloaded } from '../../../src/core/engine/download';
import type { Cell } from '../../../src/core/kernel/cell';
import { rupees } from '../../../src/core/kernel/money';
import { columnOf } from '../../../src/core/language/record';
import { reductionOf, taxHeads } from '../../../src/core/language/row';
import { downloadOf } from '../../support/desk';
import { generateDownload, type DownloadOptions } from '../../support/generate-download';

export interface GeneratedDownload {
  readonly options: DownloadOptions;
  readonly text: string;
  readonly download: Download;
}

export function anyDownload(most = 40): fc.Arbitrary<GeneratedDownload> {
  return fc
    .record({
      records: fc.integer({ min: 1, max: most }),
      seed: fc.nat(),
      dialect: fc.constantFrom('offline' as const, 'api' as const, 'web' as const),
      indent: fc.constantFrom(0, 1, 3),
    })
    .map((options) => {
      const text = generateDownload(options);
      return { options, text, download: downloadOf(text) };
    });
}

/** The user's cells of one row by their headings: all of them, so that they also clear what the portal had. */
export type AnswerCells = Readonly<Record<string, Cell>>;

/** For each record of the download an answer that the portal would take, or none. */
export function anyLegalDecisions(download: Download): fc.Arbitrary<readonly (AnswerCells | undefined)[]> {
  return fc.tuple(...download.records.map((record) => fc.option(anyAnswer(record), { nil: undefined })));
}

const anyRemarks = fc
  .string({ unit: fc.constantFrom(...Array.from('abcXYZ 0123456789.,;:-/()&\n\té₹ ')), minLength: 1, maxLength: 120 })
  .filter((text) => text.trim() !== '');

function anyAnswer({ type, row }: Downloaded): fc.Arbitrary<AnswerCells> {
  const asks =
    type.itcQuestion === 'needed-unless-blocked'
      ? row.itcBlocked !== 'Y'
      : type.itcQuestion !== 'never' && row.itcBlocked === 'N';
  const needs = asks && type.itcQuestion !== 'offered-if-open';
  const statuses =
    row.pendingBlocked === 'Y'
      ? ['Accepted', 'Rejected', 'No Action']
      : ['Accepted', 'Rejected', 'Pending', 'No Action'];
  const reductions = !asks ? ['none'] : needs ? ['full', 'partial', 'nil'] : ['none', 'full', 'partial', 'nil'];
  return fc
    .record({
      status: fc.constantFrom(...statuses),
      reduction: fc.constantFrom(...reductions),
      share: fc.integer({ min: 1, max: 100 }),
      remarks: anyRemarks,
      talks: fc.boolean(),
    })
    .map(({ status, reduction, share, remarks, talks }) => {
      const parts = taxHeads.map((head) => Math.floor((Number(row[head]) * share) / 100));
      const said =
        status !== 'Accepted'
          ? 'none'
          : reduction === 'partial' && parts.every((part) => part === 0)
            ? 'full'
            : reduction;
      const explains = said === 'partial' || said === 'nil';
      const cells: Record<string, Cell> = {
        Status: status,
        Remarks: row.remarksBlocked === 'Y' || !(explains || talks) ? '' : remarks,
      };
      if (type.columns.itcAnswer !== undefined) {
        cells[columnOf(type, 'itcAnswer').label] = said === 'none' ? '' : said === 'nil' ? 'No' : 'Yes';
        for (const [index, head] of taxHeads.entries())
          cells[columnOf(type, reductionOf[head]).label] = said === 'partial' ? rupees(parts[index]!) : '';
      }
      return cells;
    });
}
