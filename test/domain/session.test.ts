import { describe, expect, it } from 'vitest';
import type { ChatEvent, EventId, GroupId, HistoryCursor, MessageItem, SendOutcome, ThreadId } from '../../src/domain';
import {
  ana,
  anaId,
  chat,
  chatId,
  me,
  type meId,
  message,
  ownMessage,
  placeAt,
  systemNote,
  thread,
  threadId,
} from '../support/chats';
import { settle } from '../support/fake-clock';
import { fakeStore } from '../support/fake-store';
import { type TestSession, testSession } from '../support/session';

function deliveries({ session }: TestSession): (string | undefined)[] {
  return session.timeline.items.value.flatMap((item) => (item.kind === 'message' ? [item.delivery] : []));
}

async function online(test: TestSession, events: readonly ChatEvent[] = [message(1)]): Promise<TestSession> {
  test.gateway.found = chat();
  test.gateway.pages.set(undefined, { threads: [thread(events)] });
  test.session.start();
  await test.gateway.welcome();
  return test;
}

const accept = (eventId: string): SendOutcome => ({ outcome: 'accepted', chatId, eventId: eventId as EventId });

describe('what the visitor sends', () => {
  it('is shown at once as sending, then as sent, in the same row', async () => {
    const test = await online(testSession());
    let answer: (outcome: SendOutcome) => void = () => {};
    test.gateway.onSend = () =>
      new Promise((resolve) => {
        answer = resolve;
      });

    test.session.send('  Is the blue one in stock?  ');
    expect(test.texts().at(-1)).toBe('Is the blue one in stock?');
    expect(deliveries(test).at(-1)).toBe('sending');
    const before = test.session.timeline.items.value.at(-1)!;

    answer(accept('E1'));
    await settle();
    expect(deliveries(test).at(-1)).toBe('sent');

    const { customId } = test.gateway.sent[0]!;
    const echo = { ...ownMessage(9, 'Is the blue one in stock?', customId), id: 'E1' as EventId };
    test.gateway.push({ type: 'event-received', chatId, event: echo });
    expect(test.texts().filter((text) => text.includes('blue'))).toHaveLength(1);
    expect(test.session.timeline.items.value.at(-1)!.key).toBe(before.key);
  });

  it('is shown once when the push comes before the response', async () => {
    const test = await online(testSession());
    test.gateway.onSend = async ({ customId, text }) => {
      test.gateway.push({
        type: 'event-received',
        chatId,
        event: { ...ownMessage(9, text, customId), id: 'E1' as EventId },
      });
      return accept('E1');
    };
    test.session.send('Hello');
    await settle();
    expect(test.texts().filter((text) => text === 'Hello')).toHaveLength(1);
    expect(deliveries(test).at(-1)).toBe('sent');
  });

  it('goes one after the other, in the order typed', async () => {
    const test = await online(testSession());
    const answers: ((outcome: SendOutcome) => void)[] = [];
    test.gateway.onSend = () => new Promise((resolve) => answers.push(resolve));

    for (const text of ['one', 'two', 'three']) test.session.send(text);
    expect(test.gateway.sent.map(({ text }) => text)).toEqual(['one']);
    answers[0]!(accept('E1'));
    await settle();
    expect(test.gateway.sent.map(({ text }) => text)).toEqual(['one', 'two']);
  });

  it('waits while the line is down, says so, and goes when it is back', async () => {
    const test = await online(testSession());
    test.gateway.goDown(test.clock.now());
    test.session.send('typed on a train');
    expect(test.gateway.sent).toEqual([]);
    expect(deliveries(test).at(-1)).toBe('waiting');

    await test.gateway.welcome();
    expect(test.gateway.sent.map(({ text }) => text)).toEqual(['typed on a train']);
  });

  it('is not sent again after a lost answer before somebody has looked', async () => {
    const test = await online(testSession());
    test.gateway.onSend = async () => ({ outcome: 'unknown' });
    test.session.send('perhaps');
    await settle();
    test.gateway.goDown(test.clock.now());
    await test.gateway.welcome();
    expect(test.gateway.sent).toHaveLength(1);

    await test.clock.passAsync(2_999);
    expect(test.gateway.sent).toHaveLength(1);
    await test.clock.passAsync(1);
    expect(test.gateway.sent).toHaveLength(2);
    expect(test.gateway.sent[1]!.customId).toBe(test.gateway.sent[0]!.customId);
  });

  it('is not sent again when the history has it', async () => {
    const test = await online(testSession());
    test.gateway.onSend = async () => ({ outcome: 'unknown' });
    test.session.send('arrived');
    await settle();
    const echo = ownMessage(5, 'arrived', test.gateway.sent[0]!.customId);
    test.gateway.pages.set(undefined, { threads: [thread([message(1), echo])] });
    await test.gateway.welcome();
    await test.clock.passAsync(10_000);
    expect(test.gateway.sent).toHaveLength(1);
    expect(test.texts().filter((text) => text === 'arrived')).toHaveLength(1);
    expect(deliveries(test).at(-1)).toBe('sent');
  });

  it('is kept with a reason when it is refused, does not hold up the next, and can be tried again or thrown away', async () => {
    const test = await online(testSession());
    test.gateway.onSend = async ({ text }) =>
      text === 'bad' ? { outcome: 'refused', reason: 'invalid' } : accept('E2');
    test.session.send('bad');
    test.session.send('good');
    await settle();
    const refused = test.session.timeline.items.value.find((item) => item.kind === 'message' && item.text === 'bad');
    expect(refused).toMatchObject({ delivery: 'refused', refusal: 'invalid' });
    expect(test.gateway.sent.map(({ text }) => text)).toEqual(['bad', 'good']);

    test.gateway.onSend = async () => accept('E3');
    test.session.retry((refused as MessageItem).customId!);
    await settle();
    expect(test.gateway.sent.at(-1)!.text).toBe('bad');

    test.session.discard((refused as MessageItem).customId!);
    expect(test.texts()).not.toContain('bad');
  });

  it('is tried again after a while when the service is busy, in order', async () => {
    const test = await online(testSession());
    let isBusy = true;
    test.gateway.onSend = async () => (isBusy ? { outcome: 'not-now' } : accept('E1'));
    test.session.send('one');
    test.session.send('two');
    await settle();
    expect(test.gateway.sent.map(({ text }) => text)).toEqual(['one']);
    isBusy = false;
    await test.clock.passAsync(500);
    expect(test.gateway.sent.map(({ text }) => text)).toEqual(['one', 'one', 'two']);
  });

  it('outlives a reload: what was queued goes, what was on its way is looked for first', async () => {
    const store = fakeStore();
    const first = await online(testSession(store));
    first.session.send('on its way');
    first.session.send('queued');
    first.session.dispose();

    const second = testSession(store);
    await online(second);
    expect(second.texts()).toContain('on its way');
    expect(second.gateway.sent).toEqual([]);
    second.gateway.onSend = async () => accept('E1');
    await second.clock.passAsync(3_000);
    expect(second.gateway.sent.map(({ text }) => text)).toEqual(['on its way', 'queued']);
  });

  it('of one customer is neither shown nor sent for another', async () => {
    const store = fakeStore();
    const first = await online(testSession(store));
    first.session.send('mine alone');
    first.session.dispose();

    const second = testSession(store);
    second.session.start();
    await second.gateway.welcome({ customer: { ...me, id: 'someone-else' as typeof meId } });
    await second.clock.passAsync(10_000);
    expect(second.texts()).toEqual([]);
    expect(second.gateway.sent).toEqual([]);
  });

  it('ignores blank text', async () => {
    const test = await online(testSession());
    test.session.send(' \n ');
    expect(test.gateway.sent).toEqual([]);
  });
});

