import { readTime } from '../time';
import type { Fact } from './facts';
import type { Thread } from './model';

type ThreadFact = Extract<
  Fact,
  { readonly fact: 'thread-closed' | 'event-changed' | 'event-deleted' | 'queue-set' | 'summary-set' | 'tag-set' }
>;

/** What changes within one thread that is there already. */
export function applyToThread(thread: Thread, fact: ThreadFact): void {
  switch (fact.fact) {
    case 'thread-closed':
      thread.active = false;
      return;
    case 'event-changed': {
      const at = thread.events.findIndex(({ id }) => id === fact.eventId);
      const event = thread.events[at];
      if (event) thread.events[at] = { ...event, body: fact.body };
      return;
    }
    case 'event-deleted': {
      const event = thread.events.find(({ id }) => id === fact.eventId);
      if (event) event.deleted = true;
      return;
    }
    case 'queue-set':
      setQueue(thread, fact.isIn, fact.at);
      return;
    case 'summary-set':
      thread.summary = fact.summary;
      return;
    case 'tag-set':
      if (fact.isSet) thread.tags.add(fact.tag);
      else thread.tags.delete(fact.tag);
      return;
  }
}

function setQueue(thread: Thread, isIn: boolean, at: string): void {
  if (isIn) {
    thread.queuedAt ??= at;
    return;
  }
  if (thread.queuedAt === undefined) return;
  const waited = ((readTime(at) ?? 0) - (readTime(thread.queuedAt) ?? 0)) / 1_000_000;
  thread.queuedSeconds = (thread.queuedSeconds ?? 0) + Math.round(waited);
  delete thread.queuedAt;
}
