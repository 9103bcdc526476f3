import { beforeEach, describe, expect, it } from 'vitest';
import type {
  ChatEvent,
  CustomId,
  EventId,
  Form,
  Greeting,
  GroupId,
  Properties,
  RichMessage,
  UserId,
} from '../../src/domain';
import {
  anaId,
  chat,
  chatId,
  greeting,
  me,
  meId,
  message,
  ownMessage,
  placeAt,
  thread,
  threadId,
} from '../support/chats';
import { settle } from '../support/fake-clock';
import { type TestSession, testSession } from '../support/session';

let test: TestSession;

const properties = (from: Record<string, Record<string, string | number | boolean>>): Properties =>
  new Map(Object.entries(from).map(([namespace, values]) => [namespace, new Map(Object.entries(values))]));

async function online(): Promise<void> {
  test.gateway.found = chat();
  test.gateway.pages.set(undefined, { threads: [thread([])] });
  await test.gateway.welcome();
}

beforeEach(async () => {
  test = testSession();
  await online();
});

const receive = (event: ChatEvent) => test.gateway.push({ type: 'event-received', chatId, event });
const items = () => test.session.timeline.items.value;
const eventById = (id: EventId) =>
  items().flatMap((item) => (item.kind === 'message' && item.event?.id === id ? [item.event] : []))[0];

const file = (seconds: number, authorId: UserId = anaId): ChatEvent => ({
  kind: 'file',
  id: `${threadId}_f${seconds}` as EventId,
  threadId,
  place: placeAt(seconds),
  authorId,
  url: 'https://cdn.test/a.png',
  name: 'a.png',
  contentType: 'image/png',
});

const cards = (seconds: number): RichMessage => ({
  kind: 'rich-message',
  id: `${threadId}_r${seconds}` as EventId,
  threadId,
  place: placeAt(seconds),
  authorId: anaId,
  templateId: 'cards',
  elements: [
    { buttons: [{ text: 'Yes', postbackId: 'p1', userIds: [] }] },
    {
      buttons: [
        { text: 'Yes again', postbackId: 'p1', userIds: [anaId] },
        { text: 'No', postbackId: 'p2', userIds: [], type: 'message', value: 'no!' },
      ],
    },
  ],
});
const usersOfButtons = () =>
  items().flatMap((item) =>
    item.kind === 'content' && item.content.kind === 'rich-message'
      ? item.content.elements.flatMap(({ buttons }) => buttons.map(({ userIds }) => userIds))
      : [],
  );

describe('content', () => {
  it('stands in the log, counts as unread, and is told once', () => {
    const told: string[] = [];
    test.session.moments.on('new-content', ({ content, isOwn }) => told.push(`${content.kind} ${isOwn}`));
    receive(file(1));
    receive(file(1));
    expect(told).toEqual(['file false']);
    expect(items().map(({ kind }) => kind)).toEqual(['day', 'content']);
    expect(test.session.unread.count.value).toBe(1);
  });

  it('stops the typing of its author, and is seen as messages are', async () => {
    test.gateway.push({ type: 'typing-changed', chatId, userId: anaId, isTyping: true });
    receive(file(1));
    expect(test.session.typing.userIds.value).toEqual([]);
    test.isWatching.value = true;
    await test.clock.passAsync(1_000);
    expect(test.gateway.seen).toEqual([placeAt(1)]);
    expect(test.session.unread.count.value).toBe(0);
  });

  it('is not seen in view of nobody: the visitor has to be at the browser window, for a second on end', async () => {
    test.isWatching.value = true;
    test.isPageFocused.value = false;
    receive(file(1));
    await test.clock.passAsync(5_000);
    expect(test.gateway.seen).toEqual([]);
    expect(test.session.unread.count.value).toBe(1);
    test.isPageFocused.value = true;
    await test.clock.passAsync(900);
    test.isPageFocused.value = false;
    await test.clock.passAsync(5_000);
    expect(test.gateway.seen).toEqual([]);
    test.isPageFocused.value = true;
    await test.clock.passAsync(1_000);
    expect(test.gateway.seen).toEqual([placeAt(1)]);
  });

  it('is the newest until something is said below it', () => {
    receive(file(1));
    expect(items().at(-1)).toMatchObject({ kind: 'content', isNewest: true });
    receive(cards(2));
    expect(items().flatMap((item) => (item.kind === 'content' ? [item.isNewest] : []))).toEqual([false, true]);
    test.session.send('Thanks');
    expect(items().flatMap((item) => (item.kind === 'content' ? [item.isNewest] : []))).toEqual([false, false]);
  });

  it('is hidden when only others know it; custom events go to whoever listens', () => {
    const heard: unknown[] = [];
    test.rest.onCustomEvent(({ content }) => heard.push(content));
    const base = { id: `${threadId}_c` as EventId, threadId, place: placeAt(1) };
    receive({ ...base, kind: 'custom', authorId: anaId, content: { a: 1 } });
    receive({
      ...base,
      id: `${threadId}_p` as EventId,
      kind: 'platform',
      source: 's',
      subtype: 't',
      version: 1,
      details: '{}',
    });
    expect(items()).toEqual([]);
    expect(test.session.unread.count.value).toBe(0);
    expect(heard).toEqual([{ a: 1 }]);
  });
});

