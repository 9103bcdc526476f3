import { findEvent, findThread, lastThread } from '../chats/look';
import { Failure } from '../failure';
import type { Fields } from '../fields';
import type { Chat, ChatEvent, Customer, Thread } from '../store/model';
import type { World } from '../world';

/** Whom and what a control is about. Nobody is asked whether they may: only a sandbox has these. */

export function findChat(world: World, fields: Fields): Chat {
  return world.store.chats.get(fields.string('chat_id')) ?? missing();
}

export function findCustomer(world: World, fields: Fields): Customer {
  return world.store.customers.get(fields.string('customer_id')) ?? missing();
}

export function findAgentId(world: World, fields: Fields): string {
  const agentId = fields.string('agent_id');
  return world.roster.agents.has(agentId) ? agentId : missing();
}

/** The newest one, if none is named. */
export function findThreadOf(chat: Chat, fields: Fields): Thread {
  const threadId = fields.optionalString('thread_id');
  return threadId === undefined ? (lastThread(chat) ?? missing()) : findThread(chat, threadId);
}

export interface EventPlace {
  readonly chat: Chat;
  readonly thread: Thread;
  readonly event: ChatEvent;
}

export function findPlace(world: World, fields: Fields): EventPlace {
  const chat = findChat(world, fields);
  const eventId = fields.string('event_id');
  const named = fields.has('thread_id') ? findThreadOf(chat, fields) : undefined;
  const thread = named ?? chat.threads.find(({ events }) => events.some(({ id }) => id === eventId)) ?? missing();
  return { chat, thread, event: findEvent(thread, eventId) };
}

function missing(): never {
  throw new Failure('not_found');
}
