import { createExcelWorkbook } from '../../src/hosts/excel/excel-workbook';
import type { ExcelPlace } from '../../src/hosts/excel/excel-run';
import type { Workbook } from '../../src/core/workbook';
import {
  createExcelHost,
  loadOfficeInNode,
  type ExcelHost,
  type ExcelHostOptions,
  type OfficeBuild,
} from './excel-host/excel-host';

/** A workbook of ours in the test host, through Microsoft's library. */
export interface OpenExcel {
  readonly host: ExcelHost;
  readonly workbook: Workbook;
  /** what the workbook told of as failed outside any call */
  readonly failures: unknown[];
}

export async function openExcel(
  build: OfficeBuild = 'excel-web-16.00',
  options: ExcelHostOptions = {},
): Promise<OpenExcel> {
  const host = createExcelHost({ platform: build === 'excel-web-16.00' ? 'web' : 'desktop', ...options });
  return connect(host, build);
}

/** Another pane on the same open workbook. */
export async function connect(host: ExcelHost, build: OfficeBuild = 'excel-web-16.00'): Promise<OpenExcel> {
  const { Excel: excel } = await loadOfficeInNode(host, build);
  const place: ExcelPlace = {
    excel,
    has: (set) => host.isSetSupported('ExcelApi', set),
    wait: () => Promise.resolve(),
  };
  const failures: unknown[] = [];
  return { host, workbook: createExcelWorkbook(place, (error) => failures.push(error)), failures };
}
