// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadConfiguration } from '../../../src/host/shell/configuration';
import type { Settings } from '../../../src/host/shell/settings';
import { answer, configuration } from '../../support/shell-page';

const settings: Settings = {
  account: ['organization_id', 'org'],
  group: undefined,
  origin: undefined,
  given: {},
};
const warnings = vi.spyOn(console, 'warn').mockImplementation(() => {});
let life: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(1);
  warnings.mockClear();
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.mocked(Math.random).mockRestore();
});

async function load(answers: (() => Promise<Response>)[], changes: Partial<Settings> = {}) {
  const last = answers.at(-1)!;
  const ask = vi.fn((_url: string, _init: RequestInit) => (answers.shift() ?? last)());
  vi.stubGlobal('fetch', ask);
  const onAnswer = vi.fn();
  const now = loadConfiguration(life.signal, { ...settings, ...changes }, onAnswer);
  await vi.advanceTimersByTimeAsync(0);
  return { ask, onAnswer, now };
}
const ok =
  (changes: object = {}, livechat: object = {}) =>
  () =>
    Promise.resolve(answer({ ...configuration, ...changes, livechat: { ...configuration.livechat, ...livechat } }));
const cut = () => Promise.reject(new TypeError('network'));

it('tells the service what the page, or its adapter, says of itself', async () => {
  const { ask } = await load([ok()], { given: { integration_name: '@livechat/widget-react', product_name: 'text' } });
  const { searchParams } = new URL(ask.mock.calls[0]![0]);
  expect(searchParams.get('implementation_type')).toBe('@livechat/widget-react');
  expect(searchParams.get('origin')).toBe('text');
  const silent = await load([ok()], { given: { integration_name: null, product_name: 7 } });
  expect(new URL(silent.ask.mock.calls[0]![0]).search).not.toMatch(/null|7|implementation|origin/);
});

it('asks once, without credentials, and says whose widget it is and where', async () => {
  const { ask, onAnswer } = await load([ok()], { group: 3 });
  expect(ask).toHaveBeenCalledOnce();
  const [address, init] = ask.mock.calls[0]!;
  const url = new URL(address);
  expect(url.origin + url.pathname).toBe('https://api.livechatinc.com/v3.6/customer/action/get_dynamic_configuration');
  expect(Object.fromEntries(url.searchParams)).toEqual({
    organization_id: 'org',
    group_id: '3',
    url: 'http://localhost:3000/',
    channel_type: 'code',
  });
  expect(init.credentials).toBe('omit');
  expect(onAnswer).toHaveBeenCalledExactlyOnceWith({
    organizationId: configuration.organization_id,
    groupId: 0,
    apiUrl: 'https://api.livechatinc.com',
    language: 'en',
    availability: 'online',
    live: configuration.livechat,
  });
});

const misdirected = (region: unknown) => () =>
  Promise.resolve(answer({ error: { type: 'misdirected_request', message: 'Wrong region', data: { region } } }, 421));
const hostOf = ([address]: [string, RequestInit]) => new URL(address).hostname;

it.each([
  ['fra', 'api-fra.livechatinc.com'],
  ['fra-a', 'api-fra.livechatinc.com'],
  ['eu-west3', 'api-fra.livechatinc.com'],
  ['dal', 'api.livechatinc.com'],
  ['evil.example/', 'api.livechatinc.com'],
  [7, 'api.livechatinc.com'],
])('asks in the data centre that the page named: %s', async (region, host) => {
  const { ask } = await load([ok()], { given: { region } });
  expect(ask.mock.calls.map(hostOf)).toEqual([host]);
});

it('goes where it is sent, once, and takes the app there', async () => {
  const { ask, onAnswer } = await load([misdirected('fra'), ok()]);
  expect(ask.mock.calls.map(hostOf)).toEqual(['api.livechatinc.com', 'api-fra.livechatinc.com']);
  expect(onAnswer.mock.calls[0]![0]).toMatchObject({ apiUrl: 'https://api-fra.livechatinc.com' });

  const lost = await load([misdirected('fra'), misdirected('dal'), ok()]);
  expect(lost.ask).toHaveBeenCalledTimes(2);
  expect(lost.onAnswer).toHaveBeenCalledExactlyOnceWith('misdirected_request');
});

it('asks the server that the page named, and by license if that is all we have', async () => {
  const { ask } = await load([ok()], { origin: 'http://localhost:4173', account: ['license_id', '7'] });
  const url = new URL(ask.mock.calls[0]![0]);
  expect(url.origin).toBe('http://localhost:4173');
  expect(url.searchParams.get('license_id')).toBe('7');
  expect(url.searchParams.has('organization_id')).toBe(false);
});

it.each([
  [
    { group_id: 3, online_group_ids: [0] },
    { groupId: 3, availability: 'offline' },
  ],
  [
    { group_id: 3, online_group_ids: [0, 3] },
    { groupId: 3, availability: 'online' },
  ],
  [{ online_group_ids: undefined }, { availability: 'offline' }],
  [{ online_group_ids: 'all' }, { availability: 'offline' }],
  [{ group_id: 'x' }, { groupId: 0 }],
])('reads %o', async (livechat, expected) => {
  const { onAnswer } = await load([ok({}, livechat)]);
  expect(onAnswer).toHaveBeenCalledWith(expect.objectContaining(expected));
});

it.each([
  ['license_not_found', () => Promise.resolve(answer({ error: { type: 'license_not_found' } }, 404))],
  ['license_expired', () => Promise.resolve(answer({ error: { type: 'license_expired' } }, 402))],
  ['domain_not_allowed', ok({}, { domain_allowed: false })],
  ['livechat_inactive', ok({ livechat_active: false, livechat: undefined })],
])('is told %s, and does not ask again', async (code, response) => {
  const { ask, onAnswer } = await load([response]);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(onAnswer).toHaveBeenCalledExactlyOnceWith(code);
  expect(ask).toHaveBeenCalledOnce();
});

describe('when there is no answer', () => {
  it.each([
    ['the network is cut', cut],
    ['the server fails', () => Promise.resolve(answer({ error: { type: 'internal' } }, 500))],
    ['there are too many of us', () => Promise.resolve(answer({ error: { type: 'too_many_requests' } }, 429))],
    ['it is no JSON', () => Promise.resolve(new Response('<html>'))],
    ['it is something else', () => Promise.resolve(answer([1]))],
    ['it is null', () => Promise.resolve(answer(null))],
  ])('(%s) it waits a little longer each time, and says so once', async (_, response) => {
    const { ask, onAnswer } = await load([response, response, ok()]);
    expect(ask).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1_999);
    expect(ask).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(ask).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(3_999);
    expect(ask).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(onAnswer).toHaveBeenCalledOnce();
    expect(warnings).toHaveBeenCalledExactlyOnceWith('[LiveChatWidget]', 'config_unreachable');
  });

  it('it gives up, until the network comes back or somebody asks', async () => {
    const { ask, now } = await load([cut]);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(ask).toHaveBeenCalledTimes(6);
    window.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(0);
    expect(ask).toHaveBeenCalledTimes(7);
    now();
    now();
    await vi.advanceTimersByTimeAsync(0);
    expect(ask).toHaveBeenCalledTimes(8);
  });

  it('it leaves no timer behind', async () => {
    await load([cut]);
    expect(vi.getTimerCount()).toBe(1);
    life.abort();
    expect(vi.getTimerCount()).toBe(0);
  });
});
