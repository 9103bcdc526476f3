import type { SettingsChoice } from '../../src/sandbox/core/settings';
import { readGolden } from './golden-shape';
import type { Frame, SandboxPeer } from './sandbox-peer';
import { sandboxStage } from './sandbox-stage';

/** The shop, the people and the chat that the samples tell of. */

export const PRIYA = 'priya@support.example';
export const JURGEN = 'jurgen@support.example';
export const PIXEL = 'pixel-bot@support.example';

const agent = (id: string, name: string, jobTitle: string, avatar: string, isBot = false) => ({
  id,
  name,
  jobTitle,
  avatar: `https://cdn.example.net/avatars/${avatar}.png`,
  token: `dal:${id}`,
  isBot,
});

const formOf = (name: string) => readGolden(name).payload.form;
const greetingOf = (name: string) => {
  const { id, addon, subtype, is_exit_intent: isExitIntent, event, agent: by } = readGolden(name).payload;
  const { created_at: _, author_id: __, ...content } = event;
  const agentId = by.is_bot ? PIXEL : PRIYA;
  return {
    id,
    name: String(id),
    agentId,
    event: content,
    isExitIntent,
    ...(addon && { addon }),
    ...(subtype && { subtype }),
  };
};

export const castGroups = [
  { id: 0, name: 'General', agentIds: [] },
  { id: 3, name: 'Support', agentIds: [PRIYA, PIXEL] },
  { id: 7, name: 'Billing', agentIds: [JURGEN] },
];

const settings: SettingsChoice = {
  organizationId: '7c3f2b1e-94d6-4a0b-8e57-1f6a2c9d0b34',
  licenseId: '104729183',
  clientId: '5f0e2d7c9b814a63a1c4e8d70b92f6aa',
  agents: [
    agent(PRIYA, 'Priya Raman', 'Support Specialist', 'priya'),
    agent(JURGEN, 'Jürgen Weiß', 'Billing Expert', 'jurgen'),
    agent(PIXEL, 'Pixel 🤖', 'Chat bot', 'pixel', true),
  ],
  groups: castGroups,
  forms: [
    { type: 'prechat', groupIds: [3], isEnabled: true, form: formOf('action.get_form.response') },
    { type: 'postchat', isEnabled: true, form: formOf('action.get_form.postchat.response') },
    { type: 'ticket', isEnabled: true, form: formOf('action.get_form.ticket.response') },
  ],
  greetings: [greetingOf('push.incoming_greeting'), greetingOf('push.incoming_greeting.rich')],
  welcomeText: 'Hi! I am Pixel. Ask me anything about your order.',
  urls: [
    {
      url: 'https://help.example/claims',
      title: 'Claims — Help Centre',
      description: 'How to report a lost or damaged parcel.',
      imageUrl: 'https://cdn.example.net/previews/claims.png',
      imageOriginalUrl: 'https://help.example/og/claims.png',
      imageWidth: 640,
      imageHeight: 320,
    },
  ],
  properties: {
    license: readGolden('http.list_license_properties').response.body,
    groups: { '3': readGolden('http.list_group_properties').response.body },
  },
  pageGroups: [{ urlContains: '/checkout', groupId: 7 }],
};

const ids = { chat: 'SK7QX2M9VD', old: 'SK7QX2M9WD', thread: 'SK8B4T0ZRE', next: 'SKC1N6H3YP' };
export const goldenIds = ids;

