import { autoFilterType } from './auto-filter';
import { conditionalTypes } from './conditional';
import { formatTypes } from './format';
import { nameTypes } from './names';
import type { ObjectType } from './object-type';
import { pageLayoutTypes } from './page-layout';
import { rangeTypes } from './range';
import { visibleViewType } from './range-view';
import { freezePanesType, protectionType } from './sheet-parts';
import { sortType } from './sort';
import { storedTypes } from './stored-parts';
import { tableTypes } from './table';
import { validationType } from './validation';
import { workbookTypes } from './workbook';
import { worksheetsType, worksheetType } from './worksheet';

/** Every table, for the check against the library. */
export const allTypes: readonly ObjectType<never>[] = [
  ...workbookTypes,
  ...storedTypes,
  worksheetsType,
  worksheetType,
  ...rangeTypes,
  visibleViewType,
  sortType,
  ...formatTypes,
  validationType,
  ...conditionalTypes,
  autoFilterType,
  freezePanesType,
  protectionType,
  ...nameTypes,
  ...tableTypes,
  ...pageLayoutTypes,
].map((type) => type as unknown as ObjectType<never>);
