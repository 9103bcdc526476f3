// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Gesture } from '../../../src/ui';
import { active, mara, messageItem } from '../../support/ui-session';
import { openWindow, pretendTouch, set, settle } from '../../support/ui-window';

afterEach(() => vi.unstubAllGlobals());

describe('focus', () => {
  const opened = async (by: Gesture) => {
    const window = await openWindow(({ host }) => {
      host.isOpen.value = false;
    });
    window.host.openedBy.value = by;
    await set(window.host.isOpen, true);
    return window;
  };

  it.each(['keyboard', 'pointer'] as const)('goes to where one writes when opened by %s', async (by) => {
    await opened(by);
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
  });

  it('goes to the heading where a keyboard would pop up', async () => {
    pretendTouch();
    await opened('pointer');
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2 }));
  });

  it('stays where it is when nobody opened it by hand', async () => {
    await opened('none');
    expect(document.activeElement).toBe(document.body);
  });

  it('does not move because something arrived', async () => {
    const { session } = await openWindow(({ session }) => {
      session.chat.value = active;
      session.timeline.items.value = [messageItem({ text: 'Hello' })];
    });
    for (const control of screen.getAllByRole('button')) {
      control.focus();
      await act(() => void session.receive('One more'));
      await set(session.typing.userIds, [mara.id]);
      await set(session.users.agents, [mara]);
      await set(session.line, { state: 'connecting', downSince: 0 });
      await set(session.line, { state: 'online' });
      await set(session.typing.userIds, []);
      expect(document.activeElement).toBe(control);
    }
  });

  it('goes on to where one writes when the button under it goes', async () => {
    const { session, clock } = await openWindow();
    const now = clock.now();
    await set(session.line, { state: 'waiting', downSince: now - 12_000, retryAt: now + 8_000 });
    screen.getByRole('button', { name: 'Try now' }).focus();
    await set(session.line, { state: 'online' });
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
  });
});

describe('Escape', () => {
  it('minimizes from where one writes', async () => {
    const { host } = await openWindow();
    const user = userEvent.setup();
    await user.click(screen.getByRole('textbox'));
    await user.keyboard('{Escape}');
    expect(host.minimized).toEqual(['keyboard']);
  });

  it('does not minimize while a word is being composed', async () => {
    const { host } = await openWindow();
    fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Escape', isComposing: true });
    expect(host.minimized).toEqual([]);
  });
});

describe('the line', () => {
  it('tells of a gap only after a while, counts down, and offers to try at once', async () => {
    const { session, clock } = await openWindow();
    const now = clock.now();
    const pass = (ms: number) => act(() => clock.pass(ms));
    const shown = () => document.querySelector('.notice')?.textContent;
    await set(session.line, { state: 'waiting', downSince: now, retryAt: now + 12_000 });
    expect(shown()).toBeUndefined();
    await pass(2_000);
    expect(shown()).toBe('Reconnecting…');
    await pass(8_000);
    expect(shown()).toBe('No connection. Your text is safe. Next try in 2 secondsTry now');
    await pass(1_000);
    expect(shown()).toContain('Next try in 1 second');
    await userEvent.setup().click(screen.getByRole('button', { name: 'Try now' }));
    expect(session.wishes).toEqual(['retryLine']);
    await set(session.line, { state: 'online' });
    expect(shown()).toBeUndefined();
  });

  it('does not count while the window is closed', async () => {
    const { session, host, clock } = await openWindow();
    const now = clock.now();
    await set(session.line, { state: 'waiting', downSince: now - 20_000, retryAt: now + 60_000 });
    await set(host.isOpen, false);
    await act(() => clock.pass(5_000));
    expect(clock.pending).toBe(0);
  });

  it.each([
    ['banned', 'Chat is not available.', undefined],
    ['busy', 'All agents are busy right now.', 'Try now'],
    ['idle-too-long', 'The chat rests, because nothing happened for a while.', 'Continue'],
  ] as const)('says what can be done when it stopped: %s', async (reason, text, action) => {
    const { session } = await openWindow(({ session }) => {
      session.line.value = { state: 'stopped', reason };
    });
    expect(screen.getByText(text)).toBeTruthy();
    if (!action) return;
    await userEvent.setup().click(screen.getByRole('button', { name: action }));
    expect(session.wishes).toEqual(['retryLine']);
  });
});

describe('mountUi', () => {
  it('takes everything away again', async () => {
    const sheets = () => document.head.childNodes.length + (document.adoptedStyleSheets?.length ?? 0);
    const before = sheets();
    const { close, clock, session, host, root } = await openWindow(({ session }) => {
      session.chat.value = active;
      session.timeline.items.value = [messageItem({ text: 'Hello' })];
    });
    await act(() => void session.receive('One more'));
    await settle({ clock });
    expect(sheets()).toBeGreaterThan(before);
    await act(close);
    expect(root.childNodes).toHaveLength(0);
    expect(sheets()).toBe(before);
    expect(clock.pending).toBe(0);
    session.receive('After');
    host.isOpen.value = false;
    host.isOpen.value = true;
    expect(clock.pending).toBe(0);
  });

  it('gives its direction and language to what it draws', async () => {
    const { root } = await openWindow(() => {}, 'ar_EG');
    expect(root.firstElementChild?.getAttribute('dir')).toBe('rtl');
    expect(root.firstElementChild?.getAttribute('lang')).toBe('ar-EG');
  });

  it('says so when the window itself cannot be drawn, and draws it again', async () => {
    let isBroken = true;
    const { errors } = await openWindow(({ session }) => {
      const text = session.draft.text;
      Object.defineProperty(session.draft, 'text', {
        get() {
          if (isBroken) throw new Error('a fault');
          return text;
        },
      });
    });
    expect(errors).toContain('window');
    isBroken = false;
    await userEvent.setup().click(screen.getByRole('button', { name: 'Reload' }));
    expect(screen.getByRole('textbox')).toBeTruthy();
  });

  it('keeps keys to itself, for the page may act on them', async () => {
    await openWindow();
    const heard = vi.fn();
    document.addEventListener('keydown', heard);
    await userEvent.setup().type(screen.getByRole('textbox'), 's');
    document.removeEventListener('keydown', heard);
    expect(heard).not.toHaveBeenCalled();
  });
});
