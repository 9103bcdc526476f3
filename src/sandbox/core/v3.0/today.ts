import type { Action } from '../side';
import type { Viewer } from '../viewer';

/** An action that must be there today. */
export function today<V extends Viewer>(actions: ReadonlyMap<string, Action<V>>, name: string): Action<V> {
  const action = actions.get(name);
  if (!action) throw new Error(`There is no ${name} today`);
  return action;
}
