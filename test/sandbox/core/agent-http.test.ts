import { describe, expect, it } from 'vitest';
import { missing } from '../../support/agent-golden-shape';
import { type Chatting, chatting, readSample, sampleNames } from '../../support/agent-golden-world';
import type { Frame } from '../../support/sandbox-peer';

const MARA = 'Bearer dal:Qs81vX0mT4nBw7';

/** Sends a sample; what it says of who sends it and what may be replaced. */
function post({ core, translate }: Chatting, name: string, body?: object, authorization?: string) {
  const sample = translate(readSample(`http.${name}.request`));
  const lower = Object.entries<string>(sample.headers).map(([key, value]) => [key.toLowerCase(), value]);
  const headers = { host: 'localhost', ...Object.fromEntries(lower), ...(authorization && { authorization }) };
  const file = sample.form && { name: 'invoice.pdf', contentType: 'application/pdf', bytes: new Uint8Array(8) };
  const response = core.http({
    method: sample.method,
    url: sample.path,
    headers,
    body: JSON.stringify(body ?? sample.body),
    ...(file && { form: { fields: new Map(), files: new Map([['file', file]]) } }),
    isSecure: false,
  });
  return { status: response?.status, body: JSON.parse(response?.body || 'null') };
}

/** A bot of the sandbox, with the token that the samples have. */
function withBot(world: Chatting): string {
  const { id, secret } = post(world, 'create_bot').body;
  world.mara.get('add_user_to_chat', { chat_id: world.chat_id, user_id: id, user_type: 'agent', visibility: 'all' });
  const asked = { ...readSample('http.issue_bot_token.request').body, bot_id: id, bot_secret: secret };
  const { token } = post(world, 'issue_bot_token', asked).body;
  world.real.set('eyJib3QiOiJ0aWRlIn0.sandbox', token).set('f0e1d2c3b4a5968778695a4b3c2d1e0f', secret);
  return id;
}

const BEFORE = new Map<string, (world: Chatting) => void>([
  ['issue_bot_token', (world) => void world.real.set('6be0f31c9a7d4e52b8f0a1c2d3e4f506', withBot(world))],
  ['send_event.as_bot', withBot],
  ['tag_thread', withBot],
  ['upload_file', withBot],
  ['list_webhooks', (world) => void post(world, 'register_webhook')],
  ['unregister_webhook', (world) => void world.real.set('w3f1b6a07c2d', post(world, 'register_webhook').body.id)],
  ['get_license_webhooks_state', enableWebhooks],
]);

function enableWebhooks({ core }: Chatting): void {
  const body = JSON.stringify({ owner_client_id: 'a41f0c6d9b2e4e7f8c3d5a6b7c8d9e0f' });
  const url = '/v3.6/configuration/action/enable_license_webhooks';
  core.http({ method: 'POST', url, headers: { authorization: MARA }, body, isSecure: false });
}

const ofHttp = sampleNames.filter((name) => name.startsWith('http.'));
const requests = ofHttp.flatMap((name) => /^http\.(.+)\.request$/.exec(name)?.[1] ?? []);

describe('a request over HTTP', () => {
  it.each(requests)('is answered as in the fixtures: %s', (name) => {
    const world = chatting();
    BEFORE.get(name)?.(world);
    const { status, body } = post(world, name);
    expect({ status, body }).toMatchObject({ status: 200 });
    const sample = `http.${name}.response`;
    if (!sampleNames.includes(sample)) return;
    const looseIds = (line: string) => line.replace(/: short id$/, ': text');
    expect(missing(readSample(sample).body, body).map(looseIds)).toEqual([]);
  });

  it.each([
    ['authentication', (world: Chatting) => post(world, 'tag_thread', {}, 'Bearer dal:nobody')],
    [
      'chat_inactive',
      (world: Chatting) => {
        world.mara.get('deactivate_chat', { id: world.chat_id });
        return post(world, 'send_event.pat', undefined, MARA);
      },
    ],
  ])('is refused as in the fixtures: %s', (name, refused) => {
    expect(refused(chatting()).body).toEqual(readSample(`http.error.${name}`).body);
  });

  it.skip('http.error.entity_too_large: the limits of uploads are in web/', () => {});

  for (const name of sampleNames.filter((sample) => sample.startsWith('webhook.'))) {
    it.skip(`${name}: a delivery, judged in webhooks/golden.test.ts`, () => {});
  }
});

describe('bots', () => {
  it('are made, and speak over HTTP for a day once somebody lets them into the chat', () => {
    const world = chatting();
    const { mara, ines, clock } = world;
    const id = withBot(world);
    expect(mara.lastPush('bot_created').payload).toEqual({ ...readSample('push.bot_created').payload, id });
    const { event } = readSample('http.send_event.as_bot.request').body;
    expect(post(world, 'send_event.as_bot')).toEqual({ status: 200, body: { event_id: expect.any(String) } });
    expect(ines.lastPush('incoming_event').payload.event).toMatchObject({ text: event.text });
    mara.get('remove_user_from_chat', { chat_id: world.chat_id, user_id: id, user_type: 'agent' });
    expect(post(world, 'send_event.as_bot').status).toBe(403);
    clock.pass(25 * 60 * 60_000);
    expect(post(world, 'send_event.as_bot').status).toBe(401);
  });

  it('need their secret for a token', () => {
    const world = chatting();
    world.real.set('6be0f31c9a7d4e52b8f0a1c2d3e4f506', withBot(world));
    const { body } = world.translate(readSample('http.issue_bot_token.request'));
    expect(post(world, 'issue_bot_token', { ...body, bot_secret: 'x' }).status).toBe(401);
  });

  it('get chats when somebody switches them on, and lose them when they are deleted', () => {
    const { core, mara, visit, ...world } = chatting();
    const { id } = post({ ...world, core, mara, visit }, 'create_bot').body;
    mara.get('set_routing_status', { agent_id: id, status: 'accepting_chats' });
    const visitor = visit('more', 'more');
    visitor.get('start_chat');
    const agents = visitor.lastPush('incoming_chat').payload.chat.users.filter(({ type }: Frame) => type === 'agent');
    expect(agents.map(({ name }: Frame) => name)).toEqual(['Tide Bot']);
    const url = '/v3.6/configuration/action/delete_bot';
    const body = JSON.stringify({ id });
    const response = core.http({ method: 'POST', url, headers: { authorization: MARA }, body, isSecure: false });
    expect(response?.status).toBe(200);
    expect(visitor.lastPush('user_added_to_chat').payload.user.name).toBe('Mara Okafor');
    expect(mara.lastPush('bot_deleted').payload).toEqual({ id });
    expect(mara.get('list_routing_statuses').map((one: Frame) => one.agent_id)).not.toContain(id);
  });
});
