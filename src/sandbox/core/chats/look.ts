import { Failure } from '../failure';
import type { Chat, ChatEvent, Member, Thread } from '../store/model';
import type { World } from '../world';

/** Questions about a chat that several parts ask. They change nothing. */

export const lastThread = (chat: Chat): Thread | undefined => chat.threads.at(-1);

export function activeThread(chat: Chat): Thread | undefined {
  const last = lastThread(chat);
  return last?.active ? last : undefined;
}

export function requireActive(chat: Chat): Thread {
  const thread = activeThread(chat);
  if (!thread) throw new Failure('chat_inactive');
  return thread;
}

export function findThread(chat: Chat, threadId: string): Thread {
  const thread = chat.threads.find(({ id }) => id === threadId);
  if (!thread) throw new Failure('not_found');
  return thread;
}

export function findEvent(thread: Thread, eventId: string): ChatEvent {
  const event = thread.events.find(({ id, deleted }) => id === eventId && !deleted);
  if (!event) throw new Failure('not_found');
  return event;
}

/** Agents who are in the chat now, the first who came first. */
export function presentAgents(chat: Chat): readonly Member[] {
  return [...chat.members.values()].filter(({ type, present }) => type === 'agent' && present);
}

/** Without those who only look on. */
export const servingAgents = (chat: Chat): readonly Member[] =>
  presentAgents(chat).filter(({ visibility }) => visibility === 'all');

/** Who takes part, or took part until the thread was closed. */
export function takesPart(chat: Chat, agentId: string): boolean {
  if (chat.members.get(agentId)?.present) return true;
  const last = lastThread(chat);
  return last !== undefined && !last.active && last.userIds.has(agentId);
}

export function activeChatsOf(world: World, agentId: string): readonly Chat[] {
  return [...world.store.chats.values()].filter(
    (chat) => activeThread(chat) !== undefined && chat.members.get(agentId)?.present === true,
  );
}

export function isContinuous(chat: Chat): boolean {
  return chat.properties.get('routing')?.get('continuous') === true;
}

export function nameOf(world: World, userId: string): string {
  const agent = world.roster.agents.get(userId);
  return agent?.name ?? world.store.customers.get(userId)?.name ?? 'Visitor';
}
