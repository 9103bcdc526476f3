import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { nextPush } from '../../support/foreign-pushes';
import { type ForeignStage, foreignStage } from '../../support/foreign-sdk';
import type { Frame } from '../../support/sandbox-peer';

/** `@livechat/lc-sdk-js` 4.0.2 as it was published: v3.4, over TLS, to a host that it has built in. */

const THEO = 'theo@harbour.example';

let stage: ForeignStage;
beforeAll(async () => {
  stage = await foreignStage();
});
afterAll(() => stage.close());

type AgentLine = Awaited<ReturnType<ForeignStage['agentLine']>>;
type CustomerLine = Awaited<ReturnType<ForeignStage['customerLine']>>;

/** Half of what it sends is typed for another version than it speaks. */
const untyped = (value: object) => value as never;
const message = (text: string) => untyped({ type: 'message', text, recipients: 'all' });

/** Each app writes into a namespace of its own. */
const inOwnNamespace = (value: object) => untyped({ [stage.sandbox.clientId]: value });

/** Mara, a visitor, and their chat. */
async function scene() {
  const mara = await stage.agentLine();
  await mara.login(`Bearer ${stage.sandbox.agentToken}`);
  const token = await stage.customerToken();
  const visitor = await stage.customerLine();
  const { customer_id: customerId } = (await visitor.login(`Bearer ${token}`)) as Frame;
  const arrives = nextPush(mara, 'incoming_chat');
  const started = await visitor.startChat(untyped({ chat: { thread: { events: [message('Is it open?')] } } }));
  const { chat } = await arrives;
  return {
    mara,
    visitor,
    token,
    customerId: String(customerId),
    chat,
    chatId: started.chat_id,
    threadId: started.thread_id,
  };
}

let on: Awaited<ReturnType<typeof scene>>;
beforeEach(async () => {
  on = await scene();
});
afterEach(() => stage.hangUp());

