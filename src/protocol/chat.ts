import type { Agent, Chat, ChatId, Customer, Place, Queue, Thread, ThreadId, User, UserId } from '../domain';
import { type ReadPlace, readEvent } from './event';
import {
  isObject,
  type Json,
  optionalCount,
  optionalList,
  optionalString,
  type ProtocolError,
  readBoolean,
  readEach,
  readId,
  readList,
} from './read';

export type Drop = (error: ProtocolError) => void;

/** What differs between the dialects inside users, threads and chats. */
export interface Places {
  /** Of an event or a thread. */
  readonly readPlace: ReadPlace;
  /** How far a user has read, if told. */
  readonly readSeenUpTo: (from: Json) => Place | undefined;
}

export function readCustomer(from: Json, path: string, places: Places): Customer {
  const email = optionalString(from, 'email');
  return { kind: 'customer', ...readUserBase(from, path, places), ...(email && { email }) };
}

function readAgent(from: Json, path: string, places: Places): Agent {
  const jobTitle = optionalString(from, 'job_title');
  return {
    kind: 'agent',
    ...readUserBase(from, path, places),
    ...(jobTitle && { jobTitle }),
    ...(from['is_bot'] === true && { isBot: true }),
  };
}

/** Whoever is not a customer is an agent: bots too, and kinds to come. */
export function readUser(from: Json, path: string, places: Places): User {
  return from['type'] === 'customer' ? readCustomer(from, path, places) : readAgent(from, path, places);
}

function readUserBase(from: Json, path: string, places: Places) {
  const name = optionalString(from, 'name');
  const avatarUrl = readAvatarUrl(optionalString(from, 'avatar'));
  const seenUpTo = places.readSeenUpTo(from);
  return {
    id: readId<UserId>(from, 'id', path),
    isPresent: from['present'] === true,
    ...(name && { name }),
    ...(avatarUrl && { avatarUrl }),
    ...(seenUpTo && { seenUpTo }),
  };
}

/** The service leaves the scheme out at times. Whether the address is safe to load is not decided here. */
function readAvatarUrl(raw: string | undefined): string | undefined {
  if (!raw || /^[a-z][a-z0-9+.-]*:/i.test(raw)) return raw;
  return `https://${raw.replace(/^\/+/, '')}`;
}

export function readQueue(from: unknown): Queue | undefined {
  if (!isObject(from)) return undefined;
  const position = optionalCount(from, 'position');
  return position === undefined ? undefined : { position, waitSeconds: optionalCount(from, 'wait_time') ?? 0 };
}

/** A thread with its events; those that cannot be read are left out. */
export function readThread(from: Json, path: string, places: Places, drop: Drop): Thread {
  const id = readId<ThreadId>(from, 'id', path);
  const queue = readQueue(from['queue']);
  const previousId = optionalString<ThreadId>(from, 'previous_thread_id');
  const userIds = optionalList(from, 'user_ids').filter((userId): userId is UserId => typeof userId === 'string');
  return {
    id,
    isActive: readBoolean(from, 'active', path),
    place: places.readPlace(from, path),
    userIds,
    events: readEach(optionalList(from, 'events'), `${path}.events`, drop, (event, eventPath) =>
      readEvent(event, eventPath, id, places.readPlace),
    ),
    ...(queue && { queue }),
    ...(previousId && { previousId }),
  };
}

const MOST_USERS = 500;

export function readUsers(from: Json, path: string, places: Places, drop: Drop): User[] {
  return readEach(readList(from, 'users', path).slice(0, MOST_USERS), `${path}.users`, drop, (user, userPath) =>
    readUser(user, userPath, places),
  );
}

/** A chat with its newest thread. Chat, Customer Chat API v3.6. */
export function readChat(from: Json, path: string, places: Places, drop: Drop): Chat {
  const thread = isObject(from['thread']) ? readThread(from['thread'], `${path}.thread`, places, drop) : undefined;
  return {
    id: readId<ChatId>(from, 'id', path),
    isActive: thread?.isActive ?? false,
    users: readUsers(from, path, places, drop),
    ...(thread && { thread, lastThreadId: thread.id }),
  };
}

/** One entry of a list of chats. Chat summary, Customer Chat API v3.6. */
export function readChatSummary(from: Json, path: string, places: Places, drop: Drop): Chat {
  const lastThreadId = optionalString<ThreadId>(from, 'last_thread_id');
  return {
    id: readId<ChatId>(from, 'id', path),
    isActive: readBoolean(from, 'active', path),
    users: readUsers(from, path, places, drop),
    ...(lastThreadId && { lastThreadId }),
  };
}

export function readIds<T extends string>(from: Json, key: string): T[] {
  return optionalList(from, key).filter((id): id is T => typeof id === 'string');
}
