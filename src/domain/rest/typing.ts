import type { Signal } from '@preact/signals-core';
import type { Clock } from '../ports';
import type { UserId } from '../types';

// An agent who closes the tab never sends "stopped typing", so we forget them ourselves.
const FORGET_AFTER_MS = 8_000;

/** Keeps `userIds`: who types at present. */
export function createTyping(clock: Clock, userIds: Signal<readonly UserId[]>) {
  const cancelBy = new Map<UserId, () => void>();

  function keep(): void {
    userIds.value = [...cancelBy.keys()];
  }

  function stop(userId: UserId): void {
    cancelBy.get(userId)?.();
    if (cancelBy.delete(userId)) keep();
  }

  function start(userId: UserId): void {
    cancelBy.get(userId)?.();
    cancelBy.set(
      userId,
      clock.after(FORGET_AFTER_MS, () => stop(userId)),
    );
    keep();
  }

  return { start, stop, clear: () => [...cancelBy.keys()].forEach(stop) };
}
