import { describe, expect, it } from 'vitest';
import { sandboxStage } from '../../support/sandbox-stage';

const message = (text: string, more: object = {}) => ({ type: 'message', text, ...more });

function chatting() {
  const stage = sandboxStage({ settings: { limits: { idleMs: 10 ** 9 } } });
  const mara = stage.agent('mara');
  const visitor = stage.customer({ customer: { name: 'Ada' } });
  const { chat_id, thread_id } = visitor.get('start_chat');
  const theo = stage.agent('theo');
  for (const peer of [mara, theo, visitor]) peer.takeNames();
  return { ...stage, mara, theo, visitor, chat_id, thread_id };
}

describe('a transfer', () => {
  it('to an agent moves the chat, and tells the one who asked first', () => {
    const { mara, theo, visitor, chat_id, thread_id } = chatting();
    mara.get('transfer_chat', { id: chat_id, target: { type: 'agent', ids: ['theo@harbour.example'] } });
    expect(visitor.frames[0].payload.event).toMatchObject({
      system_message_type: 'chat_transferred',
      text: 'Mara Okafor transferred the chat to Theo Lindqvist',
      text_vars: { initiator: 'Mara Okafor', targets: 'Theo Lindqvist' },
    });
    expect(visitor.lastPush('chat_transferred').payload).toMatchObject({
      chat_id,
      thread_id,
      reason: 'manual',
      requester_id: expect.stringMatching(/^[0-9a-f]{32}$/),
      transferred_to: { agent_ids: [expect.stringMatching(/^[0-9a-f]{32}$/)] },
    });
    expect(mara.lastPush('chat_transferred').request_id).toBeDefined();
    expect(theo.lastPush('incoming_chat').payload.transferred_from.agent_ids).toEqual(['mara@harbour.example']);
    expect(mara.takeNames()).toEqual([
      'transfer_chat:response',
      'incoming_event',
      'chat_transferred',
      'user_removed_from_chat',
      'user_added_to_chat',
    ]);
    expect(mara.ask('send_event', { chat_id, event: message('x') }).payload.error.type).toBe('authorization');
    expect(theo.get('send_event', { chat_id, event: message('Hi Ada') })).toHaveProperty('event_id');
  });

  it('to the group finds somebody else in it', () => {
    const { mara, visitor, chat_id } = chatting();
    mara.get('transfer_chat', { id: chat_id, target: { type: 'group', ids: [0] } });
    expect(visitor.frames[0].payload.event.text).toBe('Mara Okafor transferred the chat to General');
    expect(visitor.lastPush('chat_transferred').payload.transferred_to).toMatchObject({
      group_ids: [0],
      agent_ids: [expect.any(String)],
    });
    expect(visitor.lastPush('user_added_to_chat').payload.user.name).toBe('Theo Lindqvist');
  });

  it.each([
    ['somebody unknown', { type: 'agent', ids: ['eve@harbour.example'] }, 'not_found'],
    ['somebody who is not there', { type: 'agent', ids: ['pip@harbour.example'] }, 'agent_offline'],
    ['somebody in the chat', { type: 'agent', ids: ['mara@harbour.example'] }, 'validation'],
    ['no group', { type: 'group', ids: [9] }, 'not_found'],
    ['nobody', { type: 'agent', ids: [] }, 'validation'],
    ['nothing of a kind', { type: 'robot', ids: ['x'] }, 'validation'],
  ])('to %s fails and changes nothing', (_, target, type) => {
    const { core, mara, visitor, chat_id } = chatting();
    const before = core.facts.length;
    expect(mara.ask('transfer_chat', { id: chat_id, target }).payload.error.type).toBe(type);
    expect(core.facts.length).toBe(before);
    expect(visitor.frames).toEqual([]);
  });

  it('to a group with nobody free waits only if that is wanted', () => {
    const { mara, theo, visitor, chat_id } = chatting();
    theo.get('set_routing_status', { status: 'not_accepting_chats' });
    const target = { type: 'group', ids: [0] };
    expect(mara.ask('transfer_chat', { id: chat_id, target }).payload.error.type).toBe('agent_offline');
    mara.get('transfer_chat', { id: chat_id, target, ignore_agents_availability: true });
    expect(visitor.lastPush('chat_transferred').payload.transferred_to).toEqual({ group_ids: [0] });
    expect(theo.lastPush('chat_transferred').payload.transferred_to).toEqual({ group_ids: [0] });
  });

  it('needs presence, or the wish to do without', () => {
    const { theo, chat_id } = chatting();
    const target = { type: 'agent', ids: ['theo@harbour.example'] };
    expect(theo.ask('transfer_chat', { id: chat_id, target }).payload.error.type).toBe('authorization');
    theo.get('transfer_chat', { id: chat_id, target, ignore_requester_presence: true });
  });
});