describe('changes of events', () => {
  it('an edit replaces, and says that it is one; a picture of a link does not', () => {
    const event = message(1);
    receive(event);
    test.gateway.push({ type: 'event-updated', chatId, event: { ...event, isEdited: true } });
    expect(eventById(event.id)).not.toHaveProperty('isEdited', true);
    test.gateway.push({ type: 'event-updated', chatId, event: { ...event, text: 'better', isEdited: true } });
    expect(eventById(event.id)).toMatchObject({ text: 'better', isEdited: true });
  });

  it('a deleted one leaves a note in its place and nothing of what it said, also when history still has it', () => {
    const event = message(2, { text: 'secret' });
    const isNoted = () => {
      expect(items().map((item) => (item.kind === 'system' ? item.note.code : item.kind))).toEqual([
        'day',
        'message',
        'event_deleted',
        'message',
      ]);
      expect(JSON.stringify(items())).not.toContain('secret');
    };
    receive(message(1));
    receive(event);
    receive(message(3));
    test.gateway.push({ type: 'event-deleted', chatId, threadId, eventId: event.id });
    isNoted();
    receive(event);
    isNoted();
  });

  it('properties are merged and taken away; an event that nobody knows is left alone', () => {
    const event = message(1, { properties: properties({ url_details: { title: 'Old', url: 'u' } }) });
    receive(event);
    const at = { chatId, threadId, eventId: event.id };
    test.gateway.push({ type: 'properties-updated', ...at, properties: properties({ url_details: { title: 'New' } }) });
    expect(eventById(event.id)?.properties).toEqual(properties({ url_details: { title: 'New', url: 'u' } }));
    test.gateway.push({ type: 'properties-deleted', ...at, names: new Map([['url_details', ['title', 'url']]]) });
    expect(eventById(event.id)?.properties).toEqual(new Map());
    const before = items();
    test.gateway.push({
      type: 'properties-updated',
      ...at,
      eventId: 'nobody' as EventId,
      properties: properties({ a: { b: 1 } }),
    });
    expect(items()).toBe(before);
  });

  it('a postback counts for every button with that id, and the last one decides', () => {
    receive(cards(1));
    const postback = (isToggled: boolean, userId = meId) =>
      test.gateway.push({
        type: 'postback-received',
        chatId,
        threadId,
        eventId: cards(1).id,
        userId,
        postbackId: 'p1',
        isToggled,
      });
    postback(true);
    postback(true);
    expect(usersOfButtons()).toEqual([[meId], [anaId, meId], []]);
    postback(false);
    expect(usersOfButtons()).toEqual([[], [anaId], []]);
  });
});

