import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Frame, SandboxPeer } from '../../support/sandbox-peer';
import { sandboxStage } from '../../support/sandbox-stage';

const KINDS: readonly (readonly [string, RegExp])[] = [
  ['time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/],
  ['uuid', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/],
  ['32 hex', /^[0-9a-f]{32}$/],
  ['event id', /^[A-Z0-9]{10}_\d+$/],
  ['chat or thread id', /^[A-Z0-9]{10}$/],
  ['e-mail', /^\S+@\S+\.example$/],
];

/** What a frame looks like when its values are forgotten: the kind of each leaf, by its path. */
function shapeOf(value: Frame, path = ''): readonly string[] {
  if (Array.isArray(value)) {
    // Lists have as many as the story gave them; what counts is what they are lists of.
    return [...new Set(value.flatMap((item) => shapeOf(item, `${path}[]`)))];
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    return entries.length === 0 ? [`${path}: {}`] : entries.flatMap(([key, item]) => shapeOf(item, `${path}.${key}`));
  }
  const kind =
    typeof value === 'string' ? (KINDS.find(([, pattern]) => pattern.test(value))?.[0] ?? 'text') : typeof value;
  return [`${path}: ${kind}`];
}

const message = (text: string, more: object = {}) => ({ type: 'message', text, ...more });

/** One day at Harbour Cycles, in which every frame of the fixtures is sent. */
function play() {
  const stage = sandboxStage({ settings: { groups: [{ id: 0, name: 'General', agentIds: [] }] } });
  const { clock, token } = stage;
  const { access_token } = token();
  const mara = stage.agent('mara', { customer_monitoring_level: 'online' });
  const about = {
    customer: { name: 'Lena Brandt', email: 'lena@mail.example', session_fields: [{ plan: 'family' }] },
    customer_page: { url: 'https://harbour.example/rent', title: 'Rent a bike' },
    referrer: 'https://search.example/',
  };
  const first = stage.customer(about, access_token);
  const { chat_id } = first.get('start_chat');
  first.get('deactivate_chat', { id: chat_id });
  const { thread_id } = first.get('resume_chat', {
    chat: { id: chat_id, thread: { events: [message('Do you rent tandems?', { custom_id: 'w-71' })] } },
  });
  const beforeAnswer = {
    customer: first.ask('list_threads', { chat_id, limit: 1 }),
    agent: mara.ask('list_threads', { chat_id, limit: 1 }),
  };
  const chatBefore = mara.ask('get_chat', { chat_id });
  mara.get('send_typing_indicator', { chat_id, is_typing: true });
  first.get('send_event', { chat_id, event: message('For two', { custom_id: 'w-72' }) });
  const { created_at } = mara.lastPush('incoming_event').payload.event;
  mara.get('mark_events_as_seen', { chat_id, seen_up_to: created_at });
  mara.get('send_event', { chat_id, event: message('We do.') });
  clock.pass(1_000);
  const visitor = stage.customer(about, access_token);
  const listChats = visitor.ask('list_chats');
  const desk = stage.agent('mara');
  const answers = {
    customer: {
      list_group_statuses: visitor.ask('list_group_statuses', { all: true }),
      get_form: visitor.ask('get_form', { group_id: 0, type: 'prechat' }),
      get_predicted_agent: visitor.ask('get_predicted_agent'),
      get_customer: visitor.ask('get_customer'),
    },
  };
  const { id } = visitor.get('get_customer');
  const customerAsked = mara.ask('get_customer', { id });
  const statuses = mara.ask('list_routing_statuses');
  visitor.get('send_sneak_peek', { chat_id, sneak_peek_text: 'And for tw' });
  const seen = mara.lastPush('incoming_event').payload.event.created_at;
  visitor.get('mark_events_as_seen', { chat_id, seen_up_to: seen });
  const noEvent = visitor.ask('send_event', { chat_id, event: { type: 'message' } });
  visitor.get('update_customer', { name: 'Lena B.' });
  visitor.get('update_thread_properties', { chat_id, thread_id, properties: { rating: { score: 1 } } });
  const offline = mara.ask('transfer_chat', { id: chat_id, target: { type: 'agent', ids: ['theo@harbour.example'] } });
  const theo = stage.agent('theo');
  const forTransfer = mara.ask('list_agents_for_transfer', { chat_id });
  const transferred = mara.ask('transfer_chat', {
    id: chat_id,
    target: { type: 'agent', ids: ['theo@harbour.example'] },
  });
  theo.get('set_routing_status', { status: 'not_accepting_chats' });
  mara.get('set_routing_status', { status: 'not_accepting_chats' });
  visitor.get('deactivate_chat', { id: chat_id });
  const inactive = visitor.ask('send_event', { chat_id, event: message('x') });
  visitor.receive('{"action":"ping"}');
  clock.pass(40_000);

  const system = (peer: SandboxPeer, type: string) =>
    peer.pushes('incoming_event').find(({ payload }) => payload.event.system_message_type === type);
  const own = (peer: SandboxPeer) => peer.pushes('incoming_event').find(({ request_id }) => request_id !== undefined);
  const from = (peer: SandboxPeer, text: string) =>
    peer.pushes('incoming_event').find(({ payload }) => payload.event.text === text);
  const response = (peer: SandboxPeer, action: string) =>
    peer.frames.find((frame) => frame.action === action && frame.type === 'response');

  const customer: Record<string, Frame> = {
    'response.login': visitor.frames[0],
    'response.resume_chat': response(first, 'resume_chat'),
    'response.send_event': response(first, 'send_event'),
    'response.ping': visitor.frames.find(({ action }) => action === 'ping'),
    'response.list_chats': listChats,
    'response.list_threads': beforeAnswer.customer,
    ...Object.fromEntries(Object.entries(answers.customer).map(([name, frame]) => [`response.${name}`, frame])),
    'push.incoming_chat': first.lastPush('incoming_chat'),
    'push.incoming_event': own(first),
    'push.incoming_event.from_agent': from(first, 'We do.'),
    'push.incoming_event.transferred': system(visitor, 'chat_transferred'),
    'push.incoming_event.archived': system(visitor, 'manual_archived_customer'),
    'push.events_marked_as_seen': first.pushes('events_marked_as_seen')[0],
    'refusal.chat_inactive': inactive,
    'refusal.validation': noEvent,
  };
  const agent: Record<string, Frame> = {
    'response.login': desk.frames[0],
    'response.list_threads': beforeAnswer.agent,
    'response.get_chat': chatBefore,
    'response.get_customer': customerAsked,
    'response.list_routing_statuses': statuses,
    'response.list_agents_for_transfer': forTransfer,
    'response.transfer_chat': transferred,
    'push.incoming_chat': mara.pushes('incoming_chat')[1],
    'push.incoming_event': from(mara, 'For two'),
    'push.incoming_event.own_request': own(mara),
    'push.events_marked_as_seen': desk.lastPush('events_marked_as_seen'),
    'push.routing_status_set': mara.pushes('routing_status_set').find(({ request_id }) => request_id === undefined),
    'refusal.agent_offline': offline,
  };
  return {
    customer: (name: string) =>
      customer[name] ?? visitor.lastPush(name.replace('push.', '')) ?? first.lastPush(name.replace('push.', '')),
    agent: (name: string) => agent[name] ?? mara.lastPush(name.replace('push.', '')),
  };
}

const story = play();
const folder = new URL('../../fixtures/sandbox-v3.6/', import.meta.url);
const load = (side: string, name: string): Frame =>
  JSON.parse(readFileSync(new URL(`${side}/${name}.json`, folder), 'utf8'));

describe.each(['customer', 'agent'] as const)('what a %s is sent', (side) => {
  const names = readdirSync(new URL(side, folder)).map((file) => file.replace('.json', ''));

  it.each(names)('%s has the documented keys and kinds of values', (name) => {
    const documented = load(side, name);
    const sent = story[side](name);
    expect(sent, 'the story has no such frame').toBeDefined();
    expect([...shapeOf(sent)].sort()).toEqual([...shapeOf(documented)].sort());
    if (name.startsWith('refusal')) expect(sent.payload).toEqual(documented.payload);
  });
});
