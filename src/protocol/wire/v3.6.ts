import type { FilledField, FormField } from './forms';
import type { MessagePostback, RichMessageBody } from './rich-messages';

export type { MessagePostback };

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

export interface Address {
  readonly address?: string;
  readonly city?: string;
  readonly country?: string;
  readonly state?: string;
  readonly postal_code?: string;
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
  /** v3.6 */
  readonly address?: Address;
  /** v3.6. Requests and answers disagree on what is in it. */
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

export interface PredictedAgent {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly avatar: string;
  readonly job_title: string;
  readonly is_bot: boolean;
  /** Of a bot: `chatbot` or `ai_agent`. */
  readonly bot_type?: string;
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

export interface RichMessageEvent extends EventBase, RichMessageBody {
  readonly type: 'rich_message';
  readonly author_id: string;
}

/** From v3.3 on. */
export interface FormEvent extends EventBase {
  readonly type: 'form';
  /** Absent when the platform put it there. */
  readonly author_id?: string;
  readonly form_id: string;
  readonly form_type?: string;
  readonly fields: readonly FormField[];
}

export interface FilledFormEvent extends EventBase {
  readonly type: 'filled_form';
  readonly author_id: string;
  readonly form_id: string;
  readonly form_type?: string;
  readonly fields: readonly FilledField[];
}

/** What the platform did. v3.6, never sent. */
export interface SystemEvent extends EventBase {
  readonly type: 'system';
  readonly source: string;
  readonly subtype: string;
  readonly version: number;
  /** JSON as text. */
  readonly details: string;
}

export type Event =
  | MessageEvent
  | FileEvent
  | SystemMessageEvent
  | CustomEvent
  | RichMessageEvent
  | FormEvent
  | FilledFormEvent
  | SystemEvent;

/** Of a greeting, a preview or a welcome message: no event yet, so it has no id. */
export type EventWithoutId = Omit<MessageEvent, 'id'> | Omit<RichMessageEvent, 'id'>;

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
    | ({ readonly type: 'rich_message' } & RichMessageBody)
    | { readonly type: 'form'; readonly form_id: string; readonly fields: readonly FormField[] }
    | { readonly type: 'filled_form'; readonly form_id: string; readonly fields: readonly FilledField[] }
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
  readonly thread_order?: number;
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

/** One entry of `chats_info`, which v3.7 has for `chats_summary`. */
export type ChatInfo = Omit<ChatSummary, 'last_thread_id' | 'last_thread_created_at' | 'last_event_per_type'> & {
  readonly last_thread_info?: {
    readonly id: string;
    readonly created_at: Iso;
    readonly last_event_per_type?: { readonly [eventType: string]: { readonly event: Event } };
  };
};

export interface Greeting {
  readonly id: number;
  readonly unique_id: string;
  readonly displayed_first_time: boolean;
  readonly accepted?: boolean;
  readonly addon?: string;
  readonly subtype?: string;
  readonly is_exit_intent?: boolean;
  readonly event: EventWithoutId;
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
