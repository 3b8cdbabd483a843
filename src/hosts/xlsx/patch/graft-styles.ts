import { appendChildren, childrenOf } from './append-children';

/** The styles of a file with those of another one added, and the numbers that these have there. */
export interface GraftedStyles {
  readonly text: string;
  readonly cellStyle: (number: string) => string;
  readonly differential: (number: string) => string;
}

/** What stands in a part of styles, in its order (ECMA-376 part 1, 18.8.39). */
const ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];

/** From here on the numbers of formats are free; below they are Excel's own. */
const FIRST_FORMAT = 164;

/** Adds the styles of `ours` to those of `base`, each look once; what `base` has keeps its number. */
export function graftStyles(base: string, ours: string): GraftedStyles {
  let text = base;
  /** Adds children that the element does not have yet; gives the number of each. */
  const add = (element: string, children: readonly string[]): number[] => {
    const known = new Map<string, number>();
    for (const [number, child] of childrenOf(text, element).entries()) if (!known.has(child)) known.set(child, number);
    const first = childrenOf(text, element).length;
    const added: string[] = [];
    const numbers = children.map((child) => {
      const number = known.get(child) ?? first + added.push(child) - 1;
      known.set(child, number);
      return number;
    });
    text = appendChildren(text, element, added, ORDER.slice(ORDER.indexOf(element) + 1));
    return numbers;
  };
  const formats = formatNumbers(base, ours);
  text = appendChildren(text, 'numFmts', formats.added, ORDER.slice(1));
  const numbers: Readonly<Record<string, readonly number[]>> = {
    fontId: add('fonts', childrenOf(ours, 'fonts')),
    fillId: add('fills', childrenOf(ours, 'fills')),
    borderId: add('borders', childrenOf(ours, 'borders')),
  };
  const renumbered = (xml: string): string =>
    xml
      .replace(/\b(fontId|fillId|borderId)="(\d+)"/g, (_, name: string, old: string) => {
        return `${name}="${numbers[name]?.[Number(old)] ?? 0}"`;
      })
      .replace(/\bnumFmtId="(\d+)"/g, (_, old: string) => `numFmtId="${formats.numberOf.get(old) ?? old}"`);
  const cells = add('cellXfs', childrenOf(ours, 'cellXfs').map(renumbered));
  const differentials = add('dxfs', childrenOf(ours, 'dxfs').map(renumbered));
  const at = (list: readonly number[], number: string): string => String(list[Number(number)] ?? 0);
  return {
    text,
    cellStyle: (number) => at(cells, number),
    differential: (number) => at(differentials, number),
  };
}

/** The same format has the same number; one that is new gets the next that is free. */
function formatNumbers(base: string, ours: string): { added: string[]; numberOf: ReadonlyMap<string, string> } {
  const read = (text: string): { id: string; code: string }[] =>
    childrenOf(text, 'numFmts').map((xml) => ({
      id: /\bnumFmtId="(\d+)"/.exec(xml)?.[1] ?? '',
      code: /\bformatCode="([^"]*)"/.exec(xml)?.[1] ?? '',
    }));
  const known = read(base);
  const byCode = new Map(known.map(({ id, code }) => [code, id]));
  let next = Math.max(FIRST_FORMAT, ...known.map(({ id }) => Number(id) + 1));
  const added: string[] = [];
  const numberOf = new Map<string, string>();
  for (const { id, code } of read(ours)) {
    let number = byCode.get(code);
    if (number === undefined) {
      number = String(next);
      next += 1;
      added.push(`<numFmt numFmtId="${number}" formatCode="${code}"/>`);
      byCode.set(code, number);
    }
    numberOf.set(id, number);
  }
  return { added, numberOf };
}
