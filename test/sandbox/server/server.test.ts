import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { chooseSettings } from '../../../src/sandbox/core/index';
import { type RunningSandbox, type StartOptions, startSandbox } from '../../../src/sandbox/server/index';
import { demoFolders } from '../../../src/sandbox/server/pages';
import type { Frame } from '../../support/sandbox-peer';

const open: RunningSandbox[] = [];
const start = async (options: StartOptions = {}) => {
  const sandbox = await startSandbox({ hasScriptedAgent: false, ...options });
  open.push(sandbox);
  return sandbox;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map((sandbox) => sandbox.close()));
});

/** A socket whose frames can be waited for. */
class RealPeer {
  readonly frames: Frame[] = [];
  readonly socket: WebSocket;
  readonly opened: Promise<void>;
  readonly closed: Promise<number>;
  #look = () => {};

  constructor(url: string) {
    this.socket = new WebSocket(url.replace('http', 'ws'));
    this.opened = new Promise((resolve, reject) => {
      this.socket.once('open', resolve);
      this.socket.once('error', reject);
    });
    this.closed = new Promise((resolve) => this.socket.once('close', resolve));
    this.socket.on('message', (data) => {
      this.frames.push(JSON.parse((data as Buffer).toString()));
      this.#look();
    });
  }

  send(action: string, payload: object = {}): void {
    this.socket.send(JSON.stringify({ request_id: action, action, payload }));
  }

  /** The first frame of this action and type, now or later. */
  when(action: string, type: 'push' | 'response'): Promise<Frame> {
    return new Promise((resolve) => {
      this.#look = () => {
        const frame = this.frames.find((one) => one.action === action && one.type === type);
        if (frame) resolve(frame);
      };
      this.#look();
    });
  }
}

async function tokenOf({ url, organizationId, clientId }: RunningSandbox): Promise<string> {
  const body = { grant_type: 'cookie', response_type: 'token', client_id: clientId, organization_id: organizationId };
  const response = await fetch(`${url}/v2/customer/token`, { method: 'POST', body: JSON.stringify(body) });
  return ((await response.json()) as { access_token: string }).access_token;
}

async function visitorOf(sandbox: RunningSandbox, token?: string) {
  const peer = new RealPeer(`${sandbox.url}/v3.6/customer/rtm/ws?organization_id=${sandbox.organizationId}`);
  await peer.opened;
  peer.send('login', { token: `Bearer ${token ?? (await tokenOf(sandbox))}` });
  expect(await peer.when('login', 'response')).toMatchObject({ success: true });
  return peer;
}

async function agentOf({ url, agentToken }: RunningSandbox) {
  const peer = new RealPeer(`${url}/v3.6/agent/rtm/ws`);
  await peer.opened;
  peer.send('login', { token: `Bearer ${agentToken}` });
  await peer.when('login', 'response');
  return peer;
}

