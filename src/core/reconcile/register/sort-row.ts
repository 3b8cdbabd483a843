import { normaliseGstin } from '../../kernel/gstin';
import { rawText, type RawCell } from '../../kernel/raw-sheet';
import type { Paise } from '../../kernel/money';
import type { Layout } from './layout';
import { cellOf } from './read-columns';
import { isColumnNumbers, isTotalLabel, repeatsHeadings } from './row-kind';
import { mainAmount, type SignedAmounts } from './signed-amounts';

/** What a row below the headings is. `more`: a further line of the document above, which it does not name again. */
export type RowKind = 'blank' | 'total' | 'heading' | 'document' | 'more';

/** Keeps the sum of the rows since the last total, by which a total without a label is known. */
export interface RowSorter {
  kindOf(cells: readonly RawCell[], amounts: SignedAmounts): RowKind;
}

export function sortRows(layout: Layout, headingRows: readonly (readonly RawCell[])[]): RowSorter {
  const { columns } = layout;
  const headingTexts = layout.headings.map(
    (_, column) => new Set(headingRows.map((row) => rawText(row[column]).toLowerCase()).filter((text) => text !== '')),
  );
  let [sum, ofAll]: [Paise, Paise] = [0, 0];
  const count = (amount: Paise): void => {
    sum += amount;
    ofAll += amount;
  };
  const kindOf = (cells: readonly RawCell[], amounts: SignedAmounts): RowKind => {
    const filled = filledTexts(cells);
    if (filled.length === 0) return 'blank';
    const gstin = normaliseGstin(rawText(cellOf(cells, columns, 'gstin')));
    const isNamed = /^\d{2}[0-9A-Z]{13}$/.test(gstin);
    if (!isNamed && filled.some(isTotalLabel)) {
      sum = 0;
      return 'total';
    }
    if (repeatsHeadings(cells, headingTexts) || isColumnNumbers(cells)) return 'heading';
    const number = rawText(cellOf(cells, columns, 'number'));
    const amount = mainAmount(amounts);
    if (number === '') {
      if (amount === 0) return isNamed && filled.length > 2 ? 'document' : 'heading';
      const dated = rawText(cellOf(cells, columns, 'date')) !== '';
      if (isNamed || dated) return 'document';
      if (amount === sum || amount === ofAll) {
        sum = 0;
        return 'total';
      }
      if (rawText(cellOf(cells, columns, 'rate')) === '' || rawText(cellOf(cells, columns, 'name')) !== '')
        return 'document';
      count(amount);
      return 'more';
    }
    if (filled.length === 1) return 'heading';
    count(amount);
    return 'document';
  };
  return { kindOf };
}

function filledTexts(cells: readonly RawCell[]): string[] {
  const texts: string[] = [];
  for (const cell of cells) {
    const text = rawText(cell);
    if (text !== '') texts.push(text);
  }
  return texts;
}
