import type { ChatId, EventId, GroupId, GroupStatus, ThreadId, Update, UserId } from '../domain';
import { mayQueue, type Places, readChat, readUser } from './chat';
import { readEvent } from './event';
import type { Drop, Reader } from './reader';

type Told<U> = U extends Update ? Omit<U, 'type'> : never;
type ReadTold<T extends Update['type']> = (from: Reader, drop: Drop) => Told<Extract<Update, { type: T }>>;
export type PushReaders = { readonly [T in Update['type']]: ReadTold<T> };

/** Every push that we understand, by the type of the update it becomes. The dialects say which push is which. */
export function createPushReaders(places: Places): PushReaders {
  const event = (from: Reader) => ({
    chatId: from.id<ChatId>('chat_id'),
    event: readEvent(from.object('event'), from.id<ThreadId>('thread_id'), places.readPlace),
  });

  return {
    'chat-started': (from, drop) => ({ chat: readChat(from.object('chat'), places, drop) }),

    'chat-deactivated': (from) => ({
      chatId: from.id<ChatId>('chat_id'),
      threadId: from.id<ThreadId>('thread_id'),
      byUserId: from.mayText<UserId>('user_id'),
    }),

    'chat-transferred': (from) => ({
      chatId: from.id<ChatId>('chat_id'),
      agentIds: from.mayObject('transferred_to').mayList<UserId>('agent_ids', 'string'),
      queue: mayQueue(from),
    }),

    'user-added': (from) => ({ chatId: from.id<ChatId>('chat_id'), user: readUser(from.object('user'), places) }),

    'user-removed': (from) => ({ chatId: from.id<ChatId>('chat_id'), userId: from.id<UserId>('user_id') }),

    'event-received': event,
    'event-updated': event,

    'event-deleted': (from) => ({
      chatId: from.id<ChatId>('chat_id'),
      threadId: from.id<ThreadId>('thread_id'),
      eventId: from.id<EventId>('event_id'),
    }),

    'events-seen': (from) => ({
      chatId: from.id<ChatId>('chat_id'),
      userId: from.id<UserId>('user_id'),
      upTo: places.readSeenUpTo(from) ?? from.fail('seen_up_to', 'time'),
    }),

    'typing-changed': (from) => {
      const indicator = from.object('typing_indicator');
      if (indicator.any('recipients') === 'agents') indicator.fail('recipients', 'all');
      return {
        chatId: from.id<ChatId>('chat_id'),
        userId: indicator.id<UserId>('author_id'),
        isTyping: indicator.flag('is_typing'),
      };
    },

    'queue-moved': (from) => ({
      chatId: from.id<ChatId>('chat_id'),
      queue: mayQueue(from) ?? from.fail('queue', 'queue'),
    }),

    'customer-updated': (from) => ({
      userId: from.id<UserId>('id'),
      name: from.mayText('name'),
      email: from.mayText('email'),
    }),

    'availability-changed': (from, drop) => ({ groups: new Map(from.each('groups', drop, readGroupStatus)) }),
  };
}

function readGroupStatus(from: Reader): readonly [GroupId, GroupStatus] {
  const id = from.mayCount('id') ?? from.fail('id', 'number');
  return [id as GroupId, statuses.get(from.any('status')) ?? 'offline'];
}

/** What we do not know is not a promise that somebody is there. */
const statuses = new Map<unknown, GroupStatus>([
  ['online', 'online'],
  ['online_for_queue', 'queueing'],
]);
