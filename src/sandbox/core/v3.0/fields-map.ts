import { Fields } from '../fields';

/** Custom data is a map in v3.0, and a list of objects with one key each today. */
export function withSessionFields(customer: Fields): Fields {
  const { fields: _, ...value } = customer.value;
  const map = customer.optionalObject('fields');
  if (!map) return new Fields(value, customer.path);
  const session_fields = Object.keys(map.value).map((key) => ({ [key]: map.string(key) }));
  return new Fields({ ...value, session_fields }, customer.path);
}
