import type { Store } from '../../../src/domain';
import { createStore } from '../../../src/host/app/environment';

/** One browser: what its tabs share. */
export interface Device {
  readonly cookies: Map<string, string>;
  readonly disk: Disk;
  /** A page's own view of the storage. Until tabs share one outbox, each tab has its own name for it. */
  openStore(tab: number): Store;
}

/** A `localStorage` that can be ill. */
export interface Disk {
  readonly kept: Map<string, string>;
  state: 'well' | 'full' | 'denied';
  /** When it last was not well, or was changed by somebody else. */
  troubleAt: number;
}

const PREFIX = 'natter:test:';
const nameOf = (tab: number, name: string) => (name.startsWith('outbox:') ? `${name}@${tab}` : name);

export function createDevice(): Device {
  const kept = new Map<string, string>();
  const disk: Disk = {
    kept,
    state: 'well',
    troubleAt: Number.NEGATIVE_INFINITY,
  };
  const storage = {
    getItem(name: string) {
      if (disk.state === 'denied') throw new Error('denied');
      return kept.get(name) ?? null;
    },
    setItem(name: string, text: string) {
      if (disk.state !== 'well') throw new Error(disk.state);
      kept.set(name, text);
    },
    removeItem(name: string) {
      if (disk.state === 'denied') throw new Error('denied');
      kept.delete(name);
    },
  } as unknown as Storage;

  return {
    cookies: new Map(),
    disk,
    openStore(tab) {
      const store = createStore(() => storage, PREFIX);
      return {
        read: (name) => store.read(nameOf(tab, name)),
        write: (name, value) => store.write(nameOf(tab, name), value),
        remove: (name) => store.remove(nameOf(tab, name)),
      };
    },
  };
}