describe('what is heard', () => {
  it('keeps server order, whatever the order of arrival', async () => {
    const test = await online(testSession(), []);
    const [a, b, c] = [message(1, { text: 'a' }), message(2, { text: 'b' }), message(3, { text: 'c' })];
    for (const event of [c, a, b, a]) test.gateway.push({ type: 'event-received', chatId, event });
    expect(test.texts()).toEqual(['a', 'b', 'c']);
  });

  it('tells of a new message once, and never of history', async () => {
    const test = testSession();
    const told: string[] = [];
    test.session.moments.on('new-message', ({ message: { text }, isOwn }) => told.push(`${isOwn} ${text}`));
    await online(test, [message(1, { text: 'old' })]);
    const event = message(2, { text: 'new' });
    test.gateway.push({ type: 'event-received', chatId, event });
    test.gateway.push({ type: 'event-received', chatId, event });
    expect(told).toEqual(['false new']);
  });

  it('goes on when a listener throws', async () => {
    const test = await online(testSession());
    test.session.moments.on('new-message', () => {
      throw new Error('of the page');
    });
    test.gateway.push({ type: 'event-received', chatId, event: message(2, { text: 'still here' }) });
    expect(test.texts()).toContain('still here');
    expect(test.reports).toContain('listener failed');
  });

  it('leaves out what belongs to another chat', async () => {
    const test = await online(testSession());
    test.gateway.push({ type: 'chat-deactivated', chatId: 'OTHER' as typeof chatId, threadId });
    expect(test.session.chat.value.state).toBe('active');
    expect(test.reports).toEqual(['update for another chat: chat-deactivated']);
  });

  it('forgets an agent who stops typing without saying so, and one who wrote', async () => {
    const test = await online(testSession());
    const { userIds } = test.session.typing;
    test.gateway.push({ type: 'typing-changed', chatId, userId: anaId, isTyping: true });
    expect(userIds.value).toEqual([anaId]);
    test.clock.pass(7_999);
    expect(userIds.value).toEqual([anaId]);
    test.clock.pass(1);
    expect(userIds.value).toEqual([]);

    test.gateway.push({ type: 'typing-changed', chatId, userId: anaId, isTyping: true });
    test.gateway.push({ type: 'event-received', chatId, event: message(9) });
    expect(userIds.value).toEqual([]);
  });

  it('knows who is there', async () => {
    const test = await online(testSession());
    const theo = { ...ana, id: 'theo' as typeof anaId, name: 'Theo' };
    test.gateway.push({ type: 'user-added', chatId, user: theo });
    expect(test.session.users.agents.value.map(({ name }) => name)).toEqual(['Ana', 'Theo']);
    test.gateway.push({ type: 'user-removed', chatId, userId: anaId });
    expect(test.session.users.agents.value.map(({ name }) => name)).toEqual(['Theo']);
    expect(test.session.users.nameOf(anaId)).toBe('Ana');
  });

  it('marks own messages as seen when an agent has read that far', async () => {
    const test = await online(testSession(), [ownMessage(1, 'seen', 'k1'), ownMessage(3, 'not yet', 'k2')]);
    test.gateway.push({ type: 'events-seen', chatId, userId: anaId, upTo: placeAt(2) });
    expect(deliveries(test)).toEqual(['seen', 'sent']);
    test.gateway.push({ type: 'events-seen', chatId, userId: anaId, upTo: placeAt(1) });
    expect(deliveries(test)).toEqual(['seen', 'sent']);
  });

  it('keeps the place of what it cannot show, silently', async () => {
    const test = await online(testSession(), []);
    const { id, place } = message(4);
    test.gateway.push({
      type: 'event-received',
      chatId,
      event: { kind: 'unknown', id, threadId, place, authorId: anaId, wireType: 'hologram' },
    });
    expect(test.session.timeline.items.value).toEqual([]);
    test.isWatching.value = true;
    await test.clock.passAsync(1_000);
    expect(test.gateway.seen).toEqual([place]);
  });
});

