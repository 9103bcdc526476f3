import { beforeEach, describe, expect, it } from 'vitest';
import type { ChatId, HistoryCursor, ThreadId } from '../../src/domain';
import type { ThreadPage } from '../../src/domain/ports';
import { chat, message, placeAt, thread, threadId } from '../support/chats';
import { settle } from '../support/fake-clock';
import { type TestSession, testSession } from '../support/session';

const PAGES = 9;
const held = message(1, { text: 'held' });

/** The newest is page 0, as history is read. */
function pageOf(n: number): ThreadPage {
  const seconds = 9_000 - n;
  const id = `NEW${n}` as ThreadId;
  const events = [message(seconds, { text: `page ${n}`, threadId: id })];
  return { threads: [thread(events, { id, place: placeAt(seconds) })], next: cursor(n + 1) };
}

const cursor = (n: number) => (n ? `page${n}` : undefined) as HistoryCursor | undefined;

describe('a gap of many pages', () => {
  let test: TestSession;
  const missed = Array.from({ length: PAGES }, (_, n) => `page ${PAGES - 1 - n}`);

  beforeEach(async () => {
    test = testSession();
    test.gateway.found = chat();
    test.gateway.pages.set(undefined, { threads: [thread([held])] });
    test.session.start();
    await test.gateway.welcome();
    test.gateway.pages = new Map(Array.from({ length: PAGES }, (_, n) => [cursor(n), pageOf(n)]));
    const oldest = { threads: [thread([held], { id: threadId })], next: cursor(PAGES + 1) };
    test.gateway.pages.set(cursor(PAGES), oldest);
    test.gateway.asked.length = 0;
  });

  it('is read backwards until it meets what is held, and leaves no hole', async () => {
    await Promise.all([test.gateway.welcome(), test.clock.passAsync(1)]);
    const older = Array.from({ length: PAGES }, (_, n) => `read page${n + 1}`);
    expect(test.gateway.asked).toEqual(['find', 'read newest', ...older]);
    expect(test.texts()).toEqual(['held', ...missed]);
  });

  it('I8: is merged page by page, the oldest first, and lets the browser go on between two of them', async () => {
    const welcome = test.gateway.welcome();
    for (const n of missed.keys()) {
      await settle();
      expect(test.texts()).toEqual(['held', ...missed.slice(0, n)]);
      test.clock.passOne();
    }
    await welcome;
    expect(test.texts()).toEqual(['held', ...missed]);
  });

  it('I8: is merged at once where nobody looks, as the timers of a hidden page are slow', async () => {
    test.isPageVisible.value = false;
    await test.gateway.welcome();
    expect(test.texts()).toEqual(['held', ...missed]);
  });

  it('ends where the chat has become another one meanwhile', async () => {
    const welcome = test.gateway.welcome();
    await settle();
    test.gateway.push({ type: 'chat-started', chat: chat({ id: 'CHAT000002' as ChatId }) });
    await Promise.all([welcome, test.clock.passAsync(1)]);
    expect(test.texts()).toEqual([]);
  });
});

it('asks for no more than the newest page where only something live is held yet', async () => {
  const test = testSession();
  test.gateway.pages = new Map([0, 1, 2].map((n) => [cursor(n), pageOf(n)]));
  test.session.start();
  const live = message(9_500, { text: 'live', threadId: 'LIVE' as ThreadId });
  test.gateway.findChat = async () => {
    test.gateway.push({ type: 'event-received', chatId: chat().id, event: live });
    return chat();
  };
  await test.gateway.welcome();
  expect(test.gateway.asked.filter((asked) => asked.startsWith('read'))).toEqual(['read newest']);
  expect(test.texts()).toEqual(['page 0', 'live']);
  expect(test.session.timeline.older.value).toBe('some');
});
