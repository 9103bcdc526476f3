import { compareRanks } from './place';
import type { ChatEvent, EventId, Place, Properties, Thread, ThreadId } from './types';

/** One thread as far as we have heard of it. `place` is missing while only some event of it is known. */
export interface ThreadLog {
  readonly id: ThreadId;
  readonly place?: Place;
  readonly events: readonly ChatEvent[];
  readonly properties?: Properties | undefined;
}

/**
 * All that is known of a chat's events. Merging the same things again, or in another order, gives the same store:
 * response, push, history and other tabs need no protocol among themselves.
 */
export interface ThreadLogs {
  /** Oldest first. */
  readonly threads: readonly ThreadLog[];
  /** Changed events by id. They win over what history or a late push says, and may come before it. */
  readonly edits: ReadonlyMap<EventId, ChatEvent>;
  /** What is left of those that were deleted, whenever they come. */
  readonly deleted: ReadonlyMap<EventId, (event: ChatEvent) => readonly ChatEvent[]>;
}

export const noThreads: ThreadLogs = { threads: [], edits: new Map(), deleted: new Map() };

export function mergeThread(logs: ThreadLogs, thread: Thread): ThreadLogs {
  const placed = putThread(logs, thread.id, thread);
  return mergeEvents(placed, thread.id, thread.events);
}

export function mergeEvent(logs: ThreadLogs, event: ChatEvent): ThreadLogs {
  return mergeEvents(putThread(logs, event.threadId, undefined), event.threadId, [event]);
}

function mergeEvents(logs: ThreadLogs, threadId: ThreadId, events: readonly ChatEvent[]): ThreadLogs {
  const known = logs.threads.find(({ id }) => id === threadId);
  const wanted = events.flatMap((event) => logs.deleted.get(event.id)?.(event) ?? logs.edits.get(event.id) ?? event);
  const merged = putEvents(known?.events ?? [], wanted);
  return !known || merged === known.events ? logs : replace(logs, { ...known, events: merged });
}

export function hasEvent(logs: ThreadLogs, id: EventId): boolean {
  return logs.threads.some((thread) => thread.events.some((event) => event.id === id));
}

export function hasThread(logs: ThreadLogs, id: ThreadId): boolean {
  return logs.threads.some((thread) => thread.id === id && thread.place);
}

function putThread(logs: ThreadLogs, id: ThreadId, told: Thread | undefined): ThreadLogs {
  const known = logs.threads.find((thread) => thread.id === id);
  if (known && (!told || (known.place && isSame(known.properties, told.properties)))) return logs;
  const log: ThreadLog = {
    id,
    events: known?.events ?? [],
    ...(told && { place: told.place, properties: told.properties }),
  };
  const others = logs.threads.filter((thread) => thread.id !== id);
  return { ...logs, threads: [...others, log].sort(compareThreads) };
}

/** Keeps the very same list if nothing changes. */
function putEvents(list: readonly ChatEvent[], events: readonly ChatEvent[]): readonly ChatEvent[] {
  const byId = new Map(list.map((event) => [event.id, event]));
  const changed = events.filter((event) => !isSame(byId.get(event.id), event));
  if (changed.length === 0) return list;
  for (const event of changed) byId.set(event.id, event);
  return [...byId.values()].sort(compareEvents);
}

/** Puts a thread in the place of the one with its id. */
export function replace(logs: ThreadLogs, log: ThreadLog): ThreadLogs {
  return { ...logs, threads: logs.threads.map((thread) => (thread.id === log.id ? log : thread)) };
}

function compareThreads(a: ThreadLog, b: ThreadLog): number {
  if (a.place && b.place) return compareRanks(a.place.rank, b.place.rank) || compareIds(a.id, b.id);
  // What we have only seen an event of is newer than all that we have read.
  return a.place ? -1 : b.place ? 1 : compareIds(a.id, b.id);
}

function compareEvents(a: ChatEvent, b: ChatEvent): number {
  return compareRanks(a.place.rank, b.place.rank) || compareIds(a.id, b.id);
}

/** Ids end in a number that counts, so `…_10` comes after `…_9`. */
function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || (a !== undefined && JSON.stringify(a, mapAsList) === JSON.stringify(b, mapAsList));
}

function mapAsList(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value;
}
