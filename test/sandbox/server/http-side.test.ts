import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type RunningSandbox, type StartOptions, startSandbox } from '../../../src/sandbox/server/index';
import { makeCertificate } from '../../support/foreign-certificate';
import type { Frame } from '../../support/sandbox-peer';
import { startReceiver } from '../../support/web-receiver';

const open: { close(): Promise<unknown> }[] = [];
const start = async (options: StartOptions = {}) => {
  const sandbox = await startSandbox({ hasScriptedAgent: false, ...options });
  open.push(sandbox);
  return sandbox;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const asMara = { authorization: 'Bearer dal:sandbox-mara', 'content-type': 'application/json' };

async function ask({ url }: RunningSandbox, path: string, body: object = {}, headers: Record<string, string> = asMara) {
  const response = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as Frame };
}

describe('files over a real network', () => {
  const form = (content: Uint8Array<ArrayBuffer>, name = 'Grüße.txt') => {
    const data = new FormData();
    data.append('file', new Blob([content], { type: 'text/plain' }), name);
    return data;
  };
  const upload = ({ url }: RunningSandbox, body: FormData) =>
    fetch(`${url}/v3.6/agent/action/upload_file`, {
      method: 'POST',
      headers: { authorization: asMara.authorization },
      body,
    });

  it('come back as they were sent', async () => {
    const sandbox = await start();
    const response = await upload(sandbox, form(new TextEncoder().encode('Hallo')));
    const { url } = (await response.json()) as { url: string };
    expect(url.startsWith(`${sandbox.url}/att/`)).toBe(true);
    const file = await fetch(url);
    expect(await file.text()).toBe('Hallo');
    expect(file.headers.get('content-type')).toBe('text/plain');
    expect((await fetch(url, { method: 'HEAD' })).status).toBe(200);
    const known = { 'if-none-match': file.headers.get('etag') ?? '' };
    expect((await fetch(url, { headers: known })).status).toBe(304);
  });

  it('may not be larger than 10 MB', async () => {
    const response = await upload(await start(), form(new Uint8Array(10 * 1024 * 1024 + 1)));
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ error: { type: 'entity_too_large' } });
  });

  it('are refused in a form that is none', async () => {
    const { url } = await start();
    const response = await fetch(`${url}/v3.6/agent/action/upload_file`, {
      method: 'POST',
      headers: { authorization: asMara.authorization, 'content-type': 'multipart/form-data' },
      body: 'nonsense',
    });
    expect(response.status).toBe(400);
  });
});

describe('webhooks over a real network', () => {
  const register = (sandbox: RunningSandbox, url: string) =>
    ask(sandbox, '/v3.6/configuration/action/register_webhook', {
      url,
      action: 'routing_status_set',
      secret_key: 's',
      type: 'license',
      owner_client_id: sandbox.clientId,
    });

  it('are posted as JSON, with the credentials of the address', async () => {
    const receiver = await startReceiver();
    open.push(receiver);
    const sandbox = await start();
    await register(sandbox, receiver.url);
    const agent = new WebSocket(`${sandbox.url.replace('http', 'ws')}/v3.6/agent/rtm/ws`);
    agent.once('open', () => agent.send(JSON.stringify({ action: 'login', payload: { token: asMara.authorization } })));
    await receiver.received(1);
    expect(receiver.bodies[0].payload).toEqual({ agent_id: 'mara@harbour.example', status: 'accepting chats' });
    expect(receiver.headers[0]).toMatchObject({
      'content-type': 'application/json',
      authorization: `Basic ${btoa('user:pass')}`,
    });
    agent.close();
  });

  it('are tried again when they were not taken', async () => {
    const receiver = await startReceiver((count) => (count === 1 ? 500 : 200));
    open.push(receiver);
    const sandbox = await start({ settings: { limits: { webhookRetriesMs: [10] } } });
    await register(sandbox, receiver.url);
    const bot = { agent_id: 'pip@harbour.example', status: 'accepting_chats' };
    await ask(sandbox, '/v3.6/agent/action/set_routing_status', bot);
    await receiver.received(2);
    expect(receiver.bodies[0]).toEqual(receiver.bodies[1]);
  });

  it('reach nobody but this machine', async () => {
    const warnings: string[] = [];
    const sandbox = await start({ warn: (text) => warnings.push(text) });
    await register(sandbox, 'http://hooks.quayside.example/');
    const bot = { agent_id: 'pip@harbour.example', status: 'accepting_chats' };
    await ask(sandbox, '/v3.6/agent/action/set_routing_status', bot);
    expect(warnings).toEqual(['sandbox: nothing is posted to hooks.quayside.example, only to this machine']);
  });
});

