import { describe, expect, it } from 'vitest';
import type { Form, GroupId } from '../../src/domain';
import { maskCards, maskTyped } from '../../src/domain/rest/mask-cards';
import { propertiesOf } from '../../src/domain/rest/properties';
import { chat, chatId, greeting, me, message, ownMessage, thread } from '../support/chats';
import { settle } from '../support/fake-clock';
import { testSession } from '../support/session';

const home = 0 as GroupId;
const field = (type: string, isRequired: boolean) => ({ type, id: type, label: type, isRequired, options: [] });
const prechat: Form = { id: 'pre', fields: [field('name', true), field('email', true), field('question', false)] };

describe('numbers of payment cards', () => {
  it.each([
    ['4111 1111 1111 1111', '**** **** **** 1111'],
    ['Mine is 5500-0000-0000-0004.', 'Mine is ****-****-****-0004.'],
    ['378282246310005', '***********0005'],
    ['2 times 4111111111111111, please', '2 times ************1111, please'],
    ['for 2 4111 1111 1111 1111 09', 'for 2 **** **** **** 1111 09'],
  ])('are masked: %s', (text, masked) => {
    expect(maskCards(text)).toBe(masked);
  });

  it.each(['4111 1111 1111 1112', '+49 40 555 01', '2026-11-22 15:20', '0000000000000000', '12345678901234567890'])(
    'are no other numbers: %s',
    (text) => {
      expect(maskCards(text)).toBe(text);
    },
  );

  it('do not leave the browser, neither sent nor while they are typed', async () => {
    const test = testSession();
    test.rest.setRules({ masksCards: true }, 'account');
    test.gateway.found = chat();
    await test.gateway.welcome();
    test.session.draft.set('4111 1111 1111 1111');
    expect(test.gateway.peeks.flat().at(-1)).toBe('**** **** **** 1111');
    test.session.send('4111 1111 1111 1111');
    await settle();
    expect(test.gateway.sent).toMatchObject([{ text: '**** **** **** 1111' }]);
    expect(JSON.stringify(test.gateway.sent)).not.toContain('4111');
  });

  it('are not told by and by while they are typed: no more than the beginning is', () => {
    const typed = 'It is 4111 1111 1111 1111';
    const told = Array.from(typed, (_, end) => maskTyped(typed.slice(0, end)));
    expect(told.at(-1)).toBe('It is 4111 1111 **** ***');
    expect(maskTyped(typed)).toBe('It is **** **** **** 1111');
    for (const text of told) expect(text.replace(/\D/g, '').length).toBeLessThanOrEqual(8);
    expect(maskTyped('Order 4711, 22.11.2026')).toBe('Order 4711, 22.11.2026');
  });

  it('are never told before they are sent, whatever the rule says', async () => {
    const test = testSession();
    test.gateway.found = chat();
    await test.gateway.welcome();
    test.session.draft.set('4111 1111 1111 1111');
    expect(test.gateway.peeks.flat().at(-1)).toBe('**** **** **** 1111');
    test.rest.setRules({}, 'account');
    test.session.send('4111 1111 1111 1111');
    await settle();
    expect(test.gateway.sent).toMatchObject([{ text: '4111 1111 1111 1111' }]);
  });

  it('are masked in answers to forms and in what is said of a rating', async () => {
    const test = testSession();
    test.rest.setRules({ masksCards: true }, 'account');
    test.gateway.found = chat();
    test.gateway.pages.set(undefined, { threads: [thread([])] });
    await test.gateway.welcome();
    const answers = new Map<string, string | boolean>([
      ['question', 'It is 4111 1111 1111 1111'],
      ['box', true],
    ]);
    expect(await test.rest.fillForm(prechat, undefined, answers)).toBe('done');
    await test.rest.rate('good', 'Paid with 4111111111111111');
    const [filled] = test.restGateway.asked.filter(([name]) => name === 'sendEvent');
    expect(filled?.[2]).toMatchObject({
      answers: new Map<string, string | boolean>([
        ['question', 'It is **** **** **** 1111'],
        ['box', true],
      ]),
    });
    const [rated] = test.restGateway.asked.filter(([name]) => name === 'updateProperties');
    expect(rated?.[2]).toEqual(propertiesOf('rating', { score: 1, comment: 'Paid with ************1111' }));
  });
});

