import { describe, expect, it } from 'vitest';
import { sandboxStage } from '../../../support/sandbox-stage';
import { askWeb } from '../../../support/web-caller';
import { type WebhookStage, webhookStage } from '../../../support/webhook-stage';

const message = (text: string) => ({ type: 'message', text });

/** A chat of a visitor with Mara. */
function chatting(stage: WebhookStage) {
  const mara = stage.agent('mara');
  const visitor = stage.customer();
  const { chat_id, thread_id } = visitor.get('start_chat', { chat: { thread: { events: [] } } });
  const say = (peer: typeof mara, text: string) => peer.get('send_event', { chat_id, event: message(text) });
  return { mara, visitor, chat_id, thread_id, say };
}

const texts = (stage: WebhookStage) => stage.bodies('incoming_event').map(({ payload }) => payload.event.text);

describe('registering', () => {
  it('gives an id, lists what is there without its secret, and takes it back', () => {
    const stage = webhookStage();
    const { clientId } = stage.core.settings;
    const more = { description: 'orders', filters: { only_my_chats: true } };
    const { body } = stage.register('incoming_chat', more);
    const listed = stage.call('3.6')('list_webhooks', { owner_client_id: clientId }).body;
    expect(listed).toMatchObject([
      { id: body.id, action: 'incoming_chat', owner_client_id: clientId, type: 'license', ...more },
    ]);
    expect(JSON.stringify(listed)).not.toContain('tide-7731-lamp');
    expect(stage.call('3.6')('unregister_webhook', { id: body.id, owner_client_id: clientId })).toMatchObject({
      status: 200,
      body: {},
    });
    expect(stage.call('3.6')('list_webhooks', {}).body).toEqual([]);
    expect(stage.call('3.6')('unregister_webhook', { id: body.id }).body.error.type).toBe('not_found');
  });

  it('answers in the words of v3.0 there', () => {
    const stage = webhookStage();
    const { body } = stage.register('thread_closed', {}, '3.0');
    const { payload } = stage.call('3.0')('get_webhooks_config', { payload: {} }).body;
    expect(payload).toMatchObject([{ webhook_id: body.payload.webhook_id, secret_key: 'tide-7731-lamp' }]);
  });

  it.each([
    ['an action of nobody', 'thread_closed', {}],
    ['an address that is none', 'incoming_chat', { url: 'quayside' }],
    ['a long address', 'incoming_chat', { url: `http://127.0.0.1/${'a'.repeat(500)}` }],
    ['a type of nobody', 'incoming_chat', { type: 'mine' }],
    ['a filter that does not fit', 'incoming_chat', { filters: { author_type: 'agent' } }],
    ['data that nobody has', 'incoming_chat', { additional_data: ['access'] }],
    ['an owner from elsewhere', 'incoming_chat', { owner_client_id: 'a41f0c6d9b2e4e7f8c3d5a6b7c8d9e0f' }],
  ])('refuses %s', (_name, action, more) => {
    expect(webhookStage().register(action, more)).toMatchObject({
      status: 400,
      body: { error: { type: 'validation' } },
    });
  });

  it('takes three for an action, and no fourth', () => {
    const stage = webhookStage();
    const statuses = [1, 2, 3, 4].map(() => stage.register('incoming_chat'));
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200, 403]);
    expect(statuses.at(-1)?.body.error.type).toBe('limit_reached');
    expect(stage.register('incoming_event').status).toBe(200);
  });

  it('is asked for names without a token', () => {
    const stage = webhookStage();
    const names = askWeb(stage, { url: '/v3.6/configuration/action/list_webhook_names' }).body;
    expect(names).toContainEqual({
      action: 'incoming_event',
      filters: ['chat_presence', 'only_my_chats', 'source_type', 'author_type'],
      additional_data: ['chat_properties', 'chat_presence_user_ids'],
    });
  });

  it('outlives a restart', () => {
    const stage = webhookStage();
    stage.register('incoming_chat');
    const later = sandboxStage({ history: [stage.core.facts] });
    const headers = { authorization: 'Bearer dal:sandbox-mara' };
    expect(askWeb(later, { url: '/v3.6/configuration/action/list_webhooks', headers }).body).toHaveLength(1);
  });
});

