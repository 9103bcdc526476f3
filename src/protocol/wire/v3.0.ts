import type { FilledField } from './forms';
import type { MessagePostback, RichMessageBody } from './rich-messages';
import type { Access, PropertyNames, PropertyValue, Recipients, UnixSeconds } from './v3.6';

/**
 * What travels over the Customer Chat API v3.0, as documented. Types only: receivers check every field themselves, and
 * tolerate missing and unknown ones.
 */

export type { Access, PropertyNames, UnixSeconds };

/** In requests. */
export type BareProperties = { readonly [namespace: string]: { readonly [name: string]: PropertyValue } };
/** In responses and pushes. */
export type WrappedProperties = {
  readonly [namespace: string]: { readonly [name: string]: { readonly value: PropertyValue } };
};
export type Fields = { readonly [name: string]: string };

// ── users ──────────────────────────────────────────────────────────────────

export interface Customer {
  readonly id: string;
  readonly type: 'customer';
  readonly name?: string;
  readonly email?: string;
  readonly avatar?: string;
  readonly fields?: Fields;
  readonly present?: boolean;
  readonly last_seen_timestamp?: UnixSeconds;
}

export interface Agent {
  /** An e-mail address. */
  readonly id: string;
  readonly type: 'agent';
  readonly name: string;
  /** Often lacks the scheme. */
  readonly avatar?: string;
  readonly job_title?: string;
  readonly present?: boolean;
  readonly last_seen_timestamp?: UnixSeconds;
  readonly is_bot?: boolean;
}

export type User = Customer | Agent;

// ── events ─────────────────────────────────────────────────────────────────

interface EventBase {
  readonly id: string;
  readonly custom_id?: string;
  /** Counts within the thread, and sorts. */
  readonly order: number;
  readonly timestamp: UnixSeconds;
  readonly recipients?: Recipients;
  readonly properties?: WrappedProperties;
}

interface ByAuthor extends EventBase {
  readonly author_id: string;
}

export type Event =
  | (ByAuthor & { readonly type: 'message'; readonly text: string; readonly postback?: MessagePostback })
  | (EventBase & {
      readonly type: 'system_message';
      readonly text: string;
      readonly system_message_type: string;
      readonly text_vars?: { readonly [name: string]: string };
    })
  /** Gone in v3.1. */
  | (ByAuthor & { readonly type: 'annotation'; readonly annotation_type: string; readonly text?: string })
  | (ByAuthor & { readonly type: 'filled_form'; readonly form_id: string; readonly fields: readonly FilledField[] })
  /** Made by the server, when a file was sent to it. */
  | (ByAuthor & {
      readonly type: 'file';
      readonly name: string;
      readonly url: string;
      readonly content_type: string;
      readonly size: number;
      readonly width?: number;
      readonly height?: number;
      readonly thumbnail_url?: string;
      readonly thumbnail2x_url?: string;
    })
  | (ByAuthor & { readonly type: 'custom'; readonly content?: unknown })
  | (ByAuthor & { readonly type: 'rich_message' } & RichMessageBody);

export type OutgoingEvent = {
  readonly custom_id?: string;
  readonly recipients?: Recipients;
  readonly properties?: BareProperties;
} & (
  | { readonly type: 'message'; readonly text: string; readonly postback?: MessagePostback }
  | { readonly type: 'system_message'; readonly text: string; readonly system_message_type?: string }
  | { readonly type: 'annotation'; readonly annotation_type: string; readonly text?: string }
  | { readonly type: 'filled_form'; readonly form_id: string; readonly fields: readonly FilledField[] }
  | { readonly type: 'custom'; readonly content?: unknown }
  | ({ readonly type: 'rich_message' } & RichMessageBody)
);

// ── chats ──────────────────────────────────────────────────────────────────

export interface Thread {
  readonly id: string;
  readonly active: boolean;
  /** Counts within the chat. */
  readonly order: number;
  readonly user_ids: readonly string[];
  readonly events: readonly Event[];
  readonly properties?: WrappedProperties;
  readonly access?: Access;
}

interface ChatBase {
  readonly id: string;
  readonly order?: number;
  readonly users: readonly User[];
  readonly properties?: WrappedProperties;
  readonly access?: Access;
}

export interface Chat extends ChatBase {
  readonly thread: Thread;
}

export interface ChatWithThreads extends ChatBase {
  readonly threads: readonly Thread[];
}

export interface ChatSummary extends ChatBase {
  /** Not always told. */
  readonly active?: boolean;
  readonly last_thread_id?: string;
  readonly last_event_per_type?: {
    readonly [eventType: string]: { readonly thread_id: string; readonly thread_order: number; readonly event: Event };
  };
}

export interface ThreadSummary {
  readonly id: string;
  readonly order: number;
  readonly total_events: number;
  readonly active?: boolean;
}

export interface NewChat {
  readonly id?: string;
  readonly access?: Access;
  readonly properties?: BareProperties;
  readonly thread?: { readonly events?: readonly OutgoingEvent[]; readonly properties?: BareProperties };
}

/** Told at log-in only, and a text only. */
export interface Greeting {
  readonly id: number;
  readonly unique_id: string;
  readonly text: string;
  readonly displayed_first_time: boolean;
  readonly agent: Agent;
}

/** Keys that begin with `__priv_` may change between minor versions. */
export interface DynamicConfig {
  readonly customer_data?: {
    readonly name?: string;
    readonly last_visit_timestamp?: UnixSeconds;
    readonly page_views_count?: number;
    readonly visits_count?: number;
    readonly chats_count?: number;
    readonly invitations_shown_count?: number;
    readonly invitations_accepted_count?: number;
    readonly client_version?: string;
    readonly fields?: string | Fields;
    readonly group_id?: number;
  };
  readonly online_groups_ids?: readonly number[];
  readonly global_properties?: { readonly [name: string]: string };
  readonly customer_groups?: {
    readonly monitoring: {
      readonly id: number;
      readonly static_config_url?: string;
      readonly language_config_url?: string;
    };
    readonly chats?: object;
  };
  readonly static_config_version?: string;
  readonly predicted_agent?: Agent;
  readonly greeting?: Greeting;
}
