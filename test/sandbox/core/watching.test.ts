import { describe, expect, it } from 'vitest';
import { sandboxStage } from '../../support/sandbox-stage';

const MARA = 'mara@harbour.example';
const quiet = { settings: { limits: { idleMs: 10 ** 9 } } };

describe('an agent who is away', () => {
  it('takes no chats once all their connections are, and again when one is back', () => {
    const { agent } = sandboxStage(quiet);
    const [desk, phone] = [agent('mara'), agent('mara')];
    const status = () => desk.get('list_routing_statuses')[0].status;
    desk.get('set_away_status', { away: true });
    expect(status()).toBe('accepting_chats');
    phone.get('set_away_status', { away: true });
    expect(status()).toBe('not_accepting_chats');
    expect(desk.lastPush('routing_status_set').payload).toEqual({ agent_id: MARA, status: 'not_accepting_chats' });
    desk.get('set_away_status', { away: false });
    expect(status()).toBe('accepting_chats');
  });

  it('keeps the status that was chosen by hand', () => {
    const { agent } = sandboxStage(quiet);
    const mara = agent('mara');
    mara.get('set_routing_status', { status: 'not_accepting_chats' });
    mara.get('set_away_status', { away: true });
    mara.get('set_away_status', { away: false });
    expect(mara.get('list_routing_statuses')[0].status).toBe('not_accepting_chats');
  });

  it('is away when the last connection that was not is gone', () => {
    const { agent } = sandboxStage(quiet);
    const [desk, phone] = [agent('mara'), agent('mara')];
    phone.get('set_away_status', { away: true });
    desk.hangUp();
    expect(phone.get('list_routing_statuses')[0].status).toBe('not_accepting_chats');
  });
});

describe('connections of one agent', () => {
  it('are not without end: the oldest one goes', () => {
    const { agent } = sandboxStage({ settings: { limits: { ...quiet.settings.limits, agentConnections: 2 } } });
    const [first, second] = [agent('mara'), agent('mara')];
    const third = agent('mara');
    expect(first.lastPush('agent_disconnected').payload).toEqual({ reason: 'connection_evicted' });
    expect([first, second, third].map(({ closed }) => closed !== undefined)).toEqual([true, false, false]);
  });

  it('end with their token, and live on with another one', () => {
    const stage = sandboxStage({
      settings: {
        ...quiet.settings,
        agents: [{ id: MARA, name: 'Mara', jobTitle: '', token: 'dal:one', otherTokens: ['dal:two'], isBot: false }],
      },
    });
    const [stays, goes] = [stage.openAgent(), stage.openAgent()];
    for (const peer of [stays, goes]) peer.get('login', { token: 'Bearer dal:one' });
    expect(stays.ask('update_session', { token: 'Bearer dal:three' }).payload.error.type).toBe('authentication');
    stays.get('update_session', { token: 'Bearer dal:two' });
    stage.core.revokeToken('dal:one');
    expect(goes.lastPush('agent_disconnected').payload).toEqual({ reason: 'access_token_revoked' });
    expect(stays.closed).toBeUndefined();
    expect(stage.openAgent().ask('login', { token: 'Bearer dal:one' }).payload.error.type).toBe('authentication');
  });

  it('may be opened with a personal token', () => {
    const { openAgent, core } = sandboxStage(quiet);
    const { accountId, personalToken } = core.settings.agents[0] ?? {};
    const token = (text: string) => ({ token: `Basic ${btoa(text)}` });
    expect(openAgent().get('login', token(`${accountId}:${personalToken}`)).my_profile.id).toBe(MARA);
    expect(openAgent().ask('login', token(`${accountId}:x`)).payload.error.type).toBe('authentication');
    expect(openAgent().ask('login', { token: 'Basic %%%' }).payload.error.type).toBe('authentication');
  });
});

describe('who is on the site', () => {
  it('is seen as far as the level goes', () => {
    const { agent, customer } = sandboxStage(quiet);
    const online = agent('mara', { customer_monitoring_level: 'online' });
    const chatting = agent('theo', { customer_monitoring_level: 'chatting' });
    const visitor = customer();
    const id: string = visitor.frames[0].payload.customer_id;
    expect(online.lastPush('incoming_customer').payload).toMatchObject({ id, online: true, state: 'browsing' });
    expect(chatting.pushes('incoming_customer')).toEqual([]);
    visitor.get('start_chat');
    visitor.get('update_customer_page', { url: 'https://harbour.example/x', title: 'X' });
    expect(chatting.lastPush('customer_page_updated').payload.customer_id).toBe(id);
  });

  it('is kept for the next connection of the same agent', () => {
    const { agent } = sandboxStage(quiet);
    agent('mara', { customer_monitoring_level: 'online' });
    expect(agent('mara').lastPush('incoming_customers').payload.customer_monitoring_level).toBe('online');
    expect(agent('theo').lastPush('incoming_customers').payload.customer_monitoring_level).toBe('my');
  });

  it('goes out of sight of some and comes into sight of others when the group changes', () => {
    const { agent, customer, control } = sandboxStage(quiet);
    const mara = agent('mara', { customer_monitoring_level: 'online' });
    const theo = agent('theo', { customer_monitoring_level: 'online' });
    const id: string = customer().frames[0].payload.customer_id;
    const move = (group_id: number) => control('move-customer', { customer_id: id, group_id });
    for (const peer of [mara, theo]) peer.takeNames();
    move(7);
    expect(theo.lastPush('customer_transferred').payload).toEqual({
      id,
      transferred_to: { group_ids: [7] },
      followed: false,
    });
    expect(mara.takeNames()).toEqual([]);
    move(3);
    expect(mara.takeNames()).toEqual(['customer_transferred']);
    expect(theo.lastPush('incoming_customer').payload).toMatchObject({ id, group_ids: [3] });
  });

  it('is told by subscription, whatever the level', () => {
    const { agent, customer } = sandboxStage(quiet);
    const mara = agent('mara');
    const first: string = customer().frames[0].payload.customer_id;
    const { subscription_id, customers } = mara.get('subscribe_customers', {});
    expect(customers.map(({ id }: { id: string }) => id)).toEqual([first]);
    customer();
    expect(mara.pushes('incoming_customer')).toHaveLength(1);
    mara.get('unsubscribe_customers', { subscription_id });
    customer();
    expect(mara.pushes('incoming_customer')).toHaveLength(1);
  });
});
