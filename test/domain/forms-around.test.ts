import { beforeEach, describe, expect, it } from 'vitest';
import type { ChatEvent, EventId, Form, GroupId, GroupStatus } from '../../src/domain';
import { anaId, chat, chatId, me, meId, message, placeAt, thread, threadId } from '../support/chats';
import { settle } from '../support/fake-clock';
import { fakeStore } from '../support/fake-store';
import { type TestSession, testSession } from '../support/session';

const home = 0 as GroupId;
const workshop = 3 as GroupId;
const field = (type: string, id: string) => ({ type, id, label: id, isRequired: false, options: [] });
const prechat: Form = { id: 'pre', fields: [field('name', 'n'), field('email', 'e')] };
const ticket: Form = { id: 'ticket', fields: [field('email', 'e'), field('textarea', 't')] };
const postchat: Form = { id: 'post', fields: [field('rating', 'r'), field('radio', 'q')] };

let test: TestSession;

function statuses(...told: readonly (readonly [GroupId, GroupStatus])[]): void {
  test.gateway.push({ type: 'availability-changed', groups: new Map(told) });
}

/** A visitor who has never chatted, unless `before` says more. */
async function begin(before: () => void = () => {}, store = fakeStore()): Promise<void> {
  test = testSession(store);
  test.restGateway.forms.set('prechat 0', prechat).set('ticket 0', ticket).set('ticket 3', ticket);
  test.restGateway.forms.set('postchat 0', postchat);
  before();
  await test.gateway.welcome({ customer: me, groups: new Map([[home, 'online']]) });
  await settle();
}

const kind = () => test.rest.formAround.value?.kind;

describe('before a chat', () => {
  beforeEach(() => begin());

  it('the form of the group stands, and texts wait for it', async () => {
    expect(kind()).toBe('prechat');
    test.session.send('Hello');
    await settle();
    expect(test.gateway.sent).toEqual([]);
    const around = test.rest.formAround.value;
    expect(await test.rest.fillFormAround(around!, new Map([['n', 'Ada']]))).toBe('done');
    await settle();
    expect(test.restGateway.asked[0]).toMatchObject([
      'sendEvent',
      undefined,
      { kind: 'filled-form', formType: 'prechat' },
      { isOffline: false },
    ]);
    expect(test.restGateway.asked[1]).toEqual(['updateCustomer', { name: 'Ada', email: undefined }]);
    expect(test.gateway.sent).toMatchObject([{ text: 'Hello' }]);
    expect(kind()).toBeUndefined();
  });

  it('stays when the line is lost, and when its answers are refused', async () => {
    test.gateway.line.value = { state: 'connecting', downSince: 0 };
    expect(kind()).toBe('prechat');
    test.gateway.line.value = { state: 'online' };
    test.restGateway.sending.push({ outcome: 'refused', reason: 'invalid' });
    expect(await test.rest.fillFormAround(test.rest.formAround.value!, new Map())).toBe('refused');
    expect(kind()).toBe('prechat');
    expect(test.rest.isHeld.value).toBe(true);
  });

  it('the offline form takes its place when everybody goes, and texts need not wait for that', async () => {
    test.session.send('Hello');
    await settle();
    statuses([home, 'offline']);
    await settle();
    expect(kind()).toBe('ticket');
    expect(test.gateway.sent).toMatchObject([{ text: 'Hello' }]);
  });

  it('leads to the offline form of a department that is away, and back', async () => {
    statuses([workshop, 'offline']);
    test.rest.chooseGroup(workshop);
    await settle();
    expect(test.rest.formAround.value).toMatchObject({ kind: 'ticket', groupId: workshop });
    expect(await test.rest.fillFormAround(test.rest.formAround.value!, new Map([['e', 'ada@test.example']]))).toBe(
      'done',
    );
    expect(test.restGateway.asked[0]?.[3]).toEqual({ groupId: workshop, isAfterwards: false, isOffline: true });
    await begin();
    test.rest.chooseGroup(workshop);
    await settle();
    test.rest.chooseGroup(undefined);
    expect(kind()).toBe('prechat');
  });
});

it('texts go at once where no form is asked for, or the service knows of none', async () => {
  await begin(() => test.restGateway.forms.clear());
  expect(test.rest.isHeld.value).toBe(false);
  test.session.send('Hello');
  await settle();
  expect(test.gateway.sent).toMatchObject([{ text: 'Hello' }]);
  test = testSession(fakeStore(), { readForm: () => Promise.reject(new Error('validation')) });
  await test.gateway.welcome({ customer: me, groups: new Map([[home, 'online']]) });
  expect(test.rest.isHeld.value).toBe(false);
});

