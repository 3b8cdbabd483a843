import type { Paise } from '../kernel/money';
import type { Block, Tried } from './blocks';
import { formsOf, type Compared } from './compared';
import type { GroupRung } from './ladder';
import type { NumberForms } from './number';
import { isTelling, type MatchSettings } from './ways';

/** Taxable value, all tax together and, where every document tells them, the tax heads. */
type Amounts = readonly Paise[];

/**
 * Documents of one supplier that are the same together: a split invoice, several notes in one entry, an invoice less its
 * note. Documents whose tax is not known take no part.
 */
export function groupsOf(rung: GroupRung, { ims, books }: Block, settings: MatchSettings, tried: Tried): Block[] {
  if (!mayBeGroup({ ims, books })) return [];
  tried(ims.length + books.length);
  if (!mayMeet[rung.group]({ ims, books })) return [];
  const tolerance = rung.sums === 'same' ? 0 : settings.tolerance;
  const ours = ims.filter(isKnown);
  const theirs = books.filter(isKnown);
  if (!mayBeGroup({ ims: ours, books: theirs })) return [];
  switch (rung.group) {
    case 'same-number':
      if (!repeats(ours, plainOf) && !repeats(theirs, plainOf)) return [];
      return wholes(ours, theirs, tolerance, ({ kind, spelled, day }, { plain }) =>
        spelled === '' || Number.isNaN(day) ? undefined : `${kind}|${plain}|${day}`,
      );
    case 'same-number-in-year':
      if (!repeats(ours, plainOf) && !repeats(theirs, plainOf)) return [];
      return wholes(ours, theirs, tolerance, ({ kind, spelled, year }, { plain, counts }) =>
        spelled === '' || Number.isNaN(year) || !counts ? undefined : `${kind}|${plain}|${year}`,
      );
    case 'parts-of-number':
      if (!repeats(ours, rootOf) && !repeats(theirs, rootOf)) return [];
      return wholes(ours, theirs, tolerance, (document) =>
        document.spelled === '' || Number.isNaN(document.day)
          ? undefined
          : `${document.kind}|${rootOf(document)}|${document.day}`,
      );
    case 'netted':
      return apart([...netted(ours, theirs, tolerance), ...netted(theirs, ours, tolerance).map(swapped)]);
    case 'sum-of-day':
      return sums(ours, theirs, tolerance, ({ kind, day, taxable }) =>
        Number.isNaN(day) || taxable === 0 ? undefined : `${kind}|${day}`,
      );
    case 'sum-of-month':
      // Round amounts add up to round amounts by chance.
      return sums(ours.filter(isTelling), theirs.filter(isTelling), tolerance, ({ kind, date }) =>
        date === '' ? undefined : `${kind}|${date.slice(3)}`,
      );
  }
}

/** So many are held against each other faster than their keys are made. */
const FEW = 64;

/** False where it is plain without any key that no two documents of one side can stand in a group with one of the other. */
function meeting(areAlike: (a: Compared, b: Compared) => boolean): (block: Block) => boolean {
  const isAmong = (one: Compared, others: readonly Compared[]): boolean => {
    for (const other of others) if (other !== one && areAlike(one, other)) return true;
    return false;
  };
  const isTwice = (some: readonly Compared[], others: readonly Compared[]): boolean => {
    for (const one of some) if (isAmong(one, others) && isAmong(one, some)) return true;
    return false;
  };
  return ({ ims, books }) => ims.length * books.length > FEW || isTwice(ims, books) || isTwice(books, ims);
}

const onDay = meeting((a, b) => a.day === b.day && a.kind === b.kind);
const inYear = meeting(isOneYear);

const mayMeet: Readonly<Record<GroupRung['group'], (block: Block) => boolean>> = {
  'same-number': meeting((a, b) => a.print === b.print && a.day === b.day && a.kind === b.kind),
  'same-number-in-year': meeting((a, b) => a.print === b.print && isOneYear(a, b)),
  'parts-of-number': onDay,
  netted: ({ ims, books }) => ims.some(isNote) || books.some(isNote),
  'sum-of-day': onDay,
  'sum-of-month': inYear,
};

