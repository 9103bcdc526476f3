import { randomUUID } from 'node:crypto';
import { effect } from '@preact/signals-core';
import { expect, vi } from 'vitest';
import type { CustomId, Delivery, MessageItem } from '../../src/domain';
import type { RunningSandbox } from '../../src/sandbox/server';
import { type Client, createClient, type Version } from '../simulation/client';
import { fakeStore } from '../support/fake-store';
import { type FaultyProxy, startFaultyProxy, type Truth, truthOf } from '../support/faulty-proxy';
import { fetchWithCookies, socketsTo } from './real-sockets-browser';
import { type LeapingClock, leapingClock } from './real-sockets-clock';

const BETWEEN_LOOKS_MS = 3_000;
// One after the other, on a machine that has much else to do.
const TAKES_AT_MOST_MS = 500;
const FAR = ['sending', 'waiting', 'refused', 'sent', 'seen'] as const satisfies readonly Delivery[];

/** One customer, one bad network in front of a service that others share, and all that was typed. */
export interface Day {
  readonly proxy: FaultyProxy;
  readonly truth: Truth;
  readonly clock: LeapingClock;
  readonly version: Version;
  client: Client;
  types(...texts: string[]): void;
  chatId(): string;
  /** What is kept to log in with. */
  tokens(): readonly string[];
  online(): Promise<void>;
  /** Online, and a chat in which both have spoken. */
  chats(): Promise<void>;
  /** The process of the page has died; here it is again. */
  reloads(): void;
  /** Nothing is said to be sent that the service does not have. */
  isHonest(): Promise<void>;
  /** Nothing lost, nothing twice, in order, with honest marks. */
  endsWell(): Promise<void>;
  close(): Promise<void>;
}

export async function beginDay(sandbox: RunningSandbox, version: Version): Promise<Day> {
  const proxy = await startFaultyProxy(sandbox.url);
  const truth = truthOf(sandbox.url);
  const clock = leapingClock();
  const store = fakeStore();
  const cookies = new Map<string, string>();
  const typed: string[] = [];
  const broken: string[] = [];
  let life = { isOver: false };
  let sockets: ReturnType<typeof socketsTo>;
  let stopWatching = (): void => {};

  function begin(): Client {
    life = { isOver: false };
    return live(life);
  }

  /** Once it is over, nothing of it can do anything. */
  function live(life: { readonly isOver: boolean }): Client {
    const account = version === '3.0' ? `license_id=${sandbox.licenseId}` : `organization_id=${sandbox.organizationId}`;
    sockets = socketsTo(`${proxy.url.replace('http', 'ws')}/v${version}/customer/rtm/ws?${account}`);
    const client = createClient({
      version,
      account: sandbox as unknown as Parameters<typeof createClient>[0]['account'],
      clock: { ...clock, after: (ms, task) => (life.isOver ? () => {} : clock.after(ms, task)) },
      // Attempts follow one another quickly.
      chance: () => 0.02,
      store: { ...store, write: (...kept) => !life.isOver && store.write(...kept) },
      openSocket: sockets.open,
      fetch: fetchWithCookies(proxy.url, cookies),
      newCustomId: () => randomUUID() as CustomId,
    });
    stopWatching = effect(() => watch(shownBy(client)));
    client.session.start();
    return client;
  }

  const marks = new Map<string, Delivery>();
  /** V5 and V7, with every change of the screen. */
  function watch(shown: readonly MessageItem[]): void {
    for (const of of ['id', 'customId'] as const) {
      const known = shown.flatMap((item) => item[of] ?? []);
      if (new Set(known).size < known.length) broken.push(`twice by ${of}: ${known.join(' ')}`);
    }
    for (const { customId, delivery } of shown) {
      if (!customId || !delivery) continue;
      const before = marks.get(customId);
      const turnedBack =
        before && FAR.indexOf(before) > FAR.indexOf('refused') && FAR.indexOf(delivery) < FAR.indexOf(before);
      if (turnedBack) broken.push(`from ${before} to ${delivery}`);
      marks.set(customId, delivery);
    }
    if (sockets.held() > 1) broken.push(`${sockets.held()} sockets`);
  }

  const day: Day = {
    proxy,
    truth,
    clock,
    version,
    client: begin(),
    types(...texts) {
      typed.push(...texts);
      for (const text of texts) day.client.session.send(text);
    },
    chatId() {
      const chat = day.client.session.chat.peek();
      if (chat.state === 'none') throw new Error('There is no chat');
      return chat.id;
    },
    tokens() {
      const { body } = (store.read('token') ?? {}) as { body?: { access_token?: string } };
      return [body?.access_token ?? ''];
    },
    online: () => vi.waitFor(() => expect(day.client.session.line.peek().state).toBe('online'), { timeout: 8_000 }),
    async chats() {
      await day.online();
      day.types('Good day');
      await vi.waitFor(() => day.chatId(), { timeout: 5_000 });
      await truth.write(day.chatId(), 'To you too');
      await vi.waitFor(() => expect(textsOf(day.client)).toEqual(['Good day', 'To you too']), { timeout: 5_000 });
    },
    reloads() {
      stopWatching();
      life.isOver = true;
      clock.drop();
      day.client.session.dispose();
      day.client = begin();
    },
    async isHonest() {
      const said = shownBy(day.client).filter(
        ({ isOwn, delivery }) => isOwn && (delivery === 'sent' || delivery === 'seen'),
      );
      if (said.length === 0) return;
      const real = await truth.messagesOf(day.chatId());
      const known = new Set(real.map(({ customId }) => customId));
      expect(said.filter(({ customId }) => !known.has(customId))).toEqual([]);
    },
    async endsWell() {
      await day.online();
      const { outbox } = day.client.session.core;
      await vi.waitFor(
        async () => {
          if (outbox.inDoubt()) await clock.leap(BETWEEN_LOOKS_MS);
          expect(outbox.items.peek().map(({ state, text }) => `${state}: ${text}`)).toEqual([]);
        },
        { timeout: 8_000 + TAKES_AT_MOST_MS * outbox.items.peek().length, interval: 20 },
      );
      await vi.waitFor(
        async () => {
          const real = await truth.messagesOf(day.chatId());
          const shown = shownBy(day.client);
          expect(shown.map(({ id, text }) => `${id} ${text}`)).toEqual(real.map(({ id, text }) => `${id} ${text}`));
          const own = shown.filter(({ isOwn }) => isOwn);
          expect(own.map(({ text }) => text)).toEqual(typed);
          expect(own.filter(({ delivery }) => delivery !== 'sent' && delivery !== 'seen')).toEqual([]);
        },
        { timeout: 5_000, interval: 30 },
      );
      expect(broken).toEqual([]);
      expect(sockets.held()).toBe(1);
    },
    async close() {
      stopWatching();
      day.client.rest.dispose();
      day.client.session.dispose();
      await proxy.close();
      expect(clock.pending).toBe(0);
    },
  };
  return day;
}

function shownBy({ session }: Client): readonly MessageItem[] {
  return session.timeline.items.value.filter((item) => item.kind === 'message');
}

const textsOf = (client: Client) => shownBy(client).map(({ text }) => text);
