import { describe, expect, it } from 'vitest';
import type { Greeting, PredictedAgent, RichMessage, Store, UserId } from '../../src/domain';
import { ana, anaId, chat, chatId, me, message, ownMessage, thread } from '../support/chats';
import { settle } from '../support/fake-clock';
import type { FakeGatewayRest } from '../support/fake-gateway-rest';
import { fakeStore } from '../support/fake-store';
import { type TestSession, testSession } from '../support/session';

const agent: PredictedAgent = {
  id: anaId,
  name: 'Ana',
  avatarUrl: 'https://a.test/a.png',
  isBot: false,
  isQueue: false,
};
const home = new Map([[0 as never, 'online' as const]]);

/** A session whose service answers, and then says `text` unless that is empty. */
function visit(text: string, store: Store = fakeStore(), answer?: FakeGatewayRest['requestWelcome']) {
  let asked = 0;
  const test = testSession(store, {
    async requestWelcome(groupId) {
      asked += 1;
      if (answer) return answer(groupId);
      if (text) void settle().then(() => say(test, text));
      return { id: 'w1', agent };
    },
  });
  return {
    ...test,
    asked: () => asked,
    log: () => test.session.timeline.items.value,
    async open(): Promise<void> {
      await test.gateway.welcome({ customer: me, groups: home });
      test.isWatching.value = true;
      await settle();
      await settle();
    },
  };
}

function say({ gateway }: Pick<TestSession, 'gateway'>, text: string, id = 'w1'): void {
  gateway.push({ type: 'welcome-received', id, content: { kind: 'message', text } });
}

const DAY = 86_400;
const said = (text: string, seconds = 1) => ({ ...message(seconds, { text }), properties: welcomed });
const welcomed = new Map([['lc2', new Map([['welcome_message', true]])]]);