describe('after a gap', () => {
  it('takes the state of the chat, not only its messages', async () => {
    const test = await online(testSession());
    test.gateway.push({ type: 'typing-changed', chatId, userId: anaId, isTyping: true });
    test.gateway.goDown(test.clock.now());
    test.gateway.found = chat({ isActive: false, users: [me, { ...ana, isPresent: false }] });
    await test.gateway.welcome();
    expect(test.session.chat.value.state).toBe('ended');
    expect(test.session.users.agents.value).toEqual([]);
    expect(test.session.typing.userIds.value).toEqual([]);
  });

  it('asks again when something was heard meanwhile that the answer may not know of', async () => {
    const test = await online(testSession());
    const { findChat } = test.gateway;
    let isFirst = true;
    test.gateway.findChat = async () => {
      const found = chat();
      if (isFirst) test.gateway.push({ type: 'chat-deactivated', chatId, threadId });
      isFirst = false;
      test.gateway.findChat = async () => ({ ...found, isActive: false });
      return found;
    };
    await test.gateway.welcome();
    expect(test.session.chat.value.state).toBe('ended');
    test.gateway.findChat = findChat;
  });

  it('forgets a chat that the service does not have any more, and keeps what was not sent', async () => {
    const test = await online(testSession());
    test.gateway.goDown(test.clock.now());
    test.session.send('still to go');
    test.gateway.found = undefined;
    await test.gateway.welcome();
    expect(test.session.chat.value.state).toBe('none');
    expect(test.texts()).toEqual(['still to go']);
    expect(test.gateway.sent.map(({ text }) => text)).toEqual(['still to go']);
  });

  it('reads history when something of an unknown thread is heard, once in five seconds', async () => {
    const test = await online(testSession());
    test.gateway.asked.length = 0;
    const stray = () => message(60, { threadId: 'THREAD0009' as ThreadId });
    test.gateway.push({ type: 'event-received', chatId, event: stray() });
    test.gateway.push({ type: 'event-received', chatId, event: stray() });
    await settle();
    expect(test.gateway.asked).toEqual(['find', 'read newest']);
    // What came while it rested is looked for as well.
    await test.clock.passAsync(5_000);
    expect(test.gateway.asked).toEqual(['find', 'read newest', 'find', 'read newest']);
  });
});