describe('a running sandbox', () => {
  it('carries a message over real sockets', async () => {
    const sandbox = await start();
    const mara = await agentOf(sandbox);
    const visitor = await visitorOf(sandbox);
    visitor.send('start_chat', { chat: { thread: { events: [{ type: 'message', text: 'Grüße 🚲' }] } } });
    const { payload } = await mara.when('incoming_chat', 'push');
    expect(payload.chat.thread.events[0].text).toBe('Grüße 🚲');
    mara.send('send_event', { chat_id: payload.chat.id, event: { type: 'message', text: 'Hi' } });
    expect((await visitor.when('incoming_event', 'push')).payload.event.text).toBe('Hi');
  });

  it('opens by the old path too, and tells who is wrong before it closes', async () => {
    const { url, organizationId } = await start();
    const old = new RealPeer(`${url}/customer/v3.6/rtm/ws?organization_id=${organizationId}`);
    await old.opened;
    old.send('ping');
    expect(await old.when('ping', 'response')).toMatchObject({ success: true, payload: {} });
    const wrong = new RealPeer(`${url}/v3.6/customer/rtm/ws?organization_id=nobody`);
    expect((await wrong.when('customer_disconnected', 'push')).payload).toEqual({ reason: 'license_not_found' });
    expect(await wrong.closed).toBe(1000);
    const tomorrow = new RealPeer(`${url}/v9.9/customer/rtm/ws?organization_id=${organizationId}`);
    expect((await tomorrow.when('customer_disconnected', 'push')).payload).toEqual({ reason: 'unsupported_version' });
    await expect(new RealPeer(`${url}/v3.6/nothing/ws`).opened).rejects.toThrow('404');
  });

  it('stands a broken frame, a binary one and one of two megabytes; the neighbour notices nothing', async () => {
    const sandbox = await start();
    const visitor = await visitorOf(sandbox);
    const enemy = await visitorOf(sandbox);
    enemy.socket.send('{"action":');
    enemy.socket.send(Buffer.from('{}'));
    enemy.send('ping');
    await enemy.when('ping', 'response');
    expect(enemy.frames.filter(({ payload }) => payload?.error?.message === 'Invalid message')).toHaveLength(2);
    enemy.socket.send('x'.repeat(2 * 1024 * 1024));
    expect(await enemy.closed).toBe(1009);
    visitor.send('ping');
    await visitor.when('ping', 'response');
  });

  it('says goodbye when it is stopped, and then there is nobody', async () => {
    const sandbox = await start();
    const [visitor, mara] = [await visitorOf(sandbox), await agentOf(sandbox)];
    await sandbox.close();
    expect((await visitor.when('customer_disconnected', 'push')).payload).toEqual({ reason: 'connection_evicted' });
    expect((await mara.when('agent_disconnected', 'push')).payload).toEqual({ reason: 'internal_error' });
    expect(await visitor.closed).toBe(1000);
    await expect(fetch(`${sandbox.url}/healthz`)).rejects.toThrow();
  });

  it('keeps chats in a file, so that they go on after a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
    const dataFile = join(folder, 'chats.log');
    try {
      const first = await start({ dataFile });
      const token = await tokenOf(first);
      const visitor = await visitorOf(first, token);
      visitor.send('start_chat', {
        continuous: true,
        chat: { thread: { events: [{ type: 'message', text: 'Still here?' }] } },
      });
      const { payload } = await visitor.when('start_chat', 'response');
      // Written before it was answered.
      expect(readFileSync(dataFile, 'utf8')).toContain('Still here?');
      await first.close();

      const again = await visitorOf(await start({ dataFile }), token);
      again.send('get_chat', { chat_id: payload.chat_id });
      expect((await again.when('get_chat', 'response')).payload.thread.events[0].text).toBe('Still here?');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('has a scripted agent who answers', async () => {
    const visitor = await visitorOf(await start({ hasScriptedAgent: true }));
    visitor.send('start_chat');
    expect((await visitor.when('incoming_event', 'push')).payload.event.text).toMatch(/Pip/);
  });

  it('takes the next port if it may, and says so if it may not', async () => {
    const { port } = await start();
    expect((await start({ port, takesNextPort: true })).port).toBeGreaterThan(port);
    await expect(startSandbox({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    // Not the name of a pipe.
    await expect(startSandbox({ port: 'chat' as never })).rejects.toMatchObject({ code: 'ERR_SOCKET_BAD_PORT' });
  });
});

describe('its files', () => {
  let folder: string;
  let url: string;
  const folders = () => [
    { path: '/', folder: join(folder, 'shop') },
    { path: '/agent', folder: join(folder, 'console'), rewrite: (html: string) => html.replace('WHO', 'Mara') },
    { path: '/', folder: join(folder, 'dist'), only: /^assets\// },
  ];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sandbox-files-'));
    for (const name of ['shop/bikes', 'console/assets', 'dist/assets'])
      mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, 'shop/index.html'), '<h1>Shop</h1>');
    writeFileSync(join(folder, 'shop/shop.css'), 'body{}');
    writeFileSync(join(folder, 'shop/bikes/tour.html'), 'Tour');
    writeFileSync(join(folder, 'console/index.html'), '<h1>WHO</h1>');
    writeFileSync(join(folder, 'console/assets/a-1.js'), 'export {}');
    writeFileSync(join(folder, 'dist/assets/app-1.js'), 'export {}');
    writeFileSync(join(folder, 'dist/secret.txt'), 'secret');
    symlinkSync(join(folder, 'dist/secret.txt'), join(folder, 'shop/link.txt'));
    return () => rmSync(folder, { recursive: true });
  });

  const get = async (path: string, init: RequestInit = {}) => {
    url = (await start({ folders: folders() })).url;
    return fetch(`${url}${path}`, { redirect: 'manual', ...init });
  };

  it.each([
    ['/', 200, 'text/html; charset=utf-8', 'no-cache', '<h1>Shop</h1>'],
    ['/shop.css?v=1', 200, 'text/css; charset=utf-8', 'no-cache', 'body{}'],
    ['/bikes/tour.html', 200, 'text/html; charset=utf-8', 'no-cache', 'Tour'],
    ['/agent/', 200, 'text/html; charset=utf-8', 'no-cache', '<h1>Mara</h1>'],
    ['/agent/assets/a-1.js', 200, 'text/javascript; charset=utf-8', 'public,max-age=31536000,immutable', 'export {}'],
    ['/assets/app-1.js', 200, 'text/javascript; charset=utf-8', 'public,max-age=31536000,immutable', 'export {}'],
    ['/healthz', 200, 'text/plain; charset=utf-8', 'no-store', 'ok\n'],
    ['/secret.txt', 404, 'text/plain; charset=utf-8', null, 'Not found\n'],
    ['/link.txt', 404, 'text/plain; charset=utf-8', null, 'Not found\n'],
    ['/agents', 404, 'text/plain; charset=utf-8', null, 'Not found\n'],
    ['/bikes/', 404, 'text/plain; charset=utf-8', null, 'Not found\n'],
    ['/%ff', 404, 'text/plain; charset=utf-8', null, 'Not found\n'],
    ['/a%00b', 404, 'text/plain; charset=utf-8', null, 'Not found\n'],
  ])('%s: %i', async (path, status, type, cache, body) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('cache-control')).toBe(cache);
    expect(await response.text()).toBe(body);
  });

  it.each([
    '/../dist/secret.txt',
    '/agent/../../dist/secret.txt',
    '/%2e%2e/dist/secret.txt',
    '/..%2fdist%2fsecret.txt',
    '/..%5cdist',
    '//dist/secret.txt',
  ])('does not climb out of its folders: %s', async (path) => {
    await get('/');
    // `fetch` would tidy the path up.
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const { hostname, port } = new URL(url);
      request({ hostname, port, path }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(404);
  });

  it('are not sent again when they are the same, and a HEAD has no body', async () => {
    const etag = (await get('/')).headers.get('etag') ?? '';
    expect((await get('/', { headers: { 'if-none-match': etag } })).status).toBe(304);
    const head = await get('/', { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '13', '']);
    expect((await get('/', { method: 'POST' })).status).toBe(405);
    expect((await get('/agent')).headers.get('location')).toBe('/agent/');
  });

  it('may be read by pages of all origins if they are of the widget', async () => {
    const dist = join(folder, 'dist');
    mkdirSync(join(dist, 'sandbox/shop'), { recursive: true });
    const files = ['loader.js', 'frame.html', 'assets/app-1.js', 'sandbox/shop/index.html'];
    for (const file of files) writeFileSync(join(dist, file), '');
    const shown = await start({ folders: demoFolders(dist, chooseSettings()) });
    const allowed = async (path: string, init?: RequestInit) =>
      (await fetch(`${shown.url}${path}`, init)).headers.get('access-control-allow-origin');
    for (const path of ['/loader.js', '/frame.html', '/assets/app-1.js']) {
      expect(await allowed(path, { headers: { origin: 'https://shop.example' } }), path).toBe('*');
    }
    expect(await allowed('/')).toBeNull();
  });
});
