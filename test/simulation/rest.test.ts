import { beforeEach, describe, expect, it } from 'vitest';
import type { ContentItem, MessageItem, RichMessage } from '../../src/domain';
import { createSandboxCore, type SandboxCore } from '../../src/sandbox/core';
import { type FakeClock, fakeClock } from '../support/fake-clock';
import { seededChance } from './chance';
import { type SimulatedVisitor, simulatedAgent, simulatedVisitor, type Version } from './people';

let clock: FakeClock;
let core: SandboxCore;
let visitor: SimulatedVisitor;
let agent: ReturnType<typeof simulatedAgent>;

async function arrive(version: Version): Promise<void> {
  clock = fakeClock();
  const chance = seededChance(11);
  core = createSandboxCore({ clock, random: chance });
  agent = simulatedAgent(core);
  visitor = simulatedVisitor(core, clock, chance, version);
  await clock.passAsync(3_000);
  visitor.session.send('Hello');
  await clock.passAsync(2_000);
}

const items = () => visitor.session.timeline.items.value;
const messages = () => items().filter((item): item is MessageItem => item.kind === 'message');
const contents = () => items().flatMap((item) => (item.kind === 'content' ? [(item as ContentItem).content] : []));
const place = () => {
  const { event } = messages()[0]!;
  return { chat_id: agent.chatId()!, thread_id: event!.threadId, event_id: event!.id };
};
const asked = async (action: string, payload: object) => {
  agent.ask(action, payload);
  await clock.passAsync(500);
};
const control = async (name: string, body: object) => {
  const answer = core.http({
    method: 'POST',
    url: `/sandbox/control/${name}`,
    headers: { 'content-type': 'application/json', host: 'localhost' },
    body: JSON.stringify(body),
    isSecure: false,
  });
  expect(answer?.status, answer?.body).toBe(200);
  await clock.passAsync(500);
};
async function during<T>(wish: Promise<T>): Promise<T> {
  const [answer] = await Promise.all([wish, clock.passAsync(4_000)]);
  return answer;
}
const pushed = (action: string) => agent.pushes(action).at(-1)?.payload;

