import type { Frame, SandboxPeer } from './sandbox-peer';
import { fixtureNames, readFixture } from './v30-shape';
import { ABOUT, type Chapter, type Story, v30Story } from './v30-story';

const event = (name: string) => readFixture('customer', name).payload.event;
const send = (peer: SandboxPeer, chat_id: string, body: object) => peer.ask('send_event', { chat_id, event: body });

/** Where the chat has to be for a request to be answered well. */
export const CHAPTERS: ReadonlyMap<string, Chapter> = new Map<string, Chapter>([
  ['start_chat', 'new'],
  ['get_chats_summary.empty', 'new'],
  ['activate_chat', 'closed'],
  ['send_event.opens-thread', 'closed'],
]);

/** Sends one of the fixtures in a story of its own: everything that was heard then, by whoever asked. */
export function askAsCustomer(name: string): { readonly story: Story; readonly frames: readonly Frame[] } {
  const story = v30Story(CHAPTERS.get(name) ?? 'open');
  const request = story.localise(readFixture('customer', `action.${name}.request`));
  const peer = request.action === 'login' ? story.world.openCustomer() : story.visitor;
  peer.frames.splice(0);
  peer.receive(JSON.stringify(request));
  return { story, frames: peer.frames };
}

/** Everything that a customer can hear in v3.0, in many small stories: the pushes, in no order. */
export function customerPushes(): readonly Frame[] {
  const asked = fixtureNames('customer').flatMap((name) => /^action\.(.+)\.request$/.exec(name)?.[1] ?? []);
  return [
    ...asked.flatMap((name) => askAsCustomer(name).story.world.pushes('customer')),
    ...talking(),
    ...meeting(),
    ...waiting(),
    ...leaving(),
  ];
}

/** Each kind of event, from each who may send it. */
function talking(): readonly Frame[] {
  const story = v30Story('open');
  const { world, priya, visitor, chatId, localise } = story;
  const bot = world.agent('pixel-bot');
  for (const name of ['message.long', 'message.max-size', 'message.postback', 'annotation', 'filled_form']) {
    send(visitor, chatId, bare(localise(event(`event.${name}`))));
  }
  world.clock.pass(1_000);
  for (const peer of [priya, bot]) {
    peer.ask('update_last_seen_timestamp', { chat_id: chatId });
    for (const name of ['custom', 'rich_message.cards', 'rich_message.quick_replies']) {
      send(peer, chatId, event(`event.${name}`));
    }
    peer.ask('send_typing_indicator', { chat_id: chatId, is_typing: true });
    peer.ask('send_typing_indicator', { chat_id: chatId, is_typing: false });
  }
  sendFile(story, PICTURE);
  sendFile(story, { name: 'számla.pdf', contentType: 'application/pdf', bytes: Uint8Array.from([37, 80, 68, 70]) });
  world.customer(ABOUT, story.token);
  const edited = localise(readFixture('customer', 'push.event_updated').payload);
  const { id: event_id, text } = edited.event;
  world.control('edit-event', { chat_id: chatId, thread_id: edited.thread_id, event_id, text });
  priya.ask('multicast', {
    scopes: { customers: { ids: [localise('5d2e9b40-1c7a-4f63-8b0e-6a94f3d2c157')] } },
    content: { banner: { text: 'Maintenance tonight' } },
  });
  return world.pushes('customer');
}

/** As it was heard, an event has properties with wrapped values; as it is sent, with bare ones. */
export function bare({ properties, ...rest }: Frame): Frame {
  if (!properties) return rest;
  const plain = Object.entries<Frame>(properties).map(([space, values]) => [
    space,
    Object.fromEntries(Object.entries<Frame>(values).map(([name, { value }]) => [name, value])),
  ]);
  return { ...rest, properties: Object.fromEntries(plain) };
}

/** The head of a picture of 8 × 6: nobody looks at more of it. */
const PNG = Uint8Array.from(
  [
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    [0, 0, 0, 13],
    [0x49, 0x48, 0x44, 0x52],
    [0, 0, 0, 8, 0, 0, 0, 6],
  ].flat(),
);

export const PICTURE = { name: 'ajtó.png', contentType: 'image/png', bytes: PNG };

export function sendFile(
  { world, token, chatId }: Story,
  file: { readonly name: string; readonly contentType: string; readonly bytes: Uint8Array },
) {
  return world.core.http({
    method: 'POST',
    url: `/v3.0/customer/action/send_file?license_id=${world.core.settings.licenseId}`,
    headers: { authorization: `Bearer ${token}` },
    body: '',
    form: {
      fields: new Map([
        ['payload.chat_id', chatId],
        ['payload.custom_id', 'f-1'],
      ]),
      files: new Map([['payload.file', file]]),
    },
    isSecure: false,
  });
}

/** Who comes and goes in a chat, and which groups it is in. */
function meeting(): readonly Frame[] {
  const { world, priya, visitor, chatId, threadId } = v30Story('open');
  const jurgen = { chat_id: chatId, user_id: 'jurgen@support.example', user_type: 'agent' };
  priya.ask('add_user_to_chat', jurgen);
  priya.ask('remove_user_from_chat', jurgen);
  const access = (id: number) => ({ resource: 'chat', id: chatId, access: { type: 'group', id } });
  priya.ask('set_access', access(7));
  priya.ask('set_access', access(3));
  priya.ask('transfer_chat', { chat_id: chatId, target: { type: 'agent', ids: ['jurgen@support.example'] } });
  priya.ask('transfer_chat', { chat_id: chatId, target: { type: 'group', ids: [7] }, force: true });
  visitor.ask('update_chat_properties', { chat_id: chatId, properties: { rating: { score: 1, comment: 'jó' } } });
  visitor.ask('delete_chat_properties', { chat_id: chatId, properties: { rating: ['score', 'comment'] } });
  const thread = { chat_id: chatId, thread_id: threadId };
  visitor.ask('update_chat_thread_properties', { ...thread, properties: { rating: { score: 1, comment: 'Szuper' } } });
  visitor.ask('delete_chat_thread_properties', { ...thread, properties: { rating: ['score'] } });
  return world.pushes('customer');
}

/** Nobody has time at first; and then nobody says anything for long. */
function waiting(): readonly Frame[] {
  const { world, priya, jurgen, chatId, visitor } = v30Story('open', { limits: { chatsPerAgent: 1 } });
  const others = ['a', 'b'].map(() => world.customer());
  const chats = others.map((other) => other.get('start_chat', { chat: { access: { group_ids: [3] } } }).chat.id);
  others[0]?.get('close_thread', { chat_id: chats[0] });
  visitor.get('close_thread', { chat_id: chatId });
  // Everything that is said keeps the line alive, also that of agents.
  for (let minute = 0; minute < 40; minute += 1) {
    for (let part = 0; part < 4; part += 1) {
      for (const peer of [priya, jurgen, visitor, ...others]) peer.receive('{"action":"ping"}');
      world.clock.pass(15_000);
    }
  }
  return world.pushes('customer');
}

/** Every reason to be sent away that v3.0 has. */
function leaving(): readonly Frame[] {
  const reasons = fixtureNames('customer').filter((name) => name.startsWith('push.customer_disconnected.'));
  return reasons.flatMap((name) => {
    const { world } = v30Story('new');
    const { reason, data } = readFixture('customer', name).payload;
    world.core.disconnectCustomers(reason, undefined, data);
    return world.pushes('customer');
  });
}
