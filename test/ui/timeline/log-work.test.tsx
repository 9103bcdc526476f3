// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CustomEvent, EventId, ThreadId, TimelineItem } from '../../../src/domain';
import type { CustomViews } from '../../../src/ui/contract';
import { annotated } from '../../support/ui-content';
import { mara, messageItem, messageOf, ownItem, systemItem } from '../../support/ui-session';
import { hear, type OpenWindow, openWhole, set, settle } from '../../support/ui-window';

// Thousands of rows, on machines that do other things meanwhile.
vi.setConfig({ testTimeout: 20_000 });

const log = () => within(screen.getByRole('log', { name: 'Conversation' }));
const texts = () =>
  log()
    .queryAllByRole('listitem')
    .map((row) => row.querySelector('.bubble, .day span')?.textContent);
const drawn = () => document.querySelectorAll('.message').length;
const rowOf = (text: string) =>
  [...document.querySelectorAll('.row')].find((row) => row.querySelector('.bubble')?.textContent === text);
const many = (count: number) =>
  Array.from({ length: count }, (_, n) => messageItem({ key: `m${n}`, text: `Line ${n}` }));

/** A window of 300 pixels over a log of 30 for each row, which jsdom does not lay out. */
function pretendLayout() {
  const rows = (view: Element) => view.querySelectorAll('.row').length;
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(300);
  vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockImplementation(function (this: HTMLElement) {
    return Math.max(300, rows(this) * 30);
  });
  const unplaced = HTMLElement.prototype.getBoundingClientRect;
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
    const view = this.closest('.log');
    if (view === this) return new DOMRect(0, 0, 300, 300);
    const isList = view !== null && this.querySelector(':scope > .row') !== null;
    return isList ? new DOMRect(0, -view.scrollTop, 300, rows(view) * 30) : unplaced.call(this);
  });
}

async function open(items: readonly TimelineItem[], customViews?: CustomViews): Promise<OpenWindow> {
  const window = await openWhole(({ session, host }) => {
    session.timeline.items.value = items;
    if (customViews) Object.assign(host, { customViews });
  });
  await settle(window);
  return window;
}

describe('a long log', () => {
  beforeEach(pretendLayout);
  afterEach(() => vi.restoreAllMocks());

  it('is drawn in part, at its end, and says where in the whole that is', async () => {
    const { session } = await open(many(2_000));
    expect(drawn()).toBeLessThanOrEqual(150);
    expect(rowOf('Line 1999')?.getAttribute('aria-posinset')).toBe('2000');
    expect(rowOf('Line 1999')?.getAttribute('aria-setsize')).toBe('-1');
    await act(() => void session.receive('One more'));
    expect(rowOf('One more')?.getAttribute('aria-posinset')).toBe('2001');
    expect(drawn()).toBeLessThanOrEqual(150);
  });

  it('is walked through by keys from its first message to its last', async () => {
    await open(many(300));
    const user = userEvent.setup();
    document.querySelector('textarea')?.focus();
    await user.keyboard('{ArrowUp}{Home}');
    await act(async () => {});
    expect(document.activeElement?.textContent).toContain('Line 0');
    for (let n = 0; n < 3; n++) await user.keyboard('{ArrowDown}');
    expect(document.activeElement?.textContent).toContain('Line 3');
    expect(drawn()).toBeLessThanOrEqual(150);
    await user.keyboard('{End}');
    await act(async () => {});
    expect(document.activeElement?.textContent).toContain('Line 299');
  });

  it('offers the way to the newest message when that is more than a screen below, also if nothing is new', async () => {
    const { host } = await open(many(60));
    const button = () => screen.queryByRole('button', { name: 'Go to the newest message' });
    const view = screen.getByRole('log');
    const scrollTo = (top: number) =>
      act(() => {
        view.scrollTop = top;
        view.dispatchEvent(new Event('scroll'));
      });
    expect(button()).toBeNull();
    await scrollTo(1_300);
    expect(button()).toBeNull();
    await scrollTo(600);
    expect(button()).toBeTruthy();
    await userEvent.setup().click(button()!);
    expect(host.isLogAtEnd.value).toBe(true);
    expect(button()).toBeNull();
    expect(document.activeElement?.textContent).toContain('Line 59');
  });
});

