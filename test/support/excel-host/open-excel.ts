/// <reference types="office-js" />
import {
  createExcelHost,
  loadOfficeInNode,
  type ExcelHost,
  type ExcelHostOptions,
  type LoadedOffice,
} from './excel-host';

/** A host with the library on it, and the two things that most tests do with them. */
export interface OpenExcel extends LoadedOffice {
  readonly host: ExcelHost;
  /** Runs and syncs; gives what the work gives, read after the sync. */
  readonly run: <Found>(work: (context: Excel.RequestContext) => Promise<Found>) => Promise<Found>;
  /** The code that an add-in sees when this fails, or `none`. */
  readonly codeOf: (work: (context: Excel.RequestContext) => void | Promise<void>) => Promise<string>;
}

export async function openExcel(options?: ExcelHostOptions): Promise<OpenExcel> {
  const host = createExcelHost(options);
  const office = await loadOfficeInNode(host);
  const { Excel } = office;
  return {
    ...office,
    host,
    run: (work) => Excel.run(work),
    codeOf: async (work) => {
      try {
        await Excel.run(async (context) => {
          await work(context);
          await context.sync();
        });
        return 'none';
      } catch (error) {
        return error instanceof Error && 'code' in error ? String(error.code) : `no code: ${String(error)}`;
      }
    },
  };
}
