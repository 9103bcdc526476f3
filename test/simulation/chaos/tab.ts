import { effect, type Signal, signal } from '@preact/signals-core';
import { createTabs, type OpenSocket, type Tabs } from '../../../src/connection';
import { type CustomId, forgetDraft, needsLine, readOwner } from '../../../src/domain';
import { splitText } from '../../../src/domain/rest/split-text';
import { inheritTexts } from '../../../src/host/app/inherit';
import { letGoUnseen } from '../../../src/host/app/let-go';
import { shareLogOut } from '../../../src/host/app/log-out';
import { forgetAll } from '../../../src/host/app/stored';
import { createWords } from '../../../src/ui/i18n/words';
import { createRinging } from '../../../src/ui/notices/ring-once';
import { createUploads, type Uploads } from '../../../src/ui/uploads/uploads';
import { accountOf, type Client, createClient, type Version } from '../client';
import { type OwnClock, ownClock, type WorldClock } from './clock';
import { type Device, type Door, NAMESPACE } from './device';
import type { FaultKind } from './kinds';
import { createTabLine, type TabLine, type Traces, type Weather } from './network';
import type { Service } from './service';
import type { Sharing } from './sharing';
import { uploadClass } from './upload';

/** A text that the visitor has sent. */
export interface Said {
  readonly customId: string;
  readonly text: string;
  readonly tab: number;
  /** In which of its page views. */
  readonly view: number;
  readonly at: number;
  /** Whose it is; nobody's yet where nobody had logged in. */
  owner: string | undefined;
  /** Nothing promises that it survived. */
  isExcused: boolean;
  /** The visitor asked for it again after it had been refused: it comes later than those behind it. */
  wasRetried: boolean;
  /** Only a storage had it that could not be read when its owner was back: it comes later than those behind it. */
  wasOutOfReach: boolean;
}

/** A file that the visitor has chosen. */
export interface ChosenFile {
  readonly name: string;
  readonly size: number;
  readonly tab: number;
  readonly view: number;
  readonly at: number;
  owner: string | undefined;
  isExcused: boolean;
}

/** One tab over all its page views. */
export interface Tab {
  readonly number: number;
  readonly line: TabLine;
  readonly isVisible: Signal<boolean>;
  readonly said: Said[];
  readonly chosen: ChosenFile[];
  readonly clock: OwnClock;
  /** Ids of what this page view keeps for one owner, wherever it could. */
  storedFor(owner: string | undefined): readonly string[];
  /** Undefined while it is closed. */
  readonly client: Client | undefined;
  /** Its files, as the window has them. */
  readonly uploads: Uploads | undefined;
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
  chooseFile(name: string, size: number): void;
  /** The visitor, in all tabs. */
  logOut(): void;
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
  readonly note: (text: string) => void;
  readonly fetch: typeof fetch;
  /** Hears of each page view; the answer stops it. */
  readonly watch: (tab: Tab) => () => void;
  /** In all tabs. */
  readonly said: () => readonly Said[];
  readonly chosen: () => readonly ChosenFile[];
  /** A sound is heard. */
  readonly rang: (messageId: string) => void;
  /** Somebody has logged out, here or elsewhere. */
  readonly loggedOut: (tab: Tab) => void;
}

const WRITTEN_WITHIN_MS = 2_000;
const words = createWords('en');

