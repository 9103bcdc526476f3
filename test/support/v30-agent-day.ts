import type { Frame } from './sandbox-peer';
import { bare, PICTURE, sendFile } from './v30-customer-day';
import { fixtureNames, readFixture } from './v30-shape';
import { ABOUT, type Chapter, type Story, v30Story } from './v30-story';

/** Where the chat has to be for a request to be answered well. */
const CHAPTERS: ReadonlyMap<string, Chapter> = new Map<string, Chapter>([['activate_chat', 'closed']]);

/** What has to have happened before, beside the chat itself. */
const BEFORE: ReadonlyMap<string, (story: Story) => void> = new Map<string, (story: Story) => void>([
  ['get_chat_threads', ({ priya, chatId }) => void priya.ask('add_user_to_chat', jurgenIn(chatId))],
  ['get_chat_threads_summary', openAnother],
  ['get_customers', comeAgain],
  ['get_archives', rate],
  ['revoke_access', ({ priya, chatId }) => void priya.ask('grant_access', accessOf(chatId, 7))],
  ['untag_chat_thread', (story) => void askAsAgent('tag_chat_thread', story)],
  ['delete_chat_properties', (story) => void askAsAgent('update_chat_properties', story)],
  ['delete_chat_thread_properties', (story) => void askAsAgent('update_chat_thread_properties', story)],
  ['delete_event_properties', (story) => void askAsAgent('update_event_properties', story)],
  ['follow_chat', ({ priya, chatId }) => void priya.ask('remove_user_from_chat', leaving(chatId))],
  [
    'unfollow_chat',
    (story) => {
      story.priya.ask('remove_user_from_chat', leaving(story.chatId));
      askAsAgent('follow_chat', story);
    },
  ],
]);

const jurgenIn = (chat_id: string) => ({ chat_id, user_id: 'jurgen@support.example', user_type: 'agent' });

const accessOf = (id: string, group: number) => ({ resource: 'chat', id, access: { type: 'group', id: group } });

function openAnother({ visitor, chatId }: Story): void {
  visitor.get('close_thread', { chat_id: chatId });
  visitor.get('send_event', { chat_id: chatId, event: { type: 'message', text: 'Még egy kérdés' } });
}

function comeAgain({ world, visitor, token }: Story): void {
  visitor.hangUp();
  world.clock.pass(20_000);
  world.customer(ABOUT, token);
}

function rate({ visitor, chatId, threadId }: Story): void {
  const properties = { rating: { score: 1 } };
  visitor.get('update_chat_thread_properties', { chat_id: chatId, thread_id: threadId, properties });
}

const leaving = (chat_id: string) => ({ chat_id, user_id: 'priya@support.example', user_type: 'agent' });

/** Sends one of the fixtures, in a story of its own if there is none yet. */
export function askAsAgent(name: string, known?: Story): { readonly story: Story; readonly frames: readonly Frame[] } {
  const story = known ?? v30Story(CHAPTERS.get(name) ?? 'open');
  if (!known) BEFORE.get(name)?.(story);
  const request = story.localise(readFixture('agent', `request.${name}`));
  const peer = request.action === 'login' ? story.world.openAgent() : story.priya;
  const before = peer.frames.length;
  peer.receive(JSON.stringify(request));
  return { story, frames: peer.frames.slice(before) };
}

export function agentPushes(): readonly Frame[] {
  const asked = fixtureNames('agent').flatMap((name) => /^request\.(.+)$/.exec(name)?.[1] ?? []);
  return [
    ...asked.flatMap((name) => askAsAgent(name).story.world.pushes('agent')),
    ...visiting(),
    ...talking(),
    ...closing(),
    ...leavingWork(),
  ];
}

/** Somebody comes to the site for the first time, looks around and goes. */
function visiting(): readonly Frame[] {
  const { world, priya } = v30Story('new');
  const other = world.customer(ABOUT);
  other.get('update_customer', { name: 'Őszi M.' });
  other.get('update_customer_page', { url: 'https://quayside.example/repairs', title: 'Repairs' });
  other.hangUp();
  world.clock.pass(20_000);
  priya.alive();
  return world.pushes('agent');
}

/** Each kind of event, from each who may send it, and what happens around them. */
function talking(): readonly Frame[] {
  const story = v30Story('open');
  const { world, priya, jurgen, visitor, chatId, threadId, localise } = story;
  const bot = world.agent('pixel-bot');
  const samples = fixtureNames('agent').filter((name) => name.startsWith('push.incoming_event.'));
  for (const sample of samples) {
    const event = localise(bare(readFixture('agent', sample).payload.event));
    for (const peer of [visitor, priya, bot]) peer.ask('send_event', { chat_id: chatId, event });
  }
  sendFile(story, PICTURE);
  visitor.ask('send_sneak_peek', { chat_id: chatId, sneak_peek_text: 'And does it come' });
  world.clock.pass(1_000);
  visitor.ask('update_last_seen_timestamp', { chat_id: chatId });
  visitor.ask(
    'send_rich_message_postback',
    localise(readFixture('agent', 'request.send_rich_message_postback').payload),
  );
  priya.ask('add_user_to_chat', jurgenIn(chatId));
  jurgen.ask('send_typing_indicator', { chat_id: chatId, is_typing: true });
  const rich = localise(readFixture('agent', 'push.event_updated').payload);
  world.control('edit-event', { chat_id: chatId, thread_id: threadId, event_id: rich.event.id, event: rich.event });
  priya.ask('transfer_chat', { chat_id: chatId, target: { type: 'agent', ids: ['pixel-bot@support.example'] } });
  return world.pushes('agent');
}

/** By the customer, by nobody, and then opened again by writing. */
function closing(): readonly Frame[] {
  const { world, priya, jurgen, visitor, chatId } = v30Story('open');
  visitor.get('close_thread', { chat_id: chatId });
  visitor.get('send_event', { chat_id: chatId, event: { type: 'message', text: 'Me again', custom_id: 'w-1' } });
  for (let part = 0; part < 4 * 40; part += 1) {
    for (const peer of [priya, jurgen, visitor]) peer.receive('{"action":"ping"}');
    world.clock.pass(15_000);
  }
  return world.pushes('agent');
}

function leavingWork(): readonly Frame[] {
  const samples = fixtureNames('agent').filter((name) => name.startsWith('push.agent_disconnected'));
  return samples.flatMap((name) => {
    const { world } = v30Story('new');
    world.control('disconnect-agent', { agent_id: 'priya@support.example', ...readFixture('agent', name).payload });
    return world.pushes('agent');
  });
}
