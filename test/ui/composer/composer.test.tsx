// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ChatState, Line } from '../../../src/domain';
import {
  active,
  ended,
  type FakeSession,
  mara,
  messageItem,
  ownItem,
  queued,
  resuming,
} from '../../support/ui-session';
import { hear, openWhole, openWindow, pretendTouch, set, settle } from '../../support/ui-window';

afterEach(() => vi.unstubAllGlobals());

interface Facts {
  readonly chat?: ChatState;
  readonly availability?: 'offline';
  readonly line?: Line;
}

const withRest = ({ session }: { session: FakeSession }) => {
  session.rest.value = session.fakeRest;
};
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' });
const sendButton = () => screen.getByRole('button', { name: 'Send message' });

describe('composer', () => {
  it('sends with Enter, begins a line with Shift+Enter, and keeps the focus', async () => {
    const { session } = await openWindow();
    const user = userEvent.setup();
    await user.type(field(), 'One{Shift>}{Enter}{/Shift}two{Enter}');
    expect(session.wishes).toEqual(['send One\ntwo']);
    expect(document.activeElement).toBe(field());
    expect(field().value).toBe('');
  });

  it('begins a line with Enter where fingers type, and sends with the button', async () => {
    pretendTouch();
    const { session } = await openWindow();
    const user = userEvent.setup();
    await user.type(field(), 'One{Enter}two');
    expect(session.wishes).toEqual([]);
    await user.click(sendButton());
    expect(session.wishes).toEqual(['send One\ntwo']);
    expect(document.activeElement).toBe(field());
  });

  it.each([
    ['while composing', { isComposing: true }],
    ['with the key code of an input method', { keyCode: 229 }],
  ])('does not send with an Enter %s', async (_, init) => {
    const { session } = await openWindow(({ session }) => session.draft.set('かな'));
    fireEvent.keyDown(field(), { key: 'Enter', ...init });
    expect(session.wishes).toEqual([]);
  });

  it('does not send with the Enter that ends a composition', async () => {
    const { session } = await openWindow(({ session }) => session.draft.set('かな'));
    field().dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect(session.wishes).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve));
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect(session.wishes).toEqual(['send かな']);
  });

  it('sends all that was typed, also where Enter comes before the window was drawn anew', async () => {
    const { session } = await openWindow();
    await act(() => {
      for (const typed of ['O', 'One']) {
        field().value = typed;
        field().dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
      field().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    });
    expect(session.wishes).toEqual(['send One']);
  });

  it('says that what is typed may be seen, during a chat and where the page wants it said', async () => {
    const window = await openWhole(({ session: given }) => {
      given.chat.value = active;
    });
    const { root, session } = window;
    const note = 'Our team may see your text while you write.';
    const { rules } = session.fakeRest;
    expect(root.textContent).not.toContain(note);
    await set(rules, { ...rules.peek(), tellsOfPeeks: true });
    await settle(window);
    expect(screen.getByText(note)).toBeTruthy();
    await set(rules, { ...rules.peek(), peeks: false });
    expect(screen.queryByText(note)).toBeNull();
  });

  it('never disables its button, and sends nothing blank', async () => {
    const { session } = await openWindow(({ session }) => session.draft.set('  \n '));
    expect(sendButton().getAttribute('aria-disabled')).toBe('true');
    expect(sendButton()).toHaveProperty('disabled', false);
    await userEvent.setup().click(sendButton());
    expect(session.wishes).toEqual([]);
  });

  it('shows a draft that comes from elsewhere', async () => {
    const { session } = await openWindow();
    await act(() => session.draft.set('From another tab'));
    expect(field().value).toBe('From another tab');
  });

  it('counts from 90 % of what a message may hold, in bytes, and then in how many it will be sent', async () => {
    const { session } = await openWindow(withRest);
    const type = (text: string) => act(() => session.draft.set(text));
    const hint = () => document.getElementById(field().getAttribute('aria-describedby') ?? '')?.textContent;

    await type('x'.repeat(14_745));
    expect(hint()).toBeUndefined();
    await type('x'.repeat(14_746));
    expect(hint()).toBe('1,638 characters left');
    await type('é'.repeat(8_192));
    expect(hint()).toBe('0 characters left');
    await type(`${'é'.repeat(8_192)}é`);
    expect(hint()).toBe('Your text will be sent in 2 messages.');
    expect(sendButton().getAttribute('aria-disabled')).toBe('false');

    await act(() => void fireEvent.keyDown(field(), { key: 'Enter' }));
    expect(session.wishes).toHaveLength(1);
  });

  it('says once that unsent text would be lost with the page, where the browser keeps nothing', async () => {
    const window = await openWindow(withRest);
    const { isAtRisk } = window.session.fakeRest;
    const heard = hear(window.root);
    await set(isAtRisk, true);
    const text = 'This browser does not keep your text. Please stay on this page until it is sent.';
    expect(window.root.querySelector('.composer')?.textContent).toContain(text);
    expect(heard).toEqual([`!${text}`]);
    await set(isAtRisk, false);
    expect(window.root.querySelector('.composer')?.textContent).not.toContain(text);
  });

  it.each<[string, Facts]>([
    ['Write a message…', {}],
    ['Write to start again', { chat: ended }],
    ['Leave us a message', { availability: 'offline' }],
    ['Write while you wait', { chat: queued(2) }],
    ['You cannot write in this chat.', { line: { state: 'stopped', reason: 'banned' } }],
  ])('says %j', async (text, { chat, availability, line }) => {
    await openWindow(({ session }) => {
      if (chat) session.chat.value = chat;
      if (availability) session.availability.value = availability;
      if (line) session.line.value = line;
    });
    expect(field().placeholder).toBe(text);
    expect(field().readOnly).toBe(text.startsWith('You cannot'));
  });

  it('says so also when it turns out later, without another key being pressed', async () => {
    const { session } = await openWindow();
    expect(field().placeholder).toBe('Write a message…');
    await act(() => {
      session.line.value = { state: 'stopped', reason: 'banned' };
    });
    expect(field().placeholder).toBe('You cannot write in this chat.');
    expect(field().readOnly).toBe(true);
  });

  it('goes to the newest message with ↑ when it is empty, and back with Escape', async () => {
    const { session, host } = await openWindow(({ session }) => {
      session.timeline.items.value = [messageItem({ text: 'One' }), messageItem({ text: 'Two' })];
    });
    const user = userEvent.setup();
    await user.click(field());
    await user.type(field(), 'a{ArrowUp}');
    expect(document.activeElement).toBe(field());
    await act(() => session.draft.set(''));
    await user.keyboard('{ArrowUp}');
    expect(document.activeElement?.textContent).toContain('Two');
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(field());
    expect(host.minimized).toEqual([]);
  });

  it('redraws nothing but itself while one types', async () => {
    let reads = 0;
    const count = <T,>(value: T) => {
      reads++;
      return value;
    };
    const counted = <T extends object>(of: T, key: keyof T) => {
      const value = of[key];
      return Object.defineProperty({ ...of }, key, { enumerable: true, get: () => count(value) });
    };
    await openWindow(({ session }) => {
      session.chat.value = active;
      session.users.agents.value = [counted(mara, 'name')];
      session.timeline.items.value = [counted(messageItem({ text: 'One' }), 'text'), counted(ownItem('Two'), 'text')];
    });
    expect(reads).toBeGreaterThan(0);
    reads = 0;
    await userEvent.setup().type(field(), 'Hello there');
    expect(field().value).toBe('Hello there');
    expect(reads).toBe(0);
  });

  it('starts an ended chat again with one press, and keeps the draft and the focus', async () => {
    const { session } = await openWhole(({ session }) => {
      session.chat.value = ended;
      session.draft.set('One more thing');
    });
    const user = userEvent.setup();
    const button = screen.getByRole('button', { name: 'Start the chat again' });
    await user.click(button);
    expect(session.wishes).toEqual(['startAgain']);
    await set(session.chat, resuming);
    expect(document.activeElement).toBe(button);
    expect(button.getAttribute('aria-disabled')).toBe('true');
    await user.click(button);
    expect(session.wishes).toEqual(['startAgain']);
    await set(session.chat, active);
    expect(screen.queryByRole('button', { name: /chat again|Starting/ })).toBeNull();
    expect(document.activeElement).toBe(field());
    expect(field().value).toBe('One more thing');
  });

  it('says so when the chat could not be started', async () => {
    const window = await openWhole(({ session }) => {
      session.chat.value = ended;
      session.startAgain = async () => 'failed';
    });
    const heard = hear(window.root);
    await userEvent.setup().click(screen.getByRole('button', { name: 'Start the chat again' }));
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText('The chat could not start. Please try again.')).toBeTruthy();
    expect(heard).toEqual(['!The chat could not start. Please try again.']);
  });
});
