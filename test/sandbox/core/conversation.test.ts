import { describe, expect, it } from 'vitest';
import { sandboxStage } from '../../support/sandbox-stage';

/** Mara at her console, a visitor with an active chat; nothing is left over from getting there. */
function chatting(login: object = {}) {
  const stage = sandboxStage();
  const { access_token } = stage.token();
  const mara = stage.agent('mara');
  const visitor = stage.customer(login, access_token);
  const { chat_id, thread_id } = visitor.get('start_chat');
  mara.takeNames();
  visitor.takeNames();
  return { ...stage, mara, visitor, chat_id, thread_id, access_token };
}

const message = (text: string, more: object = {}) => ({ type: 'message', text, ...more });

describe('a message', () => {
  it('goes each way, with the names that each side has for an agent', () => {
    const { mara, visitor, chat_id, thread_id } = chatting();
    visitor.get('send_event', { chat_id, event: message('Hello?', { custom_id: 'c1' }) });
    expect(mara.lastPush('incoming_event').payload).toMatchObject({
      chat_id,
      thread_id,
      event: { id: `${thread_id}_1`, custom_id: 'c1', text: 'Hello?', visibility: 'all' },
    });

    mara.get('send_event', { chat_id, event: message('Hi there') });
    const { event } = visitor.lastPush('incoming_event').payload;
    expect(event).toMatchObject({ id: `${thread_id}_2`, text: 'Hi there', recipients: 'all' });
    expect(event.author_id).toMatch(/^[0-9a-f]{32}$/);
    expect(mara.lastPush('incoming_event').payload.event.author_id).toBe('mara@harbour.example');
    expect(JSON.stringify(visitor.frames)).not.toContain('harbour.example');
  });

  it('is answered first and pushed then; only the asker hears its id, once', () => {
    const { mara, visitor, chat_id, customer, access_token } = chatting();
    const tab = customer({}, access_token);
    tab.takeNames();
    const { event_id } = visitor.get('send_event', { chat_id, event: message('One') });
    expect(visitor.frames.map(({ type, action, request_id }) => [type, action, request_id])).toEqual([
      ['response', 'send_event', 'q3'],
      ['push', 'incoming_event', 'q3'],
    ]);
    expect(visitor.frames[1]).toMatchObject({ version: '3.6', payload: { event: { id: event_id } } });
    for (const other of [tab, mara]) {
      expect(other.lastPush('incoming_event')).not.toHaveProperty('request_id');
    }
  });

  it('for agents only never reaches a customer, nor their history', () => {
    const { mara, visitor, chat_id } = chatting();
    mara.get('send_event', { chat_id, event: message('She was here before', { visibility: 'agents' }) });
    mara.get('send_event', { chat_id, event: message('Also an old name', { recipients: 'agents' }) });
    expect(visitor.frames).toEqual([]);
    const { threads } = visitor.get('list_threads', { chat_id });
    expect(threads[0].events).toEqual([]);
    expect(visitor.get('list_chats').chats_summary[0].last_event_per_type).toEqual({});
    expect(mara.get('get_chat', { chat_id }).thread.events).toHaveLength(2);
  });

  it('of a customer to agents only is answered, and not shown to their other tabs', () => {
    const { visitor, chat_id, customer, access_token } = chatting();
    const tab = customer({}, access_token);
    visitor.get('send_event', { chat_id, event: message('note', { recipients: 'agents' }) });
    expect(visitor.lastPush('incoming_event').request_id).toBeDefined();
    expect(tab.pushes('incoming_event')).toEqual([]);
  });

  it('gets a time later than any other, even if the clock stands still', () => {
    const { visitor, chat_id } = chatting();
    for (let n = 0; n < 5; n++) visitor.get('send_event', { chat_id, event: message(`${n}`) });
    const times: string[] = visitor.pushes('incoming_event').map(({ payload }) => payload.event.created_at);
    expect(times.every((time) => /^2026-03-02T14:00:00\.\d{6}Z$/.test(time))).toBe(true);
    expect(new Set(times).size).toBe(5);
    expect([...times].sort()).toEqual(times);
  });

  it('moves the mark of its author', () => {
    const { mara, visitor, chat_id } = chatting();
    mara.get('send_event', { chat_id, event: message('Hi') });
    const { created_at } = visitor.lastPush('incoming_event').payload.event;
    const { users } = visitor.get('get_chat', { chat_id });
    expect(users.find(({ type }: { type: string }) => type === 'agent').events_seen_up_to).toBe(created_at);
  });

  it('from an agent who is not in the chat is refused', () => {
    const { agent, chat_id } = chatting();
    const theo = agent('theo');
    expect(theo.ask('send_event', { chat_id, event: message('Psst') }).payload.error.type).toBe('authorization');
  });

  it('into somebody else’s chat finds nothing', () => {
    const { customer, chat_id } = chatting();
    const stranger = customer();
    for (const [action, payload] of [
      ['send_event', { chat_id, event: message('Hi') }],
      ['get_chat', { chat_id }],
      ['list_threads', { chat_id }],
      ['deactivate_chat', { id: chat_id }],
      ['send_sneak_peek', { chat_id, sneak_peek_text: 'x' }],
    ] as const) {
      expect(stranger.ask(action, payload).payload.error.type).toBe('not_found');
    }
  });
});

