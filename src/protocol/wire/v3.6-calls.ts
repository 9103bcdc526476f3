import type { Form } from './forms';
import type { Postback } from './rich-messages';
import type {
  Chat,
  ChatSummary,
  Customer,
  DynamicConfig,
  Event,
  EventWithoutId,
  Greeting,
  GroupStatus,
  Iso,
  MessageEvent,
  NewChat,
  OutgoingEvent,
  PredictedAgent,
  Properties,
  PropertyNames,
  Queue,
  Recipients,
  SessionFields,
  Thread,
  UnixSeconds,
  User,
} from './v3.6';

/** What can be asked, and what can be heard. Customer Chat API v3.6. */

interface ChatAndThread {
  readonly chat_id: string;
  readonly thread_id: string;
}

interface EventIds extends ChatAndThread {
  readonly event_id: string;
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
    {
      readonly chat: NewChat & { readonly id: string };
      readonly active?: boolean;
      readonly continuous?: boolean;
      readonly welcome_message_id?: string;
    },
    { readonly thread_id: string; readonly event_ids?: readonly string[] },
  ];
  readonly deactivate_chat: [{ readonly id: string }, Nothing];
  readonly send_event: [
    { readonly chat_id: string; readonly event: OutgoingEvent; readonly attach_to_last_thread?: boolean },
    { readonly event_id: string },
  ];
  /** v3.6 */
  readonly delete_event: [EventIds, Nothing];
  readonly send_rich_message_postback: [EventIds & { readonly postback: Postback }, Nothing];
  /** The two of a chat call it `id`. */
  readonly update_chat_properties: [{ readonly id: string; readonly properties: Properties }, Nothing];
  readonly delete_chat_properties: [{ readonly id: string; readonly properties: PropertyNames }, Nothing];
  readonly update_thread_properties: [ChatAndThread & { readonly properties: Properties }, Nothing];
  readonly delete_thread_properties: [ChatAndThread & { readonly properties: PropertyNames }, Nothing];
  readonly update_event_properties: [EventIds & { readonly properties: Properties }, Nothing];
  readonly delete_event_properties: [EventIds & { readonly properties: PropertyNames }, Nothing];
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
  readonly get_form: [
    { readonly group_id: number; readonly type: 'prechat' | 'postchat' | 'ticket' },
    { readonly enabled: boolean; readonly form?: Form },
  ];
  /** Gone in v3.7. */
  readonly get_predicted_agent: [
    { readonly group_id?: number },
    { readonly agent: PredictedAgent; readonly queue: boolean },
  ];
  /** v3.6. What is said comes later, as a push with the same id. */
  readonly request_welcome_message: [
    { readonly id?: string; readonly group_id?: number },
    { readonly id: string; readonly predicted_agent: PredictedAgent; readonly queue: boolean },
  ];
  readonly get_url_info: [
    { readonly url: string },
    {
      readonly url: string;
      readonly title?: string;
      readonly description?: string;
      readonly image_url?: string;
      readonly image_original_url?: string;
      readonly image_width?: number;
      readonly image_height?: number;
    },
  ];
  readonly accept_greeting: [{ readonly greeting_id: number; readonly unique_id: string }, Nothing];
  readonly cancel_greeting: [{ readonly unique_id: string }, Nothing];
  /** v3.6 */
  readonly send_greeting_button_clicked: [{ readonly greeting_unique_id: string; readonly button_id: string }, Nothing];
}

// ── actions over HTTP only: name → [request, response body] ────────────────

export interface HttpActions {
  /** The request is multipart. The address is good for 24 hours, or for ever once an event has it. */
  readonly upload_file: [{ readonly file: unknown }, { readonly url: string }];
  readonly check_goals: [
    { readonly session_fields: SessionFields; readonly group_id: number; readonly page_url: string },
    Nothing,
  ];
  readonly request_email_verification: [{ readonly callback_uri: string }, Nothing];
  readonly list_license_properties: [{ readonly namespace?: string; readonly name?: string }, Properties];
  readonly list_group_properties: [
    { readonly id: string; readonly namespace?: string; readonly name?: string },
    Properties,
  ];
  readonly get_dynamic_configuration: [
    { readonly organization_id: string; readonly group_id?: string; readonly url?: string },
    {
      readonly organization_id: string;
      readonly default_widget: string;
      readonly livechat_active: boolean;
      readonly livechat?: {
        readonly group_id: number;
        readonly client_limit_exceeded: boolean;
        readonly domain_allowed: boolean;
        readonly online_group_ids?: readonly number[];
        readonly config_version: string;
        readonly localization_version: string;
        readonly language: string;
      };
    },
  ];
  readonly get_configuration: [
    { readonly group_id: string; readonly version: string },
    {
      readonly buttons: readonly {
        readonly id: string;
        readonly type: 'image' | 'text';
        readonly online_value: string;
        readonly offline_value: string;
      }[];
      readonly prechat_form?: Form;
      readonly ticket_form?: Form;
      readonly integrations: object;
      readonly properties: { readonly group: Properties; readonly license: Properties };
    },
  ];
  readonly get_localization: [
    { readonly group_id: string; readonly language: string; readonly version: string },
    { readonly [phrase: string]: string },
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
  /** v3.6 */
  readonly event_deleted: EventIds;
  /** v3.6. A message that is still being written; the event that ends it has the same `custom_id`. */
  readonly incoming_event_preview: ChatAndThread & { readonly event: Omit<MessageEvent, 'id'> };
  readonly incoming_rich_message_postback: EventIds & { readonly user_id: string; readonly postback: Postback };
  readonly chat_properties_updated: { readonly chat_id: string; readonly properties: Properties };
  readonly chat_properties_deleted: { readonly chat_id: string; readonly properties: PropertyNames };
  readonly thread_properties_updated: ChatAndThread & { readonly properties: Properties };
  readonly thread_properties_deleted: ChatAndThread & { readonly properties: PropertyNames };
  readonly event_properties_updated: EventIds & { readonly properties: Properties };
  readonly event_properties_deleted: EventIds & { readonly properties: PropertyNames };
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
  /** v3.6 */
  readonly incoming_thinking_indicator: ChatAndThread & {
    readonly author_id: string;
    readonly sent_at: Iso;
    readonly title?: string;
    readonly description?: string;
    readonly custom_id?: string;
  };
  readonly incoming_multicast: { readonly author_id?: string; readonly type?: string; readonly content: unknown };
  readonly incoming_greeting: Greeting;
  readonly greeting_accepted: { readonly unique_id: string };
  readonly greeting_canceled: { readonly unique_id: string };
  /** v3.6 */
  readonly incoming_welcome_message: { readonly id: string; readonly event: EventWithoutId };
}
