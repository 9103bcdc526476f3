import { pickAgent } from '../../chats/routing';
import { Failure } from '../../failure';
import type { CustomerViewer } from '../../viewer';
import type { World } from '../../world';
import * as forCustomers from '../for-customers';
import { requireGroup } from './groups';

export interface Predicted {
  readonly agentId: string;
  readonly isBot: boolean;
  /** As customers see them. */
  readonly agent: object;
  /** The chat would have to wait. */
  readonly queue: boolean;
}

/** Who would answer a chat that is started now. */
export function predictAgent(world: World, { customerId, groupId: own }: CustomerViewer, asked?: number): Predicted {
  const group = requireGroup(world, asked ?? world.visits.get(customerId)?.groupId ?? own);
  const agentId = pickAgent(world, [group.id]);
  if (agentId !== undefined) return describe(world, agentId, false);
  const status = world.roster.groupStatus(group);
  if (status === 'offline') throw new Failure('group_offline');
  // Somebody takes chats and has no free place: they are who will come to the end of the queue.
  const busy = world.roster.agentsOf(group.id).find((id) => world.roster.isAccepting(id));
  if (status !== 'accepting_chats' || busy === undefined) throw new Failure('group_unavailable');
  return describe(world, busy, true);
}

function describe(world: World, agentId: string, queue: boolean): Predicted {
  const isBot = world.roster.agents.get(agentId)?.isBot ?? false;
  return { agentId, isBot, agent: { ...forCustomers.agent(world, agentId), is_bot: isBot }, queue };
}
