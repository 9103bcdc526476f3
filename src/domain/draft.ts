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
    if (text.peek()) store.write(draft.nameOf(), text.peek());
    else store.remove(draft.nameOf());
  }

  const draft = {
    text,
    /** Set by the rest: others may use the browser in another tab. */
    nameOf: () => NAME,
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
    /** Now, if anything has been typed: else another tab may know better. */
    save: () => cancelSave && save(),
    /** Nothing has been typed since it was stored. */
    isSaved: () => !cancelSave,
  };
  return draft;
}
export type Draft = ReturnType<typeof createDraft>;
