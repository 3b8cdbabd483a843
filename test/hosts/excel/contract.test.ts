import type { Workbook } from '../../../src/core/workbook';
import { describeWorkbook } from '../workbook-contract';
import { connect, openExcel, openFileInExcel, type OpenExcel } from '../../support/excel';

describe.each(['excel-web-16.00', 'excel-win32-16.01'] as const)('on %s', (build) => {
  const open = new Map<Workbook, OpenExcel>();
  const known = (excel: OpenExcel): Workbook => {
    open.set(excel.workbook, excel);
    return excel.workbook;
  };
  describeWorkbook('Excel', {
    make: async () => known(await openExcel(build)),
    open: async (file) => known(await openFileInExcel(file, build)),
    // Excel holds the workbook; another pane reads what the first one left there.
    reopen: async (workbook) => known(await connect(open.get(workbook)!.host, build)),
    hiddenColumns: (workbook, name) => {
      const { columns } = open.get(workbook)!.host.book.sheet(name);
      return Promise.resolve(columns.flatMap((strip, column) => (strip?.hidden === true ? [column] : [])));
    },
    file: (workbook) => open.get(workbook)!.host.toXlsx(),
  });
});
