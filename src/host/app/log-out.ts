import type { Environment } from './environment';

interface LogOutParts {
  readonly namespace: string;
  readonly environment: Pick<Environment, 'sharing' | 'page' | 'storage'>;
  /** Whose chat this browser has stored. */
  readonly owner: () => unknown;
  /** All that this tab knows. */
  readonly forget: () => void;
}

/**
 * Whoever logs out in one tab is gone from all of them, those that are asleep as soon as they wake up. Told by a channel,
 * without one by the storage, and by neither to a page in the back/forward cache: it looks for itself when it is back.
 */
export function shareLogOut({ namespace, environment, owner, forget }: LogOutParts) {
  const { sharing, page, storage } = environment;
  const name = `${namespace}log-out`;
  const over = new AbortController();
  let channel: ReturnType<typeof open>;
  let ownerBefore: unknown;

  const listen = (type: string, listener: (event: Event) => void) =>
    page.addEventListener(type, listener, { signal: over.signal });

  function open() {
    const opened = sharing?.openChannel(name);
    if (opened) opened.onmessage = forget;
    return opened;
  }

  channel = open();
  listen('storage', (event) => {
    const { key, newValue } = event as StorageEvent;
    if (key === name && newValue) forget();
  });
  // With a channel it could not rest in that cache.
  listen('pagehide', () => {
    ownerBefore = owner();
    channel?.close();
    channel = undefined;
  });
  listen('pageshow', (event) => {
    if (!(event as PageTransitionEvent).persisted) return;
    channel = open();
    if (owner() !== ownerBefore) forget();
  });

  return {
    tell(): void {
      channel?.postMessage(null);
      if (channel) return;
      try {
        storage().setItem(name, 'now');
        storage().removeItem(name);
      } catch {
        // Where nothing can be kept, tabs have nothing in common.
      }
    },
    stop(): void {
      over.abort();
      channel?.close();
    },
  };
}
