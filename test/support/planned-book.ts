import { readDownloads } from '../../src/boundary/portal-json';
import type { SheetPlan } from '../../src/core/workbook';
import { importNew } from '../../src/core/tasks/import-new';
import { memoryDesk, must } from './desk';
import { downloadPieces, RECIPIENT } from './generate-download';

/** The sheets that an import of so many made-up records plans. */
export async function plannedBook(records: number, seed = 7): Promise<SheetPlan[]> {
  const bytes = Buffer.from([...downloadPieces({ records, seed, gstin: RECIPIENT })].join(''));
  const desk = memoryDesk();
  const plans: SheetPlan[] = [];
  const workbook = {
    ...desk.workbook,
    prepare: (sheets: readonly SheetPlan[]) => {
      plans.push(...sheets);
      return desk.workbook.prepare(sheets);
    },
  };
  const download = must(readDownloads([{ name: 'download.json', bytes }]));
  must(await importNew({ ...desk, workbook }, download, RECIPIENT));
  return plans;
}
