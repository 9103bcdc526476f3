import { signal } from '@preact/signals';
import type { Clock } from './clock';

export interface Toast {
  readonly id: number;
  readonly title: string;
  readonly text: string;
}

const STAY_MS = 12_000;
const MOST = 4;

/** News that is nobody's chat: shown for a while, and gone. */
export function createToasts(clock: Clock) {
  const toasts = signal<readonly Toast[]>([]);
  const cancels = new Map<number, () => void>();
  let count = 0;

  function show(title: string, text: string) {
    count += 1;
    const id = count;
    cancels.set(
      id,
      clock.after(STAY_MS, () => dismiss(id)),
    );
    for (const old of toasts.peek().slice(0, 1 - MOST)) dismiss(old.id);
    toasts.value = [...toasts.peek(), { id, title, text }];
  }

  function dismiss(id: number) {
    cancels.get(id)?.();
    cancels.delete(id);
    toasts.value = toasts.peek().filter((toast) => toast.id !== id);
  }

  function clear() {
    for (const { id } of toasts.peek()) dismiss(id);
  }

  return { toasts, show, dismiss, clear };
}
