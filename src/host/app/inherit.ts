import { effect, untracked } from '@preact/signals-core';
import type { TabSharing } from '../../connection';
import { adoptTexts, type SessionCore, type Store, type UserId } from '../../domain';
import type { Environment } from './environment';
import { storedNames } from './stored';

// By then whoever has just written has the lock for it.
const LOOKS_AFTER_MS = 5_000;

interface InheritParts {
  readonly core: Pick<SessionCore, 'outbox' | 'users' | 'timeline'>;
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
  const { outbox, users, timeline } = core;
  const over = new AbortController();
  const awaited = new Set<string>();
  const lockOf = (whose: string) => `${namespace}outbox${whose}`;
  const first = view.name;
  /** All that were ever this page's own: some of it may be nowhere but in its memory. */
  const own = new Set([first]);
  let owner: UserId | undefined;
  let letGo: (() => void) | undefined;
  let cancelLook = () => {};

  function hold(): void {
    const ended = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    locks.request(lockOf(view.name), {}, () => ended).catch(() => {});
  }

  function release(): void {
    if (!letGo) return;
    letGo();
    letGo = undefined;
    view.name = `${first}.${own.size}`;
    own.add(view.name);
  }

  /** What another customer has left here is nobody's now, and found again like what other pages have left. */
  function leaveTo(me: UserId): void {
    const before = view.name;
    release();
    if (view.name === before) return;
    store.remove(`outbox:${me}${before}`);
    outbox.keep(outbox.items.peek());
  }

  function look(): void {
    const me = users.me.peek()?.id;
    if (!me) return;
    const stored = storedNames(environment.storage)
      .filter((key) => key.startsWith(`${namespace}outbox:`))
      .map((key) => key.slice(namespace.length));
    for (const name of new Set([...stored, ...[...own].map((whose) => `outbox:${me}${whose}`)])) {
      const at = name.lastIndexOf('@');
      const [owner, whose] = at < 0 ? [name, ''] : [name.slice(0, at), name.slice(at)];
      const isMine = owner === `outbox:${me}` || owner === 'outbox:new';
      if (isMine && whose !== view.name && !awaited.has(name) && hasTexts(store.read(name))) awaitEnd(name, whose, me);
    }
  }

  function awaitEnd(name: string, whose: string, me: string): void {
    awaited.add(name);
    locks
      .request(lockOf(whose), { signal: over.signal }, () => {
        awaited.delete(name);
        if (users.me.peek()?.id !== me) return undefined;
        adoptTexts(outbox, store, name, timeline.sent.peek());
        if (own.has(whose)) store.remove(name);
        return undefined;
      })
      .catch(() => {});
  }

  const stopHolding = effect(() => {
    const me = users.me.value?.id;
    const isNeeded = outbox.items.value.some(({ state }) => state !== 'accepted');
    untracked(() => {
      if (owner && me && me !== owner) leaveTo(me);
      owner = me ?? owner;
      if (!isNeeded) release();
      else if (!letGo) hold();
    });
  });
  const stopLooking = effect(() => {
    if (users.me.value) look();
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
