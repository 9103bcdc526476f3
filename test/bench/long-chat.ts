import { signal } from '@preact/signals-core';
import { createQuickList } from '../../src/domain/rest/quick-list';
import { mergeQuickly } from '../../src/domain/rest/quick-merge';
import { createTimeline } from '../../src/domain/timeline';
import type {
  ChatEvent,
  Customer,
  CustomId,
  EventId,
  OutboxItem,
  Place,
  Thread,
  ThreadId,
  UserId,
} from '../../src/domain/types';
import { arrange } from '../../src/ui/timeline/arrange';
import { fakeClock } from '../support/fake-clock';
import { fakeSession } from '../support/ui-session';

interface Bench {
  readonly name: string;
  /** Milliseconds of one step in a chat of so many messages. */
  readonly run: (messages: number) => number;
}

const ME = 'me' as UserId;
const MARA = 'mara@harbour.example' as UserId;
const THREAD = 'T1' as ThreadId;
const DAY_MS = 86_400_000;
const STEPS = 41;

const placeOf = (n: number): Place => ({ rank: n as Place['rank'], at: n * (DAY_MS / 50) });

function eventOf(n: number): ChatEvent {
  const isOwn = n % 3 === 0;
  return {
    kind: 'message',
    id: `T1_${n}` as EventId,
    threadId: THREAD,
    place: placeOf(n),
    authorId: isOwn ? ME : MARA,
    text: `Line ${n}`,
    ...(isOwn && { customId: `c${n}` as CustomId }),
  };
}

function chatOf(messages: number) {
  const me = signal<Customer | undefined>({ kind: 'customer', id: ME, isPresent: true });
  const seenByAgents = signal<Place | undefined>(placeOf(messages));
  const timeline = createTimeline({
    outbox: signal<readonly OutboxItem[]>([]),
    me,
    seenByAgents,
    isOnline: signal(true),
  });
  timeline.list = createQuickList(timeline.list);
  timeline.merge = mergeQuickly;
  const events = Array.from({ length: messages }, (_, n) => eventOf(n));
  const thread: Thread = { id: THREAD, isActive: true, place: placeOf(0), userIds: [ME, MARA], events };
  timeline.mergeThread(thread);
  return { timeline, seenByAgents };
}

/** As history tells of it: the `n`th thread, of a hundred events. */
function pageOf(n: number): Thread {
  const id = `T${n}` as ThreadId;
  const events = Array.from({ length: 100 }, (_, k) => {
    const event = eventOf(n * 100 + k);
    return { ...event, threadId: id, id: `${id}_${k}` as EventId };
  });
  return { id, isActive: false, place: placeOf(n * 100), userIds: [ME, MARA], events };
}

function median(times: number[]): number {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** Each step is one more message; only `work` is timed. */
function measure(messages: number, before: (n: number) => void, work: () => unknown): number {
  const times: number[] = [];
  for (let step = 0; step < STEPS; step++) {
    before(messages + step);
    const started = performance.now();
    work();
    times.push(performance.now() - started);
  }
  return median(times);
}

export const benches: readonly Bench[] = [
  {
    name: 'an event is merged',
    run(messages) {
      const { timeline } = chatOf(messages);
      let n = messages;
      return measure(
        messages,
        () => n++,
        () => timeline.mergeEvent(eventOf(n)),
      );
    },
  },
  {
    name: 'a page of a gap: a thread of a hundred',
    run(messages) {
      const { timeline } = chatOf(messages);
      void timeline.items.value;
      let page: Thread;
      return measure(
        messages,
        (n) => {
          page = pageOf(n);
        },
        () => {
          timeline.mergeThread(page, true);
          return timeline.items.value;
        },
      );
    },
  },
  {
    name: 'the items of the log, after one more',
    run(messages) {
      const { timeline } = chatOf(messages);
      void timeline.items.value;
      return measure(
        messages,
        (n) => timeline.mergeEvent(eventOf(n)),
        () => timeline.items.value,
      );
    },
  },
  {
    name: 'the items of the log, after it was seen',
    run(messages) {
      const { timeline, seenByAgents } = chatOf(messages);
      void timeline.items.value;
      return measure(
        messages,
        (n) => {
          seenByAgents.value = placeOf(n);
        },
        () => timeline.items.value,
      );
    },
  },
  {
    name: 'the rows of the log, after one more',
    run(messages) {
      const { timeline } = chatOf(messages);
      const session = {
        ...fakeSession(fakeClock()),
        timeline: { ...fakeSession(fakeClock()).timeline, items: timeline.items },
      };
      const rows = arrange(session as unknown as Parameters<typeof arrange>[0], fakeClock());
      void rows.value;
      return measure(
        messages,
        (n) => {
          timeline.mergeEvent(eventOf(n));
          void timeline.items.value;
        },
        () => rows.value,
      );
    },
  },
];
