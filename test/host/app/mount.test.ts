// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createEnvironment, mountApp } from '../../../src/host/app';
import { type AppSettings, createDirectBridges, type Snapshot, type ToShell } from '../../../src/host/shell';
import { createSandboxCore, type SandboxCore } from '../../../src/sandbox/core';
import { simulatedAgent } from '../../simulation/people';
import { coreSocketClass } from '../../support/core-socket';

let core: SandboxCore;
let heard: ToShell[];
/** Paths, over HTTP. */
let asked: string[];
let shell: ReturnType<typeof createDirectBridges>['shell'];
let unmount: () => void;

const realTime = {
  now: () => Date.now(),
  after(ms: number, task: () => void) {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};

function open(limits: { onlineCustomers?: number } = {}): void {
  localStorage.clear();
  core = createSandboxCore({ clock: realTime, random: Math.random, settings: { limits } });
  // What jsdom does not have.
  window.matchMedia ??= () => ({ matches: false, addEventListener: () => {} }) as unknown as MediaQueryList;
  const environment = createEnvironment(window as unknown as Window & typeof globalThis);
  const bridges = createDirectBridges();
  shell = bridges.shell;
  heard = [];
  asked = [];
  shell.listen((message) => heard.push(message));
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  unmount = mountApp(root, bridges.app, {
    ...environment,
    WebSocket: coreSocketClass(core),
    fetch: async (url, init) => {
      asked.push(new URL(url as string).pathname);
      const answer = core.http({
        method: init?.method ?? 'GET',
        url: new URL(url as string).pathname,
        headers: { origin: 'http://shop.test' },
        body: (init?.body as string | undefined) ?? '',
        isSecure: false,
      });
      return new Response(answer?.body ?? '', { status: answer?.status ?? 404 });
    },
  });
}

beforeEach(() => open());

afterEach(() => {
  unmount();
  core.dispose();
});

function start(parts: Partial<AppSettings> = {}): void {
  const { organizationId, clientId } = core.settings;
  shell.send({
    type: 'start',
    settings: {
      organizationId,
      clientId,
      groupId: 0,
      apiUrl: 'http://127.0.0.1:1',
      accountsUrl: 'http://127.0.0.1:1',
      language: 'en',
      availability: 'online',
      ...parts,
    },
    page: { url: 'http://shop.test/', title: 'Shop', referrer: '' },
  });
  shell.send({ type: 'visibility', visibility: 'maximized', gesture: 'pointer', isFullScreen: false });
}

const snapshot = (): Snapshot | undefined =>
  heard.flatMap((message) => (message.type === 'snapshot' ? [message.snapshot] : [])).at(-1);

it('does nothing before it is told to start', async () => {
  await Promise.resolve();
  expect(document.querySelector('textarea')).toBeNull();
  expect(heard).toEqual([]);
});

it.each(['3.0', '3.6', undefined, 'nonsense'])(
  'talks by direct calls (version %s): start, draft, a message each way, snapshots and events',
  async (apiVersion) => {
    const agent = simulatedAgent(core);
    start({ apiVersion, licenseId: core.settings.licenseId });
    shell.send({ type: 'call', name: 'offer_draft', payload: 'From the page' });
    const composer = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Message' });
    await waitFor(() => expect(composer.value).toBe('From the page'));
    await waitFor(() => expect(snapshot()).toMatchObject({ isReady: true, availability: 'online' }));
    expect(heard[0]).toEqual({ type: 'mounted' });

    await userEvent.type(composer, '{Enter}');
    await waitFor(() => expect(snapshot()).toMatchObject({ hasActiveChat: true, customer: { status: 'chatting' } }));
    agent.write('To the page');
    await screen.findByText('To the page');
    await waitFor(() => expect(heard.filter(({ type }) => type === 'event')).toHaveLength(2));
    expect(JSON.stringify(heard)).not.toContain('dal:');
  },
);

it('asks to be minimized, and takes everything away when it goes', async () => {
  start();
  const composer = await screen.findByRole('textbox', { name: 'Message' });
  await userEvent.type(composer, '{Escape}');
  await waitFor(() => expect(heard).toContainEqual({ type: 'minimize', gesture: 'keyboard' }));
  unmount();
  expect(document.querySelector('textarea')).toBeNull();
});

it('is counted over HTTP when there are too many customers, and asks for nothing else', async () => {
  unmount();
  core.dispose();
  open({ onlineCustomers: 0 });
  start();
  await waitFor(() => expect(asked.at(-1)).toBe('/v3.6/customer/action/check_goals'));
  expect(snapshot()?.isReady ?? false).toBe(false);
  expect(asked.filter((path) => path.endsWith('check_goals'))).toHaveLength(1);
});

it('starts with what is usual where the start makes no sense, and not at all where it is nobody’s', async () => {
  const said = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const nobody = [{ type: 'start' }, { type: 'start', settings: 7, page: null }, { type: 'page' }, { type: 'call' }];
  for (const message of nobody) shell.send(message as never);
  await waitFor(() => expect(said).toHaveBeenCalledTimes(2));
  expect(heard).toEqual([]);

  start({ groupId: 'three', language: 5, availability: null, isApart: 'no' } as never);
  await screen.findByRole('textbox', { name: 'Message' });
  await waitFor(() => expect(snapshot()).toMatchObject({ isReady: true }));
  expect(said.mock.calls.at(-1)?.join(' ')).toContain('groupId, language, availability, isApart');
  said.mockRestore();
});
