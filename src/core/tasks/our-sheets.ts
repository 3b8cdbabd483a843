import { rawText, type RawSheet } from '../kernel/raw-sheet';
import { comparisonTitles } from './comparison-sheets';
import { toolHeadings } from './headings';

/** Headings stand in the first rows, also where users put rows on top. */
const SEARCH = 40;

/** True for a sheet that this product made: nobody's purchase register, whatever columns it has. */
export function isOurSheet({ rows }: RawSheet): boolean {
  const titles: readonly string[] = Object.values(comparisonTitles);
  return rows.slice(0, SEARCH).some((row, at) => {
    const texts = row.map(rawText);
    if (at === 0 && titles.includes(texts[0] ?? '')) return true;
    return texts.includes(toolHeadings.sheetErrors) && texts.includes(toolHeadings.portalErrors);
  });
}
