import { effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Clock } from '../../domain';
import { startOfNextDay } from '../i18n/day-name';

/** Changes at midnight, and when the window opens on another day: timers sleep with the machine. */
export function createToday(clock: Clock, isOpen: ReadonlySignal<boolean>) {
  const today = signal(clock.now());
  const stop = effect(() => {
    if (!isOpen.value) return;
    if (clock.now() >= startOfNextDay(today.value)) today.value = clock.now();
    return clock.after(startOfNextDay(today.value) - clock.now(), () => {
      today.value = clock.now();
    });
  });
  return { today: today as ReadonlySignal<number>, stop };
}
