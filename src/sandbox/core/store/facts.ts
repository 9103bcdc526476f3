import type { Iso } from '../time';
import type { Ban, Bot, GreetingContent, PropertyValue, StoredFile, ThreadSummary, Visibility, Webhook } from './model';

/** Everything that can be true of the store from some moment on. What is not a fact is gone after a restart. */

export type PlainProperties = { readonly [namespace: string]: { readonly [name: string]: PropertyValue } };
export type PropertyNames = { readonly [namespace: string]: readonly string[] };

export interface CustomerChanges {
  readonly name?: string;
  readonly email?: string;
  readonly avatar?: string;
  readonly phoneNumber?: string;
  readonly emailVerified?: boolean;
  /** Accounts elsewhere, as they came. */
  readonly omnichannel?: { readonly [channel: string]: unknown };
  readonly address?: { readonly [part: string]: string };
  /** All of them: merging is done before. */
  readonly sessionFields?: readonly (readonly [string, string])[];
}

export interface EventFact {
  readonly id: string;
  readonly createdAt: Iso;
  readonly type: string;
  readonly authorId?: string;
  readonly customId?: string;
  readonly visibility: Visibility;
  readonly properties?: PlainProperties;
  readonly body: { readonly [field: string]: unknown };
}

export interface TicketContent {
  readonly subject: string;
  readonly message: string;
  readonly name?: string;
  readonly email: string;
  readonly groupId: number;
  readonly url?: string;
}

/** Where properties are: on a chat, on one of its threads, on one of its events. */
export interface PropertyPlace {
  readonly chatId: string;
  readonly threadId?: string;
  readonly eventId?: string;
}

export type Fact =
  | { readonly fact: 'key-made'; readonly key: string }
  | { readonly fact: 'customer-created'; readonly at: Iso; readonly id: string }
  | { readonly fact: 'customer-changed'; readonly id: string; readonly changes: CustomerChanges }
  /** Without a ban it is lifted. */
  | { readonly fact: 'ban-set'; readonly id: string; readonly ban?: Ban }
  | { readonly fact: 'page-viewed'; readonly customerId: string; readonly isNewVisit: boolean; readonly pages: number }
  | {
      readonly fact: 'token-issued';
      readonly token: string;
      readonly customerId: string;
      readonly clientId: string;
      readonly expiresAt: number;
      readonly seconds: number;
    }
  | { readonly fact: 'token-revoked'; readonly token: string }
  | ({ readonly fact: 'file-stored' } & Omit<StoredFile, 'isKept'>)
  | { readonly fact: 'file-kept'; readonly id: string }
  | { readonly fact: 'webhook-registered'; readonly webhook: Webhook }
  | { readonly fact: 'webhook-unregistered'; readonly id: string }
  | { readonly fact: 'webhooks-switched'; readonly clientId: string; readonly isOn: boolean }
  /** A button of a rich message: everywhere in the event where this postback id is. */
  | {
      readonly fact: 'postback-set';
      readonly chatId: string;
      readonly threadId: string;
      readonly eventId: string;
      readonly postbackId: string;
      readonly userId: string;
      readonly toggled: boolean;
    }
  /** Takes the place of the one before. */
  | { readonly fact: 'greeting-sent'; readonly customerId: string; readonly greeting: GreetingContent }
  | { readonly fact: 'greeting-accepted'; readonly customerId: string; readonly uniqueId: string }
  | { readonly fact: 'greeting-canceled'; readonly customerId: string; readonly uniqueId: string }
  | {
      readonly fact: 'greeting-clicked';
      readonly customerId: string;
      readonly uniqueId: string;
      readonly buttonId: string;
    }
  | { readonly fact: 'ticket-created'; readonly at: Iso; readonly id: string; readonly content: TicketContent }
  | { readonly fact: 'chat-created'; readonly chatId: string; readonly customerId: string }
  | {
      readonly fact: 'thread-opened';
      readonly at: Iso;
      readonly chatId: string;
      readonly threadId: string;
      readonly active: boolean;
    }
  | { readonly fact: 'thread-closed'; readonly chatId: string; readonly threadId: string }
  | { readonly fact: 'event-added'; readonly chatId: string; readonly threadId: string; readonly event: EventFact }
  | {
      readonly fact: 'event-changed';
      readonly chatId: string;
      readonly threadId: string;
      readonly eventId: string;
      /** All fields of its type. */
      readonly body: EventFact['body'];
    }
  | { readonly fact: 'event-deleted'; readonly chatId: string; readonly threadId: string; readonly eventId: string }
  | {
      readonly fact: 'member-set';
      readonly chatId: string;
      readonly id: string;
      readonly type: 'customer' | 'agent';
      readonly present: boolean;
      readonly visibility: Visibility;
    }
  | { readonly fact: 'seen'; readonly chatId: string; readonly userId: string; readonly upTo: Iso }
  | { readonly fact: 'followed'; readonly chatId: string; readonly agentId: string; readonly isFollowing: boolean }
  | { readonly fact: 'access-set'; readonly chatId: string; readonly groupIds: readonly number[] }
  | {
      readonly fact: 'queue-set';
      readonly chatId: string;
      readonly threadId: string;
      readonly at: Iso;
      readonly isIn: boolean;
    }
  | {
      readonly fact: 'summary-set';
      readonly chatId: string;
      readonly threadId: string;
      readonly summary: ThreadSummary;
    }
  | { readonly fact: 'thread-deleted'; readonly chatId: string; readonly threadId: string }
  | { readonly fact: 'chat-deleted'; readonly chatId: string }
  | { readonly fact: 'bot-set'; readonly bot: Bot }
  | { readonly fact: 'bot-deleted'; readonly botId: string }
  | ({ readonly fact: 'properties-set'; readonly properties: PlainProperties } & PropertyPlace)
  | ({ readonly fact: 'properties-deleted'; readonly names: PropertyNames } & PropertyPlace)
  | {
      readonly fact: 'tag-set';
      readonly chatId: string;
      readonly threadId: string;
      readonly tag: string;
      readonly isSet: boolean;
    };

const KINDS: ReadonlySet<string> = new Set<Fact['fact']>([
  'key-made',
  'customer-created',
  'customer-changed',
  'page-viewed',
  'token-issued',
  'token-revoked',
  'file-stored',
  'file-kept',
  'webhook-registered',
  'webhook-unregistered',
  'webhooks-switched',
  'postback-set',
  'greeting-sent',
  'greeting-accepted',
  'greeting-canceled',
  'greeting-clicked',
  'ticket-created',
  'chat-created',
  'thread-opened',
  'thread-closed',
  'event-added',
  'event-deleted',
  'event-changed',
  'ban-set',
  'queue-set',
  'summary-set',
  'thread-deleted',
  'chat-deleted',
  'bot-set',
  'bot-deleted',
  'member-set',
  'seen',
  'followed',
  'access-set',
  'properties-set',
  'properties-deleted',
  'tag-set',
]);

/** A turn as it was written to a log: a list of facts whose kinds we know. */
export function isTurn(value: unknown): value is readonly Fact[] {
  return Array.isArray(value) && value.every((item: unknown) => KINDS.has((item as Fact | null)?.fact ?? ''));
}
