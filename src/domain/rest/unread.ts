import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import { isShown } from '../is-shown';
import { isAfter } from '../place';
import type { Clock, Gateway } from '../ports';
import type { SessionCore } from '../session';
import type { ThreadLogs } from '../thread-logs';
import type { ChatEvent, Place, UserId } from '../types';

const LOOKED_AT_MS = 1_000;
const TELL_AT_MOST_EVERY_MS = 2_000;

/** What came while nobody looked, and telling the service how far the customer has read. Marks never go back. */
export function createUnread(
  core: SessionCore,
  gateway: Pick<Gateway, 'markSeen'>,
  clock: Clock,
  isWatched: ReadonlySignal<boolean>,
) {
  const { users, isOnline } = core;
  const { logs } = core.timeline;
  const chatId = core.chat.id;
  /** Seen here, and perhaps not yet known to the service. */
  const seenHere = signal<Place | undefined>(undefined);
  const isTelling = signal(false);
  let cancelRest = () => {};

  const me = computed(() => users.me.value?.id);
  const toldUpTo = computed(() => users.byId.value.get(me.value as UserId)?.seenUpTo);
  const mark = computed(() => (isAfter(seenHere.value, toldUpTo.value) ? seenHere.value : toldUpTo.value));
  const unseen = computed(() => foreignAfter(logs.value, mark.value, me.value));
  const newestUnseen = computed(() => unseen.value[0]?.place);

  const stopCounting = effect(() => {
    core.unread.value = unseen.value.filter(isShown).length;
  });
  // Another customer has read nothing yet.
  const stopForgetting = effect(() => {
    if (me.value) seenHere.value = undefined;
  });

  const stopLooking = effect(() => {
    const upTo = newestUnseen.value;
    if (!upTo || !isWatched.value) return;
    return clock.after(LOOKED_AT_MS, () => {
      seenHere.value = upTo;
    });
  });

  const stopTelling = effect(() => {
    const upTo = seenHere.value;
    const id = chatId.value;
    if (!id || !upTo || isTelling.value || !isOnline.value || !isAfter(upTo, toldUpTo.value)) return;
    isTelling.value = true;
    void gateway.markSeen(id, upTo).then((outcome) => {
      // Who is refused need not ask again.
      if (outcome !== 'failed' && me.peek()) users.sawUpTo(me.peek() as UserId, upTo);
    });
    cancelRest = clock.after(TELL_AT_MOST_EVERY_MS, () => {
      isTelling.value = false;
    });
  });

  return {
    /** Whoever answers has read what stands above: the service takes it so too. */
    seen(upTo: Place): void {
      if (isAfter(upTo, seenHere.peek())) seenHere.value = upTo;
      if (me.peek()) users.sawUpTo(me.peek() as UserId, upTo);
    },
    dispose(): void {
      stopCounting();
      stopForgetting();
      stopLooking();
      stopTelling();
      cancelRest();
    },
  };
}

/** Newest first. */
function foreignAfter(logs: ThreadLogs, mark: Place | undefined, me: UserId | undefined): readonly ChatEvent[] {
  const found: ChatEvent[] = [];
  for (const thread of [...logs.threads].reverse()) {
    for (const event of [...thread.events].reverse()) {
      if (!isAfter(event.place, mark)) return found;
      if (event.kind !== 'system' && event.authorId !== me) found.push(event);
    }
  }
  return found;
}
export type Unread = ReturnType<typeof createUnread>;
