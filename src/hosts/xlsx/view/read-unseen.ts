import type { Unseen } from '../../../core/book-view';
import type { OpenBook } from '../patch/open-parts';
import { readRelations, relationsPart, type Relation } from '../patch/parts';

type Kind = Unseen['kind'];

/** In the order in which they are told. */
const KINDS: readonly Kind[] = ['charts', 'pictures', 'shapes', 'notes'];

/** By the type of a relationship, of a sheet or of the drawing on it. */
const kindOf: Readonly<Record<string, Kind>> = {
  chart: 'charts',
  chartEx: 'charts',
  image: 'pictures',
  comments: 'notes',
  threadedComment: 'notes',
};

/** A shape, a line or a group of them, by its element; whatever else a drawing frames is a chart. */
const SHAPE = /<(?:\w+:)?(?:sp|cxnSp|grpSp)[\s>]/;

/** What stands on the sheets beside their cells: it is kept in the file, and not drawn. Tabs of charts count as charts. */
export async function readUnseen({ parts, places, relations }: OpenBook): Promise<Unseen[]> {
  const found = new Map<Kind, string[]>();
  const relationsOf = async (part: string): Promise<Relation[]> => {
    const name = relationsPart(part);
    return parts.has(name) ? readRelations(await parts.text(name), part) : [];
  };
  for (const { name, relation, state } of places) {
    if (state !== undefined && state !== 'visible') continue;
    const tab = relations.find(({ id }) => id === relation);
    if (tab === undefined) continue;
    const own = await relationsOf(tab.part);
    const kinds = new Set<Kind | undefined>(own.map(({ type }) => kindOf[type]));
    if (tab.type === 'chartsheet') kinds.add('charts');
    for (const { part } of own.filter(({ type, part }) => type === 'drawing' && parts.has(part))) {
      for (const { type } of await relationsOf(part)) kinds.add(kindOf[type]);
      if (SHAPE.test(await parts.text(part))) kinds.add('shapes');
    }
    for (const kind of kinds) if (kind !== undefined) found.set(kind, [...(found.get(kind) ?? []), name]);
  }
  return KINDS.flatMap((kind) => {
    const sheets = found.get(kind);
    return sheets === undefined ? [] : [{ kind, sheets }];
  });
}
