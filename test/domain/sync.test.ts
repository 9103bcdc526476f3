import { signal } from '@preact/signals-core';
import { expect, it } from 'vitest';
import type { Chat, ChatId } from '../../src/domain';
import { createChatState } from '../../src/domain/chat-state';
import type { Gateway } from '../../src/domain/ports';
import { createSync } from '../../src/domain/sync';
import { createTimeline } from '../../src/domain/timeline';
import { createUsers } from '../../src/domain/users';
import { chat as aChat, chatId, message, thread } from '../support/chats';

function syncWith(findChat: (told: (chat: Chat) => void) => Chat) {
  const users = createUsers();
  const chat = createChatState();
  const timeline = createTimeline({
    outbox: signal([]),
    me: users.me,
    seenByAgents: users.seenByAgents,
    isOnline: signal(true),
  });
  let asks = 0;
  const gateway: Pick<Gateway, 'findChat' | 'readThreads'> = {
    async findChat() {
      asks += 1;
      return findChat((told) => chat.set({ ...told, threadId: told.lastThreadId }));
    },
    readThreads: async () => ({ threads: [thread([])] }),
  };
  return { sync: createSync({ gateway, chat, users, timeline }), chat, timeline, asks: () => asks };
}

it('asks again for the state of the chat when something was heard meanwhile', async () => {
  let isBusy = true;
  const { sync, asks, chat } = syncWith((tell) => {
    if (isBusy) tell(aChat());
    isBusy = false;
    return { ...aChat(), isActive: false };
  });
  await sync.afterGap();
  expect(asks()).toBe(2);
  expect(chat.known.value?.isActive).toBe(false);
});

it('asks only a few times where something is heard all the time', async () => {
  const { sync, asks, chat } = syncWith((tell) => {
    tell(aChat());
    return aChat();
  });
  await sync.afterGap();
  expect(asks()).toBe(5);
  expect(chat.id.value).toBe(aChat().id);
});

it('keeps what was heard before any chat was known, where history does not list it yet', async () => {
  const live = message(7);
  const { sync, timeline } = syncWith(() => {
    timeline.mergeEvent(live);
    return aChat();
  });
  await sync.afterGap();
  expect(timeline.has(live.id)).toBe(true);
});

it('keeps nothing of a chat that is another one', async () => {
  const { sync, timeline, chat } = syncWith(() => aChat());
  chat.set({ id: 'CHAT000002' as ChatId, isActive: true, threadId: undefined });
  const old = message(7);
  timeline.mergeEvent(old);
  await sync.afterGap();
  expect(chat.id.value).toBe(chatId);
  expect(timeline.has(old.id)).toBe(false);
});
