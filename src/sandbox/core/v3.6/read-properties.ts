import { type Fields, isObject } from '../fields';
import type { PlainProperties, PropertyNames } from '../store/facts';
import type { PropertyValue } from '../store/model';

const isValue = (value: unknown): value is PropertyValue =>
  typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isInteger(value));

export function readProperties(fields: Fields, name = 'properties'): PlainProperties {
  return Object.fromEntries(
    Object.entries(fields.object(name).value).map(([namespace, values]) => {
      if (!isObject(values)) return fields.fail(`${name}.${namespace}`, 'must be an object');
      for (const [key, value] of Object.entries(values)) {
        if (!isValue(value)) fields.fail(`${name}.${namespace}.${key}`, 'must be a string, an integer or a boolean');
      }
      return [namespace, values as PlainProperties[string]];
    }),
  );
}

export function readOptionalProperties(fields: Fields | undefined): PlainProperties | undefined {
  return fields?.has('properties') ? readProperties(fields) : undefined;
}

export function readPropertyNames(fields: Fields): PropertyNames {
  const properties = fields.object('properties');
  return Object.fromEntries(
    Object.keys(properties.value).map((namespace) => [
      namespace,
      properties.strings(namespace) ?? properties.fail(namespace, 'is required'),
    ]),
  );
}
