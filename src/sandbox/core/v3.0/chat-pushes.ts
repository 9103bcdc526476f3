import type { News, NewsKind } from '../news';
import type { Push } from '../turns';
import { queueProperties } from './queue';
import { wrap } from './values';

type Of<K extends NewsKind> = Extract<News, { readonly news: K }>;
type PropertyNews = Of<'properties-set' | 'properties-deleted'>;

/** Pushes that both sides of a chat hear in the same words. */

export const push = (action: string, payload: object): Push => ({ action, payload });

export const inThread = ({ chatId, threadId }: { readonly chatId: string; readonly threadId?: string }) => ({
  chat_id: chatId,
  ...(threadId !== undefined && { thread_id: threadId }),
});

export const threadClosed = (news: Of<'chat-deactivated'>): Push =>
  push('thread_closed', { ...inThread(news), ...(news.userId !== undefined && { user_id: news.userId }) });

/** Only what somebody asked for is called a transfer; what routing does shows in the users. */
export function chatTransferred({ requesterId, groupIds, agentIds }: Of<'chat-transferred'>): object | undefined {
  if (requesterId === undefined) return undefined;
  const target = groupIds ? { type: 'group', ids: groupIds } : { type: 'agent', ids: agentIds ?? [] };
  return { requester_id: requesterId, ...target };
}

export const userAdded = (news: Of<'user-added'>, user: object): Push =>
  push('chat_user_added', { ...inThread(news), user, user_type: news.member.type });

export const userRemoved = (news: Of<'user-removed'>): Push =>
  push('chat_user_removed', { ...inThread(news), user_id: news.member.id, user_type: news.member.type });

/** Events of later versions are not told; undefined then. */
export const eventPush = (news: Of<'event-added' | 'event-updated'>, event: object): Push =>
  push(news.news === 'event-added' ? 'incoming_event' : 'event_updated', { ...inThread(news), event });

export const postbackPush = (news: Of<'postback-sent'>): Push =>
  push('incoming_rich_message_postback', {
    user_id: news.userId,
    ...inThread(news),
    event_id: news.eventId,
    postback: { id: news.postback.id, toggled: news.postback.toggled },
  });

/** `properties` are what the hearer may read of the news. */
export function propertiesPush({ news, eventId, ...place }: PropertyNews, properties: object): Push | undefined {
  if (Object.keys(properties).length === 0) return undefined;
  const where = eventId !== undefined ? 'event' : place.threadId !== undefined ? 'chat_thread' : 'chat';
  return push(`${where}_properties_${news === 'properties-set' ? 'updated' : 'deleted'}`, {
    ...inThread(place),
    ...(eventId !== undefined && { event_id: eventId }),
    properties,
  });
}

/** A place in the queue is a property of the thread. */
export const queuePush = ({ queue, ...place }: Of<'queue-moved'>['places'][number]): Push =>
  push('chat_thread_properties_updated', {
    ...inThread(place),
    properties: wrap({ lc2: queueProperties(queue) }),
  });

export const accessPush = (news: Of<'access-set'>): Push =>
  push(`access_${news.change?.kind ?? 'set'}`, {
    resource: 'chat',
    id: news.chatId,
    access: { group_ids: news.change?.groupIds ?? news.groupIds },
  });
