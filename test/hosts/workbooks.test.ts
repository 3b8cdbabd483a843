import { createMemoryWorkbook, type MemoryWorkbook } from '../../src/hosts/memory/memory-workbook';
import { readBookView } from '../../src/hosts/xlsx/view/read-book-view';
import { openXlsxWorkbook, type XlsxWorkbook } from '../../src/hosts/xlsx/xlsx-workbook';
import { hiddenIn } from '../support/seen-book';
import { describeWorkbook } from './workbook-contract';

describeWorkbook('memory', {
  make: () => Promise.resolve(createMemoryWorkbook()),
  open: async (file) => {
    const [memory, from] = [createMemoryWorkbook(), await openXlsxWorkbook(file)];
    for (const name of await from.sheetNames()) {
      const raw = await from.readRaw(name);
      if (raw !== undefined) memory.addSheet(raw);
      else
        await memory.prepare([
          { name, visibility: 'very-hidden', columns: [], top: [], rows: (await from.read(name)) ?? [] },
        ]);
    }
    return memory;
  },
  reopen: (workbook) => Promise.resolve(workbook),
  hiddenColumns: (workbook, sheet) => Promise.resolve((workbook as MemoryWorkbook).hiddenColumns(sheet)),
  file: undefined,
});

describeWorkbook('.xlsx', {
  make: () => openXlsxWorkbook(undefined),
  open: openXlsxWorkbook,
  reopen: (workbook) => openXlsxWorkbook((workbook as XlsxWorkbook).bytes()),
  hiddenColumns: async (workbook, sheet) => hiddenIn(await readBookView((workbook as XlsxWorkbook).bytes()), sheet),
  file: (workbook) => Promise.resolve((workbook as XlsxWorkbook).bytes()),
});