describe('what announces an event', () => {
  const think = (customId?: string) =>
    test.gateway.push({ type: 'thinking', chatId, authorId: anaId, customId: customId as CustomId, title: 'Looking' });
  const preview = (text: string, customId?: string) =>
    test.gateway.push({
      type: 'event-previewed',
      chatId,
      threadId,
      authorId: anaId,
      customId: customId as CustomId,
      text,
    });
  const thinking = () => test.rest.thinking.value.map(({ key }) => key);
  const previews = () => test.rest.previews.value.map(({ text }) => text);

  it('ends with the event of the same custom id, or the next of the author', () => {
    think('k1');
    receive(message(1, { customId: 'k1' as CustomId, authorId: 'someone' as UserId }));
    expect(thinking()).toEqual([]);
    think('k2');
    receive(file(2));
    expect(thinking()).toEqual([]);
    think();
    expect(thinking()).toEqual([anaId]);
    receive(message(3));
    expect(thinking()).toEqual([]);
  });

  it('ends after a minute, when the author leaves, the chat ends, and the line goes', async () => {
    think('k1');
    await test.clock.passAsync(59_999);
    expect(thinking()).toEqual(['k1']);
    await test.clock.passAsync(1);
    expect(thinking()).toEqual([]);

    preview('Half', 'k2');
    test.gateway.push({ type: 'user-removed', chatId, userId: anaId });
    expect(previews()).toEqual([]);
    preview('Half', 'k3');
    test.gateway.push({ type: 'chat-deactivated', chatId, threadId });
    expect(previews()).toEqual([]);
    preview('Half', 'k4');
    test.gateway.goDown(test.clock.now());
    expect(previews()).toEqual([]);
  });

  it('a preview grows in its place, replaces thinking, and never comes after its event', () => {
    think('k1');
    preview('He', 'k1');
    preview('Hello', 'k1');
    expect(previews()).toEqual(['Hello']);
    expect(thinking()).toEqual([]);
    receive(message(1, { customId: 'k1' as CustomId, text: 'Hello there' }));
    preview('Hello th', 'k1');
    think('k1');
    expect([previews(), thinking()]).toEqual([[], []]);
    expect(test.texts()).toEqual(['Hello there']);
  });
});

describe('properties of chat and thread', () => {
  it('come with the chat, change, and go with what is deleted', () => {
    expect(test.rest.chatProperties.value).toEqual(new Map());
    test.gateway.push({ type: 'properties-updated', chatId, properties: properties({ a: { x: 1, y: true } }) });
    test.gateway.push({ type: 'properties-deleted', chatId, names: new Map([['a', ['x']]]) });
    expect(test.rest.chatProperties.value).toEqual(properties({ a: { y: true } }));
    const started = chat({ properties: properties({ b: { z: 'new' } }), thread: thread([]) });
    test.gateway.push({ type: 'chat-started', chat: started });
    expect(test.rest.chatProperties.value).toEqual(properties({ b: { z: 'new' } }));
  });

  it('rating and transcript are read from the newest thread', () => {
    const told = properties({
      rating: { score: 0, comment: 'Slow' },
      routing: { transcript_email: 'me@test.example' },
    });
    test.gateway.push({ type: 'properties-updated', chatId, threadId, properties: told });
    expect(test.rest.rating.value).toEqual({ score: 'bad', comment: 'Slow' });
    expect(test.rest.transcriptEmail.value).toBe('me@test.example');
    test.gateway.push({
      type: 'properties-deleted',
      chatId,
      threadId,
      names: new Map([
        ['rating', ['score', 'comment']],
        ['routing', ['transcript_email']],
      ]),
    });
    expect(test.rest.rating.value).toEqual({ score: undefined, comment: undefined });
    expect(test.rest.transcriptEmail.value).toBeUndefined();
  });

  it('a rating of the whole chat counts where its newest thread has none', () => {
    const rate = (score: number, where: object) =>
      test.gateway.push({
        type: 'properties-updated',
        chatId,
        ...where,
        properties: properties({ rating: { score } }),
      });
    rate(1, {});
    expect(test.rest.rating.value.score).toBe('good');
    rate(0, { threadId });
    expect(test.rest.rating.value.score).toBe('bad');
    test.gateway.push({ type: 'properties-deleted', chatId, threadId, names: new Map([['rating', ['score']]]) });
    expect(test.rest.rating.value.score).toBe('good');
  });

  it('survive a sync, because history has them', async () => {
    const rated = thread([], { properties: properties({ rating: { score: 1 } }) });
    test.gateway.pages.set(undefined, { threads: [rated] });
    await test.gateway.welcome();
    expect(test.rest.rating.value.score).toBe('good');
  });

  it('a rating is a wish to the newest thread, and shown when the service agrees', async () => {
    expect(await test.rest.rate('good', 'Nice')).toBe('done');
    expect(test.restGateway.asked).toEqual([
      ['updateProperties', { chatId, threadId }, properties({ rating: { score: 1, comment: 'Nice' } })],
    ]);
    expect(test.rest.rating.value).toEqual({ score: 'good', comment: 'Nice' });
    await test.rest.rate(undefined);
    expect(test.rest.rating.value.score).toBeUndefined();
    test.restGateway.outcome = 'refused';
    expect(await test.rest.rate('bad')).toBe('refused');
    expect(test.rest.rating.value.score).toBeUndefined();
  });

  it('the place in a queue goes when its property goes', () => {
    test.gateway.push({ type: 'queue-moved', chatId, queue: { position: 2, waitSeconds: 60 } });
    test.gateway.push({ type: 'properties-deleted', chatId, threadId, names: new Map([['lc2', ['queue_pos']]]) });
    expect(test.session.chat.value).toMatchObject({ queue: undefined });
  });
});