describe('small signs', () => {
  it('shows what the customer types to agents, and to nobody else', () => {
    const { mara, visitor, chat_id, thread_id, customer, access_token } = chatting();
    const tab = customer({}, access_token);
    tab.takeNames();
    visitor.get('send_sneak_peek', { chat_id, sneak_peek_text: 'Is the bl' });
    expect(mara.lastPush('incoming_sneak_peek').payload).toMatchObject({
      chat_id,
      thread_id,
      sneak_peek: { text: 'Is the bl', timestamp: 1_772_460_000 },
    });
    expect(visitor.takeNames()).toEqual(['send_sneak_peek:response']);
    expect(tab.frames).toEqual([]);
  });

  it('shows who types to everybody but them', () => {
    const { mara, visitor, chat_id, thread_id } = chatting();
    mara.get('send_typing_indicator', { chat_id, is_typing: true });
    const { typing_indicator, ...place } = visitor.lastPush('incoming_typing_indicator').payload;
    expect(place).toEqual({ chat_id, thread_id });
    expect(typing_indicator).toMatchObject({ recipients: 'all', is_typing: true, timestamp: 1_772_460_000 });
    expect(mara.takeNames()).toEqual(['send_typing_indicator:response']);
    mara.get('send_typing_indicator', { chat_id, is_typing: true, visibility: 'agents' });
    expect(visitor.pushes('incoming_typing_indicator')).toHaveLength(1);
  });

  it('tells both sides what is seen, never backwards and never the future', () => {
    const { mara, visitor, chat_id, clock } = chatting();
    mara.get('send_event', { chat_id, event: message('Hi') });
    clock.pass(2_000);
    const seen_up_to = visitor.lastPush('incoming_event').payload.event.created_at;
    visitor.get('mark_events_as_seen', { chat_id, seen_up_to });
    expect(visitor.lastPush('events_marked_as_seen')).toMatchObject({
      request_id: 'q3',
      payload: { chat_id, seen_up_to },
    });
    expect(mara.lastPush('events_marked_as_seen').payload.seen_up_to).toBe(seen_up_to);

    visitor.get('mark_events_as_seen', { chat_id, seen_up_to: '2020-01-01T00:00:00Z' });
    expect(mara.pushes('events_marked_as_seen')).toHaveLength(1);
    visitor.get('mark_events_as_seen', { chat_id, seen_up_to: '2999-01-01T00:00:00.000000Z' });
    expect(mara.lastPush('events_marked_as_seen').payload.seen_up_to).toBe('2026-03-02T14:00:02.000000Z');
    visitor.get('send_event', { chat_id, event: message('later') });
    expect(mara.lastPush('incoming_event').payload.event.created_at < '2026-03-03').toBe(true);
  });
});

