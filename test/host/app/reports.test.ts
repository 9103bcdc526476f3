import { expect, it } from 'vitest';
import { tellOldApi } from '../../../src/host/app/old-api';
import { startReports } from '../../../src/host/app/reports';
import type { Snapshot } from '../../../src/host/shell/contract';
import { chat, chatId, greeting, message, thread, threadId } from '../../support/chats';
import { testSession } from '../../support/session';

it('what is said before there was anybody to tell the page is told when there is, also in the old way', async () => {
  const { gateway, session } = testSession();
  gateway.found = chat();
  gateway.pages.set(undefined, { threads: [thread([message(1)])] });
  await gateway.welcome();
  gateway.push({ type: 'event-received', chatId: chat().id, event: message(2) });
  const told: string[] = [];
  const bridge: Parameters<typeof startReports>[1] = {
    send(sent) {
      if (sent.type === 'event') told.push(sent.name);
    },
  };
  startReports(session, bridge);
  expect(told).toEqual(['new_event']);
  gateway.push({ type: 'event-received', chatId: chat().id, event: message(3) });
  expect(told).toEqual(['new_event', 'new_event']);
  told.length = 0;
  tellOldApi(session, bridge);
  expect(told).toEqual(['old_event', 'old_event']);
});

function hearReports(test: ReturnType<typeof testSession>) {
  test.session.core.rest.value = test.rest;
  const told: (Snapshot | string)[] = [];
  startReports(test.session, {
    send(sent) {
      if (sent.type === 'snapshot') told.push(sent.snapshot);
      else if (sent.type === 'event') told.push(sent.name);
    },
  });
  return told;
}
const isSnapshot = (each: Snapshot | string | undefined): each is Snapshot => typeof each === 'object';

it('of a chat that had ended before the page was there, the thread is none; of one that ends meanwhile it stays', async () => {
  const test = testSession();
  const told = hearReports(test);
  const chatNow = () => told.filter(isSnapshot).at(-1)?.chat;
  test.gateway.found = chat({ isActive: false });
  test.gateway.pages.set(undefined, { threads: [thread([message(1)], { isActive: false })] });
  await test.gateway.welcome();
  expect(chatNow()).toEqual({ chatId, threadId: null });
  test.gateway.push({ type: 'chat-started', chat: chat({ thread: thread([message(2)]) }) });
  expect(chatNow()).toEqual({ chatId, threadId });
  test.gateway.push({ type: 'chat-deactivated', chatId, threadId });
  expect(chatNow()).toEqual({ chatId, threadId });
});

it('a greeting is news, then it is seen, and only then the customer is invited', async () => {
  const test = testSession();
  const told = hearReports(test);
  const statuses = () => told.map((each) => (isSnapshot(each) ? each.customer.status : each));
  await test.gateway.welcome();
  test.gateway.push({ type: 'greeting-received', greeting });
  // The next page has to know of it all the same.
  expect(told.filter(isSnapshot).at(-1)).toMatchObject({ hasActiveChat: true, customer: { status: 'browsing' } });
  await test.rest.acceptGreeting(greeting);
  expect(statuses().filter((each) => each !== 'browsing')).toEqual(['new_event', 'greeting_displayed', 'invited']);
});
