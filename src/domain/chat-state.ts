import { computed, signal } from '@preact/signals-core';
import type { Chat, ChatId, Queue, ThreadId } from './types';

export type ChatState =
  | { readonly state: 'none' }
  | {
      readonly state: 'active';
      readonly id: ChatId;
      readonly threadId: ThreadId | undefined;
      readonly queue?: Queue | undefined;
    }
  | {
      readonly state: 'ended';
      readonly id: ChatId;
      readonly threadId: ThreadId | undefined;
      readonly isResuming: boolean;
    };

interface Known extends Pick<Chat, 'id' | 'isActive' | 'properties' | 'groupIds'> {
  readonly threadId: ThreadId | undefined;
  readonly queue?: Queue | undefined;
}

/** Whether there is a chat, and whether it is going on. A customer has one chat, of many threads. */
export function createChatState() {
  const known = signal<Known | undefined>(undefined);
  const isResuming = signal(false);

  const state = computed((): ChatState => {
    const chat = known.value;
    if (!chat) return { state: 'none' };
    const { id, threadId, queue } = chat;
    if (!chat.isActive) return { state: 'ended', id, threadId, isResuming: isResuming.value };
    return { state: 'active', id, threadId, queue };
  });

  return {
    known,
    state,
    isResuming,
    id: computed(() => known.value?.id),
    activeId: computed(() => (known.value?.isActive ? known.value.id : undefined)),
    threadId: computed(() => known.value?.threadId),

    set(chat: Known): void {
      known.value = chat;
    },
    /** An answer says that it goes on; the push with the rest may come later. */
    goesOn(id: ChatId): void {
      if (known.peek()?.id !== id || !known.peek()?.isActive)
        known.value = { ...known.peek(), id, threadId: undefined, isActive: true };
    },
    end(): void {
      const chat = known.peek();
      if (chat) known.value = { ...chat, isActive: false, queue: undefined };
    },
    setQueue(queue: Queue | undefined): void {
      const chat = known.peek();
      if (chat?.isActive && chat.queue !== queue) known.value = { ...chat, queue };
    },
    clear(): void {
      known.value = undefined;
    },
  };
}
export type ChatStateModel = ReturnType<typeof createChatState>;
