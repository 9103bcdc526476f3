import { signal } from '@preact/signals-core';
import type { Clock, Store } from './ports';

const SAVE_AFTER_MS = 300;
const NAME = 'draft';

/** What is typed and not sent. Survives a reload, another page and a crash. */
export function createDraft(clock: Clock, store: Store) {
  const stored = store.read(NAME);
  const text = signal(typeof stored === 'string' ? stored : '');
  let cancelSave: (() => void) | undefined;

  function save(): void {
    cancelSave?.();
    cancelSave = undefined;
    if (text.peek()) store.write(NAME, text.peek());
    else store.remove(NAME);
  }

  return {
    text,
    set(next: string): void {
      text.value = next;
      cancelSave ??= clock.after(SAVE_AFTER_MS, save);
    },
    /** Takes what the page offers, unless the visitor has something typed already. */
    offer(next: string): void {
      if (!text.peek().trim()) this.set(next);
    },
    clear(): void {
      text.value = '';
      save();
    },
    save,
    /** Nothing has been typed since it was stored. */
    isSaved: () => !cancelSave,
  };
}
export type Draft = ReturnType<typeof createDraft>;
