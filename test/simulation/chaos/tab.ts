import { effect, type Signal, signal } from '@preact/signals-core';
import { createTabs, type OpenSocket, type Tabs } from '../../../src/connection';
import { type CustomId, needsLine } from '../../../src/domain';
import { splitText } from '../../../src/domain/rest/split-text';
import { letGoUnseen } from '../../../src/host/app/let-go';
import { accountOf, type Client, createClient, type Version } from '../client';
import { type OwnClock, ownClock, type WorldClock } from './clock';
import type { Device } from './device';
import type { FaultKind } from './kinds';
import { createTabLine, type TabLine, type Traces, type Weather } from './network';
import type { Service } from './service';
import type { Sharing } from './sharing';

/** A text that the visitor has sent. */
export interface Said {
  readonly customId: string;
  readonly text: string;
  readonly tab: number;
  readonly at: number;
  /** Whose it is; nobody's yet where nobody had logged in. */
  owner: string | undefined;
  /** Nothing promises that it survived. */
  isExcused: boolean;
  /** The visitor asked for it again after it had been refused: it comes later than those behind it. */
  wasRetried: boolean;
}

/** One tab over all its page views. */
export interface Tab {
  readonly number: number;
  readonly line: TabLine;
  readonly isVisible: Signal<boolean>;
  readonly said: Said[];
  readonly clock: OwnClock;
  /** What this page view would read again for one owner. */
  storedFor(owner: string | undefined): readonly string[];
  /** Undefined while it is closed. */
  readonly client: Client | undefined;
  /** Which page view this is. */
  readonly view: number;
  /** Since then nothing has held its timers up. */
  awakeSince: number;
  /** What the visitor has typed since the last message, where that is known. */
  typed: string | undefined;
  open(): void;
  /** As `pagehide`: the page lets go, and is gone. */
  leave(): void;
  /** No event runs. */
  crash(): void;
  /** As a page that takes the widget away. The answer is how many timers were left. */
  destroy(): number;
  send(text: string): void;
}

export interface TabParts {
  readonly number: number;
  readonly version: Version;
  readonly clock: WorldClock;
  readonly chance: () => number;
  readonly device: Device;
  readonly service: Service;
  readonly sharing: Sharing;
  readonly weather: Weather;
  readonly traces: Traces;
  readonly hit: (kind: FaultKind) => void;
  readonly fetch: typeof fetch;
  /** Hears of each page view; the answer stops it. */
  readonly watch: (tab: Tab) => () => void;
}

export function createTab(parts: TabParts): Tab {
  const { number, version, clock, chance, device, service } = parts;
  const isVisible = signal(true);
  const said: Said[] = [];
  let page = ownClock(clock);
  let store = device.openStore(number);
  let client: Client | undefined;
  let tabs: Tabs | undefined;
  let stops: (() => void)[] = [];
  const newest: string[] = [];
  let count = 0;
  const to = { version, ...accountOf(service.core.settings, version) };
  const line = createTabLine(parts, to, () => page);

  function end(): void {
    for (const stop of stops) stop();
    page.stop();
    parts.sharing.gone(page);
    client = undefined;
  }

  /** Whatever comes is heard, by a socket of its own or by way of another tab. */
  const listening =
    (open: OpenSocket): OpenSocket =>
    (url, listener) => {
      line.heardAt = clock.now();
      return open(url, {
        ...listener,
        received(text) {
          line.heardAt = clock.now();
          listener.received(text);
        },
      });
    };

  /** What only this page view remembered, because it could not be stored. */
  function forgetUnstored(): void {
    const { disk } = device;
    const fresh = device.openStore(number);
    for (const each of said) {
      const names = [each.owner ?? 'new', 'new'].map((owner) => `outbox:${owner}`);
      const isHeld = names.some((name) => idsOf(store.read(name)).includes(each.customId));
      const isStored = names.some((name) => idsOf(fresh.read(name)).includes(each.customId));
      if (isHeld && !isStored) each.isExcused ||= disk.state !== 'well' || disk.troubleAt >= each.at;
    }
  }

  const tab: Tab = {
    number,
    line,
    isVisible,
    said,
    view: 0,
    awakeSince: 0,
    typed: undefined,
    get clock() {
      return page;
    },
    get client() {
      return client;
    },
    storedFor: (owner) => idsOf(store.read(`outbox:${owner ?? 'new'}`)),
    open() {
      // The time of day is the device's.
      const { skewMs } = page;
      page = ownClock(clock);
      page.skewMs = skewMs;
      store = device.openStore(number);
      (tab as { view: number }).view += 1;
      // What comes back depends on the store, and on the other tabs.
      tab.typed = undefined;
      tab.awakeSince = clock.now();
      isVisible.value = true;
      const opened = createClient({
        version,
        account: service.core.settings,
        clock: page,
        chance,
        store,
        openSocket: line.open,
        share(connection) {
          tabs = createTabs({
            sharing: parts.sharing.forPage(page),
            name: 'line',
            id: `${number}.${tab.view}`,
            clock: page,
            connection,
            open: line.open,
            isShown: isVisible,
          });
          return listening(tabs.open);
        },
        fetch: parts.fetch,
        isWatching: isVisible,
        isPageVisible: isVisible,
        newCustomId() {
          count += 1;
          const made = `t${number}-${count}-${Math.floor(chance() * 1e9)}` as CustomId;
          newest.push(made);
          return made;
        },
      });
      client = opened;
      const { connection, session } = opened;
      stops = [
        effect(() => connection.tell('shown', isVisible.value)),
        effect(() => connection.tell('chatting', needsLine(session.core))),
        letGoUnseen(session.core, connection, page, isVisible),
        parts.watch(tab),
      ];
      session.start();
    },
    leave() {
      forgetUnstored();
      client?.session.leave();
      end();
    },
    crash() {
      forgetUnstored();
      end();
      line.cut();
    },
    destroy() {
      forgetUnstored();
      for (const stop of stops) stop();
      stops = [];
      client?.rest.dispose();
      client?.session.dispose();
      tabs?.dispose();
      const { pending } = page;
      end();
      return pending;
    },
    send(text) {
      const owner = client?.session.users.me.peek()?.id;
      const from = count;
      client?.session.send(text);
      tab.typed = '';
      const parts = splitText(text.trim());
      newest.slice(from).forEach((customId, at) => {
        said.push({
          customId,
          text: parts[at] ?? '',
          tab: number,
          at: clock.now(),
          owner,
          isExcused: false,
          wasRetried: false,
        });
      });
    },
  };
  return tab;
}

/** Whatever was stored: only what can be read of it counts. */
function idsOf(stored: unknown): readonly string[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((item: unknown) => {
    const { customId } = Object(item) as { customId?: unknown };
    return typeof customId === 'string' ? [customId] : [];
  });
}
