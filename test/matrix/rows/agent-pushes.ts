import { asId, type Cast, forAll, inThread, inWords } from '../cast';
import { both, type Row, renamed } from './row';

/** 3.1–3.29: what agents hear. Caused by the customer, by another agent, or by the service. */

const inChat = ({ chatId }: Cast) => ({ chat_id: chatId });
const theosId = 'theo@harbour.example';
const marasId = 'mara@harbour.example';
/** Values are wrapped in what is told, and never in what is asked. */
const told = (cast: Cast, name: string, value: unknown) =>
  inWords<object>(cast, { rating: { [name]: { value } } }, { rating: { [name]: value } });

const setChatRating = (cast: Cast) =>
  cast.ines.ask('update_chat_properties', { ...asId(cast), properties: { rating: { comment: 'Fast' } } });
const setEventProperty = (cast: Cast) =>
  cast.ines.ask('update_event_properties', {
    ...inThread(cast),
    event_id: cast.answerId,
    properties: { rating: { comment: 'Clear' } },
  });
const rateThread = (cast: Cast) =>
  cast.ines.ask(inWords(cast, 'update_chat_thread_properties', 'update_thread_properties'), {
    ...inThread(cast),
    properties: { rating: { score: 1 } },
  });
const closes = (cast: Cast) => cast.ines.ask(inWords(cast, 'close_thread', 'deactivate_chat'), asId(cast));
const tags = (cast: Cast) =>
  cast.theo.ask(inWords(cast, 'tag_chat_thread', 'tag_thread'), { ...inThread(cast), tag: 'sale' });
const adds = (cast: Cast) =>
  cast.mara.ask('add_user_to_chat', {
    ...inChat(cast),
    user_id: theosId,
    user_type: 'agent',
    ...inWords<object>(cast, {}, { visibility: 'all' }),
  });
const toGroup = (cast: Cast, group: number) =>
  cast.mara.ask('transfer_chat', {
    ...asId(cast),
    target: { type: 'group', ids: [group] },
    ...inWords<object>(cast, { force: true }, { ignore_agents_availability: true }),
  });
const access = (cast: Cast, action: string, group: number) =>
  cast.mara.ask(action, { resource: 'chat', id: cast.chatId, access: { type: 'group', id: group } });

/** Only v3.0 can change a chat's groups by itself. */
function accessRow(id: string, name: string, of2019: string, action: string, ids: readonly number[]): Row {
  return {
    id,
    name,
    side: 'agent',
    push: renamed(of2019, 'chat_access_updated'),
    async cause(cast) {
      if (cast.version === '3.6') return toGroup(cast, 3);
      if (action === 'revoke_access') await access(cast, 'grant_access', 3);
      return access(cast, action, 3);
    },
    tells: (cast) =>
      inWords<object>(
        cast,
        { resource: 'chat', id: cast.chatId, access: { group_ids: ids } },
        { id: cast.chatId, access: { group_ids: [3] } },
      ),
    console: 'the group of the chat',
  };
}

