import { activeThread, takesPart } from './chats/look';
import type { News } from './news';
import type { Chat } from './store/model';
import type { AgentViewer, CustomerViewer } from './viewer';
import type { World } from './world';

/** Who hears what. The only place that knows; how things are said is decided elsewhere. */

export function customerHears(world: World, viewer: CustomerViewer, news: News, isRequester: boolean): boolean {
  if (news.news === 'chat-deleted') return false;
  if ('chatId' in news && world.store.chat(news.chatId).customerId !== viewer.customerId) return false;
  switch (news.news) {
    case 'chat-arrived':
      return news.agentId === undefined;
    case 'user-added':
    case 'user-removed':
      return news.member.visibility === 'all';
    case 'event-added':
      // Their own word to agents only is answered, and not kept for them.
      return news.event.visibility === 'all' || (isRequester && news.event.authorId === viewer.customerId);
    case 'event-updated':
    case 'event-deleted':
      return news.event.visibility === 'all';
    case 'typing':
    case 'thinking':
      return news.visibility === 'all';
    case 'seen':
      return world.store.chat(news.chatId).members.get(news.userId)?.visibility !== 'agents';
    case 'chat-deactivated':
    case 'chat-transferred':
    case 'access-set':
    case 'properties-set':
    case 'properties-deleted':
      return true;
    case 'postback-sent':
    case 'preview':
      return true;
    case 'queue-moved':
      return news.places.some(({ chatId }) => world.store.chat(chatId).customerId === viewer.customerId);
    case 'multicast':
      return news.customerIds?.has(viewer.customerId) ?? false;
    case 'customer-changed':
    case 'page-viewed':
    case 'side-storage':
    case 'greeting-sent':
    case 'greeting-accepted':
    case 'greeting-canceled':
    case 'welcome-message':
      return news.customerId === viewer.customerId;
    case 'group-statuses':
      return true;
    default:
      return false;
  }
}

export function agentHears(world: World, viewer: AgentViewer, news: News, isRequester: boolean): boolean {
  const { agentId } = viewer;
  switch (news.news) {
    case 'chat-arrived':
      return news.agentId === undefined ? isNear(world, agentId, news.chatId) : news.agentId === agentId;
    case 'chat-transferred':
    case 'access-set':
      return isNear(world, agentId, news.chatId) || world.roster.hasAccess(agentId, news.wereIn ?? []);
    case 'chat-deactivated':
    case 'user-added':
    case 'tag-set':
    case 'summary-set':
    case 'summary-failed':
    case 'thread-deleted':
      return isNear(world, agentId, news.chatId);
    case 'user-removed':
      return news.member.id === agentId || isNear(world, agentId, news.chatId);
    case 'event-added':
    case 'event-updated':
    case 'event-deleted':
    case 'properties-set':
    case 'properties-deleted':
    case 'seen':
    case 'postback-sent':
    case 'sneak-peek':
      return isInside(world, agentId, news.chatId);
    case 'typing':
    case 'thinking':
      return news.authorId !== agentId && isInside(world, agentId, news.chatId);
    case 'unfollowed':
      return news.agentId === agentId && !isRequester;
    case 'customers-listed':
      return news.agentId === agentId && isRequester;
    case 'customer-arrived':
      return (
        monitors(world, viewer, news.customerId) &&
        !(news.wasIn !== undefined && monitors(world, viewer, news.customerId, [news.wasIn]))
      );
    case 'customer-transferred':
      return (
        monitors(world, viewer, news.customerId, [news.wasIn]) &&
        !monitors(world, viewer, news.customerId, news.groupIds)
      );
    case 'customer-left':
    case 'customer-statistics':
    case 'customer-changed':
    case 'page-viewed':
      return monitors(world, viewer, news.customerId);
    case 'group-statuses':
      return news.groups.some(({ id }) => world.roster.hasAccess(agentId, [id]));
    case 'routing-status':
    case 'account-changed':
    case 'customer-banned':
    case 'customer-created':
      return true;
    case 'queue-moved':
      return news.places.some(({ chatId }) => canSee(world, agentId, world.store.chat(chatId)));
    case 'chat-deleted':
      return world.roster.hasAccess(agentId, news.groupIds);
    case 'subscription-totals':
      return true;
    case 'multicast':
      return news.agentIds.has(agentId);
    case 'preview':
    case 'side-storage':
    case 'greeting-sent':
    case 'greeting-accepted':
    case 'greeting-canceled':
    case 'welcome-message':
      return false;
  }
}

/** Levels go up: own chats, everybody in a chat, who was invited to one, everybody on the site; all in own groups. */
export function monitors(world: World, viewer: AgentViewer, customerId: string, groupIds?: readonly number[]): boolean {
  const { agentId, monitoring } = viewer;
  const chat = world.store.chatOfCustomer.get(customerId);
  const isChatting = chat !== undefined && activeThread(chat) !== undefined;
  if (chat && isInside(world, agentId, chat.id)) return true;
  const groups = groupIds ?? (isChatting ? chat.groupIds : [world.visits.get(customerId)?.groupId ?? 0]);
  if (isSubscribed(viewer, groups)) return true;
  if (monitoring === 'my' || !world.roster.hasAccess(agentId, groups)) return false;
  if (monitoring === 'chatting') return isChatting;
  return monitoring !== 'invited' || isChatting || world.store.customers.get(customerId)?.greeting !== undefined;
}

const isSubscribed = ({ subscriptions = new Map() }: AgentViewer, groups: readonly number[]) =>
  [...subscriptions.values()].some(({ groupIds }) => groupIds.some((id: number) => id === 0 || groups.includes(id)));

/** In the chat, or following it. */
function isInside(world: World, agentId: string, chatId: string): boolean {
  const chat = world.store.chat(chatId);
  return takesPart(chat, agentId) || chat.followers.has(agentId);
}

/** Inside, or one who could be. */
function isNear(world: World, agentId: string, chatId: string): boolean {
  return isInside(world, agentId, chatId) || canSee(world, agentId, world.store.chat(chatId));
}

export function canSee(world: World, agentId: string, chat: Chat): boolean {
  return takesPart(chat, agentId) || world.roster.hasAccess(agentId, chat.groupIds);
}
