import { beforeEach, describe, expect, it } from 'vitest';
import { beginWith, judge } from '../../src/connection';
import type { ChatId, CustomId } from '../../src/domain';
import { connectionLine, versions } from '../support/connection-line';
import { settle } from '../support/fake-clock';

const message = { customId: 'c1' as CustomId, text: 'Hello' };

describe.each(versions)('a chat that begins with a welcome, in version %s', (version) => {
  let line: ReturnType<typeof connectionLine>;
  let welcomeId: string | undefined;
  const socket = () => line.sockets.last();
  const resume = version === '3.0' ? 'activate_chat' : 'resume_chat';
  const asked = () => socket().sent.filter(({ action }) => action !== 'login' && action !== 'ping');

  const answer = () =>
    socket().answer('start_chat', { chat: { id: 'C' }, chat_id: 'C', thread_id: 'T', event_ids: ['T_2'] });

  beforeEach(async () => {
    line = connectionLine(version);
    welcomeId = 'w1';
    line.connection.request = beginWith(() => welcomeId, line.connection.request);
    line.connection.extend(line.rest, judge);
    await line.online();
  });

  it('names it when it is started', async () => {
    const sent = line.gateway.sendMessage(undefined, message);
    expect(asked()).toMatchObject([{ action: 'start_chat', payload: { welcome_message_id: 'w1' } }]);
    answer();
    expect(await sent).toMatchObject({ outcome: 'accepted', chatId: 'C' });
  });

  it('says nothing of it where there is none, or a chat goes on', async () => {
    void line.gateway.sendMessage({ id: 'C' as ChatId, isActive: true }, message);
    welcomeId = undefined;
    void line.gateway.sendMessage(undefined, message);
    await settle();
    expect(asked().map(({ action }) => action)).toEqual(['send_event', 'start_chat']);
    for (const { payload } of asked()) expect(payload).not.toHaveProperty('welcome_message_id');
  });

  it('leaves it to those who say it themselves, as other tabs do', () => {
    void line.connection.ask('startChat', { chat: {}, welcome_message_id: 'theirs' });
    void line.connection.ask('startChat', { chat: {}, welcome_message_id: undefined });
    expect(asked().map(({ payload }) => payload)).toEqual([{ chat: {}, welcome_message_id: 'theirs' }, { chat: {} }]);
  });

  it.each(['validation', 'not_found'])(
    'begins without it where the service does not know it any more: %s',
    async (code) => {
      const sent = line.gateway.sendMessage(undefined, message);
      socket().refuse('start_chat', code);
      await settle();
      const [first, second] = asked().map(({ payload }) => payload as Record<string, unknown>);
      expect(asked().map(({ action }) => action)).toEqual(['start_chat', 'start_chat']);
      expect(second).toEqual({ chat: first?.['chat'] });
      answer();
      expect(await sent).toMatchObject({ outcome: 'accepted', chatId: 'C' });
    },
  );

  it('is not begun again for another reason', async () => {
    const sent = line.gateway.resumeChat('C' as ChatId);
    const has =
      version === '3.0' ? expect.not.objectContaining({ welcome_message_id: 'w1' }) : { welcome_message_id: 'w1' };
    expect(asked()).toMatchObject([{ action: resume, payload: has }]);
    socket().refuse(resume, 'customer_banned');
    expect(await sent).toBe('refused');
    expect(asked()).toHaveLength(1);
  });
});
