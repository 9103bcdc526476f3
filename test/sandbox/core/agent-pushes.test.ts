import { describe, expect, it } from 'vitest';
import { missing } from '../../support/agent-golden-shape';
import {
  type Chatting,
  chatting,
  MARA,
  message,
  readSample,
  sampleNames,
  THEO,
  TIDE,
  theosChat,
} from '../../support/agent-golden-world';
import { type Frame, SandboxPeer } from '../../support/sandbox-peer';

/** Makes it happen, and says who hears it, if that is not Mara. */
type Cause = (world: Chatting) => unknown;

const request = ({ translate }: Chatting, name: string): Frame => translate(readSample(`request.${name}`));
const ask = (world: Chatting, name: string, peer = world.mara) => {
  const { action, payload } = request(world, name);
  return peer.get(action, payload);
};
const sent =
  (name: string): Cause =>
  (world) =>
    void ask(world, `send_event.${name}`);
const byInes =
  (event: object): Cause =>
  ({ ines, chat_id }) =>
    void ines.get('send_event', { chat_id, event });
const announced = (world: Chatting, name: string): void => {
  const { action, payload } = readSample(`push.${name}`);
  world.control('announce', { push: action, payload });
};

const CAUSES = new Map<string, Cause>([
  [
    'agent_disconnected.misdirected',
    ({ control }) => {
      const data = { region: 'fra' };
      control('disconnect-agent', { agent_id: MARA, reason: 'misdirected_connection', data });
    },
  ],
  [
    'agent_disconnected',
    ({ logIn, mara }) => {
      logIn('dal:Qs81vX0mT4nBw7').get('logout');
      return mara;
    },
  ],
  [
    'chat_access_updated',
    (world) => {
      world.logIn('dal:theo');
      ask(world, 'transfer_chat.to_group');
    },
  ],
  ['chat_deactivated.by_customer', ({ ines, chat_id }) => void ines.get('deactivate_chat', { id: chat_id })],
  ['chat_deactivated.by_router', ({ clock }) => clock.pass(31 * 60_000)],
  ['chat_deactivated.own_request', (world) => void ask(world, 'deactivate_chat')],
  ['chat_deleted', ({ control, chat_id }) => void control('delete-chat', { chat_id })],
  ['thread_deleted', ({ control, place }) => void control('delete-thread', place)],
  [
    'chat_properties_updated',
    ({ mara, chat_id }) =>
      void mara.get('update_chat_properties', { id: chat_id, properties: { routing: { pinned: true } } }),
  ],
  [
    'chat_properties_deleted',
    (world) => {
      ask(world, 'update_chat_properties');
      ask(world, 'delete_chat_properties');
    },
  ],
  ['thread_properties_updated', (world) => void ask(world, 'update_thread_properties')],
  [
    'thread_properties_deleted',
    (world) => {
      ask(world, 'update_thread_properties');
      ask(world, 'delete_thread_properties');
    },
  ],
  ['event_properties_updated', (world) => void ask(world, 'update_event_properties')],
  [
    'event_properties_deleted',
    (world) => {
      ask(world, 'update_event_properties');
      ask(world, 'delete_event_properties');
    },
  ],
  [
    'chat_transferred.by_router',
    (world) => {
      const { theo } = theosChat(world);
      theo.hangUp();
      world.clock.pass(10_000);
    },
  ],
  [
    'chat_transferred.group_queued',
    (world) => {
      world.tide.get('logout');
      ask(world, 'transfer_chat.to_group');
    },
  ],
  [
    'chat_transferred.group_with_agent',
    (world) => {
      world.logIn('dal:theo');
      ask(world, 'transfer_chat.to_group');
    },
  ],
  [
    'chat_unfollowed',
    (world) => {
      const { mara, logIn } = theosChat(world);
      ask(world, 'follow_chat');
      const other = logIn('dal:Qs81vX0mT4nBw7');
      ask(world, 'unfollow_chat', other);
      return mara;
    },
  ],
  ['customer_banned', (world) => void ask(world, 'ban_customer')],
  [
    'customer_left',
    ({ ines, clock }) => {
      ines.hangUp();
      clock.pass(10_000);
    },
  ],
  [
    'customer_page_updated',
    ({ ines }) => void ines.get('update_customer_page', { url: 'https://quayside.example/x', title: 'X' }),
  ],
  ['customer_statistics_updated', ({ visit }) => void visit('more', 'more').get('start_chat')],
  [
    'customer_transferred',
    ({ visit, control, real }) => {
      visit('more', 'more');
      // Mara is in Sales, and not in Repairs.
      control('move-customer', { customer_id: real.get('more'), group_id: 3 });
    },
  ],
  ['customer_updated', (world) => void ask(world, 'update_customer')],
  ['event_deleted', ({ control, chat_id, event_id }) => void control('delete-event', { chat_id, event_id })],
  [
    'event_updated',
    (world) => {
      ask(world, 'send_rich_message_postback', world.ines);
      world.control('edit-event', { chat_id: world.chat_id, event_id: world.card_id, event: {} });
    },
  ],
  [
    'events_marked_as_seen',
    ({ ines, chat_id }) => {
      const { created_at } = ines.lastPush('incoming_event').payload.event;
      ines.get('mark_events_as_seen', { chat_id, seen_up_to: created_at });
    },
  ],
  ['groups_status_updated', (world) => void ask(world, 'set_routing_status')],
  [
    'incoming_chat',
    ({ mara, ines, chat_id, clock }) => {
      mara.get('deactivate_chat', { id: chat_id });
      clock.pass(1_000);
      const event = readSample('push.incoming_event.filled_form').payload.event;
      const form = { type: 'filled_form', form_id: event.form_id, form_type: 'prechat', fields: event.fields };
      ines.get('resume_chat', { chat: { id: chat_id, thread: { events: [form, message('Hi')] } } });
    },
  ],
  [
    'incoming_chat.own_request',
    (world) => {
      world.mara.get('deactivate_chat', { id: world.chat_id });
      ask(world, 'resume_chat');
    },
  ],
  ['incoming_chat.transferred', (world) => theosChat(world).theo],
  ['incoming_customer', ({ visit }) => void visit('more', 'more')],
  ['incoming_customers', ({ logIn }) => logIn('dal:Qs81vX0mT4nBw7')],
  ['incoming_error', ({ control, place }) => void control('fail-summary', place)],
  ['incoming_event.custom', sent('custom')],
  [
    'incoming_event.file',
    ({ mara, chat_id, uploadPicture }) => {
      const event = { type: 'file', url: uploadPicture(), alternative_text: 'A frame', custom_id: 'w-1' };
      mara.get('send_event', { chat_id, event });
    },
  ],
  ['incoming_event.filled_form', byInes({ ...formOf('filled_form'), properties: { lc2: { form_type: 'prechat' } } })],
  ['incoming_event.form', ({ mara, chat_id }) => void mara.get('send_event', { chat_id, event: formOf('form') })],
  ['incoming_event.message', byInes(message('Hi', { custom_id: 'w-1' }))],
  ['incoming_event.message.own_request', sent('message')],
  ['incoming_event.message_agents_only', sent('message_agents_only')],
  [
    'incoming_event.message_with_postback',
    (world) => {
      const { text, postback, custom_id } = readSample('push.incoming_event.message_with_postback').payload.event;
      byInes(world.translate(message(text, { postback, custom_id })))(world);
    },
  ],
  ['incoming_event.rich_message_cards', sent('rich_message_cards')],
  ['incoming_event.rich_message_quick_replies', sent('rich_message_quick_replies')],
  [
    'incoming_event.rich_message_ecommerce',
    ({ mara, chat_id }) => {
      const { template_id, elements } = readSample('push.incoming_event.rich_message_ecommerce').payload.event;
      mara.get('send_event', { chat_id, event: { type: 'rich_message', template_id, elements } });
    },
  ],
  [
    'incoming_event.system',
    (world) => {
      ask(world, 'request_thread_summary');
      world.clock.pass(1_000);
    },
  ],
  [
    'incoming_event.system_message',
    ({ logIn, chat_id }) =>
      void logIn('dal:theo').get('add_user_to_chat', { chat_id, user_id: THEO, user_type: 'agent', visibility: 'all' }),
  ],
  ['incoming_event.system_message_archived', (world) => void ask(world, 'deactivate_chat')],
  ['incoming_multicast', (world) => void ask(world, 'multicast')],
  ['incoming_rich_message_postback', (world) => void ask(world, 'send_rich_message_postback', world.ines)],
  ['incoming_sneak_peek', ({ ines, chat_id }) => void ines.get('send_sneak_peek', { chat_id, sneak_peek_text: 'And' })],
  ['incoming_thinking_indicator', (world) => void ask(world, 'send_thinking_indicator', world.tide)],
  ['incoming_typing_indicator', (world) => void ask(world, 'send_typing_indicator', world.tide)],
  [
    'incoming_typing_indicator.stopped',
    ({ tide, chat_id }) => void tide.get('send_typing_indicator', { chat_id, is_typing: false }),
  ],
  [
    'queue_positions_updated',
    ({ control, visit }) => {
      for (const agent_id of [MARA, TIDE]) control('set-chat-limit', { agent_id, limit: 0 });
      visit('more', 'more').get('start_chat');
    },
  ],
  ['routing_status_set', ({ logIn }) => void logIn('dal:theo')],
  ['routing_status_set.bot', ({ mara }) => void mara.get('set_routing_status', { agent_id: TIDE, status: 'offline' })],
  ['routing_status_set.own_request', (world) => void ask(world, 'set_routing_status')],
  ['subscribed_customers_totals_updated', ({ mara }) => void mara.get('subscribe_customers', { limit: 1 })],
  [
    'thread_summary_set',
    (world) => {
      ask(world, 'deactivate_chat');
      ask(world, 'request_thread_summary');
      world.clock.pass(1_000);
    },
  ],
  ['thread_tagged', ({ mara, place }) => void mara.get('tag_thread', { ...place, tag: 'other' })],
  ['thread_untagged', (world) => void ask(world, 'untag_thread')],
  ['user_added_to_chat', (world) => void theosChat(world)],
  [
    'user_added_to_chat.supervisor',
    (world) => {
      const theo = world.logIn('dal:theo');
      theo.get('add_user_to_chat', { chat_id: world.chat_id, user_id: THEO, user_type: 'agent', visibility: 'agents' });
    },
  ],
  ['user_removed_from_chat', (world) => void theosChat(world)],
]);