describe('what is posted', () => {
  it('is in the words of the path that it was registered at', () => {
    const stage = webhookStage();
    stage.register('thread_closed', {}, '3.0');
    stage.register('chat_deactivated', {}, '3.3');
    stage.register('chat_deactivated', {}, '3.6');
    const { visitor, chat_id } = chatting(stage);
    visitor.get('deactivate_chat', { id: chat_id });
    const [first, third, sixth] = stage.bodies();
    expect(Object.keys(first)).toEqual(['webhook_id', 'secret_key', 'action', 'data', 'additional_data']);
    expect(Object.keys(third)).toEqual([
      'webhook_id',
      'secret_key',
      'action',
      'license_id',
      'payload',
      'additional_data',
    ]);
    expect(third.license_id).toBe(100_200_300);
    expect(Object.keys(sixth)).toEqual([
      'webhook_id',
      'secret_key',
      'action',
      'organization_id',
      'payload',
      'additional_data',
    ]);
  });

  it('comes with what was asked for', () => {
    const stage = webhookStage();
    stage.register('incoming_event', { additional_data: ['chat_properties', 'chat_presence_user_ids'] });
    stage.register('incoming_event', { additional_data: ['chat_properties', 'access'] }, '3.0');
    const { visitor, say } = chatting(stage);
    say(visitor, 'Hi');
    const [now, first] = stage.bodies();
    expect(now.additional_data.chat_properties.routing).toEqual({ continuous: false });
    expect(now.additional_data.chat_presence_user_ids).toContain('mara@harbour.example');
    expect(first.additional_data.chat_properties.routing).toEqual({ continuous: { value: false } });
    expect(first.additional_data.access).toEqual({ group_ids: [0] });
  });

  it('is everything, also what is for agents only', () => {
    const stage = webhookStage();
    stage.register('incoming_event');
    const { mara, chat_id } = chatting(stage);
    mara.get('send_event', { chat_id, event: { ...message('Psst'), visibility: 'agents' } });
    expect(texts(stage)).toEqual(['Psst']);
  });

  it('is nothing while they are switched off', () => {
    const stage = webhookStage();
    stage.register('incoming_event');
    const { visitor, say } = chatting(stage);
    stage.call('3.6')('disable_license_webhooks', {});
    expect(stage.call('3.6')('get_license_webhooks_state', {}).body).toEqual({ license_webhooks_enabled: false });
    say(visitor, 'unheard');
    stage.call('3.6')('enable_license_webhooks', {});
    say(visitor, 'heard');
    expect(texts(stage)).toEqual(['heard']);
  });

  it('is for bots only while one of theirs is there', () => {
    const stage = webhookStage();
    stage.register('incoming_event', { type: 'bot' });
    const { visitor, say } = chatting(stage);
    say(visitor, 'unheard');
    stage.agent('pip');
    say(visitor, 'heard');
    expect(texts(stage)).toEqual(['heard']);
  });

  it('goes out only after the change was written down', () => {
    let isBroken = false;
    const log = {
      append() {
        if (isBroken) throw new Error('disk full');
      },
    };
    const stage = webhookStage({ log, report: () => {} });
    stage.register('incoming_event');
    const { visitor, chat_id } = chatting(stage);
    isBroken = true;
    visitor.ask('send_event', { chat_id, event: message('lost') });
    expect(stage.posts).toEqual([]);
  });
});

