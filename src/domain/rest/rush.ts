import { effect, signal } from '@preact/signals-core';
import type { Outbox } from '../outbox';
import type { Clock } from '../ports';

const MOST = 5;
const WITHIN_MS = 1_000;
// Long enough to be read, however quickly they go.
const LEAST_MS = 4_000;

/** More was said within a second than is sent at once: it waits, and goes out one after the other. */
export function createRush({ items }: Pick<Outbox, 'items'>, clock: Clock) {
  const isRushed = signal(false);
  let cancel: (() => void) | undefined;

  function endSoon(): void {
    cancel ??= clock.after(LEAST_MS, () => {
      isRushed.value = false;
    });
  }

  const stop = effect(() => {
    const waiting = items.value.filter(({ state }) => state === 'queued' || state === 'in-flight');
    const [before, last] = [waiting.at(-1 - MOST), waiting.at(-1)];
    if (!before || !last) {
      if (isRushed.peek()) endSoon();
    } else if (last.typedAt - before.typedAt <= WITHIN_MS) {
      cancel?.();
      cancel = undefined;
      isRushed.value = true;
    }
  });
  return {
    isRushed,
    stop(): void {
      cancel?.();
      stop();
    },
  };
}