describe('company', () => {
  it('joins and leaves with a line', () => {
    const { theo, visitor, chat_id } = chatting();
    const self = { chat_id, user_id: 'theo@harbour.example', user_type: 'agent' };
    theo.get('add_user_to_chat', { ...self, visibility: 'all' });
    expect(visitor.frames[0].payload.event).toMatchObject({
      system_message_type: 'agent_joined',
      text_vars: { agent: 'Theo Lindqvist' },
    });
    expect(visitor.lastPush('user_added_to_chat').payload).toMatchObject({
      reason: 'manual',
      user: { name: 'Theo Lindqvist' },
    });
    expect(theo.lastPush('user_added_to_chat').request_id).toBeDefined();
    expect(theo.lastPush('incoming_chat').payload.chat.id).toBe(chat_id);
    expect(theo.ask('add_user_to_chat', { ...self, visibility: 'all' }).payload.error.type).toBe('validation');

    visitor.takeNames();
    theo.get('remove_user_from_chat', self);
    expect(visitor.frames[0].payload.event).toMatchObject({ system_message_type: 'agent_left' });
    expect(visitor.lastPush('user_removed_from_chat').payload.user_id).toMatch(/^[0-9a-f]{32}$/);
  });

  it('is added and removed by somebody else, by name', () => {
    const { mara, visitor, chat_id } = chatting();
    const user = { chat_id, user_id: 'theo@harbour.example', user_type: 'agent' };
    mara.get('add_user_to_chat', { ...user, visibility: 'all' });
    expect(visitor.frames[0].payload.event.text).toBe('Mara Okafor added Theo Lindqvist to the chat');
    visitor.takeNames();
    mara.get('remove_user_from_chat', user);
    expect(visitor.frames[0].payload.event.text).toBe('Mara Okafor removed Theo Lindqvist from the chat');
    expect(mara.ask('remove_user_from_chat', user).payload.error.type).toBe('not_found');
    const customer = { chat_id, user_id: 'x', user_type: 'customer' };
    expect(mara.ask('remove_user_from_chat', customer).payload.error.type).toBe('validation');
  });

  it('that the customer should not see is not seen, in no way', () => {
    const { mara, theo, visitor, chat_id, clock } = chatting();
    theo.get('add_user_to_chat', {
      chat_id,
      user_id: 'theo@harbour.example',
      user_type: 'agent',
      visibility: 'agents',
    });
    expect(mara.lastPush('user_added_to_chat').payload.user.visibility).toBe('agents');
    expect(theo.ask('send_event', { chat_id, event: message('Boo') }).payload.error.type).toBe('authorization');
    theo.get('send_event', { chat_id, event: message('Ask for the size', { visibility: 'agents' }) });
    clock.pass(1_000);
    theo.get('mark_events_as_seen', { chat_id, seen_up_to: '2026-03-02T14:00:01.000000Z' });
    expect(mara.pushes('events_marked_as_seen')).toHaveLength(1);
    expect(visitor.frames).toEqual([]);
    const { users, thread } = visitor.get('get_chat', { chat_id });
    expect(users).toHaveLength(2);
    expect(thread.user_ids).toHaveLength(2);
  });

  it('that leaves last makes room for another', () => {
    const { mara, visitor, chat_id } = chatting();
    mara.get('remove_user_from_chat', { chat_id, user_id: 'mara@harbour.example', user_type: 'agent' });
    expect(visitor.lastPush('user_added_to_chat').payload.user.name).toBe('Theo Lindqvist');
  });
});

