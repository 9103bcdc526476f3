import { describe, expect, it } from 'vitest';
import { sandboxStage } from '../../support/sandbox-stage';

const DAY = 24 * 60 * 60_000;

function met() {
  const stage = sandboxStage({
    settings: { limits: { idleMs: 10 ** 12, tokenSeconds: 10 ** 7, customerIdleMs: 10 ** 12 } },
  });
  const mara = stage.agent('mara');
  const token: string = stage.token().access_token;
  const visitor = stage.customer({ customer: { name: 'Ada' } }, token);
  const tab = stage.customer({}, token);
  const id: string = visitor.frames[0].payload.customer_id;
  return { ...stage, mara, token, visitor, tab, id };
}

describe('a ban', () => {
  it('ends the chat with a word, tells agents, and then all connections', () => {
    const { mara, visitor, tab, id } = met();
    visitor.get('start_chat');
    for (const peer of [mara, visitor, tab]) peer.takeNames();
    mara.get('ban_customer', { id, ban: { days: 3 } });
    expect(visitor.frames[0].payload.event).toMatchObject({
      system_message_type: 'customer_banned',
      text: 'Chat archived because customer was banned by Mara Okafor for 3 day(s)',
    });
    expect(visitor.lastPush('customer_disconnected').payload).toEqual({ reason: 'customer_banned' });
    expect(visitor.closed).toBeDefined();
    expect(tab.takeNames()).toEqual(['incoming_event', 'chat_deactivated', 'customer_disconnected']);
    expect(mara.lastPush('customer_banned').payload).toEqual({ customer_id: id, ban: { days: 3 } });
    expect(mara.takeNames().slice(0, 4)).toEqual([
      'ban_customer:response',
      'incoming_event',
      'chat_deactivated',
      'customer_banned',
    ]);
  });

  it('keeps them out until it is over', () => {
    const { mara, openCustomer, token, clock, id } = met();
    mara.get('ban_customer', { id, ban: { days: 2 } });
    const logIn = () => openCustomer().ask('login', { token: `Bearer ${token}` });
    expect(logIn().payload.error.type).toBe('customer_banned');
    clock.pass(2 * DAY - 1_000);
    expect(logIn().payload.error.type).toBe('customer_banned');
    clock.pass(1_001);
    expect(logIn().success).toBe(true);
  });

  it('can be lifted, and outlives a restart', () => {
    const { mara, core, token, id } = met();
    mara.get('ban_customer', { id, ban: { days: 2 } });
    const again = sandboxStage({ history: [core.facts] });
    const logIn = () => again.openCustomer().ask('login', { token: `Bearer ${token}` });
    const error = logIn().payload.error.type;
    again.control('unban-customer', { customer_id: id });
    expect([error, logIn().success]).toEqual(['customer_banned', true]);
  });

  it.each([
    ['nobody', 'x', { days: 1 }, 'not_found'],
    ['no time at all', undefined, { days: 0 }, 'validation'],
    ['half a day', undefined, { days: 0.5 }, 'validation'],
    ['no ban', undefined, undefined, 'validation'],
  ])('of %s is refused', (_, id, ban, type) => {
    const world = met();
    expect(world.mara.ask('ban_customer', { id: id ?? world.id, ban }).payload.error.type).toBe(type);
  });
});
