import type { KeptFile } from '../../../src/domain';
import type { OwnClock, WorldClock } from './clock';

/** As much of an `IndexedDB` as files need, for the pages of one browser. */
export interface FileDisk {
  readonly kept: Map<string, KeptFile>;
  factory(page: OwnClock): IDBFactory;
}

const TAKES_MS = 20;

interface Request {
  result?: unknown;
  error?: Error;
  onsuccess?: () => void;
  onerror?: () => void;
  onupgradeneeded?: () => void;
}

interface Transaction {
  oncomplete?: () => void;
  onabort?: () => void;
  error?: Error;
}

type Act = (kept: Map<string, KeptFile>) => unknown;

/** It is full or denied when `localStorage` is. A page that has ended has begun its transactions, and hears of none. */
export function createFileDisk(
  clock: WorldClock,
  chance: () => number,
  ill: { readonly state: 'well' | 'full' | 'denied' },
): FileDisk {
  const kept = new Map<string, KeptFile>();
  let due = 0;
  /** One after the other, as transactions on one store are. */
  const soon = (page: OwnClock, task: () => () => void) => {
    due = Math.max(due, clock.now() + chance() * TAKES_MS);
    clock.after(due - clock.now(), () => {
      const heard = task();
      page.hear(heard);
    });
  };

  function transaction(page: OwnClock) {
    const over: Transaction = {};
    const run = (act: Act, isWriting = false): Request => {
      const request: Request = {};
      if (page.isStopped) return request;
      soon(page, () => {
        if (ill.state === 'denied' || (isWriting && ill.state === 'full')) {
          over.error = new Error(ill.state);
          return () => over.onabort?.();
        }
        request.result = act(kept);
        return () => over.oncomplete?.();
      });
      return request;
    };
    const store = {
      put: (file: KeptFile) => run(() => kept.set(file.customId, { ...file }), true),
      delete: (customId: string) => run(() => kept.delete(customId)),
      getAll: () => run(() => [...kept.values()]),
      clear: () => run(() => kept.clear()),
    };
    return Object.assign(over, { objectStore: () => store });
  }

  return {
    kept,
    factory(page) {
      if (ill.state === 'denied') throw new Error('denied');
      const open = (): Request => {
        const request: Request = { result: { createObjectStore: () => {}, transaction: () => transaction(page) } };
        soon(page, () => () => request.onsuccess?.());
        return request;
      };
      const deleteDatabase = (): Request => {
        const request: Request = {};
        soon(page, () => {
          if (ill.state === 'denied') return () => request.onerror?.();
          kept.clear();
          return () => request.onsuccess?.();
        });
        return request;
      };
      return { open, deleteDatabase } as unknown as IDBFactory;
    },
  };
}