describe('what stands between messages', () => {
  it('is a line above the first message that came while the window was closed, until the next visit', async () => {
    const { session, host } = await open([messageItem({ text: 'Seen' })]);
    await act(() => void session.receive('Also seen'));
    expect(texts()).toEqual(['Seen', 'Also seen']);
    await set(host.isOpen, false);
    await act(() => void session.receive('While away'));
    await act(() => void session.receive('And more'));
    await set(host.isOpen, true);
    await act(() => void session.receive('Just now'));
    expect(texts()).toEqual(['Seen', 'Also seen', 'New', 'While away', 'And more', 'Just now']);
    expect(log().getByRole('separator', { name: 'New' })).toBeTruthy();
    await set(host.isOpen, false);
    await set(host.isOpen, true);
    expect(log().queryByRole('separator', { name: 'New' })).toBeNull();
  });

  it('is a line above the first of those that were unread before the page came', async () => {
    const window = await open([
      messageItem({ text: 'One' }),
      messageItem({ text: 'Two' }),
      messageItem({ text: 'Three' }),
    ]);
    await set(window.host.isOpen, false);
    await set(window.session.unread.count, 2);
    await set(window.host.isOpen, true);
    expect(texts()).toEqual(['One', 'New', 'Two', 'Three']);
  });

  it('is one line for equal ones within a minute, the last of them', async () => {
    const noon = Date.UTC(2026, 1, 11, 12);
    const joined = (second: number) => systemItem('agent_joined', { agent: 'Theo' }, { at: noon + second * 1_000 });
    const left = (second: number) => systemItem('agent_left', { agent: 'Theo' }, { at: noon + second * 1_000 });
    await open([joined(0), left(10), joined(20), messageItem({ text: '–' }), joined(40), joined(101)]);
    expect(
      log()
        .getAllByText(/Theo/)
        .map((node) => node.closest('p')?.textContent),
    ).toEqual(['Theo left the chat.', 'Theo joined the chat.', 'Theo joined the chat.', 'Theo joined the chat.']);
  });

  it('is a note in the place of what was deleted, for each of them', async () => {
    await open([systemItem('event_deleted'), systemItem('event_deleted'), messageItem({ text: 'Still here' })]);
    expect(log().getAllByText('This message was deleted.')).toHaveLength(2);
  });
});

describe('custom events', () => {
  const event = (content: unknown, at: number): CustomEvent => ({
    kind: 'custom',
    id: `custom-${at}` as EventId,
    threadId: 'T' as ThreadId,
    place: { at, rank: at as CustomEvent['place']['rank'] },
    authorId: mara.id,
    content,
  });
  const before = messageItem({ text: 'Before', at: 10 });
  const after = messageItem({ text: 'After', at: 30 });

  it('are left out, unless somebody knows how to show them', async () => {
    const { session } = await open([before, after]);
    await set(session.fakeRest.customEvents, [event({ order: 1 }, 20)]);
    expect(texts()).toEqual(['Before', 'After']);
  });

  it('stand where they came, as described: text is text, and an address that is not safe leads nowhere', async () => {
    const { session, root } = await open([before, after], (content) =>
      Object(content).order
        ? {
            title: '<b>Order</b>',
            text: 'On its way',
            links: [
              { text: 'Track', url: 'https://shop.example/1' },
              { text: 'Trap', url: 'data:text/html,x' },
            ],
          }
        : undefined,
    );
    await set(session.fakeRest.customEvents, [event({ other: 1 }, 5), event({ order: 1 }, 20)]);
    expect(texts()).toEqual(['Before', expect.stringContaining('<b>Order</b>On its way'), 'After']);
    expect(log().getAllByRole('link')).toHaveLength(1);
    expect(log().getByRole('link', { name: /Track/ })).toMatchObject({
      href: 'https://shop.example/1',
      target: '_blank',
    });
    expect(root.querySelector('b')).toBeNull();
  });

  it('are the very element that somebody has made for them', async () => {
    const element = Object.assign(document.createElement('meter'), { value: 0.5 });
    const { session } = await open([before, after], () => ({ element }));
    await set(session.fakeRest.customEvents, [event({}, 20)]);
    expect(document.querySelector('.row meter')).toBe(element);
  });
});

