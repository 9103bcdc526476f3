import type { WebSocketRoute } from '@playwright/test';
import { expect, test } from './support/test';

test('older messages load on scrolling up, without moving what is read', async ({ visitor, agent, demo }) => {
  await agent.logsIn(demo.url);
  await visitor.opens();
  // Four threads, so that there is more than one page.
  for (let thread = 1; thread <= 4; thread += 1) {
    for (let line = 1; line <= 12; line += 1) await visitor.writes(`Thread ${thread}, line ${line}.`);
    await expect(visitor.message(`Thread ${thread}, line 12.`)).toContainText(/Sent|Seen/);
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

  const reading = visitor.log.getByText('Thread 3, line 1.', { exact: true });
  await reading.scrollIntoViewIfNeeded();
  await expect(visitor.window.getByText('Loading earlier messages')).toBeAttached();
  await expect.poll(() => held.length).toBe(1);
  const before = (await reading.boundingBox())?.y;

  isHeld = false;
  toVisitor?.send(held[0]!);
  await expect(oldest).toHaveCount(1);
  const after = (await reading.boundingBox())?.y;
  expect(Math.abs((after ?? Number.NaN) - (before ?? Number.NaN))).toBeLessThanOrEqual(1);
  await expect(visitor.log.getByText('Start of the conversation')).toBeAttached();
});
