import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Ui } from '../ui-context';

export interface Unseen {
  /** The key or id of the first message that came while nobody looked. It stays until the next visit. */
  readonly first: ReadonlySignal<string | undefined>;
  /** What is known from before: counts unless something of this visit does. */
  readonly mark: (key: string) => void;
  readonly stop: () => void;
}

/** A visit ends when the window is closed; what came before the next one is new then. */
export function createUnseen({ session, host }: Pick<Ui, 'session' | 'host'>): Unseen {
  const first = signal<string | undefined>(undefined);
  const isPageVisible = signal(document.visibilityState === 'visible');
  const isFocused = () => session.rest.value?.isPageFocused.value !== false;
  const isWatching = computed(() => host.isOpen.value && host.isLogAtEnd.value && isPageVisible.value && isFocused());
  let wasSeen = true;

  function arrived(id: string, isOwn: boolean): void {
    if (isOwn || isWatching.peek() || !wasSeen) return;
    first.value = id;
    wasSeen = false;
  }

  function onVisibility(): void {
    isPageVisible.value = document.visibilityState === 'visible';
  }

  document.addEventListener('visibilitychange', onVisibility);
  const stops = [
    () => document.removeEventListener('visibilitychange', onVisibility),
    session.moments.on('new-message', ({ message, isOwn }) => arrived(message.id, isOwn)),
    session.moments.on('new-content', ({ content, isOwn }) => arrived(content.id, isOwn)),
    effect(() => {
      if (isWatching.value) wasSeen = true;
    }),
    effect(() => {
      if (!host.isOpen.value && wasSeen) first.value = undefined;
    }),
  ];
  return {
    first,
    mark(key) {
      first.value ??= key;
    },
    stop() {
      for (const stop of stops) stop();
    },
  };
}
