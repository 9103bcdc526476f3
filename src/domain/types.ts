declare const brand: unique symbol;
type Branded<T, B extends string> = T & { readonly [brand]: B };

export type ChatId = Branded<string, 'ChatId'>;
export type ThreadId = Branded<string, 'ThreadId'>;
export type EventId = Branded<string, 'EventId'>;
/** Chosen by us for each event we send, and echoed by the server. */
export type CustomId = Branded<string, 'CustomId'>;
export type UserId = Branded<string, 'UserId'>;
export type GroupId = Branded<number, 'GroupId'>;

/**
 * Sorts events within a chat. Opaque: a dialect may count, or have a time with microseconds, which a Date would cut to
 * milliseconds, and the order with it. Ranks of one dialect compare with `<`.
 */
export type Rank = Branded<string, 'Rank'> | Branded<number, 'Rank'>;

/** Where something stands: `rank` for the order, `at` (milliseconds since 1970) for people. */
export interface Place {
  readonly rank: Rank;
  readonly at: number;
}

export interface UserBase {
  readonly id: UserId;
  readonly name?: string | undefined;
  readonly avatarUrl?: string | undefined;
  /** Takes part in the chat at present. */
  readonly isPresent: boolean;
  readonly seenUpTo?: Place | undefined;
}

export type User =
  | (UserBase & {
      readonly kind: 'customer';
      readonly email?: string | undefined;
      readonly isReturning?: boolean | undefined;
    })
  | (UserBase & {
      readonly kind: 'agent';
      readonly jobTitle?: string | undefined;
      readonly isBot?: boolean | undefined;
    });
export type Agent = Extract<User, { kind: 'agent' }>;
export type Customer = Extract<User, { kind: 'customer' }>;

interface EventBase {
  readonly id: EventId;
  readonly threadId: ThreadId;
  readonly customId?: CustomId | undefined;
  readonly place: Place;
}

export type ChatEvent =
  | (EventBase & { readonly kind: 'message'; readonly authorId: UserId; readonly text: string })
  | (EventBase & {
      readonly kind: 'system';
      /** The server's `system_message_type`, e.g. `manual_archived_agent`. An open list. */
      readonly code: string;
      /** The server's own English sentence, for codes that we have no words for. */
      readonly text: string;
      readonly vars: ReadonlyMap<string, string>;
    })
  /** Keeps the place of something that we cannot show: seen marks need it. */
  | (EventBase & { readonly kind: 'unknown'; readonly authorId?: UserId | undefined; readonly wireType: string });
export type Message = Extract<ChatEvent, { kind: 'message' }>;
export type SystemNote = Extract<ChatEvent, { kind: 'system' }>;

export interface Queue {
  readonly position: number;
  readonly waitSeconds: number;
}

export interface Thread {
  readonly id: ThreadId;
  readonly isActive: boolean;
  readonly place: Place;
  readonly userIds: readonly UserId[];
  readonly events: readonly ChatEvent[];
  readonly queue?: Queue | undefined;
  readonly previousId?: ThreadId | undefined;
}

/** A chat as the server tells it at one moment: with its newest thread only, or with none. */
export interface Chat {
  readonly id: ChatId;
  readonly isActive: boolean;
  readonly users: readonly User[];
  readonly thread?: Thread | undefined;
  readonly lastThreadId?: ThreadId | undefined;
}

export type GroupStatus = 'online' | 'queueing' | 'offline';

/** Why the server will not have something, in the words of the domain. An open list: what we do not know is `other`. */
export type Refusal = 'banned' | 'invalid' | 'not-allowed' | 'nobody-online' | 'gone' | 'expired' | 'other';

export type OutboxItem = {
  readonly customId: CustomId;
  readonly text: string;
  readonly typedAt: number;
} /** `unknown`: it was written, and nothing came back. `accepted`: the server has it, and its event is not here yet. */ & (
  | { readonly state: 'queued' | 'in-flight' | 'unknown' | 'accepted' }
  | { readonly state: 'refused'; readonly reason: Refusal }
);
