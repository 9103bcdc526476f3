import { isShown } from '../is-shown';
import { hasEvent, mergeEvent, replace, type ThreadLogs } from '../thread-logs';
import type { ChatEvent, EventId, Properties, ThreadId } from '../types';

// Edits and deletions that wait for their event; more than this and the oldest are forgotten.
const MOST_REMEMBERED = 500;

/** Wins over what history or a late push says, and may come before it. */
export function editEvent(logs: ThreadLogs, event: ChatEvent): ThreadLogs {
  const edits = forgetOldest(new Map(logs.edits).set(event.id, event));
  return hasEvent(logs, event.id) ? mergeEvent({ ...logs, edits }, event) : { ...logs, edits };
}

export function deleteEvent(logs: ThreadLogs, threadId: ThreadId, eventId: EventId): ThreadLogs {
  const deleted = forgetOldest(new Map(logs.deleted).set(eventId, noteInPlace));
  const thread = logs.threads.find(({ id }) => id === threadId);
  const rest = { ...logs, deleted };
  if (!thread) return rest;
  const events = thread.events.flatMap((event) => (event.id === eventId ? noteInPlace(event) : event));
  return replace(rest, { ...thread, events });
}

/** Where somebody had said something, a note says that it is gone. Nothing is kept of what it was. */
function noteInPlace(event: ChatEvent): readonly ChatEvent[] {
  if (event.kind === 'system') return [event];
  const { id, threadId, place } = event;
  return isShown(event)
    ? [{ kind: 'system', id, threadId, place, code: 'event_deleted', text: '', vars: new Map() }]
    : [];
}

export function findEvent(logs: ThreadLogs, id: EventId): ChatEvent | undefined {
  return logs.threads.flatMap(({ events }) => events).find((event) => event.id === id);
}

/**
 * Changes one event where it stands; one that is not known is left alone. Other than an edit this does not win over what
 * history tells later, because history knows of the change too.
 */
export function changeEvent(logs: ThreadLogs, id: EventId, change: (event: ChatEvent) => ChatEvent): ThreadLogs {
  const event = findEvent(logs, id);
  const changed = event && change(event);
  if (!changed || changed === event) return logs;
  const edits = logs.edits.has(id) ? new Map(logs.edits).set(id, changed) : logs.edits;
  return mergeEvent({ ...logs, edits }, changed);
}

export function changeThread(
  logs: ThreadLogs,
  id: ThreadId,
  change: (properties: Properties | undefined) => Properties,
): ThreadLogs {
  const thread = logs.threads.find((each) => each.id === id);
  return thread ? replace(logs, { ...thread, properties: change(thread.properties) }) : logs;
}

function forgetOldest<T extends Map<EventId, unknown>>(remembered: T): T {
  if (remembered.size > MOST_REMEMBERED) remembered.delete(remembered.keys().next().value as EventId);
  return remembered;
}
