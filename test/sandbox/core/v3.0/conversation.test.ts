import { describe, expect, it } from 'vitest';
import type { Frame, SandboxPeer } from '../../../support/sandbox-peer';
import { v30Story } from '../../../support/v30-story';
import { v30World } from '../../../support/v30-world';

const message = (text: string, more: object = {}) => ({ type: 'message', text, ...more });

/** What came after a request, and whether it carries the id of it. */
function heardAfter(peer: SandboxPeer, action: string, payload: object): readonly string[] {
  peer.frames.splice(0);
  peer.ask(action, payload);
  return peer.frames.map(
    ({ action: name, type, request_id }: Frame) => `${type} ${name}${request_id ? ' with id' : ''}`,
  );
}

describe('what answers a customer in v3.0', () => {
  it('to close a thread: the message with the id, then the end with the id', () => {
    const { visitor, chatId } = v30Story('open');
    expect(heardAfter(visitor, 'close_thread', { chat_id: chatId })).toEqual([
      'response close_thread with id',
      'push incoming_event with id',
      'push thread_closed with id',
    ]);
  });

  it('to a login: the response, then the page with the id, and the storage without', () => {
    const world = v30World();
    const peer = world.openCustomer();
    const page = { url: 'https://shop.example/', title: 'Shop' };
    expect(heardAfter(peer, 'login', { token: `Bearer ${world.token()}`, customer_page: page })).toEqual([
      'response login with id',
      'push customer_page_updated with id',
      'push customer_side_storage_updated',
    ]);
    expect(peer.lastPush('customer_page_updated').payload).toEqual({ ...page, timestamp: 1_772_460_000 });
  });

  it('to a page of a visit that goes on: once, also when everybody is told', () => {
    const { world, token } = v30Story('new');
    const peer = world.openCustomer();
    const login = { token: `Bearer ${token}`, customer_page: { url: 'https://shop.example/other' } };
    expect(heardAfter(peer, 'login', login).filter((line) => line.includes('page'))).toEqual([
      'push customer_page_updated with id',
    ]);
  });

  it('to a mark that does not move, and to data that does not change: the push all the same', () => {
    const { visitor, chatId } = v30Story('open');
    const mark = { chat_id: chatId, timestamp: 1 };
    expect(heardAfter(visitor, 'update_last_seen_timestamp', mark)).toContain(
      'push last_seen_timestamp_updated with id',
    );
    const { name } = visitor.get('update_customer', { name: 'Márta' }).customer;
    expect(heardAfter(visitor, 'update_customer', { name })).toContain('push customer_updated with id');
  });

  it('to a message: the event, or the thread that it opens, and not both', () => {
    const { visitor, priya, chatId } = v30Story('open');
    const send = { chat_id: chatId, event: message('x') };
    expect(heardAfter(visitor, 'send_event', send)).toEqual([
      'response send_event with id',
      'push incoming_event with id',
    ]);
    visitor.get('close_thread', { chat_id: chatId });
    priya.frames.splice(0);
    expect(heardAfter(visitor, 'send_event', send)).toEqual([
      'response send_event with id',
      'push incoming_chat_thread with id',
    ]);
    expect(priya.takeNames()).toEqual(['incoming_chat_thread']);
  });
});

describe('a message to a chat that is closed, in v3.0', () => {
  it('opens a thread with the next number, in the same groups', () => {
    const { visitor, chatId } = v30Story('closed');
    const { thread_id, event } = visitor.get('send_event', { chat_id: chatId, event: message('Again') });
    const { thread, access } = visitor.lastPush('incoming_chat_thread').payload.chat;
    expect(event).toMatchObject({ id: `${thread_id}_1`, order: 1, text: 'Again' });
    expect(thread).toMatchObject({ id: thread_id, active: true, order: 3, events: [event] });
    expect(access).toEqual({ group_ids: [3] });
  });

  it('is attached to the last thread, which stays closed', () => {
    const { visitor, chatId, threadId } = v30Story('closed');
    const attached = { chat_id: chatId, event: message('P.S.'), attach_to_last_thread: true };
    expect(visitor.get('send_event', attached).thread_id).toBe(threadId);
    expect(visitor.get('get_chats_summary').chats_summary[0].active).toBe(false);
  });

  it('is refused when it wants an active thread', () => {
    const { priya, visitor, chatId } = v30Story('closed');
    for (const peer of [priya, visitor]) {
      const refusal = peer.ask('send_event', { chat_id: chatId, event: message('x'), require_active_thread: true });
      expect(refusal.payload.error).toEqual({ type: 'validation', message: 'Chat is inactive' });
    }
  });

  it('opens none when it is an annotation', () => {
    const { visitor, chatId, threadId } = v30Story('closed');
    const event = { type: 'annotation', annotation_type: 'rating', text: 'good' };
    expect(visitor.get('send_event', { chat_id: chatId, event })).toMatchObject({ thread_id: threadId, event });
    expect(visitor.ask('send_event', { chat_id: chatId, event: { type: 'annotation' } }).success).toBe(false);
  });
});