describe('a chat', () => {
  it('is closed by the customer: a line, then the news; with the id only on the news', () => {
    const { mara, visitor, chat_id, thread_id } = chatting({ customer: { name: 'Ada' } });
    visitor.get('deactivate_chat', { id: chat_id });
    const [response, line, news] = visitor.frames;
    expect(response).toMatchObject({ type: 'response', payload: {} });
    expect(line).toMatchObject({ action: 'incoming_event', payload: { event: { type: 'system_message' } } });
    expect(line.payload.event).toMatchObject({
      system_message_type: 'manual_archived_customer',
      text: 'Ada archived the chat',
      text_vars: { customer: 'Ada' },
    });
    expect(line).not.toHaveProperty('request_id');
    expect(line.payload.event).not.toHaveProperty('author_id');
    expect(news).toMatchObject({ action: 'chat_deactivated', request_id: 'q3', payload: { chat_id, thread_id } });
    expect(mara.takeNames()).toEqual(['incoming_event', 'chat_deactivated']);

    expect(visitor.ask('deactivate_chat', { id: chat_id }).payload.error.type).toBe('chat_inactive');
    expect(visitor.ask('send_event', { chat_id, event: message('Hm') }).payload.error.type).toBe('chat_inactive');
    expect(mara.ask('send_event', { chat_id, event: message('Hm') }).payload.error.type).toBe('chat_inactive');
  });

  it('is closed by the agent, by name', () => {
    const { mara, visitor, chat_id } = chatting();
    mara.get('deactivate_chat', { id: chat_id });
    expect(visitor.lastPush('incoming_event').payload.event).toMatchObject({
      system_message_type: 'manual_archived_agent',
      text_vars: { agent: 'Mara Okafor' },
    });
    expect(visitor.lastPush('chat_deactivated').payload.user_id).toMatch(/^[0-9a-f]{32}$/);
    expect(mara.lastPush('chat_deactivated').request_id).toBeDefined();
  });

  it('goes on in a new thread, once', () => {
    const { mara, visitor, chat_id, thread_id } = chatting();
    expect(visitor.ask('resume_chat', { chat: { id: chat_id } }).payload.error.type).toBe('chat_already_active');
    expect(visitor.ask('start_chat').payload.error.type).toBe('chat_limit_reached');
    visitor.get('deactivate_chat', { id: chat_id });
    visitor.takeNames();

    const again = visitor.get('resume_chat', { chat: { id: chat_id, thread: { events: [message('Me again')] } } });
    expect(again).toEqual({ thread_id: expect.any(String), event_ids: [`${again.thread_id}_1`] });
    const push = visitor.lastPush('incoming_chat');
    expect(push).toMatchObject({ request_id: 'q6', payload: { chat: { thread: { previous_thread_id: thread_id } } } });
    expect(visitor.takeNames()).toEqual(['resume_chat:response', 'incoming_chat']);
    expect(mara.lastPush('incoming_chat').payload.chat.thread.events[0].text).toBe('Me again');
    expect(visitor.get('get_chat', { chat_id, thread_id }).thread).toMatchObject({
      active: false,
      next_thread_id: again.thread_id,
    });
  });

  it('takes a word after its end only if it is attached', () => {
    const { visitor, chat_id, thread_id } = chatting();
    visitor.get('deactivate_chat', { id: chat_id });
    const { event_id } = visitor.get('send_event', { chat_id, event: message('P.S.'), attach_to_last_thread: true });
    expect(event_id).toBe(`${thread_id}_2`);
    expect(visitor.get('list_chats').chats_summary[0].active).toBe(false);
  });

  it('knows where the customer was, and from which app', () => {
    const { visitor, chat_id } = chatting({ customer_page: { url: 'https://shop.example/bikes', title: 'Bikes' } });
    const { thread, properties } = visitor.get('get_chat', { chat_id });
    const source = { customer_client_id: '9d3c1e5a7b2f4068a1c9e3d5b7f20468' };
    expect(properties).toEqual({ routing: { continuous: false }, source });
    expect(thread.properties).toEqual({
      routing: { continuous: false, start_url: 'https://shop.example/bikes' },
      source,
    });
  });

  it('loses an event that its author takes back, and no other', () => {
    const { mara, visitor, chat_id, thread_id } = chatting();
    const own = visitor.get('send_event', { chat_id, event: message('Oops') }).event_id;
    const foreign = mara.get('send_event', { chat_id, event: message('Hi') }).event_id;
    visitor.get('delete_event', { chat_id, thread_id, event_id: own });
    expect(visitor.lastPush('event_deleted').payload).toEqual({ chat_id, thread_id, event_id: own });
    expect(visitor.get('get_chat', { chat_id }).thread.events.map(({ id }: { id: string }) => id)).toEqual([foreign]);
    expect(mara.get('get_chat', { chat_id }).thread.events[0]).toMatchObject({ id: own, deleted: true });
    expect(mara.get('get_chat', { chat_id }).thread.events[0]).not.toHaveProperty('text');
    const refused = visitor.ask('delete_event', { chat_id, thread_id, event_id: foreign });
    expect(refused.payload.error.type).toBe('not_allowed');
  });
});

