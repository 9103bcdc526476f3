import { beforeEach, describe, expect, it } from 'vitest';
import {
  type AnyUpdate,
  createConnection,
  createGateway,
  createVerbs36,
  judge,
  type TokenSource,
} from '../../src/connection';
import type { ChatId, CustomId } from '../../src/domain';
import { createV36, rest36 } from '../../src/protocol';
import { type FakeClock, fakeClock, settle } from '../support/fake-clock';
import { fakeSockets } from '../support/fake-socket';
import { loadFrame } from '../support/fixtures';

let clock: FakeClock;
let sockets: ReturnType<typeof fakeSockets>;
let tokens: TokenSource & { fresh: number; error?: Error };
let reports: string[];
let updates: AnyUpdate[];
let line: ReturnType<typeof connect>;

function connect() {
  const connection = createConnection({
    clock,
    random: () => 0.5,
    openSocket: sockets.open,
    tokens,
    createDialect: createV36,
    diagnostics: { report: (reason, where) => reports.push(where ? `${reason}: ${where}` : reason) },
    socketUrl: (region) => `wss://api${region ? `-${region}` : ''}.test/rtm`,
    loginPayload: (token) => ({ token }),
  });
  connection.onUpdate((update) => updates.push(update));
  connection.extend(rest36, judge);
  return {
    connection,
    gateway: createGateway(connection, createVerbs36, (reason, where) => reports.push(`${reason}: ${where}`)),
  };
}

beforeEach(() => {
  clock = fakeClock();
  sockets = fakeSockets();
  reports = [];
  updates = [];
  const token = { text: 'Bearer dal:t', endsAt: 0, lifeMs: 0 };
  tokens = {
    fresh: 0,
    get: () => (tokens.error ? Promise.reject(tokens.error) : Promise.resolve(token)),
    getFresh: async () => {
      tokens.fresh += 1;
      return token;
    },
    invalidate: () => {},
  };
  line = connect();
});

const stateOf = () => line.gateway.line.value.state;
const welcome = loadFrame('3.6', 'answer.login').payload;

async function logIn(): Promise<void> {
  sockets.last().listener.opened();
  await settle();
  sockets.last().answer('login', welcome);
  await settle();
}

async function online(): Promise<void> {
  line.gateway.connect();
  await logIn();
  expect(stateOf()).toBe('online');
}

describe('coming online', () => {
  it('takes a socket, a token and a log-in, and waits for the sync', async () => {
    let synced = () => {};
    line.gateway.onWelcome(
      () =>
        new Promise((resolve) => {
          synced = resolve;
        }),
    );
    line.gateway.connect();
    expect(sockets.last().url).toBe('wss://api.test/rtm');
    await logIn();
    expect(sockets.last().asked('login').payload).toEqual({ token: 'Bearer dal:t' });
    expect(stateOf()).toBe('connecting');
    synced();
    await settle();
    expect(stateOf()).toBe('online');
  });

  it('fetches another token when the old one is refused', async () => {
    line.gateway.connect();
    sockets.last().listener.opened();
    await settle();
    sockets.last().refuse('login', 'authentication');
    await settle();
    expect(sockets.last().isClosed).toBe(true);
    await clock.passAsync(1_000);
    await logIn();
    expect(tokens.fresh).toBe(1);
    expect(stateOf()).toBe('online');
  });

  it('tries again when the sync fails, and when nothing answers', async () => {
    let fails = true;
    line.gateway.onWelcome(() => (fails ? Promise.reject(new Error('no')) : Promise.resolve()));
    line.gateway.connect();
    await logIn();
    expect(stateOf()).toBe('waiting');
    fails = false;
    await clock.passAsync(1_000);
    expect(sockets.all).toHaveLength(2);
    await clock.passAsync(12_000);
    expect(sockets.all).toHaveLength(3);
    await logIn();
    expect(stateOf()).toBe('online');
  });

  it('stops when it is told for good, and never has two sockets', async () => {
    line.gateway.connect();
    sockets.last().listener.opened();
    await settle();
    sockets.last().refuse('login', 'customer_banned');
    await settle();
    expect(line.gateway.line.value).toMatchObject({ state: 'stopped', reason: 'banned' });
    await clock.passAsync(3_600_000);
    expect(sockets.all).toHaveLength(1);
    expect(clock.pending).toBe(0);
  });

  it('moves to another region when it is sent there', async () => {
    await online();
    sockets.last().push('customer_disconnected', { reason: 'misdirected_connection', data: { region: 'fra' } });
    await clock.passAsync(1_000);
    expect(sockets.last().url).toBe('wss://api-fra.test/rtm');
    expect(sockets.all[0]!.isClosed).toBe(true);
  });

  it('listens no more to a socket that it has left', async () => {
    await online();
    const [old] = sockets.all;
    old!.listener.closed(1006);
    await clock.passAsync(1_000);
    await logIn();
    old!.push('incoming_event', loadFrame('3.6', 'push.incoming_event').payload);
    old!.listener.closed(1006);
    expect(updates).toEqual([]);
    expect(stateOf()).toBe('online');
  });
});

