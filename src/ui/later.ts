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
  /** Leaves no timer behind. */
  readonly stop: () => void;
}

export function createLater<T>(
  clock: Clock,
  fetch: () => Promise<T | undefined>,
  onError: (error: unknown) => void,
): Later<T> {
  const part = signal<T | undefined>(undefined);
  let isPending = false;
  let stop: (() => void) | undefined;

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
      stop = whenIdle(clock, () => void fetchIt());
    },
    stop: () => stop?.(),
  };
}

/** Safari has no idle callbacks, so there it is a timer that can be stopped. */
function whenIdle(clock: Clock, task: () => void): (() => void) | undefined {
  if (!('requestIdleCallback' in globalThis)) return clock.after(SOON_MS, task);
  requestIdleCallback(task, { timeout: AT_LAST_MS });
  return undefined;
}
