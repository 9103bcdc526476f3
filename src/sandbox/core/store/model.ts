import type { Iso } from '../time';

export type Visibility = 'all' | 'agents';
export type PropertyValue = string | number | boolean;
/** Namespaces and names come from outside: Maps, so that `__proto__` is a name like any other. */
export type Properties = Map<string, Map<string, PropertyValue>>;

export interface Customer {
  readonly id: string;
  readonly createdAt: Iso;
  name?: string;
  email?: string;
  avatar?: string;
  phoneNumber?: string;
  emailVerified?: boolean;
  omnichannel?: { readonly [channel: string]: unknown };
  address?: { readonly [part: string]: string };
  sessionFields: Map<string, string>;
  visits: number;
  pageViews: number;
  greetingsShown: number;
  /** Templates that were shown to them. */
  readonly campaigns: Set<number>;
  greetingsAccepted: number;
  ban?: Ban;
  /** The newest one, unless it was dismissed. */
  greeting?: Greeting;
}

/** A greeting on its way to one customer: `templateId` says which one, `uniqueId` which of its copies. */
export interface GreetingContent {
  readonly templateId: number;
  readonly uniqueId: string;
  readonly at: Iso;
  readonly agentId: string;
  readonly subtype?: string;
  readonly addon?: string;
  readonly isExitIntent: boolean;
  /** A message or a rich message; the rest of its fields are in `body`. */
  readonly type: string;
  readonly body: { readonly [field: string]: unknown };
}

export interface Greeting extends GreetingContent {
  accepted: boolean;
  readonly clicked: Set<string>;
}

export interface Token {
  readonly token: string;
  readonly customerId: string;
  readonly clientId: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  readonly seconds: number;
}

/** An uploaded file. Its bytes are elsewhere. */
export interface StoredFile {
  readonly id: string;
  readonly url: string;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  /** Milliseconds since 1970; no longer asked once it is kept. */
  readonly expiresAt: number;
  /** Part of an event. */
  readonly isKept: boolean;
  /** A picture that a browser can show. */
  readonly image?: { readonly width: number; readonly height: number };
}

/** Somebody who wants to be told over HTTP when something of one kind happens. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly description?: string;
  /** In the words of its version. */
  readonly action: string;
  readonly secretKey: string;
  readonly ownerClientId: string;
  readonly type: 'license' | 'bot';
  /** Given with this bot, and only heard while it is there. */
  readonly botId?: string;
  /** Of the path that it was registered at; names, bodies and envelope are of that version. */
  readonly version: string;
  readonly filters: { readonly [name: string]: unknown };
  readonly additionalData: readonly string[];
}

export interface ChatEvent {
  readonly id: string;
  readonly createdAt: Iso;
  readonly type: string;
  /** Customer id or an agent's e-mail; system messages have none. */
  readonly authorId?: string;
  readonly customId?: string;
  readonly visibility: Visibility;
  readonly properties: Properties;
  /** The fields of its type, as they are written in every dialect: text, content, fields, elements … */
  readonly body: { readonly [field: string]: unknown };
  deleted?: true;
}

/** A bot that was made while we ran. */
export interface Bot {
  readonly id: string;
  readonly name: string;
  readonly secret: string;
  readonly clientId: string;
  readonly avatar?: string;
  readonly jobTitle?: string;
  readonly priority: 'first' | 'normal' | 'last' | 'supervisor';
  readonly groupIds: readonly number[];
  readonly maxChats: number;
}

export interface Member {
  readonly id: string;
  readonly type: 'customer' | 'agent';
  present: boolean;
  visibility: Visibility;
  seenUpTo?: Iso;
}

export interface ThreadSummary {
  readonly status: string;
  readonly text: string;
  readonly updatedAt: Iso;
}

export interface Ban {
  readonly days: number;
  /** Milliseconds since 1970. */
  readonly until: number;
}

export interface Thread {
  readonly id: string;
  readonly createdAt: Iso;
  active: boolean;
  /** Everybody who took part. */
  readonly userIds: Set<string>;
  readonly events: ChatEvent[];
  readonly properties: Properties;
  groupIds: readonly number[];
  readonly tags: Set<string>;
  /** Waits for an agent since then. */
  queuedAt?: Iso;
  /** How long it has waited, in all queues before. */
  queuedSeconds?: number;
  summary?: ThreadSummary;
}

export interface Chat {
  readonly id: string;
  readonly customerId: string;
  readonly members: Map<string, Member>;
  readonly threads: Thread[];
  readonly properties: Properties;
  readonly followers: Set<string>;
  groupIds: readonly number[];
}
