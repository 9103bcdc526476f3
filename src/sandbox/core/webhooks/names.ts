import { isLower } from '../versions';

/** What may be registered for, in the words of each version, and how it can be narrowed and added to. */
export interface WebhookName {
  readonly action: string;
  readonly filters: readonly string[];
  readonly additional_data?: readonly string[];
}

const inChats = (filters: readonly string[], additional_data: readonly string[], actions: readonly string[]) =>
  actions.map((action): WebhookName => ({ action, filters, additional_data }));

const outsideChats = (filters: readonly string[], actions: readonly string[]) =>
  actions.map((action): WebhookName => ({ action, filters }));

/** `chat_properties` as a filter is of bots' webhooks only in the documents; nothing is lost by taking it everywhere. */
const IN_V30 = ['chat_member_ids', 'only_my_chats', 'chat_properties'];

const V30: readonly WebhookName[] = [
  ...inChats([...IN_V30, 'author_type'], ['chat_properties', 'access'], ['incoming_event']),
  ...inChats(IN_V30, ['chat_properties', 'access', 'thread_id'], ['chat_user_added']),
  ...inChats(
    IN_V30,
    ['chat_properties'],
    [
      'incoming_chat_thread',
      'thread_closed',
      'access_granted',
      'access_revoked',
      'access_set',
      'chat_user_removed',
      'event_updated',
      'incoming_rich_message_postback',
      'chat_properties_updated',
      'chat_properties_deleted',
      'chat_thread_properties_updated',
      'chat_thread_properties_deleted',
      'event_properties_updated',
      'event_properties_deleted',
      'chat_thread_tagged',
      'chat_thread_untagged',
      'last_seen_timestamp_updated',
    ],
  ),
  ...outsideChats(['chat_member_ids'], ['agent_status_changed', 'agent_deleted']),
  ...outsideChats([], ['customer_created']),
];

const IN_V36 = ['chat_presence', 'only_my_chats', 'source_type'];
const MORE_IN_V36 = ['chat_properties', 'chat_presence_user_ids'];

const V36: readonly WebhookName[] = [
  ...inChats([...IN_V36, 'author_type'], MORE_IN_V36, ['incoming_event', 'event_updated']),
  ...inChats(IN_V36, MORE_IN_V36, [
    'incoming_chat',
    'chat_deactivated',
    'chat_access_updated',
    'chat_transferred',
    'user_added_to_chat',
    'user_removed_from_chat',
    'event_deleted',
    'incoming_rich_message_postback',
    'chat_properties_updated',
    'chat_properties_deleted',
    'thread_properties_updated',
    'thread_properties_deleted',
    'event_properties_updated',
    'event_properties_deleted',
    'thread_tagged',
    'thread_untagged',
    'events_marked_as_seen',
    'thread_summary_set',
  ]),
  ...inChats(['chat_presence', 'source_type'], MORE_IN_V36, ['customer_session_fields_updated']),
  ...outsideChats(['agent_ids', 'source_type'], ['routing_status_set']),
  ...outsideChats(
    ['source_type'],
    [
      'incoming_customer',
      'agent_created',
      'agent_approved',
      'agent_updated',
      'agent_suspended',
      'agent_unsuspended',
      'agent_deleted',
      'bot_created',
      'bot_updated',
      'bot_deleted',
      'group_created',
      'group_updated',
      'group_deleted',
      'tag_created',
      'tag_updated',
      'tag_deleted',
      'auto_accesses_updated',
    ],
  ),
];

const CAME_WITH = new Map([
  ['chat_access_updated', '3.4'],
  ['tag_created', '3.5'],
  ['tag_updated', '3.5'],
  ['tag_deleted', '3.5'],
  ['event_deleted', '3.6'],
  ['thread_summary_set', '3.6'],
]);
const GONE_WITH = new Map([['incoming_customer', '3.6']]);

export function webhookNames(version: string): readonly WebhookName[] {
  if (isLower(version, '3.1')) return V30;
  return V36.filter(({ action }) => {
    const gone = GONE_WITH.get(action);
    return !isLower(version, CAME_WITH.get(action) ?? '3.3') && (gone === undefined || isLower(version, gone));
  }).map((name) =>
    isLower(version, '3.4') ? { ...name, filters: name.filters.filter((filter) => filter !== 'source_type') } : name,
  );
}

/** Told with who has asked for it. */
export const isAboutConfiguration = (action: string) =>
  /^(?:agent|bot|group|tag)_(?!status)\w+$/.test(action) || action === 'auto_accesses_updated';
