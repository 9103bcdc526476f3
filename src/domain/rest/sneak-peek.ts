import { computed, effect } from '@preact/signals-core';
import type { Clock, Gateway } from '../ports';
import type { SessionCore } from '../session';

const AT_MOST_EVERY_MS = 2_000;

/** Shows agents what is being typed, while there is an active chat and a line. */
export function createSneakPeek(
  { draft: { text }, outbox, chat, isOnline }: SessionCore,
  gateway: Pick<Gateway, 'sneakPeek'>,
  clock: Clock,
  /** Not all that is typed is for others. */
  told: (text: string) => string,
): () => void {
  const activeChat = computed(() => (isOnline.value ? chat.activeId.value : undefined));
  let shown = '';
  let countBefore = 0;
  let cancelNext: (() => void) | undefined;

  function show(): void {
    const chatId = activeChat.peek();
    if (!chatId || shown === text.peek()) return;
    shown = text.peek();
    gateway.sneakPeek(chatId, told(shown));
    cancelNext = clock.after(AT_MOST_EVERY_MS, () => {
      cancelNext = undefined;
      show();
    });
  }

  const stop = effect(() => {
    const { length } = outbox.items.value;
    // The message itself has gone: agents put the peek away by themselves.
    if (!activeChat.value || (length > countBefore && !text.value)) shown = '';
    countBefore = length;
    if (activeChat.value && text.value !== shown && (!cancelNext || !text.value)) {
      cancelNext?.();
      show();
    }
  });

  return () => {
    stop();
    cancelNext?.();
  };
}
