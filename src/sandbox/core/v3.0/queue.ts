import type { QueuePlace } from '../news';
import type { PlainProperties } from '../store/facts';
import type { Chat, Thread } from '../store/model';
import type { World } from '../world';

/** A place in the queue is told as properties of the thread. */
export const queueProperties = ({ position, waitSeconds }: QueuePlace) => ({
  queue_pos: position,
  queue_waiting_time: waitSeconds,
});

/** The properties of a thread with its place in the queue, if it waits. */
export function withQueue(world: World, chat: Chat, of: Thread, properties: PlainProperties): PlainProperties {
  const place = of.active ? world.queue.placeOf(chat) : undefined;
  return place ? { ...properties, lc2: { ...properties['lc2'], ...queueProperties(place) } } : properties;
}
