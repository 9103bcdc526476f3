import type { Properties, PropertyNames, PropertyValue } from '../types';

export const noProperties: Properties = new Map();

/** Names that are not told about stay as they are. */
export function mergeProperties(known: Properties | undefined, told: Properties): Properties {
  const merged = new Map(known);
  for (const [namespace, values] of told) merged.set(namespace, new Map([...(merged.get(namespace) ?? []), ...values]));
  return merged;
}

/** A namespace that holds nothing any more is gone too. */
export function deleteProperties(known: Properties | undefined, names: PropertyNames): Properties {
  const rest = new Map(known);
  for (const [namespace, gone] of names) {
    const values = new Map([...(rest.get(namespace) ?? [])].filter(([name]) => !gone.includes(name)));
    if (values.size > 0) rest.set(namespace, values);
    else rest.delete(namespace);
  }
  return rest;
}

export function propertyOf(from: Properties | undefined, namespace: string, name: string): PropertyValue | undefined {
  return from?.get(namespace)?.get(name);
}

export function propertiesOf(
  namespace: string,
  values: Readonly<Record<string, PropertyValue | undefined>>,
): Properties {
  const told = Object.entries(values).filter((pair): pair is [string, PropertyValue] => pair[1] !== undefined);
  return new Map([[namespace, new Map(told)]]);
}
