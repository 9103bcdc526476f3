import { readFileSync } from 'node:fs';
import type { Frame } from './sandbox-peer';
import { sandboxStage } from './sandbox-stage';
import { formOf, type WebAnswer, webCallers } from './web-caller';

const message = (text: string) => ({ type: 'message', text });
const TOO_LARGE = new Uint8Array(10 * 1024 * 1024 + 1);
const PDF = new TextEncoder().encode('%PDF-1.7');

/** A chat of a visitor with Mara, and everybody who can call. */
function day() {
  const stage = sandboxStage();
  stage.agent('mara');
  const { access_token } = stage.token();
  const visitor = stage.customer({}, access_token);
  const { chat_id, thread_id } = visitor.get('start_chat', { chat: { thread: { events: [] } } });
  const { customer, agent, configuration } = webCallers(stage);
  const owner = { owner_client_id: stage.core.settings.clientId };
  const hook = { url: 'http://127.0.0.1:4100/hooks', secret_key: 's', description: 'orders sync' };
  const register = () =>
    configuration()('register_webhook', {
      ...hook,
      ...owner,
      action: 'chat_deactivated',
      type: 'license',
      filters: { chat_presence: { user_ids: { values: ['mara@harbour.example'] } }, source_type: ['system'] },
    });
  return { stage, access_token, visitor, chat_id, thread_id, customer, agent, configuration, owner, hook, register };
}

type Day = ReturnType<typeof day>;
type Cause = (on: Day) => WebAnswer;

const file = (bytes: Uint8Array, name = 'invoice.pdf') => formOf({}, { file: [name, bytes] });
const fileV30 = ({ chat_id }: Day, bytes: Uint8Array) => ({
  form: formOf({ 'payload.chat_id': chat_id }, { 'payload.file': ['a.pdf', bytes] }),
});
const asPip = ({ chat_id, agent }: Day, event: object): WebAnswer => {
  const bot = { user_id: 'pip@harbour.example', user_type: 'agent', visibility: 'all' };
  agent()('add_user_to_chat', { chat_id, ...bot });
  return agent('pip')('send_event', { chat_id, event });
};

const tokenOfFra = { headers: { authorization: 'Bearer fra:x' } };

/** What is done to be answered like the fixture of this name, in a folder of `test/fixtures`. */
const CAUSES: { readonly [folder: string]: { readonly [name: string]: Cause } } = {
  'v3.6/agent': {
    'create_bot.response': ({ configuration, owner }) => configuration()('create_bot', { name: 'Tide Bot', ...owner }),
    'error.authentication': ({ agent }) => agent()('list_chats', {}, { headers: { authorization: 'Bearer dal:x' } }),
    'error.chat_inactive': ({ agent, visitor, chat_id }) => {
      visitor.get('deactivate_chat', { id: chat_id });
      return agent()('send_event', { chat_id, event: message('Hi') });
    },
    'error.entity_too_large': ({ agent }) => agent()('upload_file', '', { form: file(TOO_LARGE) }),
    'get_license_webhooks_state.response': ({ configuration }) => configuration()('get_license_webhooks_state'),
    'issue_bot_token.response': ({ configuration, owner, stage }) => {
      const { id, secret } = configuration()('create_bot', { name: 'Tide Bot', ...owner }).body;
      const { clientId: client_id, organizationId: organization_id } = stage.core.settings;
      return configuration()('issue_bot_token', { bot_id: id, client_id, bot_secret: secret, organization_id });
    },
    'list_webhooks.response': ({ configuration, register, owner }) => {
      register();
      return configuration()('list_webhooks', owner);
    },
    'register_webhook.response': ({ register }) => register(),
    'send_event.as_bot.response': (on) => asPip(on, message('Beep')),
    'tag_thread.response': ({ agent, chat_id, thread_id }) => agent()('tag_thread', { chat_id, thread_id, tag: 'a' }),
    'unregister_webhook.response': ({ configuration, register, owner }) =>
      configuration()('unregister_webhook', { id: register().body.id, ...owner }),
    'upload_file.response': ({ agent }) => agent()('upload_file', '', { form: file(PDF) }),
  },
  'v3.0/agent': {
    'create_bot_agent.response': ({ configuration }) =>
      configuration('3.0')('create_bot_agent', { payload: { name: 'Tide Bot', status: 'accepting chats' } }),
    'error.authentication': ({ agent }) =>
      agent('mara', '3.0')('get_archives', { payload: {} }, { headers: { authorization: 'Bearer dal:x' } }),
    'register_webhook.response': ({ configuration, hook }) =>
      configuration('3.0')('register_webhook', { payload: { ...hook, action: 'thread_closed' } }),
    'send_event.as_bot.response': ({ agent, chat_id }) =>
      agent('mara', '3.0')('send_event', {
        payload: { chat_id, event: message('Hi') },
        author_id: 'pip@harbour.example',
      }),
    'send_file.response': (on) => on.agent('mara', '3.0')('send_file', '', fileV30(on, PDF)),
  },
  'v3.6/customer': {
    check_goals: ({ customer, access_token }) =>
      customer(access_token)('check_goals', {
        page_url: 'https://a.example',
        session_fields: [{ a: 'b' }],
        group_id: 0,
      }),
    misdirected_request: ({ customer }) => customer('')('list_chats', {}, tokenOfFra),
    send_event: ({ customer, access_token, chat_id }) =>
      customer(access_token)('send_event', { chat_id, event: message('over HTTP') }),
    upload_file: ({ customer, access_token }) => customer(access_token)('upload_file', '', { form: file(PDF) }),
    'upload_file.too-large': ({ customer, access_token }) =>
      customer(access_token)('upload_file', '', { form: file(TOO_LARGE) }),
  },
  'v3.0/customer': {
    check_goals: ({ customer, access_token }) =>
      customer(access_token, '3.0')('check_goals', {
        payload: { page_url: 'https://a.example', customer_fields: { plan: 'gold' }, group_id: 0 },
      }),
    misdirected_request: ({ customer }) => customer('', '3.0')('get_chats_summary', { payload: {} }, tokenOfFra),
    send_event: ({ customer, access_token, chat_id }) =>
      customer(access_token, '3.0')('send_event', { payload: { chat_id, event: message('over HTTP') } }),
    send_file: (on) => on.customer(on.access_token, '3.0')('send_file', '', fileV30(on, PDF)),
    'send_file.too-large': (on) => on.customer(on.access_token, '3.0')('send_file', '', fileV30(on, TOO_LARGE)),
  },
};

export interface WebSample {
  readonly status: number;
  readonly body: Frame;
}

/** Each fixture that we can be asked for, as `[name, what it says, what we say]`. */
export const webSamples: readonly (readonly [string, WebSample, () => WebAnswer])[] = Object.entries(CAUSES).flatMap(
  ([folder, causes]) =>
    Object.entries(causes).map(([name, cause]) => {
      const path = new URL(`../fixtures/${folder}/http.${name}.json`, import.meta.url);
      const sample: Frame = JSON.parse(readFileSync(path, 'utf8'));
      return [`${folder} http.${name}`, sample.response ?? sample, () => cause(day())] as const;
    }),
);
