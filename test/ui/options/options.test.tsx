// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SessionRest } from '../../../src/domain';
import { canBeAsked } from '../../../src/ui/options/notifications';
import { active, mara, me, messageItem, messageOf, ownItem } from '../../support/ui-session';
import { openWhole, set, settle } from '../../support/ui-window';

let shown: { text: string; close: () => void; onclick?: () => void }[];
let answer: NotificationPermission;
let seenBy: string[];

class Shown {
  static permission: NotificationPermission = 'default';
  static async requestPermission(): Promise<NotificationPermission> {
    Shown.permission = answer;
    return answer;
  }
  readonly close = vi.fn();
  readonly text: string;
  constructor(text: string) {
    this.text = text;
    shown.push(this);
  }
}

beforeEach(() => {
  shown = [];
  seenBy = [];
  answer = 'granted';
  Shown.permission = 'default';
  vi.stubGlobal('Notification', Shown);
  const locks = {
    query: async () => ({ held: seenBy.map((name) => ({ name })) }),
    request: async () => {},
  };
  Object.defineProperty(navigator, 'locks', { configurable: true, value: locks });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  Reflect.deleteProperty(navigator, 'locks');
});

const button = () => screen.getByRole('button', { name: 'Chat options' });
const item = (name: RegExp) => screen.queryByRole('menuitem', { name });

async function open(wanted: object, way?: () => boolean) {
  const window = await openWhole(({ session }) => {
    session.chat.value = active;
    session.users.agents.value = [mara];
    const { rules } = session.fakeRest;
    rules.value = { ...rules.value, ...wanted };
    const prepareWindow: SessionRest['prepareWindow'] = async () => way;
    Object.assign(session.fakeRest, { prepareWindow });
  });
  await settle(window);
  const user = userEvent.setup();
  const choose = async (name: RegExp) => {
    await user.click(button());
    await user.click(item(name) as HTMLElement);
  };
  return { ...window, user, choose };
}

const hide = () => vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');

it('a page that wants neither has the menu that it had', async () => {
  const { user } = await open({}, () => true);
  await user.click(button());
  expect(screen.getAllByRole('menuitem')).toHaveLength(4);
});

it('a window of its own is offered where there can be one, and says when the browser opened none', async () => {
  const way = vi.fn(() => true);
  const { choose, user } = await open({ hasOwnWindow: true }, way);
  await choose(/separate window/);
  expect(way).toHaveBeenCalledOnce();
  expect(screen.queryByRole('alertdialog')).toBeNull();
  way.mockReturnValue(false);
  await choose(/separate window/);
  const sorry = screen.getByRole('alertdialog', { name: 'The window could not be opened' });
  expect(document.activeElement).toBe(within(sorry).getByRole('button', { name: 'Close' }));
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('alertdialog')).toBeNull();
  expect(document.activeElement).toBe(button());
});

it('no window is offered where it would not be the same chat', async () => {
  const { user } = await open({ hasOwnWindow: true });
  await user.click(button());
  expect(item(/separate window/)).toBeNull();
});

it('nobody is notified before they asked for it, while they look, or of what they said themselves', async () => {
  const window = await open({ notifies: true });
  const { session, choose, user } = window;
  const hear = async (isOwn = false) => {
    await act(async () => {
      session.moments.emit('new-message', {
        message: { ...messageOf(messageItem({ text: 'Secret' })), authorId: mara.id },
        isOwn,
      });
    });
    // Others are asked whether they are seen.
    await settle(window);
  };
  const seen = hide();
  await hear();
  expect(shown).toEqual([]);
  seen.mockReturnValue('visible');
  await choose(/Notifications/);
  await hear();
  seen.mockReturnValue('hidden');
  await hear(true);
  seenBy = ['natter:seen'];
  await hear();
  expect(shown).toEqual([]);
  seenBy = [];
  await hear();
  expect(shown.map(({ text }) => text)).toEqual(['New message from Mara Okafor']);
  await set(session.unread.count, 1);
  await set(session.unread.count, 0);
  expect(shown[0]!.close).toHaveBeenCalled();

  await user.click(button());
  expect(item(/Notifications/)?.textContent).toContain('On');
  await user.click(item(/Notifications/) as HTMLElement);
  await hear();
  expect(shown).toHaveLength(1);
});

it('a browser that refuses is not asked again, and the visitor is told where to change it', async () => {
  answer = 'denied';
  const { choose } = await open({ notifies: true });
  await choose(/Notifications/);
  expect(screen.getByRole('alertdialog', { name: 'Notifications are off' })).toBeTruthy();
});

it('is not offered in a page of another origin, nor where it was refused', () => {
  const { location } = window;
  const stranger = { Notification: Shown, location, top: { location: { origin: 'https://shop.example' } } };
  expect(canBeAsked(stranger as unknown as Window)).toBe(false);
  const walled = {
    Notification: Shown,
    location,
    get top(): never {
      throw new Error('not yours');
    },
  };
  expect(canBeAsked(walled as unknown as Window)).toBe(false);
  expect(canBeAsked(window)).toBe(true);
  Shown.permission = 'denied';
  expect(canBeAsked(window)).toBe(false);
});

it('row 183: the customer’s photo is beside what they wrote once it could be had, and goes with them', async () => {
  const asked: { src: string; referrerPolicy: string; onload?: () => void }[] = [];
  vi.stubGlobal(
    'Image',
    class {
      constructor() {
        asked.push(this as never);
      }
    },
  );
  const { session, root } = await open({ showsOwnPhoto: true });
  await act(async () => {
    session.timeline.items.value = [ownItem('Hello')];
  });
  const photo = () => root.querySelector('.is-own .avatar img')?.getAttribute('src');
  const become = (avatarUrl?: string) =>
    act(async () => {
      session.users.me.value = { ...me, avatarUrl };
    });
  expect(photo()).toBeUndefined();

  await become('https://cdn.example/me.png');
  expect(asked.map(({ src, referrerPolicy }) => [src, referrerPolicy])).toEqual([
    ['https://cdn.example/me.png', 'no-referrer'],
  ]);
  expect(photo()).toBeUndefined();
  await act(async () => asked[0]?.onload?.());
  expect(photo()).toBe('https://cdn.example/me.png');

  await become('https://cdn.example/other.png');
  expect(photo()).toBeUndefined();
  // Late: it was the one before.
  await act(async () => asked[0]?.onload?.());
  expect(photo()).toBeUndefined();

  await become('http://cdn.example/open-to-others.png');
  expect(asked).toHaveLength(2);
});
