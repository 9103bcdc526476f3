import { compareRanks } from '../place';
import { mergeEvent, replace, type ThreadLogs } from '../thread-logs';
import type { ChatEvent } from '../types';

/** Nearly always an event is new and comes after all others of its thread. It is put there, and nothing is sorted. */
export function mergeQuickly(logs: ThreadLogs, event: ChatEvent): ThreadLogs {
  const { id } = event;
  const thread = logs.threads.find((each) => each.id === event.threadId);
  const last = thread?.events.at(-1);
  const isAfterAll = last && compareRanks(last.place.rank, event.place.rank) < 0;
  const isKnown = logs.edits.has(id) || logs.deleted.has(id) || thread?.events.some((other) => other.id === id);
  if (!thread || !isAfterAll || isKnown) return mergeEvent(logs, event);
  return replace(logs, { ...thread, events: [...thread.events, event] });
}
