import { batch, computed, signal } from '@preact/signals-core';
import type { ChatStateModel } from './chat-state';
import type { Clock, Diagnostics, Gateway, HistoryCursor, ThreadPage } from './ports';
import type { Timeline } from './timeline';
import type { Chat, ChatId } from './types';
import type { Users } from './users';

// More pages than this without meeting anything we hold, and we begin anew from the newest.
const MOST_PAGES = 5;
const GAP_AT_MOST_EVERY_MS = 5_000;

interface SyncParts {
  readonly gateway: Pick<Gateway, 'findChat' | 'readThreads'>;
  readonly clock: Clock;
  readonly chat: ChatStateModel;
  readonly users: Users;
  readonly timeline: Timeline;
  readonly diagnostics: Diagnostics;
}

/**
 * The service repeats no push, so what was missed is fetched: the state of the chat, then history backwards until
 * something we hold. What is pushed meanwhile is merged too; the order does not matter.
 */
export function createSync({ gateway, clock, chat, users, timeline, diagnostics }: SyncParts) {
  const isLoadingOlder = signal(false);
  const hasFailed = signal(false);
  let isResting = false;
  let cancelRest = () => {};

  async function afterGap(): Promise<void> {
    const found = await gateway.findChat();
    if (!found) {
      batch(() => {
        chat.clear();
        timeline.clear();
      });
      return;
    }
    batch(() => takeState(found));
    await readNewest(found.id);
  }

  function takeState(found: Chat): void {
    if (chat.id.peek() !== found.id) timeline.clear();
    users.setAll(found.users);
    chat.set({ ...found, threadId: found.lastThreadId });
  }

  /** Reads pages from the newest until one holds a thread with events that we had before. */
  async function readNewest(chatId: ChatId): Promise<void> {
    const heldBefore = new Set(timeline.logs.peek().threads.flatMap(({ events }) => events.map(({ id }) => id)));
    const pages: ThreadPage[] = [];
    let meets = false;
    do {
      const page = await gateway.readThreads(chatId, pages.at(-1)?.next);
      pages.push(page);
      meets = page.threads.some(({ events }) => events.some(({ id }) => heldBefore.has(id)));
    } while (!meets && heldBefore.size > 0 && pages.at(-1)?.next && pages.length < MOST_PAGES);

    batch(() => {
      const hasGap = heldBefore.size > 0 && !meets;
      const isFirst = timeline.olderFrom.peek() === null;
      if (hasGap) timeline.clear();
      for (const page of pages) mergePage(page);
      if (hasGap || isFirst) timeline.olderFrom.value = pages.at(-1)?.next;
      const newest = pages[0]?.threads[0];
      if (newest && chat.activeId.peek() && newest.id === chat.threadId.peek()) chat.setQueue(newest.queue);
    });
  }

  function mergePage(page: ThreadPage): void {
    for (const thread of page.threads) timeline.mergeThread(thread);
  }

  return {
    afterGap,

    /** Looks into the newest history for what may have arrived. False if it could not be read. */
    async lookAgain(): Promise<boolean> {
      try {
        await afterGap();
        return true;
      } catch {
        return false;
      }
    },

    /** Something was heard that does not fit: reads the newest history once, at most every 5 s. */
    suspectGap(): void {
      const id = chat.id.peek();
      if (!id || isResting) return;
      isResting = true;
      cancelRest = clock.after(GAP_AT_MOST_EVERY_MS, () => {
        isResting = false;
      });
      readNewest(id).catch(() => diagnostics.report('history not read'));
    },

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
        batch(() => {
          mergePage(page);
          timeline.olderFrom.value = page.next;
        });
      } catch {
        hasFailed.value = true;
      } finally {
        isLoadingOlder.value = false;
      }
    },

    dispose: () => cancelRest(),
  };
}
export type Sync = ReturnType<typeof createSync>;
