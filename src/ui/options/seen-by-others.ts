import type { ReadonlySignal } from '@preact/signals-core';

const NAME = 'natter:seen';

/**
 * Whether the visitor has another page with the chat before them: each that is seen holds a lock together with the others, and
 * only while it is seen, so that no page that rests holds one.
 */
export function holdWhileSeen(isWanted: ReadonlySignal<boolean>) {
  const { locks } = navigator as { readonly locks?: LockManager };
  const over = new AbortController();
  let letGo = () => {};

  function follow(): void {
    letGo();
    letGo = () => {};
    if (!locks || !isWanted.peek() || document.visibilityState !== 'visible') return;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    locks.request(NAME, { mode: 'shared' }, () => held).catch(() => {});
  }

  document.addEventListener('visibilitychange', follow, { signal: over.signal });
  const stopFollowing = isWanted.subscribe(follow);
  return {
    /** Asked by a page that is not seen. */
    async byOthers(): Promise<boolean> {
      const { held = [] } = (await locks?.query().catch(() => undefined)) ?? {};
      return held.some(({ name }) => name === NAME);
    },
    stop() {
      over.abort();
      stopFollowing();
      letGo();
    },
  };
}