export const agentPushes: readonly Row[] = [
  accessRow('3.1', 'access_granted', 'access_granted', 'grant_access', [3]),
  accessRow('3.2', 'access_revoked', 'access_revoked', 'revoke_access', [3]),
  accessRow('3.3', 'access set', 'access_set', 'set_access', [3]),
  {
    id: '3.4',
    name: 'customer_banned',
    side: 'agent',
    push: both('customer_banned'),
    cause: (cast) =>
      cast.theo.ask('ban_customer', {
        ...inWords<object>(cast, { customer_id: cast.customerId }, { id: cast.customerId }),
        ban: { days: 3 },
      }),
    tells: (cast) => ({ customer_id: cast.customerId, ban: { days: 3 } }),
    console: 'a banner that says for how long',
  },
  {
    id: '3.5',
    name: 'chat_transferred',
    side: 'agent',
    push: both('chat_transferred'),
    cause: (cast) => toGroup(cast, 3),
    tells: (cast) =>
      inWords<object>(
        cast,
        { chat_id: cast.chatId, requester_id: marasId, type: 'group', ids: [3] },
        { ...inThread(cast), requester_id: marasId, reason: 'manual', transferred_to: { group_ids: [3] } },
      ),
    console: 'who the chat went to',
  },
  {
    id: '3.6',
    name: 'incoming_event',
    side: 'agent',
    push: both('incoming_event'),
    cause: (cast) => cast.ines.ask('send_event', { ...inChat(cast), event: { type: 'message', text: 'Hello?' } }),
    isIt: ({ event }) => event.text === 'Hello?',
    tells: (cast) => ({ ...inThread(cast), event: { author_id: cast.customerId, type: 'message' } }),
    console: 'the message at the end of the log',
  },
  {
    id: '3.7',
    name: 'event_updated',
    side: 'agent',
    push: both('event_updated'),
    cause: (cast) => cast.control('edit-event', { ...inThread(cast), event_id: cast.questionId, text: 'In green?' }),
    tells: (cast) => ({ ...inThread(cast), event: { id: cast.questionId, text: 'In green?' } }),
    console: 'the new words where the old ones were, marked as edited',
  },
  {
    id: '3.8',
    name: 'chat_properties_updated',
    side: 'agent',
    push: both('chat_properties_updated'),
    cause: setChatRating,
    isIt: ({ properties }) => 'rating' in properties,
    tells: (cast) => ({ ...inChat(cast), properties: told(cast, 'comment', 'Fast') }),
    console: 'the property in the list',
  },
  {
    id: '3.9',
    name: 'chat_properties_deleted',
    side: 'agent',
    push: both('chat_properties_deleted'),
    async cause(cast) {
      await setChatRating(cast);
      await cast.ines.ask('delete_chat_properties', { ...asId(cast), properties: { rating: ['comment'] } });
    },
    tells: (cast) => ({ ...inChat(cast), properties: { rating: ['comment'] } }),
    console: 'the property is gone from the list',
  },
  {
    id: '3.10',
    name: 'event_properties_updated',
    side: 'agent',
    push: both('event_properties_updated'),
    cause: setEventProperty,
    isIt: ({ properties }) => 'rating' in properties,
    tells: (cast) => ({ ...inThread(cast), event_id: cast.answerId, properties: told(cast, 'comment', 'Clear') }),
  },
  {
    id: '3.11',
    name: 'event _properties_deleted',
    side: 'agent',
    push: both('event_properties_deleted'),
    async cause(cast) {
      await setEventProperty(cast);
      await cast.ines.ask('delete_event_properties', {
        ...inThread(cast),
        event_id: cast.answerId,
        properties: { rating: ['comment'] },
      });
    },
    tells: (cast) => ({ ...inThread(cast), event_id: cast.answerId, properties: { rating: ['comment'] } }),
  },
  {
    id: '3.12',
    name: 'chat_thread_properties_deleted',
    side: 'agent',
    push: renamed('chat_thread_properties_deleted', 'thread_properties_deleted'),
    async cause(cast) {
      await rateThread(cast);
      await cast.ines.ask(inWords(cast, 'delete_chat_thread_properties', 'delete_thread_properties'), {
        ...inThread(cast),
        properties: { rating: ['score'] },
      });
    },
    tells: (cast) => ({ ...inThread(cast), properties: { rating: ['score'] } }),
    console: 'no rating any more',
  },
  {
    id: '3.13',
    name: 'chat_thread_properties_updated',
    side: 'agent',
    push: renamed('chat_thread_properties_updated', 'thread_properties_updated'),
    cause: rateThread,
    isIt: ({ properties }) => 'rating' in properties,
    tells: (cast) => ({ ...inThread(cast), properties: told(cast, 'score', 1) }),
    console: 'a good rating',
  },
  {
    id: '3.14',
    name: 'incoming_sneak_peak',
    side: 'agent',
    push: both('incoming_sneak_peek'),
    cause: (cast) => cast.ines.ask('send_sneak_peek', { ...inChat(cast), sneak_peek_text: 'And what ab' }),
    tells: (cast) => ({
      ...inThread(cast),
      sneak_peek: { author_id: cast.customerId, text: 'And what ab', ...inWords(cast, { recipients: 'agents' }, {}) },
    }),
    has: () => ['sneak_peek.timestamp'],
    console: 'what is being typed, before it is sent',
  },
  {
    id: '3.15',
    name: 'incoming_chat_thread',
    side: 'agent',
    push: renamed('incoming_chat_thread', 'incoming_chat'),
    async cause(cast) {
      await closes(cast);
      const chat = { id: cast.chatId, thread: { events: [{ type: 'message', text: 'One thing more' }] } };
      await cast.ines.ask(inWords(cast, 'activate_chat', 'resume_chat'), { chat });
    },
    isIt: ({ chat }, { threadId }) => chat.thread?.id !== threadId,
    tells: (cast) => ({ chat: { id: cast.chatId, thread: { active: true } } }),
    has: () => ['chat.users', 'chat.thread.events', 'chat.is_followed'],
    console: 'the chat is active again, with the new thread below',
  },
  {
    id: '3.16',
    name: 'thread closed',
    side: 'agent',
    push: renamed('thread_closed', 'chat_deactivated'),
    cause: closes,
    tells: (cast) => ({ ...inThread(cast), user_id: cast.customerId }),
    console: 'ended, and by whom',
  },
  {
    id: '3.17',
    name: 'chat_thread_tagged',
    side: 'agent',
    push: renamed('chat_thread_tagged', 'thread_tagged'),
    cause: tags,
    tells: (cast) => ({ ...inThread(cast), tag: 'sale' }),
    console: 'the tag',
  },
  {
    id: '3.18',
    name: 'chat_thread_untagged',
    side: 'agent',
    push: renamed('chat_thread_untagged', 'thread_untagged'),
    async cause(cast) {
      await tags(cast);
      await cast.theo.ask(inWords(cast, 'untag_chat_thread', 'untag_thread'), { ...inThread(cast), tag: 'sale' });
    },
    tells: (cast) => ({ ...inThread(cast), tag: 'sale' }),
    console: 'the tag is gone',
  },
  {
    id: '3.19',
    name: 'last_seen_timestamp_updated',
    side: 'agent',
    push: renamed('last_seen_timestamp_updated', 'events_marked_as_seen'),
    cause: (cast) => seesAll(cast, cast.ines),
    isIt: ({ user_id }, { customerId }) => user_id === customerId,
    tells: inChat,
    has: (cast) => inWords(cast, ['timestamp'], ['seen_up_to']),
    console: 'seen, below what the visitor has read',
  },
  {
    id: '3.20',
    name: 'incoming_typing_indicator',
    side: 'agent',
    push: both('incoming_typing_indicator'),
    async cause(cast) {
      await adds(cast);
      await cast.theo.ask('send_typing_indicator', { ...inChat(cast), is_typing: true, ...forAll(cast) });
    },
    tells: (cast) => ({
      ...inThread(cast),
      typing_indicator: { author_id: theosId, ...forAll(cast), ...inWords(cast, {}, { is_typing: true }) },
    }),
    has: () => ['typing_indicator.timestamp'],
    console: 'which colleague is typing',
  },
  {
    id: '3.21',
    name: 'agent_updated',
    side: 'agent',
    push: renamed('agent_updated', 'routing_status_set'),
    cause: (cast) =>
      cast.version === '3.0'
        ? cast.theo.ask('update_agent', { routing_status: 'accepting_chats' })
        : cast.theo.ask('set_routing_status', { status: 'accepting_chats' }),
    isIt: (payload) =>
      payload.agent_id === theosId && [payload.status, payload.routing_status].includes('accepting_chats'),
    tells: (cast) => ({
      agent_id: theosId,
      ...inWords<object>(cast, { routing_status: 'accepting_chats' }, { status: 'accepting_chats' }),
    }),
    console: 'the colleague takes chats',
  },
  {
    id: '3.22',
    name: 'agent_disconnected',
    side: 'agent',
    push: both('agent_disconnected'),
    cause: (cast) => cast.control('disconnect-agent', { agent_id: marasId, reason: 'agent_disconnected_by_server' }),
    tells: () => ({ reason: 'agent_disconnected_by_server' }),
    console: 'why it is over',
  },
  {
    id: '3.23',
    name: 'chat_user_added',
    side: 'agent',
    push: renamed('chat_user_added', 'user_added_to_chat'),
    cause: adds,
    isIt: ({ user }) => user.id === theosId,
    tells: (cast) => ({
      ...inThread(cast),
      user: { id: theosId, type: 'agent', name: 'Theo Lindqvist', present: true },
      ...inWords<object>(cast, { user_type: 'agent' }, { reason: 'manual', requester_id: marasId }),
    }),
    console: 'the colleague among those who take part',
  },
  {
    id: '3.24',
    name: 'chat_user_removed',
    side: 'agent',
    push: renamed('chat_user_removed', 'user_removed_from_chat'),
    async cause(cast) {
      await adds(cast);
      await cast.theo.ask('remove_user_from_chat', { ...inChat(cast), user_id: theosId, user_type: 'agent' });
    },
    tells: (cast) => ({
      ...inThread(cast),
      user_id: theosId,
      ...inWords<object>(cast, { user_type: 'agent' }, { reason: 'manual' }),
    }),
    console: 'the colleague does not take part any more',
  },
  {
    id: '3.25',
    name: 'customer_created',
    side: 'agent',
    push: renamed('customer_created', 'incoming_customer'),
    cause: (cast) => cast.visitorComes(),
    isIt: (payload, cast) => (payload.customer ?? payload).id !== cast.customerId,
    tells: (cast) => inWords<object>(cast, { customer: { type: 'customer' } }, { type: 'customer' }),
    has: (cast) => inWords(cast, ['customer.id'], ['id']),
    console: 'one more visitor',
  },
  {
    id: '3.26',
    name: 'customer_updated',
    side: 'agent',
    push: both('customer_updated'),
    cause: (cast) => cast.ines.ask('update_customer', { name: 'Ines Duarte', email: 'ines@mail.example' }),
    tells: (cast) => ({ id: cast.customerId, name: 'Ines Duarte', email: 'ines@mail.example' }),
    console: 'the name, wherever it stands',
  },
  {
    id: '3.27',
    name: 'customer_visit_started',
    side: 'agent',
    push: renamed('customer_visit_started', 'incoming_customer'),
    cause: (cast) => cast.visitorComes(),
    isIt: (payload, cast) => (payload.customer_id ?? payload.id) !== cast.customerId,
    tells: () => ({}),
    has: (cast) => inWords(cast, ['customer_id', 'visit_id', 'started_at'], ['visit.started_at']),
    console: 'the visitor is there',
  },
  {
    id: '3.28',
    name: 'customer_visit_ended',
    side: 'agent',
    push: renamed('customer_visit_ended', 'customer_left'),
    async cause(cast) {
      const visitor = await cast.visitorComes();
      await visitor.leaves();
    },
    tells: () => ({}),
    has: (cast) => inWords(cast, ['customer_id', 'visit_id', 'ended_at'], ['id', 'left_at']),
    console: 'the visitor is gone',
  },
  {
    id: '3.29',
    name: 'customer_page_updated',
    side: 'agent',
    push: both('customer_page_updated'),
    cause: (cast) =>
      cast.ines.ask('update_customer_page', { url: 'https://harbour.example/tourer', title: 'Harbour Tourer' }),
    isIt: ({ url }) => url === 'https://harbour.example/tourer',
    tells: (cast) => ({ customer_id: cast.customerId, title: 'Harbour Tourer' }),
    has: () => ['visit_id', 'opened_at'],
    console: 'the page where the visitor is',
  },
];

/** Up to now: by a clock in 2019, by the newest event today. */
export async function seesAll(cast: Cast, person: Cast['ines']): Promise<unknown> {
  if (cast.version === '3.0') return person.ask('update_last_seen_timestamp', inChat(cast));
  return person.ask('mark_events_as_seen', { ...inChat(cast), seen_up_to: cast.answeredAt });
}
