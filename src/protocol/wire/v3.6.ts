/**
 * What travels over the Customer Chat API v3.6, as documented. Types only: receivers check every field themselves,
 * and tolerate missing and unknown ones.
 */

/** RFC 3339 in UTC with six fractional digits, e.g. `2026-02-11T09:14:03.482913Z`. */
export type Iso = string;
/** Whole seconds since 1970. */
export type UnixSeconds = number;
export type GroupStatus = 'online' | 'online_for_queue' | 'offline';
export type Recipients = 'all' | 'agents';
export type PropertyValue = string | number | boolean;
export type Properties = { readonly [namespace: string]: { readonly [name: string]: PropertyValue } };
export type PropertyNames = { readonly [namespace: string]: readonly string[] };
/** An ordered list of objects with one key each. */
export type SessionFields = readonly { readonly [name: string]: string }[];

export interface Access {
  readonly group_ids: readonly number[];
}

// ── users ──────────────────────────────────────────────────────────────────

export interface Statistics {
  readonly chats_count: number;
  readonly threads_count: number;
  readonly visits_count: number;
  readonly page_views_count: number;
  readonly greetings_shown_count: number;
  readonly greetings_accepted_count: number;
}

export interface Customer {
  readonly id: string;
  readonly type?: 'customer';
  readonly name?: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly avatar?: string;
  readonly phone_number?: string;
  readonly session_fields?: SessionFields;
  readonly present?: boolean;
  readonly events_seen_up_to?: Iso;
  readonly address?: { readonly [part: string]: string };
  readonly omnichannel?: object;
  readonly statistics?: Statistics;
}

export interface Agent {
  readonly id: string;
  readonly type: 'agent';
  readonly name: string;
  /** May lack the scheme. */
  readonly avatar?: string;
  readonly job_title?: string;
  readonly present?: boolean;
  readonly events_seen_up_to?: Iso;
  readonly is_bot?: boolean;
}

export type User = (Customer & { readonly type: 'customer' }) | Agent;

// ── events ─────────────────────────────────────────────────────────────────

interface EventBase {
  readonly id: string;
  readonly custom_id?: string;
  readonly created_at: Iso;
  readonly recipients?: Recipients;
  /** Some v3.6 samples print this name instead of `recipients`. */
  readonly visibility?: Recipients;
  readonly properties?: Properties;
}

export interface MessagePostback {
  readonly id: string;
  readonly thread_id: string;
  readonly event_id: string;
  readonly type?: string;
  readonly value?: string;
}

export interface MessageEvent extends EventBase {
  readonly type: 'message';
  readonly author_id: string;
  readonly text: string;
  readonly postback?: MessagePostback;
}

export interface FileEvent extends EventBase {
  readonly type: 'file';
  readonly author_id: string;
  readonly url: string;
  readonly name: string;
  readonly content_type: string;
  readonly size?: number;
  readonly width?: number;
  readonly height?: number;
  readonly thumbnail_url?: string;
  readonly thumbnail2x_url?: string;
  readonly alternative_text?: string;
}

export interface SystemMessageEvent extends EventBase {
  readonly type: 'system_message';
  readonly system_message_type: string;
  readonly text?: string;
  readonly text_vars?: { readonly [name: string]: string };
}

export interface CustomEvent extends EventBase {
  readonly type: 'custom';
  readonly author_id: string;
  readonly content?: unknown;
}

/** Rich messages, forms and the events of other systems: their own fields are not read yet. */
export interface OtherEvent extends EventBase {
  readonly type: 'rich_message' | 'form' | 'filled_form' | 'system';
  readonly author_id?: string;
  readonly [field: string]: unknown;
}

export type Event = MessageEvent | FileEvent | SystemMessageEvent | CustomEvent | OtherEvent;

interface OutgoingBase {
  readonly custom_id?: string;
  readonly recipients?: Recipients;
  readonly properties?: Properties;
}

export type OutgoingEvent = OutgoingBase &
  (
    | { readonly type: 'message'; readonly text: string; readonly postback?: MessagePostback }
    | { readonly type: 'file'; readonly url: string; readonly alternative_text?: string }
    | { readonly type: 'custom'; readonly content?: unknown }
    | {
        readonly type: 'system_message';
        readonly system_message_type: string;
        readonly text?: string;
        readonly text_vars?: { readonly [name: string]: string };
      }
  );

// ── chats ──────────────────────────────────────────────────────────────────

export interface Queue {
  readonly position: number;
  /** Seconds, an estimate. */
  readonly wait_time: number;
  readonly queued_at?: Iso;
}

export interface Thread {
  readonly id: string;
  readonly active: boolean;
  readonly created_at: Iso;
  readonly user_ids: readonly string[];
  readonly events: readonly Event[];
  readonly properties?: Properties;
  readonly access?: Access;
  readonly queue?: Queue;
  readonly previous_thread_id?: string;
  readonly next_thread_id?: string;
}

export interface Chat {
  readonly id: string;
  readonly users: readonly User[];
  /** Absent when the threads were removed. */
  readonly thread?: Thread | null;
  readonly properties?: Properties;
  readonly access?: Access;
  readonly transferred_from?: { readonly group_ids?: readonly number[]; readonly agent_ids?: readonly string[] };
}

export interface LastEvent {
  readonly thread_id: string;
  readonly thread_created_at: Iso;
  readonly event: Event;
}

export interface ChatSummary {
  readonly id: string;
  readonly active: boolean;
  readonly users: readonly User[];
  readonly access?: Access;
  readonly properties?: Properties;
  readonly last_thread_id?: string;
  readonly last_thread_created_at?: Iso;
  readonly last_event_per_type?: { readonly [eventType: string]: LastEvent };
}

export interface Greeting {
  readonly id: number;
  readonly unique_id: string;
  readonly displayed_first_time: boolean;
  readonly accepted?: boolean;
  readonly addon?: string;
  readonly subtype?: string;
  readonly is_exit_intent?: boolean;
  readonly event: Omit<MessageEvent, 'id'>;
  readonly agent: Omit<Agent, 'type'> & { readonly type?: string };
}

/** Keys that begin with `__priv_` may change between minor versions. */
export interface DynamicConfig {
  /** Absent when every group is offline. */
  readonly online_groups_ids?: readonly number[];
  readonly customer_groups?: {
    readonly monitoring: {
      readonly id: number;
      readonly static_config_url?: string;
      readonly language_config_url?: string;
    };
    readonly chats?: object;
  };
  readonly organization_id?: string;
  readonly static_config_version?: string;
  readonly customer_data?: object;
}

export interface NewChat {
  readonly id?: string;
  readonly access?: Access;
  readonly properties?: Properties;
  readonly users?: readonly { readonly id: string; readonly type: 'customer' }[];
  readonly thread?: { readonly events?: readonly OutgoingEvent[]; readonly properties?: Properties };
}
