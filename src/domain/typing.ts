import { computed, signal } from '@preact/signals-core';
import type { Clock } from './ports';
import type { UserId } from './types';

// An agent who closes the tab never sends "stopped typing", so we forget them ourselves.
const FORGET_AFTER_MS = 8_000;

export function createTyping(clock: Clock) {
  const cancelBy = signal<ReadonlyMap<UserId, () => void>>(new Map());
  const userIds = computed(() => [...cancelBy.value.keys()]);

  function stop(userId: UserId): void {
    const rest = new Map(cancelBy.peek());
    rest.get(userId)?.();
    if (rest.delete(userId)) cancelBy.value = rest;
  }

  function start(userId: UserId): void {
    cancelBy.peek().get(userId)?.();
    const cancel = clock.after(FORGET_AFTER_MS, () => stop(userId));
    cancelBy.value = new Map(cancelBy.peek()).set(userId, cancel);
  }

  function clear(): void {
    userIds.peek().forEach(stop);
  }

  return { userIds, start, stop, clear };
}
