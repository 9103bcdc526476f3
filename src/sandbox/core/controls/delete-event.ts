import type { Fields } from '../fields';
import type { World } from '../world';
import { findPlace } from './find';

/** Anybody's, as moderation does. */
export function deleteEvent(world: World, fields: Fields): void {
  const { chat, thread, event } = findPlace(world, fields);
  const place = { chatId: chat.id, threadId: thread.id };
  world.commit({ fact: 'event-deleted', ...place, eventId: event.id });
  world.tell({ news: 'event-deleted', ...place, event });
}
