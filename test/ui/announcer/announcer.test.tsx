// @vitest-environment jsdom
import { act } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { ended, mara, messageItem, ownItem, queued, systemItem, theo } from '../../support/ui-session';
import { hear, type OpenWindow, openWindow, set } from '../../support/ui-window';

/** Lets time pass, and every node that came be noticed. */
async function pass({ clock }: OpenWindow, ms: number): Promise<void> {
  await act(() => clock.pass(ms));
}

async function opened(prepare?: Parameters<typeof openWindow>[0]) {
  const window = await openWindow(prepare);
  return { window, heard: hear(window.root) };
}

describe('what is read out', () => {
  it('has both regions from the start, empty, and outside of the log', async () => {
    const { window } = await opened(({ session }) => {
      session.timeline.items.value = [messageItem({ text: 'Old' }), systemItem('agent_joined', { agent: 'Ana' })];
    });
    await pass(window, 60_000);
    for (const role of ['status', 'alert']) {
      const region = window.root.querySelector(`[role=${role}]`);
      expect(region?.childNodes).toHaveLength(0);
      expect(region?.closest('[role=log], [role=dialog], [inert], [aria-hidden]')).toBeNull();
    }
    expect(window.root.querySelector('[role=log]')?.getAttribute('aria-live')).toBe('off');
  });

  it('says each message once, and takes the text away again', async () => {
    const { window, heard } = await opened();
    await act(() => void window.session.receive('Hello. See https://shop.example/x?token=secret#y 🚲🚲🚲🚲🚲🚲'));
    await pass(window, 499);
    expect(heard).toEqual([]);
    await pass(window, 1);
    expect(heard).toEqual(['Mara Okafor says: Hello. See https://shop.example/x 🚲']);
    await pass(window, 1_000);
    expect(window.root.querySelector('[role=status]')?.textContent).toBe('');
    await act(() => {
      window.session.timeline.items.value = [...window.session.timeline.items.value];
    });
    await pass(window, 5_000);
    expect(heard).toHaveLength(1);
  });

  it('joins what comes together, and sums up a burst', async () => {
    const { window, heard } = await opened();
    await act(() => {
      window.session.receive('One');
      window.session.receive('Two', theo.id);
    });
    await pass(window, 500);
    await act(() => {
      for (let n = 1; n <= 10; n++) window.session.receive(`Line ${n}`);
    });
    await pass(window, 500);
    expect(heard).toEqual([
      'Mara Okafor says: One\nTheo Lindqvist says: Two',
      'Mara Okafor sent 10 messages. Last: Line 10',
    ]);
  });

  it('cuts long texts', async () => {
    const { window, heard } = await opened();
    await act(() => void window.session.receive('word '.repeat(200)));
    await pass(window, 500);
    expect(heard[0]?.length).toBeLessThan(330);
    expect(heard[0]?.endsWith('…')).toBe(true);
  });

  it('says who wrote while the window is closed, then counts at most every 10 seconds, then on opening', async () => {
    const { window, heard } = await opened(({ host }) => {
      host.isOpen.value = false;
    });
    const receive = (text: string) =>
      act(() => {
        window.session.receive(text);
        window.session.unread.count.value++;
      });
    await receive('One');
    await pass(window, 500);
    await receive('Two');
    await pass(window, 1_000);
    await receive('Three');
    await pass(window, 8_999);
    expect(heard).toEqual(['New message from Mara Okafor']);
    await pass(window, 1);
    expect(heard.slice(1)).toEqual(['2 new messages']);
    await receive('Four');
    await act(() => {
      window.session.unread.count.value = 0;
      window.host.isOpen.value = true;
    });
    await pass(window, 20_000);
    expect(heard.slice(2)).toEqual([]);
  });

  it('says on opening how many are unread, and makes the first of them the stop of the Tab key', async () => {
    const { window, heard } = await opened(({ session, host }) => {
      host.isOpen.value = false;
      session.timeline.items.value = ['One', 'Two', 'Three'].map((text) => messageItem({ text }));
      session.unread.count.value = 2;
    });
    await act(() => {
      window.host.isOpen.value = true;
      window.session.unread.count.value = 0;
    });
    await pass(window, 5_000);
    expect(heard).toEqual(['2 unread messages']);
    const stop = window.root.querySelector('[role=log] [tabindex="0"]');
    expect(stop?.textContent).toContain('Two');
  });

  it('says so also to somebody who has opened it before it was known', async () => {
    const { window, heard } = await opened(({ session, host }) => {
      host.isOpen.value = false;
      session.phase.value = 'restoring';
      session.timeline.items.value = ['One', 'Two'].map((text) => messageItem({ text }));
    });
    await act(() => {
      window.host.isOpen.value = true;
    });
    await pass(window, 1_000);
    await act(() => {
      window.session.unread.count.value = 1;
      window.session.phase.value = 'ready';
    });
    await pass(window, 5_000);
    expect(heard).toEqual(['1 unread message']);
  });

  it('says that a message was sent when the server has it, and loudly when it will not have it', async () => {
    const { window, heard } = await opened(({ session }) => {
      session.timeline.items.value = [ownItem('Old', { delivery: 'refused' })];
    });
    const { items } = window.session.timeline;
    const [old] = items.value;
    const deliver = (...deliveries: ('sending' | 'waiting' | 'sent' | 'refused')[]) =>
      act(() => {
        items.value = [old!, ...deliveries.map((delivery, n) => ownItem('x', { key: `k${n}`, delivery }))];
      });
    await deliver('sending');
    await pass(window, 1_000);
    expect(heard).toEqual([]);
    await deliver('sent', 'waiting', 'sending');
    await pass(window, 500);
    await deliver('sent', 'sent', 'refused');
    await pass(window, 500);
    await deliver('sent', 'sent', 'refused');
    await pass(window, 5_000);
    expect(heard).toEqual(
      ['Message sent', '!Message not sent. You can send it again from the conversation.', 'Message sent'].sort(() => 0),
    );
  });

  it('says system lines that come at the end, and not those of history', async () => {
    const { window, heard } = await opened(({ session }) => {
      session.timeline.items.value = [messageItem({ text: 'Hello' })];
    });
    const { items } = window.session.timeline;
    await act(() => {
      items.value = [systemItem('agent_left', { agent: 'Old' }), ...items.value];
    });
    await act(() => {
      items.value = [...items.value, systemItem('agent_joined', { agent: 'Theo' })];
    });
    await pass(window, 1);
    expect(heard).toEqual(['Theo joined the chat.']);
  });

  it('says that a chat has ended if the service does not', async () => {
    const { window, heard } = await opened();
    const { session } = window;
    await act(() => {
      session.timeline.items.value = [messageItem({ text: 'Bye' })];
    });
    await act(() => {
      session.timeline.items.value = [
        ...session.timeline.items.value,
        systemItem('manual_archived_agent', { agent: 'Ana' }),
      ];
      session.moments.emit('chat-ended', { chatId: 'c' as never });
    });
    await pass(window, 5_000);
    expect(heard).toEqual(['Ana ended the chat.']);
    await act(() => session.moments.emit('chat-ended', { chatId: 'c' as never }));
    await pass(window, 5_000);
    expect(heard.slice(1)).toEqual(['The chat has ended.']);
  });

  it('says who is typing at most every 30 seconds', async () => {
    const { window, heard } = await opened();
    const type = (...ids: (typeof mara.id)[]) =>
      act(() => {
        window.session.typing.userIds.value = ids;
      });
    await type(mara.id);
    await type();
    await pass(window, 29_999);
    await type(mara.id);
    await type();
    await pass(window, 1);
    await type(theo.id);
    await pass(window, 1);
    expect(heard).toEqual(['Mara Okafor is typing', 'Theo Lindqvist is typing']);
  });

  it('speaks of the line only after 5 seconds without it', async () => {
    const { window, heard } = await opened();
    const { session, clock } = window;
    const down = () => set(session.line, { state: 'connecting', downSince: clock.now() });
    const up = () => set(session.line, { state: 'online' });
    await down();
    await pass(window, 4_999);
    await up();
    await pass(window, 10_000);
    expect(heard).toEqual([]);
    await down();
    const downSince = clock.now();
    await pass(window, 3_000);
    await set(session.line, { state: 'waiting', downSince, retryAt: downSince + 9_000 });
    await pass(window, 2_000);
    await up();
    await pass(window, 1);
    expect(heard).toEqual(['No connection. Your text is safe.', 'Connected again.']);
  });

  it('says the place in line when it changes, at most every 30 seconds', async () => {
    const { window, heard } = await opened();
    const wait = (position: number, waitSeconds = 60) => set(window.session.chat, queued(position, waitSeconds));
    await wait(4);
    await wait(4, 50);
    await wait(3);
    await pass(window, 10_000);
    await wait(2);
    await pass(window, 20_000);
    await wait(1);
    await pass(window, 30_000);
    expect(heard).toEqual(['Your place in line: 4', 'Your place in line: 2', 'You are next']);
  });

  it('says how many earlier messages came, and none of them', async () => {
    const { window, heard } = await opened(({ session }) => {
      session.timeline.items.value = [messageItem({ text: 'Now' })];
      session.timeline.older.value = 'failed';
      session.timeline.loadOlder = async () => {
        const older = Array.from({ length: 20 }, (_, n) => messageItem({ text: `Then ${n}` }));
        session.timeline.items.value = [
          systemItem('agent_left', { agent: 'A' }),
          ...older,
          ...session.timeline.items.value,
        ];
      };
    });
    const retry = [...window.root.querySelectorAll('button')].find((button) => button.textContent === 'Try again');
    await act(async () => {
      retry?.click();
      await Promise.resolve();
    });
    await pass(window, 1_000);
    expect(heard).toEqual(['20 earlier messages']);
  });

  it('is silent in a tab that nobody sees', async () => {
    const { window, heard } = await opened();
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    await act(() => void window.session.receive('Hello'));
    await pass(window, 1_000);
    vi.restoreAllMocks();
    await set(window.session.chat, ended);
    await pass(window, 10_000);
    expect(heard).toEqual([]);
  });
});
