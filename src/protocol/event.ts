import type { ChatEvent, CustomId, EventId, ThreadId, UserId } from '../domain';
import type { Places } from './places';
import type { Reader } from './reader';

/**
 * Reads an event of any kind. Event, Customer Chat API v3.6 and v3.0.
 *
 * @throws {ProtocolError} when a field that every event must have is missing, or it is not for customers
 */
export function readEvent(from: Reader, threadId: ThreadId, places: Places): ChatEvent {
  return places.more(from, readKnown(from, threadId, places));
}

/** What every conversation needs. */
function readKnown(from: Reader, threadId: ThreadId, places: Places): ChatEvent {
  // Some samples of v3.6 print `visibility` where others print `recipients`.
  for (const key of ['recipients', 'visibility']) if (from.any(key) === 'agents') from.fail(key, 'all');
  const wireType = from.id('type');
  const base = {
    id: from.id<EventId>('id'),
    threadId,
    place: places.readPlace(from),
    customId: from.mayText<CustomId>('custom_id'),
  };
  switch (wireType) {
    case 'message':
      return { ...base, kind: 'message', authorId: from.id<UserId>('author_id'), text: from.text('text') };
    case 'system_message':
      return {
        ...base,
        kind: 'system',
        code: from.id('system_message_type'),
        text: from.mayText('text') ?? '',
        vars: readVars(from.mayObject('text_vars')),
      };
    default:
      // Servers are newer than widgets. Keep the place in the thread: seen marks need it.
      return { ...base, kind: 'unknown', wireType, authorId: from.mayText<UserId>('author_id') };
  }
}

function readVars(from: Reader): ReadonlyMap<string, string> {
  return new Map(
    from.keys().flatMap((name) => {
      const value = from.mayText(name);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}
