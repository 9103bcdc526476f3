import type { ChatEvent, CustomId, EventId, Place, ThreadId, UserId } from '../domain';
import { type Json, optionalObject, optionalString, ProtocolError, readId, readString } from './read';

/** Reads where something stands; the two dialects write it differently. */
export type ReadPlace = (from: Json, path: string) => Place;

/**
 * Reads an event of any kind. Event, Customer Chat API v3.6 and v3.0.
 *
 * @throws {ProtocolError} when a field that every event must have is missing, or it is not for customers
 */
export function readEvent(from: Json, path: string, threadId: ThreadId, readPlace: ReadPlace): ChatEvent {
  if (isForAgents(from)) throw new ProtocolError(`${path}.recipients`, 'all', 'agents');
  const wireType = readId(from, 'type', path);
  const customId = optionalString<CustomId>(from, 'custom_id');
  const base = {
    id: readId<EventId>(from, 'id', path),
    threadId,
    place: readPlace(from, path),
    ...(customId && { customId }),
  };
  const read = readers.get(wireType);
  // Servers are newer than widgets. Keep the place in the thread: seen marks need it.
  if (!read) return { ...base, kind: 'unknown', wireType, ...authorOf(from) };
  return { ...base, ...read(from, path) };
}

type Unplaced<E> = E extends ChatEvent ? Omit<E, 'id' | 'threadId' | 'customId' | 'place'> : never;

const readers = new Map<string, (from: Json, path: string) => Unplaced<ChatEvent>>([
  [
    'message',
    (from, path) => ({
      kind: 'message',
      authorId: readId<UserId>(from, 'author_id', path),
      text: readString(from, 'text', path),
    }),
  ],
  [
    'system_message',
    (from, path) => ({
      kind: 'system',
      code: readId(from, 'system_message_type', path),
      text: optionalString(from, 'text') ?? '',
      vars: readVars(optionalObject(from, 'text_vars')),
    }),
  ],
]);

function readVars(from: Json): ReadonlyMap<string, string> {
  return new Map(
    Object.keys(from).flatMap((name) => {
      const value = optionalString(from, name);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

function authorOf(from: Json): { authorId?: UserId } {
  const authorId = optionalString<UserId>(from, 'author_id');
  return authorId ? { authorId } : {};
}

/** Some samples of v3.6 print `visibility` where others print `recipients`. */
function isForAgents(from: Json): boolean {
  return from['recipients'] === 'agents' || from['visibility'] === 'agents';
}
