import { expect, test } from './support/test';

test.describe('a server that dies and comes back with its data', () => {
  test.use({ demoOptions: { keepsData: true } });

  test('gets what was typed meanwhile once, and the conversation goes on', async ({ visitor, agent, demo, guard }) => {
    await agent.logsIn(demo.url);
    await visitor.opens();
    await visitor.writes('Before the storm');
    await agent.opensNewestChat();
    await agent.sees('Before the storm');

    guard.allowLostServer();
    await demo.kill();
    await visitor.writes('Typed in the dark');
    await expect(visitor.message('Typed in the dark')).toContainText('Will be sent when you are online again');
    await expect(visitor.window.getByText(/Reconnecting/)).toBeVisible();

    await demo.restart();
    await expect(visitor.message('Typed in the dark')).toContainText(/Sent|Seen/, { timeout: 20_000 });
    await expect(visitor.window.getByText(/Reconnecting/)).toHaveCount(0);
    await visitor.sees('Before the storm');
    await visitor.sees('Typed in the dark');

    await agent.page.reload();
    await agent.opensNewestChat();
    await agent.sees('Typed in the dark');
    await agent.writes('We are back.');
    await visitor.sees('We are back.');
  });
});

test('a server that comes back with nothing is told all over again', async ({ visitor, demo, guard }) => {
  await visitor.opens();
  await visitor.writes('Before the storm');
  await expect(visitor.message('Before the storm')).toContainText(/Sent|Seen/);
  guard.allowLostServer();
  await demo.kill();
  await visitor.writes('Typed in the dark');
  await demo.restart();
  await expect(visitor.message('Typed in the dark')).toContainText(/Sent|Seen/, { timeout: 20_000 });
  await visitor.sees('Typed in the dark');
});

test('the page says after a while when it tries again, and lets the visitor try now', async ({
  visitor,
  demo,
  guard,
}) => {
  await visitor.opens();
  await visitor.writes('Hello');
  await expect(visitor.message('Hello')).toContainText(/Sent|Seen/);
  guard.allowLostServer();
  await demo.kill();
  await expect(visitor.window.getByRole('button', { name: 'Try now' })).toBeVisible({ timeout: 20_000 });
  await demo.restart();
  await visitor.window.getByRole('button', { name: 'Try now' }).click();
  await expect(visitor.window.getByRole('button', { name: 'Try now' })).toHaveCount(0);
});
