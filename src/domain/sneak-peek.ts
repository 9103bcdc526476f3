import { effect, type ReadonlySignal } from '@preact/signals-core';
import type { Clock, Gateway } from './ports';
import type { ChatId } from './types';

const AT_MOST_EVERY_MS = 2_000;

/** Shows agents what is being typed, while there is an active chat and a line. */
export function createSneakPeek(
  clock: Clock,
  gateway: Pick<Gateway, 'sneakPeek'>,
  text: ReadonlySignal<string>,
  activeChat: ReadonlySignal<ChatId | undefined>,
) {
  let shown = '';
  let cancelNext: (() => void) | undefined;

  function show(): void {
    const chatId = activeChat.peek();
    if (!chatId || shown === text.peek()) return;
    shown = text.peek();
    gateway.sneakPeek(chatId, shown);
    cancelNext = clock.after(AT_MOST_EVERY_MS, () => {
      cancelNext = undefined;
      show();
    });
  }

  const stop = effect(() => {
    const hasNews = text.value !== shown;
    if (!activeChat.value) shown = '';
    else if (hasNews && (!cancelNext || !text.value)) {
      cancelNext?.();
      show();
    }
  });

  return {
    /** The message itself has come: agents have put the peek away by themselves. */
    sent(): void {
      shown = '';
    },
    dispose(): void {
      stop();
      cancelNext?.();
    },
  };
}
