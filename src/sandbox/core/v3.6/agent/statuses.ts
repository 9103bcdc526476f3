import { activeChatsOf } from '../../chats/look';
import { assignWaiting } from '../../chats/routing';
import { Failure } from '../../failure';
import type { RoutingStatus } from '../../news';
import type { Action } from '../../side';
import type { AgentViewer } from '../../viewer';
import { seenChat } from './chats';

type AgentAction = Action<AgentViewer>;
type Chosen = Exclude<RoutingStatus, 'offline'>;

const CHOICES: readonly Chosen[] = ['accepting_chats', 'not_accepting_chats'];

export const setRoutingStatus: AgentAction = {
  answer: 'routing-status',
  run({ world, viewer, fields }) {
    const status = fields.oneOf('status', CHOICES) ?? fields.fail('status', 'is required');
    const agentId = fields.optionalString('agent_id') ?? viewer.agentId;
    if (!world.roster.agents.has(agentId)) throw new Failure('not_found');
    if (world.roster.status(agentId) === 'offline') throw new Failure('agent_offline');
    world.roster.set(agentId, status);
    assignWaiting(world);
  },
};

/** Each connection may be away; only when all are, the agent takes no chats. The sandbox has no such feature switched on. */
export const setAwayStatus: AgentAction = {
  run({ fields }) {
    fields.boolean('away');
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
      .map((id) => ({ agent_id: id, active: activeChatsOf(world, id).length }))
      .sort((a, b) => a.active - b.active)
      .map(({ agent_id, active }) => ({ agent_id, active_chats: active, total_active_chats: active }));
  },
};

export const multicast: AgentAction = {
  answer: 'multicast',
  run({ world, viewer, fields }) {
    const agents = fields.object('recipients').object('agents');
    const all = agents.optionalBoolean('all') ?? false;
    const ids = agents.strings('ids') ?? [];
    const groups = (agents.optionalList('groups') ?? []).map(Number);
    if (!all && ids.length === 0 && groups.length === 0) agents.fail('ids', 'is required');
    if (!fields.has('content')) fields.fail('content', 'is required');
    const agentIds = all ? world.roster.agents.keys() : [...ids, ...groups.flatMap((id) => world.roster.agentsOf(id))];
    const type = fields.optionalString('type');
    world.tell({
      news: 'multicast',
      authorId: viewer.agentId,
      agentIds: new Set(agentIds),
      content: fields.value['content'],
      ...(type !== undefined && { type }),
    });
  },
};
