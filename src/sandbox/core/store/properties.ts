import type { PlainProperties, PropertyNames } from './facts';
import type { Properties } from './model';

export function setProperties(into: Properties, changes: PlainProperties): void {
  for (const [namespace, values] of Object.entries(changes)) {
    const names = into.get(namespace) ?? new Map();
    into.set(namespace, names);
    for (const [name, value] of Object.entries(values)) names.set(name, value);
  }
}

export function deleteProperties(from: Properties, names: PropertyNames): void {
  for (const [namespace, list] of Object.entries(names)) {
    const values = from.get(namespace);
    for (const name of list) values?.delete(name);
    if (values?.size === 0) from.delete(namespace);
  }
}

export function toProperties(plain: PlainProperties = {}): Properties {
  const properties: Properties = new Map();
  setProperties(properties, plain);
  return properties;
}

export function toPlain(properties: Properties): PlainProperties {
  return Object.fromEntries([...properties].map(([namespace, values]) => [namespace, Object.fromEntries(values)]));
}

/** What of the changes is not so already. */
export function newProperties(current: Properties, changes: PlainProperties): PlainProperties {
  return keepFilled(
    Object.entries(changes).map(([namespace, values]) => [
      namespace,
      Object.fromEntries(Object.entries(values).filter(([name, value]) => current.get(namespace)?.get(name) !== value)),
    ]),
  );
}

/** What of the names is there to be deleted. */
export function presentNames(current: Properties, names: PropertyNames): PropertyNames {
  return Object.fromEntries(
    Object.entries(names)
      .map(([namespace, list]) => [namespace, list.filter((name) => current.get(namespace)?.has(name))] as const)
      .filter(([, list]) => list.length > 0),
  );
}

function keepFilled(entries: readonly (readonly [string, PlainProperties[string]])[]): PlainProperties {
  return Object.fromEntries(entries.filter(([, values]) => Object.keys(values).length > 0));
}