describe('the welcome before a chat', () => {
  it('is asked for when the chat is looked at, and only then, and once', async () => {
    const page = visit('Ahoy');
    await page.gateway.welcome({ customer: me, groups: home });
    expect([page.asked(), page.texts()]).toEqual([0, []]);
    page.isWatching.value = true;
    expect([page.asked(), page.texts()]).toEqual([1, []]);
    await settle();
    await settle();
    expect([page.texts(), page.rest.isWelcomeAwaited.value]).toEqual([['Ahoy'], false]);
    expect(page.session.users.agent(anaId)).toMatchObject({
      name: 'Ana',
      avatarUrl: agent.avatarUrl,
      isPresent: false,
    });
    page.isWatching.value = false;
    page.isWatching.value = true;
    expect(page.asked()).toBe(1);
  });

  it('is no message of the chat: nothing is unread, told or known of it', async () => {
    const page = visit('Ahoy');
    const moments: unknown[] = [];
    page.session.moments.on('new-message', (moment) => moments.push(moment));
    await page.open();
    page.isWatching.value = false;
    expect([page.session.unread.count.value, moments, page.session.chat.value.state]).toEqual([0, [], 'none']);
    expect(page.session.core.timeline.logs.value.threads).toEqual([]);
    expect(page.gateway.seen).toEqual([]);
  });

  it('stands there at once the next time, and another one takes its row', async () => {
    const store = fakeStore();
    await visit('Ahoy', store).open();
    const page = visit('Good evening', store);
    expect(page.texts()).toEqual(['Ahoy']);
    const { key, at } = page.log().at(-1)!;
    page.clock.pass(10_000);
    await page.open();
    expect(page.texts()).toEqual(['Good evening']);
    expect(page.log().at(-1)).toMatchObject({ key, at });
    expect(page.session.users.nameOf(anaId)).toBe('Ana');
  });

  it('is not another customer’s', async () => {
    const store = fakeStore();
    await visit('Ahoy', store).open();
    const page = visit('', store);
    expect(page.texts()).toEqual(['Ahoy']);
    await page.gateway.welcome({ customer: { ...me, id: 'BEN' as UserId }, groups: home });
    expect([page.texts(), page.rest.welcomeId()]).toEqual([[], undefined]);
  });

  it.each<[string, FakeGatewayRest['requestWelcome'] | undefined, number, string[]]>([
    ['none comes', undefined, 5_000, []],
    ['it is refused', async () => 'refused', 0, ['no welcome']],
    ['this version has none', async () => undefined, 0, []],
  ])('goes where %s', async (_, answer, ms, reports) => {
    const store = fakeStore();
    await visit('Ahoy', store).open();
    const page = visit('', store, answer);
    await page.open();
    if (ms) expect(page.texts()).toEqual(['Ahoy']);
    page.clock.pass(ms);
    expect([page.texts(), page.reports, visit('', store).texts()]).toEqual([[], reports, []]);
  });

  it('stays as it was while the line is away, and is asked for with the next one', async () => {
    const store = fakeStore();
    await visit('Ahoy', store).open();
    let fail: (error: Error) => void = () => {};
    const page = visit('', store, () => new Promise((_, reject) => (fail = reject)));
    await page.open();
    page.gateway.goDown(page.clock.now());
    fail(new Error('connection-lost'));
    await settle();
    expect([page.texts(), page.rest.isWelcomeAwaited.value, page.reports, page.asked()]).toEqual([
      ['Ahoy'],
      false,
      [],
      1,
    ]);
    page.gateway.line.value = { state: 'online' };
    expect(page.asked()).toBe(2);
    fail(new Error('timeout'));
    await settle();
    expect([page.reports, page.asked(), page.texts()]).toEqual([['no welcome'], 2, ['Ahoy']]);
  });

  it('keeps nobody looking at an empty log: for long, twice, or without a line', async () => {
    const isAwaited = (page: TestSession) => page.rest.isWelcomeAwaited.value;
    const slow = visit('', fakeStore(), () => new Promise(() => {}));
    expect(isAwaited(slow)).toBe(false);
    await slow.gateway.welcome({ customer: me, groups: home });
    // Before the window is open what would stand there instead is drawn.
    expect(isAwaited(slow)).toBe(true);
    await slow.open();
    slow.clock.pass(999);
    expect(isAwaited(slow)).toBe(true);
    slow.clock.pass(1);
    expect(isAwaited(slow)).toBe(false);

    const store = fakeStore();
    const silent = visit('', store);
    await silent.open();
    silent.clock.pass(399);
    expect(isAwaited(silent)).toBe(true);
    silent.clock.pass(1);
    expect(isAwaited(silent)).toBe(false);
    silent.clock.pass(5_000);
    const next = visit('Ahoy', store);
    await next.gateway.welcome({ customer: me, groups: home });
    expect(isAwaited(next)).toBe(false);
    await next.open();
    expect(next.texts()).toEqual(['Ahoy']);
  });

  it('is neither asked for nor shown in a chat, after it on that day, beside a greeting, or where nobody is', async () => {
    const store = fakeStore();
    await visit('Ahoy', store).open();
    const chatting = visit('Again', store);
    chatting.gateway.found = chat();
    await chatting.open();
    expect([chatting.asked(), chatting.texts()]).toEqual([0, []]);
    chatting.gateway.push({ type: 'chat-deactivated', chatId, threadId: thread([]).id } as never);
    expect([chatting.session.chat.value.state, chatting.asked(), chatting.texts()]).toEqual(['ended', 0, []]);
    expect(visit('', store).texts()).toEqual([]);

    const goingOn = visit('Ahoy');
    goingOn.gateway.found = { ...chat(), isActive: false, lastThreadId: thread([]).id };
    goingOn.gateway.pages.set(undefined, { threads: [thread([message(1, { text: 'Bye' })])] });
    await goingOn.open();
    expect([goingOn.asked(), goingOn.texts()]).toEqual([0, ['Bye']]);

    const greeted = visit('Ahoy');
    const greeting = { id: 1, uniqueId: 'u', isFirstTime: true, isAccepted: false, isExitIntent: false } as const;
    const content = { kind: 'message', text: 'Hi' } as const;
    greeted.gateway.push({
      type: 'greeting-received',
      greeting: { ...greeting, content, agent: ana } satisfies Greeting,
    });
    await greeted.open();
    expect([greeted.asked(), greeted.texts()]).toEqual([0, []]);

    const alone = visit('Ahoy');
    await alone.gateway.welcome({ customer: me, groups: new Map([[0 as never, 'offline']]) });
    alone.isWatching.value = true;
    expect(alone.asked()).toBe(0);
  });

  it('stands above what is being sent, stays in its row when the chat has it, and is there once', async () => {
    const page = visit('Ahoy');
    await page.open();
    const { key } = page.log().at(-1)!;
    expect(page.rest.welcomeId()).toBe('w1');
    page.session.send('Hello');
    expect(page.texts()).toEqual(['Ahoy', 'Hello']);
    const { customId } = page.gateway.sent[0]!;
    // The answer comes before the chat itself.
    page.session.core.chat.goesOn(chatId);
    expect(page.texts()).toEqual(['Ahoy', 'Hello']);
    const first = said('Ahoy');
    const events = [first, ownMessage(2, 'Hello', customId)];
    page.gateway.push({ type: 'chat-started', chat: { ...chat(), thread: thread(events) } });
    expect(page.texts()).toEqual(['Ahoy', 'Hello']);
    expect(page.log().filter((item) => item.key === key)).toMatchObject([{ text: 'Ahoy', id: first.id }]);
    expect([page.rest.welcome.value, page.rest.welcomeId()]).toEqual([undefined, undefined]);
    page.gateway.push({ type: 'event-received', chatId, event: message(3, { text: 'Yes?' }) });
    expect(page.texts()).toEqual(['Ahoy', 'Hello', 'Yes?']);
    expect(page.log().filter((item) => item.key === key)).toHaveLength(1);
  });

  it('is gone where the chat has begun without it, and takes no row of an earlier one', async () => {
    const page = visit('Ahoy');
    const earlier = thread([said('Long ago', -DAY), message(2 - DAY, { text: 'Bye' })]);
    page.gateway.found = { ...chat(), isActive: false, lastThreadId: earlier.id };
    page.gateway.pages.set(undefined, { threads: [earlier] });
    await page.open();
    expect(page.texts()).toEqual(['Long ago', 'Bye', 'Ahoy']);
    const { key } = page.log().at(-1)!;
    const next = { ...thread([]), id: 'THREAD0002' as never, place: message(9).place };
    page.gateway.push({ type: 'chat-started', chat: { ...chat(), thread: next } });
    expect(page.texts()).toEqual(['Long ago', 'Bye']);
    expect(page.log().map((item) => item.key)).not.toContain(key);
  });

  it('that comes after the first words is too late', async () => {
    const page = visit('', fakeStore());
    await page.open();
    page.session.send('Hello');
    say(page, 'Ahoy');
    expect([page.texts(), page.rest.welcomeId()]).toEqual([['Hello'], undefined]);
  });

  it('may have buttons, and is kept as text only', async () => {
    const store = fakeStore();
    await visit('Ahoy', store).open();
    const page = visit('', store);
    await page.open();
    const button = { text: 'Rent a bike', postbackId: 'p', userIds: [], type: 'message' } as const;
    const content = { kind: 'rich-message', templateId: 'quick_replies', elements: [{ buttons: [button] }] } as const;
    page.gateway.push({ type: 'welcome-received', id: 'other', content });
    expect(page.texts()).toEqual(['Ahoy']);
    page.gateway.push({ type: 'welcome-received', id: 'w1', content });
    expect(page.log().at(-1)).toMatchObject({
      kind: 'content',
      isNewest: true,
      content: { templateId: 'quick_replies' },
    });
    expect(visit('', store).texts()).toEqual([]);
    expect(await page.rest.press(page.rest.welcome.value as RichMessage, button)).toBe('done');
    expect(page.texts()).toEqual(['Rent a bike']);
    expect(page.restGateway.asked.map(([name]) => name)).not.toContain('sendPostback');
  });

  it('is read from what anybody may have written', () => {
    for (const kept of [null, 'x', 7, [], { id: 7, agentId: 'a', text: 'b', customerId: 'c' }, { text: 'Ahoy' }]) {
      const store = fakeStore(new Map([['welcome:0', JSON.stringify(kept)]]));
      expect(visit('', store).texts()).toEqual([]);
    }
  });
});
