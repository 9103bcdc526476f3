import type { Agent, Chat, ChatId, Customer, Queue, Thread, ThreadId, User, UserId } from '../domain';
import { readEvent } from './event';
import type { Places } from './places';
import type { Drop, Reader } from './reader';

// More than this is no chat, but an attempt to make us slow.
const MOST_USERS = 500;

export function readCustomer(from: Reader, places: Places): Customer {
  return places.more(from, { kind: 'customer', ...readPerson(from, places), email: from.mayText('email') });
}

export function readAgent(from: Reader, places: Places): Agent {
  return {
    kind: 'agent',
    ...readPerson(from, places),
    jobTitle: from.mayText('job_title'),
    isBot: from.any('is_bot') === true,
  };
}

/** Whoever is not a customer is an agent: bots too, and kinds to come. */
export function readUser(from: Reader, places: Places): User {
  return from.any('type') === 'customer' ? readCustomer(from, places) : readAgent(from, places);
}

function readPerson(from: Reader, places: Places) {
  return {
    id: from.id<UserId>('id'),
    name: from.mayText('name'),
    avatarUrl: withScheme(from.mayText('avatar')),
    isPresent: from.any('present') === true,
    seenUpTo: places.readSeenUpTo(from),
  };
}

/** The service leaves the scheme out at times, slashes and all. Whether the address is safe is not decided here. */
export function withScheme(url: string | undefined): string | undefined {
  return !url || /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(url) ? url : `https://${url}`;
}

export function mayQueue(from: Reader): Queue | undefined {
  const queue = from.mayObject('queue');
  const position = queue.mayCount('position');
  return position === undefined ? undefined : { position, waitSeconds: queue.mayCount('wait_time') ?? 0 };
}

/** A thread with its events; those that cannot be read are left out. Thread, Customer Chat API v3.6. */
export function readThread(from: Reader, places: Places, drop: Drop): Thread {
  const id = from.id<ThreadId>('id');
  return places.more<Thread>(from, {
    id,
    isActive: from.flag('active'),
    place: places.readPlace(from),
    userIds: from.mayList('user_ids'),
    events: from.each('events', drop, (event) => readEvent(event, id, places)),
    queue: mayQueue(from),
    previousId: from.mayText('previous_thread_id'),
  });
}

function readUsers(from: Reader, places: Places, drop: Drop): User[] {
  return from.each('users', drop, (user) => readUser(user, places)).slice(0, MOST_USERS);
}

/** A chat with its newest thread, if that was not removed. Chat, Customer Chat API v3.6. */
export function readChat(from: Reader, places: Places, drop: Drop): Chat {
  const thread = from.any('thread') ? readThread(from.object('thread'), places, drop) : undefined;
  return places.more<Chat>(from, {
    id: from.id<ChatId>('id'),
    isActive: thread?.isActive ?? false,
    users: readUsers(from, places, drop),
    thread,
    lastThreadId: thread?.id,
  });
}

/** One entry of a list of chats. Chat summary, Customer Chat API v3.6. */
export function readChatSummary(from: Reader, places: Places, drop: Drop): Chat {
  return places.more<Chat>(from, {
    id: from.id<ChatId>('id'),
    isActive: from.any('active') === true,
    users: readUsers(from, places, drop),
    lastThreadId: from.mayText('last_thread_id'),
  });
}
