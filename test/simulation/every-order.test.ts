import { describe, expect, it } from 'vitest';
import type { ChatEvent, EventId, OutgoingMessage, SendOutcome } from '../../src/domain';
import { chat, chatId, ownMessage, thread } from '../support/chats';
import { type TestSession, testSession } from '../support/session';

const DEEDS = ['send one', 'send two', 'cut', 'reconnect', 'echo', 'response', 'history'] as const;
type Deed = (typeof DEEDS)[number];

/** When the service gets hold of what was sent: at once, or not before anything comes back of it. */
type Handling = 'at once' | 'late';

function* ordersOf<T>(list: readonly T[]): Generator<readonly T[]> {
  if (list.length === 0) yield [];
  for (const [at, first] of list.entries())
    for (const rest of ordersOf(list.filter((_, other) => other !== at))) yield [first, ...rest];
}

interface Sent {
  readonly message: OutgoingMessage;
  readonly answer: (outcome: SendOutcome) => void;
  event: ChatEvent | undefined;
  isEchoed: boolean;
  isAnswered: boolean;
}

/** A service with one chat, of which the test decides when each thing happens. */
function service(test: TestSession, handling: Handling) {
  const log: ChatEvent[] = [];
  const sent: Sent[] = [];
  let listed = 0;
  let isUp = true;

  function handle(each: Sent): ChatEvent {
    if (each.event) return each.event;
    const { customId, text } = each.message;
    each.event = { ...ownMessage(10 + log.length, text, customId), id: `E${log.length}` as EventId };
    log.push(each.event);
    return each.event;
  }
  const underWay = (isDone: (each: Sent) => boolean) => (isUp ? sent.find((each) => !isDone(each)) : undefined);

  test.gateway.found = chat();
  test.gateway.readThreads = async () => ({ threads: [thread(log.slice(0, listed))] });
  test.gateway.onSend = (message) =>
    new Promise((answer) => {
      const each: Sent = { message, answer, event: undefined, isEchoed: false, isAnswered: false };
      sent.push(each);
      if (handling === 'at once') handle(each);
    });

  const does: Readonly<Record<Deed, () => Promise<void> | void>> = {
    'send one': () => test.session.send('one'),
    'send two': () => test.session.send('two'),
    cut() {
      isUp = false;
      // What was under way is lost, or its answer is: nobody can tell.
      test.gateway.goDown(test.clock.now());
      for (const { answer } of sent.splice(0)) answer({ outcome: 'unknown' });
    },
    async reconnect() {
      if (isUp) return;
      isUp = true;
      await test.gateway.welcome();
    },
    echo() {
      const each = underWay(({ isEchoed }) => isEchoed);
      if (!each) return;
      each.isEchoed = true;
      test.gateway.push({ type: 'event-received', chatId, event: handle(each) });
    },
    response() {
      const each = underWay(({ isAnswered }) => isAnswered);
      if (!each) return;
      each.isAnswered = true;
      each.answer({ outcome: 'accepted', chatId, eventId: handle(each).id });
    },
    history() {
      listed = log.length;
    },
  };
  return {
    does,
    texts: () => log.map((event) => (event.kind === 'message' ? event.text : '')),
    /** All that is still to come, comes. */
    async heal() {
      await does.reconnect();
      for (let time = 0; time < 8; time += 1) {
        await test.clock.passAsync(2_000);
        await does.echo();
        await does.response();
        await does.history();
      }
    },
  };
}

function twice(list: readonly string[]): string | undefined {
  return list.find((each, at) => list.indexOf(each) !== at);
}

describe.each<Handling>(['at once', 'late'])(
  'two texts, a cut, and what comes back of them; handled %s',
  (handling) => {
    it('end well in every order of all seven', async () => {
      let orders = 0;
      for (const order of ordersOf(DEEDS)) {
        orders += 1;
        const where = order.join(', ');
        const test = testSession();
        const { does, texts, heal } = service(test, handling);
        test.session.start();
        await test.gateway.welcome();
        for (const deed of order) {
          await does[deed]();
          await test.clock.passAsync(100);
          if (twice(test.texts()) !== undefined) expect.fail(`V5 twice on the screen: ${where}`);
          const marked = test.session.timeline.items.value.flatMap((item) =>
            item.kind === 'message' && item.delivery === 'sent' ? [item.text] : [],
          );
          if (marked.some((text) => !texts().includes(text))) expect.fail(`V7 marked before it was true: ${where}`);
        }
        await heal();
        const typed = order.indexOf('send one') < order.indexOf('send two') ? ['one', 'two'] : ['two', 'one'];
        expect([where, texts()]).toEqual([where, typed]);
        expect([where, test.texts()]).toEqual([where, typed]);
        expect(test.session.core.outbox.items.peek()).toEqual([]);
        test.rest.dispose();
        test.session.dispose();
      }
      expect(orders).toBe(5_040);
    }, 60_000);
  },
);