describe('filters', () => {
  it.each([
    ['author_type', 'customer', ['from the visitor']],
    ['author_type', 'agent', ['from Mara']],
    ['source_type', ['system'], []],
    ['source_type', ['my_client'], ['from the visitor', 'from Mara']],
    ['only_my_chats', false, ['from the visitor', 'from Mara']],
    ['chat_presence', { user_ids: { values: ['mara@harbour.example'] } }, ['from the visitor', 'from Mara']],
    ['chat_presence', { user_ids: { values: ['theo@harbour.example'] } }, []],
    ['chat_presence', { user_ids: { exclude_values: ['mara@harbour.example'] } }, []],
    ['chat_presence', { my_bots: true }, []],
  ])('%s = %j', (name, wanted, expected) => {
    const stage = webhookStage();
    stage.register('incoming_event', { filters: { [name]: wanted } });
    const { mara, visitor, say } = chatting(stage);
    say(visitor, 'from the visitor');
    say(mara, 'from Mara');
    expect(texts(stage)).toEqual(expected);
  });

  it.each([
    [{ agents_any: ['mara@harbour.example'] }, 1],
    [{ agents_any: ['theo@harbour.example'] }, 0],
    [{ agents_exclude: ['mara@harbour.example'] }, 0],
  ])('chat_member_ids = %j in v3.0', (wanted, count) => {
    const stage = webhookStage();
    stage.register('incoming_event', { filters: { chat_member_ids: wanted } }, '3.0');
    const { visitor, say } = chatting(stage);
    say(visitor, 'Hi');
    expect(stage.posts).toHaveLength(count);
  });

  it('counts somebody who is removed as still there', () => {
    const stage = webhookStage();
    stage.register('user_removed_from_chat', {
      filters: { chat_presence: { user_ids: { values: ['mara@harbour.example'] } } },
    });
    const { mara, chat_id } = chatting(stage);
    mara.get('remove_user_from_chat', { chat_id, user_id: 'mara@harbour.example', user_type: 'agent' });
    expect(stage.posts).toHaveLength(1);
  });
});

describe('delivery', () => {
  it('is tried again after 5, 20 and 50 seconds, with the same bytes, and then given up', () => {
    const stage = webhookStage();
    stage.register('incoming_event', { filters: { author_type: 'customer' } });
    const { visitor, say } = chatting(stage);
    stage.receiver.status = 500;
    say(visitor, 'Hi');
    const counts = [0, 4_999, 1, 14_999, 1, 29_999, 1, 600_000].map((ms) => {
      stage.clock.pass(ms);
      visitor.alive();
      return stage.posts.length;
    });
    expect(counts).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
    expect(new Set(stage.posts.map(({ text }) => text)).size).toBe(1);
    expect(stage.core.undelivered).toMatchObject([{ statuses: [500, 500, 500, 500] }]);
  });

  it('ends with the first 2xx', () => {
    const stage = webhookStage();
    stage.register('incoming_event', { filters: { author_type: 'customer' } });
    const { visitor, say } = chatting(stage);
    stage.receiver.status = undefined;
    say(visitor, 'Hi');
    stage.receiver.status = 204;
    stage.clock.pass(600_000);
    expect(stage.posts).toHaveLength(2);
    expect(stage.core.undelivered).toEqual([]);
  });

  it('does not follow a redirect', () => {
    const stage = webhookStage();
    stage.register('incoming_event', { filters: { author_type: 'customer' } });
    const { visitor, say } = chatting(stage);
    stage.receiver.status = 302;
    say(visitor, 'Hi');
    stage.clock.pass(5_000);
    expect(stage.posts).toHaveLength(2);
  });

  it('keeps the order of a chat, and what is tried again holds up nobody', () => {
    const stage = webhookStage();
    stage.register('incoming_event', { filters: { author_type: 'customer' } });
    const { visitor, say } = chatting(stage);
    stage.receiver.status = 'none yet';
    for (const text of ['one', 'two', 'three']) say(visitor, text);
    expect(texts(stage)).toEqual(['one']);
    stage.posts[0]?.answer(500);
    expect(texts(stage)).toEqual(['one', 'two']);
    stage.posts[1]?.answer(200);
    expect(texts(stage)).toEqual(['one', 'two', 'three']);
    stage.clock.pass(5_000);
    expect(texts(stage)).toEqual(['one', 'two', 'three', 'one']);
  });
});
