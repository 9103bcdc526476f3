import { effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Outbox } from '../outbox';
import type { Clock } from '../ports';

// In good weather a text is sent before anybody could read a warning.
const SAID_AFTER_MS = 2_000;

/** Unsent text that would be lost with this page, because the browser does not keep it. Said once in a page view. */
export function createAtRisk(
  { items, isKept }: Pick<Outbox, 'items' | 'isKept'>,
  clock: Clock,
  report: (reason: string) => void,
): { readonly isAtRisk: ReadonlySignal<boolean>; dispose(): void } {
  const isAtRisk = signal(false);
  let wasSaid = false;
  const stop = effect(() => {
    const isUnsent = items.value.some(({ state }) => state !== 'accepted');
    if (!isUnsent || isKept.value) isAtRisk.value = false;
    else if (!wasSaid) {
      return clock.after(SAID_AFTER_MS, () => {
        wasSaid = true;
        isAtRisk.value = true;
        report('outbox not stored');
      });
    }
    return undefined;
  });
  return { isAtRisk, dispose: stop };
}
