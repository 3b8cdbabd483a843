import type { Desk } from '../desk';
import { apiNotFound, itemNotFound } from '../model/refusal';

/** An argument as the library sends it, with proxies turned into the objects that they stand for. */
export type Argument = unknown;

/** `1.7` is a version of ExcelApi; `ExcelApiOnline 1.1` names another set. */
export type Since = string;

export interface Property<Self> {
  readonly since: Since;
  readonly get?: (self: Self, desk: Desk) => unknown;
  readonly set?: (self: Self, value: Argument, desk: Desk) => void;
  /** name in the answer, where it is not the name of the property */
  readonly answer?: string;
  /** left out when everything is loaded */
  readonly onlyByName?: boolean;
}

export interface Navigation<Self> {
  readonly since: Since;
  readonly to: (self: Self, desk: Desk) => WireObject;
}

export interface Method<Self> {
  readonly since: Since;
  readonly call: (self: Self, args: readonly Argument[], desk: Desk) => unknown;
}

/** What one of Excel's objects can do, as a table. */
export interface ObjectType<Self> {
  /** the name of the class in the library */
  readonly name: string;
  /** how the library finds the object again */
  readonly identity?: (self: Self) => Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, Property<Self>>>;
  readonly navigations: Readonly<Record<string, Navigation<Self>>>;
  readonly methods: Readonly<Record<string, Method<Self>>>;
  /** a collection's objects, in order */
  readonly items?: (self: Self, desk: Desk) => readonly WireObject[];
  /** a collection's object by its key */
  readonly item?: (self: Self, key: Argument, desk: Desk) => WireObject | undefined;
}

/** One object of the workbook with the table that says what it can do. */
export interface WireObject {
  readonly type: ObjectType<never>;
  readonly self: unknown;
}

/** Marks a value as an object for the engine. The table is only ever used with the `self` that stands beside it. */
export function wire<Self>(type: ObjectType<Self>, self: Self): WireObject {
  return { type: type, self };
}

export function isWire(value: unknown): value is WireObject {
  return typeof value === 'object' && value !== null && 'type' in value && 'self' in value;
}

/** The object of a type behind an argument; undefined where it is something else. */
export function selfOf<Self>(type: ObjectType<Self>, value: unknown): Self | undefined {
  return isWire(value) && (value.type as ObjectType<unknown>) === (type as ObjectType<unknown>)
    ? (value.self as Self)
    : undefined;
}

/** A path that leads to no object: all that is asked of it is null. */
export const nullObject: WireObject = wire({ name: 'null object', properties: {}, navigations: {}, methods: {} }, null);

const loose = (type: ObjectType<never>): ObjectType<unknown> => type as ObjectType<unknown>;

function missing({ type }: WireObject, member: string): Error {
  return type === nullObject.type ? itemNotFound(member) : apiNotFound(`${type.name}.${member}`);
}

export const propertiesOf = ({ type }: WireObject): Readonly<Record<string, Property<unknown>>> =>
  loose(type).properties;

export function propertyOf(object: WireObject, name: string): Property<unknown> | undefined {
  return Object.hasOwn(object.type.properties, name) ? loose(object.type).properties[name] : undefined;
}

export function navigationOf(object: WireObject, name: string): Navigation<unknown> | undefined {
  return Object.hasOwn(object.type.navigations, name) ? loose(object.type).navigations[name] : undefined;
}

export function methodOf(object: WireObject, name: string): Method<unknown> {
  const found = Object.hasOwn(object.type.methods, name) ? loose(object.type).methods[name] : undefined;
  if (found === undefined) throw missing(object, name);
  return found;
}

export function settableOf(object: WireObject, name: string): Property<unknown> {
  const found = propertyOf(object, name);
  if (found?.set === undefined) throw missing(object, name);
  return found;
}

export function identityOf(object: WireObject): Readonly<Record<string, string>> {
  return loose(object.type).identity?.(object.self) ?? {};
}

export function itemsOf(object: WireObject, desk: Desk): readonly WireObject[] | undefined {
  return loose(object.type).items?.(object.self, desk);
}

export function itemOf(object: WireObject, key: Argument, desk: Desk): WireObject {
  const found = loose(object.type).item?.(object.self, key, desk);
  if (found === undefined)
    throw object.type === nullObject.type ? missing(object, 'getItem') : itemNotFound(String(key));
  return found;
}
