import { effect } from '@preact/signals-core';
import { isAfter } from '../place';
import type { Clock } from '../ports';
import type { SessionCore } from '../session';
import { noThreads, type ThreadLogs } from '../thread-logs';
import type { ChatEvent, EventId, Place, Thread } from '../types';
import { deleteEvent } from './change-logs';

// History may lag ten seconds behind what was pushed, and an answer may take fifteen.
const LAG_MS = 25_000;

/**
 * Nobody repeats what was edited or deleted while the line was down, so what we have known for longer than history may
 * lag gives way to it. Newer things stay, and history is asked again; after each gap as well, for what it had not yet.
 */
export function trustHistory(
  { timeline, sync, isOnline }: Pick<SessionCore, 'timeline' | 'sync' | 'isOnline'>,
  clock: Clock,
): () => void {
  const { logs } = timeline;
  let settled = noThreads;
  let cancelSettling: (() => void) | undefined;
  let cancelLook: (() => void) | undefined;

  function settle(): void {
    const known = logs.peek();
    cancelSettling = clock.after(LAG_MS, () => {
      cancelSettling = undefined;
      settled = known;
      if (logs.peek() !== known) settle();
    });
  }
  const stopSettling = effect(() => {
    if (logs.value && !cancelSettling) settle();
  });
  const stopAsking = effect(() => {
    if (isOnline.value) lookIn(LAG_MS);
    else stopLooking();
  });

  timeline.judge = (thread) => {
    logs.value = giveWay(logs.peek(), thread, settled);
    if (disagrees(logs.peek(), thread)) lookIn(2 * LAG_MS);
  };

  /** A look that failed is tried again, as long as there is a line. */
  function lookIn(ms: number): void {
    cancelLook ??= clock.after(ms, () => {
      cancelLook = undefined;
      void sync.lookAgain().then((couldLook) => {
        if (!couldLook && isOnline.peek()) lookIn(LAG_MS);
      });
    });
  }

  function stopLooking(): void {
    cancelLook?.();
    cancelLook = undefined;
  }

  return () => {
    stopSettling();
    stopAsking();
    cancelSettling?.();
    stopLooking();
    timeline.judge = undefined;
  };
}

/** `settled`: what we knew long enough ago. History is told in order, so what is older than its newest is gone for sure. */
function giveWay(logs: ThreadLogs, thread: Thread, settled: ThreadLogs): ThreadLogs {
  const newest = thread.events.reduce<Place | undefined>(
    (most, { place }) => (isAfter(place, most) ? place : most),
    undefined,
  );
  const long = new Set(settled.threads.find(({ id }) => id === thread.id)?.events.map(({ id }) => id));
  const told = new Set<EventId>(thread.events.map(({ id }) => id));
  const edits = new Map([...logs.edits].filter(([id, edit]) => !told.has(id) || settled.edits.get(id) !== edit));
  return missing(logs, thread)
    .filter(({ id, place }) => long.has(id) || isAfter(newest, place))
    .reduce<ThreadLogs>((rest, { id }) => deleteEvent(rest, thread.id, id), { ...logs, edits });
}

function disagrees(logs: ThreadLogs, thread: Thread): boolean {
  return missing(logs, thread).length > 0 || thread.events.some(({ id }) => logs.edits.has(id));
}

/** What we hold of a thread, and history does not. */
function missing(logs: ThreadLogs, { id: threadId, events }: Thread): readonly ChatEvent[] {
  const told = new Set(events.map(({ id }) => id));
  return (
    logs.threads.find(({ id }) => id === threadId)?.events.filter(({ id }) => !told.has(id) && !logs.deleted.has(id)) ??
    []
  );
}
