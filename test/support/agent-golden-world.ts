import { readdirSync, readFileSync } from 'node:fs';
import type { SettingsChoice } from '../../src/sandbox/core/settings';
import type { Frame, SandboxPeer } from './sandbox-peer';
import { sandboxStage } from './sandbox-stage';

/** Quayside Cycles, as the samples of the Agent API tell of it: Ines asks for a bike, Mara answers, Theo takes over. */

const folder = new URL('../fixtures/v3.6/agent/', import.meta.url);

export const sampleNames: readonly string[] = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));

export const readSample = (name: string): Frame => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));

export const MARA = 'mara@quayside.example';
export const THEO = 'theo@quayside.example';
export const TIDE = '6be0f31c9a7d4e52b8f0a1c2d3e4f506';
const INES = '3f6c1a52-8d1e-4b7a-9c40-2e5b7d90f113';
/** Somebody else, who has no chat. */
const BO = 'b81d4e07-52c9-4f3a-8e66-0d9a7c5f2e48';
const THREAD = 'T7QK2M9XWC';

const PDF = new TextEncoder().encode('%PDF-1.4');
/** The head of one that is 4 by 3. */
const PNG = Uint8Array.from([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 4, 0, 0, 0, 3, 8, 2, 0,
  0, 0,
]);

const avatar = (name: string) => `https://cdn.quayside.example/a/${name}.png`;
const settings: SettingsChoice = {
  organizationId: '5d0c8f3e-2b61-4d0f-9a77-c1e4b2f6a908',
  licenseId: '15820417',
  clientId: 'a41f0c6d9b2e4e7f8c3d5a6b7c8d9e0f',
  agents: [
    {
      id: MARA,
      name: 'Mara Okafor',
      jobTitle: 'Sales',
      token: 'dal:Qs81vX0mT4nBw7',
      otherTokens: ['dal:r4Kx93LwZ0pYc2'],
      accountId: '0c9b7a51',
      personalToken: 'us-sandbox-pat',
      isBot: false,
      avatar: avatar('mara'),
    },
    { id: THEO, name: 'Theo Brandt', jobTitle: 'Mechanic', token: 'dal:theo', isBot: false, avatar: avatar('theo') },
    { id: TIDE, name: 'Tide Bot', jobTitle: 'Bot', token: 'dal:tide', isBot: true },
    { id: 'ana@quayside.example', name: 'Ana', jobTitle: '', token: 'dal:ana', isBot: false, state: 'suspended' },
  ],
  groups: [
    { id: 0, name: 'General', agentIds: [] },
    { id: 3, name: 'Repairs', agentIds: [THEO] },
    { id: 7, name: 'Sales', agentIds: [MARA] },
  ],
};

const visitOf = (id: string) => ({
  customer: {
    name: 'Ines Duarte',
    email: `${id}@mail.example`,
    avatar: 'https://cdn.mail.example/u/ines.png',
    session_fields: [{ plan: 'gold' }, { cart_total: '218.50' }],
  },
  customer_page: { url: 'https://quayside.example/', title: 'Quayside Cycles' },
  referrer: 'https://search.example/?q=bike+repair',
});

export const message = (text: string, more: object = {}) => ({ type: 'message', text, ...more });

export function quayside(more: SettingsChoice = {}) {
  const { limits, ...others } = more;
  const stage = sandboxStage({ settings: { ...settings, ...others, limits: { idleMs: 10 ** 9, ...limits } } });
  /** Of the samples → of this world. */
  const real = new Map<string, string>();
  const translate = (value: Frame): Frame => {
    let text = JSON.stringify(value);
    for (const [theirs, ours] of real) text = text.replaceAll(theirs, ours);
    return JSON.parse(text);
  };
  const logIn = (token: string, login: object = {}): SandboxPeer => {
    const peer = stage.openAgent();
    peer.get('login', { token: `Bearer ${token}`, customer_monitoring_level: 'online', ...login });
    return peer;
  };
  const visit = (id: string, of: string): SandboxPeer => {
    const peer = stage.customer(visitOf(id));
    real.set(of, peer.frames[0].payload.customer_id);
    return peer;
  };
  const upload = (name = 'invoice.pdf', contentType = 'application/pdf', bytes = PDF): string => {
    const response = stage.core.http({
      method: 'POST',
      url: '/v3.6/agent/action/upload_file',
      headers: { authorization: 'Bearer dal:Qs81vX0mT4nBw7' },
      body: '',
      form: { fields: new Map(), files: new Map([['file', { name, contentType, bytes }]]) },
      isSecure: false,
    });
    return JSON.parse(response?.body ?? '').url;
  };
  const uploadPicture = (): string => upload('frame.png', 'image/png', PNG);
  return { ...stage, real, translate, logIn, visit, upload, uploadPicture };
}

/** An old thread and a new one; Mara has the chat, and monitors everybody; Theo is not there. */
export function chatting(more: SettingsChoice = {}) {
  const world = quayside(more);
  const { real, logIn, visit } = world;
  const mara = logIn('dal:Qs81vX0mT4nBw7');
  const tide = logIn('dal:tide');
  const ines = visit('ines', INES);
  visit('bo', BO);
  ines.get('update_customer_page', { url: 'https://quayside.example/repairs', title: 'Repairs' });
  const { chat_id, thread_id: old } = ines.get('start_chat', {
    chat: { thread: { events: [message('Are you open?')] } },
  });
  real.set('T7QK2M9XWB', chat_id).set('T1ZM66QYRA', old);
  mara.get('deactivate_chat', { id: chat_id });
  const form = readSample('push.incoming_event.filled_form').payload.event;
  const first = { type: 'filled_form', form_id: form.form_id, form_type: form.form_type, fields: form.fields };
  const chat = { id: chat_id, thread: { events: [first] } };
  const { thread_id } = ines.get('resume_chat', { chat });
  const place = { chat_id, thread_id };
  ines.get('send_event', {
    chat_id,
    event: message('Hi, do you have the blue touring bike?', { custom_id: 'w-2f91' }),
  });
  mara.get('tag_thread', { ...place, tag: 'bike-sale' });
  const event_id: string = mara.get('send_event', { chat_id, event: message('Hello Ines!') }).event_id;
  mara.get('add_user_to_chat', { chat_id, user_id: TIDE, user_type: 'agent', visibility: 'all' });
  const cards = readSample('request.send_event.rich_message_cards').payload.event;
  const card_id: string = tide.get('send_event', { chat_id, event: cards }).event_id;
  real.set(`${THREAD}_4`, event_id).set(`${THREAD}_8`, card_id).set(THREAD, thread_id);
  return { ...world, mara, tide, ines, place, event_id, card_id, chat_id, thread_id };
}

export type Chatting = ReturnType<typeof chatting>;

/** Theo has the chat, and Mara looks on. */
export function theosChat(world = chatting()) {
  const theo = world.logIn('dal:theo');
  world.mara.get('transfer_chat', { id: world.chat_id, target: { type: 'agent', ids: [THEO] } });
  return { ...world, theo };
}