describe('things of v3.0', () => {
  it('have wrapped properties when they are said, and bare ones when they are asked for', () => {
    const { visitor, priya, chatId, threadId } = v30Story('open');
    const place = { chat_id: chatId, thread_id: threadId };
    visitor.get('update_chat_thread_properties', { ...place, properties: { rating: { score: 1 } } });
    for (const peer of [visitor, priya]) {
      const { properties } = peer.lastPush('chat_thread_properties_updated').payload;
      expect(properties).toEqual({ rating: { score: { value: 1 } } });
    }
    const wrapped = { ...place, properties: { rating: { score: { value: 0 } } } };
    expect(visitor.ask('update_chat_thread_properties', wrapped).payload.error.type).toBe('validation');
  });

  it('name the field that is wrong as it was called then', () => {
    const { visitor, priya } = v30Story('new');
    const refusals = [visitor.ask('close_thread'), priya.ask('close_thread'), priya.ask('update_agent')];
    expect(refusals.map(({ payload }) => payload.error.message)).toEqual([
      'Wrong format of request: `payload.chat_id` is required',
      '`chat_id` is required',
      '`routing_status` is required',
    ]);
  });

  it('know no actions and no events of later versions', () => {
    const { visitor, priya, chatId } = v30Story('open');
    for (const action of ['list_chats', 'resume_chat', 'mark_events_as_seen', 'send_file', 'upload_file']) {
      expect(visitor.ask(action).payload.error).toEqual({ type: 'validation', message: 'Unknown action' });
      expect(priya.ask(action).payload.error.message).toMatch('Unknown action');
    }
    const form = { type: 'form', form_id: 'f', fields: [] };
    expect(priya.ask('send_event', { chat_id: chatId, event: form }).success).toBe(false);
    const buttons = Array.from({ length: 12 }, () => ({ text: 'x', postback_id: 'x', user_ids: [] }));
    const cards = { type: 'rich_message', template_id: 'cards', elements: [{ title: 'x', buttons }] };
    expect(priya.ask('send_event', { chat_id: chatId, event: cards }).success).toBe(false);
  });

  it('page by how many are left out', () => {
    const { visitor, chatId } = v30Story('closed');
    const ask = (page: object) => visitor.get('get_chat_threads_summary', { chat_id: chatId, ...page });
    expect(ask({}).threads_summary.map(({ order }: Frame) => order)).toEqual([2, 1]);
    expect(ask({ offset: 1 })).toMatchObject({ threads_summary: [{ order: 1 }], total_threads: 2 });
    expect(ask({ limit: 1 })).toMatchObject({ threads_summary: [{ order: 2 }], total_threads: 2 });
    expect(visitor.ask('get_chats_summary', { offset: 101 }).success).toBe(false);
  });

  it('replace all fields of a customer, or merge them', () => {
    const { visitor } = v30Story('new');
    const fields = () => visitor.lastPush('customer_updated').payload.customer.fields;
    visitor.get('update_customer', { fields: { plan: 'platinum' } });
    expect(fields()).toEqual({ plan: 'platinum', cart_items: '3' });
    visitor.get('set_customer_fields', { fields: { size: 'M' } });
    expect(fields()).toEqual({ size: 'M' });
    expect(visitor.ask('set_customer_fields', { fields: { size: 1 } }).success).toBe(false);
  });

  it('say the place in the queue as properties of the thread', () => {
    const { world } = v30Story('open', { limits: { chatsPerAgent: 1 } });
    const inGroup = { chat: { access: { group_ids: [3] } } };
    world.customer().get('start_chat', inGroup);
    const last = world.customer();
    const { thread } = last.get('start_chat', inGroup).chat;
    expect(thread.properties.lc2).toMatchObject({
      queue_pos: { value: 1 },
      queue_waiting_time: { value: expect.any(Number) },
    });
  });
});