/** Or one of them tells none. */
function isOneYear(a: Compared, b: Compared): boolean {
  return a.kind === b.kind && (a.year === b.year || Number.isNaN(a.year + b.year));
}

function isNote({ kind }: Compared): boolean {
  return kind === 'credit-note';
}

/** A group is two documents of one side at least with one of the other. */
export function mayBeGroup({ ims, books }: Block): boolean {
  return ims.length > 0 && books.length > 0 && ims.length + books.length > 2;
}

function isKnown({ taxable, tax }: Compared): boolean {
  return !Number.isNaN(taxable) && !Number.isNaN(tax);
}

function swapped({ ims, books }: Block): Block {
  return { ims: books, books: ims };
}

function amountsOf({ taxable, tax, heads }: Compared): Amounts {
  return heads === undefined ? [taxable, tax] : [taxable, tax, ...heads];
}

function combined(a: Amounts, b: Amounts, sign: 1 | -1): Amounts {
  return a.slice(0, b.length).map((amount, at) => amount + sign * (b[at] ?? 0));
}

function sumOf(documents: readonly Compared[]): Amounts {
  return documents.map(amountsOf).reduce((sum, amounts) => combined(sum, amounts, 1));
}

function areNear(a: Amounts, b: Amounts, tolerance: Paise): boolean {
  const [taxable = NaN, tax = NaN, ...heads] = combined(a, b, -1).map(Math.abs);
  // Each head may be off by the tolerance, so all together by more.
  const isTaxNear = heads.length > 0 || tax <= tolerance;
  return taxable <= tolerance && isTaxNear && heads.every((apart) => apart <= tolerance);
}

type KeyOf = (document: Compared, forms: NumberForms) => string | undefined;

function grouped(documents: readonly Compared[], keyOf: KeyOf): Map<string, Compared[]> {
  const groups = new Map<string, Compared[]>();
  for (const document of documents) {
    const key = keyOf(document, formsOf(document));
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [document]);
    else group.push(document);
  }
  return groups;
}

/** All that have a key in common on one side against all on the other, where one side has several. */
function wholes(ims: readonly Compared[], books: readonly Compared[], tolerance: Paise, keyOf: KeyOf): Block[] {
  const theirs = grouped(books, keyOf);
  return [...grouped(ims, keyOf)].flatMap(([key, ours]) => {
    const others = theirs.get(key) ?? [];
    if (others.length === 0 || ours.length + others.length < 3) return [];
    return areNear(sumOf(ours), sumOf(others), tolerance) ? [{ ims: ours, books: others }] : [];
  });
}

/** A last run of one letter, or of one digit behind a sign, numbers the parts of a document: `9/1`, `9/2`, `9A`, `9-B`. */
function rootOf({ spelled }: Compared): string {
  return /^(.*\d)(?:[^0-9A-Z]?[A-Z]|[^0-9A-Z]\d)$/.exec(spelled)?.[1] ?? spelled;
}

function plainOf(document: Compared): string {
  return formsOf(document).plain;
}

function repeats(documents: readonly Compared[], textOf: (document: Compared) => string): boolean {
  if (documents.length < 2) return false;
  const seen = new Set<string>();
  for (const document of documents) if (seen.size === seen.add(textOf(document)).size) return true;
  return false;
}

/** Of more invoices of one number, or notes of one amount, nobody can tell which were netted. */
const MOST_ALIKE = 10;

