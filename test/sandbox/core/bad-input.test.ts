import { describe, expect, it } from 'vitest';
import { sandboxStage } from '../../support/sandbox-stage';

const invalid = { type: 'validation', message: 'Invalid message' };

describe.each(['customer', 'agent'] as const)('what a %s sends wrongly', (side) => {
  const open = () => {
    const stage = sandboxStage();
    stage.agent('mara');
    return side === 'customer' ? stage.openCustomer() : stage.openAgent();
  };

  it.each([
    ['broken JSON', '{"action": '],
    ['an array', '[1]'],
    ['a number', '7'],
    ['null', 'null'],
    ['no action', '{}'],
    ['an action that is no string', '{"action":7}'],
    ['an id that is no string', '{"action":"ping","request_id":7}'],
    ['a binary frame', new Uint8Array([123, 125])],
  ])('answers %s with "Invalid message" and stays', (_, data) => {
    const peer = open();
    peer.receive(data);
    expect(peer.frames).toEqual([{ action: '', type: 'response', success: false, payload: { error: invalid } }]);
    expect(peer.closed).toBeUndefined();
    expect(peer.get('ping')).toEqual({});
  });

  it('echoes an id that is right in a frame that is not', () => {
    const peer = open();
    peer.receive('{"request_id":"r1","action":[]}');
    expect(peer.frames[0]).toMatchObject({ request_id: 'r1', action: '', success: false });
  });

  it('says so when a payload is not an object, and whose', () => {
    const peer = open();
    peer.receive('{"request_id":"r1","action":"login","payload":"x"}');
    expect(peer.frames[0]).toMatchObject({ request_id: 'r1', action: 'login', success: false });
    expect(peer.frames[0].payload.error.message).toContain('`payload` must be an object');
  });

  it('knows no action of another name, not even one that every object has', () => {
    const peer = open();
    for (const action of ['teleport', 'constructor', '__proto__', 'toString']) {
      expect(peer.ask(action).payload.error.message).toMatch(/^Unknown action/);
    }
  });

  it('wants a login first, and only one', () => {
    const peer = open();
    expect(peer.ask('list_chats').payload.error).toEqual({ type: 'authorization', message: 'Authorization error' });
    expect(peer.ask('login', {}).payload.error.type).toBe('validation');
    expect(peer.ask('login', { token: 'Bearer dal:nobody' }).payload.error.type).toBe('authentication');
    expect(peer.closed).toBeUndefined();
  });

  it('refuses a call in another version', () => {
    const peer = open();
    peer.receive('{"request_id":"r1","action":"ping","version":"3.5"}');
    expect(peer.frames[0].payload.error.type).toBe('unsupported_version');
  });

  it('closes when a frame is larger than a mebibyte, and not when it is as large', () => {
    const peer = open();
    peer.receive(`${' '.repeat(1024 * 1024 - 17)}{"action":"ping"}`);
    expect(peer.closed).toBeUndefined();
    peer.receive('é'.repeat(512 * 1024 + 1));
    expect(peer.closed?.code).toBe(1009);
  });
});

it('takes a second login for a mistake', () => {
  const stage = sandboxStage();
  const error = { type: 'validation', message: 'Already logged in' };
  expect(stage.agent('mara').ask('login', { token: 'dal:sandbox-mara' }).payload.error).toEqual(error);
  expect(stage.customer().ask('login', { token: 'x' }).payload.error).toEqual(error);
});

it('takes a token with and without the word in front, and none of the other side', () => {
  const stage = sandboxStage();
  const { access_token } = stage.token();
  expect(stage.openCustomer().ask('login', { token: access_token }).success).toBe(true);
  expect(stage.openCustomer().ask('login', { token: `Bearer ${access_token}` }).success).toBe(true);
  expect(stage.openCustomer().ask('login', { token: 'Bearer dal:sandbox-mara' }).payload.error.type).toBe(
    'authentication',
  );
  expect(stage.openAgent().ask('login', { token: `Bearer ${access_token}` }).payload.error.type).toBe('authentication');
});

