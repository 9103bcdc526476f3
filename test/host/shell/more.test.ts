// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  account,
  answer,
  answerAsApp,
  configuration,
  globals,
  leavePage,
  pasteSnippet,
  press,
  startPage,
} from '../../support/shell-page';

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(() => {
  leavePage();
  vi.restoreAllMocks();
  localStorage.clear();
  sessionStorage.clear();
});

it('diagnose says how things are, and nothing that anybody is called', async () => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => {});
  pasteSnippet();
  const ready = vi.fn();
  globals.LiveChatWidget.on('ready', ready);
  startPage({
    lc: { organizationId: account, client_id: 'c', visitor: { name: 'Canary', email: 'canary@shop.example' } },
  });
  await vi.waitUntil(() => ready.mock.calls.length === 1, { timeout: 10_000 });
  globals.LiveChatWidget.call('set_customer_name', 'Canary');
  const { diagnose } = globals.LiveChatWidget as unknown as { diagnose: (options?: object) => void };
  diagnose();
  await vi.waitUntil(() => said.mock.calls.length === 1, { timeout: 10_000 });
  const text = String(said.mock.calls[0]?.[0]);
  for (const part of [account, 'group: 0', 'language: en', 'visibility: minimized', 'availability: online'])
    expect(text).toContain(part);
  expect(text).toMatch(/version: \d+\.\d+\.\d+/);
  expect(text).toMatch(/waiting for the chat: set_customer_name$/m);
  expect(text).not.toMatch(/canary/i);
  diagnose({ prettyPrint: false });
  await vi.waitUntil(() => 'diagnosis' in globals.LiveChatWidget, { timeout: 10_000 });
  expect(said).toHaveBeenCalledOnce();
});

it('chat buttons of the account are drawn in their places, and follow the availability', async () => {
  const buttons = [
    { id: 'b1', type: 'text', online_value: 'Chat with us', offline_value: 'Leave a message' },
    { id: 'b2', type: 'image', online_value: 'cdn.shop.example/on.png', offline_value: 'cdn.shop.example/off.png' },
  ];
  const answers = [configuration, { buttons }];
  document.body.innerHTML =
    '<div class="livechat_button" data-id="b1">Talk</div><div class="livechat_button" data-id="b2">Talk</div><div class="livechat_button" data-id="b3">Talk</div>';
  const places = () => [...document.querySelectorAll('.livechat_button')];
  startPage({ fetch: () => Promise.resolve(answer(answers.shift())) });
  await vi.waitUntil(() => document.querySelector('.livechat_button a'), { timeout: 10_000 });
  expect(places().map((place) => place.textContent)).toEqual(['Chat with us', '', 'Talk']);
  expect(places()[1]?.querySelector('img')?.src).toBe('https://cdn.shop.example/on.png');
  places()[0]?.querySelector('a')?.click();
  await vi.waitUntil(() => (globals.LiveChatWidget.get('state') as { visibility: string }).visibility === 'maximized', {
    timeout: 10_000,
  });
  globals.LiveChatWidget.call('destroy');
  expect(places().map((place) => place.innerHTML)).toEqual(['Talk', 'Talk', 'Talk']);
});

it('an attribute of the page may say something for the customer', async () => {
  document.body.innerHTML =
    '<button data-livechat-action="send_message" data-livechat-messagetext="Hello">Say it</button>';
  startPage();
  press();
  const app = await answerAsApp();
  document.querySelector('button')?.click();
  await vi.waitUntil(() => app.types().includes('call'), { timeout: 10_000 });
  expect(app.received.find(({ type }) => type === 'call')).toEqual({
    type: 'call',
    name: 'send_message',
    payload: { text: 'Hello' },
  });
});

it('functions that wait for us are called by whoever is there, also by the one that comes after', async () => {
  const said: string[] = [];
  const wait = (name: string) => {
    (globals['__lc_onready'] as { push(run: () => void): void }).push(() => said.push(name));
  };
  globals['__lc_onready'] = [];
  wait('first');
  startPage();
  await vi.waitUntil(() => said.length === 1, { timeout: 10_000 });
  wait('at once');
  await vi.waitUntil(() => said.length === 2, { timeout: 10_000 });
  globals.LiveChatWidget.call('destroy');
  wait('in between');
  expect(said).toHaveLength(2);
  startPage();
  await vi.waitUntil(() => said.length === 3, { timeout: 10_000 });
  wait('later');
  await vi.waitUntil(() => said.length === 4, { timeout: 10_000 });
  expect(said).toEqual(['first', 'at once', 'in between', 'later']);
  globals.LiveChatWidget.call('destroy');
  delete globals['__lc_onready'];
});

