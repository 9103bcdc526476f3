import { asId, type Cast, forAll, inThread, inWords } from '../cast';
import { seesAll } from './agent-pushes';
import { both, type Row, renamed } from './row';

/** 4.1–4.20: what the customer hears. Caused by agents, or by the service. */

const inChat = ({ chatId }: Cast) => ({ chat_id: chatId });
const theo = { user_id: 'theo@harbour.example', user_type: 'agent' };
const told = (cast: Cast, namespace: string, name: string, value: unknown) =>
  inWords<object>(cast, { [namespace]: { [name]: { value } } }, { [namespace]: { [name]: value } });

const setChatProperty = (cast: Cast) =>
  cast.mara.ask('update_chat_properties', { ...asId(cast), properties: { rating: { score: 1 } } });
const translate = (cast: Cast) =>
  cast.mara.ask('update_event_properties', {
    ...inThread(cast),
    event_id: cast.answerId,
    properties: {
      translation: { source_lang_code: 'en', target_lang_code: 'pt', target_message: 'Sim, em todos os tamanhos.' },
    },
  });
const rateThread = (cast: Cast) =>
  cast.mara.ask(inWords(cast, 'update_chat_thread_properties', 'update_thread_properties'), {
    ...inThread(cast),
    properties: { rating: { score: 1 } },
  });
const adds = (cast: Cast) =>
  cast.mara.ask('add_user_to_chat', { ...inChat(cast), ...theo, ...inWords<object>(cast, {}, { visibility: 'all' }) });
const closes = (cast: Cast) => cast.mara.ask(inWords(cast, 'close_thread', 'deactivate_chat'), asId(cast));