describe('a field that is wrong', () => {
  const long = 'ä'.repeat(8 * 1024 + 1);

  it.each([
    ['send_event', { chat_id: 'X' }, 'payload.event', 'is required'],
    ['send_event', { chat_id: 'X', event: [] }, 'payload.event', 'must be an object'],
    ['send_event', { chat_id: 'X', event: {} }, 'payload.event.type', 'is required'],
    ['send_event', { chat_id: 'X', event: { type: 'hologram' } }, 'payload.event.type', 'is not a kind of event'],
    ['send_event', { chat_id: 'X', event: { type: 'message' } }, 'payload.event.text', 'is required'],
    ['send_event', { chat_id: 'X', event: { type: 'message', text: 42 } }, 'payload.event.text', 'must be a string'],
    [
      'send_event',
      { chat_id: 'X', event: { type: 'message', text: long } },
      'payload.event.text',
      'must not be longer',
    ],
    ['send_event', { event: { type: 'message', text: 'a' } }, 'payload.chat_id', 'is required'],
    [
      'send_event',
      { chat_id: 'X', event: { type: 'file', url: 'https://a.example/x' } },
      'payload.event.url',
      'must come',
    ],
    [
      'send_event',
      { chat_id: 'X', event: { type: 'custom', content: 'x' } },
      'payload.event.content',
      'must be an object',
    ],
    [
      'send_event',
      { chat_id: 'X', event: { type: 'filled_form', form_id: 'f' } },
      'payload.event.fields',
      'is required',
    ],
    [
      'send_event',
      { chat_id: 'X', event: { type: 'filled_form', form_id: 'f', fields: [{ type: 'name', id: '1' }] } },
      'payload.event.fields[0].label',
      'is required',
    ],
    [
      'send_event',
      { chat_id: 'X', event: { type: 'rich_message', template_id: 'cards', elements: [{ buttons: [{ text: 'a' }] }] } },
      'payload.event.elements[0].buttons[0].postback_id',
      'is required',
    ],
    ['list_threads', { chat_id: 'X', limit: 0 }, 'payload.limit', 'must be between'],
    ['list_threads', { chat_id: 'X', limit: '3' }, 'payload.limit', 'must be an integer'],
    ['list_threads', { chat_id: 'X', limit: 3, min_events_count: 3 }, 'payload.min_events_count', 'cannot be used'],
    ['list_threads', { chat_id: 'X', page_id: 'nonsense' }, 'payload.page_id', 'is not known'],
    ['list_chats', { limit: 26 }, 'payload.limit', 'must be between'],
    ['list_chats', { sort_order: 'up' }, 'payload.sort_order', 'must be one of'],
    ['deactivate_chat', { chat_id: 'X' }, 'payload.id', 'is required'],
    ['resume_chat', {}, 'payload.chat', 'is required'],
    ['start_chat', { active: 'yes' }, 'payload.active', 'must be a boolean'],
    ['start_chat', { chat: { thread: { events: ['a'] } } }, 'payload.chat.thread.events[0]', 'must be an object'],
    ['mark_events_as_seen', { chat_id: 'X', seen_up_to: 'today' }, 'payload.seen_up_to', 'must be an RFC 3339 time'],
    ['list_group_statuses', {}, 'payload.group_ids', 'is required'],
    ['update_customer_page', {}, 'payload.url', 'is required'],
    [
      'set_customer_session_fields',
      { session_fields: [{ a: '1', b: '2' }] },
      'payload.session_fields[0]',
      'must have one key',
    ],
    ['update_chat_properties', { id: 'X', properties: { a: { b: {} } } }, 'payload.properties.a.b', 'must be'],
    ['get_form', { group_id: 0, type: 'quiz' }, 'payload.type', 'must be one of'],
  ])('%s %j: %s %s', (action, payload, path, reason) => {
    const stage = sandboxStage();
    const { error } = stage.customer().ask(action, payload).payload;
    expect(error.type).toBe('validation');
    expect(error.message).toContain(`Wrong format of request: \`${path}\` ${reason}`);
  });

  it('is named without the envelope to agents', () => {
    const { error } = sandboxStage().agent('mara').ask('deactivate_chat', {}).payload;
    expect(error).toEqual({ type: 'validation', message: '`id` is required' });
  });

  it('never changes anything before it is found', () => {
    const stage = sandboxStage();
    stage.agent('mara');
    const visitor = stage.customer();
    const before = stage.core.facts.length;
    const events = [{ type: 'message', text: 'fine' }, { type: 'message' }];
    expect(visitor.ask('start_chat', { chat: { thread: { events } } }).success).toBe(false);
    expect(stage.core.facts.length).toBe(before);
    expect(visitor.get('list_chats').chats_summary).toEqual([]);
  });
});
