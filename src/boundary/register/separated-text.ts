import Papa from 'papaparse';
import { refuse, done, type Result } from '../../core/kernel/result';

/** The comma last: it wins only where it parts more rows alike, as amounts are full of it. */
const SEPARATORS = ['\t', ';', '|', ','] as const;
const LOOKED_AT = 100;

/** Rows of a .csv or .tsv text as a spreadsheet numbers them: blank lines count, a line break inside quotation marks does not. */
export function readSeparated(text: string, file: string): Result<string[][]> {
  const [mark, told] = /^sep=(.)\r?\n/i.exec(text) ?? [];
  const body = mark === undefined ? text : text.slice(mark.length);
  const { data, errors } = Papa.parse<string[]>(body, { delimiter: told ?? separatorOf(body), skipEmptyLines: false });
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken !== undefined)
    return refuse('register-quotes', file, { row: String((broken.row ?? 0) + 1), fault: broken.message });
  // What follows the last line break is no row.
  if (data.at(-1)?.every((cell) => cell === '') === true) data.pop();
  return done(data);
}

/** The separator that gives most rows the same number of cells. */
function separatorOf(text: string): string {
  let best = { separator: ',', agreeing: 0 };
  for (const separator of SEPARATORS) {
    const { data } = Papa.parse<string[]>(text, { delimiter: separator, preview: LOOKED_AT, skipEmptyLines: true });
    const counts = new Map<number, number>();
    for (const { length } of data) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
    const agreeing = Math.max(0, ...counts.values());
    if (agreeing > best.agreeing) best = { separator, agreeing };
  }
  return best.separator;
}
