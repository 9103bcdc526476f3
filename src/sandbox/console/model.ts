import type { ChatEvent } from './events';
import { type Properties, propertyOf } from './properties';

/** What the console knows of chats, in its own words. */

export interface Agent {
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly token: string;
}

export interface Thread {
  readonly id: string;
  readonly at: string;
  readonly events: readonly ChatEvent[];
}

export interface Page {
  readonly url: string;
  readonly title: string;
  readonly at: string;
}

export interface Customer {
  readonly email: string | undefined;
  readonly sessionFields: readonly (readonly [name: string, value: string])[];
  readonly visitAt: string;
  readonly referrer: string | undefined;
  readonly place: string | undefined;
  readonly userAgent: string | undefined;
  readonly ip: string | undefined;
  /** Oldest first; the last one is where they are. */
  readonly pages: readonly Page[];
  readonly visits: number | undefined;
  readonly isOnline: boolean | undefined;
  readonly leftAt: string;
  readonly bannedDays: number | undefined;
}

export interface User {
  readonly id: string;
  readonly isAgent: boolean;
  readonly name: string | undefined;
  /** A supervisor sees the chat and is not seen by the customer. */
  readonly isVisible: boolean;
  readonly isPresent: boolean;
  readonly seenUpTo: string;
  readonly customer: Customer | undefined;
}

export interface Chat {
  readonly id: string;
  readonly users: readonly User[];
  /** Oldest first. What came live before the history was asked for is here too, so it can have holes until then. */
  readonly threads: readonly Thread[];
  /** When the last thread began. */
  readonly at: string;
  readonly isActive: boolean;
  readonly isFollowed: boolean;
  readonly groupIds: readonly number[];
  readonly properties: Properties;
  /** Of the last thread: the only one that can be active. */
  readonly threadId: string;
  readonly threadProperties: Properties;
  readonly tags: readonly string[];
  readonly queuePosition: number | undefined;
  /** For the list: the newest thing that is worth a preview, and when the customer last wrote. */
  readonly latest: ChatEvent | undefined;
  readonly customerWroteAt: string;
  readonly history: History;
}

export type History =
  | { readonly state: 'not-read' }
  | { readonly state: 'read'; readonly olderPageId: string | undefined };

export type Standing = 'queued' | 'unassigned' | 'active' | 'ended';

export function standingOf(chat: Chat): Standing {
  if (!chat.isActive) return 'ended';
  if (chat.users.some((user) => user.isAgent && user.isPresent && user.isVisible)) return 'active';
  return chat.queuePosition === undefined ? 'unassigned' : 'queued';
}

export function customerOf(chat: Chat): User | undefined {
  return chat.users.find((user) => !user.isAgent);
}

export function isMember(chat: Chat, userId: string): boolean {
  return chat.users.some((user) => user.id === userId && user.isPresent);
}

/** Half of all visitors have no name. A few letters of the id tell them apart. */
export function customerName(customer: User | undefined): string {
  return customer?.name || `Visitor ${(customer?.id ?? '').slice(0, 4).toUpperCase()}`.trim();
}

export function findEvent(chat: Chat, eventId: string): ChatEvent | undefined {
  return chat.threads.flatMap((thread) => thread.events).find((event) => event.id === eventId);
}

export type Rating = 'good' | 'bad';

/** A rating belongs to the thread; some applications leave it on the chat. */
export function ratingOf({ properties, threadProperties }: Chat): Rating | undefined {
  const score = propertyOf(threadProperties, 'rating', 'score') ?? propertyOf(properties, 'rating', 'score');
  return score === undefined ? undefined : score === 0 ? 'bad' : 'good';
}

/** What routing says of a chat: `idle`, `unassigned`, `pinned`, `unreplied`. */
export function isRouted({ properties, threadProperties }: Chat, mark: string): boolean {
  return [threadProperties, properties].some((each) => propertyOf(each, 'routing', mark) === true);
}
