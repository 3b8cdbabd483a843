import { createMemoryWorkbook } from '../../src/hosts/memory/memory-workbook';
import { openXlsxWorkbook, type XlsxWorkbook } from '../../src/hosts/xlsx/xlsx-workbook';
import { describeWorkbook } from './workbook-contract';

describeWorkbook('memory', {
  make: () => Promise.resolve(createMemoryWorkbook()),
  open: async (file) => {
    const [memory, from] = [createMemoryWorkbook(), await openXlsxWorkbook(file)];
    for (const name of await from.sheetNames())
      await memory.prepare([
        { name, visibility: 'visible', columns: [], top: [], rows: (await from.read(name)) ?? [] },
      ]);
    return memory;
  },
  reopen: (workbook) => Promise.resolve(workbook),
  file: undefined,
});

describeWorkbook('.xlsx', {
  make: () => openXlsxWorkbook(undefined),
  open: openXlsxWorkbook,
  reopen: (workbook) => openXlsxWorkbook((workbook as XlsxWorkbook).bytes()),
  file: (workbook) => Promise.resolve((workbook as XlsxWorkbook).bytes()),
});
