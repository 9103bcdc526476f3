import { type Chats, dropEvent, later, mergeChat, putEvent } from './merge';
import type { Chat, User } from './model';
import { type Json, readNumber, readObject, readText, readTime, toObject, toObjects } from './read';
import { readEvent } from './wire-event';
import { changeCustomer, readPage, readUser } from './wire-user';

type Apply = (chats: Chats, payload: Json) => Chats;

/** What each push does to the chats. A Map, because the name comes from the wire. Pushes that are not here change none. */
const appliers: ReadonlyMap<string, Apply> = new Map<string, Apply>([
  ['incoming_event', applyEvent],
  ['event_updated', applyEvent],
  ['event_deleted', inChat((chat, payload) => dropEvent(chat, readText(payload, 'event_id') ?? ''))],
  ['chat_deactivated', inChat((chat) => ({ ...chat, isActive: false, queuePosition: undefined }))],
  ['chat_deleted', (chats, payload) => without(chats, readText(payload, 'chat_id'))],
  ['thread_deleted', inChat(dropThread)],
  ['chat_unfollowed', inChat((chat) => ({ ...chat, isFollowed: false }))],
  ['chat_transferred', inChat((chat, payload) => ({ ...chat, queuePosition: readPosition(payload) }))],
  ['user_added_to_chat', inChat(addUser)],
  ['user_removed_from_chat', inChat(removeUser)],
  ['events_marked_as_seen', inChat(moveSeen)],
  [
    'customer_updated',
    (chats, payload) => inCustomer(chats, readText(payload, 'id'), (user) => changeCustomer(user, payload)),
  ],
  [
    'customer_page_updated',
    (chats, payload) => inCustomer(chats, readText(payload, 'customer_id'), (user) => visitPage(user, payload)),
  ],
]);

export function applyPush(chats: Chats, action: string, payload: unknown): Chats {
  if (action === 'queue_positions_updated') return toObjects(payload).reduce(applyPosition, chats);
  return appliers.get(action)?.(chats, toObject(payload)) ?? chats;
}

export function putChat(chats: Chats, fresh: Chat | undefined): Chats {
  return fresh ? new Map(chats).set(fresh.id, mergeChat(chats.get(fresh.id), fresh)) : chats;
}

export function changeChat(chats: Chats, id: string | undefined, change: (chat: Chat) => Chat): Chats {
  const chat = chats.get(id ?? '');
  return chat ? new Map(chats).set(chat.id, change(chat)) : chats;
}

function inChat(change: (chat: Chat, payload: Json) => Chat): Apply {
  return (chats, payload) => changeChat(chats, readText(payload, 'chat_id'), (chat) => change(chat, payload));
}

function applyEvent(chats: Chats, payload: Json): Chats {
  const event = readEvent(readObject(payload, 'event'));
  const threadId = readText(payload, 'thread_id');
  if (!event || !threadId) return chats;
  return changeChat(chats, readText(payload, 'chat_id'), (chat) => putEvent(chat, threadId, event));
}

function applyPosition(chats: Chats, entry: Json): Chats {
  const position = readPosition(entry);
  return changeChat(chats, readText(entry, 'chat_id'), (chat) => ({ ...chat, queuePosition: position }));
}

function readPosition(from: Json): number | undefined {
  return readNumber(readObject(from, 'queue'), 'position');
}

function addUser(chat: Chat, payload: Json): Chat {
  const added = readUser(readObject(payload, 'user'));
  if (!added) return chat;
  const users = [...chat.users.filter((user) => user.id !== added.id), added];
  return { ...chat, users, queuePosition: added.isAgent && added.isVisible ? undefined : chat.queuePosition };
}

/** They stay in the list: their messages still need a name. */
function removeUser(chat: Chat, payload: Json): Chat {
  return changeUser(chat, readText(payload, 'user_id'), (user) => ({ ...user, isPresent: false }));
}

function moveSeen(chat: Chat, payload: Json): Chat {
  const at = readTime(payload, 'seen_up_to');
  return changeUser(chat, readText(payload, 'user_id'), (user) => ({ ...user, seenUpTo: later(user.seenUpTo, at) }));
}

function dropThread(chat: Chat, payload: Json): Chat {
  return { ...chat, threads: chat.threads.filter((thread) => thread.id !== payload['thread_id']) };
}

function changeUser(chat: Chat, id: string | undefined, change: (user: User) => User): Chat {
  return { ...chat, users: chat.users.map((user) => (user.id === id ? change(user) : user)) };
}

function inCustomer(chats: Chats, id: string | undefined, change: (user: User) => User): Chats {
  const changed = [...chats.values()].filter((chat) => chat.users.some((user) => user.id === id));
  return changed.reduce((all, chat) => changeChat(all, chat.id, (old) => changeUser(old, id, change)), chats);
}

function visitPage(user: User, payload: Json): User {
  return user.customer ? { ...user, customer: { ...user.customer, page: readPage(payload) } } : user;
}

function without(chats: Chats, id: string | undefined): Chats {
  const rest = new Map(chats);
  return rest.delete(id ?? '') ? rest : chats;
}