describe('history', () => {
  it('loads one older page at a time, up to the start', async () => {
    const test = testSession();
    const old = thread([message(-900, { text: 'old', threadId: 'OLD' as ThreadId })], {
      id: 'OLD' as ThreadId,
      place: placeAt(-1_000),
    });
    test.gateway.found = chat();
    test.gateway.pages = new Map([
      [undefined, { threads: [thread([message(1, { text: 'new' })])], next: 'more' as HistoryCursor }],
      ['more' as HistoryCursor, { threads: [old] }],
    ]);
    test.session.start();
    await test.gateway.welcome();
    expect(test.session.timeline.older.value).toBe('some');

    const loading = test.session.timeline.loadOlder();
    expect(test.session.timeline.older.value).toBe('loading');
    await loading;
    expect(test.session.timeline.older.value).toBe('none');
    expect(test.texts()).toEqual(['old', 'new']);
  });

  it('says so when it cannot be read, and can be asked again', async () => {
    const test = testSession();
    test.gateway.found = chat();
    test.gateway.pages.set(undefined, { threads: [thread([message(1)])], next: 'more' as HistoryCursor });
    test.session.start();
    await test.gateway.welcome();
    const { readThreads } = test.gateway;
    test.gateway.readThreads = () => Promise.reject(new Error('gone'));
    await test.session.timeline.loadOlder();
    expect(test.session.timeline.older.value).toBe('failed');
    test.gateway.readThreads = readThreads;
    await test.session.timeline.loadOlder();
    expect(test.session.timeline.older.value).toBe('none');
  });
});

describe('the chat', () => {
  it('ends, and goes on in a new thread with history above', async () => {
    const test = await online(testSession(), [message(1, { text: 'before' })]);
    test.gateway.push({
      type: 'event-received',
      chatId,
      event: systemNote(2, 'manual_archived_agent', { agent: 'Ana' }),
    });
    test.gateway.push({ type: 'chat-deactivated', chatId, threadId, byUserId: anaId });
    expect(test.session.chat.value.state).toBe('ended');

    expect(await test.session.startAgain()).toBe('done');
    expect(test.gateway.asked).toContain('resume');
    const again = 'THREAD0002' as ThreadId;
    test.gateway.push({
      type: 'chat-started',
      chat: chat({
        thread: thread([message(70, { text: 'after', threadId: again })], {
          id: again,
          place: placeAt(60),
          previousId: threadId,
        }),
      }),
    });
    expect(test.session.chat.value).toMatchObject({ state: 'active', threadId: again });
    expect(test.texts()).toEqual(['before', 'after']);
  });

  it('keeps what was heard of it before it was known', async () => {
    const test = testSession();
    test.gateway.push({ type: 'event-received', chatId, event: message(1, { text: 'before' }) });
    test.gateway.push({ type: 'chat-started', chat: chat({ thread: thread([message(2, { text: 'after' })]) }) });
    expect(test.texts()).toEqual(['before', 'after']);
  });

  it('is in a queue until an agent comes', async () => {
    const test = await online(testSession());
    test.gateway.push({ type: 'queue-moved', chatId, queue: { position: 3, waitSeconds: 240 } });
    expect(test.session.chat.value).toMatchObject({ queue: { position: 3 } });
    test.gateway.push({ type: 'user-added', chatId, user: ana });
    expect(test.session.chat.value).toMatchObject({ state: 'active', queue: undefined });
  });
});

