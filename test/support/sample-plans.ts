import { readDownloads } from '../../src/boundary/portal-json';
import { booksStore } from '../../src/boundary/books-store';
import { recordStore } from '../../src/boundary/record-store';
import { importNew } from '../../src/core/tasks/import-new';
import type { SheetPlan } from '../../src/core/workbook';
import { createMemoryWorkbook } from '../../src/hosts/memory/memory-workbook';
import { fixture } from './xlsx-story';

/** The sheets that the sample download is planned as. */
export async function samplePlans(): Promise<SheetPlan[]> {
  const plans: SheetPlan[] = [];
  const workbook = createMemoryWorkbook();
  const catching = {
    ...workbook,
    prepare: (sheets: readonly SheetPlan[]) => {
      plans.push(...sheets);
      return workbook.prepare(sheets);
    },
  };
  const download = readDownloads([{ name: 'download.json', bytes: fixture('downloads/download.json') }]);
  if (!download.ok) throw new Error(download.refusal.reason);
  const desk = {
    workbook: catching,
    name: 'book.xlsx',
    store: recordStore,
    books: booksStore,
    today: '10-05-2026',
    time: '09:30',
  };
  await importNew(desk, download.value, '27ZZZCR1001K1Z0');
  return plans;
}