describe('pressing', () => {
  it('toggles a plain button, and takes it back', async () => {
    receive(cards(1));
    const button = () => {
      const item = items().at(-1);
      return item?.kind === 'content' && item.content.kind === 'rich-message'
        ? item.content.elements[0]!.buttons[0]!
        : undefined;
    };
    await test.rest.press(cards(1), button()!);
    expect(usersOfButtons()).toEqual([[meId], [anaId, meId], []]);
    await test.rest.press(cards(1), button()!);
    expect(usersOfButtons()).toEqual([[], [anaId], []]);
    expect(test.restGateway.asked.map(([, , , isToggled]) => isToggled)).toEqual([true, false]);
  });

  it('says what a message button says, with its postback, by way of the outbox', async () => {
    const event = cards(1);
    receive(event);
    await test.rest.press(event, event.elements[1]!.buttons[1]!);
    expect(test.gateway.sent).toMatchObject([
      { text: 'No', postback: { id: 'p2', threadId, eventId: event.id, type: 'message', value: 'no!' } },
    ]);
    expect(test.restGateway.asked[0]).toEqual([
      'sendPostback',
      { chatId, threadId, eventId: event.id },
      { id: 'p2', type: 'message', value: 'no!' },
      true,
    ]);
  });
});

describe('greetings', () => {
  const receiveGreeting = (parts: Partial<Greeting> = {}) =>
    test.gateway.push({ type: 'greeting-received', greeting: { ...greeting, ...parts } });

  beforeEach(() => test.gateway.push({ type: 'chat-deactivated', chatId, threadId }));

  it('is shown, accepted once, and replaced by another', async () => {
    receiveGreeting();
    expect(test.rest.greeting.value?.uniqueId).toBe('u1');
    await test.rest.acceptGreeting(test.rest.greeting.value!);
    await test.rest.acceptGreeting(test.rest.greeting.value!);
    expect(test.restGateway.asked).toEqual([['acceptGreeting', 7, 'u1']]);
    receiveGreeting();
    expect(test.rest.greeting.value?.isAccepted).toBe(true);
    test.gateway.push({ type: 'greeting-canceled', uniqueId: 'other' });
    expect(test.rest.greeting.value).toBeDefined();
    receiveGreeting({ uniqueId: 'u2' });
    test.gateway.push({ type: 'greeting-canceled', uniqueId: 'u2' });
    expect(test.rest.greeting.value).toBeUndefined();
  });

  it('does not come back once it was dismissed', async () => {
    receiveGreeting();
    await test.rest.cancelGreeting(test.rest.greeting.value!);
    receiveGreeting();
    expect(test.rest.greeting.value).toBeUndefined();
    // The service has not heard it, or it would not come again.
    expect(test.restGateway.asked).toEqual([
      ['cancelGreeting', 'u1'],
      ['cancelGreeting', 'u1'],
    ]);
  });

  it('hides behind a chat, which says that it began with it', () => {
    receiveGreeting();
    test.gateway.push({ type: 'chat-started', chat: chat({ thread: thread([]) }) });
    expect(test.rest.greeting.value).toBeUndefined();
    expect(test.restGateway.asked).toEqual([
      ['updateProperties', { chatId, threadId }, properties({ lc2: { greeting_id: 7, greeting_unique_id: 'u1' } })],
    ]);
    test.gateway.push({ type: 'chat-deactivated', chatId, threadId });
    expect(test.rest.greeting.value).toBeUndefined();
  });

  it('a button tells which it was, and a message starts the chat with its words', async () => {
    receiveGreeting();
    const button = { text: 'Ask', postbackId: 'p', userIds: [], type: 'message' as const, buttonId: 'b1' };
    await test.rest.pressGreeting(test.rest.greeting.value!, button);
    expect(test.restGateway.asked).toEqual([['pressGreetingButton', 'u1', 'b1']]);
    expect(test.gateway.sent).toMatchObject([{ text: 'Ask' }]);
  });
});

