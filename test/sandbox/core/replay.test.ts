import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../src/sandbox/core/index';
import { sandboxStage } from '../../support/sandbox-stage';

const message = (text: string) => ({ type: 'message', text });

/** A log as a file would be: text that is read again. */
function memoryLog() {
  const lines: string[] = [];
  return {
    lines,
    append: (facts: readonly Fact[]) => void lines.push(JSON.stringify(facts)),
    get history() {
      return lines.map((line) => JSON.parse(line) as readonly Fact[]);
    },
  };
}

/** Something of everything that is kept. */
function busyDay() {
  const log = memoryLog();
  const stage = sandboxStage({ log });
  const { access_token } = stage.token();
  const mara = stage.agent('mara');
  const theo = stage.agent('theo');
  const visitor = stage.customer({ customer: { name: 'Ada', address: { city: 'Porto' } } }, access_token);
  const { chat_id, thread_id } = visitor.get('start_chat', { chat: { thread: { events: [message('Hello')] } } });
  const { event_id } = mara.get('send_event', { chat_id, event: message('Hi') });
  const oops = visitor.get('send_event', { chat_id, event: message('Oops') }).event_id;
  visitor.get('delete_event', { chat_id, thread_id, event_id: oops });
  visitor.get('update_thread_properties', { chat_id, thread_id, properties: { rating: { score: 1 } } });
  mara.get('update_event_properties', {
    chat_id,
    thread_id,
    event_id,
    properties: { test: { string_property: 'c', bool_property: true } },
  });
  mara.get('delete_event_properties', { chat_id, thread_id, event_id, properties: { test: ['bool_property'] } });
  mara.get('tag_thread', { chat_id, thread_id, tag: 'sale' });
  theo.get('follow_chat', { id: chat_id });
  mara.get('transfer_chat', { id: chat_id, target: { type: 'agent', ids: ['theo@harbour.example'] } });
  visitor.get('deactivate_chat', { id: chat_id });
  visitor.get('resume_chat', { chat: { id: chat_id } });
  visitor.get('set_customer_session_fields', { session_fields: [{ plan: 'gold' }] });
  return { ...stage, log, access_token, chat_id };
}

describe('a store made of its log', () => {
  it('shows a customer the same as before', () => {
    const { clock, log, access_token, customer, chat_id } = busyDay();
    const again = sandboxStage({ clock, log, history: log.history });
    const look = (stage: { customer: typeof customer }) => {
      const visitor = stage.customer({}, access_token);
      return JSON.stringify([
        visitor.get('list_chats'),
        visitor.get('list_threads', { chat_id, limit: 100 }),
        { ...visitor.get('get_customer'), statistics: undefined },
      ]);
    };
    expect(look(again)).toBe(look({ customer }));
  });

  it('shows agents the same, and is written the same once more', () => {
    const { clock, log, agent, chat_id } = busyDay();
    const second = memoryLog();
    const again = sandboxStage({ clock, log: second, history: log.history });
    const look = (stage: { agent: typeof agent }) => {
      const { threads } = stage.agent('mara').get('list_threads', { chat_id, limit: 100 });
      return threads;
    };
    expect(look(again)).toEqual(look({ agent }));
    expect(second.lines).toEqual([]);
  });

  it('never gives a time twice, even if the clock went back', () => {
    const { log, core, access_token, chat_id } = busyDay();
    const times = (facts: readonly Fact[]) =>
      facts.flatMap((fact) => (fact.fact === 'event-added' ? [fact.event.createdAt] : []));
    const newest = times(core.facts).sort().at(-1) ?? '';
    const again = sandboxStage({ history: log.history, clock: { now: () => 1_000, after: () => () => {} } });
    const visitor = again.customer({}, access_token);
    visitor.get('send_event', { chat_id, event: message('late') });
    expect(visitor.lastPush('incoming_event').payload.event.created_at > newest).toBe(true);
  });

  it('knows its customers by their cookies', () => {
    const { log, token } = busyDay();
    const cookies = cookiesOf(sandboxStage({ history: log.history }));
    const again = sandboxStage({ history: log.history });
    expect(again.token({}, { cookie: cookies.header }).entity_id).toBe(cookies.id);
    // Without the log it is another service, with another key.
    expect(sandboxStage({ random: Math.random }).token({}, { cookie: cookies.header }).entity_id).not.toBe(cookies.id);
    expect(token).toBeDefined();
  });

  it('gives agents a while to come back to their chats', () => {
    const { clock, log, access_token, chat_id } = busyDay();
    const again = sandboxStage({ clock, history: log.history });
    const visitor = again.customer({}, access_token);
    clock.pass(4_999);
    expect(visitor.pushes('user_removed_from_chat')).toEqual([]);
    clock.pass(1);
    expect(visitor.pushes('user_removed_from_chat')).toHaveLength(1);
    expect(visitor.get('list_chats').chats_summary[0]).toMatchObject({ id: chat_id, active: true });
  });
});

describe('a log', () => {
  it('gets all that one request changed as one entry, before anybody is told', () => {
    const entries: (readonly Fact[])[] = [];
    const toldBefore: number[] = [];
    let told = 0;
    const log = {
      append(facts: readonly Fact[]) {
        entries.push(facts);
        toldBefore.push(told);
      },
    };
    const stage = sandboxStage({ log });
    stage.agent('mara');
    const visitor = stage.customer();
    told = visitor.frames.length;
    visitor.get('start_chat', { chat: { thread: { events: [message('a'), message('b')] } } });
    expect(entries.at(-1)?.filter(({ fact }) => fact === 'event-added')).toHaveLength(2);
    expect(visitor.frames.length).toBeGreaterThan(toldBefore.at(-1) ?? 0);
  });

  it('that cannot be written makes the request fail, and nobody hears of it', () => {
    const errors: unknown[] = [];
    let isFull = false;
    const log = {
      append() {
        if (isFull) throw new Error('no space left');
      },
    };
    const stage = sandboxStage({ log, report: (error) => errors.push(error) });
    const mara = stage.agent('mara');
    const visitor = stage.customer();
    const { chat_id } = visitor.get('start_chat');
    mara.takeNames();
    isFull = true;
    expect(visitor.ask('send_event', { chat_id, event: message('x') }).payload.error.type).toBe('internal');
    expect(mara.frames).toEqual([]);
    expect(errors).toHaveLength(1);
  });
});

function cookiesOf({ core }: ReturnType<typeof sandboxStage>) {
  const { organizationId: organization_id, clientId: client_id } = core.settings;
  const response = core.http({
    method: 'POST',
    url: '/v2/customer/token',
    headers: {},
    body: JSON.stringify({ grant_type: 'cookie', response_type: 'token', client_id, organization_id }),
    isSecure: true,
  });
  const cookies = (response?.headers['set-cookie'] ?? []) as readonly string[];
  const header = cookies.map((cookie) => cookie.split(';')[0]).join('; ');
  return { header, id: JSON.parse(response?.body ?? '{}').entity_id as string };
}
