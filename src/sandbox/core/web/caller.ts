import type { Line } from '../side';
import type { Viewer } from '../viewer';

/** Who calls over HTTP: they hear nothing, and are gone when they are answered. */
export function createCaller<V extends Viewer>(version: string, viewer: V): Line {
  return {
    kind: viewer.side,
    version,
    viewer,
    express: () => [],
    whenGone: (task) => task(),
    sayGoodbye: () => {},
    end: () => {},
    put: () => {},
    shut: () => {},
  };
}