describe('access to a chat in v3.0', () => {
  const access = (id: string, group: number) => ({ resource: 'chat', id, access: { type: 'group', id: group } });

  it('is granted, revoked and set; the customer hears only the last', () => {
    const { visitor, priya, jurgen, chatId } = v30Story('open');
    const ask = (action: string, group: number) => priya.get(action, access(chatId, group));
    ask('grant_access', 7);
    ask('revoke_access', 3);
    ask('set_access', 3);
    for (const peer of [priya, jurgen]) {
      expect(peer.lastPush('access_granted').payload).toMatchObject({ id: chatId, access: { group_ids: [7] } });
      expect(peer.lastPush('access_revoked').payload).toMatchObject({ id: chatId, access: { group_ids: [3] } });
    }
    expect(visitor.pushes('access_granted').concat(visitor.pushes('access_revoked'))).toEqual([]);
    expect(visitor.pushes('access_set')).toMatchObject([{ payload: { resource: 'chat', access: { group_ids: [3] } } }]);
  });

  it('is never taken from the last group, and never given to one that is not there', () => {
    const { priya, chatId } = v30Story('open');
    expect(priya.ask('revoke_access', access(chatId, 3)).payload.error.type).toBe('validation');
    expect(priya.ask('grant_access', access(chatId, 99)).payload.error.type).toBe('group_not_found');
    expect(priya.ask('grant_access', { ...access(chatId, 7), resource: 'thread' }).payload.error.type).toBe(
      'validation',
    );
  });
});

describe('an agent of v3.0', () => {
  it('writes without having joined, and is shown as somebody who is not there', () => {
    const { visitor, jurgen, chatId } = v30Story('open');
    jurgen.get('send_event', { chat_id: chatId, event: message('From the side') });
    expect(visitor.lastPush('chat_user_added').payload.user).toMatchObject({
      id: 'jurgen@support.example',
      present: false,
    });
    jurgen.get('send_event', { chat_id: chatId, event: message('Again') });
    expect(visitor.pushes('chat_user_added')).toHaveLength(1);
  });

  it('says system messages to agents, unless to all', () => {
    const { visitor, priya, chatId } = v30Story('open');
    visitor.frames.splice(0);
    const event = { type: 'system_message', system_message_type: 'noted', text: 'Noted' };
    expect(priya.get('send_event', { chat_id: chatId, event }).event.recipients).toBe('agents');
    expect(visitor.frames).toEqual([]);
    priya.get('send_event', { chat_id: chatId, event: { ...event, recipients: 'all' } });
    expect(visitor.lastPush('incoming_event').payload.event).toMatchObject({ text: 'Noted', recipients: 'all' });
  });

  it('closes a chat of others, unless it asks for the rule that forbids it', () => {
    const { jurgen, chatId } = v30Story('open');
    const close = { chat_id: chatId, require_requester_presence: true };
    expect(jurgen.ask('close_thread', close).payload.error.type).toBe('authorization');
    expect(jurgen.ask('close_thread', { chat_id: chatId }).success).toBe(true);
  });

  it('is not told of archives that are of other days', () => {
    const { priya } = v30Story('closed');
    const find = (filters: object) => priya.get('get_archives', { filters }).chats.length;
    expect(find({})).toBe(2);
    expect(find({ date_from: '2026-03-02', date_to: '2026-03-02' })).toBe(2);
    expect(find({ date_to: '2026-03-01' })).toBe(0);
    expect(priya.ask('get_archives', { filters: { date_to: 'yesterday' } }).success).toBe(false);
  });

  it('finds customers by words, numbers and times', () => {
    const { priya, visitor } = v30Story('open');
    const find = (filters: object) => priya.get('get_customers', { filters }).customers.map(({ name }: Frame) => name);
    expect(visitor.get('update_customer', { name: 'Márta' }).customer.name).toBe('Márta');
    expect(find({})).toEqual(['Joris', 'Márta']);
    expect(find({ name: { values: ['Joris'] } })).toEqual(['Joris']);
    expect(find({ name: { exclude_values: ['Joris'] }, country: { values: ['Portugal'] } })).toEqual(['Márta']);
    expect(find({ threads_count: { gt: 1, lte: 2 } })).toEqual(['Márta']);
    expect(find({ created_at: { lt: '2020-01-01T00:00:00.000000Z' } })).toEqual([]);
  });

  it('is heard for a while after the usual silence', () => {
    const { priya, world } = v30Story('new');
    priya.receive('{"action":"ping"}');
    world.clock.pass(35_000);
    expect(priya.closed).toBeUndefined();
    world.clock.pass(10_000);
    expect(priya.lastPush('agent_disconnected').payload).toEqual({ reason: 'connection_timeout' });
  });
});

describe('a bot of v3.0', () => {
  it('is spoken for by an agent; nobody speaks for another person', () => {
    const { priya, visitor, chatId } = v30Story('open');
    const send = (author_id: string) => {
      priya.receive(
        JSON.stringify({ action: 'send_event', author_id, payload: { chat_id: chatId, event: message('Hm') } }),
      );
      return visitor.lastPush('incoming_event').payload.event.author_id;
    };
    expect(send('pixel-bot@support.example')).toBe('pixel-bot@support.example');
    send('jurgen@support.example');
    expect(priya.frames.at(-1).payload.error.type).toBe('authorization');
  });
});
