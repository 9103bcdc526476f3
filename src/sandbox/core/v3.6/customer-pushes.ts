import type { Pushes } from '../../../protocol/wire/v3.6-calls';
import type { News } from '../news';
import type { Push } from '../turns';
import type { CustomerViewer } from '../viewer';
import type { World } from '../world';
import { customerChanges } from './customer-changes';
import * as forCustomers from './for-customers';
import { groupStatus } from './statuses';

type WrittenPush = { [Name in keyof Pushes]: { readonly action: Name; readonly payload: Pushes[Name] } }[keyof Pushes];

/** What a customer's connection is told, in the words of v3.6. Undefined: there is nothing left to say. */
export function writeCustomerPush(world: World, _viewer: CustomerViewer, news: News): Push | undefined {
  return write(world, news) ?? (news.news.startsWith('properties') ? writeProperties(news) : undefined);
}

function write(world: World, news: News): WrittenPush | undefined {
  const outer = (id: string) => forCustomers.userId(world, id);
  switch (news.news) {
    case 'chat-arrived': {
      const { thread, ...chat } = forCustomers.chatWithThread(world, world.store.chat(news.chatId));
      if (!thread) return undefined;
      const requester = news.requesterId === undefined ? {} : { requester_id: outer(news.requesterId) };
      return { action: 'incoming_chat', payload: { ...requester, chat: { ...chat, thread } } };
    }
    case 'chat-deactivated': {
      const { chatId, threadId, userId } = news;
      const by = userId === undefined ? {} : { user_id: outer(userId) };
      return { action: 'chat_deactivated', payload: { chat_id: chatId, thread_id: threadId, ...by } };
    }
    case 'chat-transferred':
      return {
        action: 'chat_transferred',
        payload: {
          chat_id: news.chatId,
          ...(news.threadId !== undefined && { thread_id: news.threadId }),
          ...(news.requesterId !== undefined && { requester_id: outer(news.requesterId) }),
          reason: news.reason,
          transferred_to: {
            ...(news.groupIds && { group_ids: news.groupIds }),
            ...(news.agentIds && { agent_ids: news.agentIds.map(outer) }),
          },
        },
      };
    case 'user-added':
      return {
        action: 'user_added_to_chat',
        payload: { ...about(news, outer), user: forCustomers.user(world, news.member) },
      };
    case 'user-removed':
      return { action: 'user_removed_from_chat', payload: { ...about(news, outer), user_id: outer(news.member.id) } };
    case 'event-added': {
      const { chatId, threadId, event } = news;
      const payload = { chat_id: chatId, thread_id: threadId, event: forCustomers.event(world, event) };
      return { action: 'incoming_event', payload };
    }
    case 'event-deleted': {
      const { chatId, threadId, event } = news;
      return { action: 'event_deleted', payload: { chat_id: chatId, thread_id: threadId, event_id: event.id } };
    }
    case 'seen': {
      const payload = { user_id: outer(news.userId), chat_id: news.chatId, seen_up_to: news.upTo };
      return { action: 'events_marked_as_seen', payload };
    }
    case 'typing': {
      const { chatId, threadId, authorId, visibility, at, isTyping } = news;
      const indicator = { author_id: outer(authorId), recipients: visibility, timestamp: at, is_typing: isTyping };
      const payload = { chat_id: chatId, thread_id: threadId, typing_indicator: indicator };
      return { action: 'incoming_typing_indicator', payload };
    }
    case 'customer-changed':
      return { action: 'customer_updated', payload: { id: news.customerId, ...customerChanges(news.changes) } };
    case 'side-storage':
      return { action: 'customer_side_storage_updated', payload: { customer_side_storage: news.storage } };
    case 'group-statuses': {
      const groups = news.groups.map(({ id, status }) => ({ id, status: groupStatus(status) }));
      return { action: 'groups_status_updated', payload: { groups } };
    }
    default:
      return undefined;
  }
}

function writeProperties(news: News): Push | undefined {
  if (news.news !== 'properties-set' && news.news !== 'properties-deleted') return undefined;
  const isSet = news.news === 'properties-set';
  const properties = isSet ? forCustomers.readableProperties(news.properties) : forCustomers.readableNames(news.names);
  if (Object.keys(properties).length === 0) return undefined;
  return propertiesPush(news, isSet, properties);
}

export function propertiesPush(
  { chatId, threadId, eventId }: Extract<News, { news: 'properties-set' | 'properties-deleted' }>,
  isSet: boolean,
  properties: object,
): Push {
  const place = eventId !== undefined ? 'event' : threadId !== undefined ? 'thread' : 'chat';
  return {
    action: `${place}_properties_${isSet ? 'updated' : 'deleted'}`,
    payload: {
      chat_id: chatId,
      ...(threadId !== undefined && { thread_id: threadId }),
      ...(eventId !== undefined && { event_id: eventId }),
      properties,
    },
  };
}

function about(news: Extract<News, { news: 'user-added' | 'user-removed' }>, outer: (id: string) => string) {
  return {
    chat_id: news.chatId,
    ...(news.threadId !== undefined && { thread_id: news.threadId }),
    reason: news.reason,
    ...(news.requesterId !== undefined && { requester_id: outer(news.requesterId) }),
  };
}
