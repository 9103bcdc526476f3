import { signal } from '@preact/signals-core';
import type { Clock, Store } from './ports';

const SAVE_AFTER_MS = 300;

/** What is typed and not sent. Survives a reload, another page and a crash. */
export function createDraft(clock: Clock, store: Store) {
  function read(author: string): string {
    const { text: stored } = Object(store.read(`draft:${author}`)) as { readonly text?: unknown };
    return typeof stored === 'string' ? stored : '';
  }

  // Nobody's yet, or else that of whoever was here last.
  const author = ['', store.read('draft-of') as string].find(read) || '';
  const text = signal(read(author));
  let cancelSave: (() => void) | undefined;

  function save(): void {
    cancelSave?.();
    cancelSave = undefined;
    store.write(`draft:${draft.author}`, { text: text.peek() });
  }

  const draft = {
    text,
    /** It is kept under the name of whoever has typed it, so nobody else reads it. Empty: nobody was known yet. */
    author,
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
