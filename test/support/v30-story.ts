import type { SettingsChoice } from '../../src/sandbox/core/index';
import type { Frame, SandboxPeer } from './sandbox-peer';
import { readFixture } from './v30-shape';
import { type V30World, v30World } from './v30-world';

/** Where the chat of the fixtures is in its life. */
export type Chapter = 'new' | 'open' | 'closed';

export interface Story {
  readonly world: V30World;
  readonly priya: SandboxPeer;
  readonly jurgen: SandboxPeer;
  readonly visitor: SandboxPeer;
  readonly token: string;
  readonly chatId: string;
  readonly threadId: string;
  /** A frame of the fixtures with the ids that things have here. */
  localise(frame: Frame): Frame;
}

export const ABOUT = {
  customer: {
    name: 'Márta Őszi',
    email: 'marta@example.org',
    avatar: 'https://cdn.example.net/avatars/marta.png',
    fields: { plan: 'gold', cart_items: '3' },
  },
  customer_page: { url: 'https://shop.example/orders', title: 'Rendelések' },
  referrer: 'https://search.example/',
  customer_side_storage: { customer_visits: '5' },
};

const message = (text: string, more: object = {}) => ({ type: 'message', text, ...more });

/** Two agents, one bot and a visitor, up to some point of what the fixtures tell. */
export function v30Story(chapter: Chapter, settings: SettingsChoice = {}): Story {
  const world = v30World(settings);
  const priya = world.agent('priya');
  const jurgen = world.agent('jurgen');
  const token = world.token();
  const visitor = world.customer(ABOUT, token);
  // Time for the greeting.
  world.clock.pass(1_000);
  const { id: customerId } = visitor.get('update_customer', { name: 'Márta Őszi' }).customer;
  const names = new Map([
    ['5d2e9b40-1c7a-4f63-8b0e-6a94f3d2c157', customerId],
    ['3f6c1a52-8d1e-4b7a-9c40-2e5b7d90f113', customerId],
    ['tk-9f2c', token],
    ['dal-Qs81vX0mT4nBw7', 'dal:priya@support.example'],
    ['agent-token', 'dal:priya@support.example'],
    ['mara@quayside.example', 'priya@support.example'],
    ['theo@quayside.example', 'jurgen@support.example'],
    ['6be0f31c9a7d4e52b8f0a1c2d3e4f506', 'pixel-bot@support.example'],
  ]);
  const joris = priya.get('create_customer', { name: 'Joris', fields: { source: 'phone' } });
  names.set('b81d4e07-52c9-4f3a-8e66-0d9a7c5f2e48', joris.id).set('2019-08', '2026-03');
  let [chatId, threadId] = ['', ''];
  if (chapter !== 'new') {
    const first = visitor.get('start_chat', { chat: { access: { group_ids: [3] } } }).chat;
    chatId = first.id;
    visitor.get('send_event', { chat_id: chatId, event: message('Szállítanak Ausztriába?') });
    visitor.get('update_chat_thread_properties', {
      chat_id: chatId,
      thread_id: first.thread.id,
      properties: { rating: { score: 1, comment: 'Gyors válasz' } },
    });
    visitor.get('update_chat_properties', { chat_id: chatId, properties: { rating: { score: 1 } } });
    visitor.get('close_thread', { chat_id: chatId });
    world.clock.pass(1_000);
    const { events } = readFixture('customer', 'action.start_chat.request').payload.chat.thread;
    const chat = {
      id: chatId,
      access: { group_ids: [3] },
      thread: { events: [{ ...events[0], form_type: 'prechat' }] },
    };
    threadId = visitor.get('activate_chat', { chat }).chat.threads[0].id;
    const said = priya.get('send_event', {
      chat_id: chatId,
      event: message('Good morning Márta, how can I help you?'),
    });
    const properties = { test: { string_property: 'jelölt' } };
    const place = { chat_id: chatId, thread_id: threadId, event_id: said.event.id };
    visitor.get('update_event_properties', { ...place, properties });
    visitor.get('send_event', { chat_id: chatId, event: message('A csomagom (touring)', { custom_id: '31-0c-7f' }) });
    const card = readFixture('customer', 'event.rich_message.quick_replies').payload.event;
    const { event } = priya.get('send_event', { chat_id: chatId, event: { ...card, custom_id: 'rm-1' } });
    const reserve = readFixture('agent', 'request.send_event.rich_message_as_bot').payload.event;
    const reserved = priya.get('send_event', { chat_id: chatId, event: reserve });
    if (chapter === 'closed') priya.get('close_thread', { chat_id: chatId });
    names.set('PQ4ZT8W1KC', chatId).set('PK4T7WQ2ZD', chatId);
    names.set('PQ4ZT8W1LC', first.thread.id).set('PQ9M3F7X2A', threadId).set('PK4T7WQ2ZE', threadId);
    names.set('PQ9M3F7X2A_2', said.event.id).set('PQ9M3F7X2A_8', event.id);
    names.set('PK4T7WQ2ZE_4', said.event.id).set('PK4T7WQ2ZE_8', reserved.event.id);
    // The longer ids first: some begin with others.
  }
  const byLength = [...names].sort(([a], [b]) => b.length - a.length);
  const localise = (frame: Frame): Frame =>
    JSON.parse(byLength.reduce((text, [there, here]) => text.replaceAll(there, here), JSON.stringify(frame)));
  return { world, priya, jurgen, visitor, token, chatId, threadId, localise };
}