it('comes into a chat that was left alone without a line', () => {
  const { agent, customer } = sandboxStage();
  const mara = agent('mara', { away: true });
  const visitor = customer();
  const { chat_id } = visitor.get('start_chat', { continuous: true });
  visitor.takeNames();
  const self = { chat_id, user_id: 'mara@harbour.example', user_type: 'agent', visibility: 'all' };
  mara.get('add_user_to_chat', self);
  expect(visitor.takeNames()).toEqual(['user_added_to_chat']);
  expect(mara.lastPush('thread_properties_updated').payload.properties).toEqual({ routing: { unassigned: false } });
});

describe('following', () => {
  it('brings everything of a chat, until it is over', () => {
    const { mara, theo, visitor, chat_id } = chatting();
    visitor.get('send_event', { chat_id, event: message('one') });
    expect(theo.frames).toEqual([]);
    theo.get('follow_chat', { id: chat_id });
    expect(theo.lastPush('incoming_chat').payload.chat).toMatchObject({ id: chat_id, is_followed: true });
    visitor.get('send_event', { chat_id, event: message('two') });
    visitor.get('send_sneak_peek', { chat_id, sneak_peek_text: 'th' });
    expect(theo.takeNames()).toEqual([
      'follow_chat:response',
      'incoming_chat',
      'incoming_event',
      'incoming_sneak_peek',
    ]);
    theo.get('follow_chat', { id: chat_id });
    expect(theo.takeNames()).toEqual(['follow_chat:response']);
    theo.get('unfollow_chat', { id: chat_id });
    visitor.get('send_event', { chat_id, event: message('three') });
    expect(theo.takeNames()).toEqual(['unfollow_chat:response']);
    expect(mara.ask('unfollow_chat', { id: chat_id }).payload.error.type).toBe('validation');
  });

  it('is not needed for the big news of a chat that one could enter', () => {
    const { mara, theo, chat_id } = chatting();
    mara.get('deactivate_chat', { id: chat_id });
    expect(theo.takeNames()).toEqual(['chat_deactivated']);
  });
});

