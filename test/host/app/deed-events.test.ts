import { beforeEach, expect, it } from 'vitest';
import type { EventId, Greeting, RichButton } from '../../../src/domain';
import { startReports } from '../../../src/host/app/reports';
import { anaId, chat, chatId, greeting, message, thread, threadId } from '../../support/chats';
import { type TestSession, testSession } from '../../support/session';

let test: TestSession;
let told: [name: string, payload: unknown][];

const named = { id: 7, uniqueId: 'u1' };
const button: RichButton = { text: 'Yes', postbackId: 'yes', userIds: [] };

beforeEach(() => {
  test = testSession();
  test.session.core.rest.value = test.rest;
  told = [];
  startReports(test.session, {
    send(sent) {
      if (sent.type === 'event') told.push([sent.name, sent.payload]);
    },
  });
});

const receive = (which: Greeting = greeting) => test.gateway.push({ type: 'greeting-received', greeting: which });
async function chats(): Promise<void> {
  test.gateway.found = chat();
  test.gateway.pages.set(undefined, { threads: [thread([message(1)])] });
  await test.gateway.welcome();
}
const names = () => told.map(([name]) => name);

it('row 281: a greeting is news, displayed once it was seen, and hidden when it is put away', async () => {
  receive();
  expect(told).toEqual([
    [
      'new_event',
      { timestamp: test.clock.now(), type: 'message', author: { id: anaId, type: 'agent' }, greeting: named },
    ],
  ]);
  told = [];
  await test.rest.acceptGreeting(greeting);
  await test.rest.acceptGreeting({ ...greeting, isAccepted: true });
  await test.rest.cancelGreeting(greeting);
  await test.rest.cancelGreeting(greeting);
  expect(told).toEqual([
    ['greeting_displayed', named],
    ['greeting_hidden', named],
  ]);
});

it('a greeting is hidden once when a newer one replaces it, whatever is heard first', () => {
  receive();
  told = [];
  receive({ ...greeting, id: 8, uniqueId: 'u2' });
  test.gateway.push({ type: 'greeting-canceled', uniqueId: 'u1' });
  expect(told.filter(([name]) => name === 'greeting_hidden')).toEqual([['greeting_hidden', named]]);
  test.gateway.push({ type: 'greeting-canceled', uniqueId: 'u2' });
  receive({ ...greeting, id: 9, uniqueId: 'u3' });
  expect(names()).toEqual(['greeting_hidden', 'new_event', 'greeting_hidden', 'new_event']);
});

it('a greeting that led to a chat, or was never shown, is not hidden', async () => {
  receive();
  test.gateway.push({ type: 'chat-started', chat: chat() });
  // In the middle of a chat it is not even news.
  receive({ ...greeting, uniqueId: 'u2' });
  expect(names()).toEqual(['new_event']);
});

it('a press is told with its event, or with its greeting', async () => {
  receive();
  told = [];
  await test.rest.pressGreeting(greeting, button);
  expect(told).toEqual([['rich_message_button_clicked', { eventId: null, postbackId: 'yes', greeting: named }]]);
  told = [];
  await chats();
  await test.rest.press({ id: 'E1' as EventId, threadId }, button);
  expect(told).toEqual([['rich_message_button_clicked', { eventId: 'E1', postbackId: 'yes' }]]);
});

it('forms are told once they were accepted, by what they are for', async () => {
  await chats();
  const form = { id: 'f', fields: [{ type: 'question', id: 'q', label: 'Why?', isRequired: false, options: [] }] };
  test.restGateway.sending.push({ outcome: 'refused', reason: 'invalid' });
  await test.rest.fillFormAround({ kind: 'ticket', form, groupId: 0 as never }, new Map());
  expect(names()).toEqual([]);
  await test.rest.fillFormAround({ kind: 'ticket', form, groupId: 0 as never }, new Map());
  await test.rest.fillForm(form, 'postchat', new Map());
  await test.rest.fillForm(form, 'ask_for_email', new Map());
  expect(told).toEqual([
    ['form_submitted', { type: 'ticket' }],
    ['form_submitted', { type: 'postchat' }],
  ]);
});

it('row 281: a rating is a bare word; a comment is none, and a refused one is not told', async () => {
  await chats();
  await test.rest.rate('good');
  await test.rest.rate('good', 'Kind');
  await test.rest.rate(undefined);
  test.restGateway.outcome = 'refused';
  await test.rest.rate('bad');
  expect(told).toEqual([
    ['rating_submitted', 'good'],
    ['rating_submitted', 'none'],
  ]);
  expect(test.session.chat.value).toMatchObject({ id: chatId });
});
