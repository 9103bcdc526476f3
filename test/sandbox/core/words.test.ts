import { describe, expect, it } from 'vitest';
import { chooseSettings } from '../../../src/sandbox/core/index';
import type { News, NewsKind } from '../../../src/sandbox/core/news';
import type { Side } from '../../../src/sandbox/core/side';
import { agentSides, customerSides } from '../../../src/sandbox/core/sides';
import type { AgentViewer, CustomerViewer, Viewer } from '../../../src/sandbox/core/viewer';
import { World } from '../../../src/sandbox/core/world';
import { sandboxClock, sandboxRandom } from '../../support/sandbox-clock';

const AT = '2026-03-02T14:00:00.000000Z';
const [CUSTOMER, CHAT, THREAD] = ['c', 'CHAT', 'THREAD'];
const AGENT = 'mara@harbour.example';

const inChat = { chatId: CHAT };
const inThread = { ...inChat, threadId: THREAD };
const queue = { position: 2, waitSeconds: 60, queuedAt: AT };

function preparedWorld(): World {
  const report = (error: unknown) => {
    throw error;
  };
  const world = new World({ clock: sandboxClock(), random: sandboxRandom(), settings: chooseSettings(), report });
  const message = { id: `${THREAD}_1`, createdAt: AT, type: 'message', authorId: CUSTOMER, visibility: 'all' as const };
  world.turn(() =>
    world.commit(
      { fact: 'customer-created', at: AT, id: CUSTOMER },
      { fact: 'chat-created', ...inChat, customerId: CUSTOMER },
      { fact: 'thread-opened', at: AT, ...inThread, active: true },
      { fact: 'member-set', ...inChat, id: CUSTOMER, type: 'customer', present: true, visibility: 'all' },
      { fact: 'member-set', ...inChat, id: AGENT, type: 'agent', present: true, visibility: 'all' },
      { fact: 'event-added', ...inThread, event: { ...message, body: { text: 'x' } } },
    ),
  );
  return world;
}

type Samples = { readonly [K in NewsKind]: Extract<News, { readonly news: K }> };

