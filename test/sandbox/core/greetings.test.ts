import { describe, expect, it } from 'vitest';
import type { SettingsChoice } from '../../../src/sandbox/core/settings';
import { arrived, chatting, goldenWorld, greeted, met } from '../../support/golden-world';

const message = (id: number, more: object) => ({
  id,
  name: `Greeting ${id}`,
  event: { type: 'message' as const, text: `Hello ${id}` },
  ...more,
});

const shopWith = (...greetings: NonNullable<SettingsChoice['greetings']>) => goldenWorld({ greetings });

const page = (path: string) => ({ url: `https://shop.example${path}` });

describe('a greeting', () => {
  it('comes when its page has been looked at for long enough, once in a visit', () => {
    const { visitor, clock } = arrived(shopWith(message(1, { when: { urlContains: '/hats', afterSeconds: 10 } })));
    clock.pass(20_000);
    expect(visitor.pushes('incoming_greeting')).toEqual([]);
    visitor.get('update_customer_page', page('/hats'));
    clock.pass(9_999);
    expect(visitor.pushes('incoming_greeting')).toEqual([]);
    clock.pass(1);
    expect(visitor.lastPush('incoming_greeting').payload).toMatchObject({ id: 1, displayed_first_time: true });
    visitor.get('update_customer_page', page('/hats'));
    clock.pass(10_000);
    expect(visitor.pushes('incoming_greeting')).toHaveLength(1);
  });

  it('does not come to somebody who has gone on to another page', () => {
    const { visitor, clock } = arrived(shopWith(message(1, { when: { urlContains: '/hats', afterSeconds: 10 } })));
    visitor.get('update_customer_page', page('/hats'));
    clock.pass(5_000);
    visitor.get('update_customer_page', page('/socks'));
    clock.pass(10_000);
    expect(visitor.pushes('incoming_greeting')).toEqual([]);
  });

  it('may wait for the second visit, or for a session field', () => {
    const world = shopWith(
      message(1, { when: { fromVisit: 2 } }),
      message(2, { when: { sessionField: ['plan', 'platinum'] } }),
    );
    const { visitor, clock } = arrived(world);
    clock.pass(0);
    expect(visitor.pushes('incoming_greeting')).toEqual([]);
    visitor.get('set_customer_session_fields', { session_fields: [{ plan: 'platinum' }] });
    clock.pass(0);
    expect(visitor.lastPush('incoming_greeting').payload.id).toBe(2);
    visitor.hangUp();
    clock.pass(6_000);
    const again = world.visit();
    clock.pass(0);
    expect(again.lastPush('incoming_greeting').payload.id).toBe(1);
  });

  it('is never shown in a conversation', () => {
    const world = shopWith(message(1, { when: { urlContains: '/hats' } }));
    const { visitor, clock, control, customerId } = chatting(world);
    visitor.get('update_customer_page', page('/hats'));
    clock.pass(0);
    control('send-greeting', { customer_id: customerId, text: 'Psst' });
    expect(visitor.pushes('incoming_greeting')).toEqual([]);
  });

  it('takes the place of the one before, in every tab', () => {
    const { visitor, visit, control, customerId } = greeted();
    const tab = visit();
    const { unique_id } = visitor.lastPush('incoming_greeting').payload;
    tab.takeNames();
    control('send-greeting', { customer_id: customerId, greeting_id: 58 });
    expect(tab.lastPush('greeting_canceled').payload).toEqual({ unique_id });
    expect(tab.takeNames()).toEqual(['greeting_canceled', 'incoming_greeting']);
    expect(visitor.ask('accept_greeting', { greeting_id: 41, unique_id }).payload.error.type).toBe(
      'greeting_not_found',
    );
  });

  it('is there after a reload until it is dismissed, and is counted', () => {
    const { visitor, visit } = greeted();
    const { unique_id } = visitor.lastPush('incoming_greeting').payload;
    const before = visit().frames[0].payload;
    expect(before.greeting).toMatchObject({ unique_id, accepted: false, displayed_first_time: true });
    visitor.get('accept_greeting', { greeting_id: 41, unique_id });
    visitor.get('accept_greeting', { greeting_id: 41, unique_id });
    const after = visit().frames[0].payload;
    expect(after.greeting).toMatchObject({ unique_id, accepted: true, displayed_first_time: false });
    expect(after.customer.statistics).toMatchObject({ greetings_shown_count: 1, greetings_accepted_count: 1 });
    visitor.get('cancel_greeting', { unique_id });
    expect(visit().frames[0].payload).not.toHaveProperty('greeting');
    const clicked = visitor.ask('send_greeting_button_clicked', { greeting_unique_id: unique_id, button_id: 'b' });
    expect(clicked.payload.error.type).toBe('greeting_not_found');
  });

  it('has done its work when a chat is started from it', () => {
    const { visitor, visit } = greeted();
    const { unique_id } = visitor.lastPush('incoming_greeting').payload;
    const lc2 = { greeting_id: 41, greeting_unique_id: unique_id };
    visitor.get('start_chat', { chat: { thread: { properties: { lc2 } } } });
    expect(visitor.lastPush('incoming_chat').payload.chat.thread.properties.lc2).toEqual(lc2);
    const { greeting, customer } = visit().frames[0].payload;
    expect(greeting).toBeUndefined();
    expect(customer.statistics.greetings_accepted_count).toBe(1);
  });
});

