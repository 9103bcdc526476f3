import type { ChatId, GroupId, GroupStatus, ThreadId, Update, UserId } from '../domain';
import { mayQueue, readChat, readUser } from './chat';
import { readEvent } from './event';
import type { Places } from './places';
import type { Drop, Reader } from './reader';

/** What every conversation needs. The other updates are read by the rest. */
export type CoreType = Exclude<Update['type'], 'event-updated' | 'event-deleted' | 'customer-updated'>;
type Told<U> = U extends Update ? Omit<U, 'type'> : never;
type ReadTold<T extends CoreType> = (from: Reader, drop: Drop) => Told<Extract<Update, { type: T }>>;
export type PushReaders = { readonly [T in CoreType]: ReadTold<T> };

/** By the type of the update that a push becomes. The dialects say which push is which. */
export function createPushReaders(places: Places): PushReaders {
  return {
    'chat-started': (from, drop) => ({ chat: readChat(from.object('chat'), places, drop) }),

    'chat-deactivated': (from) => ({
      chatId: from.id<ChatId>('chat_id'),
      threadId: from.id<ThreadId>('thread_id'),
      byUserId: from.mayText<UserId>('user_id'),
    }),

    'chat-transferred': (from) => ({
      chatId: from.id<ChatId>('chat_id'),
      agentIds: from.mayObject('transferred_to').mayList<UserId>('agent_ids'),
      queue: mayQueue(from),
    }),

    'user-added': (from) => ({ chatId: from.id<ChatId>('chat_id'), user: readUser(from.object('user'), places) }),

    'user-removed': (from) => ({ chatId: from.id<ChatId>('chat_id'), userId: from.id<UserId>('user_id') }),

    'event-received': (from) => readArrived(from, places),

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

    'availability-changed': (from, drop) => ({ groups: new Map(from.each('groups', drop, readGroupStatus)) }),
  };
}

/** An event, new or changed, with its chat. */
export const readArrived = (from: Reader, places: Places) => ({
  chatId: from.id<ChatId>('chat_id'),
  event: readEvent(from.object('event'), from.id<ThreadId>('thread_id'), places),
});

export function readGroupStatus(from: Reader): readonly [GroupId, GroupStatus] {
  const id = from.mayCount('id') ?? from.fail('id', 'number');
  return [id as GroupId, statusOf(from.any('status'))];
}

/** What we do not know is not a promise that somebody is there. */
export const statusOf = (status: unknown): GroupStatus =>
  status === 'online' ? status : status === 'online_for_queue' ? 'queueing' : 'offline';