export function goldenWorld(more: SettingsChoice = {}, options: Partial<Parameters<typeof sandboxStage>[0]> = {}) {
  const stage = sandboxStage({ ...options, settings: { ...settings, ...more } });
  /** Of the sample → of this world. */
  const real = new Map<string, string>();

  function translate(value: Frame): Frame {
    let text = JSON.stringify(value);
    for (const [theirs, ours] of [...real].sort(([a], [b]) => b.length - a.length))
      text = text.replaceAll(theirs, ours);
    return JSON.parse(text);
  }

  const token: string = stage.token().access_token;
  const about = () => ({ ...translate(readGolden('action.login.request').payload), token: `Bearer ${token}` });
  const logIn = (id: string) => {
    const peer = stage.openAgent();
    peer.get('login', { token: `Bearer dal:${id}`, customer_monitoring_level: 'online' });
    return peer;
  };
  const visit = () => {
    const peer = stage.openCustomer();
    peer.get('login', about());
    return peer;
  };
  /** Posts to a control, which no API has. */
  function control(name: string, body: object): Frame {
    const response = stage.core.http({
      method: 'POST',
      url: `/sandbox/control/${name}`,
      headers: { 'content-type': 'application/json', host: 'localhost' },
      body: JSON.stringify(body),
      isSecure: false,
    });
    if (response?.status !== 200) throw new Error(`${name}: ${response?.status} ${response?.body}`);
    return JSON.parse(response.body || '{}');
  }
  /** Uploads a picture; its address. */
  function upload(name: string, contentType = 'image/png'): string {
    const png = Uint8Array.from([
      0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 6, 0, 0, 0, 8, 0,
    ]);
    const response = stage.core.http({
      method: 'POST',
      url: `/v3.6/customer/action/upload_file?organization_id=${settings.organizationId}`,
      headers: { authorization: `Bearer ${token}`, host: 'cdn.example.net' },
      body: '',
      form: {
        fields: new Map(),
        files: new Map([
          ['file', { name, contentType, bytes: contentType === 'image/png' ? png : Uint8Array.of(37, 80, 68, 70) }],
        ]),
      },
      isSecure: true,
    });
    return JSON.parse(response?.body ?? '{}').url;
  }
  /** Sends a sample, and gives our answer to it. */
  function send(peer: SandboxPeer, request: Frame): Frame {
    const { request_id } = request;
    peer.receive(JSON.stringify(translate(request)));
    return peer.frames.findLast(
      (frame) => frame.type === 'response' && frame.action === request.action && frame.request_id === request_id,
    );
  }
  return { ...stage, real, translate, customerToken: token, about, logIn, visit, control, upload, send };
}

export type GoldenWorld = ReturnType<typeof goldenWorld>;

/** The customer has come, with nobody there. */
export function arrived(world = goldenWorld()) {
  const visitor = world.visit();
  const customerId: string = visitor.frames[0].payload.customer_id;
  world.real.set('c4d1f0a2-6b7e-4c39-9a58-2e0f71b3d6c8', customerId);
  return { ...world, visitor, customerId };
}

/** Priya and Pixel are there too. */
export function met(world = goldenWorld()) {
  const priya = world.logIn(PRIYA);
  const pixel = world.logIn(PIXEL);
  return { ...arrived(world), priya, pixel };
}

/** An old thread and a new one, in which Priya, Jürgen and Pixel have written. */
export function chatting(world = goldenWorld()) {
  const scene = met(world);
  const { visitor, priya, real, translate } = scene;
  const say = (text: string, more: object = {}) => ({ type: 'message', text, ...more });
  const first = { thread: { events: [say('Do you ship to Austria? 🇦🇹')] }, access: { group_ids: [3] } };
  const { chat_id, thread_id: old } = visitor.get('start_chat', { chat: first });
  priya.get('send_event', { chat_id, event: say('Yes, within three days.') });
  priya.get('deactivate_chat', { id: chat_id });
  const opening = translate(readGolden('action.start_chat.request').payload);
  const { thread_id } = visitor.get('resume_chat', { ...opening, chat: { ...opening.chat, id: chat_id } });
  real.set(ids.chat, chat_id).set(ids.old, old).set(ids.thread, thread_id);
  priya.get('add_user_to_chat', { chat_id, user_id: PIXEL, user_type: 'agent', visibility: 'all' });
  const told = visitor.get('send_event', { chat_id, event: say('Nothing at the door', { custom_id: 'm-1' }) });
  const answered = priya.get('send_event', { chat_id, event: { ...say('Good morning Zoë'), visibility: 'all' } });
  const { type, template_id, elements } = readGolden('event.rich_message.quick_replies').payload.event;
  const rich = scene.pixel.get('send_event', { chat_id, event: { type, template_id, elements, visibility: 'all' } });
  real.set(`${ids.thread}_3`, told.event_id).set(`${ids.thread}_8`, rich.event_id);
  for (const at of [2, 7]) real.set(`${ids.thread}_${at}`, answered.event_id);
  return {
    ...scene,
    chat_id,
    old,
    thread_id,
    say,
    ownId: told.event_id as string,
    agentsId: answered.event_id as string,
  };
}

/** The chat is over. */
export function closed(world = goldenWorld()) {
  const scene = chatting(world);
  scene.visitor.get('deactivate_chat', { id: scene.chat_id });
  return scene;
}

/** A greeting is on the page. */
export function greeted(world = goldenWorld(), greetingId = 41) {
  const scene = met(world);
  scene.control('send-greeting', { customer_id: scene.customerId, greeting_id: greetingId });
  const { unique_id } = scene.visitor.lastPush('incoming_greeting').payload;
  scene.real.set('Q7X0M2K9TB', unique_id).set('Q80LD4W1XZ', unique_id);
  return scene;
}
