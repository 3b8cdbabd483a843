import { isStateCode, states } from '../../kernel/states';
import type { DocumentKind, OutOfScope } from '../document';
import { normaliseWord } from './normalise-word';

/**
 * What a word of a register's type column tells of the document. A `return` is a note that the buyer made out: it mirrors
 * the supplier's credit note.
 */
export type WordKind = DocumentKind | 'return';

interface Words<Kind> {
  readonly kind: Kind;
  /** in small letters and digits alone */
  readonly words: string;
  readonly like?: RegExp;
}

/** The first that fits counts. Document types of SAP: RE and KR invoices, RG and KG credit memos [rule book 5.4]. */
// prettier-ignore
const kindWords: readonly Words<WordKind>[] = [
  { kind: 'return', words: 'pr pret rtv rejectionsout', like: /return|purcrtn|purcret|rejectionout/ },
  { kind: 'credit-note', words: 'c cn crn cnr crnote kg rg', like: /creditnote|creditmemo|vendorcredit|suppliercredit|(b2b)?cdnrc$/ },
  { kind: 'debit-note', words: 'd dn dbn dnr drnote supplementaryinvoice', like: /debitnote|debitmemo/ },
  { kind: 'invoice', words: 'r i inv pi pur purc purch reg regular b2b b2ba de sezwp sezwop sewp sewop re kr', like: /invoice|purchase|^bill|deemedexp|^sez/ },
];

// prettier-ignore
const scopeWords: readonly Words<OutOfScope>[] = [
  { kind: 'import', words: 'impg imps impgsez boe overseas foreign', like: /^import|importof|billofentry|purchaseimport|overseas/ },
  { kind: 'isd', words: 'isd isda isdcn', like: /inputservicedistributor|^isd/ },
  { kind: 'reverse-charge', words: 'rcm rc', like: /reversecharge|rcm/ },
  { kind: 'no-gstin', words: 'urd urp b2c b2cs b2cl', like: /unregistered|nongst/ },
];

/** Entries of a day book that are no purchases. */
const otherEntries =
  /^(payment|receipt|contra|journal|sales?|salesinvoice|stockjournal|physicalstock|memorandum|purchaseorder|salesorder|deliverynote|receiptnote|payroll|attendance)$/;

/** The register holds more than purchases, as a day book does. */
export function isOtherEntry(text: string): boolean {
  return otherEntries.test(normaliseWord(text));
}

function find<Kind>(table: readonly Words<Kind>[], text: string): Kind | undefined {
  const word = normaliseWord(text);
  if (word === '') return undefined;
  return (
    table.find(({ words }) => words.split(' ').includes(word)) ?? table.find(({ like }) => like?.test(word) === true)
  )?.kind;
}

export function kindOfWord(text: string): WordKind | undefined {
  return find(kindWords, text);
}

export function scopeOfWord(text: string): OutOfScope | undefined {
  return find(scopeWords, text);
}

/** `Y`, `Yes`, `true`, `1`, `Applicable`, `RCM`. */
export function saysYes(text: string): boolean {
  return ['y', 'yes', 'true', '1', 'applicable', 'rcm', 'reversecharge'].includes(normaliseWord(text));
}

const codeOfName = new Map(states.map(({ code, name }) => [normaliseWord(name), code]));

/** Two digits of the state, from `29`, `29-Karnataka`, `Karnataka (29)` or `Karnataka`; undefined where it is none. */
export function placeCode(text: string): string | undefined {
  const digits = /^(\d{1,2})(?!\d)/.exec(text) ?? /\((\d{1,2})\)$/.exec(text);
  const code = digits?.[1]?.padStart(2, '0') ?? codeOfName.get(normaliseWord(text));
  return code !== undefined && isStateCode(code) ? code : undefined;
}

/** What the name of a sheet or a line above the headings says of all its documents. */
export function kindOfTitle(text: string): WordKind | undefined {
  const title = normaliseWord(text);
  if (/purchaseorder|salesregister/.test(title)) return undefined;
  if (/debitnoteregister|purchasereturn|returnoutward/.test(title)) return 'return';
  if (/creditnotes?(register)?$|^cdnr?a?$|b2bcn/.test(title)) return 'credit-note';
  return undefined;
}
