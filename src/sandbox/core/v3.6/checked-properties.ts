import type { PropertyLevel, Rights } from '../property-rights';
import type { Action, Call } from '../side';
import type { Viewer } from '../viewer';
import { readProperties, readPropertyNames } from './read-properties';

const NAME = /^(update|delete)_(chat|thread|event)_properties$/;

type Named<V extends Viewer> = readonly (readonly [string, Action<V>])[];

/** The six of them, and only for what these people may write. */
export function withRights<V extends Viewer>(actions: Named<V>, rights: Rights): Named<V> {
  return actions.map(([name, action]) => {
    const [, verb, level] = NAME.exec(name) ?? [];
    const run = (call: Call<V>): unknown => {
      if (verb === 'update') rights.requireWritable(level as PropertyLevel, readProperties(call.fields));
      else rights.requireDeletable(level as PropertyLevel, readPropertyNames(call.fields));
      return action.run(call);
    };
    return [name, { ...action, run }];
  });
}
