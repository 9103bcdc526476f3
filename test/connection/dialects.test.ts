import { beforeEach, describe, expect, it } from 'vitest';
import { judge } from '../../src/connection';
import type { ChatId, CustomId, HistoryCursor, Place, Rank } from '../../src/domain';
import { connectionLine, versions } from '../support/connection-line';
import { settle } from '../support/fake-clock';
import { loadFrame } from '../support/fixtures';

let line: ReturnType<typeof connectionLine>;
const socket = () => line.sockets.last();
const state = () => line.gateway.line.value;
const message = { customId: 'k1' as CustomId, text: 'Hello' };
const chat = { id: 'C' as ChatId, isActive: true };

describe.each(versions)('version %s', (version) => {
  beforeEach(() => {
    line = connectionLine(version);
  });

  describe('what the service says when it ends the connection', () => {
    const goodbye = async (reason: string, data?: object) => {
      await line.online();
      socket().push('customer_disconnected', { reason, data });
      // What it means comes with the rest.
      expect(state().state).toBe('online');
      line.connection.extend(line.rest, judge);
      await settle();
      expect(line.sockets.all[0]!.isClosed).toBe(true);
    };

    it.each([
      'connection_evicted',
      'connection_timeout',
      'internal_error',
      'service_temporarily_unavailable',
      'too_many_unauthorized_connections',
      'ping_timeout',
      'something_new',
      'constructor',
    ])('%s: tries again', async (reason) => {
      await goodbye(reason);
      expect(state().state).toBe('waiting');
      await line.clock.passAsync(5_000);
      await line.logIn();
      expect(state().state).toBe('online');
      expect(line.fresh()).toBe(0);
    });

    it.each(['access_token_expired', 'access_token_revoked'])('%s: with another token', async (reason) => {
      await goodbye(reason);
      await line.clock.passAsync(1_000);
      await line.logIn();
      expect(line.fresh()).toBe(1);
    });

    it.each([
      ['license_not_found', 'license'],
      ['license_expired', 'license'],
      ['product_version_changed', 'license'],
      ['unsupported_version', 'unsupported'],
      ['too_many_connections', 'busy'],
      ['logged_out_remotely', 'signed-out'],
      ['customer_banned', 'banned'],
      ['inactivity_timeout', 'idle-too-long'],
    ])('%s: not by itself', async (reason, why) => {
      await goodbye(reason);
      expect(state()).toMatchObject({ state: 'stopped', reason: why });
      await line.clock.passAsync(3_600_000);
      expect(line.sockets.all).toHaveLength(1);
    });

    it.each([
      ['inactivity_timeout', 2],
      ['customer_banned', 1],
    ])('%s: comes back when the visitor wants something: %i sockets', async (reason, sockets) => {
      await goodbye(reason);
      await line.clock.passAsync(10_000);
      line.gateway.retryNow();
      expect(line.sockets.all).toHaveLength(sockets);
    });

    it('customer_temporarily_blocked: once its time is over', async () => {
      await goodbye('customer_temporarily_blocked', { timeout: 60 });
      await line.clock.passAsync(59_999);
      expect(line.sockets.all).toHaveLength(1);
      await line.clock.passAsync(1);
      expect(line.sockets.all).toHaveLength(2);
    });

    it('misdirected_connection: elsewhere', async () => {
      await goodbye('misdirected_connection', { region: 'fra' });
      await line.clock.passAsync(1_000);
      expect(socket().url).toBe('wss://api-fra.test/rtm');
    });
  });

  it('pauses when there are too many customers, until the visitor wants something', async () => {
    line.gateway.connect();
    socket().listener.opened();
    await settle();
    line.connection.extend(line.rest, judge);
    socket().refuse('login', 'users_limit_reached');
    await line.clock.passAsync(3_600_000);
    expect(line.sockets.all).toHaveLength(1);
    line.gateway.retryNow();
    expect(line.sockets.all).toHaveLength(2);
  });

  it('takes no push for the answer to its log-in', async () => {
    line.connection.extend(line.rest);
    line.gateway.connect();
    socket().listener.opened();
    await settle();
    const { request_id } = socket().asked('login');
    socket().push('customer_page_updated', { url: 'https://shop.test/', title: 'Shop', timestamp: 1 }, request_id);
    await settle();
    expect(state().state).toBe('connecting');
    socket().answer('login', line.welcome());
    await settle();
    expect(state().state).toBe('online');
    expect(line.types()).toEqual(['page-updated']);
  });

  it('hears what comes before the answer to its log-in', async () => {
    line.gateway.connect();
    socket().listener.opened();
    await settle();
    socket().push('incoming_event', line.message());
    expect(line.types()).toEqual(['event-received']);
  });

  it('leaves a ping alone that nobody asked for, and ids that are not ours', async () => {
    await line.online();
    const receive = (frame: object) => socket().listener.received(JSON.stringify(frame));
    receive({ action: 'ping', type: 'response', success: true, payload: {} });
    receive({ request_id: 'x', action: 'ping', type: 'response', success: true, payload: {} });
    receive({ request_id: 'y', action: 'send_event', type: 'response', success: false, payload: {} });
    socket().push('incoming_event', line.message(), 'z');
    expect(state().state).toBe('online');
    expect(line.types()).toEqual(['event-received']);
  });

  it('takes response and push in any order, and each of them twice', async () => {
    await line.online();
    const orders = [
      ['answer', 'push'],
      ['push', 'answer'],
      ['push', 'push', 'answer', 'answer'],
    ];
    for (const order of orders) {
      const sending = line.gateway.sendMessage(chat, message);
      const { request_id } = socket().asked('send_event');
      for (const each of order) {
        if (each === 'push') socket().push('incoming_event', line.message(), request_id);
        else socket().answer('send_event', { event_id: 'E1', thread_id: 'T', event: { id: 'E1' } });
      }
      expect(await sending).toMatchObject({ outcome: 'accepted', chatId: 'C' });
    }
    expect(state().state).toBe('online');
  });

  it('takes the first push with its id for the answer when it ends a chat', async () => {
    await line.online();
    const ending = line.gateway.deactivateChat(chat.id);
    const { request_id } = line.lastAction();
    socket().push('incoming_event', line.message(), request_id);
    expect(await ending).toBe('done');
    socket().push(
      version === '3.0' ? 'thread_closed' : 'chat_deactivated',
      { chat_id: 'C', thread_id: 'T' },
      request_id,
    );
    expect(line.types()).toEqual(['event-received', 'chat-deactivated']);
  });

  describe('what only the rest can read', () => {
    const file = () => {
      const payload = structuredClone(line.message()) as { event: Record<string, unknown> };
      Object.assign(payload.event, { type: 'file', url: 'https://cdn.test/a.pdf', name: 'a.pdf', content_type: 'a/b' });
      payload.event['id'] = 'F1';
      return payload;
    };
    const storage = { customer_side_storage: { a: 'b' } };

    it('waits for it, in order, and is read whole', async () => {
      await line.online();
      socket().push('incoming_event', file());
      socket().push('incoming_event', line.message());
      expect(line.updates).toEqual([]);
      expect(line.connection.extend(line.rest)).toBe(true);
      expect(line.updates).toMatchObject([{ event: { kind: 'file' } }, { event: { kind: 'message' } }]);
      socket().push('customer_side_storage_updated', storage);
      expect(line.types().at(-1)).toBe('side-storage-updated');
    });

    it('is unknown when it cannot be had, and holds nothing up', async () => {
      await line.online();
      socket().push('customer_side_storage_updated', storage);
      socket().push('incoming_event', file());
      line.connection.extend(undefined);
      expect(line.updates).toMatchObject([{ event: { kind: 'unknown' } }]);
      expect(line.reports).toEqual(['push not known: customer_side_storage_updated']);
      socket().push('incoming_event', line.message());
      expect(line.updates).toHaveLength(2);
    });

    it('holds text back for five seconds at most', async () => {
      await line.online();
      socket().push('incoming_event', file());
      socket().push('incoming_event', line.message());
      await line.clock.passAsync(4_999);
      expect(line.updates).toEqual([]);
      await line.clock.passAsync(1);
      expect(line.types()).toEqual(['event-received', 'event-received']);
      line.connection.extend(line.rest);
      expect(line.updates).toHaveLength(2);
    });

    it('settles a request at once, though its push has to wait', async () => {
      await line.online();
      const sending = line.gateway.sendMessage(chat, message);
      const { request_id } = socket().asked('send_event');
      socket().push('incoming_event', file(), request_id);
      expect(await sending).toMatchObject({ outcome: 'accepted' });
      expect(line.updates).toEqual([]);
    });

    it('leaves nothing to read again when it was there before the first word', async () => {
      line.connection.extend(line.rest);
      await line.online();
      socket().push('incoming_event', file());
      expect(line.connection.extend(line.rest)).toBe(false);
    });
  });
});

