// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { HomeLink, SessionRest } from '../../../src/domain';
import type { Gesture } from '../../../src/ui/contract';
import { greeting } from '../../support/ui-content';
import { active, ended, mara, messageItem, ownItem } from '../../support/ui-session';
import { hear, type OpenWindow, openWhole, set, settle } from '../../support/ui-window';

const link = (text: string, url: string, isMoment = false): HomeLink => ({ text, url, isMoment });

type Parts = Pick<OpenWindow, 'session' | 'host' | 'clock'>;

/** A window of a page that wants a home view, closed at first unless `isOpen`. */
async function withHome(
  prepare: (parts: Parts) => void = () => {},
  { isOpen = true, links = [] as readonly HomeLink[], language = 'en' } = {},
): Promise<OpenWindow> {
  const window = await openWhole((parts) => {
    const { rules } = parts.session.fakeRest;
    rules.value = { ...rules.value, home: { links } };
    parts.host.isOpen.value = isOpen;
    prepare(parts);
  }, language);
  await settle(window);
  return window;
}

async function open({ host }: Parts, gesture: Gesture = 'keyboard'): Promise<void> {
  host.openedBy.value = gesture;
  await set(host.isOpen, true);
}

const home = () => screen.queryByRole('dialog', { name: 'How can we help?' });
const entries = () =>
  within(home() as HTMLElement)
    .getAllByRole('listitem')
    .map((item) => item.textContent?.replace(/\s+/g, ' ').trim());
const entry = (name: RegExp) => within(home() as HTMLElement).getByRole('button', { name });
const composer = () => screen.getByRole('textbox', { name: 'Message' });
const user = userEvent.setup();