describe('after a chat', () => {
  const said = (seconds: number): ChatEvent => message(seconds, { text: 'Bye' });
  const over = () => {
    test.gateway.found = chat({ isActive: false });
    test.gateway.pages.set(undefined, { threads: [{ ...thread([said(1)]), isActive: false }] });
    const at = new Date(placeAt(1).at).getTime();
    test.clock.now = () => at + 60_000;
  };

  it('the form for afterwards stands until it is answered, also when the page is opened again', async () => {
    const store = fakeStore();
    await begin(over, store);
    expect(kind()).toBe('postchat');
    test.rest.putOffForm();
    expect(kind()).toBeUndefined();
    await begin(over, store);
    expect(kind()).toBe('postchat');
    expect(await test.rest.fillFormAround(test.rest.formAround.value!, new Map([['q', ['1']]]))).toBe('done');
    expect(test.restGateway.asked[0]?.[3]).toMatchObject({ isAfterwards: true });
    expect(kind()).toBeUndefined();
    await begin(over, store);
    expect(kind()).toBeUndefined();
  });

  it('is not asked again when it was answered elsewhere, and a rating alone is no event', async () => {
    await begin(over);
    const around = test.rest.formAround.value!;
    const only = { ...around, form: { id: 'post', fields: [field('rating', 'r')] } };
    expect(await test.rest.fillFormAround(only, new Map())).toBe('done');
    expect(test.restGateway.asked).toEqual([]);
    await begin(over);
    const filled = { id: 'f' as EventId, threadId: threadId, place: placeAt(2), authorId: meId };
    test.gateway.push({
      type: 'event-received',
      chatId,
      event: { ...filled, kind: 'filled-form', formId: 'post', fields: [] },
    });
    expect(kind()).toBeUndefined();
  });

  it('a chat that ended on another day begins with the form before it', async () => {
    await begin(() => {
      over();
      const later = new Date(placeAt(1).at).getTime() + 3 * 24 * 60 * 60_000;
      test.clock.now = () => later;
    });
    expect(kind()).toBe('prechat');
  });
});

describe('while nobody is there', () => {
  it('who writes and is known gets the answer by e-mail; who is not is asked', async () => {
    test = testSession();
    test.gateway.found = chat({ users: [] });
    test.gateway.pages.set(undefined, { threads: [thread([])] });
    await test.gateway.welcome({ customer: me, groups: new Map([[home, 'offline']]) });
    await settle();
    expect(test.restGateway.asked).toEqual([]);
    expect(await test.rest.followUpByEmail('ada@test.example')).toBe('done');
    await settle();
    expect(test.restGateway.asked.map(([name, told]) => [name, told])).toEqual([
      ['updateCustomer', { email: 'ada@test.example' }],
      ['updateProperties', { chatId }],
      ['updateProperties', { chatId, threadId }],
    ]);
  });
});

it('half-filled forms are kept for a day, for whoever filled them', async () => {
  const store = fakeStore();
  await begin(undefined, store);
  test.rest.formDrafts.write('before', [1]);
  expect(test.rest.formDrafts.read('before')).toEqual([1]);
  await begin(undefined, store);
  expect(test.rest.formDrafts.read('before')).toEqual([1]);
  test.session.core.users.me.value = { ...me, id: anaId };
  expect(test.rest.formDrafts.read('before')).toBeUndefined();
  test.rest.formDrafts.write('before', [2]);
  test.rest.formDrafts.remove('before');
  test.rest.formDrafts.write('after', [3]);
  await begin(undefined, store);
  expect(test.rest.formDrafts.read('before')).toEqual([1]);
  expect(test.rest.formDrafts.read('after')).toBeUndefined();
  const tomorrow = test.clock.now() + 24 * 60 * 60_000;
  test.clock.now = () => tomorrow;
  expect(test.rest.formDrafts.read('before')).toBeUndefined();
});

it('what was begun before it is known who is here belongs to who comes first', async () => {
  const store = fakeStore();
  await begin(undefined, store);
  const { me: customer } = test.session.core.users;
  const { formDrafts } = test.rest;
  customer.value = undefined;
  formDrafts.write('before', [1]);
  customer.value = me;
  expect(formDrafts.read('before')).toEqual([1]);
  formDrafts.write('before', [2]);
  customer.value = undefined;
  expect(formDrafts.read('before')).toBeUndefined();
  formDrafts.write('before', [3]);
  customer.value = me;
  formDrafts.remove('before');
  customer.value = undefined;
  expect(formDrafts.read('before')).toBeUndefined();
});
