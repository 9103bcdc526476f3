import { describe, expect, it } from 'vitest';
import { sandboxStage } from '../../support/sandbox-stage';

const timeout = { action: 'customer_disconnected', version: '3.6', payload: { reason: 'connection_timeout' } };

describe('deadlines', () => {
  it('gives half a minute to log in, and pings do not buy more', () => {
    const { openCustomer, clock } = sandboxStage();
    const peer = openCustomer();
    clock.pass(29_000);
    peer.get('ping');
    peer.alive();
    clock.pass(999);
    expect(peer.closed).toBeUndefined();
    clock.pass(1);
    expect(peer.frames.at(-1)).toMatchObject(timeout);
    expect(peer.closed).toEqual({ code: 1000, reason: 'connection_timeout' });
  });

  it('ends a connection after half a minute of silence; any frame and any pong is life', () => {
    const { customer, clock } = sandboxStage();
    const peer = customer();
    clock.pass(29_999);
    peer.receive('not even JSON');
    clock.pass(29_999);
    peer.alive();
    clock.pass(29_999);
    expect(peer.closed).toBeUndefined();
    clock.pass(1);
    expect(peer.frames.at(-1)).toMatchObject(timeout);
    expect(peer.closed?.code).toBe(1000);
  });

  it('tells agents in their own words', () => {
    const { agent, clock } = sandboxStage();
    const mara = agent('mara');
    clock.pass(30_000);
    expect(mara.lastPush('agent_disconnected').payload).toEqual({ reason: 'connection_timeout' });
    expect(mara.closed?.code).toBe(1008);
  });

  it('ends a connection with its token, and takes the token no more', () => {
    const { token, customer, openCustomer, clock } = sandboxStage();
    const { access_token } = token({ expires_in: 20 });
    const peer = customer({}, access_token);
    clock.pass(20_000);
    expect(peer.lastPush('customer_disconnected').payload).toEqual({ reason: 'access_token_expired' });
    expect(openCustomer().ask('login', { token: access_token }).payload.error.type).toBe('authentication');
  });

  it('closes a thread that nobody writes to, with no user behind it', () => {
    const { agent, customer, clock } = sandboxStage({ settings: { limits: { archiveMs: 60_000, idleMs: 10 ** 9 } } });
    const mara = agent('mara');
    const visitor = customer();
    const { chat_id, thread_id } = visitor.get('start_chat');
    clock.pass(59_000);
    mara.get('send_event', { chat_id, event: { type: 'message', text: 'Still there?' } });
    clock.pass(59_999);
    expect(visitor.pushes('chat_deactivated')).toEqual([]);
    clock.pass(1);
    expect(visitor.lastPush('chat_deactivated').payload).toEqual({ chat_id, thread_id });
    expect(visitor.lastPush('incoming_event').payload.event).toMatchObject({
      system_message_type: 'routing.archived_inactive',
      text: 'Chat archived due to 1 minutes of inactivity',
      text_vars: { duration: '1' },
    });
  });
});

describe('numbers', () => {
  it('holds ten requests at a time', () => {
    const { openCustomer, token, clock } = sandboxStage({ settings: { limits: { latencyMs: 100 } } });
    const peer = openCustomer();
    peer.ask('login', { token: token().access_token });
    clock.pass(100);
    for (let n = 0; n < 10; n++) expect(peer.ask('get_customer')).toBeUndefined();
    expect(peer.ask('get_customer').payload.error.type).toBe('pending_requests_limit_reached');
    clock.pass(100);
    expect(peer.frames.filter(({ action, success }) => action === 'get_customer' && success)).toHaveLength(10);
  });

  it('takes 16 KB of text and not a byte more', () => {
    const { agent, customer } = sandboxStage();
    agent('mara');
    const visitor = customer();
    const { chat_id } = visitor.get('start_chat');
    const send = (text: string) => visitor.ask('send_event', { chat_id, event: { type: 'message', text } }).success;
    expect(send('ä'.repeat(8 * 1024))).toBe(true);
    expect(send(`${'ä'.repeat(8 * 1024)}a`)).toBe(false);
    expect(send('🚲'.repeat(4 * 1024))).toBe(true);
    expect(send('🚲'.repeat(4 * 1024 + 1))).toBe(false);
  });

  it('keeps a hundred session fields', () => {
    const { customer } = sandboxStage();
    const visitor = customer();
    const fields = (from: number, count: number) =>
      Array.from({ length: count }, (_, n) => ({ [`f${from + n}`]: 'x' }));
    visitor.get('set_customer_session_fields', { session_fields: fields(0, 100) });
    const more = visitor.ask('update_customer', { session_fields: fields(100, 1) });
    expect(more.payload.error.type).toBe('customer_session_fields_limit_reached');
    visitor.get('set_customer_session_fields', { session_fields: fields(500, 2) });
    expect(visitor.get('get_customer').session_fields).toEqual([{ f500: 'x' }, { f501: 'x' }]);
  });
});

describe('a door that stays closed', () => {
  it.each([
    ['another organization', { version: '3.6', organizationId: 'somebody-else' }, 'license_not_found'],
    ['no organization', { version: '3.6' }, 'license_not_found'],
    [
      'another version',
      { version: '1.0', organizationId: '5f1c0d9e-7a34-4b62-9c1d-3e8a2b7f6c50' },
      'unsupported_version',
    ],
  ])('%s: opens, says why, closes', (_, to, reason) => {
    const { core, clock } = sandboxStage();
    const frames: unknown[] = [];
    let closed: number | undefined;
    core.connectCustomer(to, {
      send: (text) => frames.push(JSON.parse(text)),
      close: (code) => {
        closed = code;
      },
    });
    expect(frames).toEqual([]);
    clock.pass(0);
    // Frames named no versions in the time of the other one.
    const head = to.version === '3.6' ? { version: '3.6' } : {};
    expect(frames).toEqual([{ ...head, action: 'customer_disconnected', type: 'push', payload: { reason } }]);
    expect(closed).toBe(1000);
    expect(clock.pending).toBe(0);
  });
});

it('leaves no timer and no connection behind', () => {
  const { core, agent, customer, openCustomer, clock } = sandboxStage();
  const peers = [agent('mara'), customer(), openCustomer()];
  peers[1]?.get('start_chat');
  peers[1]?.get('update_customer', { name: 'Ada' });
  core.dispose();
  expect(peers.map(({ closed }) => closed?.code)).toEqual([1008, 1000, 1000]);
  expect(peers[1]?.lastPush('customer_disconnected').payload).toEqual({ reason: 'connection_evicted' });
  for (const peer of peers) peer.hangUp();
  expect(clock.pending).toBe(0);
});
