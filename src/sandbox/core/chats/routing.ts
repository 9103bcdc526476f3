import type { TransferredFrom } from '../news';
import type { AgentAccount } from '../settings';
import type { Chat, Member, Thread } from '../store/model';
import type { World } from '../world';
import { addSystemMessage } from './events';
import { activeChatsOf, activeThread, nameOf, servingAgents } from './look';
import { setPropertiesAt } from './properties';

/** Why an agent is not there any more, as the names of system messages have it. */
export type Absence = 'disconnected' | 'signed_out' | 'remotely_signed_out' | 'deleted';

const RANKS = { first: 0, normal: 1, last: 2, supervisor: 3 };

const rankOf = ({ priority, isBot }: AgentAccount) => RANKS[priority ?? (isBot ? 'last' : 'normal')];

/** Who would get a chat: accepting, with a free place, by priority, fewest chats, then in the order of the account. */
export function pickAgent(
  world: World,
  groupIds: readonly number[],
  without: readonly string[] = [],
): string | undefined {
  const { roster } = world;
  const [best] = takers(world, groupIds, without)
    .filter(({ id }) => roster.hasFreePlace(id))
    .map((account) => ({ id: account.id, rank: rankOf(account), chats: roster.chatsOf(account.id) }))
    .sort((a, b) => a.rank - b.rank || a.chats - b.chats);
  return best?.id;
}

/** Whether somebody takes chats there, now or after others. */
export const isServed = (world: World, groupIds: readonly number[], without: readonly string[] = []) =>
  takers(world, groupIds, without).length > 0;

function takers(world: World, groupIds: readonly number[], without: readonly string[]): readonly AgentAccount[] {
  const { roster } = world;
  return [...roster.agents.values()].filter(
    (account) =>
      roster.isAccepting(account.id) &&
      roster.hasAccess(account.id, groupIds) &&
      !without.includes(account.id) &&
      rankOf(account) < RANKS.supervisor,
  );
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
    readonly from?: TransferredFrom;
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
    ...(from && { transferredFrom: from }),
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

/** Gives every active chat without an agent to whoever can take it now, the queue first. */
export function assignWaiting(world: World, without: readonly string[] = []): void {
  for (const chat of new Set([...world.queue.chats(), ...world.store.chats.values()])) {
    const thread = activeThread(chat);
    if (!thread || servingAgents(chat).length > 0 || isRoutedByHand(chat)) continue;
    const agentId = pickAgent(world, chat.groupIds, without);
    if (agentId === undefined) continue;
    addSystemMessage(world, chat, thread, 'routing.assigned_other', { agent_added: nameOf(world, agentId) });
    admit(world, chat, agentId, { reason: 'other' });
    markAssigned(world, chat, thread);
  }
  world.queue.tell();
  world.roster.tellGroups();
}

const isRoutedByHand = (chat: Chat) => chat.properties.get('routing')?.get('ignore_agents_routing') === true;

/** The agent is gone: their chats go to somebody else, or stay without an agent. */
export function reassignChatsOf(world: World, agentId: string, absence: Absence): void {
  for (const chat of activeChatsOf(world, agentId)) {
    const thread = activeThread(chat);
    const member = chat.members.get(agentId);
    if (!thread || !member) continue;
    const serving = servingAgents(chat);
    const isLast = serving.length === 1 && serving[0]?.id === agentId;
    const next = isLast ? pickAgent(world, chat.groupIds, [agentId]) : undefined;
    const agent = nameOf(world, agentId);
    if (next !== undefined) {
      const agents = { agent_added: nameOf(world, next), agent_removed: agent };
      addSystemMessage(world, chat, thread, `routing.assigned_${absence}`, agents);
      tellTransfer(world, chat, thread, 'assigned', [next]);
    } else if (isLast) {
      addSystemMessage(world, chat, thread, `routing.unassigned_${absence}`, { agent });
      if (isServed(world, chat.groupIds, [agentId])) world.queue.enter(chat, thread);
      tellTransfer(world, chat, thread, 'unassigned');
    }
    dismiss(world, chat, member, { reason: absence });
    const from = { groupIds: chat.groupIds, agentIds: [agentId] };
    if (next !== undefined) admit(world, chat, next, { reason: 'other', from });
    else if (isLast) markUnassigned(world, chat, thread);
  }
  assignWaiting(world, [agentId]);
}

/** Somebody has it: it waits no longer. */
export function markAssigned(world: World, chat: Chat, thread: Thread): void {
  world.queue.leave(chat, thread);
  setPropertiesAt(world, { chatId: chat.id, threadId: thread.id }, { routing: { unassigned: false } });
}

/** Nobody has it. Where somebody takes chats it waits in the queue; elsewhere until somebody comes. */
export function markUnassigned(world: World, chat: Chat, thread: Thread): void {
  if (isServed(world, chat.groupIds)) world.queue.enter(chat, thread);
  setPropertiesAt(world, { chatId: chat.id, threadId: thread.id }, { routing: { unassigned: true } });
}

function tellTransfer(world: World, chat: Chat, thread: Thread, reason: string, agentIds?: readonly string[]): void {
  const queue = world.queue.placeOf(chat);
  world.tell({
    news: 'chat-transferred',
    chatId: chat.id,
    threadId: thread.id,
    reason,
    groupIds: chat.groupIds,
    ...(agentIds && { agentIds }),
    ...(queue && { queue }),
  });
}
