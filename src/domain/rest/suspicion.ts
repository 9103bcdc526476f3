import { effect } from '@preact/signals-core';
import type { Clock, Diagnostics } from '../ports';
import type { SessionCore } from '../session';
import type { Place } from '../types';

const LOOK_AT_MOST_EVERY_MS = 5_000;
// Marks of version 3.0 are whole seconds.
const MARKS_ARE_WITHIN_MS = 1_000;
// History lags ten seconds at most; what is not there later was deleted meanwhile.
const MOST_LOOKS_FOR_ONE = 5;

/**
 * Something was heard that does not fit what we hold, so something else was not heard: looks once, at most every 5 s,
 * and once more for what came meanwhile.
 */
export function createSuspicion(
  { chat, timeline, outbox, sync, isOnline }: SessionCore,
  clock: Clock,
  diagnostics: Diagnostics,
) {
  let isResting = false;
  let isAgain = false;
  let cancelRest = () => {};
  let looks = 0;
  /** Nobody is asked twice about one mark: what is seen may be nothing for us. */
  let markedUpTo = 0;

  /** The service has it and said so, and its event is not here. */
  const isMissing = () => looks < MOST_LOOKS_FOR_ONE && outbox.items.value.some(({ state }) => state === 'accepted');
  const stopWaiting = effect(() => {
    looks = 0;
    return isMissing() ? clock.after(LOOK_AT_MOST_EVERY_MS, suspect) : undefined;
  });

  function suspect(): void {
    if (!chat.id.peek() || !isOnline.peek()) return;
    isAgain = isResting;
    if (isResting) return;
    isResting = true;
    looks += 1;
    cancelRest = clock.after(LOOK_AT_MOST_EVERY_MS, () => {
      isResting = false;
      if (isAgain || isMissing()) suspect();
    });
    void sync.lookAgain().then((couldLook) => {
      if (!couldLook) diagnostics.report('history not read');
    });
  }

  return {
    suspect,
    /** Somebody has seen more than there is here. */
    seen(upTo: Place): void {
      const newest = Math.max(...timeline.logs.peek().threads.map(({ events }) => events.at(-1)?.place.at ?? 0));
      if (upTo.at - Math.max(newest, markedUpTo) < MARKS_ARE_WITHIN_MS) return;
      markedUpTo = upTo.at;
      suspect();
    },
    dispose(): void {
      stopWaiting();
      cancelRest();
    },
  };
}
export type Suspicion = ReturnType<typeof createSuspicion>;
