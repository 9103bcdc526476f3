import { activeThread, takesPart } from './chats/look';
import type { News } from './news';
import type { Chat } from './store/model';
import type { AgentViewer, CustomerViewer } from './viewer';
import type { World } from './world';

/** Who hears what. The only place that knows; how things are said is decided elsewhere. */

export function customerHears(world: World, viewer: CustomerViewer, news: News, isRequester: boolean): boolean {
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
    case 'event-deleted':
      return news.event.visibility === 'all';
    case 'typing':
      return news.visibility === 'all';
    case 'seen':
      return world.store.chat(news.chatId).members.get(news.userId)?.visibility !== 'agents';
    case 'chat-deactivated':
    case 'chat-transferred':
    case 'properties-set':
    case 'properties-deleted':
      return true;
    case 'customer-changed':
    case 'side-storage':
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
    case 'chat-deactivated':
    case 'chat-transferred':
    case 'access-set':
    case 'user-added':
    case 'tag-set':
      return isNear(world, agentId, news.chatId);
    case 'user-removed':
      return news.member.id === agentId || isNear(world, agentId, news.chatId);
    case 'event-added':
    case 'event-deleted':
    case 'properties-set':
    case 'properties-deleted':
    case 'seen':
    case 'sneak-peek':
      return isInside(world, agentId, news.chatId);
    case 'typing':
      return news.authorId !== agentId && isInside(world, agentId, news.chatId);
    case 'unfollowed':
      return news.agentId === agentId && !isRequester;
    case 'customers-listed':
      return news.agentId === agentId && isRequester;
    case 'customer-arrived':
    case 'customer-left':
    case 'customer-changed':
    case 'page-viewed':
      return monitors(world, viewer, news.customerId);
    case 'routing-status':
    case 'group-statuses':
      return true;
    case 'multicast':
      return news.agentIds.has(agentId);
    case 'side-storage':
      return false;
  }
}

/** Levels go up: own chats, everybody in a chat, everybody on the site. */
export function monitors(world: World, { agentId, monitoring }: AgentViewer, customerId: string): boolean {
  if (monitoring === 'online' || monitoring === 'highest_available') return true;
  const chat = world.store.chatOfCustomer.get(customerId);
  if (!chat) return false;
  return monitoring === 'my' ? takesPart(chat, agentId) : activeThread(chat) !== undefined;
}

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
