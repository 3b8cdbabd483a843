import { createMemoryWorkbook } from '../../src/hosts/memory/memory-workbook';
import { openXlsxWorkbook, type XlsxWorkbook } from '../../src/hosts/xlsx/xlsx-workbook';
import { describeWorkbook } from './workbook-contract';

describeWorkbook('memory', {
  make: () => Promise.resolve(createMemoryWorkbook()),
  reopen: (workbook) => Promise.resolve(workbook),
});

describeWorkbook('.xlsx', {
  make: () => openXlsxWorkbook(undefined),
  reopen: (workbook) => openXlsxWorkbook((workbook as XlsxWorkbook).bytes()),
});