describe('a text that changes', () => {
  afterEach(() => vi.restoreAllMocks());
  const withText = (text: string) => annotated(text, { isEdited: true }, { key: 'edited' });

  it('is read out again where it can be seen, and only there', async () => {
    let top = 10;
    vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
      return this.matches('.log') ? new DOMRect(0, 0, 300, 300) : new DOMRect(0, top, 300, 30);
    });
    const { session, root, host } = await open([withText('At four')]);
    const heard = hear(root);
    await set(session.timeline.items, [withText('At five')]);
    await set(session.timeline.items, [withText('At five')]);
    expect(heard).toEqual(['Edited: At five']);
    top = 400;
    await set(session.timeline.items, [withText('At six')]);
    top = 10;
    await set(host.isOpen, false);
    await set(session.timeline.items, [withText('At seven')]);
    expect(heard).toHaveLength(1);
  });
});

describe('copying', () => {
  function copied(from: Node, to: Node): string | undefined {
    const range = document.createRange();
    range.setStart(from, 0);
    range.setEnd(to, to.textContent?.length ?? 0);
    document.getSelection()?.removeAllRanges();
    document.getSelection()?.addRange(range);
    const event = new Event('copy', { bubbles: true, cancelable: true });
    let text: string | undefined;
    Object.assign(event, { clipboardData: { setData: (_: string, value: string) => (text = value) } });
    screen.getByRole('log').querySelector('ol')?.dispatchEvent(event);
    return event.defaultPrevented ? text : undefined;
  }

  it('of several messages gives lines with author, time and text; of a part of one what is selected', async () => {
    const at = new Date(2026, 1, 11, 9, 5).getTime();
    await open([
      messageItem({ text: 'Hello https://shop.example/', at }),
      systemItem('agent_joined', { agent: 'Theo' }),
      ownItem('Hi', { at }),
    ]);
    const [first, last] = [log().getByText(/^Hello/).firstChild!, log().getByText('Hi').firstChild!];
    expect(copied(first, last)?.replaceAll(' ', ' ').split('\n')).toEqual([
      '[2/11/26, 9:05 AM] Mara Okafor: Hello https://shop.example/',
      '[2/11/26, 9:05 AM] You: Hi',
    ]);
    expect(copied(last, last)).toBeUndefined();
  });
});

it('keeps what somebody chose to see of a message, though its row was far away meanwhile', async () => {
  const properties = new Map([
    [
      'translation',
      new Map([
        ['target_message', 'Good morning'],
        ['source_lang_code', 'pl'],
        ['target_lang_code', 'en'],
      ]),
    ],
  ]);
  const item = messageItem({ text: 'Dzień dobry' });
  const translated = { ...item, event: { ...messageOf(item), properties } };
  const window = await open([translated]);
  await settle(window);
  expect(log().getByText('Good morning')).toBeTruthy();
  await userEvent.setup().click(log().getByRole('button', { name: 'Show original' }));
  expect(log().getByText('Dzień dobry')).toBeTruthy();
  await set(window.session.timeline.items, []);
  expect(log().queryByText('Dzień dobry')).toBeNull();
  await set(window.session.timeline.items, [translated]);
  expect(log().getByText('Dzień dobry')).toBeTruthy();
});
