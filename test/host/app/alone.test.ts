// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { createEnvironment, type Environment, loadAlone } from '../../../src/host/app';
import type { ToApp } from '../../../src/host/shell';

let complaints: MockInstance<typeof console.error>;
let environment: Environment;
let asked: URL[];
let answers: (() => Response)[];

beforeEach(() => {
  asked = [];
  answers = [];
  complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
  window.matchMedia ??= () => ({ matches: false }) as unknown as MediaQueryList;
  environment = {
    ...createEnvironment(window as unknown as Window & typeof globalThis),
    clock: {
      now: () => 0,
      after(_ms, task) {
        task();
        return () => {};
      },
    },
    random: () => 0,
    fetch: async (url) => {
      asked.push(new URL(url as string));
      return answers.shift()?.() ?? configuration();
    },
  };
});
afterEach(() => {
  environment.dispose();
  vi.restoreAllMocks();
  Reflect.deleteProperty(window.location, 'ancestorOrigins');
  document.body.replaceChildren();
});

const configuration = (more: object = {}) =>
  new Response(
    JSON.stringify({
      organization_id: 'org',
      livechat_active: true,
      livechat: { group_id: 3, online_group_ids: [3], language: 'pl', ...more },
    }),
  );

async function said(query: string): Promise<ToApp[]> {
  const heard: ToApp[] = [];
  (await loadAlone(`https://chat.test/frame.html?${query}`, environment)).listen((message) => heard.push(message));
  return heard;
}

it('starts by what stands in the address', async () => {
  const [start, visibility] = await said('license_id=7&group=3&client_id=c&api_version=3.0&region=fra');
  expect(asked[0]!.origin).toBe('https://api-fra.livechatinc.com');
  expect(Object.fromEntries(asked[0]!.searchParams)).toEqual({
    license_id: '7',
    group_id: '3',
    channel_type: 'direct_link',
  });
  expect(start).toMatchObject({
    type: 'start',
    settings: {
      organizationId: 'org',
      licenseId: '7',
      clientId: 'c',
      groupId: 3,
      apiVersion: '3.0',
      region: 'fra',
      language: 'pl',
      availability: 'online',
    },
  });
  expect(visibility).toMatchObject({ type: 'visibility', visibility: 'maximized' });
});

it('speaks to another service only where the page itself comes from there', async () => {
  expect(await said('organization_id=org&server_url=https%3A%2F%2Fevil.test')).toEqual([]);
  expect(asked).toEqual([]);
  expect(complaints).toHaveBeenCalledWith(
    '[LiveChatWidget]',
    'server_url in the address is not where this page comes from',
  );
  expect(document.body.textContent).toBe('This chat cannot be shown here.');
  const [start] = await said('organization_id=org&server_url=https%3A%2F%2Fchat.test');
  expect(asked[0]!.origin).toBe('https://chat.test');
  expect(start).toMatchObject({ settings: { accountsUrl: 'https://chat.test' } });
});

describe('in a page of somebody else', () => {
  function putInto(...origins: string[]): void {
    vi.spyOn(window, 'parent', 'get').mockReturnValue({} as Window);
    Object.defineProperty(window.location, 'ancestorOrigins', { value: origins, configurable: true });
  }

  it('asks whether it may be there, of each page around', async () => {
    putInto('https://shop.test', 'https://chat.test', 'https://shop.test', 'https://top.test');
    expect(await said('license_id=7&parent=https%3A%2F%2Fshop.test')).toHaveLength(2);
    expect(asked.map(({ searchParams }) => [searchParams.get('url'), searchParams.get('channel_type')])).toEqual([
      ['https://shop.test', 'code'],
      ['https://top.test', 'code'],
    ]);
  });

  it('shows nothing where the account does not want it, or the address', async () => {
    putInto('https://shop.test', 'https://evil.test');
    answers = [configuration, () => configuration({ domain_allowed: false })];
    expect(await said('license_id=7')).toEqual([]);
    expect(document.body.textContent).toBe('This chat cannot be shown here.');
    expect(await said('license_id=7&parent=https%3A%2F%2Fother.test')).toEqual([]);
    putInto(...Array.from({ length: 5 }, (_, at) => `https://${at}.test`));
    expect(await said('license_id=7')).toEqual([]);
    expect(asked).toHaveLength(2);
  });

  it('asks about who has sent the visitor where a browser does not name the pages around', async () => {
    vi.spyOn(window, 'parent', 'get').mockReturnValue({} as Window);
    vi.spyOn(document, 'referrer', 'get').mockReturnValue('https://shop.test/a?b');
    await said('license_id=7');
    vi.spyOn(document, 'referrer', 'get').mockReturnValue('');
    await said('license_id=7');
    expect(asked.map(({ searchParams }) => searchParams.get('url'))).toEqual(['https://shop.test', 'null']);
  });
});

it('says what is missing, and starts nothing', async () => {
  expect(await said('client_id=c')).toEqual([]);
  expect(asked).toEqual([]);
  expect(complaints).toHaveBeenCalledWith(
    '[LiveChatWidget]',
    'license_id or organization_id is missing in the address',
  );
});

it('asks again when the service is busy, and not when it refuses', async () => {
  answers = [() => new Response('{}', { status: 503 }), () => new Response('no JSON')];
  expect(await said('license_id=7')).toHaveLength(2);
  expect(asked).toHaveLength(3);
  answers = [() => new Response('{"error":{"type":"license_not_found"}}', { status: 404 })];
  expect(await said('license_id=7')).toEqual([]);
  expect(asked).toHaveLength(4);
});

it('tells the service what the address says about the customer, and ignores what it does not know', async () => {
  const [, , ...calls] = await said(
    'license_id=7&name=Kim&email=kim%40shop.example&initial_view=home&params=plan%3Dpro%26order%3D5&unique_groups=1&pip_mode=1&theme=dark',
  );
  expect(calls).toEqual([
    { type: 'call', name: 'update_session_variables', payload: { plan: 'pro', order: '5' } },
    { type: 'call', name: 'set_chat', payload: { initial_view: 'home' } },
    { type: 'call', name: 'set_customer_name', payload: 'Kim' },
    { type: 'call', name: 'set_customer_email', payload: 'kim@shop.example' },
  ]);
});

it('asks for nothing as long as the page is only prerendered', async () => {
  Object.defineProperty(document, 'prerendering', { value: true, configurable: true });
  const heard = said('license_id=7&client_id=c');
  await new Promise((resolve) => setTimeout(resolve));
  expect(asked).toEqual([]);
  Reflect.deleteProperty(document, 'prerendering');
  document.dispatchEvent(new Event('prerenderingchange'));
  expect((await heard)[0]).toMatchObject({ type: 'start' });
  expect(asked).toHaveLength(1);
});
