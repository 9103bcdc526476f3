import type {
  Chat,
  ChatSummary,
  Customer,
  DynamicConfig,
  Event,
  Greeting,
  GroupStatus,
  Iso,
  NewChat,
  OutgoingEvent,
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
