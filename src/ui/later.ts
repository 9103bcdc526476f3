import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Clock } from '../domain';

// Long enough to draw a window, and to ask the chat service for what is in it.
const SOON_MS = 200;
const AT_LAST_MS = 1_000;

/** Something that is fetched while the rest already works. */
export interface Later<T> {
  /** Undefined until it is there. */
  readonly part: ReadonlySignal<T | undefined>;
  /** Does nothing while it comes, or when it is there; tries again when it could not be had. */
  readonly load: () => void;
}

export function createLater<T>(
  clock: Clock,
  fetch: () => Promise<T | undefined>,
  onError: (error: unknown) => void,
): Later<T> {
  const part = signal<T | undefined>(undefined);
  let isPending = false;

  async function fetchIt(): Promise<void> {
    try {
      part.value = await fetch();
    } catch (error) {
      onError(error);
    }
    isPending = false;
  }

  return {
    part,
    load() {
      if (isPending || part.peek()) return;
      isPending = true;
      whenIdle(clock, () => void fetchIt());
    },
  };
}

/** Safari has no idle callbacks. */
function whenIdle(clock: Clock, task: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(task, { timeout: AT_LAST_MS });
  else clock.after(SOON_MS, task);
}
