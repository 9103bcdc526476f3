import { Failure } from './failure';
import type { Action, Line } from './side';
import type { Viewer } from './viewer';
import type { World } from './world';

const WINDOW_MS = 60_000;

interface Window {
  readonly since: number;
  count: number;
}

const windows = new WeakMap<Line, Window>();

/** The action, for those who do not ask too often, and unless its failure was ordered. */
export function guarded<V extends Viewer>(name: string, action: Action<V>): Action<V> {
  return {
    ...action,
    run(call) {
      spendRequest(call.world, call.link);
      call.world.orderedFailures.check(name);
      return action.run(call);
    },
  };
}

/** Counts one request of a connection in this minute, or refuses it. It gets better by itself. */
function spendRequest(world: World, link: Line): void {
  const now = world.clock.now();
  const known = windows.get(link);
  const current = known && now - known.since < WINDOW_MS ? known : { since: now, count: 0 };
  windows.set(link, current);
  current.count += 1;
  if (current.count > world.settings.limits.requestsPerMinute) throw new Failure('too_many_requests');
}
