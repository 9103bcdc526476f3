import { Failure } from '../failure';
import { newThreadId } from '../ids';
import type { PlainProperties } from '../store/facts';
import type { Chat, ChatEvent, Thread } from '../store/model';
import type { World } from '../world';
import { addSystemMessage, appendEvent, type EventDraft } from './events';
import { activeThread, nameOf, presentAgents } from './look';
import { pickAgent, setMember } from './routing';

export interface Opening {
  /** Who asked: the customer or an agent. */
  readonly requesterId: string;
  readonly isActive: boolean;
  /** Undefined keeps the mode of the chat. */
  readonly isContinuous: boolean | undefined;
  readonly groupIds?: readonly number[];
  readonly chatProperties?: PlainProperties;
  readonly threadProperties?: PlainProperties;
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
  if (pickAgent(world, opening.groupIds ?? [0]) === undefined) throw new Failure('groups_offline');
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
  const thread = world.store.thread(chat.id, threadId);
  const events = opening.events.map((draft) => appendEvent(world, chat, thread, draft));
  world.commit({ fact: 'seen', chatId: chat.id, userId: requesterId, upTo: world.store.newest });
  world.tell({ news: 'chat-arrived', chatId: chat.id, requesterId });
  return { thread, events };
}

/** `userId` is missing when the server closes a thread by its own rules. */
export function closeThread(world: World, chat: Chat, userId?: string): void {
  const thread = activeThread(chat);
  if (!thread) throw new Failure('chat_inactive');
  const { archiveMs } = world.settings.limits;
  if (userId === undefined) {
    addSystemMessage(world, chat, thread, 'routing.archived_inactive', {
      duration: String(Math.round(archiveMs / 60_000)),
    });
  } else if (userId === chat.customerId) {
    addSystemMessage(world, chat, thread, 'manual_archived_customer', { customer: nameOf(world, userId) });
  } else {
    addSystemMessage(world, chat, thread, 'manual_archived_agent', { agent: nameOf(world, userId) });
  }
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
}
