import { expect, it, vi } from 'vitest';
import { createChatSettings } from '../../../src/host/app/chat-settings';
import { readPageWays } from '../../../src/host/app/page-ways';
import { readAccountRules, readPageRules } from '../../../src/host/app/rules';
import type { AppSettings } from '../../../src/host/shell/contract';
import { rest36 } from '../../../src/protocol';

const settings = {
  apiUrl: 'https://api.test',
  organizationId: 'o',
  groupId: 3,
  live: { config_version: 'c1-1' },
} as unknown as AppSettings;

async function ofAccount(body: unknown, given = settings, status = 200) {
  const setRules = vi.fn();
  const fetch = vi.fn(async (_url: string | URL | Request) => new Response(JSON.stringify(body), { status }));
  const bridge = { send: vi.fn() };
  await readAccountRules({
    settings: given,
    environment: { fetch },
    answers: rest36.answers,
    rest: { setRules },
    bridge,
  });
  return {
    told: setRules.mock.calls,
    passedOn: bridge.send.mock.calls.flat(),
    asked: fetch.mock.calls.map(([url]) => url as string),
  };
}

it('the account says some of it in its properties, and some in settings of its own', async () => {
  const configuration = {
    properties: { group: { smart_actions: { 'greeting.hide_when_offline': true } }, license: {} },
    __priv: {
      license: { mask_credit_cards: '1' },
      group: { pre_chat_survey_after_greeting: '0', 'privacy_policy.enabled': '1', 'privacy_policy.text': 'Read this' },
    },
  };
  const { told, asked, passedOn } = await ofAccount(configuration);
  expect(passedOn).toEqual([{ type: 'group', configuration }]);
  expect(asked).toEqual([
    'https://api.test/v3.6/customer/action/get_configuration?organization_id=o&group_id=3&version=c1-1',
  ]);
  const rules = { masksCards: true, asksAfterGreeting: false, hidesGreetingsOffline: true, privacyText: 'Read this' };
  expect(told).toEqual([[rules, 'account']]);
});

it('an account that says nothing, or nonsense, changes nothing', async () => {
  for (const body of [{}, { __priv: null, properties: [] }, { __priv: { license: { mask_credit_cards: true } } }])
    expect((await ofAccount(body)).told).toEqual([[{}, 'account']]);
  expect((await ofAccount({}, settings, 404)).told).toEqual([]);
  expect((await ofAccount({}, { ...settings, live: {} })).asked).toEqual([]);
});

const readAll = (said: unknown, complain: (line: string) => void) => ({
  ...readPageRules(said, complain),
  ...readPageWays(said, complain),
});

it('the page says it in words of its own, and hears what makes no sense, without the value', () => {
  const complain = vi.fn();
  const at = '2026-11-23T08:00:00Z';
  expect(
    readAll(
      {
        mask_cards: true,
        form_after_greeting: false,
        skip_known_form: true,
        hide_greetings_offline: true,
        sneak_peek: false,
        sneak_peek_note: true,
        privacy_text: ' How we keep what you write: https://shop.example/privacy ',
        talk_to_person: ' Speak to us ',
        ask_email_after: 2,
        back_at: at,
        locked: ['email', 'phone'],
      },
      complain,
    ),
  ).toEqual({
    masksCards: true,
    asksAfterGreeting: false,
    skipsKnownForm: true,
    hidesGreetingsOffline: true,
    peeks: false,
    tellsOfPeeks: true,
    privacyText: 'How we keep what you write: https://shop.example/privacy',
    person: 'Speak to us',
    askEmailAfterMin: 2,
    backAt: Date.parse(at),
    locked: ['email'],
  });
  expect(complain).not.toHaveBeenCalled();
  expect(
    readAll({ mask_cards: 'yes', ask_email_after: -1, back_at: 'soon', talk_to_person: 1, __proto__: 1 }, complain),
  ).toEqual({});
  expect(complain.mock.calls.flat()).toEqual([
    'chat.mask_cards has to be true or false',
    'chat.ask_email_after has to be a number of minutes',
    'chat.back_at has to be a date, as ISO 8601 writes it',
    'chat.talk_to_person has to be true or a text',
  ]);
  expect(readAll({ talk_to_person: true }, complain)).toEqual({ person: true });
  expect(readAll({ talk_to_person: false }, complain)).toEqual({});
  expect(readAll(null, complain)).toEqual({});
});

