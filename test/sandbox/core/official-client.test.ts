import { describe, expect, it } from 'vitest';
import { arrived, chatting, closed, goldenWorld, met } from '../../support/golden-world';
import type { Frame, SandboxPeer } from '../../support/sandbox-peer';

/** What clients of the real service rely on, and break without. */

const withId = (peer: SandboxPeer): readonly Frame[] =>
  peer.frames.filter(({ type, request_id }) => type === 'push' && request_id !== undefined);

const namesWithId = (peer: SandboxPeer) => withId(peer).map(({ action }) => action);

describe('the id of a request', () => {
  it('is on the push that answers it, and comes after the response', () => {
    const { visitor, chat_id, thread_id, say, agentsId } = chatting();
    const asked: readonly (readonly [string, object, string])[] = [
      ['send_event', { chat_id, event: say('One') }, 'incoming_event'],
      ['update_customer', { name: 'Zoë Ł.' }, 'customer_updated'],
      ['update_chat_properties', { id: chat_id, properties: { test: { int_property: 1 } } }, 'chat_properties_updated'],
      ['send_rich_message_postback', postbackOf(visitor, chat_id, thread_id), 'incoming_rich_message_postback'],
    ];
    expect(agentsId).toMatch(/^\w{10}_\d+$/);
    for (const [action, payload, push] of asked) {
      visitor.takeNames();
      const { request_id } = visitor.ask(action, payload);
      const own = visitor.frames.filter((frame) => frame.request_id === request_id);
      expect(own.map(({ type, action: name }) => `${name} ${type}`)).toEqual([`${action} response`, `${push} push`]);
    }
  });

  it('is on a chat that begins or goes on, and on nothing else that is told then', () => {
    const { visitor } = met();
    visitor.takeNames();
    const { chat_id } = visitor.get('start_chat');
    expect(namesWithId(visitor)).toEqual(['incoming_chat']);
    visitor.get('deactivate_chat', { id: chat_id });
    visitor.takeNames();
    visitor.get('resume_chat', { chat: { id: chat_id } });
    expect(namesWithId(visitor)).toEqual(['incoming_chat']);
  });

  it('is never on a line of the server', () => {
    const { visitor, chat_id, thread_id } = chatting();
    visitor.takeNames();
    const rating = { score: 1, comment: 'Thanks' };
    const routing = { transcript_email: 'zoe@example.org' };
    visitor.get('update_thread_properties', { chat_id, thread_id, properties: { rating, routing } });
    visitor.get('delete_thread_properties', { chat_id, thread_id, properties: { rating: ['score'] } });
    visitor.get('deactivate_chat', { id: chat_id });
    expect(visitor.pushes('incoming_event').map(({ payload }) => payload.event.system_message_type)).toEqual([
      'rating.chat_rated',
      'rating.chat_commented',
      'transcript_requested',
      'rating.chat_rating_canceled',
      'manual_archived_customer',
    ]);
    for (const push of visitor.pushes('incoming_event')) expect(push).not.toHaveProperty('request_id');
    expect(namesWithId(visitor)).toEqual([
      'thread_properties_updated',
      'thread_properties_deleted',
      'chat_deactivated',
    ]);
  });

  it('stays with the connection that asked', () => {
    const { visitor, visit, chat_id, say } = chatting();
    const tab = visit();
    tab.takeNames();
    visitor.get('send_event', { chat_id, event: say('One') });
    visitor.get('update_customer', { name: 'Zoë Ł.' });
    expect(tab.takeNames()).toEqual(['incoming_event', 'customer_updated']);
    expect(withId(tab)).toEqual([]);
  });

  it('is not given to a push when nothing has changed', () => {
    const { visitor } = met();
    visitor.takeNames();
    visitor.get('update_customer', { name: 'Zoë Łukasiewicz' });
    expect(visitor.takeNames()).toEqual(['update_customer:response']);
  });
});

function postbackOf(visitor: SandboxPeer, chat_id: string, thread_id: string) {
  const rich = visitor.pushes('incoming_event').find(({ payload }) => payload.event.type === 'rich_message');
  return { chat_id, thread_id, event_id: rich.payload.event.id, postback: { id: 'choose_solution', toggled: true } };
}

