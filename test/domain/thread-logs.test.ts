import { describe, expect, it } from 'vitest';
import type { ChatEvent, EventId, Rank, ThreadId } from '../../src/domain';
import { deleteEvent, editEvent } from '../../src/domain/rest/change-logs';
import { mergeQuickly } from '../../src/domain/rest/quick-merge';
import { mergeEvent, mergeThread, noThreads, type ThreadLogs } from '../../src/domain/thread-logs';
import { fc } from '../support/cases';
import { message, placeAt, thread, threadId } from '../support/chats';

type Act = (logs: ThreadLogs) => ThreadLogs;

const events = Array.from({ length: 6 }, (_, index) => message(index));
const edited = { ...events[2]!, text: 'edited' };
const acts: readonly Act[] = [
  ...events.map(
    (event): Act =>
      (logs) =>
        mergeQuickly(logs, event),
  ),
  ...events.map(
    (event): Act =>
      (logs) =>
        mergeEvent(logs, event),
  ),
  (logs) => mergeThread(logs, thread(events.slice(0, 4))),
  (logs) => mergeThread(logs, thread(events.slice(2))),
  (logs) => editEvent(logs, edited),
  (logs) => deleteEvent(logs, threadId, events[4]!.id),
];

function shown(logs: ThreadLogs): string[] {
  return logs.threads.flatMap(({ events: list }) =>
    list.map((event) => (event.kind === 'message' ? event.text : event.kind)),
  );
}

describe('merging', () => {
  it('gives the same store in any order, and when things come twice', () => {
    const wanted = shown(acts.reduce((logs, act) => act(logs), noThreads));
    expect(wanted).toEqual([events[0]!.text, events[1]!.text, 'edited', events[3]!.text, 'system', events[5]!.text]);

    const orders = fc.tuple(
      fc.shuffledSubarray([...acts], { minLength: acts.length, maxLength: acts.length }),
      fc.array(fc.constantFrom(...acts), { maxLength: 8 }),
    );
    fc.assert(
      fc.property(orders, ([all, again]) => {
        expect(shown([...all, ...again].reduce((logs, act) => act(logs), noThreads))).toEqual(wanted);
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps the very same store when nothing is new, so that nothing is drawn again', () => {
    const logs = mergeThread(noThreads, thread(events));
    expect(mergeThread(logs, thread(events))).toBe(logs);
    expect(mergeEvent(logs, { ...events[0]! })).toBe(logs);
  });

  it('orders by microseconds, and ids that count when those are equal', () => {
    const at = placeAt(5);
    const make = (id: string, digits: string): ChatEvent => ({
      ...message(5),
      id: id as EventId,
      place: { at: at.at, rank: `2026-02-11T09:00:05.${digits}` as Rank },
    });
    const [a, b, c] = [make('T_10', '000002000'), make('T_9', '000002000'), make('T_11', '000001000')];
    const logs = [a, b, c].reduce(mergeEvent, noThreads);
    expect(logs.threads[0]!.events.map(({ id }) => id)).toEqual(['T_11', 'T_9', 'T_10']);
  });

  it('puts an event of a thread that was not read yet after all others', () => {
    const other = message(1, { threadId: 'THREAD0000' as ThreadId, text: 'of a thread unknown' });
    const logs = mergeThread(mergeEvent(noThreads, other), thread(events));
    expect(shown(logs).at(-1)).toBe('of a thread unknown');
  });
});
