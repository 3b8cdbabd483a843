import { TagReader } from '../patch/tag-reader';
import { unescapeXml } from '../patch/xml-text';

/** Formats of dates and times that files name by number alone (ECMA-376 part 1, 18.8.30), first and last of each run. */
const BUILT_IN = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const;

/** Whether the cells of a style show their number as a date; a workbook may have no `styles.xml`. */
export function readDateStyles(styles: string | undefined): (style: number) => boolean {
  if (styles === undefined) return () => false;
  const reader = new TagReader(styles);
  const own = new Map<number, boolean>();
  const ids: number[] = [];
  reader.root('styleSheet');
  reader.children(() => {
    const isFormats = reader.is('numFmts');
    if (!isFormats && !reader.is('cellXfs')) return;
    reader.children(() => {
      const id = Number(reader.attribute('numFmtId') ?? 0);
      if (isFormats) own.set(id, isDateFormat(unescapeXml(reader.attribute('formatCode') ?? '')));
      else ids.push(id);
    });
  });
  const isDate = ids.map((id) => own.get(id) ?? BUILT_IN.some(([first, last]) => first <= id && id <= last));
  return (style) => isDate[style] === true;
}

/** Colours, places, texts and escaped characters say nothing of what a number means. */
function isDateFormat(format: string): boolean {
  const bare = format
    .replace(/\[[$\-\w]*\]|\\.|"[^"]*"|[*_]./g, '')
    .toLowerCase()
    .trim();
  if (bare === 'general' || bare === '@') return false;
  return /\[(?:h+|m+|s+)\]/i.test(format) || /(?:^|[^a-z])(?:h{1,2}|s{1,2})(?:[^a-z]|$)|am\/pm|a\/p|y|d|mmm/.test(bare);
}

const DAY = 86_400_000;

/** The day of Excel's calendar, which has a 29th of February in 1900; undefined where the number is too large for one. */
export function dateOfSerial(serial: number, is1904: boolean): Date | undefined {
  const [year, month, day] = is1904 ? [1904, 0, 1] : [1899, 11, serial < 60 ? 31 : 30];
  const date = new Date(Date.UTC(year, month, day) + Math.round(serial * DAY));
  return Number.isNaN(date.getTime()) ? undefined : date;
}
