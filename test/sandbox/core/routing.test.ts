import { describe, expect, it } from 'vitest';
import type { Frame, SandboxPeer } from '../../support/sandbox-peer';
import { sandboxStage } from '../../support/sandbox-stage';

const groups = [{ id: 0, name: 'General', agentIds: [] }];
const quiet = { settings: { groups, limits: { idleMs: 10 ** 9 } } };
const agentsIn = (peer: SandboxPeer, chat_id: string): string[] =>
  peer
    .get('get_chat', { chat_id })
    .users.filter((user: Frame) => user.type === 'agent' && user.present)
    .map((user: Frame) => user.name);

describe('a new chat', () => {
  it('goes to an accepting agent with the fewest chats, who is in it from the first push', () => {
    const { agent, customer } = sandboxStage(quiet);
    const mara = agent('mara');
    const theo = agent('theo');
    const names = Array.from({ length: 4 }, () => {
      const visitor = customer();
      visitor.get('start_chat');
      return visitor.lastPush('incoming_chat').payload.chat.users[1];
    });
    expect(names.map(({ name }) => name)).toEqual(['Mara Okafor', 'Theo Lindqvist', 'Mara Okafor', 'Theo Lindqvist']);
    expect(names[0]).toMatchObject({ type: 'agent', job_title: 'Customer advisor', present: true });
    expect(names[0]).not.toHaveProperty('email');
    // Both have access, so both hear of all.
    expect([mara.pushes('incoming_chat').length, theo.pushes('incoming_chat').length]).toEqual([4, 4]);
  });

  it('goes to a person before a bot', () => {
    const { agent, customer } = sandboxStage(quiet);
    agent('pip');
    const mara = agent('mara');
    const first = customer();
    const second = customer();
    for (const visitor of [first, second]) visitor.get('start_chat');
    expect(second.lastPush('incoming_chat').payload.chat.users[1].name).toBe('Mara Okafor');
    mara.get('set_routing_status', { status: 'not_accepting_chats' });
    const third = customer();
    third.get('start_chat');
    expect(third.lastPush('incoming_chat').payload.chat.users[1].name).toBe('Pip');
  });

  it('is refused when nobody takes chats, unless it may wait', () => {
    const { agent, customer } = sandboxStage(quiet);
    const visitor = customer();
    expect(visitor.ask('start_chat').payload.error).toEqual({ type: 'groups_offline', message: 'Groups offline' });
    const { chat_id, thread_id } = visitor.get('start_chat', { continuous: true });
    expect(visitor.lastPush('incoming_chat').payload.chat).toMatchObject({
      users: [{ type: 'customer' }],
      properties: { routing: { continuous: true } },
    });

    const mara = agent('mara');
    expect(mara.frames[0].payload.chats_summary[0]).toMatchObject({
      id: chat_id,
      last_thread_summary: { active: true },
    });
    expect(agentsIn(visitor, chat_id)).toEqual(['Mara Okafor']);
    expect(visitor.lastPush('user_added_to_chat').payload).toMatchObject({ chat_id, thread_id, reason: 'other' });
    expect(mara.lastPush('incoming_chat').payload.chat.id).toBe(chat_id);
    expect(mara.lastPush('thread_properties_updated').payload.properties).toEqual({ routing: { unassigned: false } });
    expect(visitor.pushes('thread_properties_updated')).toEqual([]);
    // Resumed without a word about it, the chat keeps its mode.
    mara.get('deactivate_chat', { id: chat_id });
    mara.get('logout');
    expect(visitor.get('resume_chat', { chat: { id: chat_id } })).toHaveProperty('thread_id');
  });
});

