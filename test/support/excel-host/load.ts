import type { Desk } from './desk';
import { apiNotFound, invalidArgument } from './model/refusal';
import type { QueryInfo } from './protocol';
import {
  identityOf,
  itemsOf,
  navigationOf,
  nullObject,
  propertiesOf,
  propertyOf,
  type Property,
  type WireObject,
} from './wire/object-type';

/** What to load, as a tree: a name with nothing below it is a property, or a navigation of which everything is wanted. */
type Wanted = Map<string, Wanted>;

const everything = '*';

function wantedOf({ Select = [], Expand = [] }: QueryInfo): Wanted {
  const root: Wanted = new Map();
  const add = (path: string): void => {
    let at = root;
    for (const name of path.split('/')) {
      const below: Wanted = at.get(name) ?? new Map<string, Wanted>();
      at.set(name, below);
      at = below;
    }
  };
  for (const path of Select) add(path);
  for (const path of Expand) add(`${path}/${everything}`);
  if (root.size === 0 || Select.length === 0) add(everything);
  return root;
}

const onlyNames = (names: readonly string[]): Wanted =>
  new Map(names.map((name): [string, Wanted] => [name, new Map<string, Wanted>()]));

const wireName = (name: string): string =>
  name.startsWith('_') ? name : name.slice(0, 1).toUpperCase() + name.slice(1);

/** Says whether this requirement set is there; throws where it is not. */
export type Gate = (since: string, member: string) => void;

export function loadObject(object: WireObject, query: QueryInfo, desk: Desk, gate: Gate): unknown {
  return answerOf(object, wantedOf(query), query, desk, gate);
}

function answerOf(object: WireObject, wanted: Wanted, query: QueryInfo, desk: Desk, gate: Gate): unknown {
  if (object === nullObject) return null;
  const items = itemsOf(object, desk);
  if (items === undefined) return scalarsOf(object, wanted, desk, gate);
  const from = query.Skip ?? 0;
  const chosen = items.slice(from, query.Top === undefined ? undefined : from + query.Top);
  const below = wanted.get('items') ?? wanted;
  const ownNames = [...wanted.keys()].filter(
    (name) => propertyOf(object, wireName(name)) !== undefined && wireName(name) === 'Count',
  );
  const own = ownNames.length === 0 ? {} : scalarsOf(object, onlyNames(ownNames), desk, gate);
  const ofItems = new Map([...below].filter(([name]) => !ownNames.includes(name)));
  return { ...own, _Items: chosen.map((item) => answerOf(item, ofItems, {}, desk, gate)) };
}

function scalarsOf(object: WireObject, wanted: Wanted, desk: Desk, gate: Gate): Record<string, unknown> {
  const answer: Record<string, unknown> = { ...identityOf(object) };
  for (const [name, below] of wanted) {
    if (name === everything) {
      for (const [key, property] of Object.entries(propertiesOf(object)))
        if (!isHiddenOnLoad(property) && isThere(property.since, gate)) put(answer, object, key, property, desk);
      continue;
    }
    const key = wireName(name);
    const property = propertyOf(object, key);
    const navigation = navigationOf(object, key);
    const member = `${object.type.name}.${name}`;
    if (property?.get !== undefined) {
      if (below.size > 0) throw invalidArgument(`load of ${member}/${[...below.keys()].join()}`);
      gate(property.since, member);
      put(answer, object, key, property, desk);
    } else if (navigation !== undefined) {
      gate(navigation.since, member);
      const all: Wanted = below.size === 0 ? onlyNames([everything]) : below;
      answer[key] = answerOf(navigation.to(object.self, desk), all, {}, desk, gate);
    } else throw apiNotFound(`load of ${member}`);
  }
  return answer;
}

const isHiddenOnLoad = ({ get, onlyByName }: Property<unknown>): boolean => get === undefined || onlyByName === true;

function isThere(since: string, gate: Gate): boolean {
  try {
    gate(since, '');
    return true;
  } catch {
    return false;
  }
}

function put(
  answer: Record<string, unknown>,
  { self }: WireObject,
  key: string,
  property: Property<unknown>,
  desk: Desk,
): void {
  answer[property.answer ?? key] = property.get?.(self, desk);
}