describe('home view', () => {
  it('is not there, nor its way back, where the page wants none', async () => {
    const window = await openWhole();
    await settle(window);
    expect(home()).toBeNull();
    expect(screen.queryByRole('button', { name: 'Home' })).toBeNull();
    expect(window.session.rest.peek()?.rules.peek().home).toBeUndefined();
  });

  it('is what a window shows first, with the focus in it, and leads into the conversation and back', async () => {
    const window = await withHome(undefined, { isOpen: false });
    await open(window);
    expect(entries()).toEqual(['New chat Write to us']);
    expect(document.activeElement).toBe(entry(/^New chat/));
    await user.keyboard('{Enter}');
    expect(home()).toBeNull();
    expect(document.activeElement).toBe(composer());
    await user.click(screen.getByRole('button', { name: 'Home' }));
    expect(document.activeElement).toBe(entry(/^New chat/));
    await user.keyboard('{Escape}');
    expect(window.host.minimized).toEqual(['keyboard']);
    await user.click(screen.getAllByRole('button', { name: 'Minimize window' }).at(-1) as HTMLElement);
    expect(window.host.minimized).toEqual(['keyboard', 'pointer']);
  });

  it('comes late without taking what somebody does', async () => {
    for (const start of [
      ({ session }: Parts) => session.draft.set('Is it'),
      ({ session, host }: Parts) => {
        session.timeline.items.value = [messageItem({ text: 'Long ago' })];
        host.isLogAtEnd.value = false;
      },
    ]) {
      const window = await withHome(start);
      expect(home()).toBeNull();
      window.close();
    }
    await withHome();
    expect(home()).toBeTruthy();
  });

  it('comes first, or not, as the page says; what is half-written comes before it, and later it is as ever', async () => {
    for (const [firstView, isChatting, isHome] of [
      ['chat', false, false],
      ['home', true, true],
      [undefined, true, false],
    ] as const) {
      const window = await withHome(({ session }) => {
        const { rules, memory } = session.fakeRest;
        memory.write('view', isChatting ? 'chat' : 'home');
        if (isChatting) session.chat.value = active;
        rules.value = { ...rules.value, firstView };
      });
      expect([firstView, home() !== null]).toEqual([firstView, isHome]);
      await set(window.host.isOpen, false);
      await open(window);
      expect([firstView, home() !== null]).toEqual([firstView, !isChatting || isHome]);
      window.close();
    }
    const { rest } = await withHome(({ session }) => {
      const { rules } = session.fakeRest;
      rules.value = { ...rules.value, firstView: 'home' };
      session.draft.set('Is it');
    }).then(({ session }) => session);
    expect(rest.peek()?.rules.peek().firstView).toBe('home');
    expect(home()).toBeNull();
  });

  it('says who spoke last, what, when, and how much of it is new', async () => {
    const at = new Date(2026, 1, 11, 8, 41).getTime();
    const { session } = await withHome(({ session }) => {
      session.chat.value = active;
      session.users.agents.value = [mara];
      session.timeline.items.value = [messageItem({ text: 'Thursday it is.', at })];
    });
    expect(entries()).toEqual(['Continue chat MOMara Okafor: Thursday it is. 8:41 AM']);
    await act(() => {
      session.receive('At five.');
      session.unread.count.value = 2;
    });
    expect(entry(/^Continue chat/).textContent).toMatch(/Mara Okafor: At five\. .*2 unread messages$/s);
    await set(session.timeline.items, [...session.timeline.items.value, ownItem('Fine', { at: at - 7 * 86_400_000 })]);
    expect(entry(/^Continue chat/).textContent).toMatch(/You: Fine\s+Feb 4/);
  });

  it('offers a new chat beside one that has ended, and begins it', async () => {
    const { session } = await withHome(({ session }) => {
      session.chat.value = ended;
      session.timeline.items.value = [messageItem({ text: 'Goodbye' })];
    });
    expect(entries()).toHaveLength(2);
    await user.click(entry(/^New chat/));
    expect(home()).toBeNull();
    expect(session.wishes).toContain('startAgain');
    await user.click(screen.getByRole('button', { name: 'Home' }));
    await user.click(entry(/^Your last chat/));
    expect(session.wishes.filter((wish) => wish === 'startAgain')).toHaveLength(1);
  });

  it('leaves it to the field or a form where nothing can begin, and says what failed', async () => {
    const { session, root } = await withHome(({ session }) => {
      session.chat.value = ended;
      session.availability.value = 'offline';
    });
    const heard = hear(root);
    expect(entries()[1]).toContain('Leave us a message');
    await user.click(entry(/^New chat/));
    expect(session.wishes).not.toContain('startAgain');
    await set(session.availability, 'online');
    session.startAgain = () => Promise.resolve('failed');
    await user.click(screen.getByRole('button', { name: 'Home' }));
    await user.click(entry(/^New chat/));
    expect(heard.join()).toContain('The chat could not start.');
  });

  it('shows ways of the page, safe ones only, and tells once what it left out', async () => {
    const { errors } = await withHome(undefined, {
      links: [
        link('Opening hours', 'https://shop.example/hours'),
        link('Orders', 'https://shop.example/orders', true),
        link('Run', 'data:text/html,hello'),
        link('Mail', 'mailto:shop@shop.example'),
        link('Secret', 'https://shop.example@evil.example/'),
        link('\u200b', 'https://shop.example/'),
        link('Plain page', 'http://shop.example/', true),
      ],
    });
    expect(entries().slice(1)).toEqual(['Opening hours (opens in a new tab)', 'Orders']);
    const out = screen.getByRole('link', { name: /Opening hours/ });
    expect(out.getAttribute('href')).toBe('https://shop.example/hours');
    expect(out.getAttribute('target')).toBe('_blank');
    expect(out.getAttribute('rel')).toContain('noopener');
    expect(errors).toEqual(['home link']);
  });

  it('says who speaks first, and moves for nobody', async () => {
    const { session } = await withHome();
    const text = 'Looking for a tandem?';
    await set(session.fakeRest.greeting, greeting({ kind: 'message', text }));
    expect(entries()).toEqual(['New chat Mara Okafor: Looking for a tandem?']);
    await set(session.fakeRest.greeting, undefined);
    expect(entries()).toEqual(['New chat Write to us']);
  });

  it('says that the line is down, and keeps the focus when that is over', async () => {
    const { session, clock } = await withHome();
    const now = clock.now();
    await set(session.line, { state: 'waiting', downSince: now - 12_000, retryAt: now + 18_000 });
    within(home() as HTMLElement)
      .getByRole('button', { name: 'Try now' })
      .focus();
    await set(session.line, { state: 'online' });
    expect(document.activeElement).toBe(entry(/^New chat/));
  });

  it('opens a moment above itself, waits behind it, and takes the focus back', async () => {
    const window = await withHome(undefined, { links: [link('Orders', 'https://shop.example/orders', true)] });
    const opener = entry(/^Orders/);
    await user.click(opener);
    await settle(window);
    expect(screen.getByRole('dialog', { name: /shop\.example/ })).toBeTruthy();
    expect(home()?.inert).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Close shop.example' }));
    expect(home()?.inert).toBe(false);
    expect(document.activeElement).toBe(opener);
  });
});

