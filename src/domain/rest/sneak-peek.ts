import { computed, effect, type ReadonlySignal } from '@preact/signals-core';
import type { Clock, Gateway } from '../ports';
import type { SessionCore } from '../session';
import type { ChatRules } from '../session-rest';
import { maskCards, maskTyped } from './mask-cards';

const AT_MOST_EVERY_MS = 2_000;
// Nobody reads more of it, and in bytes it is never more than a message may have.
const MOST_CHARACTERS = 4_000;

/** Shows agents what is being typed, while there is an active chat and a line. Never the number of a card. */
export function createSneakPeek(
  { draft: { text }, outbox, chat, isOnline }: SessionCore,
  gateway: Pick<Gateway, 'sneakPeek'>,
  clock: Clock,
  rules: ReadonlySignal<ChatRules>,
): () => void {
  const activeChat = computed(() => (isOnline.value && rules.value.peeks ? chat.activeId.value : undefined));
  let shown = '';
  let countBefore = 0;
  let cancelNext: (() => void) | undefined;

  function show(): void {
    const chatId = activeChat.peek();
    if (!chatId || shown === text.peek()) return;
    shown = text.peek();
    const begun = shown.slice(0, MOST_CHARACTERS);
    gateway.sneakPeek(chatId, (rules.peek().masksCards ? maskTyped : maskCards)(begun));
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