it('what the page says counts more than what the account says, in any order', () => {
  const { rest } = testSession();
  rest.setRules({ masksCards: true }, 'page');
  rest.setRules({ masksCards: false, hidesGreetingsOffline: true }, 'account');
  expect(rest.rules.value).toMatchObject({ masksCards: true, hidesGreetingsOffline: true, skipsKnownForm: false });
});

it('greetings are hidden while nobody is there, and come back, if the account wants it so', () => {
  const { gateway, rest } = testSession();
  const now = (status: 'online' | 'offline') =>
    gateway.push({ type: 'availability-changed', groups: new Map([[home, status]]) });
  gateway.push({ type: 'greeting-received', greeting });
  now('offline');
  expect(rest.greeting.value).toBeDefined();
  rest.setRules({ hidesGreetingsOffline: true }, 'account');
  expect(rest.greeting.value).toBeUndefined();
  now('online');
  expect(rest.greeting.value).toBeDefined();
});

describe('the form before a chat', () => {
  async function asked(parts: { name?: string; email?: string } = {}) {
    const test = testSession();
    test.restGateway.forms.set('prechat 0', prechat);
    await test.gateway.welcome({ customer: { ...me, ...parts }, groups: new Map([[home, 'online']]) });
    await settle();
    return test.rest;
  }

  it('is left out where all that it requires is known, if that is wanted', async () => {
    const known = await asked({ name: 'Ada', email: 'ada@shop.test' });
    expect([known.formAround.value?.kind, known.isHeld.value]).toEqual(['prechat', true]);
    known.setRules({ skipsKnownForm: true }, 'page');
    expect([known.formAround.value, known.isHeld.value]).toEqual([undefined, false]);
    const unknown = await asked({ name: 'Ada' });
    unknown.setRules({ skipsKnownForm: true }, 'page');
    expect([unknown.formAround.value?.kind, unknown.isHeld.value]).toEqual(['prechat', true]);
  });

  it('does not stand in the way of who answers a greeting, if the account wants it so', async () => {
    const test = testSession();
    test.restGateway.forms.set('prechat 0', prechat);
    await test.gateway.welcome({ customer: me, groups: new Map([[home, 'online']]) });
    await settle();
    test.gateway.push({ type: 'greeting-received', greeting });
    expect(test.rest.isHeld.value).toBe(true);
    test.rest.setRules({ asksAfterGreeting: false }, 'account');
    expect([test.rest.formAround.value, test.rest.isHeld.value]).toEqual([undefined, false]);
    await test.rest.cancelGreeting(greeting);
    expect(test.rest.formAround.value?.kind).toBe('prechat');
  });
});

it('who waits for an answer longer than the rules want is told apart, until somebody writes', async () => {
  const test = testSession();
  const asked = ownMessage(0, 'Is anybody there?', 'c1');
  test.gateway.found = chat();
  test.gateway.pages.set(undefined, { threads: [thread([asked])] });
  await test.gateway.welcome();
  test.clock.pass(Math.max(0, asked.place.at - test.clock.now()));
  expect(test.rest.isUnanswered.value).toBe(false);
  test.rest.setRules({ askEmailAfterMin: 2 }, 'page');
  const waited = test.clock.now() - asked.place.at;
  test.clock.pass(Math.max(0, 119_000 - waited));
  expect(test.rest.isUnanswered.value).toBe(waited > 119_000);
  test.clock.pass(1_000);
  expect(test.rest.isUnanswered.value).toBe(true);
  test.gateway.push({ type: 'event-received', chatId, event: message(200) });
  expect(test.rest.isUnanswered.value).toBe(false);
});