export function createTab(parts: TabParts): Tab {
  const { number, version, clock, chance, device, service } = parts;
  const isVisible = signal(true);
  const said: Said[] = [];
  const chosen: ChosenFile[] = [];
  let page = ownClock(clock);
  let door: Door | undefined;
  let view = { name: '' };
  let client: Client | undefined;
  let uploads: Uploads | undefined;
  let tellLogOut = () => {};
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
    device.gone(page);
    client = undefined;
    uploads = undefined;
    door = undefined;
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

  /** Under every name that this page has had: another one each time that nothing was left. */
  function keptFor(owner: string | undefined): readonly string[] {
    const [first = '', last = '0'] = view.name.split('.');
    const names = [first, ...Array.from({ length: Number(last) }, (_, at) => `${first}.${at + 1}`)];
    return names.flatMap((name) => idsOf(door?.store.read(`outbox:${owner ?? 'new'}${name}`)));
  }

  /** What only this page view remembered, because it could not be stored. */
  function forgetUnstored(): void {
    const { disk, files } = device;
    const isTroubled = ({ at }: { readonly at: number }) => disk.state !== 'well' || disk.troubleAt >= at;
    const stored = storedIds(disk.kept);
    const held = new Set(client?.session.core.outbox.items.peek().map(({ customId }) => customId as string));
    for (const each of parts.said()) {
      const isHeld =
        held.has(each.customId) || [each.owner, undefined].some((owner) => keptFor(owner).includes(each.customId));
      if (isHeld && !stored.has(each.customId)) each.isExcused ||= isTroubled(each);
    }
    const names = new Set([...files.kept.values()].map(({ name }) => name));
    for (const { name } of uploads?.list.peek() ?? []) {
      const file = parts.chosen().find((each) => each.name === name);
      if (!file || names.has(name)) continue;
      // Writing it down takes a moment, and nobody can do it who has no name.
      file.isExcused ||=
        isTroubled(file) || file.owner === undefined || page.isFrozen || file.at > clock.now() - WRITTEN_WITHIN_MS;
    }
  }

  const tab: Tab = {
    number,
    line,
    isVisible,
    said,
    chosen,
    view: 0,
    awakeSince: 0,
    typed: undefined,
    get clock() {
      return page;
    },
    get client() {
      return client;
    },
    get uploads() {
      return uploads;
    },
    storedFor: keptFor,
    open() {
      // The time of day is the device's.
      const { skewMs } = page;
      page = ownClock(clock);
      page.skewMs = skewMs;
      (tab as { view: number }).view += 1;
      view = { name: `@t${number}v${tab.view}` };
      const here = device.open(page, view.name);
      door = here;
      // What comes back depends on the store, and on the other tabs.
      tab.typed = undefined;
      tab.awakeSince = clock.now();
      isVisible.value = true;
      const opened = createClient({
        version,
        account: service.core.settings,
        clock: page,
        chance,
        store: here.store,
        view,
        shelf: here.shelf,
        XMLHttpRequest: uploadClass(parts, { page, line }),
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
      const { connection, session, rest } = opened;
      here.events.addEventListener('storage', () => rest.lookAgain());
      uploads = createUploads(session, words, { say: () => {}, alert: () => {}, stop: () => {} });
      /** As the app does. */
      const forget = () => {
        Object.assign(here.store, { write: () => true });
        opened.tokens.invalidate();
        forgetDraft(session.core.draft, here.store);
        session.core.outbox.keep([]);
        session.leave();
        parts.loggedOut(tab);
      };
      const logOut = shareLogOut({
        namespace: NAMESPACE,
        environment: { page: here.events, sharing: parts.sharing.forPage(page), storage: here.storage },
        owner: () => readOwner(here.store),
        forget() {
          here.shelf.clearOwn();
          forget();
        },
      });
      tellLogOut = () => {
        here.shelf.clear();
        forget();
        forgetAll(here.storage);
        logOut.tell();
      };
      const ringing = createRinging(
        {
          clock: page,
          locks: parts.sharing.forPage(page).locks as Pick<LockManager, 'request'>,
          isShown: () => isVisible.peek(),
          memory: () => here.store,
        },
        async (messageId) => parts.rang(messageId),
      );
      stops = [
        session.moments.on('new-message', ({ isOwn, message }) => {
          if (!isOwn) ringing.ring(message.id);
        }),
        () => ringing.stop(),
        () => logOut.stop(),
        inheritTexts({
          core: session.core,
          store: here.store,
          view,
          namespace: NAMESPACE,
          locks: parts.sharing.forPage(page).locks,
          environment: { clock: page, page: here.events, storage: here.storage },
        }),
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
      uploads?.stop();
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
          view: tab.view,
          at: clock.now(),
          owner,
          isExcused: false,
          wasRetried: false,
          wasOutOfReach: false,
        });
      });
    },
    logOut: () => client && tellLogOut(),
    chooseFile(name, size) {
      if (!client || !uploads) return;
      const file = new File([name], name, { type: 'image/png' });
      Object.defineProperty(file, 'size', { value: size });
      const owner = client.session.users.me.peek()?.id;
      chosen.push({ name, size, tab: number, view: tab.view, at: clock.now(), owner, isExcused: false });
      uploads.add([file]);
    },
  };
  return tab;
}

/** Of all texts that any page has left, or has still to send. */
export function storedIds(kept: ReadonlyMap<string, string>, owner?: string): ReadonlySet<string> {
  const isMeant = (name: string) => name.startsWith(`${NAMESPACE}outbox:${owner === undefined ? '' : `${owner}@`}`);
  return new Set([...kept].flatMap(([name, text]) => (isMeant(name) ? idsOf(read(text)) : [])));
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whatever was stored: only what can be read of it counts. */
function idsOf(stored: unknown): readonly string[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((item: unknown) => {
    const { customId } = Object(item) as { customId?: unknown };
    return typeof customId === 'string' ? [customId] : [];
  });
}
