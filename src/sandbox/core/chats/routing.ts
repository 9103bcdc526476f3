import type { Chat, Member, Thread } from '../store/model';
import type { World } from '../world';
import { addSystemMessage } from './events';
import { activeChatsOf, activeThread, nameOf, presentAgents } from './look';
import { setPropertiesAt } from './properties';

/** Why an agent is not there any more, as the names of system messages have it. */
export type Absence = 'disconnected' | 'signed_out';

/** Who would get a chat: accepting, people before bots, fewest chats, then in the order of the account. */
export function pickAgent(
  world: World,
  groupIds: readonly number[],
  without: readonly string[] = [],
): string | undefined {
  const { roster } = world;
  const [best] = [...roster.agents.values()]
    .filter(({ id }) => roster.isAccepting(id) && roster.hasAccess(id, groupIds) && !without.includes(id))
    .map(({ id, isBot }) => ({ id, isBot, chats: activeChatsOf(world, id).length }))
    .sort((a, b) => Number(a.isBot) - Number(b.isBot) || a.chats - b.chats);
  return best?.id;
}

export function setMember(world: World, chat: Chat, change: Omit<Member, 'seenUpTo'>): Member {
  world.commit({ fact: 'member-set', chatId: chat.id, ...change });
  const member = chat.members.get(change.id);
  if (!member) throw new Error('The member was not set');
  return member;
}

/** Puts an agent into an active chat and tells everybody, them with the whole chat. */
export function admit(
  world: World,
  chat: Chat,
  agentId: string,
  how: {
    readonly reason: string;
    readonly visibility?: 'all' | 'agents';
    readonly requesterId?: string;
    readonly from?: readonly string[];
  },
): void {
  const { reason, visibility = 'all', requesterId, from } = how;
  const thread = activeThread(chat);
  const member = setMember(world, chat, { id: agentId, type: 'agent', present: true, visibility });
  const requester = requesterId === undefined ? {} : { requesterId };
  world.tell({
    news: 'user-added',
    chatId: chat.id,
    ...(thread && { threadId: thread.id }),
    member: { ...member },
    reason,
    ...requester,
  });
  world.tell({
    news: 'chat-arrived',
    chatId: chat.id,
    agentId,
    ...requester,
    ...(from && { transferredFrom: { groupIds: chat.groupIds, agentIds: from } }),
  });
}

export function dismiss(
  world: World,
  chat: Chat,
  member: Member,
  how: { readonly reason: string; readonly requesterId?: string },
): void {
  const thread = activeThread(chat);
  const { id, type, visibility } = member;
  const gone = setMember(world, chat, { id, type, visibility, present: false });
  world.tell({
    news: 'user-removed',
    chatId: chat.id,
    ...(thread && { threadId: thread.id }),
    member: { ...gone },
    ...how,
  });
}

/** Gives every active chat without an agent to whoever can take it now. */
export function assignWaiting(world: World, without: readonly string[] = []): void {
  for (const chat of world.store.chats.values()) {
    const thread = activeThread(chat);
    if (!thread || presentAgents(chat).length > 0) continue;
    const agentId = pickAgent(world, chat.groupIds, without);
    if (agentId === undefined) continue;
    addSystemMessage(world, chat, thread, 'routing.assigned_other', { agent_added: nameOf(world, agentId) });
    admit(world, chat, agentId, { reason: 'other' });
    markUnassigned(world, chat, thread, false);
  }
}

/** The agent is gone: their chats go to somebody else, or stay without an agent. */
export function reassignChatsOf(world: World, agentId: string, absence: Absence): void {
  for (const chat of activeChatsOf(world, agentId)) {
    const thread = activeThread(chat);
    const member = chat.members.get(agentId);
    if (!thread || !member) continue;
    const isLast = presentAgents(chat).length === 1;
    const next = isLast ? pickAgent(world, chat.groupIds, [agentId]) : undefined;
    const agent = nameOf(world, agentId);
    if (next !== undefined) {
      const agents = { agent_added: nameOf(world, next), agent_removed: agent };
      addSystemMessage(world, chat, thread, `routing.assigned_${absence}`, agents);
      tellTransfer(world, chat, thread, 'assigned', [next]);
    } else if (isLast) {
      addSystemMessage(world, chat, thread, `routing.unassigned_${absence}`, { agent });
      tellTransfer(world, chat, thread, 'unassigned');
    }
    dismiss(world, chat, member, { reason: absence });
    if (next !== undefined) admit(world, chat, next, { reason: 'other', from: [agentId] });
    else if (isLast) markUnassigned(world, chat, thread, true);
  }
}

export function markUnassigned(world: World, chat: Chat, thread: Thread, isUnassigned: boolean): void {
  const wanted = { routing: { unassigned: isUnassigned } };
  setPropertiesAt(world, { chatId: chat.id, threadId: thread.id }, wanted);
}

function tellTransfer(world: World, chat: Chat, thread: Thread, reason: string, agentIds?: readonly string[]): void {
  world.tell({
    news: 'chat-transferred',
    chatId: chat.id,
    threadId: thread.id,
    reason,
    groupIds: chat.groupIds,
    ...(agentIds && { agentIds }),
  });
}
