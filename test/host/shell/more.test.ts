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
  const { diagnose } = globals.LiveChatWidget as unknown as { diagnose: (options?: object) => void };
  diagnose();
  await vi.waitUntil(() => said.mock.calls.length === 1, { timeout: 10_000 });
  const text = String(said.mock.calls[0]?.[0]);
  for (const part of [account, 'group: 0', 'language: en', 'visibility: minimized', 'availability: online']) {
    expect(text).toContain(part);
  }
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