describe('forms', () => {
  const form: Form = {
    id: 'form',
    fields: [
      { id: '0', type: 'name', label: 'Name', isRequired: true, options: [] },
      { id: '1', type: 'email', label: 'E-mail', isRequired: true, options: [] },
      {
        id: '2',
        type: 'group_chooser',
        label: 'Group',
        isRequired: false,
        options: [{ id: 'g', label: 'Sales', groupId: 3 as GroupId }],
      },
      { id: '3', type: 'rating', label: 'How was it?', isRequired: false, options: [] },
    ],
  };
  const answers = new Map<string, string | string[]>([
    ['0', ' Ada '],
    ['1', 'ada@test.example'],
    ['2', ['g']],
    ['3', 'bad'],
    ['3:comment', 'Slow'],
  ]);

  it('go to the chat, and what they mean goes where it belongs', async () => {
    expect(await test.rest.fillForm(form, 'prechat', answers)).toBe('done');
    await settle();
    expect(test.restGateway.asked.map(([name]) => name)).toEqual(['sendEvent', 'updateCustomer', 'updateProperties']);
    expect(test.restGateway.asked[0]).toMatchObject([
      'sendEvent',
      { id: chatId, isActive: true },
      { kind: 'filled-form', formType: 'prechat' },
      { groupId: 3, isAfterwards: false },
    ]);
    expect(test.restGateway.asked[1]![1]).toEqual({ name: 'Ada', email: 'ada@test.example' });
    expect(test.rest.rating.value).toEqual({ score: 'bad', comment: 'Slow' });
  });
});

describe('files', () => {
  const picked = { name: 'a.png', size: 10, type: 'image/png' };

  it('are refused when they are too large, and nothing is sent', async () => {
    expect(await test.rest.sendFile({ ...picked, size: 10 * 1024 * 1024 + 1 })).toBe('refused');
    expect(test.restGateway.asked).toEqual([]);
  });

  it('are sent again only after somebody looked', async () => {
    test.restGateway.sending.push({ outcome: 'unknown' });
    const sent = test.rest.sendFile(picked);
    await settle();
    const customId = test.restGateway.asked[0]![3] as CustomId;
    const own = { ...file(1, meId), customId };
    test.gateway.pages.set(undefined, { threads: [thread([own])] });
    await test.clock.passAsync(3_000);
    expect(await sent).toBe('done');
    expect(test.restGateway.asked).toHaveLength(1);
  });

  it('are sent again when they are not there', async () => {
    test.restGateway.sending.push({ outcome: 'unknown' }, { outcome: 'not-now' });
    const sent = test.rest.sendFile(picked);
    await test.clock.passAsync(3_000);
    await test.clock.passAsync(3_000);
    expect(await sent).toBe('done');
    expect(test.restGateway.asked.map(([, , , customId]) => customId)).toEqual(
      Array.from({ length: 3 }, () => test.restGateway.asked[0]![3]),
    );
  });

  it('keep their id when they are sent again later, and are looked for first', async () => {
    const outcomes = Array.from({ length: 5 }, () => ({ outcome: 'unknown' }) as const);
    test.restGateway.sending.push(...outcomes);
    const sent = test.rest.sendFile(picked);
    for (let attempt = 0; attempt < 5; attempt += 1) await test.clock.passAsync(3_000);
    expect(await sent).toBe('failed');
    const customId = test.restGateway.asked[0]![3] as CustomId;
    test.gateway.pages.set(undefined, { threads: [thread([{ ...file(1, meId), customId }])] });
    expect(await test.rest.sendFile(picked)).toBe('done');
    expect(test.restGateway.asked).toHaveLength(5);
  });

  it('are not begun again once they are cancelled', async () => {
    test.restGateway.sending.push({ outcome: 'not-now' });
    const listeners: (() => void)[] = [];
    const cancel = {
      aborted: false,
      addEventListener: (_: 'abort', listener: () => void) => void listeners.push(listener),
      removeEventListener: () => {},
    };
    const sent = test.rest.sendFile(picked, undefined, cancel);
    await settle();
    cancel.aborted = true;
    for (const listener of listeners) listener();
    expect(await sent).toBe('failed');
    expect(test.restGateway.asked).toHaveLength(1);
  });

  it('wait for the line', async () => {
    test.gateway.goDown(test.clock.now());
    const sent = test.rest.sendFile(picked);
    await settle();
    expect(test.restGateway.asked).toEqual([]);
    test.gateway.line.value = { state: 'online' };
    expect(await sent).toBe('done');
  });
});