describe('statuses', () => {
  it('are told when they change: to agents by name, to customers as groups', () => {
    const { agent, customer } = sandboxStage(quiet);
    const visitor = customer();
    const mara = agent('mara');
    expect(visitor.lastPush('groups_status_updated').payload.groups).toEqual([{ id: 0, status: 'online' }]);
    const theo = agent('theo');
    expect(mara.lastPush('routing_status_set').payload).toEqual({
      agent_id: 'theo@harbour.example',
      status: 'accepting_chats',
    });
    mara.takeNames();

    mara.get('set_routing_status', { status: 'not_accepting_chats' });
    expect(mara.lastPush('routing_status_set').request_id).toBeDefined();
    expect(visitor.pushes('groups_status_updated')).toHaveLength(1);
    theo.get('set_routing_status', { status: 'not_accepting_chats' });
    expect(visitor.lastPush('groups_status_updated').payload.groups).toEqual([{ id: 0, status: 'offline' }]);
    expect(mara.lastPush('groups_status_updated').payload.groups).toEqual([{ id: 0, status: 'not_accepting_chats' }]);
    expect(visitor.get('list_group_statuses', { all: true }).groups_status).toEqual({ '0': 'offline' });
    expect(visitor.get('list_group_statuses', { group_ids: [0, 99] }).groups_status).toEqual({ '0': 'offline' });
    expect(mara.get('list_routing_statuses', { filters: {} })).toEqual([
      { agent_id: 'mara@harbour.example', status: 'not_accepting_chats' },
      { agent_id: 'theo@harbour.example', status: 'not_accepting_chats' },
      { agent_id: 'pip@harbour.example', status: 'offline' },
    ]);
  });

  it('survive a reload of the console, and the choice survives with it', () => {
    const { agent, customer, clock } = sandboxStage(quiet);
    const visitor = customer();
    const mara = agent('mara');
    mara.get('set_routing_status', { status: 'not_accepting_chats' });
    mara.hangUp();
    clock.pass(4_999);
    const again = agent('mara');
    expect(again.frames[0].payload.my_profile.routing_status).toBe('not_accepting_chats');
    clock.pass(60_000);
    expect(again.get('list_routing_statuses')[0].status).toBe('not_accepting_chats');
    expect(visitor.pushes('groups_status_updated').length).toBe(2);
  });

  it('of an agent who comes back after a break is the default, or the last one on request', () => {
    const { agent, clock } = sandboxStage(quiet);
    const status = (login: object = {}) => agent('mara', login).frames[0].payload.my_profile.routing_status;
    const mara = agent('mara');
    mara.get('set_routing_status', { status: 'not_accepting_chats' });
    mara.hangUp();
    clock.pass(5_000);
    expect(status({ reconnect: true })).toBe('not_accepting_chats');
  });

  it('let a customer know who would answer', () => {
    const { agent, customer } = sandboxStage(quiet);
    const visitor = customer();
    expect(visitor.ask('get_predicted_agent').payload.error.type).toBe('group_offline');
    const pip = agent('pip');
    expect(visitor.get('get_predicted_agent')).toMatchObject({
      agent: { name: 'Pip', type: 'agent', is_bot: true },
      queue: false,
    });
    pip.get('set_routing_status', { status: 'not_accepting_chats' });
    expect(visitor.ask('get_predicted_agent').payload.error.type).toBe('group_unavailable');
    expect(visitor.ask('get_predicted_agent', { group_id: 7 }).payload.error.type).toBe('group_not_found');
  });
});

describe('an agent who goes', () => {
  it('after a while loses their chats to somebody else', () => {
    const { agent, customer, clock } = sandboxStage(quiet);
    const mara = agent('mara');
    const visitor = customer();
    const { chat_id } = visitor.get('start_chat');
    const theo = agent('theo');
    visitor.takeNames();
    theo.takeNames();
    mara.hangUp();
    clock.pass(4_999);
    expect(visitor.frames).toEqual([]);
    clock.pass(1);
    expect(visitor.lastPush('incoming_event').payload.event).toMatchObject({
      system_message_type: 'routing.assigned_disconnected',
      text_vars: { agent_added: 'Theo Lindqvist', agent_removed: 'Mara Okafor' },
    });
    expect(visitor.lastPush('chat_transferred').payload).toMatchObject({ reason: 'assigned' });
    expect(visitor.lastPush('chat_transferred').payload).not.toHaveProperty('requester_id');
    expect(visitor.lastPush('user_removed_from_chat').payload.reason).toBe('disconnected');
    expect(visitor.takeNames()).toEqual([
      'incoming_event',
      'chat_transferred',
      'user_removed_from_chat',
      'user_added_to_chat',
    ]);
    expect(theo.lastPush('incoming_chat').payload).toMatchObject({
      transferred_from: { group_ids: [0], agent_ids: ['mara@harbour.example'] },
    });
    expect(agentsIn(visitor, chat_id)).toEqual(['Theo Lindqvist']);
  });

  it('leaves the chat open and alone if nobody else is there, until somebody comes', () => {
    const { agent, customer } = sandboxStage(quiet);
    const mara = agent('mara');
    const visitor = customer();
    const { chat_id } = visitor.get('start_chat');
    mara.get('logout');
    expect(mara.closed?.code).toBe(1000);
    expect(mara.frames.at(-1)).toMatchObject({ action: 'logout', success: true });
    expect(visitor.lastPush('incoming_event').payload.event.system_message_type).toBe('routing.unassigned_signed_out');
    expect(visitor.lastPush('user_removed_from_chat').payload.reason).toBe('signed_out');
    expect(visitor.lastPush('groups_status_updated').payload.groups).toEqual([{ id: 0, status: 'offline' }]);
    expect(visitor.get('send_event', { chat_id, event: { type: 'message', text: 'Hello?' } })).toHaveProperty(
      'event_id',
    );
    agent('theo');
    expect(agentsIn(visitor, chat_id)).toEqual(['Theo Lindqvist']);
  });

  it('by logging out takes all their connections along', () => {
    const { agent } = sandboxStage(quiet);
    const [desk, phone] = [agent('mara'), agent('mara')];
    desk.get('logout');
    expect(phone.lastPush('agent_disconnected').payload).toEqual({ reason: 'agent_logged_out_remotely' });
    expect(phone.closed).toBeDefined();
  });
});