describe('a welcome message', () => {
  it('comes after its answer, with the same id, and becomes the first event of the chat', () => {
    const { visitor, clock } = met();
    const { id, predicted_agent, queue } = visitor.get('request_welcome_message', { group_id: 3 });
    expect(predicted_agent).toMatchObject({ name: 'Priya Raman', is_bot: false });
    expect(queue).toBe(false);
    expect(visitor.pushes('incoming_welcome_message')).toEqual([]);
    clock.pass(0);
    const push = visitor.lastPush('incoming_welcome_message');
    expect(push).toMatchObject({ payload: { id, event: { author_id: predicted_agent.id } } });
    expect(push).not.toHaveProperty('request_id');
    const events = [{ type: 'message', text: 'Hello' }];
    const started = visitor.get('start_chat', { welcome_message_id: id, chat: { thread: { events } } });
    const { thread } = visitor.lastPush('incoming_chat').payload.chat;
    expect(thread.events).toMatchObject([{ properties: { lc2: { welcome_message: true } } }, { text: 'Hello' }]);
    expect(started.event_ids).toEqual([thread.events[1].id]);
  });

  it('is not there where none is set', () => {
    const { visitor, clock, control } = met();
    control('set-welcome', { text: 'Ahoy' });
    visitor.get('request_welcome_message');
    clock.pass(0);
    expect(visitor.lastPush('incoming_welcome_message')).toMatchObject({ payload: { event: { text: 'Ahoy' } } });
    control('set-welcome', {});
    expect(visitor.get('request_welcome_message').id).toBeTruthy();
    clock.pass(1_000);
    expect(visitor.pushes('incoming_welcome_message')).toHaveLength(1);
  });

  it('is good for one chat, and only for its customer', () => {
    const { visitor, clock, openCustomer, token } = met();
    const { id } = visitor.get('request_welcome_message');
    clock.pass(0);
    const other = openCustomer();
    other.get('login', { token: `Bearer ${token().access_token}` });
    other.get('start_chat', { welcome_message_id: id });
    expect(other.lastPush('incoming_chat').payload.chat.thread.events).toEqual([]);
    expect(other.pushes('incoming_welcome_message')).toEqual([]);
    const { chat_id } = visitor.get('start_chat', { welcome_message_id: id });
    visitor.get('deactivate_chat', { id: chat_id });
    visitor.get('resume_chat', { chat: { id: chat_id }, welcome_message_id: id });
    expect(visitor.lastPush('incoming_chat').payload.chat.thread.events).toEqual([]);
  });
});
