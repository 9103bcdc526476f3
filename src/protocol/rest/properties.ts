import type { Properties, PropertyNames, PropertyValue } from '../../domain';
import { clean } from '../clean';
import { isObject, Reader } from '../reader';
import { TEXT } from './values';

const MOST_NAMESPACES = 100;
const MOST_NAMES = 200;

/** Properties by namespace and name. v3.0 wraps each value in an object, v3.6 does not; either may send either. */
export function readProperties(from: Reader): Properties {
  return byNamespace(from, (names) => {
    const known = names.keys().map((name) => [clean(name), readValue(names.any(name))] as const);
    return new Map(known.filter((pair): pair is [string, PropertyValue] => pair[1] !== undefined).slice(0, MOST_NAMES));
  });
}

/** Undefined if there are none. */
export function mayProperties(from: Reader, key = 'properties'): Properties | undefined {
  const found = readProperties(from.mayObject(key));
  return found.size > 0 ? found : undefined;
}

/** What was deleted: lists of names by namespace. */
export function readPropertyNames(from: Reader): PropertyNames {
  const found = from.keys().map((namespace) => {
    const names = from.mayList<string>(namespace).slice(0, MOST_NAMES);
    return [clean(namespace), names.map(clean)] as const;
  });
  return new Map(found.filter(([, names]) => names.length > 0).slice(0, MOST_NAMESPACES));
}

function byNamespace(from: Reader, read: (names: Reader) => ReadonlyMap<string, PropertyValue>): Properties {
  const found = from.keys().flatMap((namespace) => {
    const names = read(from.mayObject(namespace));
    return names.size > 0 ? [[clean(namespace), names] as const] : [];
  });
  return new Map(found.slice(0, MOST_NAMESPACES));
}

function readValue(raw: unknown): PropertyValue | undefined {
  const value = isObject(raw) ? new Reader(raw, 'property').any('value') : raw;
  if (typeof value === 'string') return clean(value.slice(0, TEXT));
  if (typeof value === 'boolean') return value;
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
