import type { Fields } from '../fields';
import type { World } from '../world';
import { findPlace } from './find';

/** `event` holds the fields that are to be other ones; `text` is the short form for the one that mostly is. */
export function editEvent(world: World, fields: Fields): void {
  const { chat, thread, event } = findPlace(world, fields);
  const changes = fields.optionalObject('event')?.value ?? {};
  const text = fields.optionalString('text');
  const body = { ...event.body, ...changes, ...(text !== undefined && { text }) };
  const place = { chatId: chat.id, threadId: thread.id };
  world.commit({ fact: 'event-changed', ...place, eventId: event.id, body });
  const changed = thread.events.find(({ id }) => id === event.id);
  if (changed) world.tell({ news: 'event-updated', ...place, event: changed });
}