describe('bad frames', () => {
  it.each([
    ['no JSON', '{"type":'],
    ['no frame', '[]'],
    ['a push without a name', '{"type":"push"}'],
    ['a push that cannot be read', '{"type":"push","action":"incoming_event","payload":{"event":7}}'],
    ['a push that nobody knows', '{"type":"push","action":"incoming_hologram","payload":{}}'],
    ['an answer to nobody', '{"type":"response","request_id":"never","success":true}'],
    ['a name of every object', '{"type":"push","action":"constructor","payload":{"__proto__":{"polluted":1}}}'],
  ])('%s: neighbours unharmed, line kept', async (_name, text) => {
    await online();
    const good = loadFrame('3.6', 'push.incoming_event').payload;
    sockets.last().push('incoming_event', good);
    sockets.last().listener.received(text);
    sockets.last().push('incoming_event', good);
    expect(updates).toHaveLength(2);
    expect(stateOf()).toBe('online');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('are counted without content', async () => {
    await online();
    sockets.last().listener.received('secret words');
    sockets.last().push('incoming_event', { chat_id: 'C', thread_id: 'T', event: { text: 'secret words' } });
    expect(reports).toEqual(['frame not read', 'push left out: incoming_event payload.event.type']);
  });
});

describe('requests', () => {
  const message = { customId: 'k1' as CustomId, text: 'Hello' };
  const chat = { id: 'C' as ChatId, isActive: true };

  it('end with the response or with the push, whichever is first', async () => {
    await online();
    const [byAnswer, byPush] = [line.gateway.sendMessage(chat, message), line.gateway.sendMessage(chat, message)];
    const [first, second] = sockets.last().sent.filter(({ action }) => action === 'send_event');
    const { payload } = loadFrame('3.6', 'push.incoming_event');
    sockets.last().push('incoming_event', payload, second!.request_id);
    sockets
      .last()
      .listener.received(
        JSON.stringify({ request_id: first!.request_id, type: 'response', success: true, payload: { event_id: 'E1' } }),
      );
    expect(await byAnswer).toEqual({ outcome: 'accepted', chatId: 'C', eventId: 'E1' });
    expect(await byPush).toEqual({ outcome: 'accepted', chatId: 'C', eventId: 'HC2B7Q9WZL_3' });
  });

  it('carry our own id for the event, from the start', async () => {
    await online();
    void line.gateway.sendMessage(chat, message);
    expect(sockets.last().asked('send_event').payload).toEqual({
      chat_id: 'C',
      event: { type: 'message', text: 'Hello', custom_id: 'k1', recipients: 'all' },
    });
  });

  it('start the chat, resume it, or send to it', async () => {
    await online();
    void line.gateway.sendMessage(undefined, message);
    expect(sockets.last().asked('start_chat').payload).toMatchObject({
      chat: { thread: { events: [{ custom_id: 'k1' }] } },
    });
    void line.gateway.sendMessage({ ...chat, isActive: false }, message);
    expect(sockets.last().asked('resume_chat').payload).toMatchObject({ chat: { id: 'C' } });
  });

  it('leave the message for later when nobody is online', async () => {
    await online();
    const sending = line.gateway.sendMessage(undefined, message);
    expect(sockets.last().asked('start_chat').payload).not.toHaveProperty('continuous');
    sockets.last().refuse('start_chat', 'groups_offline');
    await settle();
    expect(sockets.last().asked('start_chat').payload).toMatchObject({ continuous: true });
    sockets.last().answer('start_chat', { chat_id: 'C', thread_id: 'T', event_ids: ['E1'] });
    expect(await sending).toEqual({ outcome: 'accepted', chatId: 'C', eventId: 'E1' });

    const again = line.gateway.sendMessage(undefined, message);
    sockets.last().refuse('start_chat', 'groups_offline');
    await settle();
    sockets.last().refuse('start_chat', 'groups_offline');
    expect(await again).toMatchObject({ outcome: 'refused', reason: 'nobody-online' });
  });

  it('follow what somebody else has just done to the chat', async () => {
    await online();
    const ended = line.gateway.sendMessage(chat, message);
    sockets.last().refuse('send_event', 'chat_inactive');
    await settle();
    sockets.last().answer('resume_chat', { thread_id: 'T2', event_ids: ['E2'] });
    expect(await ended).toEqual({ outcome: 'accepted', chatId: 'C', eventId: 'E2' });

    const resumed = line.gateway.sendMessage({ ...chat, isActive: false }, message);
    sockets.last().refuse('resume_chat', 'chat_already_active');
    await settle();
    sockets.last().answer('send_event', { event_id: 'E3' });
    expect(await resumed).toEqual({ outcome: 'accepted', chatId: 'C', eventId: 'E3' });

    const started = line.gateway.sendMessage(undefined, message);
    sockets.last().refuse('start_chat', 'chat_limit_reached');
    await settle();
    sockets.last().answer('list_chats', loadFrame('3.6', 'answer.list_chats').payload);
    await settle();
    sockets.last().answer('send_event', { event_id: 'E4' });
    expect(await started).toEqual({ outcome: 'accepted', chatId: 'HC2B7Q9WZK', eventId: 'E4' });
  });

  it.each([
    ['validation', { outcome: 'refused', reason: 'invalid' }],
    ['customer_banned', { outcome: 'refused', reason: 'banned' }],
    ['group_unavailable', { outcome: 'refused', reason: 'nobody-online' }],
    ['something_new', { outcome: 'refused', reason: 'other' }],
    ['too_many_requests', { outcome: 'not-now' }],
    ['service_unavailable', { outcome: 'not-now' }],
    ['request_timeout', { outcome: 'unknown' }],
  ])('refused with %s', async (type, outcome) => {
    await online();
    const sending = line.gateway.sendMessage(chat, message);
    sockets.last().refuse('send_event', type);
    expect(await sending).toMatchObject(outcome);
  });

  it('are in doubt when the socket goes, and not begun when there is none', async () => {
    await online();
    const sending = line.gateway.sendMessage(chat, message);
    sockets.last().listener.closed(1006);
    expect(await sending).toEqual({ outcome: 'unknown' });
    expect(await line.gateway.sendMessage(chat, message)).toEqual({ outcome: 'not-now' });
  });

  it('have a deadline of 15 s, and let the line be probed at 10', async () => {
    await online();
    const sending = line.gateway.sendMessage(chat, message);
    await clock.passAsync(9_999);
    const pings = () => sockets.last().sent.filter(({ action }) => action === 'ping').length;
    expect(pings()).toBe(0);
    await clock.passAsync(1);
    expect(pings()).toBe(1);
    sockets.last().answer('ping');
    await clock.passAsync(5_000);
    expect(await sending).toEqual({ outcome: 'unknown' });
  });

  it('are at most eight at once; the others wait in order', async () => {
    await online();
    const before = sockets.last().sent.length;
    for (let n = 0; n < 12; n += 1) void line.gateway.sendMessage(chat, { ...message, text: `${n}` });
    const sent = () =>
      sockets
        .last()
        .sent.slice(before)
        .map(({ payload }) => (payload['event'] as { text: string }).text);
    expect(sent()).toHaveLength(8);
    const first = sockets.last().sent[before]!;
    sockets.last().listener.received(JSON.stringify({ request_id: first.request_id, type: 'response', success: true }));
    await settle();
    expect(sent().at(-1)).toBe('8');
  });
});

it('notices a line that only sends within 35 s', async () => {
  await online();
  await clock.passAsync(35_000);
  expect(stateOf()).not.toBe('online');
});

it('leaves nothing behind when it is told to go', async () => {
  await online();
  line.gateway.disconnect();
  expect(clock.pending).toBe(0);
  expect(sockets.last().isClosed).toBe(true);
});
