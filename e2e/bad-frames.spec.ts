import type { WebSocketRoute } from '@playwright/test';
import { expect, test } from './support/test';

const BAD: readonly (string | Buffer)[] = [
  '{"type":',
  '[]',
  'null',
  '{"type":"push"}',
  '{"type":"push","action":"incoming_event"}',
  '{"type":"push","action":"incoming_event","payload":{"event":{"type":"message","text":7}}}',
  '{"type":"push","action":"incoming_hologram","payload":{}}',
  '{"type":"push","action":"__proto__","payload":{"__proto__":{"polluted":1}}}',
  '{"type":"response","request_id":"nobody","success":true}',
  `{"type":"push","action":"incoming_event","payload":"${'x'.repeat(2_000_000)}"}`,
  Buffer.from([1, 2, 3]),
];

test('bad frames cost only themselves: the line, the log and the composer go on', async ({
  page,
  demo,
  guard,
  agent,
}) => {
  let toVisitor: WebSocketRoute | undefined;
  let opened = 0;
  await page.routeWebSocket(/customer\/rtm\/ws/, (socket) => {
    opened += 1;
    toVisitor = socket;
    socket.connectToServer();
  });
  await agent.logsIn(demo.url);
  await page.goto(demo.url);
  await page.getByRole('button', { name: 'Open chat' }).click();
  const window = page.frameLocator('iframe#chat-widget');
  const composer = window.getByRole('textbox', { name: 'Message' });
  const log = window.getByRole('log', { name: 'Conversation' });
  await composer.fill('Before');
  await composer.press('Enter');
  await agent.opensNewestChat();
  for (const [index, frame] of BAD.entries()) {
    toVisitor?.send(frame);
    await agent.writes(`After bad frame ${index + 1}`);
    await expect(log.getByText(`After bad frame ${index + 1}`, { exact: true })).toBeVisible();
  }
  await composer.fill('Still here');
  await composer.press('Enter');
  await agent.sees('Still here');
  expect(opened).toBe(1);
  expect(await page.evaluate(() => ({}) as { polluted?: unknown })).toEqual({});
  expect(guard.complaints).toEqual([]);
});

test('an event of a kind nobody knows keeps its place silently', async ({ page, demo, guard, agent }) => {
  await page.routeWebSocket(/customer\/rtm\/ws/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((text) =>
      socket.send(String(text).replace(/"type":"message"(?=[^}]*"text":"A hologram")/, '"type":"hologram"')),
    );
  });
  await agent.logsIn(demo.url);
  await page.goto(demo.url);
  await page.getByRole('button', { name: 'Open chat' }).click();
  const window = page.frameLocator('iframe#chat-widget');
  const composer = window.getByRole('textbox', { name: 'Message' });
  await composer.fill('Before');
  await composer.press('Enter');
  await agent.opensNewestChat();
  await agent.writes('A hologram');
  await agent.writes('A message');
  await expect(window.getByText('A message', { exact: true })).toBeVisible();
  await expect(window.getByText('A hologram')).toHaveCount(0);
  expect(guard.complaints).toEqual([]);
});
