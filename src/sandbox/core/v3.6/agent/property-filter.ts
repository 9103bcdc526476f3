import type { Fields } from '../../fields';
import type { Properties } from '../../store/model';

/** `properties.<namespace>.<name>` with `exists`, `values` or `exclude_values`. */
export function readPropertyFilter<T extends readonly unknown[]>(
  filters: Fields | undefined,
  propertiesOf: (...of: T) => Properties,
): (...of: T) => boolean {
  const namespaces = filters?.optionalObject('properties');
  const conditions = Object.keys(namespaces?.value ?? {}).flatMap((namespace) => {
    const names = namespaces?.object(namespace);
    return Object.keys(names?.value ?? {}).map((name) => readCondition(names?.object(name), namespace, name));
  });
  return (...of) => conditions.every((isMet) => isMet(propertiesOf(...of)));
}

function readCondition(condition: Fields | undefined, namespace: string, name: string) {
  const exists = condition?.optionalBoolean('exists');
  const values = condition?.optionalList('values');
  const excluded = condition?.optionalList('exclude_values');
  return (properties: Properties): boolean => {
    const value: unknown = properties.get(namespace)?.get(name);
    if (exists !== undefined && (value !== undefined) !== exists) return false;
    if (excluded?.includes(value)) return false;
    return values?.includes(value) ?? true;
  };
}
