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

interface ChatAndThread {
  readonly chat_id: string;
  readonly thread_id: string;
}

export interface NewChat {
  readonly id?: string;
  readonly access?: Access;
  readonly properties?: Properties;
  readonly users?: readonly { readonly id: string; readonly type: 'customer' }[];
  readonly thread?: { readonly events?: readonly OutgoingEvent[]; readonly properties?: Properties };
}

// ── actions: name → [request payload, response payload] ────────────────────

type Nothing = { readonly [key: string]: never };

export interface Actions {
  readonly login: [
    {
      /** `Bearer <access token>` */
      readonly token: string;
      readonly customer?: Partial<Customer>;
      readonly customer_page?: { readonly url?: string; readonly title?: string };
      readonly customer_side_storage?: { readonly [key: string]: string } | null;
      readonly is_mobile?: boolean;
      readonly group_id?: number;
      readonly referrer?: string;
      readonly application?: { readonly name?: string; readonly version?: string; readonly channel_type?: string };
      /** Version → names, or `["all"]`. */
      readonly pushes?: { readonly [version: string]: readonly string[] };
      readonly tab_id?: string;
    },
    {
      readonly customer: Customer;
      readonly customer_id?: string;
      readonly has_active_thread: boolean;
      readonly chats: readonly {
        readonly chat_id: string;
        readonly has_unread_events: boolean;
        readonly has_active_thread?: boolean;
      }[];
      readonly greeting?: Greeting;
      readonly __priv_dynamic_config: DynamicConfig;
    },
  ];
  readonly ping: [Nothing, Nothing];
  readonly list_chats: [
    { readonly limit?: number; readonly sort_order?: 'asc' | 'desc'; readonly page_id?: string },
    {
      readonly chats_summary: readonly ChatSummary[];
      readonly total_chats: number;
      readonly next_page_id?: string;
      readonly previous_page_id?: string;
    },
  ];
  readonly list_threads: [
    {
      readonly chat_id: string;
      readonly sort_order?: 'asc' | 'desc';
      readonly limit?: number;
      readonly min_events_count?: number;
      readonly page_id?: string;
    },
    {
      readonly threads: readonly Thread[];
      readonly found_threads?: number;
      readonly next_page_id?: string;
      readonly previous_page_id?: string;
    },
  ];
  readonly get_chat: [{ readonly chat_id: string; readonly thread_id?: string }, Chat];
  readonly start_chat: [
    {
      readonly chat?: NewChat;
      readonly active?: boolean;
      readonly continuous?: boolean;
      readonly welcome_message_id?: string;
    },
    { readonly chat_id: string; readonly thread_id: string; readonly event_ids?: readonly string[] },
  ];
  readonly resume_chat: [
    { readonly chat: NewChat & { readonly id: string }; readonly active?: boolean; readonly continuous?: boolean },
    { readonly thread_id: string; readonly event_ids?: readonly string[] },
  ];
  readonly deactivate_chat: [{ readonly id: string }, Nothing];
  readonly send_event: [
    { readonly chat_id: string; readonly event: OutgoingEvent; readonly attach_to_last_thread?: boolean },
    { readonly event_id: string },
  ];
  readonly send_sneak_peek: [{ readonly chat_id: string; readonly sneak_peek_text: string }, Nothing];
  readonly mark_events_as_seen: [{ readonly chat_id: string; readonly seen_up_to: Iso }, Nothing];
  readonly update_customer: [Partial<Customer>, Nothing];
  readonly set_customer_session_fields: [{ readonly session_fields: SessionFields }, Nothing];
  readonly get_customer: [Nothing, Customer];
  readonly update_customer_page: [
    { readonly url: string; readonly title?: string },
    { readonly groups?: readonly { readonly id: number; readonly status: GroupStatus }[] },
  ];
  readonly list_group_statuses: [
    { readonly all?: boolean; readonly group_ids?: readonly number[] },
    { readonly groups_status: { readonly [groupId: string]: GroupStatus } },
  ];
}

// ── pushes: name → payload ─────────────────────────────────────────────────

export interface Pushes {
  readonly incoming_chat: { readonly requester_id?: string; readonly chat: Chat & { readonly thread: Thread } };
  readonly chat_deactivated: ChatAndThread & { readonly user_id?: string };
  readonly chat_transferred: {
    readonly chat_id: string;
    readonly thread_id?: string;
    readonly requester_id?: string;
    readonly reason?: string;
    readonly transferred_to: { readonly group_ids?: readonly number[]; readonly agent_ids?: readonly string[] };
    readonly queue?: Queue;
  };
  readonly user_added_to_chat: {
    readonly chat_id: string;
    readonly thread_id?: string;
    readonly user: User;
    readonly reason: string;
    readonly requester_id?: string;
  };
  readonly user_removed_from_chat: {
    readonly chat_id: string;
    readonly thread_id?: string;
    readonly user_id: string;
    readonly reason: string;
    readonly requester_id?: string;
  };
  readonly incoming_event: ChatAndThread & { readonly event: Event };
  readonly event_updated: ChatAndThread & { readonly event: Event };
  readonly event_deleted: ChatAndThread & { readonly event_id: string };
  readonly events_marked_as_seen: { readonly user_id: string; readonly chat_id: string; readonly seen_up_to: Iso };
  readonly incoming_typing_indicator: ChatAndThread & {
    readonly typing_indicator: {
      readonly author_id: string;
      readonly recipients?: Recipients;
      readonly timestamp: UnixSeconds;
      readonly is_typing: boolean;
    };
  };
  readonly queue_position_updated: ChatAndThread & {
    readonly queue: { readonly position: number; readonly wait_time: number };
  };
  /** Only the changed fields, and `id`. */
  readonly customer_updated: { readonly id: string } & Partial<Customer>;
  readonly customer_side_storage_updated: { readonly customer_side_storage: { readonly [key: string]: string } };
  readonly customer_disconnected: {
    readonly reason: string;
    readonly data?: { readonly region?: string; readonly timeout?: number };
  };
  readonly groups_status_updated: {
    readonly groups: readonly { readonly id: number; readonly status: GroupStatus }[];
  };
}
