// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { agentUser, at, customerUser, inesId, mara, theo, wireSummary } from '../../support/console-chats';
import { clock, hello, line, logIn, openInes, push, row, setUpDesk } from '../../support/console-desk';

setUpDesk();

const here = { chat_id: 'CHAT1', thread_id: 'TH1' };
const details = () => within(screen.getByRole('complementary', { name: 'Customer details' }));
const team = () => within(screen.getByRole('list', { name: 'Team' }));
const visitors = () => within(screen.getByRole('list', { name: 'Visitors' }));
const bruno = {
  id: 'bruno',
  type: 'customer',
  name: 'Bruno Alves',
  online: true,
  visit: { started_at: at(1), last_pages: [{ opened_at: at(1), url: 'https://shop.example/', title: 'Shop' }] },
};
const tell = (action: string, payload: unknown) => act(() => line.push(action, payload));

async function logInWithBruno() {
  await logIn();
  await tell('incoming_customers', { customer_monitoring_level: 'online', customers: [bruno, customerUser()] });
}

describe('visitors', () => {
  it('are those on the site who do not chat, with the page that they look at', async () => {
    await logInWithBruno();
    expect(line.sent('login')).toMatchObject([{ customer_monitoring_level: 'online' }]);
    expect(
      visitors()
        .getAllByRole('button')
        .map((button) => button.textContent),
    ).toEqual(['Bruno Alves Shop']);
    const page = { customer_id: 'bruno', opened_at: at(4), url: 'https://shop.example/help', title: 'Help' };
    await tell('customer_page_updated', page);
    expect(visitors().getByRole('button', { name: 'Bruno Alves Help' })).toBeTruthy();
    await tell('customer_left', { id: 'bruno', left_at: at(5) });
    expect(screen.queryByRole('list', { name: 'Visitors' })).toBeNull();
    await tell('incoming_customer', bruno);
    expect(visitors().getAllByRole('button')).toHaveLength(1);
  });

  it('leave the list when they begin to chat', async () => {
    await logInWithBruno();
    await tell('incoming_chat', { chat: wireSummary({ id: 'CHAT2', users: [bruno] }) });
    expect(screen.queryByRole('list', { name: 'Visitors' })).toBeNull();
  });

  it('can be spoken to', async () => {
    await logInWithBruno();
    fireEvent.click(visitors().getByRole('button', { name: /Bruno/ }));
    expect(screen.getByRole('heading', { name: 'Bruno Alves' })).toBe(document.activeElement);
    fireEvent.click(screen.getByRole('button', { name: 'Start chat' }));
    expect(line.sent('start_chat')).toEqual([{ chat: { users: [{ id: 'bruno', type: 'customer' }] } }]);
    await act(async () => {
      await line.answer('start_chat', { chat_id: 'CHAT2', thread_id: 'TH2' });
      await line.push('incoming_chat', { chat: wireSummary({ id: 'CHAT2', users: [bruno] }) });
    });
    expect(row(/Bruno/).getAttribute('aria-current')).toBe('true');
    expect(line.sent('list_threads')).toMatchObject([{ chat_id: 'CHAT2' }]);
  });
});

describe('the team', () => {
  it('shows who takes chats, as it changes', async () => {
    await logIn();
    const list = [{ agent_id: theo.id, status: 'not_accepting_chats' }];
    await act(() => line.answer('list_routing_statuses', list));
    const words = () =>
      team()
        .getAllByRole('listitem')
        .map((item) => item.textContent?.trim());
    expect(words()).toEqual(['Mara Okafor Accepts chats', 'Theo Lindqvist Not accepting']);
    await tell('routing_status_set', { agent_id: theo.id, status: 'offline' });
    await tell('groups_status_updated', { groups: [{ id: 3, status: 'accepting_chats' }] });
    expect(words()).toEqual(['Mara Okafor Accepts chats', 'Theo Lindqvist Offline', 'Group 3 Accepts chats']);
  });

  it('hears announcements, for a while', async () => {
    await logIn();
    await tell('incoming_multicast', { author_id: theo.id, content: { note: 'Six o’clock' }, type: 'shop_notice' });
    const toasts = within(screen.getByRole('region', { name: 'Announcements' }));
    expect(toasts.getByText('Theo Lindqvist (shop_notice)')).toBeTruthy();
    expect(toasts.getByText('{"note":"Six o’clock"}')).toBeTruthy();
    act(() => clock.pass(12_000));
    expect(toasts.queryByText(/shop_notice/)).toBeNull();
  });
});

it('says across the page why the line was cut, and that it is tried again', async () => {
  await logIn();
  await tell('agent_disconnected', { reason: 'connection_timeout' });
  expect(screen.getByRole('alert').textContent).toContain('The server heard nothing for too long.');
  expect(screen.getByRole('alert').textContent).toContain('tried again');
});

