export const HOME = 'Home';

/** Labels in the first column of Home; their values stand to the right. Found by text, since users insert rows. */
export const homeLabels = {
  gstin: 'GSTIN',
  name: 'Name',
  periods: 'Return periods',
  imported: 'Last import',
  notHandled: 'Not handled offline',
  checked: 'Last validation',
  filer: 'Filer',
  filingDate: 'GSTR-3B planned on',
  tolerance: 'Tolerance in rupees',
  profile: 'Upload profile',
} as const;
