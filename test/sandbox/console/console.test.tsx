// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { agentUser, at, customerUser, mara, message, theo, wireSummary, wireThread } from '../../support/console-chats';
import {
  clock,
  comeOnline,
  hello,
  line,
  log,
  logIn,
  openInes,
  push,
  reply,
  row,
  setUpDesk,
  show,
  write,
} from '../../support/console-desk';

setUpDesk();

describe('logging in', () => {
  it('says who one is with the token, and shows that the line is up', async () => {
    await logIn();
    expect(line.sent('login')).toMatchObject([{ token: 'Bearer dal:mara', reconnect: false }]);
    expect(screen.getByText('Connected')).toBeTruthy();
  });

  it('lasts over a reload, until one logs out', async () => {
    await logIn();
    cleanup();
    show();
    expect(line.sockets).toHaveLength(2);
    await comeOnline([]);
    fireEvent.click(screen.getByRole('button', { name: 'Log out' }));
    await act(() => line.answer('logout'));
    expect(screen.getByRole('button', { name: 'Log in as Theo Lindqvist' })).toBeTruthy();
    expect(line.sockets[1]?.isClosed).toBe(true);
    expect(sessionStorage).toHaveLength(0);
  });

  it('says so when the agent is logged out elsewhere, and comes back when asked', async () => {
    await logIn();
    await push('agent_disconnected', { reason: 'agent_logged_out_remotely' });
    expect(screen.getByText('You logged out in another window.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Connect again' }));
    expect(line.sockets).toHaveLength(2);
  });
});