describe('a ping', () => {
  it('is answered, and never unasked for', () => {
    const { visitor, clock } = arrived();
    visitor.takeNames();
    clock.pass(29_000);
    expect(visitor.takeNames()).toEqual([]);
    visitor.receive('{"action":"ping"}');
    expect(visitor.frames).toEqual([{ action: 'ping', type: 'response', success: true, payload: {} }]);
  });
});

describe('what a login asks for', () => {
  it('is all that is told, and a goodbye', () => {
    const world = met();
    const quiet = world.openCustomer();
    quiet.get('login', { ...world.about(), pushes: { '3.6': ['incoming_chat', 'customer_page_updated'] } });
    expect(quiet.takeNames()).toEqual(['login:response']);
    world.visitor.get('start_chat');
    world.visitor.get('update_customer', { name: 'Z' });
    expect(quiet.takeNames()).toEqual(['incoming_chat']);
    world.core.disconnectCustomers('connection_evicted');
    expect(quiet.takeNames()).toEqual(['customer_disconnected']);
  });
});

describe('what is never missing', () => {
  it('in a login, in a thread, in a chat', () => {
    const { visitor } = arrived();
    const { customer, chats, __priv_dynamic_config } = visitor.frames[0].payload;
    expect(customer.statistics).toBeDefined();
    expect(chats).toEqual([]);
    expect(__priv_dynamic_config.customer_groups.monitoring.id).toBe(3);
    const { chat_id } = visitor.get('start_chat', { active: false });
    const [thread] = visitor.get('list_threads', { chat_id }).threads;
    expect(thread).toMatchObject({ active: false, events: [], user_ids: [expect.any(String)] });
    expect(visitor.get('list_chats').chats_summary[0].users).toHaveLength(1);
  });

  it('in news of a transfer and of groups', () => {
    const { priya, visitor, chat_id } = chatting(goldenWorld());
    priya.get('transfer_chat', { id: chat_id, target: { type: 'group', ids: [7] }, ignore_agents_availability: true });
    expect(visitor.lastPush('chat_transferred').payload.transferred_to).toEqual({ group_ids: [7] });
    priya.get('set_routing_status', { status: 'not_accepting_chats' });
    for (const push of visitor.pushes('groups_status_updated')) {
      expect(push.payload.groups.length).toBeGreaterThan(0);
    }
  });
});

describe('a button', () => {
  it('lists who has pressed it, at every place where it is, until they let go', () => {
    const { visitor, priya, chat_id, thread_id, customerId } = chatting();
    const press = postbackOf(visitor, chat_id, thread_id);
    const idsOf = (peer: SandboxPeer) => {
      const { events } = peer.get('get_chat', { chat_id }).thread;
      const { elements } = events.find(({ id }: Frame) => id === press.event_id);
      return elements[0].buttons.map(({ user_ids }: Frame) => user_ids);
    };
    visitor.get('send_rich_message_postback', press);
    expect(idsOf(visitor)).toEqual(Array(3).fill([customerId]));
    expect(idsOf(priya)).toEqual(Array(3).fill([customerId]));
    expect(priya.lastPush('incoming_rich_message_postback').payload.postback).toEqual(press.postback);
    visitor.get('send_rich_message_postback', { ...press, postback: { ...press.postback, toggled: false } });
    expect(idsOf(visitor)).toEqual(Array(3).fill([]));
    const unknown = { ...press, postback: { id: 'nothing', toggled: true } };
    expect(visitor.ask('send_rich_message_postback', unknown).payload.error.type).toBe('not_found');
  });

  it('of a thread that is over is kept, and told to nobody', () => {
    const { visitor, chat_id, thread_id } = closed();
    const press = postbackOf(visitor, chat_id, thread_id);
    visitor.takeNames();
    visitor.get('send_rich_message_postback', press);
    expect(visitor.takeNames()).toEqual(['send_rich_message_postback:response']);
  });
});
