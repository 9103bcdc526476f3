import { describe, expect, it } from 'vitest';
import type { ThreadId } from '../../src/domain';
import { type Json, ProtocolError, Reader } from '../../src/protocol';
import { createV30, readThreadIds, readThreads, rest30, v30 } from '../../src/protocol/dialects/v3.0';
import { at, type Codec, hear, listAt, loadFixture } from '../support/protocol-codec';

const codec: Codec = { version: '3.0', dialect: v30, rest: rest30 };
const payloadOf = (name: string) => at(loadFixture('3.0', name), 'payload') as Json;
const drop = (): void => {};

const event = (order: number, timestamp: number) => new Reader({ type: 'message', order, timestamp }, 'event');
const rankOf = (order: number, timestamp: number) => v30.places.readPlace(event(order, timestamp)).rank;
const markOf = (told: Json) => v30.places.readSeenUpTo(new Reader(told, 'user'));

describe('ranks of v3.0', () => {
  it('put events of one second in the order of their numbers, and not as text', () => {
    expect(rankOf(9, 1_562_230_488) < rankOf(10, 1_562_230_488)).toBe(true);
    const threads = readThreads(payloadOf('action.get_chat_threads.response'), v30.places, drop);
    const raw = listAt(payloadOf('action.get_chat_threads.response'), 'chat.threads');
    for (const { id, events } of threads) {
      const thread = raw.find((each) => at(each, 'id') === id);
      const byOrder = [...listAt(thread, 'events')].sort((x, y) => Number(at(x, 'order')) - Number(at(y, 'order')));
      const byRank = [...events].sort((x, y) => Number(x.place.rank) - Number(y.place.rank));
      expect(byRank.map((event) => event.id)).toEqual(byOrder.map((event) => at(event, 'id')));
    }
  });

  it('put a new thread behind an old one, though numbers begin again', () => {
    expect(rankOf(40, 1_562_231_433) < rankOf(1, 1_562_317_000)).toBe(true);
  });

  it('put a seen mark behind all of its second, and before the next', () => {
    const mark = markOf({ last_seen_timestamp: 1_562_230_488 });
    expect(rankOf(7, 1_562_230_488) < mark!.rank).toBe(true);
    expect(rankOf(1, 1_562_230_489) > mark!.rank).toBe(true);
    expect(mark?.at).toBe(1_562_230_488_000);
    expect(rest30.write.seenUpTo(mark!)).toEqual({ timestamp: 1_562_230_488 });
  });

  it('come from a push as from a user', () => {
    expect(markOf({ timestamp: 5 })).toEqual(markOf({ last_seen_timestamp: 5 }));
  });

  it('of threads are their numbers', () => {
    expect(v30.places.readPlace(new Reader({ id: 'T', order: 3 }, 'thread'))).toMatchObject({ rank: 3 });
  });

  it.each([
    ['order', -1],
    ['order', 1e6],
    ['order', '4'],
    ['timestamp', 1e12],
    ['timestamp', null],
  ])('are none with %s %s', (key, value) => {
    const told = new Reader({ type: 'message', order: 1, timestamp: 1_562_230_488, [key]: value }, 'event');
    expect(() => v30.places.readPlace(told)).toThrow(ProtocolError);
  });
});

