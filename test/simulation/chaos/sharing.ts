import type { TabSharing } from '../../../src/connection';
import type { OwnClock, WorldClock } from './clock';

/** Locks and channels of one browser, each page with its own door to them. */
export interface Sharing {
  forPage(page: OwnClock): TabSharing;
  /** A page has ended: what it held is free, and what it waited for it does not get. */
  gone(page: OwnClock): void;
  /** How much longer than usual a letter may be on its way. */
  lateMs: number;
  /** Locks that are held or waited for, and channels that are open. */
  readonly inUse: number;
}

type Locks = TabSharing['locks'];
type Channel = ReturnType<TabSharing['openChannel']>;

interface Entry {
  readonly page: OwnClock;
  readonly use: Parameters<Locks['request']>[2];
  readonly end: (result: unknown) => void;
  readonly fail: (error: Error) => void;
}

interface Lock {
  holder: Entry | undefined;
  waiting: Entry[];
}

const LOCK_TAKES_MS = 5;
const LETTER_TAKES_MS = 20;

/** A frozen page keeps its locks, and hears everything when it is thawed. */
export function createSharing(clock: WorldClock, chance: () => number): Sharing {
  const locks = new Map<string, Lock>();
  const channels = new Set<Channel & { readonly name: string; readonly page: OwnClock; due: number }>();

  function grant(lock: Lock, entry: Entry): void {
    lock.holder = entry;
    // It is theirs from now on, whenever they hear of it.
    clock.after(chance() * LOCK_TAKES_MS, () =>
      entry.page.hear(() => {
        const used = lock.holder === entry ? entry.use({}) : undefined;
        Promise.resolve(used).then(
          () => release(lock, entry),
          (error: Error) => release(lock, entry, error),
        );
      }),
    );
  }

  function release(lock: Lock, entry: Entry, error?: Error): void {
    if (lock.holder !== entry) return;
    lock.holder = undefined;
    if (error) entry.fail(error);
    else entry.end(undefined);
    next(lock);
  }

  function next(lock: Lock): void {
    const first = lock.waiting.shift();
    if (first) grant(lock, first);
  }

  function request(page: OwnClock, name: string, options: Parameters<Locks['request']>[1], entry: Entry): void {
    const lock = locks.get(name) ?? { holder: undefined, waiting: [] };
    locks.set(name, lock);
    const { holder } = lock;
    if (options.steal) {
      holder?.page.hear(() => holder.fail(new Error('stolen')));
      grant(lock, entry);
    } else if (!holder && lock.waiting.length === 0) grant(lock, entry);
    else if (options.ifAvailable) page.hear(() => void entry.use(null));
    else {
      lock.waiting.push(entry);
      options.signal?.addEventListener('abort', () => {
        if (lock.waiting.includes(entry)) entry.fail(new Error('aborted'));
        lock.waiting = lock.waiting.filter((each) => each !== entry);
      });
    }
  }

  function openChannel(page: OwnClock, name: string): Channel {
    const channel = {
      name,
      page,
      due: 0,
      onmessage: null as Channel['onmessage'],
      postMessage(letter: unknown) {
        const text = JSON.stringify(letter);
        for (const other of channels) {
          if (other === channel || other.name !== name) continue;
          other.due = Math.max(other.due, clock.now() + chance() * (LETTER_TAKES_MS + sharing.lateMs));
          const hear = () => {
            if (channels.has(other)) other.onmessage?.({ data: JSON.parse(text) as unknown } as MessageEvent<unknown>);
          };
          clock.after(other.due - clock.now(), () => other.page.hear(hear));
        }
      },
      close: () => void channels.delete(channel),
    };
    channels.add(channel);
    return channel;
  }

  const sharing: Sharing = {
    lateMs: 0,
    forPage: (page) => ({
      locks: {
        request: (name, options, use) =>
          new Promise((end, fail) => request(page, name, options, { page, use, end, fail })),
      },
      openChannel: (name) => openChannel(page, name),
    }),
    gone(page) {
      for (const channel of channels) if (channel.page === page) channel.close();
      for (const lock of locks.values()) {
        lock.waiting = lock.waiting.filter((entry) => entry.page !== page);
        if (lock.holder?.page === page) {
          lock.holder = undefined;
          next(lock);
        }
      }
    },
    get inUse() {
      const held = [...locks.values()].map(({ holder, waiting }) => waiting.length + (holder ? 1 : 0));
      return channels.size + held.reduce((sum, each) => sum + each, 0);
    },
  };
  return sharing;
}
