/** Digits in groups, as a person or Excel writes an amount: `1,23,456.50`, `₹ 500`, `-5`, `(5)`. */
const AMOUNT = /^(-?)(?:₹\s*)?(\d[\d,]*(?:\.\d*)?|\.\d+)$/;

/** The number that a text means; undefined where it is another text. */
export function numberIn(text: string): number | undefined {
  const plain = text.trim().replace(/^\((.*)\)$/, '-$1');
  const [, sign, digits] = AMOUNT.exec(plain) ?? [];
  if (digits === undefined) return undefined;
  const value = Number(digits.replace(/,/g, ''));
  // Longer ones are numbers of documents; they would lose their last digits.
  if (digits.replace(/\D/g, '').length > 15) return undefined;
  return sign === '-' ? -value : value;
}