it('a page may name whose apps may become its visitor', () => {
  const complain = vi.fn();
  const origins = ['https://booking.example', 'https://pay.example:8443'];
  expect(readPageWays({ identity_origins: origins }, complain)).toEqual({ identityOrigins: origins });
  for (const wrong of ['*', ['*'], ['http://booking.example'], ['https://booking.example/slots'], [[]], {}]) {
    complain.mockClear();
    expect(readPageWays({ identity_origins: wrong }, complain)).toEqual({});
    expect(complain.mock.calls).toEqual([['chat.identity_origins has to be a list of https origins']]);
  }
});

it('a page may say with which view it begins', () => {
  const complain = vi.fn();
  const read = (said: object) => readPageWays(said, complain);
  expect(read({ initial_view: 'chat' })).toEqual({ firstView: 'chat' });
  expect(read({ initial_view: 'home' })).toEqual({ firstView: 'home', home: { links: [] } });
  expect(read({ initial_view: 'home', home: false })).toEqual({ firstView: 'home' });
  expect(complain).not.toHaveBeenCalled();
  for (const wrong of ['Home', 'constructor', '', 7, null, {}]) {
    complain.mockClear();
    expect(read({ initial_view: wrong })).toEqual({});
    expect(complain.mock.calls).toEqual([['initial_view has to be "home" or "chat"']]);
  }
});

it('a home view has the links that make sense, and one complaint for all others', () => {
  const complain = vi.fn();
  const read = (home: unknown) => readPageWays({ home }, complain).home;
  for (const none of [undefined, null, false]) expect(read(none)).toBeUndefined();
  for (const plain of [true, {}, { links: [] }]) expect(read(plain)).toEqual({ links: [] });
  expect(complain).not.toHaveBeenCalled();

  const url = 'https://shop.example/hours';
  const left = [
    null,
    'x',
    { text: 'x' },
    { url },
    { text: ' ', url },
    { text: 1, url },
    { text: 'x'.repeat(201), url },
  ];
  const links = [{ text: 'Hours', url }, ...left, { text: 'Orders', url, moment: true, more: 1 }];
  expect(read({ links })).toEqual({
    links: [
      { text: 'Hours', url, isMoment: false },
      { text: 'Orders', url, isMoment: true },
    ],
  });
  expect(read({ links: Array.from({ length: 20 }, () => ({ text: 'x', url })) })?.links).toHaveLength(12);
  expect(read({ links: 'none' })).toEqual({ links: [] });
  expect(read('yes')).toBeUndefined();
  const list = 'chat.home.links has to be a list of at most 12 { text, url }';
  expect(complain.mock.calls.flat()).toEqual([
    list,
    list,
    list,
    'chat.home has to be { links: [{ text, url }] }, true or false',
  ]);
});

it('what the page says again changes nothing, and a complaint is told once', async () => {
  const rest = { setRules: vi.fn() };
  const diagnostics = { report: vi.fn() };
  const complain = vi.fn();
  const hear = createChatSettings(rest, diagnostics, complain);
  const chat = { sneak_peek: 'no', home: { links: [{ text: 'Nowhere' }] } };
  hear({ ...chat, locked: ['name'] });
  hear(chat);
  hear({ ...chat });
  hear({ mask_cards: true });
  await vi.waitUntil(() => rest.setRules.mock.calls.length === 5);
  expect(rest.setRules.mock.calls).toEqual([
    [{ locked: ['name'] }, 'page'],
    [{}, 'page'],
    [{ masksCards: true }, 'page'],
    [{ home: { links: [] } }, 'page'],
    [{ home: { links: [] } }, 'page'],
  ]);
  expect(complain).toHaveBeenCalledTimes(2);
  expect(diagnostics.report.mock.calls).toEqual([
    ['setting left out', 'chat.sneak_peek'],
    ['setting left out', 'chat.home.links'],
  ]);
});
