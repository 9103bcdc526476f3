import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals-core';
import type { Outbox } from '../outbox';
import type { Clock } from '../ports';
import type { OutboxItem } from '../types';

const LONGEST_MS = 10_000;
const MAY_BE_A_CARD = /\d([ -]?\d){12}/;

const isInDoubt = ({ state, text }: OutboxItem) => state === 'queued' && MAY_BE_A_CARD.test(text);

/**
 * What may hold the number of a card waits until the account has said whether such numbers may leave. The outbox itself
 * lets no such text go before this is here.
 */
export function holdNumbers(
  outbox: Pick<Outbox, 'items' | 'keep'>,
  clock: Clock,
  isSettled: ReadonlySignal<boolean>,
  told: (text: string) => string,
) {
  const isLate = signal(false);
  const cancel = clock.after(LONGEST_MS, () => {
    isLate.value = true;
  });
  const mayLeave = computed(() => isSettled.value || isLate.value);
  const stop = effect(() => {
    if (!mayLeave.value) return;
    untracked(() => {
      const items = outbox.items.peek();
      if (!items.some(isInDoubt)) return;
      outbox.keep(items.map((item) => (isInDoubt(item) ? { ...item, text: told(item.text) } : item)));
    });
  });
  return {
    isHeld: computed(() => !mayLeave.value && outbox.items.value.some(isInDoubt)),
    stop(): void {
      cancel();
      stop();
    },
  };
}