describe('lc-sdk-js as an agent', () => {
  it('logs in and is told who it is', async () => {
    const line = await stage.agentLine();
    const answer = await line.login({ token: `Bearer ${stage.sandbox.agentToken}` });
    expect(answer).toMatchObject({ my_profile: { id: 'mara@harbour.example' } });
  });

  it('is refused with the error of the API', async () => {
    const line = await stage.agentLine();
    await expect(line.login('Bearer dal:nobody')).rejects.toMatchObject({ error: { type: 'authentication' } });
  });

  it('hears of a new chat with what was written in it', () => {
    expect(on.chat).toMatchObject({ id: on.chatId, thread: { id: on.threadId, active: true } });
    expect(on.chat.thread.events[0]).toMatchObject({ type: 'message', text: 'Is it open?', author_id: on.customerId });
  });

  it('reads what the visitor types and writes, and is read', async () => {
    const peeks = nextPush(on.mara, 'incoming_sneak_peek');
    await on.visitor.sendSneakPeek(on.chatId, 'Until wh');
    expect((await peeks).sneak_peek.text).toBe('Until wh');

    const events = nextPush(on.mara, 'incoming_event');
    await on.visitor.sendEvent(on.chatId, message('Until when?'));
    expect((await events).event.text).toBe('Until when?');

    const answers = nextPush(on.visitor, 'incoming_event');
    const sent = await on.mara.sendEvent(on.chatId, message('Until six.'));
    expect((await answers).event).toMatchObject({ id: sent.event_id, text: 'Until six.' });

    const seen = nextPush(on.mara, 'events_marked_as_seen');
    await on.visitor.markEventsAsSeen(on.chatId, new Date(Date.now() + 1_000).toISOString());
    expect((await seen).user_id).toBe(on.customerId);
  });

  it('shows that it types, and to whom', async () => {
    const typing = nextPush(on.visitor, 'incoming_typing_indicator');
    await on.mara.sendTypingIndicator(on.chatId, true);
    expect((await typing).typing_indicator).toMatchObject({ is_typing: true });
  });

  it('closes the chat, resumes it, and finds both threads', async () => {
    const closes = nextPush(on.visitor, 'chat_deactivated');
    await on.mara.deactivateChat(on.chatId);
    expect((await closes).thread_id).toBe(on.threadId);
    const { thread_id } = await on.mara.resumeChat(on.chatId);
    const { threads } = await on.mara.listThreads(on.chatId);
    expect(threads.map(({ id }) => id)).toEqual([thread_id, on.threadId]);
  });

  it('hands the chat over to somebody who is there', async () => {
    const theo = await stage.agentLine();
    await theo.login('Bearer dal:sandbox-theo');
    const arrives = nextPush(theo, 'incoming_chat');
    const agents = await on.mara.listAgentsForTransfer(on.chatId);
    expect(agents.map(({ agent_id }) => agent_id)).toContain(THEO);
    await on.mara.transferChat(on.chatId, untyped({ target: { type: 'agent', ids: [THEO] } }));
    expect((await arrives).chat.id).toBe(on.chatId);
    await theo.logout();
  });

  it('sends a card and hears that its button was pressed', async () => {
    const button = { type: 'message', text: 'Yes', value: 'yes', postback_id: 'yes', user_ids: [] };
    const card = untyped({
      type: 'rich_message',
      template_id: 'cards',
      elements: [{ title: 'Open?', buttons: [button] }],
    });
    const { event_id } = await on.mara.sendEvent(on.chatId, card);
    const pressed = nextPush(on.mara, 'incoming_rich_message_postback');
    const postback = { id: 'yes', toggled: true };
    await on.visitor.sendRichMessagePostback(
      untyped({ chat_id: on.chatId, thread_id: on.threadId, event_id, postback }),
    );
    expect(await pressed).toMatchObject({ user_id: on.customerId, postback });
  });

  it('sends to other agents without the chat', async () => {
    const heard = nextPush(on.mara, 'incoming_multicast');
    await on.mara.multicast(untyped({ agents: { all: true } }), untyped({ news: 'lunch' }), 'shop');
    expect(await heard).toMatchObject({ content: { news: 'lunch' }, type: 'shop' });
  });

  it('bans the visitor, who is sent away', async () => {
    const sentAway = nextPush(on.visitor, 'customer_disconnected');
    await on.mara.banCustomer(on.customerId, 1);
    expect(await sentAway).toEqual({ reason: 'customer_banned' });
  });
});

type AgentApi = AgentLine | ReturnType<ForeignStage['agentWeb']>;

