import { expect, it } from 'vitest';
import { tellOldApi } from '../../../src/host/app/old-api';
import { startReports } from '../../../src/host/app/reports';
import { chat, message, thread } from '../../support/chats';
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
