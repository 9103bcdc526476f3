import { canSee } from '../audience';
import type { News } from '../news';
import type { Push } from '../turns';
import type { AgentViewer } from '../viewer';
import type { World } from '../world';
import * as pushes from './chat-pushes';
import { inThread, push } from './chat-pushes';
import { isKnown } from './event';
import * as forAgents from './for-agents';
import { toSeconds, wrap } from './values';

/** What an agent's connection is told, in the words of v3.0. Undefined: it has none for that. */
export function writeAgentPush(world: World, { agentId }: AgentViewer, news: News): Push | readonly Push[] | undefined {
  switch (news.news) {
    case 'chat-arrived': {
      const chat = world.store.chat(news.chatId);
      return push('incoming_chat_thread', { chat: forAgents.arrivingChat(world, chat, agentId) });
    }
    case 'chat-deactivated':
      return pushes.threadClosed(news);
    case 'chat-transferred': {
      const target = pushes.chatTransferred(news);
      return target && push('chat_transferred', { chat_id: news.chatId, ...target });
    }
    case 'access-set':
      return pushes.accessPush(news);
    case 'user-added':
      return pushes.userAdded(news, forAgents.user(world, news.member));
    case 'user-removed':
      return pushes.userRemoved(news);
    case 'event-added':
    case 'event-updated':
      return isKnown(news.event) ? pushes.eventPush(news, forAgents.event(news.event)) : undefined;
    case 'postback-sent':
      return pushes.postbackPush(news);
    case 'properties-set':
      return pushes.propertiesPush(news, wrap(news.properties));
    case 'properties-deleted':
      return pushes.propertiesPush(news, news.names);
    case 'queue-moved':
      return news.places.filter(({ chatId }) => canSee(world, agentId, world.store.chat(chatId))).map(pushes.queuePush);
    case 'tag-set':
      return push(`chat_thread_${news.isSet ? 'tagged' : 'untagged'}`, { ...inThread(news), tag: news.tag });
    case 'seen': {
      const { userId, chatId, upTo } = news;
      return push('last_seen_timestamp_updated', { user_id: userId, chat_id: chatId, timestamp: toSeconds(upTo) });
    }
    case 'typing': {
      const { authorId, visibility, at, isTyping } = news;
      const typing_indicator = { author_id: authorId, recipients: visibility, timestamp: at, is_typing: isTyping };
      return push('incoming_typing_indicator', { ...inThread(news), typing_indicator });
    }
    case 'sneak-peek': {
      const sneak_peek = { author_id: news.authorId, recipients: 'agents', timestamp: news.at, text: news.text };
      return push('incoming_sneak_peek', { ...inThread(news), sneak_peek });
    }
    default:
      return writeOutsideChats(world, news);
  }
}

function writeOutsideChats(world: World, news: News): Push | undefined {
  switch (news.news) {
    case 'customer-created': {
      const { statistics: _, ...customer } = forAgents.customer(world, world.store.customer(news.customerId));
      return push('customer_created', { customer });
    }
    case 'customer-changed':
      return push('customer_updated', changedCustomer(world, news.customerId));
    case 'customer-arrived':
      return push('customer_visit_started', { ...inVisit(world, news), ...startedVisit(world, news.customerId) });
    case 'customer-left':
      return push('customer_visit_ended', { ...inVisit(world, news), ended_at: news.at });
    case 'page-viewed': {
      const { customerId, at, url, title } = news;
      const referrer = world.visits.get(customerId)?.referrer;
      return push('customer_page_updated', {
        ...inVisit(world, news),
        opened_at: at,
        url,
        title: title ?? '',
        ...(referrer !== undefined && { referrer }),
      });
    }
    case 'customer-banned':
      return push('customer_banned', { customer_id: news.customerId, ban: { days: news.days } });
    case 'routing-status': {
      // There was no third word: who is away takes no chats.
      const routing_status = news.status === 'offline' ? 'not_accepting_chats' : news.status;
      return push('agent_updated', { agent_id: news.agentId, routing_status });
    }
    case 'multicast': {
      const { authorId, content, type } = news;
      const author = authorId === undefined ? {} : { author_id: authorId };
      return push('incoming_multicast', { ...author, content, ...(type !== undefined && { type }) });
    }
    default:
      return undefined;
  }
}

const inVisit = (world: World, { customerId }: { readonly customerId: string }) => ({
  customer_id: customerId,
  visit_id: world.store.customer(customerId).visits,
});

/** A visit as it is in the picture of the customer, without its pages. */
function startedVisit(world: World, customerId: string): object {
  const { last_visit } = forAgents.customer(world, world.store.customer(customerId));
  const { last_pages: _, referrer: __, ...started } = (last_visit ?? {}) as { readonly [field: string]: unknown };
  return started;
}

function changedCustomer(world: World, customerId: string): object {
  const record = world.store.customer(customerId);
  const { id, type, name, email, avatar, fields } = forAgents.customer(world, record);
  const present = world.store.chatOfCustomer.get(customerId)?.members.get(customerId)?.present ?? false;
  const banned = record.ban !== undefined && record.ban.until > world.clock.now();
  return { id, type, name, email, avatar, present, banned, fields };
}
