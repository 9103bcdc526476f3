import type { ChatEvent } from './events';
import type { Chat, Thread } from './model';
import { readProperties } from './properties';
import { type Json, readNumber, readObject, readObjects, readText, readTexts, readTime, toObject } from './read';
import { readEvent } from './wire-event';
import { readUser } from './wire-user';

/** A chat as it comes new, whole or as a summary. What is older in our memory is kept by `mergeChat`. */
export function readChat(from: Json): Chat | undefined {
  const id = readText(from, 'id');
  if (!id) return undefined;
  const users = present(readObjects(from, 'users').map(readUser));
  const customerIds = new Set(users.filter((user) => !user.isAgent).map((user) => user.id));
  const wireThread = readObject(from, 'thread');
  const thread = readThread(wireThread);
  const summary = thread ? wireThread : readObject(from, 'last_thread_summary');
  const events = [...(thread?.events ?? []), ...readLastEvents(from)];
  return {
    id,
    users,
    threads: thread ? [thread] : [],
    at: readTime(summary, 'created_at'),
    isActive: summary['active'] === true,
    isFollowed: from['is_followed'] === true,
    groupIds: readGroupIds(from),
    properties: readProperties(from),
    threadId: readText(summary, 'id') ?? '',
    threadProperties: readProperties(summary),
    tags: readTexts(summary, 'tags'),
    queuePosition: readNumber(readObject(summary, 'queue'), 'position'),
    latest: newest(events),
    customerWroteAt: newest(events.filter((event) => customerIds.has(event.authorId ?? '')))?.at ?? '',
    history: { state: 'not-read' },
  };
}

/** A thread with `restricted_access` has no events, and is a thread all the same. */
export function readThread(from: Json): Thread | undefined {
  const id = readText(from, 'id');
  if (!id) return undefined;
  return { id, at: readTime(from, 'created_at'), events: present(readObjects(from, 'events').map(readEvent)) };
}

export function readGroupIds(from: Json): readonly number[] {
  const ids = readObject(from, 'access')['group_ids'];
  return Array.isArray(ids) ? ids.filter((id): id is number => typeof id === 'number') : [];
}

function readLastEvents(from: Json): readonly ChatEvent[] {
  const entries = Object.values(readObject(from, 'last_event_per_type'));
  return present(entries.map((entry) => readEvent(readObject(toObject(entry), 'event'))));
}

export function newest(events: readonly ChatEvent[]): ChatEvent | undefined {
  return events.reduce<ChatEvent | undefined>((best, event) => {
    if (event.body.kind === 'other') return best;
    return best && best.at > event.at ? best : event;
  }, undefined);
}

export function present<T>(list: readonly (T | undefined)[]): readonly T[] {
  return list.filter((item): item is T => item !== undefined);
}
