import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { listItems } from './list-items';
import type { HistoryCursor } from './ports';
import { hasEvent, hasThread, mergeEvent, mergeThread, noThreads, type ThreadLogs } from './thread-logs';
import type { TimelineItem } from './timeline-items';
import type { ChatEvent, Customer, EventId, OutboxItem, Place, Thread, ThreadId } from './types';

export interface TimelineSources {
  readonly outbox: ReadonlySignal<readonly OutboxItem[]>;
  readonly me: ReadonlySignal<Customer | undefined>;
  readonly seenByAgents: ReadonlySignal<Place | undefined>;
  readonly isOnline: ReadonlySignal<boolean>;
}

/** Threads and events: merge, order, and the items to show. */
export function createTimeline(sources: TimelineSources) {
  const logs = signal<ThreadLogs>(noThreads);
  /** Where the next older page begins; `undefined` at the start of the conversation, `null` when nothing was read yet. */
  const olderFrom = signal<HistoryCursor | undefined | null>(null);

  let before: readonly TimelineItem[] = [];
  const items = computed(() => {
    before = timeline.list(
      // A hundred times as quick as `flatMap`.
      ([] as ChatEvent[]).concat(...logs.value.threads.map((thread) => thread.events)),
      sources.outbox.value,
      {
        me: sources.me.value?.id,
        seenByAgents: sources.seenByAgents.value,
        isOnline: sources.isOnline.value,
      },
      before,
    );
    return before;
  });

  /** The custom ids that stand in the timeline. */
  const sent = computed(
    () => new Set(logs.value.threads.flatMap(({ events }) => events.map((event) => event.customId))),
  );

  const timeline = {
    logs,
    sent,
    items,
    olderFrom,
    /** The rest sets quicker ones. */
    list: listItems,
    merge: mergeEvent,
    /** Takes away what a thread as a whole says to be gone. The rest sets it. */
    judge: undefined as ((thread: Thread) => void) | undefined,
    /** `isWhole`: as history has it, with all that it is made of. */
    mergeThread(thread: Thread, isWhole?: true): void {
      if (isWhole) timeline.judge?.(thread);
      logs.value = mergeThread(logs.peek(), thread);
    },
    mergeEvent(event: ChatEvent): void {
      logs.value = timeline.merge(logs.peek(), event);
    },
    has: (eventId: EventId): boolean => hasEvent(logs.peek(), eventId),
    hasThread: (threadId: ThreadId): boolean => hasThread(logs.peek(), threadId),
    clear(): void {
      logs.value = noThreads;
      olderFrom.value = null;
    },
  };
  return timeline;
}
export type Timeline = ReturnType<typeof createTimeline>;
