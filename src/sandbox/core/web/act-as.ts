import { Failure } from '../failure';
import type { Viewer } from '../viewer';
import type { World } from '../world';

/** Up to v3.5 an agent may speak for a bot. */
export function actAs<V extends Viewer>(world: World, viewer: V, authorId: string | undefined): V {
  if (viewer.side !== 'agent' || authorId === undefined) return viewer;
  if (!world.roster.agents.get(authorId)?.isBot) throw new Failure('authorization');
  return { ...viewer, agentId: authorId };
}