describe('sending in version 3.0', () => {
  beforeEach(async () => {
    line = connectionLine('3.0');
    await line.online();
  });

  it('begins an ended chat again by itself', async () => {
    const sending = line.gateway.sendMessage({ ...chat, isActive: false }, message);
    expect(socket().asked('send_event').payload).toEqual({
      chat_id: 'C',
      event: { type: 'message', text: 'Hello', custom_id: 'k1', recipients: 'all' },
    });
    socket().answer('send_event', loadFrame('3.0', 'customer/action.send_event.response').payload);
    expect(await sending).toEqual({ outcome: 'accepted', chatId: 'C', eventId: 'PQ9M3F7X2A_3' });
  });

  it('starts a chat when there is none, and leaves the message for later when nobody is there', async () => {
    const sending = line.gateway.sendMessage(undefined, message);
    socket().refuse('start_chat', 'groups_offline');
    await settle();
    expect(socket().asked('start_chat').payload).toMatchObject({
      continuous: true,
      chat: { thread: { events: [{ custom_id: 'k1' }] } },
    });
    const { payload } = loadFrame('3.0', 'customer/action.start_chat.response');
    socket().answer('start_chat', payload);
    expect(await sending).toMatchObject({ outcome: 'accepted', chatId: (payload['chat'] as { id: string }).id });
  });

  it('looks for the chat when it must not start one', async () => {
    const sending = line.gateway.sendMessage(undefined, message);
    socket().refuse('start_chat', 'validation');
    await settle();
    socket().answer('get_chats_summary', loadFrame('3.0', 'customer/action.get_chats_summary.response').payload);
    await settle();
    expect(socket().asked('send_event').payload['chat_id']).toBe('PQ4ZT8W1KC');
    socket().answer('send_event', loadFrame('3.0', 'customer/action.send_event.response').payload);
    expect(await sending).toMatchObject({ outcome: 'accepted', chatId: 'PQ4ZT8W1KC' });
  });

  it('does not look before it knows: what may have arrived is in doubt', async () => {
    const sending = line.gateway.sendMessage(undefined, message);
    socket().listener.closed(1006);
    expect(await sending).toEqual({ outcome: 'unknown' });
  });

  it('marks as seen in whole seconds', async () => {
    const place: Place = { rank: 1 as Rank, at: 1_562_230_488_000 };
    const marking = line.gateway.markSeen(chat.id, place);
    expect(socket().asked('update_last_seen_timestamp').payload).toEqual({ chat_id: 'C', timestamp: 1_562_230_488 });
    socket().answer('update_last_seen_timestamp', { timestamp: 1_562_230_488 });
    expect(await marking).toBe('done');
  });

  it('reads history by ids, page by page', async () => {
    const heads = (ids: string[], total: number) => ({
      threads_summary: ids.map((id, index) => ({ id, order: 9 - index, total_events: 2, active: false })),
      total_threads: total,
    });
    const reading = line.gateway.readThreads(chat.id);
    expect(socket().asked('get_chat_threads_summary').payload).toEqual({ chat_id: 'C', offset: 0, limit: 5 });
    socket().answer('get_chat_threads_summary', heads(['T9', 'T8'], 3));
    await settle();
    expect(socket().asked('get_chat_threads').payload).toEqual({ chat_id: 'C', thread_ids: ['T9', 'T8'] });
    socket().answer('get_chat_threads', loadFrame('3.0', 'customer/action.get_chat_threads.response').payload);
    const page = await reading;
    expect(page.next).toBe('2');
    expect(page.threads.length).toBeGreaterThan(0);

    const older = line.gateway.readThreads(chat.id, '2' as HistoryCursor);
    expect(socket().asked('get_chat_threads_summary').payload).toMatchObject({ offset: 2 });
    socket().answer('get_chat_threads_summary', heads([], 3));
    expect(await older).toEqual({ threads: [] });
  });

  it('ends and resumes by the names of its time', () => {
    void line.gateway.resumeChat(chat.id);
    expect(socket().asked('activate_chat').payload).toEqual({ chat: { id: 'C' } });
    void line.gateway.deactivateChat(chat.id);
    expect(socket().asked('close_thread').payload).toEqual({ chat_id: 'C' });
  });
});
