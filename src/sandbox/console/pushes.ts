import { customerChange } from './customer-pushes';
import { type ChatEvent, clicked } from './events';
import { type Chats, changeEvent, deleteEvent, later, mergeChat, putEvent } from './merge';
import type { Chat, User } from './model';
import { deleteProperties, type Properties, readProperties, setProperties } from './properties';
import { type Json, readNumber, readObject, readText, readTime, toObject, toObjects } from './read';
import { readGroupIds } from './wire-chat';
import { readEvent } from './wire-event';
import { readUser } from './wire-user';

type Apply = (chats: Chats, payload: Json) => Chats;
type Change = (chat: Chat, payload: Json) => Chat;
type ChangeProperties = (old: Properties, payload: Json) => Properties;

const updated: ChangeProperties = (old, payload) => setProperties(old, readProperties(payload));
const dropped: ChangeProperties = (old, payload) => deleteProperties(old, readObject(payload, 'properties'));

/** What each push does to the chats. A Map, because the name comes from the wire. Pushes that are not here change none. */
const appliers: ReadonlyMap<string, Apply> = new Map<string, Apply>([
  ['incoming_event', applyEvent],
  ['event_updated', applyEvent],
  ['event_deleted', inChat((chat, payload) => deleteEvent(chat, readText(payload, 'event_id') ?? ''))],
  ['incoming_rich_message_postback', inChat(click)],
  ['chat_deactivated', inChat((chat) => ({ ...chat, isActive: false, queuePosition: undefined }))],
  ['chat_deleted', (chats, payload) => without(chats, readText(payload, 'chat_id'))],
  ['thread_deleted', inChat(dropThread)],
  ['chat_unfollowed', inChat((chat) => ({ ...chat, isFollowed: false }))],
  ['chat_transferred', inChat((chat, payload) => ({ ...chat, queuePosition: readPosition(payload) }))],
  ['chat_access_updated', inChat((chat, payload) => ({ ...chat, groupIds: readGroupIds(payload) }), 'id')],
  ['chat_properties_updated', inChat(chatProperties(updated))],
  ['chat_properties_deleted', inChat(chatProperties(dropped))],
  ['thread_properties_updated', inLastThread(threadProperties(updated))],
  ['thread_properties_deleted', inLastThread(threadProperties(dropped))],
  ['event_properties_updated', inChat(eventProperties(updated))],
  ['event_properties_deleted', inChat(eventProperties(dropped))],
  [
    'thread_tagged',
    inLastThread((chat, payload) => ({ ...chat, tags: [...otherTags(chat, payload), tagOf(payload)] })),
  ],
  ['thread_untagged', inLastThread((chat, payload) => ({ ...chat, tags: otherTags(chat, payload) }))],
  ['user_added_to_chat', inChat(addUser)],
  ['user_removed_from_chat', inChat(removeUser)],
  ['events_marked_as_seen', inChat(moveSeen)],
]);

export function applyPush(chats: Chats, action: string, payload: unknown): Chats {
  if (action === 'queue_positions_updated') return toObjects(payload).reduce(applyPosition, chats);
  const customer = customerChange(action, payload);
  if (customer) return inCustomer(chats, customer.id, customer.change);
  return appliers.get(action)?.(chats, toObject(payload)) ?? chats;
}

export function putChat(chats: Chats, fresh: Chat | undefined): Chats {
  return fresh ? new Map(chats).set(fresh.id, mergeChat(chats.get(fresh.id), fresh)) : chats;
}

export function changeChat(chats: Chats, id: string | undefined, change: (chat: Chat) => Chat): Chats {
  const chat = chats.get(id ?? '');
  return chat ? new Map(chats).set(chat.id, change(chat)) : chats;
}

function inChat(change: Change, idKey = 'chat_id'): Apply {
  return (chats, payload) => changeChat(chats, readText(payload, idKey), (chat) => change(chat, payload));
}

/** Of older threads we show no tags and no properties. */
function inLastThread(change: Change): Apply {
  return inChat((chat, payload) => (payload['thread_id'] === chat.threadId ? change(chat, payload) : chat));
}

function applyEvent(chats: Chats, payload: Json): Chats {
  const event = readEvent(readObject(payload, 'event'));
  const threadId = readText(payload, 'thread_id');
  if (!event || !threadId) return chats;
  return changeChat(chats, readText(payload, 'chat_id'), (chat) => putEvent(chat, threadId, event));
}

function inEvent(chat: Chat, payload: Json, change: (event: ChatEvent) => ChatEvent): Chat {
  return changeEvent(chat, readText(payload, 'event_id') ?? '', change);
}

function click(chat: Chat, payload: Json): Chat {
  const postback = readObject(payload, 'postback');
  const [id, userId] = [readText(postback, 'id') ?? '', readText(payload, 'user_id') ?? ''];
  return inEvent(chat, payload, (event) => clicked(event, id, userId, postback['toggled'] === true));
}

function chatProperties(change: ChangeProperties): Change {
  return (chat, payload) => ({ ...chat, properties: change(chat.properties, payload) });
}

function threadProperties(change: ChangeProperties): Change {
  return (chat, payload) => ({ ...chat, threadProperties: change(chat.threadProperties, payload) });
}

function eventProperties(change: ChangeProperties): Change {
  return (chat, payload) =>
    inEvent(chat, payload, (event) => ({ ...event, properties: change(event.properties, payload) }));
}

const tagOf = (payload: Json) => readText(payload, 'tag') ?? '';
const otherTags = (chat: Chat, payload: Json) => chat.tags.filter((tag) => tag !== tagOf(payload));

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

function inCustomer(chats: Chats, id: string, change: (user: User) => User): Chats {
  const changed = [...chats.values()].filter((chat) => chat.users.some((user) => user.id === id));
  return changed.reduce((all, chat) => changeChat(all, chat.id, (old) => changeUser(old, id, change)), chats);
}

function without(chats: Chats, id: string | undefined): Chats {
  const rest = new Map(chats);
  return rest.delete(id ?? '') ? rest : chats;
}
