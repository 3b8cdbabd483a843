import type { Workbook, WriteSheet } from 'hucre/xlsx';

export type FileProtection = NonNullable<WriteSheet['protection']>;
export type FileFilter = NonNullable<WriteSheet['autoFilter']>;
export type FileName = NonNullable<Workbook['namedRanges']>[number];

/** Points of a column that a file calls one character wide: seven pixels of the usual font. */
export const CELL_POINTS = 5.25;

/** What a protected sheet allows, in the words of the API and in those of a file. */
export const protectionFlags: readonly (readonly [string, keyof FileProtection])[] = [
  ['allowAutoFilter', 'autoFilter'],
  ['allowDeleteColumns', 'deleteColumns'],
  ['allowDeleteRows', 'deleteRows'],
  ['allowEditObjects', 'objects'],
  ['allowEditScenarios', 'scenarios'],
  ['allowFormatCells', 'formatCells'],
  ['allowFormatColumns', 'formatColumns'],
  ['allowFormatRows', 'formatRows'],
  ['allowInsertColumns', 'insertColumns'],
  ['allowInsertHyperlinks', 'insertHyperlinks'],
  ['allowInsertRows', 'insertRows'],
  ['allowPivotTables', 'pivotTables'],
  ['allowSort', 'sort'],
];