function samples(world: World): Samples {
  const [event] = world.store.thread(CHAT, THREAD).events;
  const member = world.store.chat(CHAT).members.get(AGENT);
  if (!event || !member) throw new Error('The world is not prepared');
  const author = { authorId: 'theo@harbour.example', visibility: 'all' } as const;
  const user = { ...inThread, member, reason: 'manual' };
  const place = { ...inThread, properties: { test: { flag: true } } };
  const greeting = {
    templateId: 1,
    uniqueId: 'g',
    at: AT,
    agentId: AGENT,
    isExitIntent: false,
    type: 'message',
    body: { text: 'x' },
    accepted: false,
    clicked: new Set<string>(),
  };
  const about = { customerId: CUSTOMER };
  return {
    'chat-arrived': { news: 'chat-arrived', ...inChat },
    'chat-deactivated': { news: 'chat-deactivated', ...inThread },
    'chat-transferred': { news: 'chat-transferred', ...inThread, requesterId: AGENT, reason: 'manual', groupIds: [0] },
    'access-set': { news: 'access-set', ...inChat, groupIds: [0] },
    unfollowed: { news: 'unfollowed', ...inChat, agentId: AGENT },
    'user-added': { news: 'user-added', ...user },
    'user-removed': { news: 'user-removed', ...user },
    'event-added': { news: 'event-added', ...inThread, event },
    'event-deleted': { news: 'event-deleted', ...inThread, event },
    'event-updated': { news: 'event-updated', ...inThread, event },
    preview: { news: 'preview', ...inThread, authorId: AGENT, at: AT, text: 'x' },
    'properties-set': { news: 'properties-set', ...place },
    'properties-deleted': { news: 'properties-deleted', ...inThread, names: { test: ['flag'] } },
    'tag-set': { news: 'tag-set', ...inThread, tag: 'x', isSet: true },
    seen: { news: 'seen', ...inChat, userId: CUSTOMER, upTo: AT },
    typing: { news: 'typing', ...inThread, ...author, isTyping: true, at: 1 },
    thinking: { news: 'thinking', ...inThread, ...author, at: AT },
    'summary-set': { news: 'summary-set', ...inThread, summary: { status: 'ok', text: 'x', updatedAt: AT } },
    'summary-failed': { news: 'summary-failed', ...inThread },
    'thread-deleted': { news: 'thread-deleted', ...inThread },
    'chat-deleted': { news: 'chat-deleted', ...inChat, groupIds: [0] },
    'queue-moved': { news: 'queue-moved', places: [{ ...inThread, queue }] },
    'sneak-peek': { news: 'sneak-peek', ...inThread, authorId: CUSTOMER, text: 'x', at: 1 },
    'customer-changed': { news: 'customer-changed', ...about, changes: { name: 'x' } },
    'customer-created': { news: 'customer-created', ...about },
    'customer-arrived': { news: 'customer-arrived', ...about },
    'customer-left': { news: 'customer-left', ...about, at: AT },
    'customer-transferred': { news: 'customer-transferred', ...about, wasIn: 0, groupIds: [3] },
    'customer-statistics': { news: 'customer-statistics', ...about },
    'customer-banned': { news: 'customer-banned', ...about, days: 1 },
    'page-viewed': { news: 'page-viewed', ...about, url: 'https://harbour.example/', at: AT },
    'side-storage': { news: 'side-storage', ...about, storage: {} },
    'postback-sent': {
      news: 'postback-sent',
      ...inThread,
      userId: CUSTOMER,
      eventId: event.id,
      postback: { id: 'p', toggled: true, more: {} },
    },
    'greeting-sent': { news: 'greeting-sent', ...about, greeting },
    'greeting-accepted': { news: 'greeting-accepted', ...about, uniqueId: 'g' },
    'greeting-canceled': { news: 'greeting-canceled', ...about, uniqueId: 'g' },
    'welcome-message': { news: 'welcome-message', ...about, message: { id: 'w', at: AT, agentId: AGENT, text: 'x' } },
    'customers-listed': { news: 'customers-listed', agentId: AGENT },
    'subscription-totals': { news: 'subscription-totals', totals: {} },
    'routing-status': { news: 'routing-status', agentId: AGENT, status: 'accepting_chats' },
    'group-statuses': { news: 'group-statuses', groups: [{ id: 0, status: 'accepting_chats' }] },
    'account-changed': { news: 'account-changed', change: 'tag_created', payload: {} },
    multicast: { news: 'multicast', agentIds: new Set([AGENT]), customerIds: new Set([CUSTOMER]), content: {} },
  };
}

type Word = string | null;

