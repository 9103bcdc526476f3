import type { Form } from './forms';
import type { Postback } from './rich-messages';
import type {
  Access,
  Agent,
  BareProperties,
  Chat,
  ChatSummary,
  ChatWithThreads,
  Customer,
  DynamicConfig,
  Event,
  Fields,
  NewChat,
  OutgoingEvent,
  PropertyNames,
  ThreadSummary,
  UnixSeconds,
  User,
  WrappedProperties,
} from './v3.0';
import type { GroupStatus } from './v3.6';

/** What can be asked, and what can be heard. Customer Chat API v3.0. */

type Nothing = { readonly [key: string]: never };

interface ChatId {
  readonly chat_id: string;
}
interface ChatAndThread extends ChatId {
  readonly thread_id: string;
}
interface EventIds extends ChatAndThread {
  readonly event_id: string;
}
interface Set {
  readonly properties: BareProperties;
}
interface Told {
  readonly properties: WrappedProperties;
}
interface Named {
  readonly properties: PropertyNames;
}

// ── actions: name → [request payload, response payload] ────────────────────

export interface Actions {
  readonly login: [
    {
      readonly token: string;
      readonly group_id?: number;
      readonly customer?: {
        readonly name?: string;
        readonly email?: string;
        readonly avatar?: string;
        readonly fields?: Fields;
      };
      readonly customer_page?: { readonly url?: string; readonly title?: string };
      readonly referrer?: string;
      readonly customer_side_storage?: { readonly [key: string]: string } | null;
    },
    {
      readonly customer_id: string;
      readonly has_active_thread: boolean;
      readonly __priv_dynamic_config: DynamicConfig;
    },
  ];
  readonly ping: [Nothing, Nothing];
  readonly get_chats_summary: [
    { readonly offset?: number; readonly limit?: number },
    { readonly chats_summary: readonly ChatSummary[]; readonly total_chats: number },
  ];
  readonly get_chat_threads_summary: [
    ChatId & { readonly offset?: number; readonly limit?: number },
    { readonly threads_summary: readonly ThreadSummary[]; readonly total_threads: number },
  ];
  readonly get_chat_threads: [ChatId & { readonly thread_ids: readonly string[] }, { readonly chat: ChatWithThreads }];
  readonly get_groups_status: [
    { readonly all?: boolean; readonly groups?: readonly number[]; readonly group_ids?: readonly number[] },
    { readonly groups_status: { readonly [groupId: string]: GroupStatus } },
  ];
  readonly get_predicted_agent: [Nothing, { readonly agent: Agent }];
  readonly get_url_details: [
    { readonly url: string },
    {
      readonly url: string;
      readonly title?: string;
      readonly description?: string;
      /** Without a scheme. */
      readonly image_url?: string;
      readonly image_width?: number;
      readonly image_height?: number;
    },
  ];
  readonly start_chat: [{ readonly chat?: NewChat; readonly continuous?: boolean }, { readonly chat: Chat }];
  readonly activate_chat: [{ readonly chat: NewChat & { readonly id: string } }, { readonly chat: ChatWithThreads }];
  readonly close_thread: [ChatId, Nothing];
  /** Begins a thread when none is active, unless one of the two flags is set. */
  readonly send_event: [
    ChatId & {
      readonly event: OutgoingEvent;
      readonly attach_to_last_thread?: boolean;
      readonly require_active_thread?: boolean;
    },
    { readonly thread_id: string; readonly event: Event },
  ];
  readonly send_rich_message_postback: [EventIds & { readonly postback: Postback }, Nothing];
  readonly send_sneak_peek: [ChatId & { readonly sneak_peek_text: string }, Nothing];
  readonly update_chat_properties: [ChatId & Set, Nothing];
  readonly update_chat_thread_properties: [ChatAndThread & Set, Nothing];
  readonly update_event_properties: [EventIds & Set, Nothing];
  readonly delete_chat_properties: [ChatId & Named, Nothing];
  readonly delete_chat_thread_properties: [ChatAndThread & Named, Nothing];
  readonly delete_event_properties: [EventIds & Named, Nothing];
  readonly update_last_seen_timestamp: [
    ChatId & { readonly timestamp?: UnixSeconds },
    { readonly timestamp: UnixSeconds },
  ];
  /** Fields are merged. */
  readonly update_customer: [
    { readonly name?: string; readonly email?: string; readonly avatar?: string; readonly fields?: Fields },
    { readonly customer: Customer },
  ];
  /** Fields are replaced. */
  readonly set_customer_fields: [{ readonly fields: Fields }, Nothing];
  readonly update_customer_page: [{ readonly url: string; readonly title?: string }, Nothing];
  readonly get_form: [
    { readonly group_id: number; readonly type: 'prechat' | 'postchat' },
    { readonly enabled: boolean; readonly form?: Form },
  ];
}

/** Bodies are wrapped in `{"payload": …}`, both ways. */
export interface HttpActions {
  /** Multipart, with names like `payload.file`. The server makes the event. */
  readonly send_file: [
    ChatId & { readonly file: unknown; readonly custom_id?: string; readonly require_active_thread?: boolean },
    { readonly url: string },
  ];
  readonly check_goals: [
    { readonly page_url: string; readonly customer_fields: Fields; readonly group_id: number },
    Nothing,
  ];
}

// ── pushes: name → payload ─────────────────────────────────────────────────

export interface Pushes {
  readonly incoming_chat_thread: { readonly chat: Chat };
  readonly thread_closed: ChatAndThread & { readonly user_id?: string };
  /** All of the new access, in place of the old. */
  readonly access_set: { readonly resource: string; readonly id: string; readonly access: Access };
  readonly chat_transferred: ChatAndThread & { readonly requester_id: string } & (
      | { readonly type: 'agent'; readonly ids: readonly string[] }
      | { readonly type: 'group'; readonly ids: readonly number[] }
    );
  readonly chat_user_added: ChatAndThread & { readonly user: User; readonly user_type: 'agent' | 'customer' };
  readonly chat_user_removed: ChatAndThread & { readonly user_id: string; readonly user_type: 'agent' | 'customer' };
  readonly incoming_event: ChatAndThread & { readonly event: Event };
  readonly event_updated: ChatAndThread & { readonly event: Event };
  readonly incoming_rich_message_postback: EventIds & { readonly user_id: string; readonly postback: Postback };
  readonly incoming_multicast: { readonly author_id?: string; readonly content: unknown };
  readonly incoming_typing_indicator: ChatAndThread & {
    readonly typing_indicator: {
      readonly author_id: string;
      readonly timestamp: UnixSeconds;
      readonly is_typing: boolean;
    };
  };
  readonly chat_properties_updated: ChatId & Told;
  readonly chat_properties_deleted: ChatId & Named;
  readonly chat_thread_properties_updated: ChatAndThread & Told;
  readonly chat_thread_properties_deleted: ChatAndThread & Named;
  readonly event_properties_updated: EventIds & Told;
  readonly event_properties_deleted: EventIds & Named;
  /** All of the customer. */
  readonly customer_updated: { readonly customer: Customer };
  readonly customer_page_updated: { readonly url: string; readonly title?: string; readonly timestamp: UnixSeconds };
  readonly customer_side_storage_updated: { readonly customer_side_storage: { readonly [key: string]: string } };
  readonly last_seen_timestamp_updated: ChatAndThread & { readonly user_id: string; readonly timestamp: UnixSeconds };
  readonly customer_disconnected: {
    readonly reason: string;
    readonly data?: { readonly region?: string; readonly timeout?: number };
  };
}