/** Each method that the library has on both ways, with what has to be so for it. */
const AGENT_METHODS: readonly (readonly [string, (api: AgentApi) => Promise<unknown>, object])[] = [
  ['listChats', (api) => api.listChats(), { found_chats: expect.any(Number) }],
  ['listThreads', (api) => api.listThreads(on.chatId), { found_threads: 1 }],
  ['getChat', (api) => api.getChat(on.chatId, on.threadId), { thread: { id: expect.any(String) } }],
  ['listArchives', (api) => api.listArchives(), { found_chats: expect.any(Number) }],
  ['followChat', (api) => api.followChat(on.chatId), {}],
  ['updateChatProperties', (api) => api.updateChatProperties(on.chatId, inOwnNamespace({ a: 'b' })), {}],
  ['deleteChatProperties', (api) => api.deleteChatProperties(on.chatId, inOwnNamespace(['a'])), {}],
  [
    'updateThreadProperties',
    (api) => api.updateThreadProperties(on.chatId, on.threadId, untyped({ rating: { score: 1 } })),
    {},
  ],
  [
    'deleteThreadProperties',
    (api) => api.deleteThreadProperties(on.chatId, on.threadId, untyped({ rating: ['score'] })),
    {},
  ],
  [
    'updateEventProperties',
    (api) => api.updateEventProperties(on.chatId, on.threadId, `${on.threadId}_1`, inOwnNamespace({ a: 'b' })),
    {},
  ],
  [
    'deleteEventProperties',
    (api) => api.deleteEventProperties(on.chatId, on.threadId, `${on.threadId}_1`, inOwnNamespace(['a'])),
    {},
  ],
  ['tagThread', (api) => api.tagThread(on.chatId, on.threadId, 'urgent'), {}],
  ['untagThread', (api) => api.untagThread(on.chatId, on.threadId, 'urgent'), {}],
  ['getCustomer', (api) => api.getCustomer(on.customerId), { type: 'customer' }],
  ['listCustomers', (api) => api.listCustomers(), { customers: expect.any(Array) }],
  ['createCustomer', (api) => api.createCustomer(untyped({ name: 'Ines' })), { customer_id: expect.any(String) }],
  ['updateCustomer', (api) => api.updateCustomer(on.customerId, untyped({ name: 'Ines' })), {}],
  ['followCustomer', (api) => api.followCustomer(on.customerId), {}],
  ['unfollowCustomer', (api) => api.unfollowCustomer(on.customerId), {}],
  ['setRoutingStatus', (api) => api.setRoutingStatus('accepting_chats' as never), {}],
  ['listRoutingStatuses', (api) => api.listRoutingStatuses([0]), []],
  ['markEventsAsSeen', (api) => api.markEventsAsSeen(on.chatId, new Date().toISOString()), {}],
  ['sendTypingIndicator', (api) => api.sendTypingIndicator(on.chatId, true, 'agents'), {}],
  ['addUserToChat', (api) => api.addUserToChat(on.chatId, THEO, 'agent', 'all', true), {}],
  ['sendEvent', (api) => api.sendEvent(on.chatId, message('Hello')), { event_id: expect.any(String) }],
  ['deactivateChat', (api) => api.deactivateChat(on.chatId, true), {}],
];

describe.each(AGENT_METHODS)('%s of an agent', (_name, call, answer) => {
  it.each([
    ['over the socket', () => on.mara],
    ['over HTTP', () => stage.agentWeb()],
  ] as const)('is served %s', async (_way, api) => {
    const got = await call(api());
    if (Array.isArray(answer)) expect(got).toBeInstanceOf(Array);
    else expect(got).toMatchObject(answer);
  });
});

describe('what the library only has for one way', () => {
  it('serves it', async () => {
    await on.mara.setAwayStatus(true);
    await on.mara.setAwayStatus(false);
    const wanted = { firebase_token: 'f', platform: 'ios', enabled: false };
    await on.mara.changePushNotifications(untyped(wanted));
    await expect(on.mara.unfollowChat(on.chatId)).rejects.toMatchObject({ error: { type: 'validation' } });
  });
});

type CustomerApi = CustomerLine | ReturnType<ForeignStage['customerWeb']>;

const CUSTOMER_METHODS: readonly (readonly [string, (api: CustomerApi) => Promise<unknown>, object])[] = [
  ['listChats', (api) => api.listChats(), { total_chats: 1 }],
  ['listThreads', (api) => api.listThreads(on.chatId), { found_threads: 1 }],
  ['getChat', (api) => api.getChat(on.chatId), { thread: { active: true } }],
  ['sendEvent', (api) => api.sendEvent(on.chatId, message('Hello')), { event_id: expect.any(String) }],
  ['sendSneakPeek', (api) => api.sendSneakPeek(on.chatId, 'Hel'), {}],
  [
    'updateThreadProperties',
    (api) => api.updateThreadProperties(on.chatId, on.threadId, untyped({ rating: { score: 1 } })),
    {},
  ],
  [
    'deleteThreadProperties',
    (api) => api.deleteThreadProperties(on.chatId, on.threadId, untyped({ rating: ['score'] })),
    {},
  ],
  ['updateCustomer', (api) => api.updateCustomer(untyped({ name: 'Ines' })), {}],
  ['setCustomerSessionFields', (api) => api.setCustomerSessionFields(untyped([{ plan: 'gold' }])), {}],
  ['getCustomer', (api) => api.getCustomer(), { type: 'customer' }],
  ['listGroupStatuses', (api) => api.listGroupStatuses(true as never), { groups_status: { '0': 'online' } }],
  ['getForm', (api) => api.getForm(0, 'prechat'), { enabled: expect.any(Boolean) }],
  ['getPredictedAgent', (api) => api.getPredictedAgent(), { agent: { type: 'agent' } }],
  ['getURLInfo', (api) => api.getURLInfo('https://harbour.example/'), {}],
  ['markEventsAsSeen', (api) => api.markEventsAsSeen(on.chatId, new Date().toISOString()), {}],
  ['deactivateChat', (api) => api.deactivateChat(on.chatId), {}],
];

