import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../src/sandbox/server';
import type { Moment } from '../support/faulty-proxy';
import { beginDay, type Day } from './real-sockets-day';

// Attempts, answers and history go over the loopback in their own time, so nothing here waits for a number of seconds.
const UNSTABLE_MS = 26_000;
const NOTICED_MS = 35_000;

let sandbox: RunningSandbox;
let day: Day;
beforeAll(async () => {
  sandbox = await startSandbox({ hasScriptedAgent: false });
});
afterEach(() => day.close());
afterAll(() => sandbox.close());

const names = {
  '3.0': { login: 'login', listChats: 'get_chats_summary', send: 'send_event', start: 'start_chat' },
  '3.6': { login: 'login', listChats: 'list_chats', send: 'send_event', start: 'start_chat' },
} as const;

const stateOf = ({ client }: Day) => client.session.line.peek().state;

describe.each(['3.0', '3.6'] as const)('v%s: what is typed', { timeout: 20_000 }, (version) => {
  beforeEach(async () => {
    day = await beginDay(sandbox, version);
  });

  it('while it connects arrives', async () => {
    day.proxy.weather.door = 'silent';
    day.proxy.cut();
    day.types('While it connects');
    await vi.waitFor(() => expect(day.proxy.lines.open).toBe(1));
    day.proxy.weather.door = 'open';
    await day.clock.leap(11_000);
    await day.endsWell();
  });

  it.each(['login', 'listChats'] as const)('while %s is on its way arrives', async (name) => {
    await day.online();
    const held = day.proxy.at(names[version][name], 'hold');
    day.proxy.cut();
    await held;
    day.types('While it waits');
    expect(stateOf(day)).toBe('connecting');
    day.proxy.resume();
    await day.endsWell();
  });

  it('while the line is doubted arrives', async () => {
    await day.chats();
    day.proxy.lose('toClient');
    await day.clock.leap(UNSTABLE_MS);
    expect(stateOf(day)).toBe('online');
    day.types('In doubt');
    await day.clock.leap(NOTICED_MS - UNSTABLE_MS);
    await day.endsWell();
    expect(day.proxy.lines.opened).toBe(2);
  });

  it('while it waits arrives, and the sending does not wait', async () => {
    await day.chats();
    day.proxy.weather.door = 'refuses';
    day.proxy.cut();
    await vi.waitFor(() => expect(stateOf(day)).toBe('waiting'));
    day.types('In the dark', 'Still dark');
    await day.isHonest();
    day.proxy.weather.door = 'open';
    await day.endsWell();
  });

  it('after a goodbye that is for a while brings the line back', async () => {
    await day.chats();
    day.proxy.sayGoodbye('too_many_connections');
    await vi.waitFor(() => expect(stateOf(day)).toBe('stopped'));
    day.types('Here again');
    await day.endsWell();
  });

  it('after a goodbye that is for good is kept', async () => {
    await day.chats();
    day.proxy.sayGoodbye('customer_banned');
    await vi.waitFor(() => expect(stateOf(day)).toBe('stopped'));
    day.types('Not lost');
    expect(day.client.session.core.outbox.items.peek()).toMatchObject([{ text: 'Not lost', state: 'queued' }]);
    day.reloads();
    await day.endsWell();
  });

  it.each<[keyof (typeof names)['3.6'], Moment]>([
    ['start', 'before'],
    ['start', 'handled'],
    ['start', 'answered'],
  ])('first, with a cut at %s, %s', async (name, moment) => {
    await day.online();
    const cut = day.proxy.at(names[version][name], moment);
    day.types('The first', 'The second');
    await cut;
    await day.endsWell();
  });

  it.each<Moment>(['before', 'handled', 'answered'])('later, with a cut %s', async (moment) => {
    await day.chats();
    const cut = day.proxy.at(names[version].send, moment);
    day.types('One', 'Two', 'Three');
    await cut;
    await day.isHonest();
    await day.endsWell();
  });

  it.each<Moment>(['before', 'handled', 'answered'])('when the page dies with a request %s', async (moment) => {
    await day.chats();
    const cut = day.proxy.at(names[version].send, moment);
    day.types('Said, and gone', 'Never on the wire');
    await cut;
    day.reloads();
    await day.endsWell();
  });

  it.each(['toService', 'toClient'] as const)('into half a line (lost: %s) arrives within 35 s', async (way) => {
    await day.chats();
    day.proxy.lose(way);
    day.types('Half');
    await day.isHonest();
    await day.clock.leap(NOTICED_MS);
    await day.endsWell();
    expect(day.proxy.lines.opened).toBe(2);
  });

  it.each([20_000, 60_000])('into a line that stalls for %i ms arrives once', async (ms) => {
    await day.chats();
    day.proxy.stall();
    day.types('Held up', 'Behind it');
    await day.clock.leap(ms);
    await day.isHonest();
    day.proxy.resume();
    await day.endsWell();
  });

  it('as the page takes the chat away leaves nothing that runs', async () => {
    await day.chats();
    const held = day.proxy.at(names[version].send, 'hold');
    day.types('On its way');
    await held;
    // What must hold is looked at when the day is over.
    day.client.session.dispose();
  });
});
