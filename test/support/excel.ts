import { createExcelWorkbook } from '../../src/hosts/excel/excel-workbook';
import type { ExcelPlace } from '../../src/hosts/excel/excel-run';
import type { Workbook } from '../../src/core/workbook';
import {
  createExcelHost,
  loadOfficeInNode,
  openInExcelHost,
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
  return connect(createExcelHost({ platform: platformOf(build), ...options }), build);
}

/** The same with a workbook from an .xlsx file. */
export async function openFileInExcel(file: Uint8Array, build: OfficeBuild = 'excel-web-16.00'): Promise<OpenExcel> {
  return connect(await openInExcelHost(file, { platform: platformOf(build) }), build);
}

function platformOf(build: OfficeBuild): 'web' | 'desktop' {
  return build === 'excel-web-16.00' ? 'web' : 'desktop';
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
