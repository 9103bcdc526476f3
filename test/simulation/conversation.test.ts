import { beforeEach, describe, expect, it } from 'vitest';
import { createSandboxCore, type SandboxCore } from '../../src/sandbox/core';
import { type FakeClock, fakeClock } from '../support/fake-clock';
import { seededChance } from './chance';
import { type SimulatedVisitor, simulatedAgent, simulatedVisitor, type Version } from './people';

let clock: FakeClock;
let core: SandboxCore;
let visitor: SimulatedVisitor;
let agent: ReturnType<typeof simulatedAgent>;

const versions: readonly Version[] = ['3.0', '3.6'];

async function arrive(version: Version): Promise<void> {
  clock = fakeClock();
  const chance = seededChance(7);
  core = createSandboxCore({ clock, random: chance });
  agent = simulatedAgent(core);
  visitor = simulatedVisitor(core, clock, chance, version);
  await clock.passAsync(3_000);
}

const session = () => visitor.session;
const systemCodes = () =>
  session().timeline.items.value.flatMap((item) => (item.kind === 'system' ? [item.note.code] : []));
const deliveries = () =>
  session().timeline.items.value.flatMap((item) => (item.kind === 'message' ? [item.delivery] : []));

async function chatting(): Promise<void> {
  session().send('Hello');
  await clock.passAsync(2_000);
}

describe.each(versions)('the client against the sandbox, in version %s', (version) => {
  beforeEach(() => arrive(version));

  it('comes online, and starts a chat with the first message', async () => {
    expect(session().line.value.state).toBe('online');
    expect(session().chat.value.state).toBe('none');
    await chatting();
    expect(session().chat.value.state).toBe('active');
    expect(deliveries()).toEqual(['sent']);
    expect(session().users.agents.value.map(({ name, jobTitle }) => [name, jobTitle])).toEqual([
      ['Mara Okafor', 'Customer advisor'],
    ]);
  });

  it('talks both ways, and knows who types and who has read', async () => {
    await chatting();
    agent.ask('send_typing_indicator', { chat_id: agent.chatId(), is_typing: true });
    await clock.passAsync(500);
    expect(session().typing.userIds.value).toHaveLength(1);
    agent.write('Hello, how can I help?');
    await clock.passAsync(500);
    expect(visitor.texts()).toEqual(['Hello', 'Hello, how can I help?']);
    expect(session().typing.userIds.value).toEqual([]);
    expect(deliveries()[0]).toBe('seen');
    await clock.passAsync(3_000);
    expect(agent.pushes('events_marked_as_seen').length).toBeGreaterThan(0);
  });

  it('shows the agent what is being typed', async () => {
    await chatting();
    session().draft.set('Is the blue');
    await clock.passAsync(1_000);
    expect(agent.pushes('incoming_sneak_peek').at(-1)?.payload).toMatchObject({ sneak_peek: { text: 'Is the blue' } });
  });

  it('hears that the agent closed the chat, and starts it again with history above', async () => {
    await chatting();
    agent.ask('deactivate_chat', { id: agent.chatId() });
    await clock.passAsync(500);
    expect(session().chat.value.state).toBe('ended');
    expect(systemCodes()).toEqual([version === '3.0' ? 'manual_archived' : 'manual_archived_agent']);
    await Promise.all([session().startAgain(), clock.passAsync(2_000)]);
    expect(session().chat.value.state).toBe('active');
    session().send('One more thing');
    await clock.passAsync(2_000);
    expect(visitor.texts()).toEqual(['Hello', 'One more thing']);
  });

  it('writes to an ended chat as well, which begins it again', async () => {
    await chatting();
    await Promise.all([session().endChat(), clock.passAsync(1_000)]);
    expect(systemCodes()).toEqual([version === '3.0' ? 'manual_archived' : 'manual_archived_customer']);
    session().send('Wait');
    await clock.passAsync(2_000);
    expect(session().chat.value.state).toBe('active');
    expect(deliveries().at(-1)).toBe('sent');
  });

  it('hears that it is with somebody else now', async () => {
    await chatting();
    simulatedAgent(core, 'dal:sandbox-theo');
    await clock.passAsync(500);
    agent.ask('transfer_chat', { id: agent.chatId(), target: { type: 'agent', ids: ['theo@harbour.example'] } });
    await clock.passAsync(500);
    expect(session().users.agents.value.map(({ name }) => name)).toEqual(['Theo Lindqvist']);
    expect(systemCodes()).toContain('chat_transferred');
  });

  it('leaves a message when nobody is there, and somebody answers later', async () => {
    agent.ask('set_routing_status', { status: 'not_accepting_chats' });
    await clock.passAsync(500);
    await chatting();
    expect(deliveries()).toEqual(['sent']);
    expect(session().users.agents.value).toEqual([]);
    agent.ask('set_routing_status', { status: 'accepting_chats' });
    await clock.passAsync(1_000);
    agent.write('Good morning!');
    await clock.passAsync(500);
    expect(visitor.texts()).toEqual(['Hello', 'Good morning!']);
  });

  it('is where it was after a reload', async () => {
    await chatting();
    agent.write('I will look.');
    await clock.passAsync(500);
    session().draft.set('And in');
    await clock.passAsync(500);
    visitor.reload();
    await clock.passAsync(3_000);
    expect(visitor.texts()).toEqual(['Hello', 'I will look.']);
    expect(session().draft.text.value).toBe('And in');
    expect(session().chat.value.state).toBe('active');
  });

  it('catches up with what was said while the line was down', async () => {
    await chatting();
    visitor.weather.isDown = true;
    visitor.cut();
    agent.write('Are you still there?');
    session().send('typed meanwhile');
    await clock.passAsync(20_000);
    expect(deliveries().at(-1)).toBe('waiting');
    visitor.weather.isDown = false;
    await clock.passAsync(31_000);
    expect(visitor.texts()).toEqual(['Hello', 'Are you still there?', 'typed meanwhile']);
    expect(deliveries().at(-1)).toBe('sent');
  });

  it('gets a fresh token when its own was taken back', async () => {
    await chatting();
    core.disconnectCustomers('access_token_expired');
    await clock.passAsync(5_000);
    expect(session().line.value.state).toBe('online');
    expect(visitor.texts()).toEqual(['Hello']);
  });

  it('leaves no timer behind', async () => {
    await chatting();
    const before = clock.pending;
    visitor.leave();
    await clock.passAsync(0);
    expect(clock.pending).toBeLessThan(before);
    core.dispose();
    expect(clock.pending).toBe(0);
  });
});
