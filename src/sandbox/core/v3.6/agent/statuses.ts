import { assignWaiting, reassignChatsOf } from '../../chats/routing';
import { Failure } from '../../failure';
import type { Fields } from '../../fields';
import type { RoutingStatus } from '../../news';
import type { Action, Call } from '../../side';
import type { AgentViewer } from '../../viewer';
import type { World } from '../../world';
import { seenChat } from './chats';

type AgentAction = Action<AgentViewer>;
const CHOICES: readonly RoutingStatus[] = ['accepting_chats', 'not_accepting_chats', 'offline'];

/** People have a status while they are logged in; bots need no connection for theirs. */
export const setRoutingStatus: AgentAction = {
  answer: 'routing-status',
  run({ world, viewer, fields }) {
    const status = fields.oneOf('status', CHOICES) ?? fields.fail('status', 'is required');
    const agentId = fields.optionalString('agent_id') ?? viewer.agentId;
    const account = world.roster.agents.get(agentId);
    if (!account) throw new Failure('not_found');
    if (!account.isBot) {
      if (status === 'offline') fields.fail('status', 'can be offline for bots only');
      const isSelf = agentId === viewer.agentId;
      if (world.roster.status(agentId) === 'offline') {
        throw new Failure(isSelf ? 'requester_already_offline' : 'agent_offline');
      }
    }
    world.roster.set(agentId, status);
    if (status === 'offline') reassignChatsOf(world, agentId, 'signed_out');
    else assignWaiting(world);
  },
};

export const listRoutingStatuses: AgentAction = {
  run({ world, fields }) {
    const groupIds = fields.optionalObject('filters')?.integers('group_ids') ?? [];
    return [...world.roster.agents.keys()]
      .filter((id) => groupIds.length === 0 || groupIds.some((groupId) => world.roster.agentsOf(groupId).includes(id)))
      .map((id) => ({ agent_id: id, status: world.roster.status(id) }));
  },
};

export const listAgentsForTransfer: AgentAction = {
  run({ world, viewer, fields }) {
    const chat = seenChat(world, viewer, fields.string('chat_id'));
    return [...world.roster.agents.keys()]
      .filter((id) => world.roster.status(id) !== 'offline' && !chat.members.get(id)?.present)
      .map((id) => ({ agent_id: id, active: world.roster.chatsOf(id) }))
      .sort((a, b) => a.active - b.active)
      .map(({ agent_id, active }) => ({ agent_id, active_chats: active, total_active_chats: active }));
  },
};

export const multicast: AgentAction = {
  answer: 'multicast',
  run({ world, viewer, fields }) {
    const agentIds = readAgentIds(world, fields.object('recipients').object('agents'));
    tellMulticast({ world, viewer, fields }, { agentIds });
  },
};

/** Who is meant: everybody, some of them, or whole groups. */
export function readAgentIds(world: World, agents: Fields): ReadonlySet<string> {
  const all = agents.optionalBoolean('all') ?? false;
  const ids = agents.strings('ids') ?? [];
  const groups = (agents.optionalList('groups') ?? []).map(Number);
  if (!all && ids.length === 0 && groups.length === 0) agents.fail('ids', 'is required');
  return new Set(all ? world.roster.agents.keys() : [...ids, ...groups.flatMap((id) => world.roster.agentsOf(id))]);
}

export function tellMulticast(
  { world, viewer, fields }: Pick<Call<AgentViewer>, 'world' | 'viewer' | 'fields'>,
  to: { readonly agentIds: ReadonlySet<string>; readonly customerIds?: ReadonlySet<string> },
): void {
  if (!fields.has('content')) fields.fail('content', 'is required');
  const type = fields.optionalString('type');
  world.tell({
    news: 'multicast',
    authorId: viewer.agentId,
    ...to,
    content: fields.value['content'],
    ...(type !== undefined && { type }),
  });
}