describe('controls', () => {
  const path = '/sandbox/control/list-greetings';
  const json = { 'content-type': 'application/json' };

  it('are for programs and pages of this machine', async () => {
    const sandbox = await start();
    expect((await ask(sandbox, path, {}, json)).status).toBe(200);
    expect((await ask(sandbox, path, {}, { ...json, origin: sandbox.url })).status).toBe(200);
    expect((await ask(sandbox, '/sandbox/control/no-such', {}, json)).status).toBe(404);
  });

  it.each([
    ['pages of others', { ...json, origin: 'https://evil.example' }],
    ['pages without an origin', { ...json, origin: 'null' }],
    ['forms', { 'content-type': 'text/plain' }],
  ])('are not for %s', async (_who, headers) => {
    const answer = await ask(await start(), path, {}, headers);
    expect(answer).toMatchObject({ status: 403, body: { error: { type: 'authorization' } } });
  });

  it('are not for names that were made to point here', async () => {
    const { port } = await start();
    const status = await new Promise((resolve, reject) => {
      const headers = { ...json, host: `evil.example:${port}`, origin: `http://evil.example:${port}` };
      const request = requestHttp({ host: '127.0.0.1', port, path, method: 'POST', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      request.on('error', reject).end('{}');
    });
    expect(status).toBe(403);
  });

  it('say nothing to browsers that ask first for somebody else', async () => {
    const { url } = await start();
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    const response = await fetch(`${url}${path}`, { method: 'OPTIONS', headers });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('paths', () => {
  const greeting = async (url: string) => {
    const socket = new WebSocket(url);
    const upgraded = new Promise<Frame>((resolve) => socket.once('upgrade', (response) => resolve(response.headers)));
    const answered = new Promise<Frame>((resolve) =>
      socket.once('message', (data) => resolve(JSON.parse((data as Buffer).toString()))),
    );
    socket.once('open', () => socket.send('{"action":"ping"}'));
    const seen = { headers: await upgraded, frame: await answered };
    socket.close();
    return seen;
  };

  it.each(['/v3.0/agent/rtm/ws', '/agent/v3.0/rtm/ws', '/v3.4/agent/rtm/ws', '/v3.7/agent/rtm/ws'])(
    'of agents: %s is served',
    async (path) => {
      const { url } = await start();
      expect((await greeting(url.replace('http', 'ws') + path)).frame).toMatchObject({ action: 'ping', success: true });
    },
  );

  it.each(['/v3.0/customer/rtm/ws', '/customer/v3.0/rtm/ws'])('of customers: %s is served', async (path) => {
    const { url, licenseId } = await start();
    const { frame } = await greeting(`${url.replace('http', 'ws')}${path}?license_id=${licenseId}`);
    expect(frame).toMatchObject({ action: 'ping', success: true });
  });

  it('say on the handshake that a version is on its way out', async () => {
    const { url } = await start();
    const at = (version: string) => `${url.replace('http', 'ws')}/v${version}/agent/rtm/ws`;
    expect((await greeting(at('3.4'))).headers.deprecation).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect((await greeting(at('3.5'))).headers.legacy).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect((await greeting(at('3.6'))).headers).not.toHaveProperty('legacy');
  });
});

describe('SockJS without WebSockets', () => {
  /** A client that polls, as the protocol has it. */
  function poller({ url, licenseId }: RunningSandbox) {
    const session = `${url}/v3.0/customer/rtm/sjs/000/${Math.random().toString(36).slice(2)}`;
    const post = (end: string, body?: string) =>
      fetch(`${session}/${end}?license_id=${licenseId}`, { method: 'POST', ...(body !== undefined && { body }) });
    return {
      poll: async () => (await post('xhr')).text(),
      send: (frame: object) => post('xhr_send', JSON.stringify([JSON.stringify(frame)])),
    };
  }

  it('carries the same frames', async () => {
    const sandbox = await start();
    const { poll, send } = poller(sandbox);
    expect(await poll()).toBe('o\n');
    expect((await send({ action: 'ping', request_id: 'p' })).status).toBe(204);
    const text = await poll();
    expect(JSON.parse(JSON.parse(text.slice(1))[0])).toMatchObject({ action: 'ping', request_id: 'p', success: true });
  });

  it('says goodbye when the sandbox stops', async () => {
    const sandbox = await start();
    const { poll } = poller(sandbox);
    await poll();
    const goodbye = poll();
    await sandbox.close();
    const closing = await goodbye.then(
      (text) => text,
      () => 'closed',
    );
    expect(closing).toMatch(/customer_disconnected|c\[|closed/);
  });
});

describe('TLS', () => {
  it('speaks https and wss with the key that it is given', async () => {
    const { key, cert } = await makeCertificate(['localhost']);
    const { url, port } = await start({ tls: { key, cert } });
    expect(url).toBe(`https://127.0.0.1:${port}`);
    const status = await new Promise((resolve, reject) => {
      requestHttps({ host: '127.0.0.1', port, servername: 'localhost', path: '/healthz', ca: cert }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(200);
  });

  it('leaves nothing open when the key is none', async () => {
    await expect(startSandbox({ tls: { key: 'x', cert: 'y' } })).rejects.toThrow();
  });
});
