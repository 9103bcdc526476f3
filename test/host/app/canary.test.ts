// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { signal } from '@preact/signals-core';
import { afterEach, expect, it, vi } from 'vitest';
import { createEnvironment } from '../../../src/host/app';
import { createRun } from '../../../src/host/app/run';
import { speech36 } from '../../../src/host/app/speech';
import type { AppCall, AppSettings } from '../../../src/host/shell/contract';
import { createSandboxCore, type SandboxCore } from '../../../src/sandbox/core';
import { simulatedAgent } from '../../simulation/people';
import { coreSocketClass } from '../../support/core-socket';

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

const FRAMES = resolve(import.meta.dirname, '../../fixtures/v3.6/customer');
const pushes = readdirSync(FRAMES)
  .filter((name) => name.startsWith('push.') && !name.includes('disconnected'))
  .map((name) => JSON.parse(readFileSync(resolve(FRAMES, name), 'utf8')) as Holder);
type Holder = Record<string, unknown>;

/** What people write, are called and prove themselves by, wherever it stands. */
const CANARY = /canary/i;
const canary = (value: string) => (/^\d{4}-/.test(value) ? value : `Canary ${value}`);

/** Each frame with each of its places in another shape, and with canaries in all texts but those that say what it is. */
function* spoilt(frame: Holder): Generator<string> {
  const copy = (from: unknown, key = ''): unknown => {
    if (Array.isArray(from)) return from.map((one) => copy(one, key));
    if (typeof from === 'object' && from !== null)
      return Object.fromEntries(Object.entries(from).map(([name, value]) => [name, copy(value, name)]));
    return typeof from === 'string' && !['type', 'action', 'version'].includes(key) ? canary(from) : from;
  };
  const whole = copy(frame) as Holder;
  const holders: Holder[] = [];
  const walk = (at: unknown): void => {
    if (typeof at !== 'object' || at === null) return;
    holders.push(at as Holder);
    Object.values(at).forEach(walk);
  };
  walk(whole['payload']);
  for (const holder of holders) {
    for (const [name, value] of Object.entries(holder)) {
      for (const wrong of [{ text: 'Canary in an object' }, 'Canary in a text', ['Canary']]) {
        holder[name] = wrong;
        yield JSON.stringify(whole);
      }
      holder[name] = value;
    }
  }
  yield `${JSON.stringify(whole)} Canary`;
}

it('row 237: what was left out, and what is printed, holds no text, name, address or token of anybody', async () => {
  const clock = { now: () => Date.now(), after: laterBy };
  const core = createSandboxCore({ clock, random: Math.random });
  const printed = (['log', 'info', 'warn', 'error', 'debug'] as const).map((way) =>
    vi.spyOn(console, way).mockImplementation(() => {}),
  );
  const sockets: { onmessage: ((event: { data: string }) => void) | null }[] = [];
  class Tapped extends coreSocketClass(core) {
    constructor(url: string) {
      super(url);
      sockets.push(this as unknown as (typeof sockets)[number]);
    }
  }
  const tokens: string[] = [];
  window.matchMedia ??= () => ({ matches: false, addEventListener: () => {} }) as unknown as MediaQueryList;
  const environment = {
    ...createEnvironment(window as unknown as Window & typeof globalThis),
    WebSocket: Tapped as unknown as typeof WebSocket,
    fetch: askCore(core, tokens),
  };
  const calls = signal<readonly AppCall[]>([
    { type: 'call', name: 'set_customer_name', payload: 'Canary Name' },
    { type: 'call', name: 'set_customer_email', payload: 'canary@shop.example' },
    { type: 'call', name: 'Canary method', payload: 'Canary' },
    { type: 'call', name: 'track_sales_event', payload: { name: 'Canary', data: { order: 'Canary' } } },
    {
      type: 'call',
      name: 'set_chat',
      payload: { mask_cards: 'Canary', home: { links: ['Canary'] }, initial_view: 'Canary' },
    },
  ]);
  const { session, diagnostics, begin, stop } = createRun(settingsOf(core), speech36, {
    environment,
    page: signal({ url: 'http://shop.test/', title: 'Canary title', referrer: '' }),
    isWatching: signal(true),
    bridge: { send: () => {} },
    calls,
  });
  begin();
  session.send('Canary message');
  const agent = simulatedAgent(core);
  await vi.waitUntil(() => session.chat.peek().state === 'active' && calls.peek().length === 0, { timeout: 10_000 });
  agent.write('Canary answer');
  await vi.waitUntil(() => session.timeline.items.peek().length > 1, { timeout: 10_000 });

  const seen = new Set<string>();
  for (const frame of pushes) {
    for (const text of spoilt(frame)) {
      sockets.at(-1)?.onmessage?.({ data: text });
      for (const { reason, where } of diagnostics.entries().slice(-3)) seen.add(`${reason}: ${where}`);
    }
  }
  const lines = () => printed.flatMap((spy) => spy.mock.calls.map((what) => what.join(' ')));
  await vi.waitUntil(() => lines().some((line) => line.includes('track_sales_event')), { timeout: 10_000 });
  stop();
  core.dispose();
  expect(seen.size).toBeGreaterThan(60);
  // The name of a method that there is none of is the page's own word, and said to its developer.
  const said = [...seen, ...diagnostics.counts().keys(), ...lines()].filter(
    (line) => !/"Canary method" is not known/.test(line),
  );
  expect(said.filter((text) => CANARY.test(text))).toEqual([]);
  expect(tokens).not.toEqual([]);
  expect(said.filter((text) => tokens.some((token) => text.includes(token)))).toEqual([]);
});

function laterBy(ms: number, task: () => void): () => void {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
}

function settingsOf({ settings: { organizationId, clientId } }: SandboxCore): AppSettings {
  const origin = 'http://127.0.0.1:1';
  const where = { apiUrl: origin, accountsUrl: origin, language: 'en', availability: 'online' as const };
  return { organizationId, clientId, groupId: 0, ...where };
}

/** And notes the tokens that it gives. */
function askCore(core: SandboxCore, tokens: string[]): typeof fetch {
  return async (url, init) => {
    const { pathname, search } = new URL(url as string);
    const answer = core.http({
      method: init?.method ?? 'GET',
      url: pathname + search,
      headers: { origin: 'http://shop.test' },
      body: (init?.body as string | undefined) ?? '',
      isSecure: false,
    });
    const { access_token } = JSON.parse(answer?.body || '{}') as { readonly access_token?: string };
    if (access_token) tokens.push(access_token);
    return new Response(answer?.body ?? '', { status: answer?.status ?? 404 });
  };
}
