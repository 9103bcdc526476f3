import { describe, expect, it } from 'vitest';
import { SandboxPeer } from '../../support/sandbox-peer';
import { sandboxStage } from '../../support/sandbox-stage';

const message = (text: string) => ({ type: 'message', text });

/** The usual stage, entered in any version. */
function stageOf() {
  const stage = sandboxStage();
  const { core } = stage;
  const { organizationId, licenseId } = core.settings;
  const both = { organizationId, licenseId };
  function open(side: 'customer' | 'agent', version: string, account: object = side === 'customer' ? both : {}) {
    const connect = side === 'customer' ? core.connectCustomer : core.connectAgent;
    return new SandboxPeer((wire) => connect({ version, ...account }, wire));
  }
  function customer(version: string, login: object = {}, accessToken: string = stage.token().access_token) {
    const peer = open('customer', version);
    peer.get('login', { token: `Bearer ${accessToken}`, ...login });
    return peer;
  }
  function agent(version: string, name: 'mara' | 'theo' | 'pip' = 'mara', login: object = {}) {
    const peer = open('agent', version);
    peer.get('login', { token: `Bearer dal:sandbox-${name}`, ...login });
    return peer;
  }
  return { ...stage, open, customer, agent };
}

const SERVED = ['3.0', '3.3', '3.4', '3.5', '3.6', '3.7'];

describe('a version of the path', () => {
  it.each(SERVED)('%s is spoken on both sides, and pushes say it from v3.3 on', (version) => {
    const { agent, customer } = stageOf();
    const mara = agent(version);
    const visitor = customer(version);
    const opened = visitor.get('start_chat', { chat: { thread: { events: [message('Hello')] } } });
    const name = version === '3.0' ? 'incoming_chat_thread' : 'incoming_chat';
    const chatId = opened.chat_id ?? opened.chat.id;
    for (const peer of [mara, visitor]) {
      const push = peer.lastPush(name);
      expect(push.payload.chat.id).toBe(chatId);
      expect(push.version).toBe(version === '3.0' ? undefined : version);
    }
    expect(visitor.lastPush(name).request_id).toBeTypeOf('string');
  });

  it.each(['2.9', '3.1', '3.2', '3.8', '99', 'x'])('%s is not served, and says so before it closes', (version) => {
    const { open, clock } = stageOf();
    for (const side of ['customer', 'agent'] as const) {
      const peer = open(side, version);
      clock.pass(1);
      expect(peer.frames).toMatchObject([
        { action: `${side}_disconnected`, payload: { reason: 'unsupported_version' } },
      ]);
      expect(peer.closed).toBeDefined();
    }
  });

  it.each([
    ['3.0', 'licenseId', 'organizationId'],
    ['3.3', 'licenseId', 'organizationId'],
    ['3.4', 'organizationId', 'licenseId'],
    ['3.6', 'organizationId', 'licenseId'],
  ] as const)('%s asks customers for %s, and not for %s', (version, right, wrong) => {
    const { open, clock, core } = stageOf();
    const [good, bad] = [right, wrong].map((name) => open('customer', version, { [name]: core.settings[name] }));
    clock.pass(1);
    expect(good?.frames).toEqual([]);
    expect(bad?.frames).toMatchObject([{ payload: { reason: 'license_not_found' } }]);
  });
});

describe('the version of a request', () => {
  it('may be higher than that of the connection, for this one call', () => {
    const { agent, customer } = stageOf();
    const mara = agent('3.5');
    customer('3.5').get('start_chat');
    mara.receive('{"request_id":"v","version":"3.7","action":"list_chats"}');
    expect(mara.frames.at(-1).payload).toHaveProperty('chats_info');
    expect(mara.get('list_chats')).toHaveProperty('chats_summary');
  });

  it.each(['3.5', '3.0', '9.9'])('is refused when it is lower or unknown: %s', (version) => {
    const mara = stageOf().agent('3.6');
    mara.receive(JSON.stringify({ request_id: 'v', version, action: 'list_chats' }));
    expect(mara.frames.at(-1)).toMatchObject({ success: false, payload: { error: { type: 'unsupported_version' } } });
  });

  it('means nothing in v3.0', () => {
    const mara = stageOf().agent('3.0');
    mara.receive('{"request_id":"v","version":"9.9","action":"get_chats_summary"}');
    expect(mara.frames.at(-1)).toMatchObject({ success: true });
  });
});

describe('pushes that a login asks for', () => {
  it('are those of its own version', () => {
    const { customer } = stageOf();
    const visitor = customer('3.6', { pushes: { '3.6': ['incoming_chat'], '3.5': ['all'] } });
    visitor.frames.splice(0);
    const { chat_id } = visitor.get('start_chat', { continuous: true });
    visitor.get('send_event', { chat_id, event: message('x') });
    expect(visitor.takeNames().filter((name) => !name.endsWith(':response'))).toEqual(['incoming_chat']);
  });

  it('come once for each higher version, and answer once', () => {
    const { customer } = stageOf();
    const visitor = customer('3.5', { pushes: { '3.7': ['incoming_chat'], '3.5': ['incoming_chat'] } });
    visitor.get('start_chat', { continuous: true });
    const pushes = visitor.pushes('incoming_chat');
    expect(pushes.map(({ version }) => version)).toEqual(['3.5', '3.7']);
    expect(pushes.map(({ request_id }) => request_id !== undefined)).toEqual([true, false]);
  });
});

