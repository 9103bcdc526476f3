import type { WebSocketRoute } from '@playwright/test';
import { placeAtRest } from './support/place-at-rest';
import { serviceOf } from './support/service';
import { expect, test } from './support/test';

test('row 186: older messages load on scrolling up, without moving what is read', async ({ visitor, agent, demo }) => {
  const { act } = serviceOf(demo);
  await agent.logsIn(demo.url);
  await visitor.opens();
  // Four threads, so that there is more than one page.
  for (let thread = 1; thread <= 4; thread += 1) {
    await visitor.writes(`Thread ${thread}, line 1.`);
    await expect(visitor.message(`Thread ${thread}, line 1.`)).toContainText(/Sent|Seen/);
    const chat_id = await visitor.chatId();
    for (let line = 2; line <= 12; line += 1) {
      const event = { type: 'message', text: `Thread ${thread}, line ${line}.`, visibility: 'all' };
      await act('send_event', { chat_id, event });
    }
    await visitor.sees(`Thread ${thread}, line 12.`);
    if (thread === 4) break;
    await visitor.window.getByRole('button', { name: 'Chat options' }).click();
    await visitor.window.getByRole('menuitem', { name: 'End the chat' }).click();
    await visitor.window.getByRole('alertdialog').getByRole('button', { name: 'End the chat' }).click();
    await expect(visitor.window.getByRole('button', { name: 'Start the chat again' })).toBeVisible();
  }

  // The next page of history waits at the door until it is let through.
  const held: string[] = [];
  let isHeld = true;
  let toVisitor: WebSocketRoute | undefined;
  await visitor.page.routeWebSocket(/customer\/rtm\/ws/, (socket) => {
    toVisitor = socket;
    const server = socket.connectToServer();
    const asksForOlder = new Set<string>();
    socket.onMessage((text) => {
      const { request_id: id, payload } = JSON.parse(String(text)) as {
        request_id: string;
        payload: { page_id?: string };
      };
      if (payload.page_id) asksForOlder.add(id);
      server.send(text);
    });
    server.onMessage((text) => {
      const { request_id: id } = JSON.parse(String(text)) as { request_id?: string };
      if (isHeld && id && asksForOlder.has(id)) held.push(String(text));
      else socket.send(text);
    });
  });
  await visitor.page.reload();
  await visitor.sees('Thread 4, line 12.');
  const oldest = visitor.log.getByText('Thread 1, line 1.', { exact: true });
  await expect(oldest).toHaveCount(0);

  const reading = visitor.log.getByText('Thread 3, line 8.', { exact: true });
  const isAtTop = () => visitor.log.evaluate((log) => log.scrollTop <= 0);
  await visitor.log.evaluate((log) => {
    log.scrollTop = log.clientHeight / 2;
  });
  await expect(visitor.window.getByText('Loading earlier messages')).toBeAttached();
  await expect.poll(() => held.length).toBe(1);
  // Asked for before one is there.
  expect(await isAtTop()).toBe(false);
  const { y: before } = await placeAtRest(reading);

  isHeld = false;
  toVisitor?.send(held[0]!);
  await expect(oldest).toHaveCount(1);
  const { y: after } = await placeAtRest(reading);
  expect(Math.abs(after - before)).toBeLessThanOrEqual(1);
  await expect(visitor.log.getByText('Start of the conversation')).toBeAttached();
});
