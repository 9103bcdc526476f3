import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { TabSharing, TokenSource } from '../../connection';
import type { Clock, CustomId, Store } from '../../domain';

/** What the app takes from the browser. The only file that names WebSocket, fetch, storage, time and chance. */
export interface Environment {
  readonly clock: Clock;
  readonly random: () => number;
  readonly newCustomId: () => CustomId;
  readonly fetch: typeof fetch;
  readonly WebSocket: typeof WebSocket;
  /** For files. Absent: the browser's own. */
  readonly XMLHttpRequest?: typeof XMLHttpRequest | undefined;
  /** For files that outlive the page; may throw. Absent: the browser's own. */
  readonly indexedDB?: (() => IDBFactory) | undefined;
  /** Where the page has its own customers. Absent: the service knows them by a cookie, which is the `usual` source. */
  readonly tokens?: ((usual: TokenSource) => TokenSource) | undefined;
  /** Absent: each tab has a line of its own. */
  readonly sharing?: TabSharing | undefined;
  readonly isPageVisible: ReadonlySignal<boolean>;
  /** Hears of the network, and of the page's coming and going. */
  readonly page: EventTarget;
  readonly isMobile: boolean;
  /** Origin and path, without what may be private. */
  readonly address: string;
  /** Everything under one prefix, a namespace for each account. */
  openStore(namespace: string): Store;
  /** All that is kept in this browser, by anybody of this origin. May throw. */
  readonly storage: () => Storage;
  /** Takes back all listeners. */
  dispose(): void;
}

export function createEnvironment(self: Window & typeof globalThis): Environment {
  const over = new AbortController();
  const { signal: until } = over;
  const isPageVisible = signal(self.document.visibilityState !== 'hidden');
  self.document.addEventListener(
    'visibilitychange',
    () => {
      isPageVisible.value = self.document.visibilityState !== 'hidden';
    },
    { signal: until },
  );

  const storage = () => self.localStorage;

  return {
    clock: {
      now: () => Date.now(),
      after(ms, task) {
        const timer = self.setTimeout(task, ms);
        return () => self.clearTimeout(timer);
      },
    },
    random: () => Math.random(),
    newCustomId: () => hex(self.crypto.getRandomValues(new Uint8Array(16))) as CustomId,
    fetch: self.fetch.bind(self),
    WebSocket: self.WebSocket,
    sharing: self.BroadcastChannel &&
      self.navigator.locks && {
        locks: self.navigator.locks,
        openChannel: (name) => new BroadcastChannel(name),
      },
    isPageVisible,
    page: self,
    isMobile: self.matchMedia('(pointer: coarse)').matches,
    address: self.location.origin + self.location.pathname,
    storage,
    openStore: (namespace) => createStore(storage, `natter:${namespace}:`),
    dispose: () => over.abort(),
  };
}

/** Storage may be absent, full, or throw when it is named. Then this page view remembers by itself. */
export function createStore(open: () => Storage, prefix: string): Store {
  const memory = new Map<string, string>();

  function attempt<T>(use: (storage: Storage) => T): T | undefined {
    try {
      return use(open());
    } catch {
      return undefined;
    }
  }

  return {
    read(name) {
      const text = memory.get(name) ?? attempt((storage) => storage.getItem(prefix + name)) ?? undefined;
      if (text === undefined) return undefined;
      try {
        return JSON.parse(text) as unknown;
      } catch {
        return undefined;
      }
    },
    write(name, value) {
      const text = JSON.stringify(value);
      const isStored = attempt((storage) => {
        storage.setItem(prefix + name, text);
        return true;
      });
      if (isStored) memory.delete(name);
      else memory.set(name, text);
      return isStored === true;
    },
    remove(name) {
      memory.delete(name);
      attempt((storage) => storage.removeItem(prefix + name));
    },
  };
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
