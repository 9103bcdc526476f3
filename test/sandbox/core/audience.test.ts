import { describe, expect, it } from 'vitest';
import type { Frame, SandboxPeer } from '../../support/sandbox-peer';
import { sandboxStage } from '../../support/sandbox-stage';

const account = (name: string) => ({
  id: `${name}@harbour.example`,
  name,
  jobTitle: '',
  token: `dal:${name}`,
  isBot: false,
});
const message = (text: string, more: object = {}) => ({ type: 'message', text, ...more });

/** Mara has the chat of Ada, which is in Sales; a watcher looks on unseen, one follows, one could, one could not. */
function cast() {
  const names = ['mara', 'watcher', 'follower', 'near', 'far'] as const;
  const stage = sandboxStage({
    settings: {
      agents: names.map(account),
      groups: [
        { id: 0, name: 'General', agentIds: [] },
        { id: 3, name: 'Workshop', agentIds: [] },
        { id: 7, name: 'Sales', agentIds: names.slice(0, 4).map((name) => account(name).id) },
      ],
      limits: { idleMs: 10 ** 9 },
    },
  });
  const logIn = (name: string, away: boolean): SandboxPeer => {
    const peer = stage.openAgent();
    peer.get('login', { token: `Bearer dal:${name}`, away });
    return peer;
  };
  const mara = logIn('mara', false);
  const [watcher, follower, near, far] = names.slice(1).map((name) => logIn(name, true)) as SandboxPeer[];
  if (!watcher || !follower || !near || !far) throw new Error('Somebody did not come');
  const ada = stage.customer();
  const { chat_id, thread_id } = ada.get('start_chat', { chat: { access: { group_ids: [7] } } });
  const add = { chat_id, user_id: 'watcher@harbour.example', user_type: 'agent', visibility: 'agents' };
  watcher.get('add_user_to_chat', add);
  follower.get('follow_chat', { id: chat_id });
  const event_id: string = mara.get('send_event', { chat_id, event: message('Hello') }).event_id;
  const peers = { mara, watcher, follower, near, far, ada };
  for (const peer of Object.values(peers)) peer.takeNames();
  return { ...stage, ...peers, peers, chat_id, thread_id, event_id, place: { chat_id, thread_id } };
}

type Cast = ReturnType<typeof cast>;

const INSIDE = ['mara', 'watcher', 'follower'];
const NEAR = [...INSIDE, 'near'];

