import { effect } from '@preact/signals-core';
import { startOfNextDay } from '../i18n/day-name';
import type { Ui } from '../ui-context';

/** Changes at midnight, and when the window opens on another day: timers sleep with the machine. */
export function followToday({ clock, host, today }: Pick<Ui, 'clock' | 'host' | 'today'>): () => void {
  return effect(() => {
    if (!host.isOpen.value) return;
    if (clock.now() >= startOfNextDay(today.value)) today.value = clock.now();
    return clock.after(startOfNextDay(today.value) - clock.now(), () => {
      today.value = clock.now();
    });
  });
}
