import { describe, expect, it } from 'vitest';
import { sandboxStage } from '../../support/sandbox-stage';

const MARA = 'mara@harbour.example';
const limits = { idleMs: 10 ** 9, chatsPerAgent: 1 };

/** Mara has one chat, and no place for another one. */
function full() {
  const stage = sandboxStage({ settings: { limits } });
  const mara = stage.agent('mara');
  const first = stage.customer();
  const { chat_id } = first.get('start_chat');
  mara.takeNames();
  return { ...stage, mara, first, chat_id };
}

describe('the queue', () => {
  it('takes those who come when everybody is busy, first come first served, and says where they are', () => {
    const { mara, first, chat_id, customer } = full();
    const second = customer();
    const queued = second.get('start_chat');
    const third = customer();
    third.get('start_chat');
    const thread = mara.get('get_chat', { chat_id: queued.chat_id }).thread;
    expect(thread.queue).toEqual({ position: 1, wait_time: 60, queued_at: expect.stringMatching(/Z$/) });
    expect(thread.properties.routing.unassigned).toBe(true);
    expect(mara.lastPush('queue_positions_updated').payload).toEqual([
      { chat_id: expect.any(String), thread_id: expect.any(String), queue: { position: 2, wait_time: 120 } },
    ]);
    expect(third.lastPush('queue_position_updated').payload.queue).toMatchObject({ position: 2, wait_time: 120 });
    expect(second.pushes('queue_position_updated')).toHaveLength(1);

    mara.get('deactivate_chat', { id: chat_id });
    expect(second.lastPush('user_added_to_chat').payload.user.name).toBe('Mara Okafor');
    expect(third.lastPush('queue_position_updated').payload.queue).toMatchObject({ position: 1, wait_time: 60 });
    const assigned = mara.get('get_chat', { chat_id: queued.chat_id }).thread;
    expect(assigned).not.toHaveProperty('queue');
    expect(assigned.queues_duration).toEqual(expect.any(Number));
    expect(first.pushes('queue_position_updated')).toEqual([]);
  });

  it('is left when the customer gives up', () => {
    const { customer } = full();
    const second = customer();
    const third = customer();
    const { chat_id } = second.get('start_chat');
    third.get('start_chat');
    second.get('deactivate_chat', { id: chat_id });
    expect(third.lastPush('queue_position_updated').payload.queue.position).toBe(1);
    second.get('resume_chat', { chat: { id: chat_id } });
    expect(second.lastPush('queue_position_updated').payload.queue.position).toBe(2);
  });

  it('lets the next one in when an agent takes more chats', () => {
    const { customer, mara, control } = full();
    const second = customer();
    second.get('start_chat');
    control('set-chat-limit', { agent_id: MARA, limit: 2 });
    expect(second.lastPush('user_added_to_chat').payload.user.name).toBe('Mara Okafor');
    expect(mara.lastPush('thread_properties_updated').payload.properties).toEqual({ routing: { unassigned: false } });
  });

  it('is not for a group where nobody takes chats', () => {
    const { customer, agent } = full();
    agent('theo').get('set_routing_status', { status: 'not_accepting_chats' });
    const access = { group_ids: [3] };
    expect(customer().ask('start_chat', { chat: { access } }).payload.error.type).toBe('groups_offline');
  });

  it('waits in the groups of the chat: who is free elsewhere does not get it', () => {
    const stage = sandboxStage({ settings: { limits } });
    stage.agent('mara');
    stage.agent('theo');
    const inSales = () => {
      const visitor = stage.customer();
      visitor.get('start_chat', { chat: { access: { group_ids: [7] } } });
      return visitor;
    };
    inSales();
    expect(inSales().lastPush('queue_position_updated').payload.queue.position).toBe(1);
  });

  it('outlives a restart', () => {
    const { core, customer } = full();
    const second = customer();
    const { chat_id } = second.get('start_chat');
    const again = sandboxStage({ settings: { limits }, history: [core.facts] });
    const mara = again.agent('mara', { away: true });
    expect(mara.get('get_chat', { chat_id }).thread.queue.position).toBe(1);
  });
});

describe('an agent who goes', () => {
  it('leaves their chat in the queue when others have no place, and one who only looks on does not keep it from there', () => {
    const { mara, first, chat_id, agent, customer, clock } = full();
    const theo = agent('theo');
    customer().get('start_chat');
    const look = { chat_id, user_id: 'theo@harbour.example', user_type: 'agent', visibility: 'agents' };
    theo.get('add_user_to_chat', look);
    mara.hangUp();
    clock.pass(6_000);
    expect(theo.lastPush('chat_transferred').payload).toMatchObject({ reason: 'unassigned', queue: { position: 1 } });
    expect(first.lastPush('incoming_event').payload.event.text).toBe(
      'Customer was queued because Mara Okafor lost the connection',
    );
    expect(first.lastPush('queue_position_updated').payload.queue.position).toBe(1);
    agent('mara');
    expect(first.lastPush('user_added_to_chat').payload.user.name).toBe('Mara Okafor');
  });
});

describe('a transfer to a group', () => {
  it('says where the chat waits, if that was wanted, to those who had it and those who will have it', () => {
    const { mara, first, chat_id, agent } = full();
    const theo = agent('theo');
    theo.get('set_routing_status', { status: 'not_accepting_chats' });
    const target = { type: 'group', ids: [3] };
    expect(mara.ask('transfer_chat', { id: chat_id, target }).payload.error.type).toBe('agent_offline');
    mara.get('transfer_chat', { id: chat_id, target, ignore_agents_availability: true });
    const told = mara.lastPush('chat_transferred').payload;
    expect(told).toMatchObject({ transferred_to: { group_ids: [3] }, queue: { position: 1, wait_time: 60 } });
    expect(theo.lastPush('chat_transferred').payload).toEqual(told);
    expect(first.lastPush('queue_position_updated').payload.queue.position).toBe(1);
    for (const peer of [mara, theo])
      expect(peer.lastPush('chat_access_updated').payload.access).toEqual({ group_ids: [3] });
    expect(mara.ask('get_chat', { chat_id }).payload.error.type).toBe('missing_access');

    theo.get('set_routing_status', { status: 'accepting_chats' });
    expect(first.lastPush('user_added_to_chat').payload.user.name).toBe('Theo Lindqvist');
  });
});
