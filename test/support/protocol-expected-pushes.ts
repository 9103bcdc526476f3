import { at, listAt } from './protocol-codec';
import { elementsOf, expectedEvent, formFieldsOf, propertiesOf, timeOf } from './protocol-expected-events';

// What a push should tell, derived from its JSON and from the documentation, without a look at the codec.

type Expect = (payload: unknown, version: string) => object[];

const chatId = (payload: unknown) => ({ chatId: at(payload, 'chat_id') });
const thread = (payload: unknown) => ({ ...chatId(payload), threadId: at(payload, 'thread_id') });
const event = (payload: unknown) => ({ ...thread(payload), eventId: at(payload, 'event_id') });
const seconds = (value: unknown) => (value === undefined ? undefined : { at: (value as number) * 1_000 });
const withScheme = (url: unknown) => (typeof url !== 'string' || /^https?:/.test(url) ? url : `https://${url}`);

function seenUpTo(version: string, user: unknown): object | undefined {
  if (version === '3.0') return seconds(at(user, 'last_seen_timestamp'));
  const told = at(user, 'events_seen_up_to');
  return typeof told === 'string' ? { at: Date.parse(told) } : undefined;
}

export function sessionFieldsOf(version: string, user: unknown): unknown {
  const told = at(user, version === '3.0' ? 'fields' : 'session_fields');
  if (typeof told !== 'object') return undefined;
  return new Map((Array.isArray(told) ? told : [told]).flatMap((each) => Object.entries(each as object)));
}

export function expectedUser(version: string, user: unknown): object {
  const base = {
    id: at(user, 'id'),
    name: at(user, 'name'),
    avatarUrl: withScheme(at(user, 'avatar')),
    isPresent: at(user, 'present') ?? false,
    ...(seenUpTo(version, user) && { seenUpTo: seenUpTo(version, user) }),
  };
  if (at(user, 'type') !== 'customer') return { ...base, kind: 'agent', jobTitle: at(user, 'job_title') };
  return { ...base, kind: 'customer', email: at(user, 'email'), sessionFields: sessionFieldsOf(version, user) };
}

export function expectedThread(version: string, raw: unknown): object {
  const queue = at(raw, 'queue');
  return {
    id: at(raw, 'id'),
    isActive: at(raw, 'active'),
    userIds: at(raw, 'user_ids'),
    place: version === '3.0' ? { rank: at(raw, 'order') } : { at: timeOf(version, raw) },
    properties: propertiesOf(version, at(raw, 'properties')),
    previousId: at(raw, 'previous_thread_id'),
    events: listAt(raw, 'events').map((each) => expectedEvent(version, each, at(raw, 'id'))),
    ...(queue !== undefined && {
      queue: { position: at(queue, 'position'), waitSeconds: at(queue, 'wait_time') },
    }),
  };
}

export function expectedChat(version: string, raw: unknown): object {
  return {
    id: at(raw, 'id'),
    users: listAt(raw, 'users').map((user) => expectedUser(version, user)),
    groupIds: at(raw, 'access.group_ids'),
    properties: propertiesOf(version, at(raw, 'properties')),
    ...(at(raw, 'thread') ? { thread: expectedThread(version, at(raw, 'thread')) } : {}),
  };
}

export const expectedGreeting = (raw: unknown): object => ({
  id: at(raw, 'id'),
  uniqueId: at(raw, 'unique_id'),
  isFirstTime: at(raw, 'displayed_first_time'),
  isAccepted: at(raw, 'accepted') ?? false,
  addon: at(raw, 'addon'),
  subtype: at(raw, 'subtype'),
  isExitIntent: at(raw, 'is_exit_intent') ?? false,
  content:
    at(raw, 'event.type') === 'rich_message'
      ? { kind: 'rich-message', templateId: at(raw, 'event.template_id'), elements: elementsOf(at(raw, 'event')) }
      : { kind: 'message', text: at(raw, 'event.text') ?? at(raw, 'text') },
  agent: { kind: 'agent', id: at(raw, 'agent.id'), name: at(raw, 'agent.name'), isBot: at(raw, 'agent.is_bot') },
});

export const expectedForm = (raw: unknown): object => ({ id: at(raw, 'id'), fields: formFieldsOf(raw) });

const properties: Expect = (payload, version) => {
  const told = propertiesOf(version, at(payload, 'properties')) as Map<string, Map<string, unknown>>;
  const position = told.get('lc2')?.get('queue_pos');
  const queue = { position, waitSeconds: told.get('lc2')?.get('queue_waiting_time') };
  return [
    { type: 'properties-updated', ...event(payload), properties: told },
    ...(position === undefined ? [] : [{ type: 'queue-moved', ...chatId(payload), queue }]),
  ];
};

const names: Expect = (payload) => [
  {
    type: 'properties-deleted',
    ...event(payload),
    names: new Map(Object.entries(at(payload, 'properties') as object)),
  },
];

const started: Expect = (payload, version) => [
  { type: 'chat-started', chat: expectedChat(version, at(payload, 'chat')) },
];
const closed: Expect = (payload) => [
  { type: 'chat-deactivated', ...thread(payload), byUserId: at(payload, 'user_id') },
];
const added: Expect = (payload, version) => [
  { type: 'user-added', ...chatId(payload), user: expectedUser(version, at(payload, 'user')) },
];
const removed: Expect = (payload) => [{ type: 'user-removed', ...chatId(payload), userId: at(payload, 'user_id') }];

