import { type ChatEvent, deleted } from './events';
import { type Chat, customerOf, findEvent, type History, type Thread, type User } from './model';
import { newest } from './wire-chat';

export type Chats = ReadonlyMap<string, Chat>;

/** Any order, any number of times: the same event twice is one event, and the later copy of it stays. */
function mergeThreads(known: readonly Thread[], fresh: readonly Thread[]): readonly Thread[] {
  const byId = new Map(known.map((thread) => [thread.id, thread]));
  for (const thread of fresh) {
    const old = byId.get(thread.id);
    byId.set(thread.id, {
      id: thread.id,
      at: thread.at || old?.at || '',
      events: mergeEvents(old?.events ?? [], thread.events),
    });
  }
  return [...byId.values()].sort((a, b) => compare(startOf(a), startOf(b)) || compare(a.id, b.id));
}

function mergeEvents(known: readonly ChatEvent[], fresh: readonly ChatEvent[]): readonly ChatEvent[] {
  const byId = new Map(known.map((event) => [event.id, event]));
  for (const event of fresh) byId.set(event.id, { ...event, isEdited: isEdited(byId.get(event.id), event) });
  return [...byId.values()].sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id));
}

/** The wire has no mark for it. Who saw the text before knows that it was another. */
function isEdited(old: ChatEvent | undefined, fresh: ChatEvent): boolean {
  if (old?.body.kind !== 'message' || fresh.body.kind !== 'message') return false;
  return old.isEdited || old.body.text !== fresh.body.text;
}

/** The state of the chat is that of the fresh copy; history and marks that we know better stay. */
export function mergeChat(old: Chat | undefined, fresh: Chat): Chat {
  if (!old) return fresh;
  const before = new Map(old.users.map((user) => [user.id, user]));
  return {
    ...fresh,
    users: fresh.users.map((user) => mergeUser(before.get(user.id), user)),
    threads: mergeThreads(old.threads, fresh.threads),
    at: later(old.at, fresh.at),
    latest: newest([old.latest, fresh.latest].filter((event) => event !== undefined)),
    customerWroteAt: later(old.customerWroteAt, fresh.customerWroteAt),
    history: old.history,
  };
}

/** A seen mark never goes back, and no copy of a customer says that they are banned. */
function mergeUser(old: User | undefined, fresh: User): User {
  const bannedDays = fresh.customer?.bannedDays ?? old?.customer?.bannedDays;
  return {
    ...fresh,
    seenUpTo: later(fresh.seenUpTo, old?.seenUpTo ?? ''),
    customer: fresh.customer && { ...fresh.customer, bannedDays },
  };
}

export function mergeHistory(chat: Chat, threads: readonly Thread[], history: History): Chat {
  const merged = mergeThreads(chat.threads, threads);
  return threads.flatMap((thread) => thread.events).reduce(noteEvent, { ...chat, threads: merged, history });
}

/** An event that was added, or changed: in its thread, or in a thread of its own until we read the rest. */
export function putEvent(chat: Chat, threadId: string, event: ChatEvent): Chat {
  return noteEvent(
    { ...chat, threads: mergeThreads(chat.threads, [{ id: threadId, at: '', events: [event] }]) },
    event,
  );
}

function noteEvent(chat: Chat, event: ChatEvent): Chat {
  const isCustomers = event.authorId !== undefined && event.authorId === customerOf(chat)?.id;
  return {
    ...chat,
    latest: newest(chat.latest ? [chat.latest, event] : [event]),
    customerWroteAt: isCustomers ? later(chat.customerWroteAt, event.at) : chat.customerWroteAt,
  };
}

/** Wherever it stands: in its thread, and in the list as the latest. */
export function changeEvent(chat: Chat, eventId: string, change: (event: ChatEvent) => ChatEvent): Chat {
  const changeOne = (event: ChatEvent) => (event.id === eventId ? change(event) : event);
  if (!findEvent(chat, eventId) && chat.latest?.id !== eventId) return chat;
  const threads = chat.threads.map((thread) => ({ ...thread, events: thread.events.map(changeOne) }));
  return { ...chat, threads, latest: chat.latest && changeOne(chat.latest) };
}

export function deleteEvent(chat: Chat, eventId: string): Chat {
  return changeEvent(chat, eventId, deleted);
}

export function later(a: string, b: string): string {
  return a > b ? a : b;
}

function startOf(thread: Thread): string {
  return thread.at || thread.events[0]?.at || '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
