import { isGstin, normaliseGstin } from '../../kernel/gstin';
import { rawText, type RawCell } from '../../kernel/raw-sheet';

/** The supplier whose documents follow, in registers that name it in a row of its own. */
export interface Party {
  readonly gstin: string;
  readonly name: string;
}

const LONGEST = 300;
const LABEL = /^\s*(?:party|supplier|vendor|ledger|account|name)(?:\s*name)?\s*[:-]\s*/i;
const GSTIN_LABEL = /[\s,;([-]*(?:gstin|gst\s*no\.?|gst\s*number)?(?:\s*\/\s*uin)?[\s:.-]*$/i;

/** Reads such a row: somewhere in it stands a GSTIN, and before that the name. */
export function readParty(cells: readonly RawCell[]): Party | undefined {
  const text = cells
    .map(rawText)
    .filter((one) => one !== '')
    .join(' ')
    .slice(0, LONGEST);
  for (const found of text.matchAll(/[0-9A-Za-z]{15}/g)) {
    const gstin = normaliseGstin(found[0]);
    if (isGstin(gstin))
      return { gstin, name: text.slice(0, found.index).replace(GSTIN_LABEL, '').replace(LABEL, '').trim() };
  }
  return undefined;
}
