import { describe, expect, it } from 'vitest';
import type { EventId, SendOutcome } from '../../src/domain';
import { chat, chatId, message, ownMessage, placeAt, thread, threadId } from '../support/chats';
import { settle } from '../support/fake-clock';
import { fakeStore } from '../support/fake-store';
import { type TestSession, testSession } from '../support/session';

const DAY_MS = 24 * 60 * 60_000;

async function online(test: TestSession): Promise<TestSession> {
  test.gateway.found = chat();
  test.gateway.pages.set(undefined, { threads: [thread([message(1)])] });
  test.session.start();
  await test.gateway.welcome();
  return test;
}

const accept = (eventId: string): SendOutcome => ({ outcome: 'accepted', chatId, eventId: eventId as EventId });
const sentTexts = ({ gateway }: TestSession) => gateway.sent.map(({ text }) => text);

describe('a long text', () => {
  it('goes in several messages, next to each other, each with an id of its own', async () => {
    const test = await online(testSession());
    test.gateway.onSend = async ({ customId }) => accept(`E-${customId}`);
    test.session.send('before');
    test.session.send('nine chains '.repeat(2_000));
    test.session.send('after');
    await settle();
    expect(sentTexts(test)).toHaveLength(4);
    expect(sentTexts(test)[0]).toBe('before');
    expect(sentTexts(test).slice(1, 3).join(' ')).toBe('nine chains '.repeat(2_000).trim());
    expect(sentTexts(test)[3]).toBe('after');
    expect(new Set(test.gateway.sent.map(({ customId }) => customId)).size).toBe(4);
  });
});

describe('a text that nobody could send for a day', () => {
  async function comeBackAfter(ms: number): Promise<TestSession> {
    const store = fakeStore();
    const first = testSession(store);
    await online(first);
    first.gateway.goDown(first.clock.now());
    first.session.send('Is it still open?');
    first.rest.dispose();
    first.session.dispose();
    const second = testSession(store);
    second.gateway.onSend = async () => accept('E1');
    second.clock.pass(ms);
    return second;
  }
  const delivery = ({ session }: TestSession) =>
    session.timeline.items.value.flatMap((item) => (item.kind === 'message' && item.isOwn ? [item.delivery] : []));

  it('stays, says that it was not sent, and goes when the visitor wants it', async () => {
    const test = await comeBackAfter(DAY_MS);
    test.session.send('Hello again');
    await online(test);
    await test.clock.passAsync(100);
    expect(delivery(test)).toContain('refused');
    const item = test.session.core.outbox.items.peek().find(({ state }) => state === 'refused')!;
    expect(item).toMatchObject({ text: 'Is it still open?', reason: 'expired' });
    test.session.retry(item.customId);
    await settle();
    expect(sentTexts(test)).toContain('Is it still open?');
  });

  it('stops waiting while the page stays open', async () => {
    const test = await online(testSession());
    test.gateway.goDown(test.clock.now());
    test.session.send('Anybody?');
    test.clock.pass(DAY_MS - 1);
    expect(delivery(test)).toEqual(['waiting']);
    test.clock.pass(1);
    expect(delivery(test)).toEqual(['refused']);
  });
});

describe('a browser that keeps nothing', () => {
  it('is no matter for what the service has', async () => {
    const store = fakeStore();
    store.isBroken = true;
    const test = await online(testSession(store));
    test.gateway.onSend = async () => accept('E1');
    test.session.send('sent at once');
    await test.clock.passAsync(5_000);
    expect(test.rest.isAtRisk.value).toBe(false);
  });

  it('is said once in a page view, when something waits that would be lost', async () => {
    const store = fakeStore();
    const test = await online(testSession(store));
    test.gateway.goDown(test.clock.now());
    test.session.send('kept');
    test.clock.pass(5_000);
    expect(test.rest.isAtRisk.value).toBe(false);

    store.isBroken = true;
    test.session.send('not kept');
    test.clock.pass(1_999);
    expect(test.rest.isAtRisk.value).toBe(false);
    test.clock.pass(1);
    expect(test.rest.isAtRisk.value).toBe(true);
    expect(test.reports).toContain('outbox not stored');

    store.isBroken = false;
    test.session.send('kept again');
    expect(test.rest.isAtRisk.value).toBe(false);
    store.isBroken = true;
    test.session.send('not kept again');
    test.clock.pass(5_000);
    expect(test.rest.isAtRisk.value).toBe(false);
  });
});

describe('a gap that only shows by what is heard', () => {
  const looks = ({ gateway }: TestSession) => gateway.asked.filter((name) => name === 'find').length;

  it.each([
    [
      'the deletion of something unknown',
      { type: 'event-deleted', chatId, threadId, eventId: 'never heard of' as EventId },
    ],
    ['an edit of something unknown', { type: 'event-updated', chatId, event: message(9) }],
    [
      'somebody has seen more than there is',
      { type: 'events-seen', chatId, userId: message(1).authorId, upTo: placeAt(99) },
    ],
  ] as const)('%s', async (_what, update) => {
    const test = await online(testSession());
    const before = looks(test);
    test.gateway.push(update);
    test.gateway.push(update);
    await settle();
    expect(looks(test)).toBe(before + 1);
  });

  it('an answer without its event', async () => {
    const test = await online(testSession());
    test.gateway.onSend = async () => accept('E7');
    test.session.send('accepted');
    await settle();
    const { customId } = test.gateway.sent[0]!;
    test.gateway.pages.set(undefined, {
      threads: [thread([message(1), { ...ownMessage(5, 'accepted', customId), id: 'E7' as EventId }])],
    });
    await test.clock.passAsync(5_000);
    expect(test.session.core.outbox.items.peek()).toEqual([]);
  });

  it('is not looked for again for ever', async () => {
    const test = await online(testSession());
    test.gateway.onSend = async () => accept('E8');
    test.session.send('deleted before anybody heard of it');
    await test.clock.passAsync(60_000);
    const before = looks(test);
    await test.clock.passAsync(10 * 60_000);
    expect(looks(test) - before).toBeLessThanOrEqual(1);
  });
});

describe('a deletion that comes before its event', () => {
  it('is remembered for ten minutes, and not for ever', async () => {
    const test = await online(testSession());
    const { logs } = test.session.core.timeline;
    const gone = (n: number) => ({ type: 'event-deleted', chatId, threadId, eventId: `gone-${n}` as EventId }) as const;
    test.gateway.push(gone(1));
    await test.clock.passAsync(10 * 60_000);
    test.gateway.push(gone(2));
    expect([...logs.peek().deleted.keys()]).toEqual(['gone-1', 'gone-2']);
    await test.clock.passAsync(1_000);
    test.gateway.push(gone(3));
    expect([...logs.peek().deleted.keys()]).toEqual(['gone-2', 'gone-3']);
  });
});
