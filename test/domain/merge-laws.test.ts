import { describe, it } from 'vitest';
import type { ChatEvent, EventId, Rank, Thread, ThreadId } from '../../src/domain';
import { deleteEvent, editEvent } from '../../src/domain/rest/change-logs';
import { mergeEvent, mergeThread, noThreads, type ThreadLogs } from '../../src/domain/thread-logs';
import { fc } from '../support/cases';
import { message, thread } from '../support/chats';

const CASES = 5_000;

type News = (logs: ThreadLogs) => ThreadLogs;

const THREADS = ['THREAD0001', 'THREAD0002', 'THREAD0003'] as ThreadId[];
const MOST_EVENTS = 5;

interface World {
  /** What is true in the end: by thread, in the order of the service. */
  readonly threads: readonly Thread[];
  readonly news: readonly News[];
}

/** Some threads with some events, some of which were edited or deleted; all of it as news, whole and in pieces. */
const worlds: fc.Arbitrary<World> = fc
  .array(
    fc.record({
      // Places may be equal: then ids decide.
      ranks: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: MOST_EVENTS }),
      edited: fc.subarray([0, 1, 2, 3, 4]),
      deleted: fc.subarray([0, 1, 2, 3, 4], { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: THREADS.length },
  )
  .map((plans) => {
    const made = plans.map(({ ranks, edited, deleted }, index) => {
      const threadId = THREADS[index]!;
      const events = ranks.map((rank, at) => eventOf(threadId, at, rank));
      const place = { rank: index as Rank, at: index };
      const whole = thread(events, { id: threadId, place });
      const live = events.map(
        (event): News =>
          (logs) =>
            mergeEvent(logs, event),
      );
      const pages = events.map(
        (_, at): News =>
          (logs) =>
            mergeThread(logs, { ...whole, events: events.slice(at) }),
      );
      const edits = pickFrom(events, edited).map(
        (event): News =>
          (logs) =>
            editEvent(logs, { ...event, text: `${event.id} edited`, isEdited: true } as ChatEvent),
      );
      const deletions = pickFrom(events, deleted).map(
        (event): News =>
          (logs) =>
            deleteEvent(logs, threadId, event.id),
      );
      return { whole, news: [...live, ...pages, ...edits, ...deletions] };
    });
    return { threads: made.map(({ whole }) => whole), news: made.flatMap(({ news }) => news) };
  });

function eventOf(threadId: ThreadId, at: number, rank: number): ChatEvent {
  return message(at, {
    id: `${threadId}_${at}` as EventId,
    threadId,
    text: `${threadId} ${at}`,
    place: { rank: rank as Rank, at: rank },
  });
}

const pickFrom = <T>(list: readonly T[], indexes: readonly number[]) => indexes.flatMap((at) => list[at] ?? []);
const tell = (news: readonly News[], logs = noThreads) => news.reduce((all, one) => one(all), logs);

/** All that one store knows, told to another. */
function join(into: ThreadLogs, { threads, edits, deleted }: ThreadLogs): ThreadLogs {
  const news = threads.map(({ id, place, events }): News => {
    if (place) return (logs) => mergeThread(logs, thread(events, { id, place }));
    return (logs) => events.reduce(mergeEvent, logs);
  });
  const edited = [...edits.values()].map(
    (event): News =>
      (logs) =>
        editEvent(logs, event),
  );
  const gone = [...deleted.keys()].map(
    (id): News =>
      (logs) =>
        deleteEvent(logs, id.slice(0, 10) as ThreadId, id),
  );
  return tell([...news, ...edited, ...gone], into);
}

/** What anybody could tell apart. */
function seen({ threads, edits, deleted }: ThreadLogs): string {
  const log = threads.map(({ id, place, events }) => [id, place, events]);
  return JSON.stringify([log, [...edits.keys()].sort(), [...deleted.keys()].sort()], (_, value: unknown) =>
    value instanceof Map ? [...value] : value,
  );
}

const holds = (law: (world: World, some: readonly News[], others: readonly News[]) => boolean) =>
  fc.assert(
    fc.property(
      worlds.chain((world) =>
        fc.tuple(fc.constant(world), fc.shuffledSubarray([...world.news]), fc.shuffledSubarray([...world.news])),
      ),
      ([world, some, others]) => law(world, some, others),
    ),
    { numRuns: CASES },
  );

describe('merging news into what is held', { timeout: 60_000 }, () => {
  it('is idempotent: the same again changes nothing', () => {
    holds((_world, some) => seen(tell([...some, ...some])) === seen(tell(some)));
  });

  it('keeps the very same store when the same page comes again', () => {
    holds(({ threads }, some) => {
      const logs = tell([...some, (all) => threads.reduce(mergeThread, all)]);
      return threads.reduce(mergeThread, logs).threads.every((log, at) => log === logs.threads[at]);
    });
  });

  it('is commutative: any order gives the same store', () => {
    holds((_world, some, others) => seen(tell([...some, ...others])) === seen(tell([...others, ...some])));
  });

  it('is associative: what was gathered elsewhere first comes to the same', () => {
    holds((_world, some, others) => {
      const [a, b, c] = [tell(some.slice(0, 3)), tell(some.slice(3)), tell(others)];
      return seen(join(join(a, b), c)) === seen(join(a, join(b, c)));
    });
  });

  it('ends with what the service has, once all of it was heard', () => {
    holds(({ threads, news }, some) => {
      const all = tell([...some, ...news]);
      return threads.every(({ id, events }) => {
        const held = all.threads.find((log) => log.id === id)!.events;
        const ids = [...events]
          .sort((a, b) => (a.place.rank as number) - (b.place.rank as number) || (a.id < b.id ? -1 : 1))
          .map((event) => event.id);
        return held.map((event) => event.id).join() === ids.join() && held.every((event) => event.threadId === id);
      });
    });
  });
});
