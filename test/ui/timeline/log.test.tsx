// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { MessageItem, TimelineItem } from '../../../src/domain';
import { active, ended, mara, messageItem, ownItem, queued, systemItem, theo } from '../../support/ui-session';
import { openWhole, openWindow, set, settle } from '../../support/ui-window';

const log = () => within(screen.getByRole('log', { name: 'Conversation' }));
const showing = (...items: TimelineItem[]) =>
  openWindow(({ session }) => {
    session.timeline.items.value = items;
  });
const states = () =>
  log()
    .queryAllByText(/^(Sending|Sent|Seen|Not sent|Will be sent).*/)
    .map((node) => node.textContent);
const at = (hour: number, minute = 0, day = 11) => new Date(2026, 1, day, hour, minute).getTime();

describe('log', () => {
  it('is a list of messages, each with author and time, told apart from the text', async () => {
    await showing(
      messageItem({ text: 'Hello', at: at(9), isLastOfGroup: false }),
      messageItem({ text: 'Again', at: at(9, 1), isFirstOfGroup: false }),
      ownItem('Hi', { at: at(9, 2) }),
    );
    expect(log().getAllByRole('listitem')).toHaveLength(3);
    const messages = log().getAllByRole('article', { description: /./ });
    expect(messages.map((message) => message.getAttribute('aria-labelledby')).every(Boolean)).toBe(true);
    const second = log().getByRole('article', { name: 'Mara Okafor, 9:01 AM', description: 'Again' });
    expect(second.querySelector('time')?.getAttribute('datetime')).toBe(new Date(at(9, 1)).toISOString());
    expect(log().getByRole('article', { name: 'You, 9:02 AM', description: 'Hi Sent' })).toBeTruthy();
  });

  it('names people who have no name, or one that cannot be seen', async () => {
    await openWindow(({ session }) => {
      session.users.nameOf = (id) => (id === mara.id ? '\u200B\u202E ' : undefined);
      session.timeline.items.value = [messageItem({ text: 'One' }), messageItem({ text: 'Two', authorId: theo.id })];
    });
    expect(log().getAllByRole('article', { name: /^Support, / })).toHaveLength(2);
  });

  it('shows the state of the last own message of each state, and of all that were not sent', async () => {
    await showing(
      ownItem('1', { delivery: 'seen' }),
      ownItem('2', { delivery: 'seen' }),
      ownItem('3', { delivery: 'sent' }),
      ownItem('4', { delivery: 'sent' }),
      ownItem('5', { delivery: 'refused', refusal: 'other' }),
      ownItem('6', { delivery: 'refused', refusal: 'expired' }),
      ownItem('7', { delivery: 'sending' }),
      ownItem('8', { delivery: 'waiting' }),
    );
    expect(states()).toEqual([
      'Seen',
      'Sent',
      'Not sent',
      'Not sent · The connection was gone for too long.',
      'Sending',
      'Will be sent when you are online again',
    ]);
    expect(log().getByRole('article', { description: '2 Seen' })).toBeTruthy();
    expect(log().getByRole('article', { description: '4 Sent' })).toBeTruthy();
  });

  it('offers to send again or to delete what was not sent, by keys, and never loses the focus', async () => {
    const refused = (key: string) => ownItem(key, { key, delivery: 'refused', refusal: 'other' });
    const { session } = await showing(messageItem({ text: 'Hello' }), refused('first'), refused('second'));
    const user = userEvent.setup();
    await user.click(screen.getByRole('textbox'));
    await user.keyboard('{ArrowUp}{Enter}');
    expect(document.activeElement?.textContent).toBe('Send again');
    await user.keyboard('{Enter}');
    expect(session.wishes).toEqual(['retry second']);
    await set(session.timeline.items, [
      ...session.timeline.items.value.slice(0, 2),
      ownItem('second', { key: 'second', delivery: 'sending' }),
    ]);
    expect(document.activeElement?.textContent).toContain('second');

    await user.keyboard('{ArrowUp}{Enter}{Tab}');
    expect(document.activeElement?.textContent).toBe('Delete this text');
    await user.keyboard('{Enter}');
    expect(session.wishes).toEqual(['retry second', 'discard first']);
    await set(session.timeline.items, [session.timeline.items.value[0]!, session.timeline.items.value[2]!]);
    expect(document.activeElement?.textContent).toContain('second');
  });

  it('is one stop of the Tab key, and arrows go from message to message', async () => {
    await showing(
      messageItem({ text: 'One https://shop.example/1 and https://shop.example/2' }),
      systemItem('agent_joined', { agent: 'Theo' }),
      messageItem({ text: 'Two' }),
      ownItem('Three'),
    );
    const user = userEvent.setup();
    const focused = () => document.activeElement?.textContent ?? '';
    expect(
      log()
        .getAllByRole('article')
        .filter((message) => message.tabIndex === 0),
    ).toHaveLength(1);

    await user.click(screen.getByRole('textbox'));
    await user.tab({ shift: true });
    expect(focused()).toContain('Three');
    await user.keyboard('{ArrowDown}{ArrowUp}');
    expect(focused()).toContain('Two');
    await user.keyboard('{Home}');
    expect(focused()).toContain('One');
    await user.keyboard('{ArrowUp}{Enter}');
    expect(focused()).toContain('https://shop.example/1');
    await user.tab();
    expect(focused()).toContain('https://shop.example/2');
    await user.keyboard('{Escape}');
    expect(focused()).toContain('One');
    await user.keyboard('{End}');
    expect(focused()).toContain('Three');
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
  });

  it('makes links that open elsewhere and tell nobody', async () => {
    await showing(messageItem({ text: 'See https://shop.example/?a=1 & javascript:alert(1)' }));
    const link = log().getByRole('link', { name: /^https:.*\(opens in a new tab\)$/ });
    expect(link).toMatchObject({
      href: 'https://shop.example/?a=1',
      target: '_blank',
      rel: 'noopener noreferrer nofollow ugc',
    });
    expect(log().getAllByRole('link')).toHaveLength(1);
  });

  it('shows markup as the text that it is', async () => {
    const { root } = await showing(messageItem({ text: '<img src=x onerror=alert(1)><b>bold</b>' }));
    expect(log().getByText('<img src=x onerror=alert(1)><b>bold</b>')).toBeTruthy();
    expect(root.querySelector('img, b')).toBeNull();
  });

  it('calls days by name, and changes the names at midnight', async () => {
    const day = (date: number): TimelineItem => ({ kind: 'day', key: `d${date}`, at: at(12, 0, date) });
    const { clock } = await openWhole(({ session }) => {
      session.timeline.items.value = [day(9), messageItem({ text: 'a' }), day(10), messageItem({ text: 'b' }), day(11)];
    });
    const days = () =>
      log()
        .getAllByRole('separator')
        .map((node) => node.getAttribute('aria-label'));
    expect(days()).toEqual(['Monday, February 9', 'Yesterday', 'Today']);
    await act(() => clock.pass(at(24) - clock.now() - 1));
    expect(days()[2]).toBe('Today');
    await act(() => clock.pass(1));
    expect(days()).toEqual(['Monday, February 9', 'Tuesday, February 10', 'Yesterday']);
  });

  it('redraws no other message when one comes', async () => {
    let drawn = 0;
    const counted = (item: MessageItem) =>
      Object.defineProperty({ ...item }, 'text', {
        get() {
          drawn++;
          return item.text;
        },
      });
    const old = Array.from({ length: 50 }, (_, n) => counted(messageItem({ text: `Line ${n}` })));
    const { session } = await showing(...old);
    expect(drawn).toBeGreaterThanOrEqual(50);
    drawn = 0;
    await act(() => void session.receive('One more'));
    expect(log().getByText('One more')).toBeTruthy();
    expect(drawn).toBe(0);
  });

  it('keeps the element of an own message when its echo comes', async () => {
    const { session } = await showing(ownItem('Hi', { key: 'k', delivery: 'sending' }));
    const before = log().getByRole('article');
    await set(session.timeline.items, [ownItem('Hi', { key: 'k', delivery: 'sent' })]);
    expect(log().getByRole('article')).toBe(before);
    expect(states()).toEqual(['Sent']);
  });

  it('keeps a fault to its row, and reports it without content', async () => {
    const broken = Object.defineProperty(messageItem({ text: '' }), 'text', {
      get() {
        throw new Error('secret text');
      },
    });
    const { errors } = await showing(messageItem({ text: 'Before' }), broken, messageItem({ text: 'After' }));
    expect(log().getByText('This message cannot be shown.')).toBeTruthy();
    expect(log().getByText('Before') && log().getByText('After')).toBeTruthy();
    expect(errors).toEqual(['row:message']);
  });

  it('shows who is typing', async () => {
    const { session } = await showing(messageItem({ text: 'Hello' }));
    await set(session.typing.userIds, [mara.id]);
    expect(log().getByText(/is typing/).textContent).toBe('Mara Okafor is typing');
    await set(session.typing.userIds, [mara.id, theo.id]);
    expect(log().getByText('2 people are typing')).toBeTruthy();
    await set(session.typing.userIds, []);
    expect(log().queryByText(/typing/)).toBeNull();
  });

  it('says what there is above the oldest row', async () => {
    const { session } = await showing(messageItem({ text: 'Hello' }));
    expect(log().getByText('Start of the conversation')).toBeTruthy();
    await set(session.timeline.older, 'loading');
    expect(log().getByText('Loading earlier messages')).toBeTruthy();
    await set(session.timeline.older, 'failed');
    const retry = log().getByRole('button', { name: 'Try again' });
    retry.focus();
    await userEvent.setup().click(retry);
    expect(session.wishes).toEqual(['loadOlder']);
    await set(session.timeline.older, 'loading');
    expect(document.activeElement?.textContent).toContain('Hello');
  });

  it('begins with a friendly word, or with waiting while it is not known whether there is a chat', async () => {
    const { session } = await openWindow(({ session }) => {
      session.phase.value = 'restoring';
    });
    expect(log().getByText('Loading')).toBeTruthy();
    await set(session.phase, 'ready');
    // Somebody may say something better in a moment.
    expect(log().queryByRole('heading')).toBeNull();
    await set(session.fakeRest.isWelcomeAwaited, true);
    await set(session.rest, session.fakeRest);
    expect(log().queryByRole('heading')).toBeNull();
    await set(session.fakeRest.isWelcomeAwaited, false);
    expect(log().getByRole('heading', { name: 'How can we help?', level: 3 })).toBeTruthy();
    await set(session.availability, 'offline');
    expect(log().getByRole('heading', { name: 'Nobody is available right now' })).toBeTruthy();
  });

  it('says at its end what one waits for', async () => {
    const window = await showing(ownItem('Hello'));
    const { session } = window;
    await set(session.chat, queued(3, 240));
    await settle(window);
    expect(log().getByText('Your place in line: 3 · About 4 minutes')).toBeTruthy();
    await set(session.chat, queued(1, 7_200));
    expect(log().getByText('You are next · More than an hour')).toBeTruthy();
    await set(session.chat, active);
    expect(log().getByText('Looking for somebody to help you')).toBeTruthy();
    await set(session.users.agents, [mara]);
    expect(log().queryByText(/Looking/)).toBeNull();
    await set(session.users.agents, []);
    await set(session.chat, ended);
    await set(session.availability, 'offline');
    expect(log().getByText('Nobody is available right now')).toBeTruthy();
  });
});
