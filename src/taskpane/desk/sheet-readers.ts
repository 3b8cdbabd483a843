import type { SheetReaders } from '../../boundary/register/register-file';
import { readRawSheets } from '../../hosts/xlsx/read-raw-sheets';

/** The reader of old workbooks is large and seldom needed. */
export const sheetReaders: SheetReaders = {
  xlsx: readRawSheets,
  old: async (source) => {
    const { readOldSheets } = await import(/* webpackChunkName: "register-old" */ '../../boundary/register/old-sheets');
    return readOldSheets(source);
  },
};
