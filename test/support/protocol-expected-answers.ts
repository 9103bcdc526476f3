import { type Json, type ProtocolError, readSentIds, readThreadPage } from '../../src/protocol';
import { readSentIds30, readThreadIds, readThreads } from '../../src/protocol/dialects/v3.0';
import { at, type Codec, listAt } from './protocol-codec';
import { expectedChat, expectedForm, expectedThread, expectedUser, sessionFieldsOf } from './protocol-expected-pushes';

// What the answer to each action should be, derived from its JSON, beside what the codec makes of it.

interface Reading {
  readonly read: unknown;
  readonly expected: unknown;
}
type ReadAnswer = (payload: Json, codec: Codec) => Reading;

const drop = (error: ProtocolError): never => {
  throw error;
};

/** What the client wants to know is that it was answered at all. */
const nothing: ReadAnswer = (payload) => ({ read: Object.keys(payload).length <= 1, expected: true });

const sent: ReadAnswer = (payload) => ({
  read: readSentIds(payload, ''),
  expected: { chatId: at(payload, 'chat_id'), eventId: at(payload, 'event_id') ?? listAt(payload, 'event_ids').at(-1) },
});

/** v3.0 answers with the whole chat, or with the event. */
const sent30: ReadAnswer = (payload) => {
  const thread = at(payload, 'chat.thread') ?? listAt(payload, 'chat.threads')[0];
  const own = at(payload, 'event') ?? listAt(thread, 'events').find((event) => at(event, 'custom_id') !== undefined);
  return {
    read: readSentIds30(payload, String(at(own, 'custom_id'))),
    expected: { chatId: at(payload, 'chat.id'), eventId: at(own, 'id') },
  };
};

const statuses: ReadAnswer = (payload, { rest }) => {
  const words: Record<string, string> = { online: 'online', online_for_queue: 'queueing', offline: 'offline' };
  const named = Object.entries((at(payload, 'groups_status') ?? {}) as object);
  const listed = listAt(payload, 'groups').map((group) => [at(group, 'id'), at(group, 'status')]);
  const pairs = [...named, ...listed].map(([id, status]) => [Number(id), words[String(status)]] as const);
  return { read: rest.answers.readGroupStatuses(payload), expected: new Map(pairs) };
};

const form: ReadAnswer = (payload, { rest }) => ({
  read: rest.answers.readForm(payload) ?? 'off',
  expected: at(payload, 'enabled') ? expectedForm(at(payload, 'form')) : 'off',
});

function agentOf(agent: unknown, isQueue: unknown): object {
  return {
    id: at(agent, 'id'),
    name: at(agent, 'name'),
    jobTitle: at(agent, 'job_title'),
    isBot: at(agent, 'is_bot') ?? false,
    isQueue: isQueue ?? false,
  };
}

const link: ReadAnswer = (payload, { rest }) => ({
  read: rest.answers.readLink(payload),
  expected: {
    url: at(payload, 'url'),
    title: at(payload, 'title'),
    description: at(payload, 'description'),
    imageUrl: `https://${String(at(payload, 'image_url')).replace(/^https:\/\//, '')}`,
    imageWidth: at(payload, 'image_width'),
    imageHeight: at(payload, 'image_height'),
  },
});

const foundChat: ReadAnswer = (payload, { dialect, version }) => {
  const [first] = listAt(payload, 'chats_summary');
  return {
    read: dialect.readFoundChat(payload, dialect.places, drop) ?? 'none',
    expected: first
      ? { ...expectedChat(version, first), isActive: at(first, 'active'), lastThreadId: at(first, 'last_thread_id') }
      : 'none',
  };
};

const welcome: ReadAnswer = (payload, { dialect, version }) => {
  const isOld = version === '3.0';
  const data = at(payload, isOld ? '__priv_dynamic_config.customer_data' : 'customer');
  const online = listAt(payload, '__priv_dynamic_config.online_groups_ids');
  const visits = at(data, isOld ? 'visits_count' : 'statistics.visits_count') as number;
  return {
    read: dialect.readWelcome(payload, dialect.places),
    expected: {
      customer: {
        kind: 'customer',
        id: at(payload, isOld ? 'customer_id' : 'customer.id'),
        name: at(data, 'name'),
        email: at(data, 'email'),
        sessionFields: sessionFieldsOf(version, data),
        isReturning: visits > 1,
      },
      groups: new Map(online.map((id) => [id, 'online'])),
    },
  };
};

/** Those that only write are left out: `nothing` is read of them. */
export const answers: Readonly<Record<string, ReadAnswer>> = {
  login: welcome,
  list_chats: foundChat,
  get_chats_summary: foundChat,
  list_threads: (payload, { dialect, version }) => ({
    read: readThreadPage(payload, dialect.places, drop),
    expected: {
      threads: listAt(payload, 'threads').map((thread) => expectedThread(version, thread)),
      next: at(payload, 'next_page_id'),
    },
  }),
  get_chat: (payload, { rest, version }) => ({
    read: rest.answers.readChat(payload, drop),
    expected: expectedChat(version, payload),
  }),
  get_chat_threads_summary: (payload) => ({
    read: readThreadIds(payload, drop),
    expected: {
      ids: listAt(payload, 'threads_summary').map((head) => at(head, 'id')),
      total: at(payload, 'total_threads'),
    },
  }),
  get_chat_threads: (payload, { dialect }) => ({
    read: readThreads(payload, dialect.places, drop),
    expected: listAt(payload, 'chat.threads')
      .map((thread) => expectedThread('3.0', thread) as { place: { rank: number } })
      .sort((a, b) => b.place.rank - a.place.rank),
  }),
  start_chat: (payload, codec) => (codec.version === '3.0' ? sent30 : sent)(payload, codec),
  activate_chat: sent30,
  resume_chat: sent,
  send_event: (payload, codec) => (codec.version === '3.0' ? sent30 : sent)(payload, codec),
  get_customer: (payload, { rest, version }) => ({
    read: rest.answers.readCustomer(payload),
    expected: expectedUser(version, { ...payload, type: 'customer' }),
  }),
  update_customer: (payload, codec) =>
    codec.version === '3.0'
      ? {
          read: codec.rest.answers.readCustomer(payload),
          expected: expectedUser('3.0', at(payload, 'customer')),
        }
      : nothing(payload, codec),
  list_group_statuses: statuses,
  get_groups_status: statuses,
  update_customer_page: statuses,
  get_form: form,
  get_predicted_agent: (payload, { rest }) => ({
    read: rest.answers.readPredictedAgent(payload),
    expected: agentOf(at(payload, 'agent'), at(payload, 'queue')),
  }),
  request_welcome_message: (payload, { rest }) => ({
    read: rest.answers.readWelcomeRequest(payload),
    expected: { id: at(payload, 'id'), agent: agentOf(at(payload, 'predicted_agent'), at(payload, 'queue')) },
  }),
  get_url_info: link,
  get_url_details: link,
};

export const readAnswer = (action: string, payload: Json, codec: Codec): Reading =>
  (answers[action] ?? nothing)(payload, codec);
