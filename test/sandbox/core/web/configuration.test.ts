import { describe, expect, it } from 'vitest';
import { sandboxStage } from '../../../support/sandbox-stage';
import { askWeb, webCallers } from '../../../support/web-caller';
import { webhookStage } from '../../../support/webhook-stage';

const message = (text: string) => ({ type: 'message', text });

describe('the Configuration API', () => {
  it('needs a token of an agent', () => {
    const stage = sandboxStage();
    const url = '/v3.6/configuration/action/list_agents';
    expect(askWeb(stage, { url }).status).toBe(401);
    const headers = { authorization: `Bearer ${stage.token().access_token}` };
    expect(askWeb(stage, { url, headers }).body.error.type).toBe('authentication');
  });

  it('refuses what it does not have', () => {
    const answer = webCallers(sandboxStage()).configuration()('create_greeting', {});
    expect(answer).toMatchObject({ status: 400, body: { error: { type: 'validation' } } });
  });

  it('lists who works here, and in which groups', () => {
    const ask = webCallers(sandboxStage()).configuration();
    expect(ask('list_agents').body.map(({ id }: { id: string }) => id)).toContain('mara@harbour.example');
    expect(ask('list_agents', { filters: { group_ids: [0] } }).status).toBe(200);
    expect(ask('get_agent', { id: 'nobody@harbour.example' }).status).toBe(404);
    expect(ask('get_group', { id: 0, fields: ['routing_status'] }).body).toMatchObject({
      id: 0,
      routing_status: 'offline',
    });
    expect(ask('get_group', { id: 99 }).body.error.type).toBe('group_not_found');
  });

  it('may be asked with GET for what is only read', () => {
    const headers = { authorization: 'Bearer dal:sandbox-mara' };
    const url = '/v3.4/configuration/action/list_group_properties?id=0';
    expect(askWeb(sandboxStage(), { method: 'GET', url, headers }).status).toBe(200);
  });
});

describe('a bot', () => {
  it('is made, gets a token, and talks over HTTP', () => {
    const stage = sandboxStage();
    const { clientId, organizationId } = stage.core.settings;
    const ask = webCallers(stage).configuration();
    const { id, secret } = ask('create_bot', { name: 'Tide Bot', owner_client_id: clientId }).body;
    const wanted = { bot_id: id, client_id: clientId, bot_secret: secret, organization_id: organizationId };
    const { token } = ask('issue_bot_token', wanted).body;
    expect(ask('issue_bot_token', { ...wanted, bot_secret: 'x' }).status).toBe(401);
    const asBot = (action: string, body: object) =>
      askWeb(stage, { url: `/v3.6/agent/action/${action}`, headers: { authorization: `Bearer ${token}` }, body });
    expect(asBot('set_routing_status', { status: 'accepting_chats' }).status).toBe(200);
    const visitor = stage.customer();
    const { chat_id } = visitor.get('start_chat', { chat: { thread: { events: [message('Hi')] } } });
    expect(asBot('send_event', { chat_id, event: message('Beep') })).toMatchObject({ status: 200 });
    expect(visitor.lastPush('incoming_event').payload.event.text).toBe('Beep');
  });

  it('of v3.0 has webhooks of its own, while it is there', () => {
    const stage = webhookStage();
    const ask = (action: string, payload: object) => stage.call('3.0')(action, { payload }).body;
    const url = 'http://127.0.0.1:4200/bot';
    const webhooks = {
      url,
      secret_key: 's',
      actions: [{ name: 'incoming_event', additional_data: ['chat_properties'] }],
    };
    const groups = [{ id: 0, priority: 'first' }];
    const made = ask('create_bot_agent', { name: 'Tide Bot', status: 'accepting chats', groups, webhooks });
    const { bot_agent_id } = made.payload;
    expect(ask('get_bot_agent_details', { bot_agent_id }).payload.bot_agent).toMatchObject({
      name: 'Tide Bot',
      status: 'accepting chats',
      webhooks: [{ action: 'incoming_event', url }],
    });
    const visitor = stage.customer();
    const { chat_id } = visitor.get('start_chat', { chat: { thread: { events: [] } } });
    const say = (text: string) => visitor.get('send_event', { chat_id, event: message(text) });
    say('heard');
    ask('update_bot_agent', { id: bot_agent_id, status: 'offline' });
    say('unheard');
    expect(stage.bodies('incoming_event').map(({ data }) => data.event.text)).toEqual(['heard']);
    ask('remove_bot_agent', { bot_agent_id });
    expect(ask('get_bot_agents', {}).payload.bot_agents).toEqual([]);
    expect(ask('get_webhooks_config', {}).payload).toEqual([]);
  });
});
