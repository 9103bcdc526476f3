import { expect, it } from 'vitest';
import { startReports } from '../../../src/host/app/reports';
import { chat, message, thread } from '../../support/chats';
import { testSession } from '../../support/session';

it('what is said before there was anybody to tell the page is told when there is, once', async () => {
  const { gateway, session } = testSession();
  gateway.found = chat();
  gateway.pages.set(undefined, { threads: [thread([message(1)])] });
  await gateway.welcome();
  gateway.push({ type: 'event-received', chatId: chat().id, event: message(2) });
  const told: unknown[] = [];
  const start = () =>
    startReports(session, {
      send(sent) {
        if (sent.type === 'event') told.push(sent.name);
      },
    });
  const stop = start();
  expect(told).toEqual(['new_event']);
  stop();
  start();
  expect(told).toHaveLength(1);
  gateway.push({ type: 'event-received', chatId: chat().id, event: message(3) });
  expect(told).toHaveLength(2);
});
