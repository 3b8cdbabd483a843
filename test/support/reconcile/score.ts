import { safeCategories } from '../../../src/core/reconcile/category';
import type { TaxDocument } from '../../../src/core/reconcile/document';
import type { Matching, Pair } from '../../../src/core/reconcile/match';
import type { Label, NamedCase } from './labels';
import { fieldsAgree, type Sides } from './agree';
import type { Register } from './register';

/** How a defect or a trap came out, over one register or several. */
export interface Row {
  readonly name: string;
  readonly sort: NamedCase['sort'];
  /** pairs, copies and documents out of scope that had to be found */
  demanded: number;
  found: number;
  /** pairs of the right documents, under a category that is not right or with a part of the group missing */
  misnamed: number;
  /** pairs of documents that are not the same */
  wrong: number;
  falseAccepts: number;
  /** pairs of documents that are the same */
  right: number;
}

export interface Failure {
  readonly name: string;
  readonly what: string;
  readonly ims: readonly TaxDocument[];
  readonly books: readonly TaxDocument[];
}

export interface Score {
  readonly rows: Map<string, Row>;
  readonly failures: Failure[];
}

export function emptyScore(): Score {
  return { rows: new Map(), failures: [] };
}

/** Adds what the matcher said of a register. */
export function judge(register: Register, matching: Matching, score: Score): void {
  const known = knownOf(register);
  const said = new Map<TaxDocument, Pair>();
  for (const pair of matching.pairs) {
    const sides = sidesOf(register, pair);
    for (const document of [...sides.ims, ...sides.books]) said.set(document, pair);
    judgePair(pair, sides, known, score);
  }
  const copies = new Set(matching.copies.map(({ side, at }) => register[side][at]!));
  const notInScope = new Set(matching.notInScope.map((at) => register.books[at]!));
  for (const one of register.cases) {
    const row = rowOf(score, one);
    for (const label of one.labels) if (label.must) judgeLabel(one, label, { said, register }, score);
    judgeCopies(one, copies, score);
    for (const document of one.books.filter((book) => isOutside(book, one))) {
      row.demanded += 1;
      if (notInScope.has(document)) row.found += 1;
      else score.failures.push({ name: one.name, what: 'should be out of scope', ims: [], books: [document] });
    }
  }
}

/** The case of a document, and those of its labels that name the document. */
type Known = ReadonlyMap<TaxDocument, { readonly one: NamedCase; readonly labels: Label[] }>;

function knownOf({ cases }: Register): Known {
  const known = new Map<TaxDocument, { one: NamedCase; labels: Label[] }>();
  for (const one of cases) {
    for (const document of [...one.ims, ...one.books]) known.set(document, { one, labels: [] });
    for (const label of one.labels) {
      for (const document of new Set(label.links.flatMap(({ ims }) => ims))) known.get(document)?.labels.push(label);
    }
  }
  return known;
}

function sidesOf(register: Register, { ims, books }: Pair): Sides {
  return { ims: ims.map((at) => register.ims[at]!), books: books.map((at) => register.books[at]!) };
}

function judgePair(pair: Pair, sides: Sides, known: Known, score: Score): void {
  const { one, labels } = known.get(sides.ims[0]!)!;
  const row = rowOf(score, one);
  const label = labels.find(
    ({ links }) =>
      holds(
        links.flatMap(({ ims }) => ims),
        sides.ims,
      ) &&
      holds(
        links.flatMap(({ books }) => books),
        sides.books,
      ),
  );
  const link = label?.links.find(({ ims, books }) => isSame(ims, sides.ims) && isSame(books, sides.books));
  if (label === undefined) row.wrong += 1;
  else if (label.must) row.right += 1;
  const isRight = link?.categories.includes(pair.category) === true;
  if (!isRight && label !== undefined) row.misnamed += 1;
  const mayBeSafe = link !== undefined && link.categories.some(isSafe);
  const isFalse = isSafe(pair.category) && (!mayBeSafe || !fieldsAgree(sides));
  if (isFalse) row.falseAccepts += 1;
  if (isRight && !isFalse) return;
  const should = label === undefined ? 'are not the same' : `should be ${categoriesOf(label)}`;
  score.failures.push({
    name: one.name,
    what: `${isFalse ? 'FALSE ACCEPT: ' : ''}said ${pair.category} (${pair.rung}), ${should}`,
    ...sides,
  });
}

function judgeLabel(
  one: NamedCase,
  label: Label,
  { said, register }: { said: ReadonlyMap<TaxDocument, Pair>; register: Register },
  score: Score,
): void {
  const row = rowOf(score, one);
  row.demanded += 1;
  const pairs = new Set(label.links.flatMap(({ ims }) => ims).map((document) => said.get(document)));
  const isFound = [...pairs].some((pair) => {
    if (pair === undefined) return false;
    const sides = sidesOf(register, pair);
    return label.links.some(
      ({ ims, books, categories }) =>
        isSame(ims, sides.ims) && isSame(books, sides.books) && categories.includes(pair.category),
    );
  });
  if (isFound) row.found += 1;
  else if ([...pairs].every((pair) => pair === undefined)) {
    const { ims, books } = label.links[0]!;
    score.failures.push({ name: one.name, what: `said nothing, should be ${categoriesOf(label)}`, ims, books });
  }
}

function judgeCopies(one: NamedCase, copies: ReadonlySet<TaxDocument>, score: Score): void {
  const row = rowOf(score, one);
  const twins = (one.twins ?? []).flatMap(({ documents }) => documents);
  for (const { documents } of one.twins ?? []) {
    const found = documents.filter((document) => copies.has(document)).length;
    row.demanded += documents.length - 1;
    row.found += Math.min(found, documents.length - 1);
    if (found !== documents.length - 1) {
      score.failures.push({
        name: one.name,
        what: `${found} duplicates, should be all but one`,
        ims: one.ims,
        books: one.books,
      });
    }
  }
  for (const document of [...one.ims, ...one.books]) {
    if (!copies.has(document) || twins.includes(document)) continue;
    row.wrong += 1;
    score.failures.push({
      name: one.name,
      what: 'said Duplicate of a document that is none',
      ims: one.ims,
      books: one.books,
    });
  }
}

/** Out of scope, unless it is the forgotten GSTIN of a document that IMS has. */
function isOutside(document: TaxDocument, { labels }: NamedCase): boolean {
  const isLabelled = labels.some(({ links }) => links.some(({ books }) => books.includes(document)));
  return document.outOfScope !== undefined && !isLabelled;
}

function categoriesOf({ links }: Label): string {
  return [...new Set(links.flatMap(({ categories }) => categories))].join(' or ');
}

function isSafe(category: Pair['category']): boolean {
  return safeCategories.includes(category);
}

function holds(all: readonly TaxDocument[], some: readonly TaxDocument[]): boolean {
  return some.every((document) => all.includes(document));
}

function isSame(a: readonly TaxDocument[], b: readonly TaxDocument[]): boolean {
  return a.length === b.length && holds(a, b);
}

function rowOf(score: Score, { name, sort }: NamedCase): Row {
  let row = score.rows.get(name);
  if (row === undefined) {
    row = { name, sort, demanded: 0, found: 0, misnamed: 0, wrong: 0, falseAccepts: 0, right: 0 };
    score.rows.set(name, row);
  }
  return row;
}
