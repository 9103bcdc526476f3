import type { News } from '../news';
import type { Push } from '../turns';
import type { CustomerViewer } from '../viewer';
import type { World } from '../world';
import { customerChanges } from './customer-changes';
import * as forCustomers from './for-customers';
import { greeting, welcomeMessage } from './greeting-for-customers';
import { propertiesPush } from './properties-push';
import { inThread, movedQueue, postback, thinking, queue as writeQueue } from './push-parts';
import { groupStatus } from './statuses';

export { propertiesPush } from './properties-push';

type Kind = News['news'];
type Told<K extends Kind> = Extract<News, { readonly news: K }>;
type Writer<K extends Kind> = (world: World, news: Told<K>, viewer: CustomerViewer) => Push | undefined;

const asker = (world: World, id: string | undefined) =>
  id === undefined ? {} : { requester_id: forCustomers.userId(world, id) };

/** One for each kind of news that customers hear; `action` is the push of v3.6. */
const writers: { readonly [K in Kind]?: Writer<K> } = {
  'chat-arrived'(world, { chatId, requesterId, transferredFrom }) {
    const { thread, ...chat } = forCustomers.chatWithThread(world, world.store.chat(chatId));
    if (!thread) return undefined;
    const from = transferredFrom && {
      group_ids: transferredFrom.groupIds,
      agent_ids: transferredFrom.agentIds.map((id) => forCustomers.userId(world, id)),
    };
    const whole = { ...chat, thread, ...(from && { transferred_from: from }) };
    return { action: 'incoming_chat', payload: { ...asker(world, requesterId), chat: whole } };
  },
  'chat-deactivated'(world, { userId, ...news }) {
    const by = userId === undefined ? {} : { user_id: forCustomers.userId(world, userId) };
    return { action: 'chat_deactivated', payload: { ...inThread(news), ...by } };
  },
  'chat-transferred'(world, { requesterId, reason, groupIds, agentIds, queue, ...news }) {
    const target = {
      ...(groupIds && { group_ids: groupIds }),
      ...(agentIds && { agent_ids: agentIds.map((id) => forCustomers.userId(world, id)) }),
    };
    return {
      action: 'chat_transferred',
      payload: {
        ...inThread(news),
        ...asker(world, requesterId),
        reason,
        transferred_to: target,
        ...(queue && { queue: writeQueue(queue) }),
      },
    };
  },
  'user-added': (world, news) => ({
    action: 'user_added_to_chat',
    payload: {
      ...inThread(news),
      user: forCustomers.user(world, news.member),
      reason: news.reason,
      ...asker(world, news.requesterId),
    },
  }),
  'user-removed': (world, news) => ({
    action: 'user_removed_from_chat',
    payload: {
      ...inThread(news),
      user_id: forCustomers.userId(world, news.member.id),
      reason: news.reason,
      ...asker(world, news.requesterId),
    },
  }),
  'event-added': (world, news) => ({
    action: 'incoming_event',
    payload: { ...inThread(news), event: forCustomers.event(world, news.event) },
  }),
  'event-updated': (world, news) => ({
    action: 'event_updated',
    payload: { ...inThread(news), event: forCustomers.event(world, news.event) },
  }),
  'event-deleted': (_, news) => ({ action: 'event_deleted', payload: { ...inThread(news), event_id: news.event.id } }),
  preview: (world, { authorId, at, text, customId, ...news }) => ({
    action: 'incoming_event_preview',
    payload: {
      ...inThread(news),
      event: {
        created_at: at,
        type: 'message',
        text,
        author_id: forCustomers.userId(world, authorId),
        ...(customId !== undefined && { custom_id: customId }),
      },
    },
  }),
  thinking: (world, news) => ({
    action: 'incoming_thinking_indicator',
    payload: thinking(news, forCustomers.userId(world, news.authorId)),
  }),
  typing: (world, { authorId, visibility, at, isTyping, ...news }) => ({
    action: 'incoming_typing_indicator',
    payload: {
      ...inThread(news),
      typing_indicator: {
        author_id: forCustomers.userId(world, authorId),
        recipients: visibility,
        timestamp: at,
        is_typing: isTyping,
      },
    },
  }),
  'postback-sent': (world, { userId, eventId, postback: pressed, ...news }) => ({
    action: 'incoming_rich_message_postback',
    payload: {
      user_id: forCustomers.userId(world, userId),
      ...inThread(news),
      event_id: eventId,
      postback: postback(pressed),
    },
  }),
  'properties-set'(_, news) {
    const properties = forCustomers.readableProperties(news.properties);
    return Object.keys(properties).length > 0 ? propertiesPush(news, true, properties) : undefined;
  },
  'properties-deleted'(_, news) {
    const names = forCustomers.readableNames(news.names);
    return Object.keys(names).length > 0 ? propertiesPush(news, false, names) : undefined;
  },
  seen: (world, { userId, chatId, upTo }) => ({
    action: 'events_marked_as_seen',
    payload: { user_id: forCustomers.userId(world, userId), chat_id: chatId, seen_up_to: upTo },
  }),
  'queue-moved'(world, { places }, { customerId }) {
    const own = places.find(({ chatId }) => world.store.chat(chatId).customerId === customerId);
    if (!own) return undefined;
    return { action: 'queue_position_updated', payload: { ...inThread(own), queue: movedQueue(own.queue) } };
  },
  'customer-changed': (_, { customerId, changes }) => ({
    action: 'customer_updated',
    payload: { id: customerId, ...customerChanges(changes) },
  }),
  'side-storage': (_, { storage }) => ({
    action: 'customer_side_storage_updated',
    payload: { customer_side_storage: storage },
  }),
  'group-statuses': (_, { groups }) => ({
    action: 'groups_status_updated',
    payload: { groups: groups.map(({ id, status, isForQueue }) => ({ id, status: groupStatus(status, isForQueue) })) },
  }),
  'greeting-sent': (world, news) => ({ action: 'incoming_greeting', payload: greeting(world, news.greeting) }),
  'greeting-accepted': (_, { uniqueId }) => ({ action: 'greeting_accepted', payload: { unique_id: uniqueId } }),
  'greeting-canceled': (_, { uniqueId }) => ({ action: 'greeting_canceled', payload: { unique_id: uniqueId } }),
  'welcome-message': (world, { message }) => ({
    action: 'incoming_welcome_message',
    payload: welcomeMessage(world, message),
  }),
  multicast: (world, { authorId, type, content }) => ({
    action: 'incoming_multicast',
    payload: {
      ...(authorId !== undefined && { author_id: forCustomers.userId(world, authorId) }),
      ...(type !== undefined && { type }),
      content,
    },
  }),
};

/** What a customer's connection is told, in the words of v3.6. Undefined: there is nothing left to say. */
export function writeCustomerPush(world: World, viewer: CustomerViewer, news: News): Push | undefined {
  // The writer under the name of a kind takes that kind: the compiler cannot see it for all of them at once.
  const write = writers[news.news] as Writer<Kind> | undefined;
  return write?.(world, news, viewer);
}