describe('the customer', () => {
  it('changes by parts, or as a whole', () => {
    const fields = new Map([['plan', 'gold']]);
    test.gateway.push({
      type: 'customer-updated',
      userId: meId,
      name: 'Ada',
      email: 'a@test.example',
      sessionFields: fields,
    });
    test.gateway.push({ type: 'customer-updated', userId: meId, email: 'b@test.example' });
    expect(test.session.users.me.value).toMatchObject({ name: 'Ada', email: 'b@test.example', sessionFields: fields });
    test.gateway.push({ type: 'customer-updated', userId: meId, name: 'Ada', isWhole: true });
    expect(test.session.users.me.value).toMatchObject({ name: 'Ada', email: undefined, sessionFields: undefined });
    test.gateway.push({ type: 'customer-updated', userId: anaId, name: 'Nobody' });
    expect(test.session.users.me.value).toMatchObject({ ...me, name: 'Ada' });
  });

  it('row 181: stays one with a verified e-mail until the service says something else', () => {
    const isVerified = () => test.session.users.me.value?.isEmailVerified;
    test.gateway.push({ type: 'customer-updated', userId: meId, isEmailVerified: true });
    test.gateway.push({ type: 'customer-updated', userId: meId, name: 'Ada' });
    expect(isVerified()).toBe(true);
    test.gateway.push({ type: 'customer-updated', userId: meId, isEmailVerified: false });
    expect(isVerified()).toBe(false);
  });

  it('goes elsewhere: groups of the chat, the page, and what is told to everybody', () => {
    const heard: unknown[] = [];
    test.rest.onMulticast((content, kind) => heard.push([content, kind]));
    test.gateway.push({ type: 'access-set', chatId, groupIds: [3 as GroupId] });
    test.gateway.push({ type: 'page-updated', url: 'https://shop.test/', title: 'Shop' });
    test.gateway.push({ type: 'multicast-received', content: { a: 1 }, kind: 'lc2' });
    expect(test.rest.page.value).toEqual({ url: 'https://shop.test/', title: 'Shop' });
    expect(test.session.core.chat.known.value?.groupIds).toEqual([3]);
    expect(heard).toEqual([[{ a: 1 }, 'lc2']]);
  });
});

it('asks for statuses every minute, only while somebody looks', async () => {
  test = testSession(undefined, { hasToAskForStatuses: true });
  test.restGateway.hasToAskForStatuses = true;
  await online();
  const asked = () => test.restGateway.asked.filter(([name]) => name === 'readGroupStatuses').length;
  expect(asked()).toBe(1);
  await test.clock.passAsync(120_000);
  expect(asked()).toBe(3);
  test.isPageVisible.value = false;
  await test.clock.passAsync(600_000);
  expect(asked()).toBe(3);
  test.isPageVisible.value = true;
  expect(asked()).toBe(4);
});

it('hears nothing of another chat', () => {
  test.gateway.push({
    type: 'properties-updated',
    chatId: 'OTHER' as typeof chatId,
    properties: properties({ a: { b: 1 } }),
  });
  expect(test.rest.chatProperties.value).toEqual(new Map());
  receive(ownMessage(1, 'mine', 'c1'));
  expect(test.session.unread.count.value).toBe(0);
});