function transferred(payload: unknown, version: string): object[] {
  const isOld = version === '3.0';
  const to = (kind: string) =>
    isOld
      ? at(payload, 'type') === kind
        ? listAt(payload, 'ids')
        : []
      : listAt(payload, `transferred_to.${kind}_ids`);
  const groupIds = to('group');
  return [
    {
      type: 'chat-transferred',
      ...chatId(payload),
      agentIds: to('agent'),
      ...(at(payload, 'queue') !== undefined && {
        queue: { position: at(payload, 'queue.position'), waitSeconds: at(payload, 'queue.wait_time') },
      }),
    },
    ...(groupIds.length > 0 ? [{ type: 'access-set', ...chatId(payload), groupIds }] : []),
  ];
}

export const expectedPushes: Readonly<Record<string, Expect>> = {
  incoming_chat: started,
  incoming_chat_thread: started,
  chat_deactivated: closed,
  thread_closed: closed,
  chat_transferred: transferred,
  user_added_to_chat: added,
  chat_user_added: added,
  user_removed_from_chat: removed,
  chat_user_removed: removed,
  incoming_event: (payload, version) => [
    {
      type: 'event-received',
      ...chatId(payload),
      event: expectedEvent(version, at(payload, 'event'), at(payload, 'thread_id')),
    },
  ],
  event_updated: (payload, version) => [
    {
      type: 'event-updated',
      ...chatId(payload),
      event: expectedEvent(version, at(payload, 'event'), at(payload, 'thread_id')),
    },
  ],
  event_deleted: (payload) => [{ type: 'event-deleted', ...event(payload) }],
  incoming_event_preview: (payload, version) => [
    {
      type: 'event-previewed',
      ...thread(payload),
      authorId: at(payload, 'event.author_id'),
      customId: at(payload, 'event.custom_id'),
      text: at(payload, 'event.text'),
      properties: propertiesOf(version, at(payload, 'event.properties')),
    },
  ],
  incoming_thinking_indicator: (payload) => [
    {
      type: 'thinking',
      ...chatId(payload),
      authorId: at(payload, 'author_id'),
      customId: at(payload, 'custom_id'),
      title: at(payload, 'title'),
      description: at(payload, 'description'),
    },
  ],
  events_marked_as_seen: (payload) => [
    {
      type: 'events-seen',
      ...chatId(payload),
      userId: at(payload, 'user_id'),
      upTo: { at: Date.parse(String(at(payload, 'seen_up_to'))) },
    },
  ],
  last_seen_timestamp_updated: (payload) => [
    {
      type: 'events-seen',
      ...chatId(payload),
      userId: at(payload, 'user_id'),
      upTo: seconds(at(payload, 'timestamp')),
    },
  ],
  incoming_typing_indicator: (payload) => [
    {
      type: 'typing-changed',
      ...chatId(payload),
      userId: at(payload, 'typing_indicator.author_id'),
      isTyping: at(payload, 'typing_indicator.is_typing'),
    },
  ],
  queue_position_updated: (payload) => [
    {
      type: 'queue-moved',
      ...chatId(payload),
      queue: { position: at(payload, 'queue.position'), waitSeconds: at(payload, 'queue.wait_time') },
    },
  ],
  customer_updated(payload, version) {
    const customer = at(payload, 'customer') ?? payload;
    return [
      {
        type: 'customer-updated',
        userId: at(customer, 'id'),
        name: at(customer, 'name'),
        email: at(customer, 'email'),
        avatarUrl: withScheme(at(customer, 'avatar')),
        sessionFields: sessionFieldsOf(version, customer),
        isWhole: version === '3.0',
      },
    ];
  },
  groups_status_updated: (payload) => {
    const words: Record<string, string> = { online: 'online', online_for_queue: 'queueing', offline: 'offline' };
    const groups = listAt(payload, 'groups').map((group) => [at(group, 'id'), words[String(at(group, 'status'))]]);
    return [{ type: 'availability-changed', groups: new Map(groups as [unknown, unknown][]) }];
  },
  incoming_rich_message_postback: (payload) => [
    {
      type: 'postback-received',
      ...event(payload),
      userId: at(payload, 'user_id'),
      postbackId: at(payload, 'postback.id'),
      isToggled: at(payload, 'postback.toggled'),
    },
  ],
  chat_properties_updated: properties,
  chat_thread_properties_updated: properties,
  thread_properties_updated: properties,
  event_properties_updated: properties,
  chat_properties_deleted: names,
  chat_thread_properties_deleted: names,
  thread_properties_deleted: names,
  event_properties_deleted: names,
  access_set: (payload) => [
    { type: 'access-set', chatId: at(payload, 'id'), groupIds: at(payload, 'access.group_ids') },
  ],
  incoming_greeting: (payload) => [{ type: 'greeting-received', greeting: expectedGreeting(payload) }],
  greeting_accepted: (payload) => [{ type: 'greeting-accepted', uniqueId: at(payload, 'unique_id') }],
  greeting_canceled: (payload) => [{ type: 'greeting-canceled', uniqueId: at(payload, 'unique_id') }],
  incoming_welcome_message: (payload) => [
    {
      type: 'welcome-received',
      id: at(payload, 'id'),
      content: { kind: 'message', text: at(payload, 'event.text') },
    },
  ],
  customer_page_updated: (payload) => [{ type: 'page-updated', url: at(payload, 'url'), title: at(payload, 'title') }],
  customer_side_storage_updated: (payload) => [
    {
      type: 'side-storage-updated',
      storage: new Map(Object.entries(at(payload, 'customer_side_storage') as object)),
    },
  ],
  incoming_multicast: (payload) => [
    { type: 'multicast-received', content: at(payload, 'content'), kind: at(payload, 'type') },
    ...(at(payload, 'content.name') === 'groups_update'
      ? [{ type: 'availability-changed', groups: new Map([[3, 'online']]) }]
      : []),
  ],
};
