import type { CustomerChanges, PlainProperties, PropertyNames, PropertyPlace } from './store/facts';
import type { ChatEvent, Greeting, Member, ThreadSummary, Visibility } from './store/model';
import type { Iso } from './time';

/** What somebody may have to be told, whatever the API and its version. Who hears it: `audience`. How it is said: `v3.0/` and `v3.6/`. */

export type RoutingStatus = 'accepting_chats' | 'not_accepting_chats' | 'offline';

interface InChat {
  readonly chatId: string;
}
interface InThread extends InChat {
  readonly threadId: string;
}

/** A place in the queue. Counted from 1; the wait is a guess. */
export interface QueuePlace {
  readonly position: number;
  readonly waitSeconds: number;
  readonly queuedAt: Iso;
}

/** What of the account has changed. The names are those of the pushes of v3.4 and later. */
export type AccountChange =
  | `agent_${'created' | 'approved' | 'suspended' | 'unsuspended' | 'deleted' | 'updated'}`
  | `${'bot' | 'group' | 'tag'}_${'created' | 'updated' | 'deleted'}`
  | `ticket_${'created' | 'deleted'}`
  | 'threads_deleted'
  | 'auto_accesses_updated'
  | 'license_properties_updated'
  | 'group_properties_updated';

export interface TransferredFrom {
  readonly groupIds: readonly number[];
  readonly agentIds: readonly string[];
}

export interface PostbackSent {
  readonly id: string;
  readonly toggled: boolean;
  /** What else came with it, as it came: button_type, button_value, ecommerce. */
  readonly more: { readonly [field: string]: unknown };
}

/** Shown before a chat begins; becomes an event of the chat that is started with its id. */
export interface WelcomeMessage {
  readonly id: string;
  readonly at: Iso;
  readonly agentId: string;
  readonly text: string;
}