describe.each<Version>(['3.0', '3.6'])('the rest of the client against the sandbox, in version %s', (version) => {
  beforeEach(() => arrive(version));

  it('rates the newest thread, and takes it back', async () => {
    expect(await during(visitor.rest.rate('good', 'Quick'))).toBe('done');
    expect(pushed('thread_properties_updated')).toMatchObject({
      properties: { rating: { score: 1, comment: 'Quick' } },
    });
    visitor.reload();
    await clock.passAsync(3_000);
    expect(visitor.rest.rating.value).toEqual({ score: 'good', comment: 'Quick' });
    expect(await during(visitor.rest.rate(undefined))).toBe('done');
    expect(visitor.rest.rating.value.score).toBeUndefined();
  });

  it('asks for a transcript', async () => {
    expect(await during(visitor.rest.requestTranscript('ada@test.example'))).toBe('done');
    expect(visitor.rest.transcriptEmail.value).toBe('ada@test.example');
  });

  it('presses a button, which says something with its postback', async () => {
    const button = { text: 'Blue', postback_id: 'p1', user_ids: [], type: 'message', value: 'blue' };
    const event = {
      type: 'rich_message',
      template_id: 'quick_replies',
      elements: [{ title: 'Which?', buttons: [button] }],
    };
    await asked('send_event', { chat_id: agent.chatId(), event: { ...event, visibility: 'all' } });
    const rich = contents()[0] as RichMessage;
    expect(rich).toMatchObject({ kind: 'rich-message', templateId: 'quick_replies' });
    expect(await during(visitor.rest.press(rich, rich.elements[0]!.buttons[0]!))).toBe('done');
    expect(pushed('incoming_rich_message_postback')).toMatchObject({ postback: { id: 'p1', toggled: true } });
    expect(messages().at(-1)).toMatchObject({ text: 'Blue', event: { postback: { id: 'p1', eventId: rich.id } } });
    const me = visitor.session.users.me.value!.id;
    expect((contents()[0] as RichMessage).elements[0]!.buttons[0]!.userIds).toEqual([me]);
  });

  it('sends a file, and sees it once', async () => {
    const file = new File(['%PDF-1.4 bicycle'], 'plan.pdf', { type: 'application/pdf' });
    const parts: number[] = [];
    const sending = visitor.rest.sendFile(file, (part) => parts.push(part));
    // Reading a file takes a real moment.
    await expect.poll(() => parts.length, { interval: 1 }).toBe(1);
    expect(await during(sending)).toBe('done');
    expect(contents()).toMatchObject([{ kind: 'file', name: 'plan.pdf', contentType: 'application/pdf' }]);
    expect(pushed('incoming_event')).toMatchObject({ event: { type: 'file', name: 'plan.pdf' } });
  });

  it('hears of properties of an event, and of an edit', async () => {
    const { event_id, ...thread } = place();
    await asked('update_event_properties', {
      ...thread,
      event_id,
      properties: { url_details: { title: 'Bicycles', url: 'https://shop.test/' } },
    });
    expect(messages()[0]!.event?.properties?.get('url_details')?.get('title')).toBe('Bicycles');
    await control('edit-event', { ...thread, event_id, text: 'Hello!' });
    expect(messages()[0]).toMatchObject({ text: 'Hello!', event: { isEdited: true } });
  });

  it('knows its own fields', async () => {
    const sessionFields = new Map([['plan', 'gold']]);
    expect(await during(visitor.rest.updateCustomer({ name: 'Ada', sessionFields }))).toBe('done');
    expect(visitor.session.users.me.value).toMatchObject({ name: 'Ada', sessionFields });
  });

  it('fills a form, by which the agent knows who it is', async () => {
    expect(await during(visitor.rest.readForm('prechat'))).toBeUndefined();
    await control('switch-form', { type: 'prechat', enabled: true });
    const form = await during(visitor.rest.readForm('prechat'));
    expect(form?.fields.length).toBeGreaterThan(0);
    const name = form!.fields.find(({ type }) => type === 'name')!;
    expect(await during(visitor.rest.fillForm(form!, 'prechat', new Map([[name.id, 'Ada']])))).toBe('done');
    expect(contents()).toMatchObject([{ kind: 'filled-form' }]);
    expect(visitor.session.users.me.value?.name).toBe('Ada');
  });

  it('knows whether somebody is there, whether it is told or has to ask', async () => {
    expect(visitor.session.availability.value).toBe('online');
    await asked('set_routing_status', { status: 'not_accepting_chats' });
    await clock.passAsync(61_000);
    expect(visitor.session.availability.value).toBe('offline');
  });

  it('hears what only its page understands', async () => {
    const heard: unknown[] = [];
    visitor.rest.onCustomEvent(({ content }) => heard.push(content));
    await asked('send_event', {
      chat_id: agent.chatId(),
      event: { type: 'custom', content: { n: 1 }, visibility: 'all' },
    });
    expect(heard).toEqual([{ n: 1 }]);
    expect(contents()).toEqual([]);
  });
});

describe('what only version 3.6 has', () => {
  beforeEach(() => arrive('3.6'));

  it('sees an agent think, write, and be done', async () => {
    const chat_id = agent.chatId();
    await asked('send_thinking_indicator', { chat_id, title: 'Looking', custom_id: 'k1' });
    expect(visitor.rest.thinking.value).toMatchObject([{ key: 'k1', title: 'Looking' }]);
    const event = { type: 'message', text: 'We have', custom_id: 'k1', visibility: 'all' };
    await asked('send_event_preview', { chat_id, event });
    expect(visitor.rest.previews.value.map(({ text }) => text)).toEqual(['We have']);
    expect(visitor.rest.thinking.value).toEqual([]);
    await asked('send_event', { chat_id, event: { ...event, text: 'We have two.' } });
    expect(visitor.rest.previews.value).toEqual([]);
    expect(messages().at(-1)?.text).toBe('We have two.');
  });

  it('sees an event go', async () => {
    await control('delete-event', place());
    expect(messages()).toEqual([]);
  });

  it('is greeted once the chat is over', async () => {
    await during(visitor.session.endChat());
    const customer_id = visitor.session.users.me.value!.id;
    await control('send-greeting', { customer_id, text: 'Still looking?' });
    expect(visitor.rest.greeting.value).toMatchObject({ content: { kind: 'message', text: 'Still looking?' } });
    expect(await during(visitor.rest.acceptGreeting(visitor.rest.greeting.value!))).toBe('done');
    expect(await during(visitor.rest.cancelGreeting(visitor.rest.greeting.value!))).toBe('done');
    expect(visitor.rest.greeting.value).toBeUndefined();
  });

  it('knows who would answer', async () => {
    const predicted = await during(visitor.rest.predictAgent());
    expect(predicted?.name).toBe('Mara Okafor');
  });
});
