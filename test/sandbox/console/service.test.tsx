// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { agentUser, at, customerUser, inesId, mara, message, theo, wireSummary } from '../../support/console-chats';
import { clock, hello, http, line, log, logIn, openInes, push, setUpDesk } from '../../support/console-desk';

setUpDesk();

const TH1 = { chat_id: 'CHAT1', thread_id: 'TH1' };
const answer = message('e2', mara.id, 'Yes', 3);
const rich = {
  id: 'e3',
  type: 'rich_message',
  template_id: 'cards',
  author_id: mara.id,
  created_at: at(4),
  elements: [{ title: 'Tune-up', buttons: [{ type: 'message', text: 'Book it', postback_id: 'book', user_ids: [] }] }],
};

const panel = () => within(screen.getByRole('region', { name: 'Service' }));

function group(title: string) {
  const summary = panel().getByText(title, { selector: 'summary' });
  return within(summary.closest('details') as HTMLElement);
}

function fill(box: ReturnType<typeof group>, values: Readonly<Record<string, string>>) {
  for (const [label, value] of Object.entries(values)) {
    fireEvent.input(box.getByLabelText(label), { target: { value } });
  }
}

async function run(title: string, label: string, values: Readonly<Record<string, string>> = {}) {
  const box = group(title);
  fill(box, values);
  const button = box.getByText(label, { selector: 'button' });
  await act(async () => {
    // jsdom sends a form only when the click is trusted enough: by its own method.
    button.click();
    await line.settle();
  });
}

beforeEach(async () => {
  await logIn([wireSummary({ users: [customerUser(), agentUser(mara)], events: [hello] })]);
  await openInes([hello, answer, rich]);
  fireEvent.click(screen.getByRole('button', { name: 'Service' }));
});

describe('the service panel asks the API', () => {
  const place = { ...TH1, event_id: 'e2' };
  it.each<[group: string, label: string, values: Record<string, string>, action: string, payload: object]>([
    ['Typing and answering', 'Show typing', {}, 'send_typing_indicator', { is_typing: true }],
    ['Typing and answering', 'Mark all as seen', {}, 'mark_events_as_seen', { seen_up_to: at(4) }],
    ['Typing and answering', 'Show thinking', { Title: 'Hm' }, 'send_thinking_indicator', { title: 'Hm' }],
    [
      'One event',
      'Mark as delivered',
      {},
      'update_event_properties',
      { ...place, properties: { status: { delivered: true } } },
    ],
    ['One event', 'Not delivered', {}, 'delete_event_properties', { ...place, properties: { status: ['delivered'] } }],
    [
      'One event',
      'Add a translation',
      { Translation: 'Sim' },
      'update_event_properties',
      { properties: { translation: { target_message: 'Sim' } } },
    ],
    [
      'One event',
      'Add a link preview',
      { Title: 'Bikes' },
      'update_event_properties',
      { properties: { url_details: { title: 'Bikes' } } },
    ],
    [
      'Buttons of a card',
      'Click it',
      {},
      'send_rich_message_postback',
      { ...TH1, event_id: 'e3', postback: { id: 'book', toggled: true } },
    ],
    ['People', 'Add to the chat', { Agent: theo.id }, 'add_user_to_chat', { user_id: theo.id, visibility: 'all' }],
    [
      'People',
      'Add, hidden from the customer',
      { Agent: theo.id },
      'add_user_to_chat',
      { user_id: theo.id, visibility: 'agents' },
    ],
    ['People', 'Supervise this chat', {}, 'add_user_to_chat', { user_id: mara.id, visibility: 'agents' }],
    ['People', 'Remove from the chat', { Agent: theo.id }, 'remove_user_from_chat', { user_id: theo.id }],
    ['People', 'Stop following', {}, 'unfollow_chat', { id: 'CHAT1' }],
    [
      'Properties',
      'Set the property',
      { Value: '7' },
      'update_chat_properties',
      { id: 'CHAT1', properties: { test: { string_property: 7 } } },
    ],
    ['Properties', 'Set the property', { Of: 'thread' }, 'update_thread_properties', TH1],
    ['Properties', 'Delete the property', { Of: 'event' }, 'delete_event_properties', { ...TH1, event_id: 'e3' }],
    ['Properties', 'Rate good', {}, 'update_thread_properties', { ...TH1, properties: { rating: { score: 1 } } }],
    ['Queue and server', 'Ask for a summary', {}, 'request_thread_summary', TH1],
    ['Customer', 'Save the customer', { Name: 'Ines D.' }, 'update_customer', { id: inesId, name: 'Ines D.' }],
    ['Customer', 'Ban the customer', { Days: '5' }, 'ban_customer', { id: inesId, ban: { days: 5 } }],
    [
      'Agents and statuses',
      'Set the status',
      { Agent: theo.id, Status: 'offline' },
      'set_routing_status',
      { agent_id: theo.id, status: 'offline' },
    ],
    ['Agents and statuses', 'I am away', {}, 'set_away_status', { away: true }],
    [
      'Announcement',
      'Tell colleagues',
      { To: 'group 0' },
      'multicast',
      { recipients: { agents: { groups: ['0'] } }, type: 'shop_notice' },
    ],
  ])('%s: %s', async (title, label, values, action, payload) => {
    await run(title, label, values);
    expect(line.sent(action).at(-1)).toMatchObject(payload);
  });

  it('with session fields as they are written, one in a line', async () => {
    await run('Customer', 'Save the customer', {
      'Session fields, one in a line: name = value': 'plan = gold\n\nurl = a=b',
    });
    expect(line.sent('update_customer')).toMatchObject([{ session_fields: [{ plan: 'gold' }, { url: 'a=b' }] }]);
  });
});

