import { signal } from '@preact/signals-core';
import {
  createConnection,
  createGateway,
  createHttp,
  createRestVerbs30,
  createRestVerbs36,
  createTokenSource,
  createVerbs30,
  createVerbs36,
} from '../../src/connection';
import {
  type CustomId,
  createSession,
  createSessionRest,
  type GroupId,
  type Session,
  type WholeSessionRest,
} from '../../src/domain';
import { createV36, loadV30, rest36 } from '../../src/protocol';
import type { SandboxCore } from '../../src/sandbox/core';
import { coreUploadClass } from '../support/core-upload';
import type { FakeClock } from '../support/fake-clock';
import { fakeStore } from '../support/fake-store';
import { simulatedLine, type Weather } from './line';

/** A visitor with a real client core; only socket, clock and chance are ours. */
export interface SimulatedVisitor {
  readonly session: Session;
  readonly rest: WholeSessionRest;
  readonly weather: Weather;
  /** Own texts as they are shown. */
  texts(): string[];
  cut(): void;
  /** A crash of the tab, and the page again: what is stored is all that is left. */
  reload(): void;
  leave(): void;
}

export type Version = '3.0' | '3.6';

const v30 = await loadV30();
const speeches = {
  '3.0': {
    createDialect: v30.createV30,
    createVerbs: createVerbs30(v30),
    protocol: v30.rest30,
    createRestVerbs: createRestVerbs30(v30),
  },
  '3.6': {
    createDialect: createV36,
    createVerbs: createVerbs36,
    protocol: rest36,
    createRestVerbs: createRestVerbs36,
  },
};

export function simulatedVisitor(
  core: SandboxCore,
  clock: FakeClock,
  chance: () => number,
  version: Version = '3.6',
): SimulatedVisitor {
  const speech = speeches[version];
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
      { version, ...accountOf(core, version) },
      weather,
    );
    const diagnostics = { report: () => {} };
    const ownClock: FakeClock = {
      ...clock,
      after: (ms, task) => clock.after(ms, () => mine === visit && task()),
    };
    const tokens = createTokenSource({
      fetch: askForToken,
      store,
      clock,
      diagnostics,
      accountsUrl: 'https://accounts.test',
      organizationId: core.settings.organizationId,
      clientId: core.settings.clientId,
      redirectUri: 'https://shop.test/',
    });
    const newCustomId = () => {
      count += 1;
      return `v${count}-${Math.floor(chance() * 1e9)}` as CustomId;
    };
    const connection = createConnection({
      clock: ownClock,
      random: chance,
      openSocket: open,
      tokens,
      createDialect: speech.createDialect,
      diagnostics,
      socketUrl: () => 'wss://sandbox.test',
      loginPayload: (token) => ({ token, customer_page: { url: 'https://shop.test/', title: 'Shop' } }),
    });
    const gateway = createGateway(connection, speech.createVerbs, () => {});
    const session = createSession({
      gateway,
      clock: ownClock,
      store,
      attention: { isWatching: signal(true) },
      diagnostics,
      newCustomId,
      random: chance,
      groupId: 0 as GroupId,
      isGroupOnline: true,
    });
    const http = createHttp({
      fetch: askForToken,
      XMLHttpRequest: coreUploadClass(core),
      tokens,
      urlOf: (action) => `https://api.test/v${version}/customer/action/${action}?${accountQuery(core, version)}`,
      readError: speech.protocol.answers.readHttpError,
    });
    const rest = createSessionRest(session.core, {
      gateway: {
        ...gateway,
        ...speech.createRestVerbs({ speaker: connection, protocol: speech.protocol, http }),
      },
      clock: ownClock,
      newCustomId,
      groupId: 0 as GroupId,
      diagnostics,
      isPageVisible: signal(true),
    });
    connection.onUpdate((update) => rest.hear(update));
    connection.extend(speech.protocol);
    session.start();
    return { session, rest, cut: open.cut };
  }

  let current = begin();
  return {
    get session() {
      return current.session;
    },
    get rest() {
      return current.rest;
    },
    weather,
    texts: () => current.session.timeline.items.value.flatMap((item) => (item.kind === 'message' ? [item.text] : [])),
    cut: () => current.cut(),
    reload() {
      visit += 1;
      current.cut();
      current = begin();
    },
    leave() {
      current.rest.dispose();
      current.session.dispose();
    },
  };
}

function accountQuery({ settings: { licenseId, organizationId } }: SandboxCore, version: Version): string {
  return version === '3.0' ? `license_id=${licenseId}` : `organization_id=${organizationId}`;
}

function accountOf({ settings: { licenseId, organizationId } }: SandboxCore, version: Version) {
  return version === '3.0' ? { licenseId: `${licenseId}` } : { organizationId };
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