describe('what an opened window shows', () => {
  const talk = ({ session }: Parts) => {
    session.chat.value = active;
    session.timeline.items.value = [messageItem({ text: 'Hello' })];
  };
  const kept = (view: string) => (parts: Parts) => {
    parts.session.fakeRest.memory.write('view', view);
    talk(parts);
  };

  it.each<[string, boolean, Gesture, (parts: Parts) => void]>([
    ['home, by the launcher', true, 'pointer', talk],
    ['home, by the page', true, 'none', talk],
    ['what is new', false, 'pointer', ({ session }) => session.unread.count.value++],
    [
      'a greeting',
      false,
      'pointer',
      ({ session }) => (session.fakeRest.greeting.value = greeting({ kind: 'message', text: 'Hello' })),
    ],
    ['what is half written', false, 'pointer', ({ session }) => session.draft.set('And')],
    ['the chat that one was in', false, 'pointer', kept('chat')],
    ['the home view that one was in', true, 'pointer', kept('home')],
  ])('is %s', async (_, isHome, gesture, prepare) => {
    const window = await withHome(prepare, { isOpen: false });
    await open(window, gesture);
    expect(home() !== null).toBe(isHome);
  });

  it('is the conversation again after a reload, also when the chat has ended', async () => {
    const ofEnded = (parts: Parts) => {
      kept('chat')(parts);
      parts.session.chat.value = ended;
    };
    const reloaded = await withHome(ofEnded);
    expect(home()).toBeNull();
    await set(reloaded.host.isOpen, false);
    await open(reloaded, 'pointer');
    expect(home()).toBeTruthy();
    reloaded.close();
    const opened = await withHome(ofEnded, { isOpen: false });
    await open(opened, 'pointer');
    expect(home()).toBeTruthy();
  });

  it('waits for what is known of the chat', async () => {
    const { session } = await withHome((parts) => {
      kept('chat')(parts);
      parts.host.openedBy.value = 'pointer';
      parts.session.phase.value = 'restoring';
    });
    expect(home()).toBeNull();
    session.chat.value = ended;
    await set(session.phase, 'ready');
    expect(home()).toBeTruthy();
  });

  it('is what the page offers to be sent, also when that comes after the window', async () => {
    const window = await withHome(undefined, { isOpen: false });
    await open(window, 'none');
    expect(home()).toBeTruthy();
    await act(() => window.session.draft.offer('Is the Tourer in stock?'));
    expect(home()).toBeNull();
  });

  it('stays the home view for whoever has gone there with a text half written', async () => {
    const { session } = await withHome(({ session }) => session.draft.set('Is it'));
    await user.click(screen.getByRole('button', { name: 'Home' }));
    expect(home()).toBeTruthy();
    expect(session.draft.text.peek()).toBe('Is it');
  });

  it('is kept for the next page', async () => {
    const { session } = await withHome(talk);
    const kept = () => (session.rest.peek() as SessionRest).memory.read('view');
    expect(kept()).toBeUndefined();
    await user.click(entry(/^Continue chat/));
    expect(kept()).toBe('chat');
    await user.click(screen.getByRole('button', { name: 'Home' }));
    expect(kept()).toBe('home');
  });
});

it('does not count as reading the messages behind it', async () => {
  const { host } = await withHome();
  expect(host.isLogAtEnd.peek()).toBe(false);
  await user.click(entry(/^New chat/));
  expect(host.isLogAtEnd.peek()).toBe(true);
});
