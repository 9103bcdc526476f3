import { effect, untracked } from '@preact/signals-core';
import type { TabSharing } from '../../connection';
import { adoptTexts, type SessionCore, type Store } from '../../domain';
import type { Environment } from './environment';
import { storedNames } from './stored';

// By then whoever has just written has the lock for it.
const LOOKS_AFTER_MS = 5_000;

interface InheritParts {
  readonly core: Pick<SessionCore, 'outbox' | 'users' | 'timeline' | 'isOnline'>;
  readonly store: Store;
  /** What this page's own names end with. It is another one each time that this page has nothing left. */
  readonly view: { name: string };
  readonly namespace: string;
  readonly locks: TabSharing['locks'];
  readonly environment: Pick<Environment, 'clock' | 'page' | 'storage'>;
}

/**
 * Each page keeps what it has not sent under a name of its own, and holds a lock as long as there is anything: nobody else
 * sends it. Whoever gets that lock knows that the page is gone, and goes on with what it has left. Who slept may learn of
 * its lock when there is something new, so a name that was let go of once is never used again.
 */
export function inheritTexts({ core, store, view, namespace, locks, environment }: InheritParts): () => void {
  const { outbox, users, timeline, isOnline } = core;
  const over = new AbortController();
  const awaited = new Set<string>();
  const lockOf = (whose: string) => `${namespace}outbox${whose}`;
  const prefix = `${namespace}outbox:`;
  const isOwn = (key: string) => key.startsWith(prefix) && key.endsWith(view.name);
  const first = view.name;
  let count = 0;
  /** Whose texts this page has, also while somebody else is here; nobody's is empty. */
  const waiting = new Set<string>();
  let letGo: (() => void) | undefined;
  let cancelLook = () => {};

  function hold(): void {
    const ended = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    locks.request(lockOf(view.name), {}, () => ended).catch(() => {});
  }

  function release(): void {
    if (!letGo || !isTidy()) return;
    letGo();
    letGo = undefined;
    count += 1;
    view.name = `${first}.${count}`;
  }

  /** What could not be removed while storage was denied is not left for others. */
  function isTidy(): boolean {
    try {
      const left = Object.keys(environment.storage()).filter(isOwn);
      for (const key of left) store.remove(key.slice(namespace.length));
      return true;
    } catch {
      return false;
    }
  }

  /** Once it is known what has arrived of it. */
  function look(): void {
    const me = users.me.peek()?.id;
    if (!me || !isOnline.peek()) return;
    if (waiting.size === 0) release();
    for (const key of storedNames(environment.storage)) {
      if (!key.startsWith(prefix)) continue;
      const name = key.slice(namespace.length);
      const at = name.lastIndexOf('@');
      const [owner, whose] = at < 0 ? [name, ''] : [name.slice(0, at), name.slice(at)];
      const isMine = owner === `outbox:${me}` || owner === 'outbox:new';
      if (isMine && whose !== view.name && !awaited.has(name) && hasTexts(store.read(name))) awaitEnd(name, whose, me);
    }
  }

  function awaitEnd(name: string, whose: string, me: string): void {
    const adopt = () => {
      if (users.me.peek()?.id !== me) return undefined;
      adoptTexts(outbox, store, name, timeline.sent.peek());
      return outbox.isKept.peek() ? undefined : untilKept(name);
    };
    awaited.add(name);
    locks
      .request(lockOf(whose), { signal: over.signal }, adopt)
      .catch(() => {})
      .finally(() => awaited.delete(name));
  }

  /** Without room for it under our name it stays where it was, and the lock with us: else the next would send it too. */
  function untilKept(name: string): Promise<void> {
    const me = users.me.peek()?.id;
    return new Promise((resolve) => {
      const stop = effect(() => {
        const isOther = users.me.value?.id !== me;
        if (!outbox.isKept.value && !isOther) return;
        if (!isOther) untracked(() => store.remove(name));
        resolve();
      });
      over.signal.addEventListener('abort', () => {
        stop();
        resolve();
      });
    });
  }

  const stopHolding = effect(() => {
    const me = users.me.value?.id;
    const isNeeded = outbox.items.value.some(({ state }) => state !== 'accepted');
    // What nobody had is the first one's.
    if (me) waiting.delete('');
    if (isNeeded) waiting.add(me ?? '');
    else waiting.delete(me ?? '');
    if (waiting.size === 0) release();
    else if (!letGo) hold();
  });
  const stopLooking = effect(() => {
    if (users.me.value && isOnline.value) look();
  });
  // Another tab has written something, and may not come to send it.
  environment.page.addEventListener(
    'storage',
    () => {
      cancelLook();
      cancelLook = environment.clock.after(LOOKS_AFTER_MS, look);
    },
    { signal: over.signal },
  );

  return () => {
    over.abort();
    cancelLook();
    stopHolding();
    stopLooking();
    letGo?.();
  };
}

/** Whoever has none has no lock either, and may be about to write the first. */
const hasTexts = (stored: unknown) => Array.isArray(stored) && stored.length > 0;
