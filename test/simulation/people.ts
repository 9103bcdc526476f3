import type { CustomId, Session, WholeSessionRest } from '../../src/domain';
import type { SandboxCore } from '../../src/sandbox/core';
import { coreUploadClass } from '../support/core-upload';
import type { FakeClock } from '../support/fake-clock';
import { fakeStore } from '../support/fake-store';
import { accountOf, createClient, tokenFetch, type Version } from './client';
import { simulatedLine, type Weather } from './line';

export type { Version } from './client';

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

export function simulatedVisitor(
  core: SandboxCore,
  clock: FakeClock,
  chance: () => number,
  version: Version = '3.6',
): SimulatedVisitor {
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

  const post = tokenFetch(core.http, cookies);
  const askForToken: typeof fetch = async (...asked) => {
    if (weather.isDown) throw new TypeError('offline');
    return post(...asked);
  };

  function begin() {
    visit += 1;
    const mine = visit;
    const open = simulatedLine(
      clock,
      (to, wire) => core.connectCustomer(to, wire),
      { version, ...accountOf(core.settings, version) },
      weather,
    );
    const { session, rest } = createClient({
      version,
      account: core.settings,
      clock: { ...clock, after: (ms, task) => clock.after(ms, () => mine === visit && task()) },
      chance,
      store,
      openSocket: open,
      fetch: askForToken,
      XMLHttpRequest: coreUploadClass(core),
      newCustomId() {
        count += 1;
        return `v${count}-${Math.floor(chance() * 1e9)}` as CustomId;
      },
    });
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

/** An agent who speaks frames, as the console does. */
export function simulatedAgent(core: SandboxCore, token = 'dal:sandbox-mara') {
  const read: { action: string; type: string; payload: Record<string, unknown> }[] = [];
  const unread: string[] = [];
  let count = 0;
  const connection = core.connectAgent({ version: '3.6' }, { send: (text) => unread.push(text), close: () => {} });
  /** Read only when somebody asks: on a long day that is never. */
  const heard = () => {
    for (const text of unread.splice(0)) read.push(JSON.parse(text) as (typeof read)[number]);
    return read;
  };
  const ask = (action: string, payload: object = {}) => {
    count += 1;
    connection.receive(JSON.stringify({ request_id: `a${count}`, action, payload }));
  };
  ask('login', { token: `Bearer ${token}` });
  return {
    get heard() {
      return heard();
    },
    ask,
    alive: () => connection.alive(),
    /** The chat that was last heard of. */
    chatId(): string | undefined {
      const started = heard()
        .filter(({ action }) => action === 'incoming_chat')
        .at(-1);
      return (started?.payload['chat'] as { id: string } | undefined)?.id;
    },
    write(text: string) {
      ask('send_event', { chat_id: this.chatId(), event: { type: 'message', text, visibility: 'all' } });
    },
    pushes: (action: string) => heard().filter((frame) => frame.action === action && frame.type === 'push'),
  };
}