describe('answers of v3.0', () => {
  it('to login tell who the customer is, and who would answer', () => {
    const login = payloadOf('action.login.response');
    expect(v30.readWelcome(login, v30.places).customer).toMatchObject({ name: 'Márta Őszi', isReturning: true });
    expect(rest30.answers.readGreeting(login)?.content).toEqual({
      kind: 'message',
      text: 'Looking for your parcel? Ask us!',
      properties: undefined,
    });
  });

  it('to get_chat_threads_summary are ids, newest first, whatever came first', () => {
    const summary = (id: string, order: number) => ({ id, order, total_events: 1 });
    const payload = { threads_summary: [summary('old', 1), summary('new', 12), summary('mid', 2)], total_threads: 30 };
    expect(readThreadIds(payload, drop)).toEqual({ ids: ['new', 'mid', 'old'] as ThreadId[], total: 30 });
  });

  it('to get_chat_threads are threads, newest first', () => {
    const thread = (id: string, order: number) => ({ id, order, active: false, user_ids: [], events: [] });
    const threads = readThreads({ chat: { threads: [thread('a', 2), thread('b', 10)] } }, v30.places, drop);
    expect(threads.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('find a chat that does not say whether it is active', () => {
    const payload = payloadOf('action.get_chats_summary.response');
    delete (at(payload, 'chats_summary.0') as Record<string, unknown>)['active'];
    expect(v30.readFoundChat(payload, v30.places, drop)).toMatchObject({ id: 'PQ4ZT8W1KC', isActive: false });
  });
});

describe('what v3.0 writes differently', () => {
  it('is a queue among the properties of a thread', () => {
    const told = hear(codec, 'incoming_chat_thread', {
      chat: {
        id: 'C',
        users: [],
        thread: {
          id: 'T',
          order: 1,
          active: true,
          user_ids: [],
          events: [],
          properties: { lc2: { queue_pos: { value: 2 }, queue_waiting_time: { value: 60 } } },
        },
      },
    });
    expect(told).toMatchObject([{ chat: { thread: { queue: { position: 2, waitSeconds: 60 } } } }]);
  });

  it('is a place in the queue that is pushed as a property', () => {
    const told = hear(codec, 'chat_thread_properties_updated', payloadOf('push.chat_thread_properties_updated.queue'));
    expect(told.map(({ type }) => type)).toEqual(['properties-updated', 'queue-moved']);
  });

  it('is properties, bare or wrapped', () => {
    const properties = { rating: { score: 1, comment: { value: 'good' } } };
    const told = hear(codec, 'chat_properties_updated', { chat_id: 'C', properties });
    const rating = new Map<string, unknown>([
      ['score', 1],
      ['comment', 'good'],
    ]);
    expect(told).toMatchObject([{ properties: new Map([['rating', rating]]) }]);
  });

  it('is session fields in one object, which are written so too', () => {
    const fields = new Map([
      ['plan', 'gold'],
      ['cart', '3'],
    ]);
    expect(rest30.write.sessionFields(fields)).toEqual({ fields: { plan: 'gold', cart: '3' } });
    const user = { id: 'u', type: 'customer', fields: { plan: 'gold', cart: '3' } };
    expect(hear(codec, 'chat_user_added', { chat_id: 'C', user })).toMatchObject([{ user: { sessionFields: fields } }]);
  });

  it('is who takes a chat over', () => {
    const transfer = (type: string, ids: unknown[]) =>
      hear(codec, 'chat_transferred', { chat_id: 'C', type, ids, requester_id: 'a' });
    expect(transfer('agent', ['b@x.example'])).toMatchObject([{ type: 'chat-transferred', agentIds: ['b@x.example'] }]);
    expect(transfer('group', [7])).toMatchObject([
      { type: 'chat-transferred', agentIds: [] },
      { type: 'access-set', groupIds: [7] },
    ]);
  });

  it('is an annotation, which keeps its place and shows nothing', () => {
    const told = hear(codec, 'incoming_event', payloadOf('event.annotation'));
    expect(told).toMatchObject([{ event: { kind: 'unknown', wireType: 'annotation' } }]);
  });

  it('is access to something that is no chat', () => {
    expect(hear(codec, 'access_set', { resource: 'agent', id: 'x', access: { group_ids: [1] } })).toEqual([]);
  });
});

it('reads without its rest what every conversation needs', () => {
  const bare = createV30((_from, what) => what);
  const heard = (name: string) => bare.readPush.get('incoming_event')?.(payloadOf(name), drop);
  expect(heard('event.message')).toMatchObject({ event: { kind: 'message' } });
  expect(heard('event.file.image')).toMatchObject({ event: { kind: 'unknown', wireType: 'file' } });
});
