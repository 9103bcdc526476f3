import type { ChatId, EventId, GroupId, GroupStatus, ThreadId, Update, UserId } from '../domain';
import { type Drop, type Places, readChat, readIds, readQueue, readUser } from './chat';
import { readEvent } from './event';
import {
  type Json,
  optionalObject,
  optionalString,
  ProtocolError,
  readBoolean,
  readEach,
  readId,
  readList,
  readObject,
} from './read';

export type ReadPush = (payload: Json, drop: Drop) => Update;

/** Every push that we understand, by the name of the update it becomes. The dialects say which push is which. */
export function createPushReaders(places: Places) {
  const event = (payload: Json) => ({
    chatId: readId<ChatId>(payload, 'chat_id', at),
    event: readEvent(
      readObject(payload, 'event', at),
      `${at}.event`,
      readId<ThreadId>(payload, 'thread_id', at),
      places.readPlace,
    ),
  });

  return {
    'chat-started': (payload, drop) => ({
      type: 'chat-started',
      chat: readChat(readObject(payload, 'chat', at), `${at}.chat`, places, drop),
    }),

    'chat-deactivated': (payload) => {
      const byUserId = optionalString<UserId>(payload, 'user_id');
      return {
        type: 'chat-deactivated',
        chatId: readId<ChatId>(payload, 'chat_id', at),
        threadId: readId<ThreadId>(payload, 'thread_id', at),
        ...(byUserId && { byUserId }),
      };
    },

    'chat-transferred': (payload) => {
      const queue = readQueue(payload['queue']);
      return {
        type: 'chat-transferred',
        chatId: readId<ChatId>(payload, 'chat_id', at),
        agentIds: readIds<UserId>(optionalObject(payload, 'transferred_to'), 'agent_ids'),
        ...(queue && { queue }),
      };
    },

    'user-added': (payload) => ({
      type: 'user-added',
      chatId: readId<ChatId>(payload, 'chat_id', at),
      user: readUser(readObject(payload, 'user', at), `${at}.user`, places),
    }),

    'user-removed': (payload) => ({
      type: 'user-removed',
      chatId: readId<ChatId>(payload, 'chat_id', at),
      userId: readId<UserId>(payload, 'user_id', at),
    }),

    'event-received': (payload) => ({ type: 'event-received', ...event(payload) }),
    'event-updated': (payload) => ({ type: 'event-updated', ...event(payload) }),

    'event-deleted': (payload) => ({
      type: 'event-deleted',
      chatId: readId<ChatId>(payload, 'chat_id', at),
      threadId: readId<ThreadId>(payload, 'thread_id', at),
      eventId: readId<EventId>(payload, 'event_id', at),
    }),

    'events-seen': (payload) => {
      const upTo = places.readSeenUpTo({ ...payload, events_seen_up_to: payload['seen_up_to'] });
      if (!upTo) throw new ProtocolError(`${at}.seen_up_to`, 'time', payload['seen_up_to']);
      return {
        type: 'events-seen',
        chatId: readId<ChatId>(payload, 'chat_id', at),
        userId: readId<UserId>(payload, 'user_id', at),
        upTo,
      };
    },

    'typing-changed': (payload) => {
      const indicator = readObject(payload, 'typing_indicator', at);
      if (indicator['recipients'] === 'agents') throw new ProtocolError(`${at}.recipients`, 'all', 'agents');
      return {
        type: 'typing-changed',
        chatId: readId<ChatId>(payload, 'chat_id', at),
        userId: readId<UserId>(indicator, 'author_id', `${at}.typing_indicator`),
        isTyping: readBoolean(indicator, 'is_typing', `${at}.typing_indicator`),
      };
    },

    'queue-moved': (payload) => {
      const queue = readQueue(payload['queue']);
      if (!queue) throw new ProtocolError(`${at}.queue`, 'queue', payload['queue']);
      return { type: 'queue-moved', chatId: readId<ChatId>(payload, 'chat_id', at), queue };
    },

    'customer-updated': (payload) => {
      const [name, email] = [optionalString(payload, 'name'), optionalString(payload, 'email')];
      return {
        type: 'customer-updated',
        userId: readId<UserId>(payload, 'id', at),
        ...(name && { name }),
        ...(email && { email }),
      };
    },

    'availability-changed': (payload, drop) => ({
      type: 'availability-changed',
      groups: new Map(readEach(readList(payload, 'groups', at), `${at}.groups`, drop, readGroupStatus)),
    }),
  } satisfies { readonly [T in Update['type']]: ReadPush };
}

const at = 'payload';

function readGroupStatus(from: Json, path: string): readonly [GroupId, GroupStatus] {
  const id = from['id'];
  if (typeof id !== 'number') throw new ProtocolError(`${path}.id`, 'number', id);
  return [id as GroupId, groupStatus(from['status'])];
}

/** What we do not know is not a promise that somebody is there. */
export function groupStatus(raw: unknown): GroupStatus {
  if (raw === 'online') return 'online';
  return raw === 'online_for_queue' ? 'queueing' : 'offline';
}
