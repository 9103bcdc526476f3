import type { News } from '../news';
import type { Push } from '../turns';

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
