import { signal } from '@preact/signals-core';
import { createConnection, createGateway, createTokenSource } from '../../src/connection';
import { type CustomId, createSession, type GroupId, type Session } from '../../src/domain';
import { v36 } from '../../src/protocol';
import type { SandboxCore } from '../../src/sandbox/core';
import type { FakeClock } from '../support/fake-clock';
import { fakeStore } from '../support/fake-store';
import { simulatedLine, type Weather } from './line';

/** A visitor with a real client core; only socket, clock and chance are ours. */
export interface SimulatedVisitor {
  readonly session: Session;
  readonly weather: Weather;
  /** Own texts as they are shown. */
  texts(): string[];
  cut(): void;
  /** A crash of the tab, and the page again: what is stored is all that is left. */
  reload(): void;
  leave(): void;
}

export function simulatedVisitor(core: SandboxCore, clock: FakeClock, chance: () => number): SimulatedVisitor {
  const store = fakeStore();
  const cookies = new Map<string, string>();
  const weather: Weather = {
    isDown: false,
    cutAt: undefined,
    repeatsPushes: false,
    latencyMs: () => 10 + chance() * 200,
  };
  let count = 0;
  let visit = 0;

  const askForToken: typeof fetch = async (url, init) => {
    if (weather.isDown) throw new TypeError('offline');
    const response = core.http({
      method: 'POST',
      url: new URL(url as string).pathname,
      headers: { origin: 'http://shop.test', cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      body: init?.body as string,
      isSecure: true,
    });
    for (const cookie of [response?.headers['set-cookie'] ?? []].flat()) {
      const [name = '', value = ''] = cookie.split(';')[0]!.split('=');
      cookies.set(name, value);
    }
    return new Response(response?.body ?? '', { status: response?.status ?? 404 });
  };

  function begin() {
    visit += 1;
    const mine = visit;
    const open = simulatedLine(
      clock,
      (to, wire) => core.connectCustomer(to, wire),
      { version: '3.6', organizationId: core.settings.organizationId },
      weather,
    );
    const diagnostics = { report: () => {} };
    const connection = createConnection({
      clock: { now: clock.now, after: (ms, task) => clock.after(ms, () => mine === visit && task()) },
      random: chance,
      openSocket: open,
      tokens: createTokenSource({
        fetch: askForToken,
        store,
        clock,
        diagnostics,
        accountsUrl: 'https://accounts.test',
        organizationId: core.settings.organizationId,
        clientId: core.settings.clientId,
        redirectUri: 'https://shop.test/',
      }),
      dialect: v36,
      diagnostics,
      socketUrl: () => 'wss://sandbox.test',
      loginPayload: (token) => ({ token, customer_page: { url: 'https://shop.test/', title: 'Shop' } }),
    });
    const session = createSession({
      gateway: createGateway(connection, v36, () => {}),
      clock: { now: clock.now, after: (ms, task) => clock.after(ms, () => mine === visit && task()) },
      store,
      attention: { isWatching: signal(true) },
      diagnostics,
      newCustomId: () => {
        count += 1;
        return `v${count}-${Math.floor(chance() * 1e9)}` as CustomId;
      },
      random: chance,
      groupId: 0 as GroupId,
      isGroupOnline: true,
    });
    session.start();
    return { session, cut: open.cut };
  }

  let current = begin();
  return {
    get session() {
      return current.session;
    },
    weather,
    texts: () => current.session.timeline.items.value.flatMap((item) => (item.kind === 'message' ? [item.text] : [])),
    cut: () => current.cut(),
    reload() {
      visit += 1;
      current.cut();
      current = begin();
    },
    leave: () => current.session.dispose(),
  };
}

/** An agent who speaks frames, as the console does. */
export function simulatedAgent(core: SandboxCore, token = 'dal:sandbox-mara') {
  const heard: { action: string; type: string; payload: Record<string, unknown> }[] = [];
  let count = 0;
  const connection = core.connectAgent(
    { version: '3.6' },
    { send: (text) => heard.push(JSON.parse(text) as (typeof heard)[number]), close: () => {} },
  );
  const ask = (action: string, payload: object = {}) => {
    count += 1;
    connection.receive(JSON.stringify({ request_id: `a${count}`, action, payload }));
  };
  ask('login', { token: `Bearer ${token}` });
  return {
    heard,
    ask,
    alive: () => connection.alive(),
    /** The chat that was last heard of. */
    chatId(): string | undefined {
      const started = heard.filter(({ action }) => action === 'incoming_chat').at(-1);
      return (started?.payload['chat'] as { id: string } | undefined)?.id;
    },
    write(text: string) {
      ask('send_event', { chat_id: this.chatId(), event: { type: 'message', text, visibility: 'all' } });
    },
    pushes: (action: string) => heard.filter((frame) => frame.action === action && frame.type === 'push'),
  };
}
