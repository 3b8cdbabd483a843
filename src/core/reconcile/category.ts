/** What a comparison of IMS with the books comes to, document by document, from the best to the least [contract]. */
export const categories = [
  'Matched',
  'Matched within tolerance',
  'Date mismatch',
  'Probable',
  'Value mismatch',
  'Tax-head mismatch',
  'GSTIN mismatch',
  'Only in IMS',
  'Only in books',
  'Duplicate',
  'Not in IMS scope',
] as const;

export type Category = (typeof categories)[number];

/** A pair of documents, or of groups of them, can be no other. */
export type PairCategory = Exclude<Category, 'Only in IMS' | 'Only in books' | 'Duplicate' | 'Not in IMS scope'>;

/** Those that may be accepted without a person looking at each. */
export const safeCategories: readonly PairCategory[] = ['Matched', 'Matched within tolerance'];
