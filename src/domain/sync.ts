import { batch, computed, signal } from '@preact/signals-core';
import type { ChatStateModel } from './chat-state';
import type { Gateway, HistoryCursor, ThreadPage } from './ports';
import { hasThread } from './thread-logs';
import type { Timeline } from './timeline';
import type { Chat, ChatId } from './types';
import type { Users } from './users';

// Where so much goes on, a later look puts right what this one may have got wrong.
const MOST_ASKS = 5;

interface SyncParts {
  readonly gateway: Pick<Gateway, 'findChat' | 'readThreads'>;
  readonly chat: ChatStateModel;
  readonly users: Users;
  readonly timeline: Timeline;
}

/**
 * The service repeats no push, so what was missed is fetched: the state of the chat, then history backwards until
 * something we hold. What is pushed meanwhile is merged too; the order does not matter.
 */
export function createSync({ gateway, chat, users, timeline }: SyncParts) {
  const isLoadingOlder = signal(false);
  const hasFailed = signal(false);

  async function afterGap(): Promise<void> {
    let found: Chat | undefined;
    let known: unknown;
    let everybody: unknown;
    let asks = 0;
    // What was heard meanwhile may be newer than the answer: then it is asked again, but not for ever.
    do {
      asks += 1;
      known = chat.known.peek();
      everybody = users.byId.peek();
      found = await gateway.findChat();
    } while (asks < MOST_ASKS && (known !== chat.known.peek() || everybody !== users.byId.peek()));
    batch(() => {
      // What was heard before any chat was known is of this one.
      if (chat.id.peek() && chat.id.peek() !== found?.id) timeline.clear();
      if (!found) return chat.clear();
      users.setAll(found.users);
      return chat.set({ ...found, threadId: found.lastThreadId });
    });
    if (found) await readNewest(found.id);
  }

  /**
   * Reads pages from the newest until one holds a thread that we had before. With all of them read nothing lies between,
   * however far history lags behind what we hold. Merged they are from the oldest, so nothing ever seems to be missing.
   */
  async function readNewest(chatId: ChatId): Promise<void> {
    const before = timeline.logs.peek();
    const isFirst = timeline.olderFrom.peek() === null;
    const known = chat.known.peek();
    const pages: ThreadPage[] = [];
    let page: ThreadPage | undefined;
    do {
      page = await gateway.readThreads(chatId, page?.next);
      pages.unshift(page);
    } while (!isFirst && page.next && !page.threads.some(({ id }) => hasThread(before, id)));

    for (const each of pages) {
      if (each !== page) await sync.pause?.();
      if (chat.id.peek() !== chatId) return;
      mergePage(each, timeline.olderFrom.peek() === null);
    }
    const newest = pages.at(-1)?.threads[0];
    if (known === chat.known.peek() && newest?.id === chat.threadId.peek()) chat.setQueue(newest?.queue);
  }

  function mergePage({ threads, next }: ThreadPage, isOldest: boolean): void {
    batch(() => {
      for (const thread of threads) timeline.mergeThread(thread, true);
      if (isOldest) timeline.olderFrom.value = next;
    });
  }

  const sync = {
    afterGap,

    /** Lets the page go on between two pages of a gap. The rest sets it. */
    pause: undefined as (() => Promise<void>) | undefined,

    /** Looks into the newest history for what may have arrived. False if it could not be read. */
    lookAgain: (): Promise<boolean> =>
      afterGap().then(
        () => true,
        () => false,
      ),

    older: computed(() => {
      if (isLoadingOlder.value) return 'loading';
      if (hasFailed.value) return 'failed';
      return timeline.olderFrom.value ? 'some' : 'none';
    }),

    async loadOlder(): Promise<void> {
      const id = chat.id.peek();
      const from: HistoryCursor | undefined | null = timeline.olderFrom.peek();
      if (!id || !from || isLoadingOlder.peek()) return;
      batch(() => {
        isLoadingOlder.value = true;
        hasFailed.value = false;
      });
      try {
        const page = await gateway.readThreads(id, from);
        if (timeline.olderFrom.peek() !== from) return;
        mergePage(page, true);
      } catch {
        hasFailed.value = true;
      } finally {
        isLoadingOlder.value = false;
      }
    },
  };
  return sync;
}
export type Sync = ReturnType<typeof createSync>;
