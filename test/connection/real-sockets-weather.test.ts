import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../src/sandbox/server';
import { beginDay, type Day } from './real-sockets-day';

let sandbox: RunningSandbox;
let day: Day;
beforeAll(async () => {
  sandbox = await startSandbox({ hasScriptedAgent: false });
});
beforeEach(async () => {
  day = await beginDay(sandbox, '3.6');
});
afterEach(() => day.close());
afterAll(() => sandbox.close());

const THEO = 'theo@harbour.example';
const CODES = [1000, 1001, 1008, 1009, 1011, 1012, 1013, 4000, 4999];
const COMING_BACK = [
  'access_token_expired',
  'connection_evicted',
  'connection_timeout',
  'internal_error',
  'ping_timeout',
  'service_temporarily_unavailable',
  'a_reason_of_tomorrow',
];
const BAD: readonly (string | Buffer)[] = [
  '{"type":',
  '[]',
  'null',
  '{"type":"push"}',
  '{"type":"push","action":"incoming_event","payload":{"event":{"type":"message","text":7}}}',
  '{"type":"push","action":"incoming_hologram","payload":{}}',
  '{"type":"response","request_id":"nobody","success":true}',
  `{"type":"push","action":"incoming_event","payload":"${'x'.repeat(1_100_000)}"}`,
  Buffer.from([1, 2, 3]),
];
const hundred = Array.from({ length: 100 }, (_, at) => `Message ${at + 1}`);

/** The line ends this way, and there is another one. */
async function behind(end: () => void): Promise<void> {
  const before = day.proxy.lines.opened;
  end();
  await vi.waitFor(() => expect(day.proxy.lines.opened).toBe(before + 1), { timeout: 5_000, interval: 10 });
}

const options = { timeout: 90_000 };

describe('over a network', options, () => {
  it('that is slow', async () => {
    day.proxy.weather.latencyMs = 150;
    await day.chats();
    day.types('One', 'Two');
    await day.endsWell();
  });

  it('of few bytes a second', async () => {
    await day.chats();
    day.proxy.weather.bytesPerSecond = 3_000;
    day.types('One', 'Two');
    await day.truth.write(day.chatId(), 'Three');
    await vi.waitFor(() => expect(day.client.session.core.outbox.items.peek()).toEqual([]), { timeout: 5_000 });
    day.proxy.weather.bytesPerSecond = 0;
    await day.endsWell();
  });

  it('that drips byte by byte, in the middle of letters too', async () => {
    await day.chats();
    day.proxy.weather.pieceBytes = 7;
    day.types('Zażółć gęślą jaźń 🚲');
    await day.endsWell();
  });

  it('where nobody answers the door for a while', async () => {
    await day.chats();
    day.proxy.weather.door = 'refuses';
    day.proxy.cut();
    day.types('Knocking');
    await day.clock.leap(120_000);
    expect(day.client.session.line.peek().state).not.toBe('online');
    day.proxy.weather.door = 'open';
    await day.clock.leap(31_000);
    await day.endsWell();
  });

  it('where pushes come twice', async () => {
    day.proxy.pushes.areRepeated = true;
    await day.chats();
    day.types('One', 'Two');
    await day.truth.write(day.chatId(), 'Three');
    await day.endsWell();
  });

  it('where pushes overtake one another, and come twice', async () => {
    await day.chats();
    Object.assign(day.proxy.pushes, { areRepeated: true, window: 5 });
    day.types('One', 'Two');
    for (let at = 0; at < 5; at += 1) await day.truth.write(day.chatId(), `Answer ${at}`);
    await day.endsWell();
  });

  it('where the first pushes of all overtake one another', async () => {
    day.proxy.pushes.window = 5;
    await day.chats();
    day.types('One', 'Two');
    await day.endsWell();
  });

  it('where pushes are lost: own texts are settled by their answers, the rest is found after the next gap', async () => {
    await day.chats();
    day.proxy.pushes.isLost = () => true;
    day.types('One');
    await day.truth.write(day.chatId(), 'Never pushed');
    day.types('Two');
    await vi.waitFor(() =>
      expect(day.client.session.core.outbox.items.peek().map(({ state }) => state)).not.toContain('in-flight'),
    );
    day.proxy.pushes.isLost = () => false;
    day.proxy.cut();
    await day.endsWell();
  });

  it('with a cut in the middle of a hundred messages', async () => {
    await day.chats();
    day.types(...hundred.slice(0, 50));
    const cut = day.proxy.at('send_event', 'handled');
    day.types(...hundred.slice(50));
    await cut;
    await day.isHonest();
    await day.endsWell();
  });
});

