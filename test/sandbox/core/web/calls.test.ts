import { describe, expect, it } from 'vitest';
import { sandboxStage } from '../../../support/sandbox-stage';
import { askWeb, webCallers } from '../../../support/web-caller';

const message = (text: string) => ({ type: 'message', text });
const opening = (text: string) => ({ chat: { thread: { events: [message(text)] } } });

describe('the Web API', () => {
  it('runs the actions of the connections, and tells every connection without an id', () => {
    const stage = sandboxStage();
    const { customer, agent } = webCallers(stage);
    const mara = stage.agent('mara');
    const { access_token } = stage.token();
    const visitor = stage.customer({}, access_token);

    const started = customer(access_token)('start_chat', opening('Hi'));
    expect(started).toMatchObject({ status: 200, body: { chat_id: expect.any(String) } });
    for (const peer of [mara, visitor]) {
      expect(peer.lastPush('incoming_chat').payload.chat.id).toBe(started.body.chat_id);
      expect(peer.lastPush('incoming_chat')).not.toHaveProperty('request_id');
    }

    const sent = agent()('send_event', { chat_id: started.body.chat_id, event: message('Hello') });
    expect(visitor.lastPush('incoming_event').payload.event).toMatchObject({ id: sent.body.event_id, text: 'Hello' });
  });

  it('answers {} where there is nothing to say', () => {
    const stage = sandboxStage();
    const { access_token } = stage.token();
    const answer = webCallers(stage).customer(access_token)('update_customer', { name: 'Ines' });
    expect(answer).toMatchObject({ status: 200, body: {} });
    expect(answer.headers['content-type']).toMatch(/^application\/json/);
  });

  it('takes the version from a header where the path has none', () => {
    const stage = sandboxStage();
    const headers = { authorization: 'Bearer dal:sandbox-mara', 'x-api-version': '3.6' };
    expect(askWeb(stage, { url: '/agent/action/list_chats', headers })).toMatchObject({ status: 200 });
    const without = { authorization: 'Bearer dal:sandbox-mara' };
    expect(askWeb(stage, { url: '/agent/action/list_chats', headers: without }).body.error.type).toBe(
      'unsupported_version',
    );
  });

  it('wraps bodies in v3.0, and wants them wrapped', () => {
    const stage = sandboxStage();
    stage.agent('mara');
    const { access_token } = stage.token();
    const call = webCallers(stage).customer(access_token, '3.0');
    expect(call('get_chats_summary', { payload: {} })).toMatchObject({
      status: 200,
      body: { payload: { chats_summary: [], total_chats: 0 } },
    });
    expect(call('get_chats_summary', {})).toMatchObject({ status: 400, body: { error: { type: 'validation' } } });
  });

  it('lets an agent speak for a bot up to v3.5, and no longer', () => {
    const stage = sandboxStage();
    stage.agent('mara');
    const visitor = stage.customer();
    const { chat_id } = visitor.get('start_chat', opening('Hi'));
    const { agent } = webCallers(stage);
    agent()('add_user_to_chat', { chat_id, user_id: 'pip@harbour.example', user_type: 'agent', visibility: 'all' });
    const headers = { 'x-author-id': 'pip@harbour.example' };
    const asBot = agent('mara', '3.5')('send_event', { chat_id, event: message('Beep') }, { headers });
    expect(asBot).toMatchObject({ status: 200 });
    const author = () => visitor.lastPush('incoming_event').payload.event.author_id;
    const bot = author();
    agent()('send_event', { chat_id, event: message('Me') }, { headers });
    expect(author()).not.toBe(bot);
    const nobody = agent('mara', '3.5')(
      'send_event',
      { chat_id, event: message('?') },
      { headers: { 'x-author-id': 'theo@harbour.example' } },
    );
    expect(nobody).toMatchObject({ status: 403, body: { error: { type: 'authorization' } } });
  });

  it('takes a personal access token', () => {
    const stage = sandboxStage();
    const credentials = btoa('3b1f0c52-6d7e-4a19-8c2b-9e4d5f6a7b80:dal:pat-sandbox-mara');
    const headers = { authorization: `Basic ${credentials}` };
    expect(askWeb(stage, { url: '/v3.6/agent/action/list_chats', headers })).toMatchObject({ status: 200 });
    expect(
      askWeb(stage, { url: '/v3.6/agent/action/list_chats', headers: { authorization: 'Basic bm8=' } }).status,
    ).toBe(401);
  });

  it.each([
    ['login', {}],
    ['ping', {}],
    ['logout', {}],
    ['set_away_status', { away: true }],
    ['update_session', { token: 'Bearer dal:sandbox-mara' }],
    ['subscribe_customers', {}],
    ['no_such_action', {}],
  ])('has no %s', (action, body) => {
    const answer = webCallers(sandboxStage()).agent()(action, body);
    expect(answer).toMatchObject({ status: 400, body: { error: { type: 'validation' } } });
  });

  it.each([
    ['no token', 401, 'authentication', '/v3.6/agent/action/list_chats', {}],
    ['a wrong token', 401, 'authentication', '/v3.6/agent/action/list_chats', { authorization: 'Bearer dal:nobody' }],
    ['another region', 421, 'misdirected_request', '/v3.6/agent/action/list_chats', { authorization: 'Bearer fra:x' }],
    ['no account', 404, 'license_not_found', '/v3.6/customer/action/list_chats', { authorization: 'Bearer dal:x' }],
    ['a version of nobody', 400, 'unsupported_version', '/v1.0/agent/action/list_chats', { authorization: 'Bearer x' }],
    ['an unknown chat', 404, 'not_found', '/v3.6/agent/action/get_chat', { authorization: 'Bearer dal:sandbox-mara' }],
  ])('refuses %s with %i %s', (_name, status, type, url, headers) => {
    const body = url.endsWith('get_chat') ? { chat_id: 'S00000000X' } : {};
    expect(askWeb(sandboxStage(), { url, headers, body })).toMatchObject({ status, body: { error: { type } } });
  });

  it('says where a token of another region belongs', () => {
    const headers = { authorization: 'Bearer fra:x' };
    const { body } = askWeb(sandboxStage(), { url: '/v3.6/agent/action/list_chats', headers });
    expect(body.error).toEqual({ type: 'misdirected_request', message: 'Wrong region', data: { region: 'fra' } });
  });

  it.each(['', 'null', '[]', '{"a":', 'name=value'])(
    'refuses the body %j in words, or takes it as an empty one',
    (body) => {
      const answer = webCallers(sandboxStage()).agent()('list_chats', body);
      if (body === '') expect(answer.status).toBe(200);
      else expect(answer).toMatchObject({ status: 400, body: { error: { message: 'Invalid message' } } });
    },
  );

  it('answers browsers that ask first', () => {
    const { core } = sandboxStage();
    const request = { method: 'OPTIONS', url: '/v3.6/agent/action/list_chats', headers: {}, body: '', isSecure: false };
    const answer = core.http(request);
    expect(answer?.status).toBe(204);
    expect(answer?.headers).toMatchObject({ 'access-control-allow-origin': '*' });
    for (const header of ['authorization', 'content-type', 'x-region', 'x-author-id', 'x-api-version']) {
      expect(answer?.headers['access-control-allow-headers']).toContain(header);
    }
  });

  it.each([
    ['3.3', 'deprecation'],
    ['3.4', 'deprecation'],
    ['3.5', 'legacy'],
  ])('says that v%s is on its way out', (version, header) => {
    const { headers } = webCallers(sandboxStage()).agent('mara', version)('list_chats');
    expect(headers[header]).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('says nothing of the kind about the newest version', () => {
    const { headers } = webCallers(sandboxStage()).agent()('list_chats');
    expect(headers).not.toHaveProperty('legacy');
    expect(headers).not.toHaveProperty('deprecation');
  });

  it('slows down who calls too often, for a minute', () => {
    const stage = sandboxStage({ settings: { limits: { callsPerMinute: 2 } } });
    const call = webCallers(stage).agent();
    expect([call('list_chats'), call('list_chats'), call('list_chats')].map(({ status }) => status)).toEqual([
      200, 200, 429,
    ]);
    stage.clock.pass(60_000);
    expect(call('list_chats').status).toBe(200);
  });

  it('changes nothing when it refuses', () => {
    const stage = sandboxStage();
    stage.agent('mara');
    const { access_token } = stage.token();
    const before = stage.core.facts.length;
    const answer = webCallers(stage).customer(access_token)('start_chat', {
      chat: { thread: { events: [{ type: 'message' }] } },
    });
    expect(answer.status).toBe(400);
    expect(stage.core.facts.length).toBe(before);
  });
});