export type News =
  | (InChat & {
      readonly news: 'chat-arrived';
      readonly requesterId?: string;
      readonly transferredFrom?: TransferredFrom;
      /** For one agent only: followed, added, transferred to. */
      readonly agentId?: string;
    })
  | (InThread & { readonly news: 'chat-deactivated'; readonly userId?: string })
  | (InChat & {
      readonly news: 'chat-transferred';
      readonly threadId?: string;
      readonly requesterId?: string;
      readonly reason: string;
      readonly groupIds?: readonly number[];
      readonly agentIds?: readonly string[];
      /** Nobody was free: the place in the queue of the new groups. */
      readonly queue?: QueuePlace;
      /** The groups before. */
      readonly wereIn?: readonly number[];
    })
  | (InChat & {
      readonly news: 'access-set';
      readonly groupIds: readonly number[];
      readonly wereIn?: readonly number[];
      /** The groups that were added or taken away, when it was asked for so. */
      readonly change?: { readonly kind: 'granted' | 'revoked'; readonly groupIds: readonly number[] };
    })
  | (InChat & { readonly news: 'unfollowed'; readonly agentId: string })
  | (InChat & {
      readonly news: 'user-added';
      readonly threadId?: string;
      readonly member: Member;
      readonly reason: string;
      readonly requesterId?: string;
    })
  | (InChat & {
      readonly news: 'user-removed';
      readonly threadId?: string;
      readonly member: Member;
      readonly reason: string;
      readonly requesterId?: string;
    })
  | (InThread & { readonly news: 'event-added'; readonly event: ChatEvent })
  | (InThread & { readonly news: 'event-deleted'; readonly event: ChatEvent })
  /** The whole event as it is now: edited, or a button of it was pressed. */
  | (InThread & { readonly news: 'event-updated'; readonly event: ChatEvent })
  /** What an agent or a bot is about to send; kept nowhere. Customers only. */
  | (InThread & {
      readonly news: 'preview';
      readonly authorId: string;
      readonly at: Iso;
      readonly text: string;
      readonly customId?: string;
    })
  | ({ readonly news: 'properties-set'; readonly properties: PlainProperties } & PropertyPlace)
  | ({ readonly news: 'properties-deleted'; readonly names: PropertyNames } & PropertyPlace)
  | (InThread & { readonly news: 'tag-set'; readonly tag: string; readonly isSet: boolean })
  | (InChat & { readonly news: 'seen'; readonly userId: string; readonly upTo: Iso })
  | (InThread & {
      readonly news: 'typing';
      readonly authorId: string;
      readonly visibility: Visibility;
      readonly isTyping: boolean;
      readonly at: number;
    })
  | (InThread & {
      readonly news: 'thinking';
      readonly authorId: string;
      readonly visibility: Visibility;
      readonly at: Iso;
      readonly title?: string;
      readonly description?: string;
      readonly customId?: string;
    })
  | (InThread & { readonly news: 'summary-set'; readonly summary: ThreadSummary })
  | (InThread & { readonly news: 'summary-failed' })
  | (InThread & { readonly news: 'thread-deleted' })
  | (InChat & { readonly news: 'chat-deleted'; readonly groupIds: readonly number[] })
  /** All places that are not as they were told last. Customers hear of their own, agents of those in their groups. */
  | {
      readonly news: 'queue-moved';
      readonly places: readonly (InThread & { readonly queue: QueuePlace })[];
    }
  | (InThread & { readonly news: 'sneak-peek'; readonly authorId: string; readonly text: string; readonly at: number })
  | { readonly news: 'customer-changed'; readonly customerId: string; readonly changes: CustomerChanges }
  /** Made by an agent, or by asking for a first token. */
  | { readonly news: 'customer-created'; readonly customerId: string }
  /** On the site; or, with the group before, in sight of agents who did not see them there. */
  | { readonly news: 'customer-arrived'; readonly customerId: string; readonly wasIn?: number }
  | { readonly news: 'customer-left'; readonly customerId: string; readonly at: Iso }
  /** A visitor who browses has got another group, out of sight of some agents. */
  | {
      readonly news: 'customer-transferred';
      readonly customerId: string;
      readonly wasIn: number;
      readonly groupIds: readonly number[];
    }
  /** A counter of theirs has moved. */
  | { readonly news: 'customer-statistics'; readonly customerId: string }
  /** Agents hear of it; the customer's connections end with `customer_banned`. */
  | { readonly news: 'customer-banned'; readonly customerId: string; readonly days: number }
  | {
      readonly news: 'page-viewed';
      readonly customerId: string;
      readonly url: string;
      readonly title?: string;
      readonly at: Iso;
    }
  | { readonly news: 'side-storage'; readonly customerId: string; readonly storage: { readonly [key: string]: string } }
  /** A button of a rich message was pressed, or let go of. Only told while the thread is active. */
  | (InThread & {
      readonly news: 'postback-sent';
      readonly userId: string;
      readonly eventId: string;
      readonly postback: PostbackSent;
    })
  /** For the customer only, as everything about greetings. */
  | { readonly news: 'greeting-sent'; readonly customerId: string; readonly greeting: Greeting }
  | { readonly news: 'greeting-accepted'; readonly customerId: string; readonly uniqueId: string }
  /** Dismissed, or a newer one took its place. */
  | { readonly news: 'greeting-canceled'; readonly customerId: string; readonly uniqueId: string }
  /** What was promised by `request_welcome_message`. */
  | { readonly news: 'welcome-message'; readonly customerId: string; readonly message: WelcomeMessage }
  | { readonly news: 'customers-listed'; readonly agentId: string }
  /** For one connection: how many match each of its subscriptions. */
  | { readonly news: 'subscription-totals'; readonly totals: { readonly [subscriptionId: string]: number } }
  | { readonly news: 'routing-status'; readonly agentId: string; readonly status: RoutingStatus }
  | {
      readonly news: 'group-statuses';
      /** `isForQueue`: somebody takes chats, and nobody has a free place. */
      readonly groups: readonly {
        readonly id: number;
        readonly status: RoutingStatus;
        readonly isForQueue?: boolean;
      }[];
    }
  /** The payload is as the wire has it. Agents only; versions before 3.4 have none of these. */
  | { readonly news: 'account-changed'; readonly change: AccountChange; readonly payload: unknown }
  | {
      readonly news: 'multicast';
      /** Missing: the server itself. */
      readonly authorId?: string;
      readonly agentIds: ReadonlySet<string>;
      readonly customerIds?: ReadonlySet<string>;
      readonly content: unknown;
      readonly type?: string;
    };

export type NewsKind = News['news'];

/** What carries the `request_id` of a request: one kind of news, or several of which each does once. */
export type Answer = NewsKind | readonly NewsKind[];
