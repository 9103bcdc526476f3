import type { Clock } from '../ports';
import { hasEvent } from '../thread-logs';
import type { Timeline } from '../timeline';
import type { EventId } from '../types';

const REMEMBERED_MS = 10 * 60_000;

/** Edits and deletions of events that nobody here knows are remembered for a while, as the event may still come. */
export function createEarly({ logs }: Pick<Timeline, 'logs'>, clock: Pick<Clock, 'now'>) {
  const heardAt = new Map<EventId, number>();

  function forgetOld(now: number): void {
    const old = [...heardAt].filter(([, at]) => now - at > REMEMBERED_MS).map(([id]) => id);
    const gone = old.filter((id) => !hasEvent(logs.peek(), id));
    for (const id of old) heardAt.delete(id);
    if (gone.length === 0) return;
    const { edits, deleted } = logs.peek();
    const isGone = new Set(gone);
    logs.value = {
      ...logs.peek(),
      edits: new Map([...edits].filter(([id]) => !isGone.has(id))),
      deleted: new Map([...deleted].filter(([id]) => !isGone.has(id))),
    };
  }

  return {
    /** Somebody has changed or deleted it. */
    note(id: EventId): void {
      forgetOld(clock.now());
      heardAt.set(id, clock.now());
    },
  };
}
export type Early = ReturnType<typeof createEarly>;
