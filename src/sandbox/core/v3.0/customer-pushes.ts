import type { News } from '../news';
import type { Push } from '../turns';
import { readableNames, readableProperties } from '../v3.6/for-customers';
import type { CustomerViewer } from '../viewer';
import type { World } from '../world';
import * as pushes from './chat-pushes';
import { inThread, push } from './chat-pushes';
import { isKnown } from './event';
import * as forCustomers from './for-customers';
import { toSeconds, wrap } from './values';

/** What a customer's connection is told, in the words of v3.0. Undefined: it has none for that. */
export function writeCustomerPush(
  world: World,
  viewer: CustomerViewer,
  news: News,
): Push | readonly Push[] | undefined {
  switch (news.news) {
    case 'chat-arrived': {
      const chat = world.store.chat(news.chatId);
      const last = chat.threads.at(-1);
      if (!last) return undefined;
      const thread = forCustomers.thread(world, chat, last);
      return push('incoming_chat_thread', { chat: { ...forCustomers.chat(world, chat), thread } });
    }
    case 'chat-deactivated':
      return pushes.threadClosed(news);
    case 'chat-transferred': {
      const target = pushes.chatTransferred(news);
      return target && push('chat_transferred', { ...inThread(news), ...target });
    }
    case 'access-set':
      return news.change ? undefined : pushes.accessPush(news);
    case 'user-added':
      return pushes.userAdded(news, forCustomers.user(world, news.member));
    case 'user-removed':
      return pushes.userRemoved(news);
    case 'event-added':
    case 'event-updated': {
      // Their own word to agents only is told as well: it is the answer to it.
      const isOwn = news.event.authorId === viewer.customerId;
      const isTold = isKnown(news.event) && (isOwn || forCustomers.isTold(news.event));
      return isTold ? pushes.eventPush(news, forCustomers.event(news.event)) : undefined;
    }
    case 'postback-sent':
      return pushes.postbackPush(news);
    case 'typing': {
      const { authorId, at, isTyping } = news;
      const typing_indicator = { author_id: authorId, timestamp: at, is_typing: isTyping };
      return push('incoming_typing_indicator', { ...inThread(news), typing_indicator });
    }
    case 'seen': {
      const threadId = world.store.chat(news.chatId).threads.at(-1)?.id;
      return push('last_seen_timestamp_updated', {
        user_id: news.userId,
        ...inThread({ chatId: news.chatId, ...(threadId !== undefined && { threadId }) }),
        timestamp: toSeconds(news.upTo),
      });
    }
    case 'properties-set':
      return pushes.propertiesPush(news, wrap(readableProperties(news.properties)));
    case 'properties-deleted':
      return pushes.propertiesPush(news, readableNames(news.names));
    case 'queue-moved': {
      const own = world.store.chatOfCustomer.get(viewer.customerId)?.id;
      return news.places.filter(({ chatId }) => chatId === own).map(pushes.queuePush);
    }
    default:
      return writeOutsideChats(world, news);
  }
}

function writeOutsideChats(world: World, news: News): Push | undefined {
  switch (news.news) {
    case 'customer-changed':
      return push('customer_updated', { customer: forCustomers.wholeCustomer(world, news.customerId) });
    case 'page-viewed': {
      const { url, title, at } = news;
      return push('customer_page_updated', { url, ...(title !== undefined && { title }), timestamp: toSeconds(at) });
    }
    case 'side-storage':
      return push('customer_side_storage_updated', { customer_side_storage: news.storage });
    case 'multicast': {
      const { authorId, content } = news;
      return push('incoming_multicast', { ...(authorId !== undefined && { author_id: authorId }), content });
    }
    default:
      return undefined;
  }
}
