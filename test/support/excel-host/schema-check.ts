import type { LoadedOffice } from './excel-host';
import { eventTypes } from './events';
import { allTypes } from './wire/all-types';
import type { ObjectType } from './wire/object-type';

/**
 * Compares the tables of this host with the library that is loaded, so that they never say something that the library
 * does not: nothing here is a copy, all is read from the loaded classes when a test runs.
 */

type Loose = Readonly<Record<string, unknown>>;

interface LibraryClass {
  readonly prototype: object;
  readonly source: string;
}

/** Members that the library sends under a name of its own instead of the property's. */
const sentAs: Readonly<Record<string, string>> = { Gridlines: 'showGridlines', Headings: 'showHeadings' };

const lower = (name: string): string => (name.startsWith('_') ? name : name.slice(0, 1).toLowerCase() + name.slice(1));

function classOf(Excel: Loose, name: string): LibraryClass | undefined {
  const found = Excel[name];
  if (typeof found !== 'function') return undefined;
  const prototype = found.prototype as object;
  return { prototype, source: Object.values(Object.getOwnPropertyDescriptors(prototype)).map(sourceOf).join('\n') };
}

/** Code of a value, a getter and a setter. */
function sourceOf(descriptor: PropertyDescriptor): string {
  const parts = Object.values({ ...descriptor } as Loose);
  return parts.map((part) => (typeof part === 'function' ? Function.prototype.toString.call(part) : '')).join('\n');
}

function namesOf(prototype: object, list: string): readonly string[] {
  const names = (prototype as Loose)[list];
  return Array.isArray(names) ? (names as string[]) : [];
}

/** Set and version that a member's own code asks for; undefined where it asks for none. */
function askedBy(type: string, member: string, { prototype }: LibraryClass): string | undefined {
  const descriptor = Object.getOwnPropertyDescriptor(prototype, member);
  if (descriptor === undefined) return undefined;
  const asked = new RegExp(`"${type}\\.${member}"\\s*,\\s*([\\w.$]+|"[^"]*")\\s*,\\s*"([\\d.]+)"`).exec(
    sourceOf(descriptor),
  );
  const [, set = '', version] = asked ?? [];
  return version !== undefined && set.startsWith('"') && set !== '"ExcelApi"'
    ? `${set.slice(1, -1)} ${version}`
    : version;
}

const minor = (version: string): number => (/^1\.\d+$/.test(version) ? Number(version.slice(2)) : Infinity);

/**
 * The lowest set with which an object of each class can be had at all: the library asks for it where the object is
 * reached, and not again at the members that are as old as the class.
 */
function floorsOf(Excel: Loose): Map<string, number> {
  const ways: { from: string; to: string; since: number }[] = [];
  for (const from of Object.keys(Excel)) {
    const library = classOf(Excel, from);
    if (library === undefined) continue;
    for (const [member, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(library.prototype))) {
      if (/^_(?!handleResult$|Runtime$)/.test(member)) continue;
      for (const [, to = ''] of sourceOf(descriptor).matchAll(/\(\w+\.([A-Z]\w+)\s*,/g))
        ways.push({ from, to, since: minor(askedBy(from, member, library) ?? '1.1') });
    }
  }
  const floors = new Map([['Workbook', 1]]);
  for (let changed = true; changed;) {
    changed = false;
    for (const { from, to, since } of ways) {
      const floor = Math.max(since, floors.get(from) ?? Infinity);
      if (floor >= (floors.get(to) ?? Infinity)) continue;
      floors.set(to, floor);
      changed = true;
    }
  }
  return floors;
}

/** The set that a member needs: its own, or that of its class. */
function sinceOf(floor: number, type: string, member: string, library: LibraryClass): string {
  const asked = askedBy(type, member, library);
  if (asked !== undefined && minor(asked) === Infinity) return asked;
  return `1.${Math.max(floor, minor(asked ?? '1.1'))}`;
}

function checkProperties(floor: number, type: ObjectType<never>, library: LibraryClass): string[] {
  const wireNames = namesOf(library.prototype, '_scalarPropertyOriginalNames');
  const names = namesOf(library.prototype, '_scalarPropertyNames');
  const settable = namesOf(library.prototype, '_scalarPropertyUpdateable') as readonly unknown[];
  return Object.entries(type.properties).flatMap(([key, property]) => {
    const alias = sentAs[key];
    const at = alias === undefined ? wireNames.indexOf(key) : names.indexOf(alias);
    const name = names[at];
    if (name === undefined) return [`${type.name}.${key} is no property`];
    const since = sinceOf(floor, type.name, name, library);
    const found = since === property.since ? [] : [`${type.name}.${key} is of ${since}, not ${property.since}`];
    if (property.set !== undefined && settable[at] === false) found.push(`${type.name}.${key} cannot be set`);
    return found;
  });
}

function checkNavigations(floor: number, type: ObjectType<never>, library: LibraryClass): string[] {
  return Object.entries(type.navigations).flatMap(([key, { since }]) => {
    // Only one navigation of the product has a name on the wire that is hidden from add-ins.
    const name = lower(key);
    if (!namesOf(library.prototype, '_navigationPropertyNames').includes(name))
      return [`${type.name}.${key} leads nowhere`];
    const asked = sinceOf(floor, type.name, name, library);
    return asked === since ? [] : [`${type.name}.${key} is of ${asked}, not ${since}`];
  });
}

function checkMethods(floor: number, type: ObjectType<never>, library: LibraryClass): string[] {
  return Object.entries(type.methods).flatMap(([key, { since }]) => {
    const name = lower(key);
    if (typeof Object.getOwnPropertyDescriptor(library.prototype, name)?.value !== 'function')
      return [`${type.name}.${key} is no method`];
    if (!library.source.includes(`"${key}"`)) return [`${type.name}.${key} is never sent`];
    const asked = sinceOf(floor, type.name, name, library);
    return asked === since ? [] : [`${type.name}.${key} is of ${asked}, not ${since}`];
  });
}

/** Differences between the tables and the library, one sentence each. */
export function differencesFrom(office: LoadedOffice): string[] {
  const Excel = office.Excel as unknown as Loose;
  const floors = floorsOf(Excel);
  return allTypes.flatMap((type) => {
    const library = classOf(Excel, type.name);
    if (library === undefined) return [`${type.name} is no class`];
    const floor = floors.get(type.name);
    if (floor === undefined) return [`${type.name} cannot be reached`];
    const { prototype } = library;
    const isCollection = (prototype as Loose)['_isCollection'] === true;
    return [
      ...checkProperties(floor, type, library),
      ...checkNavigations(floor, type, library),
      ...checkMethods(floor, type, library),
      ...(type.items !== undefined && !isCollection ? [`${type.name} is no collection`] : []),
    ];
  });
}

/** Event numbers of the library's own registrations that differ from those of this host. */
export function eventDifferences(office: LoadedOffice): string[] {
  const { prototype } = classOf(office.Excel, 'WorksheetCollection') ?? { prototype: {} };
  return Object.entries(eventTypes).flatMap(([name, number]) => {
    const event = `on${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
    const descriptor = Object.getOwnPropertyDescriptor(prototype, event);
    if (descriptor === undefined) return [`${event} is no event`];
    const asked = /eventType:\s*(\d+)/.exec(sourceOf(descriptor))?.[1];
    return asked === String(number) ? [] : [`${event} is ${String(asked)}, not ${number}`];
  });
}