it('LC_API.hide_eye_catcher hides a picture, now or when there is one, and no greeting', async () => {
  const loaded = vi.fn();
  globals['LC_API'] = { on_after_load: loaded };
  startPage();
  await vi.waitUntil(() => loaded.mock.calls.length === 1, { timeout: 10_000 });
  (globals['LC_API'] as Record<string, () => void>)['hide_eye_catcher']?.();
  expect(sessionStorage.getItem(`natter:1:${account}:picture`)).toBe('{"dismissed":true}');
  press();
  const app = await answerAsApp();
  await vi.waitUntil(() => app.types().includes('call'), { timeout: 10_000 });
  expect(app.received.flatMap((each) => (each.type === 'call' ? [each.name] : []))).toEqual(['tell_old_api']);
  app.close();
});

it('a page may destroy us while it is told that we are here, and as soon as we are ready', async () => {
  for (const when of ['on_after_load', 'ready']) {
    const stub = pasteSnippet();
    const later = vi.fn();
    globals['LC_API'] = {
      on_after_load: () => when === 'on_after_load' && stub.call('destroy'),
      on_chat_state_changed: later,
    };
    if (when === 'ready') stub.on('ready', () => stub.call('destroy'));
    startPage();
    await vi.waitUntil(() => !('LiveChatWidget' in window), { timeout: 10_000 });
    const isLeft =
      'LC_API' in window || '__lc_inited' in window || document.querySelector('#chat-widget-container') !== null;
    expect(isLeft, when).toBe(false);
    if (when === 'on_after_load') expect(later).not.toHaveBeenCalled();
  }
});

it('what only the app can tell LC_API is asked of it also where it was there first', async () => {
  startPage();
  press();
  const app = await answerAsApp();
  await vi.waitUntil(() => app.types().includes('start'), { timeout: 10_000 });
  globals['LC_API'] = {};
  document.body.innerHTML = '<button data-livechat-action="minimize">Close</button>';
  document.querySelector('button')?.click();
  await vi.waitUntil(() => app.received.some((each) => each.type === 'call' && each.name === 'tell_old_api'), {
    timeout: 10_000,
  });
  app.close();
});

it('where the page has no LC_API one stands in: it does what is called once it can, and complains of what there is not', async () => {
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
  const ready = vi.fn();
  pasteSnippet();
  globals.LiveChatWidget.on('ready', ready);
  startPage();
  await vi.waitUntil(() => ready.mock.calls.length === 1, { timeout: 10_000 });
  const api = () => globals['LC_API'] as Record<string, (...args: unknown[]) => unknown>;
  const before = api();
  const opened = vi.fn();
  before['on_chat_window_opened'] = opened;
  expect(before['is_loaded']?.()).toBeUndefined();
  expect(before['no_such_thing']?.(1)).toBeUndefined();
  before['open_chat_window']?.();
  await vi.waitUntil(() => opened.mock.calls.length === 1, { timeout: 10_000 });
  expect(globals.LiveChatWidget.get('state')).toMatchObject({ visibility: 'maximized' });
  expect([api()['is_loaded']?.(), api()['chat_window_minimized']?.(), api()['no_such_thing']]).toEqual([
    true,
    false,
    undefined,
  ]);
  await vi.waitUntil(() => complaints.mock.calls.length === 1, { timeout: 10_000 });
  expect(complaints.mock.calls[0]?.join(' ')).toContain('"LC_API.no_such_thing" is not known');
  globals.LiveChatWidget.call('destroy');
  expect('LC_API' in window).toBe(false);
});

it('a page that begins to listen by the LC_API that stands in is heard as soon as there is something to hear', async () => {
  const ready = vi.fn();
  pasteSnippet();
  globals.LiveChatWidget.on('ready', ready);
  startPage();
  await vi.waitUntil(() => ready.mock.calls.length === 1, { timeout: 10_000 });
  (globals['LC_API'] as Record<string, unknown>)['on_message'] = () => {};
  press();
  const app = await answerAsApp();
  app.send({ type: 'peek', height: 0 });
  await vi.waitUntil(() => app.received.some((each) => each.type === 'call' && each.name === 'tell_old_api'), {
    timeout: 10_000,
  });
  app.close();
});
