import { Failure } from '../failure';
import type { Chat } from '../store/model';
import type { World } from '../world';
import { addSystemMessage } from './events';
import { nameOf, presentAgents, requireActive, servingAgents } from './look';
import { setPropertiesAt } from './properties';
import { admit, assignWaiting, dismiss, markAssigned, pickAgent } from './routing';

export type Target =
  | { readonly type: 'agent'; readonly ids: readonly string[] }
  | { readonly type: 'group'; readonly ids: readonly number[] };

export interface Transfer {
  readonly requesterId: string;
  /** Without a target somebody else of the same groups gets the chat. */
  readonly target?: Target | undefined;
  readonly ignoresAvailability: boolean;
}

export function transferChat(world: World, chat: Chat, { requesterId, target, ignoresAvailability }: Transfer): void {
  const thread = requireActive(chat);
  const present = servingAgents(chat);
  const leaving = present.map(({ id }) => id);
  const oldGroupIds = chat.groupIds;
  const groupIds = target?.type === 'group' ? target.ids : chat.groupIds;
  const agentId = target?.type === 'agent' ? checkAgent(world, chat, target) : findSomebody(world, chat, groupIds);
  if (agentId === undefined && !ignoresAvailability) throw new Failure('agent_offline');

  // Before it is said: a chat that has to wait says where.
  const isMoved = groupIds.join() !== chat.groupIds.join();
  if (isMoved) world.commit({ fact: 'access-set', chatId: chat.id, groupIds });
  if (agentId === undefined) world.queue.enter(chat, thread);
  const queue = agentId === undefined ? world.queue.placeOf(chat) : undefined;
  const names =
    agentId === undefined || target?.type === 'group' ? groupNames(world, groupIds) : nameOf(world, agentId);
  const initiator = nameOf(world, requesterId);
  addSystemMessage(world, chat, thread, 'chat_transferred', { initiator, targets: names });
  world.tell({
    news: 'chat-transferred',
    chatId: chat.id,
    threadId: thread.id,
    requesterId,
    reason: 'manual',
    ...(target?.type !== 'agent' && { groupIds }),
    ...(agentId !== undefined && { agentIds: [agentId] }),
    ...(queue && { queue }),
    wereIn: oldGroupIds,
  });
  if (isMoved) world.tell({ news: 'access-set', chatId: chat.id, groupIds, wereIn: oldGroupIds });
  for (const member of present) dismiss(world, chat, member, { reason: 'manual', requesterId });
  if (agentId === undefined) {
    setPropertiesAt(world, { chatId: chat.id, threadId: thread.id }, { routing: { unassigned: true } });
  } else {
    const from = { groupIds: oldGroupIds, agentIds: leaving };
    admit(world, chat, agentId, { reason: 'manual', requesterId, from });
    markAssigned(world, chat, thread);
  }
  assignWaiting(world, leaving);
}

function checkAgent(world: World, chat: Chat, { ids }: Extract<Target, { type: 'agent' }>): string {
  const [agentId] = ids;
  if (agentId === undefined || !world.roster.agents.has(agentId)) throw new Failure('not_found');
  if (world.roster.status(agentId) === 'offline') throw new Failure('agent_offline');
  if (chat.members.get(agentId)?.present) throw new Failure('validation', 'The agent is in the chat already');
  if (!world.roster.hasAccess(agentId, chat.groupIds)) throw new Failure('missing_access');
  return agentId;
}

function findSomebody(world: World, chat: Chat, groupIds: readonly number[]): string | undefined {
  const { groups } = world.settings;
  if (!groupIds.every((id) => groups.some((group) => group.id === id))) throw new Failure('not_found');
  return pickAgent(
    world,
    groupIds,
    presentAgents(chat).map(({ id }) => id),
  );
}

function groupNames(world: World, groupIds: readonly number[]): string {
  const { groups } = world.settings;
  return groupIds.map((id) => groups.find((group) => group.id === id)?.name ?? String(id)).join(', ');
}
