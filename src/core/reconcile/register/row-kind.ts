import { rawText, type RawCell } from '../../kernel/raw-sheet';

/** A label of a sum, not a firm whose name begins with it: `Grand Total`, `Total (Rs.)`, `Sub-total for July`, `c/f`. */
const TOTAL =
  /^(?:(?:grand|sub|net|page|overall|report|bill|party|supplier|month(?:ly)?|day|g\.?)[\s-]*)?totals?\s*(?:[:=-]+|\(.*\)|(?:of|for|in)\s.*|amount.*|rs\.?.*)?\s*[:=-]*$|^(?:opening|closing)\s+balance\b|^(?:carried|brought)\s+(?:over|forward|down)\b|^[cb]\/[fod]\.?$/i;

export function isTotalLabel(text: string): boolean {
  return text.length < 60 && TOTAL.test(text.trim());
}

/** 1, 2, 3 … or (1) (2) (3) … or a b c …: numbers of the columns, as in forms. */
export function isColumnNumbers(row: readonly RawCell[]): boolean {
  const texts = row.map(rawText).filter((text) => text !== '');
  if (texts.length < 3) return false;
  return texts.every((text, index) => text.replace(/[()[\]]/g, '') === String(index + 1));
}

/** The headings once more, as on each page of a printed register. */
export function repeatsHeadings(row: readonly RawCell[], headingTexts: readonly ReadonlySet<string>[]): boolean {
  let [same, filled] = [0, 0];
  for (const [column, cell] of row.entries()) {
    const text = rawText(cell);
    if (text === '') continue;
    filled += 1;
    if (headingTexts[column]?.has(text.toLowerCase()) === true) same += 1;
  }
  return filled > 1 && same * 3 >= filled * 2;
}
