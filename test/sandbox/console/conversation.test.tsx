// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  agentUser,
  at,
  customerUser,
  inesId,
  mara,
  message,
  theo,
  wireSummary,
  wireThread,
} from '../../support/console-chats';
import { clock, comeOnline, hello, line, log, logIn, openInes, push, row, setUpDesk } from '../../support/console-desk';

setUpDesk();

describe('the conversation', () => {
  it('shows what the customer is typing, and no more once it is sent', async () => {
    await logIn();
    await openInes();
    await push('incoming_sneak_peek', { sneak_peek: { author_id: inesId, text: 'And the gre', timestamp: 1 } });
    expect(log().getByText('And the gre')).toBeTruthy();
    expect(log().getByText(/is typing/)).toBeTruthy();
    await push('incoming_event', { event: message('e2', inesId, 'And the green one?', 3) });
    expect(log().queryByText(/is typing/)).toBeNull();
    expect(log().getByText('And the green one?')).toBeTruthy();
  });

  it('announces what comes, and not what one wrote oneself', async () => {
    await logIn();
    await openInes();
    await push('incoming_event', { event: message('e2', inesId, 'And the green one?', 3) });
    expect(screen.getByText('Ines Duarte: And the green one?')).toBeTruthy();
    await push('incoming_event', { event: message('e3', mara.id, 'That too.', 4) });
    expect(screen.queryByText('Mara Okafor: That too.')).toBeNull();
  });

  it('shows text as text', async () => {
    const evil = '<img src=x onerror="alert(1)"><b>bold</b>';
    await logIn([wireSummary({ users: [customerUser({ name: evil }), agentUser(mara)], events: [hello] })]);
    fireEvent.click(row(/<img/));
    const file = {
      id: 'f',
      type: 'file',
      name: evil,
      url: ['javascript', 'alert(1)'].join(':'),
      created_at: at(4),
      author_id: inesId,
    };
    const events = [message('e2', inesId, evil, 3), file];
    await act(() => line.answer('list_threads', { threads: [wireThread({ events })] }));
    expect(log().getAllByText(evil).length).toBeGreaterThan(1);
    expect(document.querySelector('img, b, a[href^="javascript"]')).toBeNull();
  });

  it('marks what the customer has seen, and what only agents see', async () => {
    const users = [customerUser({ events_seen_up_to: at(3) }), agentUser(mara)];
    await logIn([wireSummary({ users, events: [hello] })]);
    const note = message('e4', theo.id, 'a note', 5, { visibility: 'agents' });
    await openInes([hello, message('e2', mara.id, 'Yes', 3), message('e3', mara.id, 'It is', 4), note]);
    expect(log().getByText('Seen').closest('li')?.textContent).toContain('Yes');
    expect(log().getByText('Only agents see this').closest('li')?.textContent).toContain('a note');
    await push('events_marked_as_seen', { user_id: inesId, seen_up_to: at(4) });
    expect(log().getByText('Seen').closest('li')?.textContent).toContain('It is');
  });

  it('brings older threads when asked, by the page that the server named', async () => {
    await logIn();
    await openInes([hello], { next_page_id: 'page-2' });
    fireEvent.click(log().getByRole('button', { name: 'Show earlier messages' }));
    expect(line.sent('list_threads').at(-1)).toEqual({ chat_id: 'CHAT1', page_id: 'page-2' });
    const older = { id: 'TH0', created_at: at(0), active: false, events: [message('e0', inesId, 'Long ago', 0)] };
    await act(() => line.answer('list_threads', { threads: [older], found_threads: 2 }));
    const texts = log()
      .getAllByText(/Long ago|Hello, is/)
      .map((node) => node.textContent);
    expect(texts).toEqual(['Long ago', 'Hello, is the blue one in stock?']);
    expect(log().queryByRole('button', { name: 'Show earlier messages' })).toBeNull();
  });
});

describe('a chat', () => {
  beforeEach(async () => {
    await logIn();
    await openInes();
  });

  it('is closed after a second question, and can be started again', async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Close chat' }));
    expect(line.sent('deactivate_chat')).toEqual([]);
    const dialog = within(screen.getByRole('dialog', { name: 'Close this chat?' }));
    fireEvent.click(dialog.getByRole('button', { name: 'Close chat' }));
    expect(line.sent('deactivate_chat')).toEqual([{ id: 'CHAT1', ignore_requester_presence: true }]);
    await act(() => line.answer('deactivate_chat'));
    await push('chat_deactivated', { user_id: mara.id });
    expect(screen.queryByRole('textbox', { name: 'Reply' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Start again' }));
    expect(line.sent('resume_chat')).toEqual([{ chat: { id: 'CHAT1' } }]);
  });

  it('is handed to another agent from a menu', async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Transfer' }));
    await act(() =>
      line.answer('list_agents_for_transfer', [{ agent_id: theo.id, total_active_chats: 0 }, { agent_id: mara.id }]),
    );
    const items = within(screen.getByRole('menu', { name: 'Transfer to' })).getAllByRole('menuitem');
    expect(items.map((item) => item.textContent)).toEqual([
      'Theo Lindqvist',
      'Group General',
      'Anyone in the same group',
    ]);
    expect(document.activeElement).toBe(items[0]);
    fireEvent.click(items[0] as Element);
    expect(line.sent('transfer_chat')).toMatchObject([{ id: 'CHAT1', target: { type: 'agent', ids: [theo.id] } }]);
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('can be left', () => {
    fireEvent.click(screen.getByRole('button', { name: 'Leave chat' }));
    expect(line.sent('remove_user_from_chat')).toEqual([{ chat_id: 'CHAT1', user_id: mara.id, user_type: 'agent' }]);
  });

  it('that the server no longer has is gone after the next log-in', async () => {
    await act(async () => {
      line.cut();
      clock.pass(1_000);
    });
    await comeOnline([]);
    expect(screen.queryByRole('log')).toBeNull();
    expect(screen.getByText('Nobody is chatting.')).toBeTruthy();
  });
});

it('accepts chats, or does not, as the switch says', async () => {
  await logIn();
  const accept = screen.getByRole('switch', { name: 'Accept chats' });
  expect(accept.getAttribute('aria-checked')).toBe('true');
  fireEvent.click(accept);
  expect(line.sent('set_routing_status')).toEqual([{ status: 'not_accepting_chats' }]);
  await act(() => line.answer('set_routing_status'));
  expect(accept.getAttribute('aria-checked')).toBe('false');
});
