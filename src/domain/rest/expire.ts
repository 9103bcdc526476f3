import { batch, effect, signal, untracked } from '@preact/signals-core';
import type { Outbox } from '../outbox';
import type { Clock } from '../ports';
import type { CustomId } from '../types';

const LONGEST_MS = 24 * 60 * 60_000;

/**
 * After a day a text is not sent by itself any more: whoever comes back after a holiday may not want to ask that again.
 * It stays with its retry, and whoever presses that means it.
 */
export function expireUnsent(outbox: Outbox, clock: Clock): () => void {
  const wasAsked = new Set<CustomId>();
  const turn = signal(0);

  return effect(() => {
    const queued = outbox.items.value.filter((item) => {
      if (item.state === 'refused') wasAsked.add(item.customId);
      return item.state === 'queued' && !wasAsked.has(item.customId);
    });
    if (turn.value < 0 || queued.length === 0) return undefined;
    const leftOf = (item: { readonly typedAt: number }) => item.typedAt + LONGEST_MS - clock.now();
    untracked(() =>
      batch(() => {
        for (const item of queued.filter((each) => leftOf(each) <= 0)) {
          outbox.sending(item.customId);
          outbox.settle(item.customId, { outcome: 'refused', reason: 'expired' });
        }
      }),
    );
    const next = Math.min(...queued.map(leftOf).filter((ms) => ms > 0));
    if (!Number.isFinite(next)) return undefined;
    return clock.after(next, () => {
      turn.value += 1;
    });
  });
}
