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
  address?: { readonly [part: string]: string };
  sessionFields: Map<string, string>;
  visits: number;
  pageViews: number;
}

export interface Token {
  readonly token: string;
  readonly customerId: string;
  readonly clientId: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  readonly seconds: number;
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

export interface Member {
  readonly id: string;
  readonly type: 'customer' | 'agent';
  present: boolean;
  visibility: Visibility;
  seenUpTo?: Iso;
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
