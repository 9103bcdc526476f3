import type { ReadonlySignal } from '@preact/signals-core';
import type { RestUpdate } from './rest-updates';
import type {
  Chat,
  ChatId,
  Customer,
  CustomId,
  EventId,
  GroupId,
  GroupStatus,
  Place,
  Postback,
  Refusal,
  Thread,
} from './types';
import type { Update } from './updates';

/** What the domain needs and does not have. Somebody above implements these and hands them in. */
export interface Ports {
  readonly gateway: Gateway;
  readonly clock: Clock;
  readonly store: Store;
  readonly attention: Attention;
  readonly diagnostics: Diagnostics;
  /** A new random `custom_id`, of at least 96 bits. */
  readonly newCustomId: () => CustomId;
  /** Ends the names of what only this page may send. Absent: whoever comes next may. Its owner may change it. */
  readonly view?: { readonly name: string } | undefined;
  /** From 0 up to, but not including, 1. */
  readonly random: () => number;
  readonly groupId: GroupId;
  /** What the configuration said, until the service itself tells. */
  readonly isGroupOnline: boolean;
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `task` once after `ms`. The answer cancels it. */
  after(ms: number, task: () => void): () => void;
}

/** Keeps JSON-like values by name. What comes out is as foreign as what comes over the wire. Never throws. */
export interface Store {
  read(name: string): unknown;
  /** False if it could not be written. */
  write(name: string, value: unknown): boolean;
  remove(name: string): void;
}

/** Whether somebody looks at the newest message: window open, page visible, log at its end. */
export interface Attention {
  readonly isWatching: ReadonlySignal<boolean>;
}

/** Counts what was left out and why. Names and reasons, never content. */
export interface Diagnostics {
  report(reason: string, where?: string): void;
}

/** The line to the service, for people and for models that wait for it. Times are milliseconds since 1970. */
export type Line =
  | { readonly state: 'idle' }
  | { readonly state: 'connecting'; readonly downSince: number }
  | { readonly state: 'waiting'; readonly downSince: number; readonly retryAt: number }
  | { readonly state: 'online' }
  | { readonly state: 'stopped'; readonly reason: StopReason };

/** Why the line is not tried again by itself. */
export type StopReason = 'banned' | 'license' | 'busy' | 'signed-out' | 'idle-too-long' | 'unsupported' | 'refused';

/** What the server tells at log-in. */
export interface Welcome {
  readonly customer: Customer;
  readonly groups: ReadonlyMap<GroupId, GroupStatus>;
}

export interface OutgoingMessage {
  readonly customId: CustomId;
  readonly text: string;
  /** It is said by pressing a button. */
  readonly postback?: Postback | undefined;
}

/** What became of something sent. `unknown`: it was written, and nothing came back. */
export type SendOutcome =
  | { readonly outcome: 'accepted'; readonly chatId: ChatId; readonly eventId: EventId | undefined }
  | {
      readonly outcome: 'refused';
      readonly reason: Refusal;
      /** What the service said about it, as unknown as all that comes. */
      readonly details?: unknown;
      /** Of a form: the ids of the fields whose answers it will not have, if it said which. */
      readonly fieldIds?: readonly string[];
    }
  | { readonly outcome: 'not-now' }
  | { readonly outcome: 'unknown' };

/** What became of a wish that is not kept for later. */
export type Outcome = 'done' | 'refused' | 'failed';

/** Says where the next page of history begins. Opaque. */
export type HistoryCursor = string & { readonly __cursor: never };

/** Whole threads, newest first. */
export interface ThreadPage {
  readonly threads: readonly Thread[];
  /** Absent at the start of the conversation. */
  readonly next?: HistoryCursor | undefined;
}

/**
 * What a visitor does, whatever the dialect. Reading rejects with a `LineError` when the line goes or the server
 * refuses; writing says what became of it.
 */
export interface Gateway {
  readonly line: ReadonlySignal<Line>;
  connect(): void;
  disconnect(): void;
  /** Tries at once instead of waiting. At most every 2 s. */
  retryNow(): void;

  /** Calls `listener` for every update, in the order the server sent them. */
  onUpdate(listener: (update: Update | RestUpdate) => void): () => void;
  /** Calls `listener` after each log-in. The line is online when its promise has ended well. */
  onWelcome(listener: (welcome: Welcome) => Promise<void>): () => void;

  /** The customer's chat, if there is one. */
  findChat(): Promise<Chat | undefined>;
  readThreads(chatId: ChatId, from?: HistoryCursor): Promise<ThreadPage>;

  /** Starts or resumes the chat where that is needed. */
  sendMessage(
    chat: { readonly id: ChatId; readonly isActive: boolean } | undefined,
    message: OutgoingMessage,
  ): Promise<SendOutcome>;
  resumeChat(chatId: ChatId): Promise<Outcome>;
  deactivateChat(chatId: ChatId): Promise<Outcome>;
  /** Shows agents what is being typed. Nothing is told about failure. */
  sneakPeek(chatId: ChatId, text: string): void;
  markSeen(chatId: ChatId, upTo: Place): Promise<Outcome>;
}