describe('with a service', options, () => {
  it('that closes with any code', async () => {
    await day.chats();
    for (const code of CODES) {
      await behind(() => day.proxy.hangUp(code));
      day.types(`Behind ${code}`);
    }
    await day.endsWell();
    expect(day.proxy.lines.opened).toBe(1 + CODES.length);
  });

  it('that says goodbye for any reason to come back', async () => {
    await day.chats();
    for (const reason of COMING_BACK) {
      await behind(() => day.proxy.sayGoodbye(reason));
      day.types(`Behind ${reason}`);
    }
    await day.endsWell();
  });

  it('that says what nobody can read, between what everybody can', async () => {
    await day.chats();
    for (const [at, bad] of BAD.entries()) {
      day.proxy.say(bad);
      day.types(`Own ${at}`);
      await vi.waitFor(() => expect(day.client.session.core.outbox.items.peek()).toEqual([]));
      await day.truth.write(day.chatId(), `Theirs ${at}`);
    }
    await day.endsWell();
    expect(day.proxy.lines.opened).toBe(1);
  });

  it('that revokes the token during the gap', async () => {
    await day.chats();
    const [token] = day.tokens();
    day.proxy.cut();
    await day.truth.control('revoke-token', { token });
    day.types('With another token');
    await day.endsWell();
    expect(day.tokens()).not.toContain(token);
  });

  it('where much was written during the gap', async () => {
    await day.chats();
    day.proxy.weather.door = 'refuses';
    day.proxy.cut();
    for (const text of hundred.slice(0, 60)) await day.truth.write(day.chatId(), text);
    day.types('And mine');
    day.proxy.weather.door = 'open';
    await day.endsWell();
  });

  it('where the chat was ended and begun again, edited and deleted during the gap', async () => {
    await day.chats();
    const id = day.chatId();
    await day.truth.write(id, 'To be edited');
    await day.truth.write(id, 'To be deleted');
    await day.endsWell();
    const messages = await day.truth.messagesOf(id);
    const idOf = (text: string) => messages.find((message) => message.text === text)?.id;
    day.proxy.weather.door = 'refuses';
    day.proxy.cut();
    await day.truth.control('edit-event', { chat_id: id, event_id: idOf('To be edited'), text: 'Edited' });
    await day.truth.control('delete-event', { chat_id: id, event_id: idOf('To be deleted') });
    await day.truth.act('deactivate_chat', { id });
    day.types('Into a chat that is over');
    day.proxy.weather.door = 'open';
    await day.endsWell();
    expect(day.client.session.chat.peek().state).toBe('active');
  });

  it('where another agent has the chat after the gap', async () => {
    await day.chats();
    day.proxy.weather.door = 'refuses';
    day.proxy.cut();
    const chat = { ignore_requester_presence: true, user_type: 'agent' };
    await day.truth.act('add_user_to_chat', { ...chat, chat_id: day.chatId(), user_id: THEO, visibility: 'all' });
    await day.truth.act('remove_user_from_chat', { ...chat, chat_id: day.chatId(), user_id: 'mara@harbour.example' });
    day.proxy.weather.door = 'open';
    await day.endsWell();
    expect(day.client.session.users.agents.peek().map(({ name }) => name)).toEqual([expect.stringContaining('Theo')]);
  });
});