describe('looking around', () => {
  it('lists chats, newest first, in pages and by activity', () => {
    const { mara, customer, visitor, chat_id } = chatting();
    const second = customer();
    const other = second.get('start_chat');
    visitor.get('deactivate_chat', { id: chat_id });
    const page = mara.get('list_chats', { limit: 1 });
    expect(page).toMatchObject({ found_chats: 2, chats_summary: [{ id: other.chat_id }] });
    const rest = mara.get('list_chats', { page_id: page.next_page_id });
    expect(rest.chats_summary[0]).toMatchObject({
      id: chat_id,
      is_followed: false,
      access: { group_ids: [0] },
      last_thread_summary: { active: false },
      last_event_per_type: { system_message: { event: { system_message_type: 'manual_archived_customer' } } },
    });
    expect(mara.get('list_chats', { filters: { active: true } }).chats_summary).toHaveLength(1);
    expect(mara.get('list_chats', { filters: { active: null } }).chats_summary).toHaveLength(2);
    const wrong = mara.ask('list_chats', { page_id: page.next_page_id, filters: {} });
    expect(wrong.payload.error.message).toBe('`filters` cannot be used with `page_id`');
  });

  it('knows who could take over, the idle first', () => {
    const { mara, chat_id, customer } = chatting();
    customer().get('start_chat');
    const [theo] = mara.get('list_agents_for_transfer', { chat_id });
    expect(theo).toEqual({ agent_id: 'theo@harbour.example', active_chats: 1, total_active_chats: 1 });
  });

  it('reads about a customer', () => {
    const { mara, visitor, chat_id } = chatting();
    const id = visitor.get('get_customer').id;
    visitor.get('update_customer_page', { url: 'https://shop.example/a', title: 'A' });
    expect(mara.get('get_customer', { id })).toMatchObject({
      id,
      name: 'Ada',
      online: true,
      state: 'chatting',
      chat_ids: [chat_id],
      visit: { last_pages: [{ url: 'https://shop.example/a', title: 'A' }] },
      statistics: { page_views_count: 1 },
    });
    expect(mara.ask('get_customer', { id: 'nobody' }).payload.error.type).toBe('not_found');
  });

  it('writes about a customer, and only agents read why', () => {
    const { mara, visitor } = chatting();
    const id = visitor.get('get_customer').id;
    visitor.takeNames();
    mara.get('update_customer', { id, email: 'ada@example.org' });
    expect(visitor.takeNames()).toEqual(['customer_updated']);
    expect(mara.lastPush('incoming_event').payload.event).toMatchObject({
      system_message_type: 'customer_updated',
      visibility: 'agents',
    });
  });

  it('tells those who watch the site who comes, looks and goes', () => {
    const { agent, customer, clock } = sandboxStage({ settings: { limits: { idleMs: 10 ** 9 } } });
    const own = agent('mara');
    const all = agent('theo', { customer_monitoring_level: 'online' });
    expect(all.lastPush('incoming_customers').payload).toEqual({ customer_monitoring_level: 'online', customers: [] });
    own.takeNames();
    all.takeNames();
    const visitor = customer({ customer_page: { url: 'https://shop.example/' } });
    visitor.get('update_customer_page', { url: 'https://shop.example/b' });
    visitor.hangUp();
    clock.pass(5_000);
    expect(all.takeNames()).toEqual(['incoming_customer', 'customer_page_updated', 'customer_left']);
    expect(own.frames).toEqual([]);
  });
});

it('speaks to colleagues', () => {
  const { mara, theo, visitor } = chatting();
  mara.get('multicast', {
    recipients: { agents: { ids: ['theo@harbour.example'] } },
    content: { lunch: true },
    type: 'shop',
  });
  expect(theo.lastPush('incoming_multicast').payload).toEqual({
    author_id: 'mara@harbour.example',
    content: { lunch: true },
    type: 'shop',
  });
  expect(mara.takeNames()).toEqual(['multicast:response']);
  expect(visitor.frames).toEqual([]);
});

it('tags a thread, and takes the tag off again', () => {
  const { mara, visitor, chat_id, thread_id } = chatting();
  mara.get('tag_thread', { chat_id, thread_id, tag: 'sale' });
  expect(mara.lastPush('thread_tagged').payload).toEqual({ chat_id, thread_id, tag: 'sale' });
  expect(mara.get('get_chat', { chat_id }).thread.tags).toEqual(['sale']);
  mara.get('untag_thread', { chat_id, thread_id, tag: 'sale' });
  expect(mara.get('get_chat', { chat_id }).thread).not.toHaveProperty('tags');
  expect(visitor.frames).toEqual([]);
});

it('starts a chat with a customer who has none', () => {
  const { agent, customer } = sandboxStage();
  const mara = agent('mara');
  const visitor = customer();
  const { id } = visitor.get('get_customer');
  const users = [{ id, type: 'customer' }];
  const started = mara.get('start_chat', { chat: { users, thread: { events: [message('Can I help?')] } } });
  expect(visitor.lastPush('incoming_chat').payload.chat).toMatchObject({
    id: started.chat_id,
    thread: { events: [{ id: started.event_ids[0], text: 'Can I help?' }] },
  });
  expect(visitor.lastPush('incoming_chat')).not.toHaveProperty('request_id');
  expect(mara.ask('start_chat', { chat: { users } }).payload.error.type).toBe('chat_limit_reached');
});
