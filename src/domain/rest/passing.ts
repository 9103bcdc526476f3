import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Clock } from '../ports';
import type { CustomId, UserId } from '../types';

// Whoever never comes to an end is forgotten.
const FORGET_AFTER_MS = 60_000;

interface Passing {
  readonly key: string;
  readonly authorId: UserId;
}

export interface PassingModel<T> {
  readonly list: ReadonlySignal<readonly T[]>;
  show(item: T): void;
  /** Ends with the event that it announced, or with anything else of the same author. */
  endWith(event: { readonly customId?: CustomId | undefined; readonly authorId?: UserId | undefined }): void;
  clear(): void;
}

/** What announces an event that is still to come: thinking, and previews. One for each key, in the order of arrival. */
export function createPassing<T extends Passing>(clock: Clock): PassingModel<T> {
  const byKey = signal<ReadonlyMap<string, { readonly item: T; readonly cancel: () => void }>>(new Map());

  function end(isOver: (item: T) => boolean): void {
    const rest = new Map(byKey.peek());
    for (const [key, { item, cancel }] of rest) {
      if (!isOver(item)) continue;
      cancel();
      rest.delete(key);
    }
    if (rest.size < byKey.peek().size) byKey.value = rest;
  }

  return {
    list: computed(() => [...byKey.value.values()].map(({ item }) => item)),
    show(item) {
      byKey.peek().get(item.key)?.cancel();
      const cancel = clock.after(FORGET_AFTER_MS, () => end(({ key }) => key === item.key));
      byKey.value = new Map(byKey.peek()).set(item.key, { item, cancel });
    },
    endWith: ({ customId, authorId }) => end((item) => item.key === customId || item.authorId === authorId),
    clear: () => end(() => true),
  };
}