describe.each(CUSTOMER_METHODS)('%s of a customer', (_name, call, answer) => {
  it.each([
    ['over the socket', () => on.visitor],
    ['over HTTP', () => stage.customerWeb(on.token)],
  ] as const)('is served %s', async (_way, api) => {
    expect(await call(api())).toMatchObject(answer);
  });
});

describe('what customers only ask over HTTP', () => {
  it('is answered, whether with GET or with POST', async () => {
    const web = stage.customerWeb(on.token);
    const config = (await web.getDynamicConfiguration(untyped({ group_id: 0 }))) as Frame;
    expect(config).toMatchObject({ organization_id: stage.sandbox.organizationId, group_id: 0 });
    expect(await web.getConfiguration('0', config.config_version)).toHaveProperty('buttons');
    expect(await web.getLocalization('0', 'en', config.localization_version)).toBeTypeOf('object');
    expect(await web.listLicenseProperties()).toBeTypeOf('object');
    expect(await web.listGroupProperties(0 as never)).toBeTypeOf('object');
    await web.checkGoals(untyped([{ plan: 'gold' }]), 0 as never, 'https://harbour.example/thanks' as never);
  });
});

describe('the Configuration API of the library', () => {
  it('registers a webhook, lists it, and takes it back', async () => {
    const { clientId } = stage.sandbox;
    const configuration = stage.configuration();
    const wanted = { url: 'http://127.0.0.1:9/', action: 'incoming_chat', secret_key: 's', type: 'license' };
    const { id } = await configuration.registerWebhook(untyped(wanted), clientId);
    expect(await configuration.listWebhooks(clientId)).toMatchObject([{ id, action: 'incoming_chat' }]);
    await configuration.unregisterWebhook(id, clientId);
    expect(await configuration.listWebhooks(clientId)).toEqual([]);
    await configuration.disableLicenseWebhooks(clientId);
    expect(await configuration.getLicenseWebhooksState(clientId)).toEqual({ license_webhooks_enabled: false });
    await configuration.enableLicenseWebhooks(clientId);
    expect(await configuration.listWebhookNames('3.4')).toContainEqual(
      expect.objectContaining({ action: 'incoming_chat' }),
    );
  });

  it('reads who works here', async () => {
    const configuration = stage.configuration();
    expect(await configuration.listAgents([0], [])).toContainEqual(expect.objectContaining({ id: THEO }));
    expect(await configuration.getAgent(THEO, [])).toMatchObject({ name: 'Theo Lindqvist' });
    expect(await configuration.listGroups([])).toContainEqual(expect.objectContaining({ id: 0 }));
    expect(await configuration.getGroup(0, [])).toMatchObject({ id: 0 });
    expect(await configuration.listBots(true, untyped({}))).toContainEqual(expect.objectContaining({ name: 'Pip' }));
    expect(await configuration.listLicenseProperties('', '')).toBeTypeOf('object');
    expect(await configuration.listGroupProperties(0, '', '')).toBeTypeOf('object');
    const { organizationId, licenseId } = stage.sandbox;
    expect(await configuration.getOrganizationID(licenseId as never)).toEqual({ organization_id: organizationId });
    expect(await configuration.getLicenseID(organizationId as never)).toEqual({ license_id: Number(licenseId) });
  });
});
