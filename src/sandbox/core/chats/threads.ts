import { Failure } from '../failure';
import { newThreadId } from '../ids';
import type { PlainProperties } from '../store/facts';
import type { Chat, ChatEvent, Thread } from '../store/model';
import type { World } from '../world';
import { addSystemMessage, appendEvent, type EventDraft } from './events';
import { activeThread, nameOf, presentAgents } from './look';
import { assignWaiting, isServed, pickAgent, setMember } from './routing';

export interface Opening {
  /** Who asked: the customer or an agent. */
  readonly requesterId: string;
  readonly isActive: boolean;
  /** Undefined keeps the mode of the chat. */
  readonly isContinuous: boolean | undefined;
  readonly groupIds?: readonly number[];
  readonly chatProperties?: PlainProperties;
  readonly threadProperties?: PlainProperties;
  readonly tags?: readonly string[];
  /** Agents who are in it from the beginning, besides one who asked. */
  readonly agentIds?: readonly string[];
  readonly events: readonly EventDraft[];
}

export interface Opened {
  readonly thread: Thread;
  /** Only those that came with the request. */
  readonly events: readonly ChatEvent[];
}

/** Whether somebody would take the chat. Asked before anything is changed. */
export function requireSomebody(world: World, opening: Opening, wasContinuous: boolean): void {
  const isContinuous = opening.isContinuous ?? wasContinuous;
  const isAgent = world.roster.agents.has(opening.requesterId);
  if (!opening.isActive || isContinuous || isAgent) return;
  if (!isServed(world, opening.groupIds ?? [0])) throw new Failure('groups_offline');
}

/** A new thread in a chat without an active one; the agent who gets it is in it before anybody hears of it. */
export function openThread(world: World, chat: Chat, opening: Opening): Opened {
  const { requesterId, isActive, isContinuous } = opening;
  const threadId = newThreadId(world.random);
  world.commit({ fact: 'access-set', chatId: chat.id, groupIds: opening.groupIds ?? [0] });
  setMember(world, chat, { id: chat.customerId, type: 'customer', present: true, visibility: 'all' });
  for (const { id, type, visibility } of presentAgents(chat)) {
    setMember(world, chat, { id, type, visibility, present: false });
  }
  for (const agentId of chat.followers) {
    world.commit({ fact: 'followed', chatId: chat.id, agentId, isFollowing: false });
  }
  const isAgent = world.roster.agents.has(requesterId);
  const agentId = isAgent ? requesterId : isActive ? pickAgent(world, chat.groupIds) : undefined;
  for (const id of opening.agentIds ?? []) {
    setMember(world, chat, { id, type: 'agent', present: true, visibility: 'all' });
  }
  if (agentId !== undefined) {
    setMember(world, chat, { id: agentId, type: 'agent', present: true, visibility: 'all' });
  }
  world.commit({ fact: 'thread-opened', at: world.stamp(), chatId: chat.id, threadId, active: isActive });

  const continuous = isContinuous ?? chat.properties.get('routing')?.get('continuous') ?? false;
  const isUnassigned = isActive && agentId === undefined;
  world.commit(
    { fact: 'properties-set', chatId: chat.id, properties: opening.chatProperties ?? {} },
    { fact: 'properties-set', chatId: chat.id, properties: { routing: { continuous } } },
    { fact: 'properties-set', chatId: chat.id, threadId, properties: opening.threadProperties ?? {} },
    {
      fact: 'properties-set',
      chatId: chat.id,
      threadId,
      properties: { routing: { continuous, unassigned: isUnassigned } },
    },
  );
  for (const tag of opening.tags ?? []) world.commit({ fact: 'tag-set', chatId: chat.id, threadId, tag, isSet: true });
  const thread = world.store.thread(chat.id, threadId);
  if (isUnassigned && isServed(world, chat.groupIds)) world.queue.enter(chat, thread);
  const events = opening.events.map((draft) => appendEvent(world, chat, thread, draft));
  world.commit({ fact: 'seen', chatId: chat.id, userId: requesterId, upTo: world.store.newest });
  world.tell({ news: 'chat-arrived', chatId: chat.id, requesterId });
  world.queue.tell();
  world.roster.tellGroups();
  world.tell({ news: 'customer-statistics', customerId: chat.customerId });
  return { thread, events };
}

/** What people read when a thread is closed. */
export interface Farewell {
  readonly type: string;
  readonly variables: { readonly [name: string]: string };
}

/** `userId` is missing when the server closes a thread by its own rules. */
export function closeThread(
  world: World,
  chat: Chat,
  userId?: string,
  farewell = usualFarewell(world, chat, userId),
): void {
  const thread = activeThread(chat);
  if (!thread) throw new Failure('chat_inactive');
  addSystemMessage(world, chat, thread, farewell.type, farewell.variables);
  world.queue.leave(chat, thread);
  world.commit({ fact: 'thread-closed', chatId: chat.id, threadId: thread.id });
  for (const { id, type, visibility } of presentAgents(chat)) {
    setMember(world, chat, { id, type, visibility, present: false });
  }
  world.tell({
    news: 'chat-deactivated',
    chatId: chat.id,
    threadId: thread.id,
    ...(userId !== undefined && { userId }),
  });
  assignWaiting(world);
}

function usualFarewell(world: World, { customerId }: Chat, userId: string | undefined): Farewell {
  if (userId === undefined) {
    const minutes = Math.round(world.settings.limits.archiveMs / 60_000);
    return { type: 'routing.archived_inactive', variables: { duration: String(minutes) } };
  }
  const who = userId === customerId ? 'customer' : 'agent';
  return { type: `manual_archived_${who}`, variables: { [who]: nameOf(world, userId) } };
}