describe('properties', () => {
  it('tell what changed to both sides, and nothing if nothing did', () => {
    const { mara, visitor, chat_id, thread_id } = chatting({ customer: { name: 'Ada' } });
    const rate = () =>
      visitor.get('update_thread_properties', {
        chat_id,
        thread_id,
        properties: { rating: { score: 1, comment: 'Swift' } },
      });
    rate();
    expect(visitor.takeNames()).toEqual([
      'update_thread_properties:response',
      'thread_properties_updated',
      'incoming_event',
      'incoming_event',
    ]);
    expect(mara.lastPush('thread_properties_updated').payload.properties).toEqual({
      rating: { score: 1, comment: 'Swift' },
    });
    expect(mara.lastPush('incoming_event').payload.event.text).toBe('Ada left the following comment: Swift');
    mara.takeNames();
    rate();
    expect(visitor.takeNames()).toEqual(['update_thread_properties:response']);
    expect(mara.frames).toEqual([]);
  });

  it('are on the thread that is named, old or new', () => {
    const { visitor, chat_id, thread_id: old } = chatting();
    visitor.get('deactivate_chat', { id: chat_id });
    const { thread_id } = visitor.get('resume_chat', { chat: { id: chat_id } });
    for (const [id, score] of [
      [thread_id, 1],
      [old, 0],
    ] as const) {
      visitor.get('update_thread_properties', { chat_id, thread_id: id, properties: { rating: { score } } });
      expect(visitor.get('get_chat', { chat_id, thread_id: id }).thread.properties.rating).toEqual({ score });
    }
    const unknown = { chat_id, thread_id: 'T000000000', properties: { rating: { score: 1 } } };
    expect(visitor.ask('update_thread_properties', unknown).payload.error.type).toBe('not_found');
  });

  it('for agents are not told to customers', () => {
    const { mara, visitor, chat_id } = chatting();
    mara.get('update_chat_properties', { id: chat_id, properties: { routing: { pinned: true } } });
    expect(visitor.frames).toEqual([]);
    expect(visitor.get('get_chat', { chat_id }).properties.routing).toEqual({ continuous: false });
  });

  it('may have any name in the namespace of an app, and no other namespace is made up', () => {
    const { core, visitor, chat_id } = chatting();
    const { clientId } = core.settings;
    const properties = JSON.parse(`{"${clientId}":{"__proto__":1,"a.b":true}}`);
    visitor.get('update_chat_properties', { id: chat_id, properties });
    const push = visitor.lastPush('chat_properties_updated').payload.properties;
    expect(Object.keys(push[clientId])).toEqual(['__proto__', 'a.b']);
    visitor.get('delete_chat_properties', { id: chat_id, properties: { [clientId]: ['a.b', 'gone'] } });
    expect(visitor.lastPush('chat_properties_deleted').payload.properties).toEqual({ [clientId]: ['a.b'] });

    const strange = JSON.parse('{"__proto__":{"polluted":1}}');
    const refused = visitor.ask('update_chat_properties', { id: chat_id, properties: strange });
    expect(refused.payload.error.type).toBe('validation');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe('customers', () => {
  it('are told what changed about them, flat, and agents as well', () => {
    const { mara, visitor } = chatting();
    visitor.get('update_customer', { name: 'Ada', session_fields: [{ plan: 'gold' }] });
    const expected = { name: 'Ada', session_fields: [{ plan: 'gold' }] };
    expect(visitor.lastPush('customer_updated')).toMatchObject({ request_id: 'q3', payload: expected });
    expect(mara.lastPush('customer_updated').payload).toMatchObject({ type: 'customer', ...expected });
    visitor.get('update_customer', { session_fields: [{ cart: '2' }] });
    expect(visitor.get('get_customer').session_fields).toEqual([{ plan: 'gold' }, { cart: '2' }]);
    visitor.takeNames();
    visitor.get('update_customer', { name: 'Ada' });
    expect(visitor.takeNames()).toEqual(['update_customer:response']);
    expect(visitor.ask('update_customer', {}).payload.error.type).toBe('validation');
  });

  it('may replace their session fields without a push', () => {
    const { visitor } = chatting();
    visitor.get('set_customer_session_fields', { session_fields: [{ a: '1' }] });
    visitor.get('set_customer_session_fields', { session_fields: [{ b: '2' }] });
    expect(visitor.takeNames()).toEqual([
      'set_customer_session_fields:response',
      'set_customer_session_fields:response',
    ]);
    expect(visitor.get('get_customer').session_fields).toEqual([{ b: '2' }]);
  });

  it('hear only what they asked for at login, and every goodbye', () => {
    const { core, mara, customer, access_token, chat_id } = chatting();
    const tab = customer({ pushes: { '3.6': ['chat_deactivated', 'never_heard_of'] } }, access_token);
    tab.takeNames();
    mara.get('send_event', { chat_id, event: message('Hi') });
    mara.get('deactivate_chat', { id: chat_id });
    expect(tab.takeNames()).toEqual(['chat_deactivated']);
    core.disconnectCustomers('service_temporarily_unavailable');
    expect(tab.takeNames()).toEqual(['customer_disconnected']);
    expect(tab.closed?.code).toBe(1000);
  });

  it('learn at login how things stand', () => {
    const { mara, visitor, customer, access_token, chat_id } = chatting({ customer: { name: 'Ada' } });
    mara.get('send_event', { chat_id, event: message('Look here') });
    const login = customer({ customer_side_storage: { theme: 'x' } }, access_token);
    expect(login.frames[0].payload).toMatchObject({
      customer: { name: 'Ada', type: 'customer', statistics: { chats_count: 1, threads_count: 1, visits_count: 1 } },
      has_active_thread: true,
      chats: [{ chat_id, has_unread_events: true, has_active_thread: true }],
      __priv_dynamic_config: {
        online_groups_ids: expect.arrayContaining([0]),
        customer_groups: { monitoring: { id: 0 } },
      },
    });
    expect(login.frames[1]).toMatchObject({
      action: 'customer_side_storage_updated',
      payload: { customer_side_storage: { theme: 'x', customer_visits: '1' } },
    });
    const { created_at } = visitor.lastPush('incoming_event').payload.event;
    visitor.get('mark_events_as_seen', { chat_id, seen_up_to: created_at });
    expect(customer({}, access_token).frames[0].payload.chats[0].has_unread_events).toBe(false);
  });
});

it('has seen everything who starts the chat again', () => {
  const { mara, visitor, customer, access_token, chat_id } = chatting();
  mara.get('send_event', { chat_id, event: message('Look here') });
  mara.get('deactivate_chat', { id: chat_id });
  const unread = () => customer({}, access_token).frames[0].payload.chats[0].has_unread_events;
  expect(unread()).toBe(true);
  visitor.get('resume_chat', { chat: { id: chat_id } });
  expect(unread()).toBe(false);
});

describe('history', () => {
  function withThreads(count: number) {
    const stage = chatting();
    const { visitor, chat_id } = stage;
    for (let n = 1; n < count; n++) {
      visitor.get('send_event', { chat_id, event: message(`in ${n}`) });
      visitor.get('deactivate_chat', { id: chat_id });
      visitor.get('resume_chat', { chat: { id: chat_id } });
    }
    const ids: string[] = stage.mara
      .get('list_threads', { chat_id, limit: 100 })
      .threads.map(({ id }: { id: string }) => id);
    return { ...stage, ids };
  }
  const idsOf = ({ threads }: { threads: { id: string }[] }) => threads.map(({ id }) => id);

  it('comes newest first, three threads at a time, to the end and back', () => {
    const { visitor, chat_id, ids } = withThreads(7);
    const first = visitor.get('list_threads', { chat_id });
    expect(idsOf(first)).toEqual(ids.slice(0, 3));
    expect(first).toMatchObject({ found_threads: 7, next_page_id: expect.stringMatching(/^[A-Za-z0-9+/]+=*$/) });
    expect(first).not.toHaveProperty('previous_page_id');
    const second = visitor.get('list_threads', { chat_id, page_id: first.next_page_id });
    const third = visitor.get('list_threads', { chat_id, page_id: second.next_page_id });
    expect([...idsOf(second), ...idsOf(third)]).toEqual(ids.slice(3));
    expect(third).not.toHaveProperty('next_page_id');
    expect(idsOf(visitor.get('list_threads', { chat_id, page_id: third.previous_page_id }))).toEqual(ids.slice(3, 6));
  });

  it('comes as many threads as events are wanted', () => {
    const { visitor, chat_id, ids } = withThreads(7);
    // Each closed thread has two: a message, and the line of its end.
    const page = visitor.get('list_threads', { chat_id, min_events_count: 5 });
    expect(idsOf(page)).toEqual(ids.slice(0, 4));
    expect(idsOf(visitor.get('list_threads', { chat_id, page_id: page.next_page_id }))).toEqual(ids.slice(4));
  });

  it('is not moved by a thread that opens between two pages', () => {
    const { visitor, chat_id, ids } = withThreads(5);
    const { next_page_id } = visitor.get('list_threads', { chat_id, limit: 2 });
    visitor.get('deactivate_chat', { id: chat_id });
    visitor.get('resume_chat', { chat: { id: chat_id } });
    expect(idsOf(visitor.get('list_threads', { chat_id, page_id: next_page_id }))).toEqual(ids.slice(2, 4));
    expect(visitor.ask('list_threads', { chat_id, page_id: next_page_id, limit: 1 }).payload.error.type).toBe(
      'validation',
    );
  });

  it('comes oldest first if asked to', () => {
    const { visitor, chat_id, ids } = withThreads(4);
    expect(idsOf(visitor.get('list_threads', { chat_id, sort_order: 'asc', limit: 2 }))).toEqual(
      ids.slice(2).reverse(),
    );
  });
});
