import { createMemoryWorkbook } from '../../src/hosts/memory/memory-workbook';
import { openXlsxWorkbook, type XlsxWorkbook } from '../../src/hosts/xlsx/xlsx-workbook';
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
});

describeWorkbook('.xlsx', {
  make: () => openXlsxWorkbook(undefined),
  open: openXlsxWorkbook,
  reopen: (workbook) => openXlsxWorkbook((workbook as XlsxWorkbook).bytes()),
});