function formOf(kind: string) {
  const { type, form_id, form_type, fields } = readSample(`push.incoming_event.${kind}`).payload.event;
  return { type, form_id, form_type, fields };
}

/** What a sample has by the story that it tells, and ours has not. */
const SAID_WITHOUT = new Map<string, RegExp>([
  ['incoming_chat.transferred', /filled_form|previous_thread_id|avatar/],
  ['incoming_chat.own_request', /source|start_url/],
  ['incoming_chat', /tags|custom_id|system_message/],
  // A new customer has said nothing yet, and nobody to them.
  ['incoming_customer', /last_event_created_at/],
  // Named by the id that was given.
  ['subscribed_customers_totals_updated', /\.payload\.[0-9a-f]{32}/],
  ['incoming_event.file', /thumbnail/],
  // Not theirs here: who left in the story had asked for it, or wrote in the chat before.
  ['user_added_to_chat', /events_seen_up_to/],
]);

const pushNames = sampleNames.filter((name) => name.startsWith('push.')).map((name) => name.slice('push.'.length));
const isAccount = (name: string) =>
  /^(?:agent_(?!disconnected)|bot_|group_(?!s)|tag_|ticket_|threads_|auto_|license_)/.test(name);

describe('what an agent hears in v3.6', () => {
  it.each(pushNames.filter((name) => !isAccount(name)))('is said as in the fixtures: %s', (name) => {
    const cause = CAUSES.get(name);
    if (!cause) throw new Error('Nothing causes it');
    const world = chatting();
    world.mara.frames.splice(0);
    const heard = cause(world);
    const peer = heard instanceof SandboxPeer ? heard : world.mara;
    const sample = readSample(`push.${name}`);
    const kindOf = ({ payload }: Frame) => payload?.event?.type;
    const told = peer.pushes(sample.action).filter((push) => kindOf(push) === kindOf(sample));
    const without = SAID_WITHOUT.get(name);
    const nearest = told
      .map((push) => ({ push, gaps: missing(sample, push).filter((line) => !without?.test(line)) }))
      .filter(({ push }) => (push.request_id === undefined) === (sample.request_id === undefined) || told.length === 1)
      .sort((a, b) => a.gaps.length - b.gaps.length)[0];
    expect(nearest?.gaps, 'nobody heard it').toEqual([]);
    expect(nearest?.push.version).toBe('3.6');
    if (sample.request_id !== undefined) expect(nearest?.push.request_id).toBeDefined();
  });

  it.each(pushNames.filter(isAccount))('is said as in the fixtures, when the account is changed: %s', (name) => {
    const world = chatting();
    announced(world, name);
    expect(world.mara.frames.at(-1)).toEqual(readSample(`push.${name}`));
  });
});