/** An invoice of one side that is an invoice of the other less one of its credit notes. */
function netted(whole: readonly Compared[], net: readonly Compared[], tolerance: Paise): Block[] {
  if (!whole.some(isNote)) return [];
  const invoices = grouped(
    whole.filter(({ kind }) => kind === 'invoice'),
    ({ spelled, year }, { plain }) => (spelled === '' ? undefined : `${plain}|${year}`),
  );
  const notesOf = notesByAmount(whole, tolerance);
  return net.flatMap((entry) => {
    if (entry.kind !== 'invoice' || entry.spelled === '') return [];
    const alike = invoices.get(`${formsOf(entry).plain}|${entry.year}`) ?? [];
    if (alike.length > MOST_ALIKE) return [];
    return alike.flatMap((invoice) => {
      const less = combined(amountsOf(invoice), amountsOf(entry), -1);
      return notesOf(less[0] ?? 0)
        .filter((note) => areNear(amountsOf(note), less, tolerance))
        .map((note) => ({ ims: [invoice, note], books: [entry] }));
    });
  });
}

/** Finds the notes of about a taxable value; none where there are too many. */
function notesByAmount(documents: readonly Compared[], tolerance: Paise): (taxable: Paise) => readonly Compared[] {
  const slotOf = (taxable: Paise): number => Math.floor(taxable / (tolerance + 1));
  const notes = grouped(documents.filter(isNote), ({ taxable }) => String(slotOf(taxable)));
  return (taxable) => {
    if (taxable <= 0) return [];
    const at = slotOf(taxable);
    const near = [at - 1, at, at + 1].map((slot) => notes.get(String(slot)) ?? []);
    return near.reduce((count, some) => count + some.length, 0) > MOST_ALIKE ? [] : near.flat();
  };
}

/** Groups of which no document is in another: where one is, nobody can tell. */
function apart(groups: readonly Block[]): Block[] {
  const counts = new Map<Compared, number>();
  const documentsOf = ({ ims, books }: Block): readonly Compared[] => [...ims, ...books];
  for (const document of groups.flatMap(documentsOf)) counts.set(document, (counts.get(document) ?? 0) + 1);
  return groups.filter((group) => documentsOf(group).every((document) => counts.get(document) === 1));
}

/** Where more documents are left than that, too many of their sums agree by chance. */
const MOST_PARTS = 10;

/** One document of a side that is the sum of two or three, or of all, of the other; only where no other choice is as good. */
function sums(ims: readonly Compared[], books: readonly Compared[], tolerance: Paise, keyOf: KeyOf): Block[] {
  if (!mayBeGroup({ ims, books })) return [];
  const theirs = grouped(books, keyOf);
  return [...grouped(ims, keyOf)].flatMap(([key, ours]) => {
    const others = theirs.get(key) ?? [];
    if (ours.length > MOST_PARTS || others.length > MOST_PARTS) return [];
    const found = [
      ...ours.flatMap((one) => partsOf(one, others, tolerance).map((parts) => ({ ims: [one], books: parts }))),
      ...others.flatMap((one) => partsOf(one, ours, tolerance).map((parts) => ({ ims: parts, books: [one] }))),
    ];
    return apart(found);
  });
}

/** Two or three documents, or all, that are the whole together. */
function partsOf(whole: Compared, parts: readonly Compared[], tolerance: Paise): Compared[][] {
  const wanted = amountsOf(whole);
  const found: Compared[][] = [];
  const look = (...some: Compared[]): void => {
    // Most sums are far off in the taxable value already.
    const taxable = some.reduce((sum, one) => sum + one.taxable, 0);
    if (Math.abs(taxable - whole.taxable) <= tolerance && areNear(sumOf(some), wanted, tolerance)) found.push(some);
  };
  for (const [first, one] of parts.entries()) {
    for (let second = first + 1; second < parts.length; second += 1) {
      const two = parts[second];
      if (two === undefined) continue;
      look(one, two);
      for (let third = second + 1; third < parts.length; third += 1) {
        const three = parts[third];
        if (three !== undefined) look(one, two, three);
      }
    }
  }
  if (parts.length > 3) look(...parts);
  return found;
}
