import { describe, expect, it } from 'vitest';
import { missing } from '../../support/agent-golden-shape';
import {
  type Chatting,
  chatting,
  MARA,
  readSample,
  sampleNames,
  TIDE,
  theosChat,
} from '../../support/agent-golden-world';
import type { Frame, SandboxPeer } from '../../support/sandbox-peer';

type Prepare = (world: Chatting) => void;

/** What has to be so before. Otherwise Mara has the chat of Ines. */
const BEFORE = new Map<string, Prepare>([
  ['resume_chat', ({ mara, chat_id }) => void mara.get('deactivate_chat', { id: chat_id })],
  ['follow_chat', (world) => void theosChat(world)],
  [
    'unfollow_chat',
    (world) => {
      theosChat(world).mara.get('follow_chat', { id: world.chat_id });
    },
  ],
  ['transfer_chat.to_agent', ({ logIn }) => void logIn('dal:theo')],
  ['add_user_to_chat', ({ logIn }) => void logIn('dal:theo')],
  [
    'list_agents_for_transfer',
    ({ logIn, mara, chat_id }) => {
      logIn('dal:theo');
      mara.get('remove_user_from_chat', { chat_id, user_id: '6be0f31c9a7d4e52b8f0a1c2d3e4f506', user_type: 'agent' });
    },
  ],
  ['list_archives', ({ mara, chat_id }) => void mara.get('deactivate_chat', { id: chat_id })],
  [
    'list_chats',
    ({ visit, mara, ines, control, chat_id }) => {
      // Enough for a second page, one of them in the queue, and near the top the one that the sample shows.
      for (let count = 0; count < 25; count += 1) visit(`more${count}`, `more${count}`).get('start_chat');
      mara.get('deactivate_chat', { id: chat_id });
      const { thread_id } = ines.get('resume_chat', { chat: { id: chat_id } });
      mara.get('tag_thread', { chat_id, thread_id, tag: 'bike-sale' });
      for (const agent_id of [MARA, TIDE]) control('set-chat-limit', { agent_id, limit: 0 });
      visit('queued', 'queued').get('start_chat');
    },
  ],
  [
    'list_chats.next_page',
    ({ visit, mara, real }) => {
      visit('more', 'more').get('start_chat');
      real.set('cDI6ZGVzYzoyNQ==', mara.get('list_chats', { limit: 1 }).next_page_id);
    },
  ],
  [
    'send_event.file',
    ({ upload, real }) => void real.set('https://cdn.quayside.example/tmp/att/c1/invoice.pdf', upload()),
  ],
  [
    'delete_chat_properties',
    ({ mara, translate }) => void mara.get('update_chat_properties', propertiesOf('chat', translate)),
  ],
  [
    'delete_thread_properties',
    ({ mara, translate }) => void mara.get('update_thread_properties', propertiesOf('thread', translate)),
  ],
  [
    'delete_event_properties',
    ({ mara, translate }) => void mara.get('update_event_properties', propertiesOf('event', translate)),
  ],
  [
    'list_threads',
    ({ mara, translate, clock }) => {
      mara.get('request_thread_summary', translate({ chat_id: 'T7QK2M9XWB', thread_id: 'T1ZM66QYRA' }));
      clock.pass(1_000);
    },
  ],
  [
    'unsubscribe_customers',
    ({ mara, real }) => {
      real.set('9b2e4e7f8c3d5a6b7c8d9e0fa41f0c6d', mara.get('subscribe_customers').subscription_id);
    },
  ],
]);

/** Who asks, where it is not Mara on her usual connection. */
const ASKS = new Map<string, (world: Chatting) => SandboxPeer>([
  ['login', ({ openAgent }) => openAgent()],
  ['login.narrow_pushes', ({ openAgent }) => openAgent()],
]);

const propertiesOf = (level: string, translate: (value: Frame) => Frame) =>
  translate(readSample(`request.update_${level}_properties`)).payload;

const requests = sampleNames.filter((name) => name.startsWith('request.')).map((name) => name.slice('request.'.length));

/** Those that need more than one connection of this world can show. */
const SAID_WITHOUT = new Map<string, RegExp>([
  // The chats of the sample are not those of this story.
  ['login', /chats_summary/],
  ['list_chats', /last_event_per_type/],
  ['list_archives', /previous_thread_id|previous_accessible/],
  ['list_chats.next_page', /previous_page_id/],
]);

describe('a request of an agent in v3.6', () => {
  it.each(requests)('is answered as in the fixtures: %s', (name) => {
    const world = chatting();
    BEFORE.get(name)?.(world);
    const peer = ASKS.get(name)?.(world) ?? world.mara;
    const request = world.translate(readSample(`request.${name}`));
    const before = peer.frames.length;
    peer.receive(JSON.stringify(request));
    const response = peer.frames.slice(before).find((frame) => frame.type === 'response');
    const sample = readSample(`response.${name}`);
    expect(response).toMatchObject({ action: sample.action, success: true });
    expect(response.request_id).toBe(sample.request_id);
    const without = SAID_WITHOUT.get(name);
    expect(missing(sample, response).filter((line) => !without?.test(line))).toEqual([]);
    if (Object.keys(sample.payload).length === 0) expect(response.payload).toEqual({});
  });
});
