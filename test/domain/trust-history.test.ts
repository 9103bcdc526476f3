import { signal } from '@preact/signals-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { editEvent } from '../../src/domain/rest/change-logs';
import { trustHistory } from '../../src/domain/rest/trust-history';
import { createTimeline } from '../../src/domain/timeline';
import type { Message } from '../../src/domain/types';
import { message, thread } from '../support/chats';
import { fakeClock } from '../support/fake-clock';

const SETTLED_MS = 60_000;

function world() {
  const clock = fakeClock();
  const isOnline = signal(true);
  const timeline = createTimeline({
    outbox: signal([]),
    me: signal(undefined),
    seenByAgents: signal(undefined),
    isOnline,
  });
  const looks: number[] = [];
  let canLook = true;
  const sync = {
    afterGap: async () => {},
    async lookAgain() {
      looks.push(clock.now());
      return canLook;
    },
  };
  const stop = trustHistory({ timeline, sync: sync as never, isOnline }, clock);
  return {
    clock,
    timeline,
    isOnline,
    looks,
    stop,
    fail: (fails: boolean) => {
      canLook = !fails;
    },
    texts: () =>
      timeline.logs
        .peek()
        .threads.flatMap(({ events }) => events.flatMap((event) => (event.kind === 'message' ? event.text : []))),
  };
}

let test: ReturnType<typeof world>;
const [one, two, three] = [1, 2, 3].map((n) => message(n, { text: `${n}` })) as [Message, Message, Message];

describe('what history says of things that we have', () => {
  beforeEach(() => {
    test = world();
    test.timeline.mergeThread(thread([one, two, three]), true);
  });

  it('takes away what is older than its newest, at once', () => {
    test.timeline.mergeThread(thread([one, three]), true);
    expect(test.texts()).toEqual(['1', '3']);
  });

  it('leaves what is newer than its newest, as it may lag, and asks again', async () => {
    test.timeline.mergeThread(thread([one, two]), true);
    expect(test.texts()).toEqual(['1', '2', '3']);
    await test.clock.passAsync(SETTLED_MS);
    expect(test.looks.length).toBeGreaterThan(0);
    test.timeline.mergeThread(thread([one, two]), true);
    expect(test.texts()).toEqual(['1', '2']);
  });

  it('does not win over a thread that has only just begun to be told', () => {
    test.timeline.mergeThread(thread([three]));
    expect(test.texts()).toEqual(['1', '2', '3']);
  });

  it('wins over an edit only when that is old', async () => {
    const { logs } = test.timeline;
    logs.value = editEvent(logs.peek(), { ...two, text: 'live' });
    test.timeline.mergeThread(thread([one, { ...two, text: 'late' }, three]), true);
    expect(test.texts()).toEqual(['1', 'live', '3']);
    await test.clock.passAsync(SETTLED_MS);
    test.timeline.mergeThread(thread([one, { ...two, text: 'later' }, three]), true);
    expect(test.texts()).toEqual(['1', 'later', '3']);
  });
});

describe('after a gap', () => {
  it('looks once more when history has caught up, and again if that fails', async () => {
    test = world();
    test.fail(true);
    await test.clock.passAsync(30_000);
    expect(test.looks).toHaveLength(1);
    test.fail(false);
    await test.clock.passAsync(300_000);
    expect(test.looks).toHaveLength(2);
  });

  it('waits for a line, and leaves nothing behind', async () => {
    test = world();
    test.isOnline.value = false;
    await test.clock.passAsync(60_000);
    expect(test.looks).toEqual([]);
    test.isOnline.value = true;
    test.stop();
    expect(test.clock.pending).toBe(0);
  });
});
