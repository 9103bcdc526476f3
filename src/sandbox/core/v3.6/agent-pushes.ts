import { canSee, monitors } from '../audience';
import type { News } from '../news';
import type { Push } from '../turns';
import type { AgentViewer } from '../viewer';
import type { World } from '../world';
import { customerChanges } from './customer-changes';
import { propertiesPush } from './customer-pushes';
import * as forAgents from './for-agents';
import { inThread, movedQueue, postback, push, queue, summary, thinking } from './push-parts';

/** What an agent's connection is told, in the words of v3.6. */
export function writeAgentPush(world: World, viewer: AgentViewer, news: News): Push | undefined {
  switch (news.news) {
    case 'chat-arrived': {
      const { chatId, requesterId, transferredFrom: from } = news;
      return push('incoming_chat', {
        ...(requesterId !== undefined && { requester_id: requesterId }),
        chat: forAgents.chatWithThread(world, world.store.chat(chatId), viewer.agentId),
        ...(from && { transferred_from: { group_ids: from.groupIds, agent_ids: from.agentIds } }),
      });
    }
    case 'chat-deactivated': {
      const by = news.userId === undefined ? {} : { user_id: news.userId };
      return push('chat_deactivated', { ...inThread(news), ...by });
    }
    case 'chat-transferred':
      return push('chat_transferred', {
        ...inThread(news),
        ...(news.requesterId !== undefined && { requester_id: news.requesterId }),
        reason: news.reason,
        transferred_to: {
          ...(news.groupIds && { group_ids: news.groupIds }),
          ...(news.agentIds && { agent_ids: news.agentIds }),
        },
        ...(news.queue && { queue: queue(news.queue) }),
      });
    case 'access-set':
      return push('chat_access_updated', { id: news.chatId, access: { group_ids: news.groupIds } });
    case 'unfollowed':
      return push('chat_unfollowed', { chat_id: news.chatId });
    case 'user-added':
      return push('user_added_to_chat', { ...about(news), user: forAgents.user(world, news.member) });
    case 'user-removed':
      return push('user_removed_from_chat', { ...about(news), user_id: news.member.id });
    case 'event-added':
      return push('incoming_event', { ...inThread(news), event: forAgents.event(news.event) });
    case 'event-deleted':
      return push('event_deleted', { ...inThread(news), event_id: news.event.id });
    case 'event-updated':
      return push('event_updated', { ...inThread(news), event: forAgents.event(news.event) });
    case 'postback-sent': {
      const about = { user_id: news.userId, ...inThread(news), event_id: news.eventId };
      return push('incoming_rich_message_postback', { ...about, postback: postback(news.postback) });
    }
    case 'properties-set':
      return propertiesPush(news, true, news.properties);
    case 'properties-deleted':
      return propertiesPush(news, false, news.names);
    case 'tag-set':
      return push(news.isSet ? 'thread_tagged' : 'thread_untagged', { ...inThread(news), tag: news.tag });
    case 'seen':
      return push('events_marked_as_seen', { user_id: news.userId, chat_id: news.chatId, seen_up_to: news.upTo });
    case 'typing': {
      const { authorId, visibility, at, isTyping } = news;
      const indicator = { author_id: authorId, visibility, timestamp: at, is_typing: isTyping };
      return push('incoming_typing_indicator', { ...inThread(news), typing_indicator: indicator });
    }
    case 'sneak-peek': {
      const { authorId, text, at } = news;
      return push('incoming_sneak_peek', {
        ...inThread(news),
        sneak_peek: { author_id: authorId, text, timestamp: at },
      });
    }
    case 'thinking':
      return push('incoming_thinking_indicator', thinking(news, news.authorId));
    case 'summary-set':
      return push('thread_summary_set', { ...inThread(news), summary: summary(news.summary) });
    case 'summary-failed':
      return push('incoming_error', { action: 'set_thread_summary', ...inThread(news) });
    case 'thread-deleted':
      return push('thread_deleted', inThread(news));
    case 'chat-deleted':
      return push('chat_deleted', { chat_id: news.chatId });
    default:
      return writeOutsideChats(world, viewer, news);
  }
}

function writeOutsideChats(world: World, viewer: AgentViewer, news: News): Push | undefined {
  switch (news.news) {
    case 'customer-changed':
      return push('customer_updated', { id: news.customerId, type: 'customer', ...customerChanges(news.changes) });
    case 'customer-arrived':
      return push('incoming_customer', forAgents.customer(world, world.store.customer(news.customerId)));
    case 'customer-left':
      return push('customer_left', { id: news.customerId, left_at: news.at });
    case 'page-viewed': {
      const { customerId, at, url, title } = news;
      const visit = world.store.customer(customerId).visits;
      const payload = { customer_id: customerId, visit_id: visit, opened_at: at, url, title: title ?? '' };
      return push('customer_page_updated', payload);
    }
    case 'customers-listed': {
      const customers = [...world.store.customers.values()]
        .filter(({ id }) => world.visits.isOnline(id) && monitors(world, viewer, id))
        .map((customer) => forAgents.customer(world, customer));
      return push('incoming_customers', { customer_monitoring_level: viewer.monitoring, customers });
    }
    case 'customer-transferred': {
      const { customerId, groupIds } = news;
      return push('customer_transferred', { id: customerId, transferred_to: { group_ids: groupIds }, followed: false });
    }
    case 'customer-statistics': {
      const statistics = forAgents.statistics(world, world.store.customer(news.customerId));
      return push('customer_statistics_updated', { customer_id: news.customerId, statistics });
    }
    case 'customer-banned':
      return push('customer_banned', { customer_id: news.customerId, ban: { days: news.days } });
    case 'subscription-totals':
      return push('subscribed_customers_totals_updated', news.totals);
    case 'queue-moved': {
      const places = news.places
        .filter(({ chatId }) => canSee(world, viewer.agentId, world.store.chat(chatId)))
        .map((place) => ({ ...inThread(place), queue: movedQueue(place.queue) }));
      return push('queue_positions_updated', places);
    }
    case 'account-changed':
      return push(news.change, news.payload);
    case 'routing-status':
      return push('routing_status_set', { agent_id: news.agentId, status: news.status });
    case 'group-statuses': {
      const groups = news.groups
        .filter(({ id }) => world.roster.hasAccess(viewer.agentId, [id]))
        .map(({ id, status }) => ({ id, status }));
      return push('groups_status_updated', { groups });
    }
    case 'multicast': {
      const { authorId, content, type } = news;
      const by = authorId === undefined ? {} : { author_id: authorId };
      return push('incoming_multicast', { ...by, content, ...(type !== undefined && { type }) });
    }
    default:
      return undefined;
  }
}

const about = (news: Extract<News, { news: 'user-added' | 'user-removed' }>) => ({
  ...inThread(news),
  reason: news.reason,
  ...(news.requesterId !== undefined && { requester_id: news.requesterId }),
});
