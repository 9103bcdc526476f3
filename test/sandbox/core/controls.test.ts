import { describe, expect, it } from 'vitest';
import { sandboxStage } from '../../support/sandbox-stage';

const message = (text: string, more: object = {}) => ({ type: 'message', text, ...more });

function chatting() {
  const stage = sandboxStage({ settings: { limits: { idleMs: 10 ** 9 } } });
  const mara = stage.agent('mara');
  const visitor = stage.customer();
  const { chat_id, thread_id } = visitor.get('start_chat');
  const { event_id } = mara.get('send_event', { chat_id, event: message('Two left', { custom_id: 'c-1' }) });
  for (const peer of [mara, visitor]) peer.takeNames();
  return { ...stage, mara, visitor, chat_id, thread_id, event_id };
}

describe('a control', () => {
  it('edits an event for everybody, and for good', () => {
    const { control, mara, visitor, chat_id, event_id, core } = chatting();
    control('edit-event', { chat_id, event_id, text: 'One left' });
    for (const peer of [mara, visitor]) {
      expect(peer.lastPush('event_updated').payload.event).toMatchObject({
        id: event_id,
        custom_id: 'c-1',
        text: 'One left',
      });
      const { events } = peer.get('get_chat', { chat_id }).thread;
      expect(events.find(({ id }: { id: string }) => id === event_id).text).toBe('One left');
    }
    const again = sandboxStage({ history: [core.facts] });
    const { events } = again.agent('mara').get('get_chat', { chat_id }).thread;
    expect(events.find(({ id }: { id: string }) => id === event_id).text).toBe('One left');
  });

  it('deletes what anybody wrote', () => {
    const { control, mara, visitor, chat_id, thread_id, event_id } = chatting();
    control('delete-event', { chat_id, event_id });
    const place = { chat_id, thread_id, event_id };
    expect(mara.lastPush('event_deleted').payload).toEqual(place);
    expect(visitor.lastPush('event_deleted').payload).toEqual(place);
    expect(() => control('delete-event', { chat_id, event_id })).toThrow(/404/);
  });

  it('puts a chat anywhere in the queue, and takes it out again', () => {
    const { control, visitor, mara, chat_id } = chatting();
    control('set-queue-position', { chat_id, position: 4, wait_time: 90 });
    expect(visitor.lastPush('queue_position_updated').payload.queue).toMatchObject({ position: 4, wait_time: 90 });
    expect(mara.lastPush('queue_positions_updated').payload).toHaveLength(1);
    control('set-queue-position', { chat_id, position: 3 });
    expect(visitor.lastPush('queue_position_updated').payload.queue.position).toBe(3);
    control('set-queue-position', { chat_id, position: 0 });
    expect(visitor.get('get_chat', { chat_id }).thread).not.toHaveProperty('queue');
  });

  it.each([
    ['inactive', 'Chat archived due to 30 minutes of inactivity'],
    ['offline', 'Chat archived due to no available agents'],
    ['other', 'The chat was closed'],
  ])('closes a chat as the router does: %s', (reason, text) => {
    const { control, visitor, chat_id } = chatting();
    control('archive-chat', { chat_id, reason });
    expect(visitor.lastPush('incoming_event').payload.event).toMatchObject({
      system_message_type: `routing.archived_${reason}`,
      text,
    });
    expect(visitor.lastPush('chat_deactivated').payload).not.toHaveProperty('user_id');
    expect(() => control('archive-chat', { chat_id })).toThrow(/409/);
  });

  it('marks a thread idle', () => {
    const { control, visitor, mara, chat_id } = chatting();
    control('mark-idle', { chat_id, minutes: 15 });
    expect(visitor.lastPush('incoming_event').payload.event.text).toBe('Chat is idle due to 15 minutes of inactivity');
    expect(mara.lastPush('thread_properties_updated').payload.properties).toEqual({ routing: { idle: true } });
  });

  it('sends away a customer or an agent, for any reason', () => {
    const { control, visitor, mara } = chatting();
    const { id } = visitor.get('get_customer');
    control('disconnect-customer', { customer_id: id, reason: 'service_temporarily_unavailable' });
    expect(visitor.lastPush('customer_disconnected').payload.reason).toBe('service_temporarily_unavailable');
    control('disconnect-agent', { agent_id: 'mara@harbour.example', reason: 'role_permissions_changed' });
    expect(mara.lastPush('agent_disconnected').payload.reason).toBe('role_permissions_changed');
    expect(visitor.closed && mara.closed).toBeTruthy();
  });

  it('says what only the server says', () => {
    const { control, visitor, chat_id } = chatting();
    control('send-system-message', {
      chat_id,
      system_message_type: 'transcript_requested',
      text_vars: { customer: 'Ada', email: 'ada@mail.example' },
    });
    expect(visitor.lastPush('incoming_event').payload.event.text).toBe(
      'Ada requested the chat transcript to be sent to ada@mail.example',
    );
    control('send-system-event', {
      chat_id,
      source: 'cdp',
      subtype: 'store_order_was_created',
      details: { order: {} },
    });
    expect(visitor.lastPush('incoming_event').payload.event).toMatchObject({
      type: 'system',
      source: 'cdp',
      details: '{"order":{}}',
    });
  });

  it('forgets a chat, and the customer may start another one', () => {
    const { control, visitor, mara, chat_id } = chatting();
    control('delete-chat', { chat_id });
    expect(mara.ask('get_chat', { chat_id }).payload.error.type).toBe('not_found');
    expect(visitor.get('start_chat').chat_id).not.toBe(chat_id);
  });

  it('tells agents of changes in the account, and of no others', () => {
    const { control, mara, visitor } = chatting();
    control('announce', { push: 'tag_created', payload: { name: 'x' } });
    expect(mara.lastPush('tag_created').payload).toEqual({ name: 'x' });
    expect(visitor.frames).toEqual([]);
    expect(() => control('announce', { push: 'incoming_event', payload: {} })).toThrow(/400/);
  });

  it('is none of those that are not there', () => {
    expect(() => chatting().control('constructor', {})).toThrow(/404/);
  });
});