describe('the list', () => {
  const chats = [
    wireSummary({
      id: 'ENDED',
      users: [customerUser({ name: 'Ed Ended' })],
      thread: { active: false, created_at: at(9) },
    }),
    wireSummary({ id: 'MINE', users: [customerUser({ name: 'May Mine' }), agentUser(mara)] }),
    wireSummary({ id: 'QUEUE', users: [customerUser({ name: undefined })], thread: { queue: { position: 3 } } }),
  ];
  const names = () =>
    within(screen.getByRole('list', { name: 'Chats' }))
      .getAllByRole('listitem')
      .map((item) => item.querySelector('.row-name')?.textContent);

  it('has those who wait first, then the active, then the ended ones', async () => {
    await logIn(chats);
    expect(names()).toEqual(['Visitor 3F6C', 'May Mine', 'Ed Ended']);
    expect(row(/Visitor 3F6C.*Queued, no\. 3/)).toBeTruthy();
    expect(row(/Ed Ended.*Ended/)).toBeTruthy();
  });

  it('is one stop for Tab, with arrows inside', async () => {
    await logIn(chats);
    const buttons = within(screen.getByRole('list', { name: 'Chats' })).getAllByRole('button');
    expect(buttons.map((button) => button.tabIndex)).toEqual([0, -1, -1]);
    buttons[0]?.focus();
    fireEvent.keyDown(buttons[0] as Element, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(buttons[1]);
    expect(buttons.map((button) => button.tabIndex)).toEqual([-1, 0, -1]);
    fireEvent.keyDown(buttons[1] as Element, { key: 'End' });
    expect(document.activeElement).toBe(buttons[2]);
  });

  it('gets new chats and marks what was not read, until it is', async () => {
    await logIn([]);
    const chat = { ...wireSummary(), thread: wireThread({ events: [hello] }) };
    await push('incoming_chat', { chat });
    expect(row(/Ines Duarte unread/).textContent).toContain('Hello, is the blue one');
    expect(document.title).toBe('(1) Agent console');
    await openInes();
    expect(screen.queryByRole('button', { name: /unread/ })).toBeNull();
    expect(line.sent('mark_events_as_seen')).toEqual([{ chat_id: 'CHAT1', seen_up_to: at(2) }]);
  });

  it('follows chats of others, to hear them, and marks nothing as seen there', async () => {
    await logIn([wireSummary({ users: [customerUser(), agentUser(theo)], events: [hello] })]);
    expect(line.sent('follow_chat')).toEqual([{ id: 'CHAT1' }]);
    await openInes();
    expect(line.sent('mark_events_as_seen')).toEqual([]);
    expect(screen.queryByRole('textbox', { name: 'Reply' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Join chat' }));
    expect(line.sent('add_user_to_chat')).toMatchObject([{ chat_id: 'CHAT1', user_id: mara.id, visibility: 'all' }]);
    await act(() => line.answer('add_user_to_chat'));
    screen.getByRole('button', { name: 'Join chat' }).focus();
    await push('user_added_to_chat', { user: agentUser(mara), reason: 'manual' });
    expect(document.activeElement).toBe(reply());
  });

  it('asks about a chat that it only hears of, once', async () => {
    await logIn([]);
    await push('incoming_event', { event: hello });
    await push('incoming_event', { event: hello });
    expect(line.sent('get_chat')).toEqual([{ chat_id: 'CHAT1' }]);
    await act(() => line.answer('get_chat', { ...wireSummary(), thread: wireThread({ events: [hello] }) }));
    expect(row(/Ines Duarte/)).toBeTruthy();
  });
});

describe('a reply', () => {
  beforeEach(async () => {
    await logIn();
    await openInes();
  });

  it('has the focus, is shown at once, and is there once when its event comes', async () => {
    expect(document.activeElement).toBe(reply());
    write('  Yes, it is. ');
    expect(log().getByText('Yes, it is.')).toBeTruthy();
    expect(log().getByText('Sending…')).toBeTruthy();
    expect(reply().value).toBe('');
    const [sent] = line.sent('send_event');
    expect(sent).toEqual({
      chat_id: 'CHAT1',
      event: { type: 'message', text: 'Yes, it is.', custom_id: 'own-1', visibility: 'all' },
    });
    await push('incoming_event', { event: message('e2', mara.id, 'Yes, it is.', 3, { custom_id: 'own-1' }) });
    await act(() => line.answer('send_event', { event_id: 'e2' }));
    expect(log().getAllByText('Yes, it is.')).toHaveLength(1);
    expect(log().queryByText('Sending…')).toBeNull();
  });

  it('that is refused stays, with a reason, and can be tried again', async () => {
    write('Yes');
    await act(() => line.refuse('send_event', 'validation', 'The text is too long'));
    expect(log().getByText('Not sent')).toBeTruthy();
    expect(screen.getByText('The text is too long')).toBeTruthy();
    fireEvent.click(log().getByRole('button', { name: 'Try again' }));
    expect(line.sent('send_event')).toHaveLength(2);
    expect(line.sent('send_event')[1]).toEqual(line.sent('send_event')[0]);
  });

  it('without an answer goes again after a cut, unless the history has it', async () => {
    write('one');
    write('two');
    await act(() => line.settle());
    await act(async () => {
      line.cut();
      await line.settle();
      clock.pass(1_000);
    });
    await comeOnline([wireSummary({ events: [hello] })]);
    expect(line.sent('send_event')).toEqual([]);
    const arrived = message('e2', mara.id, 'one', 3, { custom_id: 'own-1' });
    await act(() => line.answer('list_threads', { threads: [wireThread({ events: [hello, arrived] })] }));
    expect(line.sent('send_event')).toMatchObject([{ event: { text: 'two', custom_id: 'own-2' } }]);
    expect(log().getAllByText('one')).toHaveLength(1);
  });

  it('is not sent by an Enter that belongs to an input method, nor by Shift+Enter', () => {
    fireEvent.input(reply(), { target: { value: 'に' } });
    fireEvent.keyDown(reply(), { key: 'Enter', isComposing: true });
    fireEvent.keyDown(reply(), { key: 'Enter', keyCode: 229 });
    // Not by `fireEvent`, which calls these events by another name than browsers do.
    reply().dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    reply().dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    fireEvent.keyDown(reply(), { key: 'Enter' });
    fireEvent.keyDown(reply(), { key: 'Enter', shiftKey: true });
    expect(line.sent('send_event')).toEqual([]);
  });

  it('of nothing is not sent', () => {
    write('   ');
    expect(line.sent('send_event')).toEqual([]);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Send' }).disabled).toBe(true);
  });

  it('lets the customer see that it is being written', () => {
    fireEvent.input(reply(), { target: { value: 'Y' } });
    expect(line.sent('send_typing_indicator')).toEqual([{ chat_id: 'CHAT1', is_typing: true }]);
    write('Yes');
    expect(line.sent('send_typing_indicator').at(-1)).toEqual({ chat_id: 'CHAT1', is_typing: false });
  });

  it('keeps its draft when another chat is looked at', async () => {
    fireEvent.input(reply(), { target: { value: 'half a sen' } });
    fireEvent.click(screen.getByRole('button', { name: 'Back to chats' }));
    fireEvent.click(row(/Ines Duarte/));
    expect(reply().value).toBe('half a sen');
  });

  it('gives the focus back to the list with Escape', () => {
    fireEvent.keyDown(reply(), { key: 'Escape' });
    expect(document.activeElement).toBe(row(/Ines Duarte/));
  });
});
