import { effect } from '@preact/signals-core';
import type { TabSharing } from '../../connection';
import { adoptTexts, type SessionCore, type Store } from '../../domain';
import type { Environment } from './environment';
import { storedNames } from './stored';

// By then whoever has just written has the lock for it.
const LOOKS_AFTER_MS = 5_000;

interface InheritParts {
  readonly core: Pick<SessionCore, 'outbox' | 'users'>;
  readonly store: Store;
  /** What this page's own names end with. */
  readonly view: string;
  readonly namespace: string;
  readonly locks: TabSharing['locks'];
  readonly environment: Pick<Environment, 'clock' | 'page' | 'storage'>;
}

/**
 * Each page keeps what it has not sent under a name of its own, and holds a lock as long as there is anything: nobody else
 * sends it. Whoever gets that lock knows that the page is gone, and goes on with what it has left.
 */
export function inheritTexts({ core, store, view, namespace, locks, environment }: InheritParts): () => void {
  const { outbox, users } = core;
  const over = new AbortController();
  const awaited = new Set<string>();
  const lockOf = (whose: string) => `${namespace}outbox${whose}`;
  let letGo: (() => void) | undefined;
  let cancelLook = () => {};

  function hold(): () => void {
    let end = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    locks.request(lockOf(view), {}, () => ended).catch(() => {});
    return end;
  }

  function look(): void {
    const me = users.me.peek()?.id;
    if (!me) return;
    for (const key of storedNames(environment.storage)) {
      if (!key.startsWith(`${namespace}outbox:`)) continue;
      const name = key.slice(namespace.length);
      const at = name.lastIndexOf('@');
      const [owner, whose] = at < 0 ? [name, ''] : [name.slice(0, at), name.slice(at)];
      const isMine = owner === `outbox:${me}` || owner === 'outbox:new';
      if (isMine && whose !== view && !awaited.has(name) && hasTexts(store.read(name))) awaitEnd(name, whose, me);
    }
  }

  function awaitEnd(name: string, whose: string, me: string): void {
    awaited.add(name);
    locks
      .request(lockOf(whose), { signal: over.signal }, () => {
        awaited.delete(name);
        if (users.me.peek()?.id === me) adoptTexts(outbox, store, name);
        return undefined;
      })
      .catch(() => {});
  }

  const stopHolding = effect(() => {
    const isNeeded = outbox.items.value.some(({ state }) => state !== 'accepted');
    if (isNeeded) {
      letGo ??= hold();
    } else {
      letGo?.();
      letGo = undefined;
    }
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