describe('a row of the list', () => {
  const marks = () => {
    const id = row(/Ines/).getAttribute('aria-describedby')?.split(' ').at(-1) ?? '';
    return [...(document.getElementById(id)?.children ?? [])].map((mark) => mark.textContent);
  };

  it('is marked by tags, groups, rating, routing and ban', async () => {
    await logIn();
    expect(marks()).toEqual([]);
    await tell('thread_tagged', { ...here, tag: 'sales' });
    await tell('chat_access_updated', { id: 'CHAT1', access: { group_ids: [0, 7] } });
    await tell('thread_properties_updated', { ...here, properties: { rating: { score: 1 }, routing: { idle: true } } });
    expect(marks()).toEqual(['Idle', '👍 Rated good', 'Group 7', 'sales']);
    await tell('thread_properties_deleted', { ...here, properties: { rating: ['score'] } });
    await tell('thread_untagged', { ...here, tag: 'sales' });
    await tell('customer_banned', { customer_id: inesId, ban: { days: 1 } });
    expect(marks()).toEqual(['Banned', 'Idle', 'Group 7']);
  });

  it('goes when the chat is handed to groups that are not ours, unless we are in it', async () => {
    await logIn([wireSummary({ users: [customerUser(), agentUser(theo)], events: [hello] })]);
    await tell('chat_access_updated', { id: 'CHAT1', access: { group_ids: [3] } });
    await act(() => line.refuse('get_chat', 'missing_access', 'Missing access'));
    expect(screen.getByText('Nobody is chatting.')).toBeTruthy();
    await tell('chat_access_updated', { id: 'CHAT1', access: { group_ids: [0] } });
    await act(() => line.answer('get_chat', wireSummary({ users: [customerUser(), agentUser(mara)] })));
    expect(row(/Ines/)).toBeTruthy();
    await tell('chat_access_updated', { id: 'CHAT1', access: { group_ids: [3] } });
    expect(line.sent('get_chat')).toHaveLength(2);
  });
});

describe('the details', () => {
  it('have the customer as they are now, and where they were', async () => {
    await logIn();
    await openInes();
    const page = (minute: number, title: string) => ({
      customer_id: inesId,
      opened_at: at(minute),
      url: `https://shop.example/${minute}`,
      title,
    });
    await tell('customer_page_updated', page(3, 'Shop'));
    await tell('customer_page_updated', page(4, 'Help'));
    await tell('customer_updated', { id: inesId, type: 'customer', email: 'new@mail.example' });
    expect(details().getByText('new@mail.example')).toBeTruthy();
    expect(details().getByText('On the site')).toBeTruthy();
    const trail = within(details().getByRole('list', { name: 'Pages of this visit' }));
    expect(trail.getAllByRole('link').map((link) => link.textContent)).toEqual(['Shop', 'Help']);
    await tell('customer_left', { id: inesId, left_at: at(9) });
    expect(details().getByText(/^Left, /)).toBeTruthy();
  });

  it('have everybody in the chat, also who is hidden, and take them out', async () => {
    await logIn();
    await openInes();
    await push('user_added_to_chat', { user: agentUser(theo, { visibility: 'agents' }) });
    const people = within(details().getByRole('list', { name: 'Participants' }));
    expect(people.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Ines Duarte customer',
      'Mara Okafor agentRemove',
      'Theo Lindqvist hiddenRemove',
    ]);
    fireEvent.click(people.getByRole('button', { name: 'Remove Theo Lindqvist from the chat' }));
    expect(line.sent('remove_user_from_chat')).toMatchObject([{ chat_id: 'CHAT1', user_id: theo.id }]);
    await push('user_removed_from_chat', { user_id: theo.id });
    expect(people.getByText('left')).toBeTruthy();
  });

  it('tag and untag', async () => {
    await logIn();
    await openInes();
    fireEvent.input(details().getByLabelText('New tag'), { target: { value: ' sales ' } });
    fireEvent.submit(details().getByLabelText('New tag'));
    expect(line.sent('tag_thread')).toEqual([{ ...here, tag: 'sales' }]);
    await push('thread_tagged', { tag: 'sales' });
    fireEvent.click(details().getByRole('button', { name: 'Remove the tag sales' }));
    expect(line.sent('untag_thread')).toEqual([{ ...here, tag: 'sales' }]);
  });

  it('change a property where it stands, and keep its type', async () => {
    await logIn();
    await openInes();
    await push('thread_properties_updated', { properties: { rating: { score: 1 } } });
    const field = details().getByLabelText('Value of rating.score');
    fireEvent.change(field, { target: { value: '0' } });
    expect(line.sent('update_thread_properties')).toEqual([{ ...here, properties: { rating: { score: 0 } } }]);
    fireEvent.click(details().getByRole('button', { name: 'Delete rating.score' }));
    expect(line.sent('delete_thread_properties')).toEqual([{ ...here, properties: { rating: ['score'] } }]);
  });
});

it('hands a chat to a group, or to anyone', async () => {
  await logIn();
  await openInes();
  const choose = async (name: string) => {
    fireEvent.click(screen.getByRole('button', { name: 'Transfer' }));
    await act(() => line.answer('list_agents_for_transfer', []));
    fireEvent.click(screen.getByRole('menuitem', { name }));
    await act(() => line.answer('transfer_chat'));
  };
  await choose('Group General');
  await choose('Anyone in the same group');
  expect(line.sent('transfer_chat').map((payload) => payload['target'])).toEqual([
    { type: 'group', ids: [0] },
    undefined,
  ]);
});
