import { FieldFailure } from '../failure';
import { Fields, type Json } from '../fields';
import type { Action } from '../side';
import type { Viewer } from '../viewer';

/** Names of fields in a request of v3.0, and what they are called today. */
export type Names = { readonly [name: string]: string };

/**
 * An action of today by the names of v3.0. `more` are fields that have to be said today, or have to be said otherwise.
 * Complaints speak of the field as it came.
 */
export function renamed<V extends Viewer>(
  action: Action<V>,
  names: Names,
  more: (fields: Fields) => Json = () => ({}),
): Action<V> {
  return {
    ...action,
    run(call) {
      const { value, path } = withNames(call.fields, names);
      try {
        return action.run({ ...call, fields: new Fields({ ...value, ...more(call.fields) }, path) });
      } catch (error) {
        throw error instanceof FieldFailure ? inNames(error, names) : error;
      }
    },
  };
}

export function withNames({ value, path }: Fields, names: Names): Fields {
  const today = new Map(Object.entries(names));
  return new Fields(
    Object.fromEntries(Object.entries(value).map(([name, item]) => [today.get(name) ?? name, item])),
    path,
  );
}

function inNames({ path, reason }: FieldFailure, names: Names): FieldFailure {
  const [root, first, ...rest] = path.split('.');
  const own = Object.entries(names).find(([, today]) => today === first)?.[0] ?? first;
  return new FieldFailure([root, own, ...rest].join('.'), reason);
}