export const customerPushes: readonly Row[] = [
  {
    id: '4.1',
    name: 'access_set',
    side: 'customer',
    push: renamed('access_set', undefined),
    cause: (cast) =>
      cast.mara.ask('set_access', { resource: 'chat', id: cast.chatId, access: { type: 'group', id: 3 } }),
    tells: (cast) => ({ resource: 'chat', id: cast.chatId, access: { group_ids: [3] } }),
  },
  {
    id: '4.2',
    name: 'chat_transferred',
    side: 'customer',
    push: both('chat_transferred'),
    cause: (cast) =>
      cast.mara.ask('transfer_chat', {
        ...asId(cast),
        target: { type: 'group', ids: [3] },
        ...inWords<object>(cast, { force: true }, { ignore_agents_availability: true }),
      }),
    tells: (cast) => ({
      ...inThread(cast),
      ...inWords<object>(cast, { type: 'group', ids: [3] }, { transferred_to: { group_ids: [3] } }),
    }),
    has: () => ['requester_id'],
    widget: 'that the chat is handed over',
  },
  {
    id: '4.3',
    name: 'incoming_event',
    side: 'customer',
    push: both('incoming_event'),
    cause: (cast) =>
      cast.mara.ask('send_event', {
        ...inChat(cast),
        event: { type: 'message', text: 'We have three.', ...forAll(cast) },
      }),
    isIt: ({ event }) => event.text === 'We have three.',
    tells: (cast) => ({ ...inThread(cast), event: { type: 'message' } }),
    has: () => ['event.author_id'],
    widget: 'the message at the end of the log',
  },
  {
    id: '4.4',
    name: 'event_updated',
    side: 'customer',
    push: both('event_updated'),
    cause: (cast) => cast.control('edit-event', { ...inThread(cast), event_id: cast.answerId, text: 'Not in small.' }),
    tells: (cast) => ({ ...inThread(cast), event: { id: cast.answerId, text: 'Not in small.' } }),
    widget: 'the new words where the old ones were',
  },
  {
    id: '4.5',
    name: 'chat_properties_updated',
    side: 'customer',
    push: both('chat_properties_updated'),
    cause: setChatProperty,
    isIt: ({ properties }) => 'rating' in properties,
    tells: (cast) => ({ ...inChat(cast), properties: told(cast, 'rating', 'score', 1) }),
    widget: 'a good rating',
  },
  {
    id: '4.6',
    name: 'chat_properties_deleted',
    side: 'customer',
    push: both('chat_properties_deleted'),
    async cause(cast) {
      await setChatProperty(cast);
      await cast.mara.ask('delete_chat_properties', { ...asId(cast), properties: { rating: ['score'] } });
    },
    tells: (cast) => ({ ...inChat(cast), properties: { rating: ['score'] } }),
    widget: 'no rating any more',
  },
  {
    id: '4.7',
    name: 'event_properties_updated',
    side: 'customer',
    push: both('event_properties_updated'),
    cause: translate,
    isIt: ({ properties }) => 'translation' in properties,
    tells: (cast) => ({
      ...inThread(cast),
      event_id: cast.answerId,
      properties: told(cast, 'translation', 'target_message', 'Sim, em todos os tamanhos.'),
    }),
    widget: 'the translation of that message',
  },
  {
    id: '4.8',
    name: 'chat_thread_properties_deleted',
    side: 'customer',
    push: renamed('chat_thread_properties_deleted', 'thread_properties_deleted'),
    async cause(cast) {
      await rateThread(cast);
      await cast.mara.ask(inWords(cast, 'delete_chat_thread_properties', 'delete_thread_properties'), {
        ...inThread(cast),
        properties: { rating: ['score'] },
      });
    },
    tells: (cast) => ({ ...inThread(cast), properties: { rating: ['score'] } }),
    widget: 'no rating any more',
  },
  {
    id: '4.9',
    name: 'event _properties_deleted',
    side: 'customer',
    push: both('event_properties_deleted'),
    async cause(cast) {
      await translate(cast);
      await cast.mara.ask('delete_event_properties', {
        ...inThread(cast),
        event_id: cast.answerId,
        properties: { translation: ['source_lang_code', 'target_lang_code', 'target_message'] },
      });
    },
    tells: (cast) => ({ ...inThread(cast), event_id: cast.answerId }),
    has: () => ['properties.translation'],
    widget: 'no translation any more',
  },
  {
    id: '4.10',
    name: 'chat_thread_properties_updated',
    side: 'customer',
    push: renamed('chat_thread_properties_updated', 'thread_properties_updated'),
    cause: rateThread,
    isIt: ({ properties }) => 'rating' in properties,
    tells: (cast) => ({ ...inThread(cast), properties: told(cast, 'rating', 'score', 1) }),
    widget: 'a good rating',
  },
  {
    id: '4.11',
    name: 'incoming_chat_thread',
    side: 'customer',
    push: renamed('incoming_chat_thread', 'incoming_chat'),
    async cause(cast) {
      await closes(cast);
      const event = { type: 'message', text: 'Good news: it has come.', ...inWords(cast, { recipients: 'all' }, {}) };
      await cast.mara.ask(inWords(cast, 'activate_chat', 'resume_chat'), {
        chat: { id: cast.chatId, thread: { events: [event] } },
      });
    },
    isIt: ({ chat }, { threadId }) => chat.thread?.id !== threadId,
    tells: (cast) => ({ chat: { id: cast.chatId, thread: { active: true } } }),
    has: (cast) => ['chat.users', 'chat.thread.events', ...inWords(cast, ['chat.order'], [])],
    widget: 'the chat goes on, with its history above',
  },
  {
    id: '4.12',
    name: 'thread closed',
    side: 'customer',
    push: renamed('thread_closed', 'chat_deactivated'),
    cause: closes,
    tells: inThread,
    has: () => ['user_id'],
    widget: 'that the chat has ended, and a way to go on',
  },
  {
    id: '4.13',
    name: 'last_seen_timestamp_updated',
    side: 'customer',
    push: renamed('last_seen_timestamp_updated', 'events_marked_as_seen'),
    async cause(cast) {
      await adds(cast);
      await seesAll(cast, cast.theo);
    },
    isIt: ({ user_id }, { customerId }) => user_id !== customerId,
    tells: inChat,
    has: (cast) => inWords(cast, ['thread_id', 'timestamp'], ['seen_up_to']),
    widget: 'seen, below the visitor’s own message',
  },
  {
    id: '4.14',
    name: 'incoming_typing_indicator',
    side: 'customer',
    push: both('incoming_typing_indicator'),
    cause: (cast) => cast.mara.ask('send_typing_indicator', { ...inChat(cast), is_typing: true, ...forAll(cast) }),
    tells: (cast) => ({ ...inThread(cast), typing_indicator: { is_typing: true } }),
    has: () => ['typing_indicator.author_id', 'typing_indicator.timestamp'],
    widget: 'who is typing',
  },
  {
    id: '4.15',
    name: 'chat_user_added',
    side: 'customer',
    push: renamed('chat_user_added', 'user_added_to_chat'),
    cause: adds,
    isIt: ({ user }) => user.name === 'Theo Lindqvist',
    tells: (cast) => ({
      ...inThread(cast),
      user: { type: 'agent', present: true },
      ...inWords<object>(cast, { user_type: 'agent' }, { reason: 'manual' }),
    }),
    widget: 'who is there now',
  },
  {
    id: '4.16',
    name: 'chat_user_removed',
    side: 'customer',
    push: renamed('chat_user_removed', 'user_removed_from_chat'),
    async cause(cast) {
      await adds(cast);
      await cast.theo.ask('remove_user_from_chat', { ...inChat(cast), ...theo });
    },
    tells: (cast) => ({ ...inThread(cast), ...inWords<object>(cast, { user_type: 'agent' }, { reason: 'manual' }) }),
    has: () => ['user_id'],
    widget: 'who is there still',
  },
  {
    id: '4.17',
    name: 'customer_updated',
    side: 'customer',
    push: both('customer_updated'),
    cause: (cast) =>
      cast.mara.ask('update_customer', {
        ...inWords<object>(cast, { customer_id: cast.customerId }, { id: cast.customerId }),
        name: 'Ines Duarte',
      }),
    tells: (cast) => {
      const changed = { id: cast.customerId, name: 'Ines Duarte' };
      return inWords<object>(cast, { customer: changed }, changed);
    },
    widget: 'the customer’s data, as the page can ask for them',
  },
  {
    id: '4.18',
    name: 'customer_page_updated',
    side: 'customer',
    push: renamed('customer_page_updated', undefined),
    // Told at log-in already.
    cause: () => Promise.resolve(),
    tells: () => ({}),
    has: () => ['url', 'timestamp'],
  },
  {
    id: '4.19',
    name: 'customer_side_storage_updated',
    side: 'customer',
    push: both('customer_side_storage_updated'),
    // Told at log-in already.
    cause: () => Promise.resolve(),
    tells: () => ({}),
    has: () => ['customer_side_storage'],
  },
  {
    id: '4.20',
    name: 'customer_disconnected',
    side: 'customer',
    push: both('customer_disconnected'),
    cause: (cast) =>
      cast.mara.ask('ban_customer', {
        ...inWords<object>(cast, { customer_id: cast.customerId }, { id: cast.customerId }),
        ban: { days: 3 },
      }),
    tells: () => ({ reason: 'customer_banned' }),
    widget: 'that the chat is over, and a composer that keeps what was typed',
  },
];
