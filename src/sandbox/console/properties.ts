import { isObject, type Json } from './read';

export type PropertyValue = string | number | boolean;

/** By namespace and name. Maps, because both come from the wire. */
export type Properties = ReadonlyMap<string, ReadonlyMap<string, PropertyValue>>;

export interface Property {
  readonly namespace: string;
  readonly name: string;
  readonly value: PropertyValue;
}

export function readProperties(from: Json, key = 'properties'): Properties {
  const spaces = isObject(from[key]) ? Object.entries(from[key]) : [];
  return new Map(spaces.flatMap(([namespace, names]) => (isObject(names) ? [[namespace, readNames(names)]] : [])));
}

function readNames(names: Json): ReadonlyMap<string, PropertyValue> {
  return new Map(Object.entries(names).filter((entry): entry is [string, PropertyValue] => isValue(entry[1])));
}

function isValue(value: unknown): value is PropertyValue {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}

/** A push names what changed; the rest stays. */
export function setProperties(old: Properties, changes: Properties): Properties {
  const next = new Map(old);
  for (const [namespace, names] of changes) next.set(namespace, new Map([...(old.get(namespace) ?? []), ...names]));
  return next;
}

/** `names` as in the push: `{ namespace: [name, …] }`. */
export function deleteProperties(old: Properties, names: Json): Properties {
  const next = new Map(old);
  for (const [namespace, gone] of Object.entries(names)) {
    const rest = new Map(old.get(namespace));
    if (Array.isArray(gone)) for (const name of gone) rest.delete(String(name));
    if (rest.size > 0) next.set(namespace, rest);
    else next.delete(namespace);
  }
  return next;
}

export function propertyOf(properties: Properties, namespace: string, name: string): PropertyValue | undefined {
  return properties.get(namespace)?.get(name);
}

export function textOf(properties: Properties, namespace: string, name: string): string {
  const value = propertyOf(properties, namespace, name);
  return typeof value === 'string' ? value : '';
}

export function listProperties(properties: Properties): readonly Property[] {
  return [...properties].flatMap(([namespace, names]) =>
    [...names].map(([name, value]) => ({ namespace, name, value })),
  );
}