describe('unread', () => {
  it('counts agents’ messages until they were looked at for a second, and tells the service', async () => {
    const test = await online(testSession(), []);
    const second = message(2);
    for (const event of [message(1), second]) test.gateway.push({ type: 'event-received', chatId, event });
    expect(test.session.unread.count.value).toBe(2);

    test.isWatching.value = true;
    await test.clock.passAsync(999);
    expect(test.session.unread.count.value).toBe(2);
    await test.clock.passAsync(1);
    expect(test.session.unread.count.value).toBe(0);
    expect(test.gateway.seen).toEqual([second.place]);
  });

  it('tells at most every two seconds, the newest', async () => {
    const test = await online(testSession(), []);
    test.isWatching.value = true;
    for (let second = 1; second <= 4; second += 1) {
      test.gateway.push({ type: 'event-received', chatId, event: message(second) });
      await test.clock.passAsync(1_000);
    }
    await test.clock.passAsync(5_000);
    expect(test.gateway.seen.length).toBeLessThanOrEqual(3);
    expect(test.gateway.seen.at(-1)).toEqual(placeAt(4));
  });

  it('does not count own messages or system notes', async () => {
    const test = await online(testSession(), [
      systemNote(1, 'agent_joined', { agent: 'Ana' }),
      ownMessage(2, 'mine', 'k'),
    ]);
    expect(test.session.unread.count.value).toBe(0);
  });
});

describe('the draft', () => {
  it('outlives a reload, and is gone when it was sent', async () => {
    const store = fakeStore();
    const first = testSession(store);
    first.session.draft.set('half a sen');
    await first.clock.passAsync(300);
    expect(testSession(store).session.draft.text.value).toBe('half a sen');
    first.session.send('half a sentence');
    expect(testSession(store).session.draft.text.value).toBe('');
  });

  it('takes what the page offers only when it is empty', () => {
    const { session } = testSession();
    session.draft.offer('from the page');
    expect(session.draft.text.value).toBe('from the page');
    session.draft.offer('again');
    expect(session.draft.text.value).toBe('from the page');
  });

  it('is stored before it leaves the composer', async () => {
    const store = fakeStore();
    const { session } = testSession(store);
    session.send('kept');
    expect(store.kept.get('outbox:new')).toContain('kept');
  });
});

it('nobody is there for whoever is not let in, because there are too many, until there is room', async () => {
  const test = testSession();
  const groups = new Map([[0 as GroupId, 'online' as const]]);
  await test.gateway.welcome({ groups });
  expect(test.session.availability.value).toBe('online');
  test.gateway.line.value = { state: 'stopped', reason: 'busy' };
  expect(test.session.availability.value).toBe('offline');
  await test.gateway.welcome({ groups });
  expect(test.session.availability.value).toBe('online');
});

describe('the sneak peek', () => {
  it('shows agents what is typed at most every two seconds, and that it was cleared at once', async () => {
    const test = await online(testSession());
    test.session.draft.set('H');
    test.session.draft.set('He');
    test.session.draft.set('Hel');
    expect(test.gateway.peeks).toEqual(['H']);
    await test.clock.passAsync(2_000);
    expect(test.gateway.peeks).toEqual(['H', 'Hel']);
    test.session.draft.set('');
    expect(test.gateway.peeks).toEqual(['H', 'Hel', '']);
  });

  it('is silent when nobody wants it, and tells no more than the beginning of a very long text', async () => {
    const test = await online(testSession());
    test.session.draft.set('x'.repeat(100_000));
    expect(test.gateway.peeks[0]).toHaveLength(4_000);
    test.rest.setRules({ peeks: false }, 'page');
    test.session.draft.set('Quiet');
    await test.clock.passAsync(5_000);
    expect(test.gateway.peeks).toHaveLength(1);
  });

  it('is silent without an active chat, and when a message took its place', async () => {
    const test = testSession();
    test.session.draft.set('nobody is there');
    expect(test.gateway.peeks).toEqual([]);
    await online(test);
    await test.clock.passAsync(2_000);
    test.gateway.onSend = async () => accept('E1');
    test.session.send('sent');
    await test.clock.passAsync(5_000);
    expect(test.gateway.peeks).toEqual(['nobody is there']);
  });
});

it('leaves no timer behind', async () => {
  const test = await online(testSession());
  test.isWatching.value = true;
  test.session.draft.set('half');
  test.gateway.push({ type: 'typing-changed', chatId, userId: anaId, isTyping: true });
  test.gateway.push({ type: 'event-received', chatId, event: message(3, { threadId: 'THREAD0009' as ThreadId }) });
  await test.clock.passAsync(1_000);
  expect(test.gateway.seen).toHaveLength(1);
  test.session.draft.set('half a');
  expect(test.clock.pending).toBeGreaterThan(3);
  test.rest.dispose();
  test.session.dispose();
  expect(test.clock.pending).toBe(0);
});