describe('what came with a version', () => {
  it('is not heard before: statuses of groups came by multicast up to v3.4', () => {
    const { agent, customer } = stageOf();
    const [old, middle] = ['3.4', '3.5'].map((version) => customer(version));
    agent('3.6');
    expect(old?.pushes('groups_status_updated')).toEqual([]);
    expect(old?.lastPush('incoming_multicast').payload).toMatchObject({
      type: 'lc2',
      content: { name: 'groups_update', groups: expect.arrayContaining([{ id: 0, status: 'online' }]) },
    });
    expect(middle?.pushes('groups_status_updated')).toHaveLength(1);
    expect(middle?.pushes('incoming_multicast')).toEqual([]);
  });

  it('is not known before: nobody deletes an event, or hears of it, in v3.5', () => {
    const { agent, customer, token } = stageOf();
    agent('3.6');
    const { access_token } = token();
    const visitor = customer('3.6', {}, access_token);
    const tab = customer('3.5', {}, access_token);
    const { chat_id, thread_id } = visitor.get('start_chat');
    const { event_id } = visitor.get('send_event', { chat_id, event: message('x') });
    expect(tab.ask('delete_event', { chat_id, thread_id, event_id }).payload.error.message).toBe('Unknown action');
    visitor.get('delete_event', { chat_id, thread_id, event_id });
    expect(visitor.pushes('event_deleted')).toHaveLength(1);
    expect(tab.pushes('event_deleted')).toEqual([]);
    expect(tab.get('get_chat', { chat_id }).thread.events).toEqual([]);
  });

  it('has older names before: the visit of a customer, and who may see an event', () => {
    const { agent, customer } = stageOf();
    const agents = ['3.3', '3.5', '3.6'].map((version) => agent(version));
    const visitor = customer('3.6', { customer_page: { url: 'https://harbour.example/' } });
    const { chat_id } = visitor.get('start_chat', { chat: { thread: { events: [message('x')] } } });
    const seen = agents.map((peer) => {
      const { users, thread } = peer.get('get_chat', { chat_id });
      return Object.keys({ ...users[0], ...thread.events[0] }).filter((name) =>
        ['visit', 'last_visit', 'visibility', 'recipients'].includes(name),
      );
    });
    expect(seen).toEqual([
      ['last_visit', 'recipients'],
      ['last_visit', 'visibility'],
      ['visit', 'visibility'],
    ]);
  });

  it('has newer names after: what was said last is with the last thread in v3.7', () => {
    const { agent, customer } = stageOf();
    const mara = agent('3.7');
    const visitor = customer('3.7');
    const { chat_id, thread_id } = visitor.get('start_chat', { chat: { thread: { events: [message('x')] } } });
    for (const peer of [mara, visitor]) {
      const [info] = peer.get('list_chats').chats_info;
      expect(info.id).toBe(chat_id);
      expect(info.last_thread_info).toMatchObject({ id: thread_id });
      expect(Object.keys(info.last_thread_info.last_event_per_type.message)).toEqual(['event']);
    }
    expect(visitor.ask('get_predicted_agent').payload.error.message).toBe('Unknown action');
  });
});

describe('an author other than the sender', () => {
  it.each([
    ['3.0', 'pip@harbour.example'],
    ['3.5', 'pip@harbour.example'],
    ['3.6', 'mara@harbour.example'],
  ])('is a bot up to v3.5, and nobody later: %s', (version, author) => {
    const { agent, customer } = stageOf();
    const mara = agent(version);
    const visitor = customer('3.6');
    const { chat_id } = visitor.get('start_chat');
    agent('3.6', 'pip');
    mara.get('add_user_to_chat', {
      chat_id,
      user_id: 'pip@harbour.example',
      user_type: 'agent',
      visibility: 'all',
    });
    const frame = { action: 'send_event', author_id: 'pip@harbour.example' };
    mara.receive(JSON.stringify({ ...frame, payload: { chat_id, event: message('Beep') } }));
    expect(mara.frames.at(-2)).toMatchObject({ success: true });
    expect(mara.lastPush('incoming_event').payload.event).toMatchObject({ text: 'Beep', author_id: author });
  });
});

describe('a chat in two versions', () => {
  it('is one chat: each hears it in the words of their own', () => {
    const { agent, customer, token } = stageOf();
    const old = agent('3.0');
    const { access_token } = token();
    const visitor = customer('3.6', {}, access_token);
    const tab = customer('3.0', {}, access_token);
    const { chat_id } = visitor.get('start_chat', { chat: { thread: { events: [message('Hello')] } } });
    old.get('send_event', { chat_id, event: message('Good morning') });
    const today = visitor.lastPush('incoming_event').payload.event;
    const then = tab.lastPush('incoming_event').payload.event;
    expect(then).toMatchObject({ id: today.id, text: 'Good morning', author_id: 'mara@harbour.example', order: 2 });
    expect(today.author_id).toMatch(/^[0-9a-f]{32}$/);
    // A kind of event that came later is not told, and keeps its place.
    visitor.get('send_event', { chat_id, event: { type: 'form', form_id: 'f', fields: [] } });
    expect(tab.pushes('incoming_event')).toHaveLength(1);
    visitor.get('send_event', { chat_id, event: message('And now?') });
    expect(tab.lastPush('incoming_event').payload.event.order).toBe(4);
    tab.get('close_thread', { chat_id });
    expect(visitor.pushes('chat_deactivated')).toHaveLength(1);
    expect(visitor.ask('send_event', { chat_id, event: message('x') }).payload.error.type).toBe('chat_inactive');
    tab.get('send_event', { chat_id, event: message('Again') });
    expect(visitor.lastPush('incoming_chat').payload.chat.thread.events).toMatchObject([{ text: 'Again' }]);
  });
});