const ROWS: readonly (readonly [string, readonly string[], (world: Cast) => unknown])[] = [
  [
    'incoming_event',
    [...INSIDE, 'ada'],
    ({ mara, chat_id }) => mara.get('send_event', { chat_id, event: message('x') }),
  ],
  [
    'incoming_event',
    INSIDE,
    ({ mara, chat_id }) => mara.get('send_event', { chat_id, event: message('x', { visibility: 'agents' }) }),
  ],
  [
    'event_updated',
    [...INSIDE, 'ada'],
    ({ control, chat_id, event_id }) => control('edit-event', { chat_id, event_id, text: 'y' }),
  ],
  [
    'event_deleted',
    [...INSIDE, 'ada'],
    ({ control, chat_id, event_id }) => control('delete-event', { chat_id, event_id }),
  ],
  [
    'incoming_event_preview',
    ['ada'],
    ({ mara, chat_id }) => mara.get('send_event_preview', { chat_id, event: message('I wi', { custom_id: 'p' }) }),
  ],
  [
    'incoming_typing_indicator',
    ['watcher', 'follower', 'ada'],
    ({ mara, chat_id }) => mara.get('send_typing_indicator', { chat_id, is_typing: true }),
  ],
  [
    'incoming_typing_indicator',
    ['mara', 'follower'],
    ({ watcher, chat_id }) => watcher.get('send_typing_indicator', { chat_id, is_typing: true, visibility: 'agents' }),
  ],
  [
    'incoming_thinking_indicator',
    ['watcher', 'follower', 'ada'],
    ({ mara, chat_id }) => mara.get('send_thinking_indicator', { chat_id, title: 'Looking' }),
  ],
  ['incoming_sneak_peek', INSIDE, ({ ada, chat_id }) => ada.get('send_sneak_peek', { chat_id, sneak_peek_text: 'x' })],
  [
    'events_marked_as_seen',
    [...INSIDE, 'ada'],
    ({ ada, chat_id }) => ada.get('mark_events_as_seen', { chat_id, seen_up_to: '2100-01-01T00:00:00Z' }),
  ],
  [
    'chat_properties_updated',
    INSIDE,
    ({ mara, chat_id }) =>
      mara.get('update_chat_properties', { id: chat_id, properties: { routing: { pinned: true } } }),
  ],
  [
    'thread_properties_updated',
    [...INSIDE, 'ada'],
    ({ ada, place }) => ada.get('update_thread_properties', { ...place, properties: { rating: { score: 1 } } }),
  ],
  ['thread_tagged', NEAR, ({ mara, place }) => mara.get('tag_thread', { ...place, tag: 'x' })],
  [
    'user_added_to_chat',
    [...NEAR, 'ada'],
    ({ near, chat_id }) =>
      near.get('add_user_to_chat', { chat_id, user_id: 'near@harbour.example', user_type: 'agent', visibility: 'all' }),
  ],
  [
    'user_removed_from_chat',
    NEAR,
    ({ watcher, chat_id }) =>
      watcher.get('remove_user_from_chat', { chat_id, user_id: 'watcher@harbour.example', user_type: 'agent' }),
  ],
  ['chat_deactivated', [...NEAR, 'ada'], ({ mara, chat_id }) => mara.get('deactivate_chat', { id: chat_id })],
  [
    'chat_transferred',
    [...NEAR, 'far', 'ada'],
    ({ mara, chat_id }) =>
      mara.get('transfer_chat', {
        id: chat_id,
        target: { type: 'group', ids: [0] },
        ignore_agents_availability: true,
      }),
  ],
  [
    'chat_access_updated',
    [...NEAR, 'far'],
    ({ mara, chat_id }) =>
      mara.get('transfer_chat', {
        id: chat_id,
        target: { type: 'group', ids: [0] },
        ignore_agents_availability: true,
      }),
  ],
  ['chat_deleted', NEAR, ({ control, chat_id }) => control('delete-chat', { chat_id })],
  ['thread_deleted', NEAR, ({ control, place }) => control('delete-thread', place)],
  [
    'customer_banned',
    [...NEAR, 'far'],
    ({ mara, ada }) => mara.get('ban_customer', { id: ada.get('get_customer').id, ban: { days: 1 } }),
  ],
  [
    'incoming_multicast',
    NEAR,
    ({ mara }) => mara.get('multicast', { recipients: { agents: { groups: ['7'] } }, content: {} }),
  ],
  [
    'incoming_multicast',
    ['ada'],
    ({ control, ada }) => control('multicast-customers', { customer_ids: [ada.get('get_customer').id], content: {} }),
  ],
  [
    'incoming_event',
    ['mara', 'watcher', 'follower', 'ada'],
    ({ control, chat_id }) => control('send-system-event', { chat_id, source: 'cdp', subtype: 'x', details: {} }),
  ],
  ['routing_status_set', [...NEAR, 'far'], ({ far }) => far.get('set_routing_status', { status: 'accepting_chats' })],
];

describe('who hears what', () => {
  it.each(ROWS)('%s is heard by %j', (push, hearers, cause) => {
    const world = cast();
    cause(world);
    const heard = Object.entries(world.peers).filter(([, peer]) => peer.pushes(push).length > 0);
    expect(heard.map(([name]) => name)).toEqual(hearers);
  });

  it('gives the whole chat to who follows it, and to nobody else', () => {
    const { near, follower, chat_id, peers } = cast();
    near.get('follow_chat', { id: chat_id });
    expect(near.lastPush('incoming_chat').payload.chat).toMatchObject({ id: chat_id, is_followed: true });
    follower.get('follow_chat', { id: chat_id });
    const told = Object.values(peers).flatMap((peer) => peer.pushes('incoming_chat'));
    expect(told).toHaveLength(1);
  });

  it('never shows a watcher to the customer', () => {
    const { ada, watcher, chat_id } = cast();
    const { users, thread } = ada.get('get_chat', { chat_id });
    expect(users.map(({ name }: Frame) => name)).not.toContain('watcher');
    expect(thread.user_ids).toHaveLength(2);
    expect(watcher.ask('send_event', { chat_id, event: message('Boo') }).payload.error.type).toBe('authorization');
  });

  it('says only what was asked for in the login', () => {
    const { openAgent, ada, chat_id } = cast();
    const peer = openAgent();
    peer.get('login', { token: 'Bearer dal:mara', pushes: { '3.6': ['incoming_event'] } });
    ada.get('send_event', { chat_id, event: message('x') });
    ada.get('deactivate_chat', { id: chat_id });
    expect(new Set(peer.takeNames().slice(1))).toEqual(new Set(['incoming_event']));
  });
});