describe('the service panel pulls the strings of the sandbox', () => {
  it.each<[group: string, label: string, values: Record<string, string>, name: string, body: object]>([
    ['One event', 'Edit the text', { 'New text': 'No' }, 'edit-event', { ...TH1, event_id: 'e2', text: 'No' }],
    ['One event', 'Delete it', { Event: 'e1' }, 'delete-event', { ...TH1, event_id: 'e1' }],
    [
      'Queue and server',
      'Set the place in the queue',
      { 'Place (0: out of it)': '4' },
      'set-queue-position',
      { chat_id: 'CHAT1', position: 4, wait_time: 90 },
    ],
    ['Queue and server', 'Mark as idle', {}, 'mark-idle', { chat_id: 'CHAT1' }],
    ['Queue and server', 'Close as the router', {}, 'archive-chat', { chat_id: 'CHAT1', reason: 'inactive' }],
    ['Queue and server', 'Send a system event', {}, 'send-system-event', { chat_id: 'CHAT1', source: 'cdp' }],
    ['Queue and server', 'Delete the thread', {}, 'delete-thread', TH1],
    ['Forms', 'Ask for it', { Form: 'postchat' }, 'switch-form', { type: 'postchat', enabled: true }],
    [
      'Customer',
      'Disconnect the customer',
      {},
      'disconnect-customer',
      { customer_id: inesId, reason: 'connection_timeout' },
    ],
    ['Customer', 'Move to a group', {}, 'move-customer', { customer_id: inesId, group_id: 0 }],
    ['Customer', 'Tell the page', {}, 'multicast-customers', { customer_ids: [inesId] }],
    ['Greetings', 'Send your own greeting', { Text: 'Hi' }, 'send-greeting', { customer_id: inesId, text: 'Hi' }],
    [
      'Agents and statuses',
      'Disconnect the agent',
      { Agent: theo.id },
      'disconnect-agent',
      { agent_id: theo.id, reason: 'connection_timeout' },
    ],
    ['Agents and statuses', 'Limit the chats', { 'At most': '2' }, 'set-chat-limit', { limit: 2 }],
  ])('%s: %s', async (title, label, values, name, body) => {
    await run(title, label, values);
    expect(http.posts.at(-1)).toMatchObject({ path: `/sandbox/control/${name}`, body });
    expect(panel().getByRole('status').textContent).toBe(`Done: ${label}`);
  });

  it('and says what was refused, and why', async () => {
    http.answerWith({ error: { type: 'not_found', message: 'No such event' } }, 404);
    await run('One event', 'Delete it');
    expect(panel().getByRole('status').textContent).toBe('Refused: Delete it. No such event');
  });
});

it('shows the text grow as an AI would write it, and then sends it under the same id', async () => {
  await run('Typing and answering', 'Answer as an AI would', { Answer: 'It is blue' });
  for (const text of ['It', 'It is', 'It is blue']) {
    expect(line.sent('send_event_preview').at(-1)).toMatchObject({
      chat_id: 'CHAT1',
      event: { type: 'message', text },
    });
    await act(() => line.answer('send_event_preview'));
    expect(log().getByText(text)).toBeTruthy();
    await act(async () => {
      clock.pass(250);
      await line.settle();
    });
  }
  const ids = [...line.sent('send_event_preview'), ...line.sent('send_event')].map(
    ({ event }) => (event as { custom_id: string }).custom_id,
  );
  expect(new Set(ids).size).toBe(1);
  expect(line.sent('send_event')).toMatchObject([{ event: { text: 'It is blue' } }]);
});

it('closes with Escape, and gives the focus back to its button', () => {
  fireEvent.keyDown(panel().getByRole('heading', { name: 'Service' }), { key: 'Escape' });
  expect(screen.queryByRole('region', { name: 'Service' })).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Service' }));
});

it('forgets a ban when it is lifted, and when the customer is let in again', async () => {
  const banned = () => screen.queryByText('Banned for 3 days');
  await push('customer_banned', { customer_id: inesId, ban: { days: 3 } });
  expect(banned()).toBeTruthy();
  await run('Customer', 'Lift the ban');
  await act(() => line.settle());
  expect(banned()).toBeNull();
  await push('customer_banned', { customer_id: inesId, ban: { days: 3 } });
  await push('incoming_customer', customerUser({ online: true }));
  expect(banned()).toBeNull();
});