/** How each is said: to customers and agents in v3.0, then in v3.6. Null: there is no word for it. */
const WORDS: { readonly [K in NewsKind]: readonly [Word, Word, Word, Word] } = {
  'chat-arrived': ['incoming_chat_thread', 'incoming_chat_thread', 'incoming_chat', 'incoming_chat'],
  'chat-deactivated': ['thread_closed', 'thread_closed', 'chat_deactivated', 'chat_deactivated'],
  'chat-transferred': ['chat_transferred', 'chat_transferred', 'chat_transferred', 'chat_transferred'],
  'access-set': ['access_set', 'access_set', null, 'chat_access_updated'],
  unfollowed: [null, null, null, 'chat_unfollowed'],
  'user-added': ['chat_user_added', 'chat_user_added', 'user_added_to_chat', 'user_added_to_chat'],
  'user-removed': ['chat_user_removed', 'chat_user_removed', 'user_removed_from_chat', 'user_removed_from_chat'],
  'event-added': ['incoming_event', 'incoming_event', 'incoming_event', 'incoming_event'],
  'event-deleted': [null, null, 'event_deleted', 'event_deleted'],
  'event-updated': ['event_updated', 'event_updated', 'event_updated', 'event_updated'],
  preview: [null, null, 'incoming_event_preview', null],
  'properties-set': [
    'chat_thread_properties_updated',
    'chat_thread_properties_updated',
    'thread_properties_updated',
    'thread_properties_updated',
  ],
  'properties-deleted': [
    'chat_thread_properties_deleted',
    'chat_thread_properties_deleted',
    'thread_properties_deleted',
    'thread_properties_deleted',
  ],
  'tag-set': [null, 'chat_thread_tagged', null, 'thread_tagged'],
  seen: [
    'last_seen_timestamp_updated',
    'last_seen_timestamp_updated',
    'events_marked_as_seen',
    'events_marked_as_seen',
  ],
  typing: [
    'incoming_typing_indicator',
    'incoming_typing_indicator',
    'incoming_typing_indicator',
    'incoming_typing_indicator',
  ],
  thinking: [null, null, 'incoming_thinking_indicator', 'incoming_thinking_indicator'],
  'summary-set': [null, null, null, 'thread_summary_set'],
  'summary-failed': [null, null, null, 'incoming_error'],
  'thread-deleted': [null, null, null, 'thread_deleted'],
  'chat-deleted': [null, null, null, 'chat_deleted'],
  'queue-moved': [
    'chat_thread_properties_updated',
    'chat_thread_properties_updated',
    'queue_position_updated',
    'queue_positions_updated',
  ],
  'sneak-peek': [null, 'incoming_sneak_peek', null, 'incoming_sneak_peek'],
  'customer-changed': ['customer_updated', 'customer_updated', 'customer_updated', 'customer_updated'],
  'customer-created': [null, 'customer_created', null, null],
  'customer-arrived': [null, 'customer_visit_started', null, 'incoming_customer'],
  'customer-left': [null, 'customer_visit_ended', null, 'customer_left'],
  'customer-transferred': [null, null, null, 'customer_transferred'],
  'customer-statistics': [null, null, null, 'customer_statistics_updated'],
  'customer-banned': [null, 'customer_banned', null, 'customer_banned'],
  'page-viewed': ['customer_page_updated', 'customer_page_updated', null, 'customer_page_updated'],
  'side-storage': ['customer_side_storage_updated', null, 'customer_side_storage_updated', null],
  'postback-sent': [
    'incoming_rich_message_postback',
    'incoming_rich_message_postback',
    'incoming_rich_message_postback',
    'incoming_rich_message_postback',
  ],
  'greeting-sent': [null, null, 'incoming_greeting', null],
  'greeting-accepted': [null, null, 'greeting_accepted', null],
  'greeting-canceled': [null, null, 'greeting_canceled', null],
  'welcome-message': [null, null, 'incoming_welcome_message', null],
  'customers-listed': [null, null, null, 'incoming_customers'],
  'subscription-totals': [null, null, null, 'subscribed_customers_totals_updated'],
  'routing-status': [null, 'agent_updated', null, 'routing_status_set'],
  'group-statuses': [null, null, 'groups_status_updated', 'groups_status_updated'],
  'account-changed': [null, null, null, 'tag_created'],
  multicast: ['incoming_multicast', 'incoming_multicast', 'incoming_multicast', 'incoming_multicast'],
};

const customer: CustomerViewer = {
  side: 'customer',
  customerId: CUSTOMER,
  clientId: 'app',
  token: 't',
  groupId: 0,
  pushes: 'all',
};
const agent: AgentViewer = { side: 'agent', agentId: AGENT, monitoring: 'online', isAway: false, pushes: 'all' };

function wordFor<V extends Viewer>(world: World, side: Side<V> | undefined, viewer: V, news: News): Word {
  const isRequester = news.news === 'customers-listed';
  // Only who loses sight of a customer hears that one, and ours does not.
  const isHeard = news.news === 'customer-transferred' || side?.hears(world, viewer, news, isRequester);
  if (!side || !isHeard) return null;
  return [side.write(world, viewer, news) ?? []].flat()[0]?.action ?? null;
}

describe('every news', () => {
  it.each(Object.keys(WORDS) as NewsKind[])('has its word in each version, or none: %s', (kind) => {
    const world = preparedWorld();
    const news = samples(world)[kind];
    expect([
      wordFor(world, customerSides.get('3.0'), customer, news),
      wordFor(world, agentSides.get('3.0'), agent, news),
      wordFor(world, customerSides.get('3.6'), customer, news),
      wordFor(world, agentSides.get('3.6'), agent, news),
    ]).toEqual(WORDS[kind]);
  });
});
