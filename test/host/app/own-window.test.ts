// @vitest-environment jsdom
import { signal } from '@preact/signals-core';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isSameSite, prepareWindow } from '../../../src/host/app/own-window';
import { readInherited } from '../../../src/host/app/own-window-address';

type Parts = Parameters<typeof prepareWindow>[0];

const settings = {
  organizationId: 'org',
  licenseId: 7,
  clientId: 'c',
  groupId: 3,
  accountsUrl: 'https://chat.shop.example',
  look: { variant: 'dark' },
};
const page = { url: 'https://shop.example/cart', title: 'Cart', referrer: '' };
const chat = { own_window: true, mask_cards: true };
let opened: { url: string; kept: string | null }[];
let answer: object | null;

beforeEach(() => {
  opened = [];
  answer = { closed: false, focus: vi.fn() };
  document.body.innerHTML = '<div class="natter"></div>';
  vi.spyOn(window, 'parent', 'get').mockReturnValue({} as Window);
  vi.spyOn(window, 'open').mockImplementation((url) => {
    opened.push({ url: String(url), kept: sessionStorage.getItem('natter:own-window') });
    return answer as Window | null;
  });
  putInto('https://www.shop.example');
});
afterEach(() => {
  vi.restoreAllMocks();
  sessionStorage.clear();
  Reflect.deleteProperty(window.location, 'ancestorOrigins');
});

function putInto(...origins: string[]): void {
  Object.defineProperty(window.location, 'ancestorOrigins', { value: origins, configurable: true });
}

const prepare = (more: object = {}, environment: object = {}) =>
  prepareWindow({
    settings: { ...settings, ...more },
    environment: { address: 'https://chat.shop.example/frame.html', isMobile: false, ...environment },
    session: { rest: signal({ rules: signal({ said: chat }) }) },
    line: { page: signal(page) },
  } as unknown as Parts);

it('leads to our own page with the account in its address, and leaves the rest where that window finds it', () => {
  const open = prepare();
  expect(open?.()).toBe(true);
  const { searchParams, pathname } = new URL(opened[0]!.url);
  expect(pathname).toBe('/frame.html');
  expect(Object.fromEntries(searchParams)).toEqual({
    organization_id: 'org',
    license_id: '7',
    client_id: 'c',
    group: '3',
    server_url: 'https://chat.shop.example',
    own_window: '1',
  });
  // Left for the new window only.
  expect(sessionStorage.length).toBe(0);
  sessionStorage.setItem('natter:own-window', opened[0]!.kept!);
  const self = { location: { search: '?own_window=1' }, sessionStorage } as unknown as Window;
  expect(readInherited(self)).toEqual({ chat, look: settings.look, page });
  expect(readInherited({ location: { search: '' }, sessionStorage } as unknown as Window)).toBeUndefined();
  sessionStorage.setItem('natter:own-window', '{');
  expect(readInherited(self)).toBeUndefined();
});

it('opens one, and says when the browser has opened none', () => {
  const open = prepare({ accountsUrl: 'https://accounts.livechatinc.com' });
  answer = null;
  expect(open?.()).toBe(false);
  answer = { closed: false, focus: vi.fn() };
  expect([open?.(), open?.()]).toEqual([true, true]);
  expect(opened).toHaveLength(2);
  expect(opened[1]!.url).not.toContain('server_url');
  Object.assign(answer, { closed: true });
  open?.();
  expect(opened).toHaveLength(3);
});

it('is not offered where it would not be the same chat', () => {
  expect(prepare({ isApart: true })).toBeUndefined();
  expect(prepare({ accountsUrl: 'https://elsewhere.example' })).toBeUndefined();
  expect(prepare({}, { isMobile: true })).toBeUndefined();
  expect(prepare({}, { tokens: () => ({}) })).toBeUndefined();
  putInto('https://www.shop.example', 'https://portal.example');
  expect(prepare()).toBeUndefined();
  putInto('null');
  expect(prepare()).toBeUndefined();
  putInto('https://shop.example');
  // In a page, as a package.
  document.body.innerHTML = '<main></main>';
  expect(prepare()).toBeUndefined();
});

it.each([
  ['https://shop.example', 'https://chat.shop.example', true],
  ['https://www.shop.example', 'https://chat.shop.example', true],
  ['https://app.shop.example', 'https://shop.example', true],
  ['http://127.0.0.1:1', 'http://127.0.0.1:2', true],
  ['http://shop.example', 'https://chat.shop.example', false],
  ['https://a.shop.example', 'https://b.shop.example', false],
  ['https://myshop.example', 'https://shop.example', false],
  ['https://example', 'https://shop.example', false],
  ['null', 'https://shop.example', false],
])('%s and %s are of one site: %s', (one, other, isSame) => {
  expect(isSameSite(one, other)).toBe(isSame);
});
