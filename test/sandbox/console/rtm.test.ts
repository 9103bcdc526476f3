import { beforeEach, expect, it, vi } from 'vitest';
import { backoff, type Connection, createRtm } from '../../../src/sandbox/console/rtm';
import { consoleLine } from '../../support/console-line';
import { fakeClock } from '../../support/fake-clock';

function setUp() {
  const line = consoleLine();
  const clock = fakeClock();
  const states: Connection[] = [];
  const onPush = vi.fn();
  const rtm = createRtm({
    openSocket: line.openSocket,
    clock,
    random: () => 1,
    login: (isAgain) => ({ token: 'Bearer t', reconnect: isAgain }),
    onConnection: (state) => states.push(state),
    onLogin: () => {},
    onPush,
  });
  rtm.start();
  return { line, clock, states, onPush, rtm, state: () => states.at(-1) };
}

let set: ReturnType<typeof setUp>;
beforeEach(() => {
  set = setUp();
});

async function logIn() {
  set.line.open();
  await set.line.answer('login');
}

it('logs in when the socket opens, and is online after the answer', async () => {
  set.line.open();
  expect(set.line.sent('login')).toEqual([{ token: 'Bearer t', reconnect: false }]);
  expect(set.state()).toEqual({ kind: 'connecting' });
  await set.line.answer('login');
  expect(set.state()).toEqual({ kind: 'online' });
});

it('pings every 15 seconds while something answers', async () => {
  await logIn();
  set.clock.pass(15_000);
  expect(set.line.sent('ping')).toHaveLength(1);
  set.line.say({ action: 'ping', type: 'response', success: true, payload: {} });
  set.clock.pass(15_000);
  expect(set.line.sent('ping')).toHaveLength(2);
  expect(set.line.sockets).toHaveLength(1);
});

it('leaves a line on which nothing comes any more', async () => {
  await logIn();
  set.clock.pass(30_000);
  expect(set.line.sockets[0]?.isClosed).toBe(true);
  expect(set.state()).toEqual({ kind: 'waiting' });
});

it('comes back after a cut, and waits longer each time', async () => {
  await logIn();
  set.line.cut();
  set.clock.pass(1_000);
  expect(set.line.sockets).toHaveLength(2);
  set.line.cut();
  set.clock.pass(1_999);
  expect(set.line.sockets).toHaveLength(2);
  set.clock.pass(1);
  expect(set.line.sockets).toHaveLength(3);
  set.line.open();
  expect(set.line.sent('login')).toEqual([{ token: 'Bearer t', reconnect: true }]);
});

it('never waits longer than 30 seconds', () => {
  expect([1, 2, 5, 6, 50].map((attempt) => backoff(attempt, () => 1))).toEqual([1_000, 2_000, 16_000, 30_000, 30_000]);
  expect(backoff(4, () => 0.25)).toBe(2_000);
});

it('gives up a log-in that takes too long', () => {
  set.line.open();
  set.clock.pass(10_000);
  expect(set.state()).toEqual({ kind: 'waiting' });
});

it('stays away when the token is refused or the agent logged out elsewhere', async () => {
  set.line.open();
  await set.line.refuse('login', 'authentication', 'No');
  expect(set.state()).toEqual({ kind: 'stopped', reason: 'authentication' });

  set = setUp();
  await logIn();
  await set.line.push('agent_disconnected', { reason: 'agent_logged_out_remotely' });
  expect(set.state()).toEqual({ kind: 'stopped', reason: 'agent_logged_out_remotely' });
  set.clock.pass(60_000);
  expect(set.line.sockets).toHaveLength(1);
});

it('comes back when the server had a bad moment', async () => {
  await logIn();
  await set.line.push('agent_disconnected', { reason: 'internal_error' });
  expect(set.state()).toEqual({ kind: 'waiting', reason: 'internal_error' });
});

it('has at most eight requests under way, and sends the others in order', async () => {
  await logIn();
  const asked = Array.from({ length: 10 }, (_, n) => set.rtm.request('get_chat', { n }));
  expect(set.line.sent('get_chat')).toHaveLength(8);
  await set.line.answer('get_chat', 'first');
  expect(set.line.sent('get_chat').at(-1)).toEqual({ n: 8 });
  await expect(asked[0]).resolves.toBe('first');
  set.rtm.stop();
  const ends = await Promise.allSettled(asked.slice(1));
  expect(new Set(ends.map((end) => end.status === 'rejected' && end.reason.code))).toEqual(new Set(['offline']));
});

it('ends every request: by the refusal, by the deadline, or with the line', async () => {
  await logIn();
  const refused = set.rtm.request('one');
  const late = set.rtm.request('two');
  const refusal = expect(refused).rejects.toMatchObject({ code: 'chat_inactive', message: 'Chat is inactive' });
  const lateness = expect(late).rejects.toMatchObject({ code: 'request_timeout' });
  await set.line.refuse('one', 'chat_inactive', 'Chat is inactive');
  set.clock.pass(15_000);
  await Promise.all([refusal, lateness]);
  set.line.cut();
  await expect(set.rtm.request('three')).rejects.toMatchObject({ code: 'offline' });
});

it('is not shaken by frames that make no sense', async () => {
  await logIn();
  for (const frame of ['{', '[]', 'null', '42', '{"type":"response","request_id":"nobody"}', '{}']) set.line.say(frame);
  set.line.say({ type: 'push', action: 'incoming_event', payload: null });
  expect(set.state()).toEqual({ kind: 'online' });
  expect(set.line.sockets).toHaveLength(1);
});
