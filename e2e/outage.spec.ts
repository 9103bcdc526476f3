import { hastenAttempts } from './support/proxy';
import { expect, test } from './support/test';

test.beforeEach(({ page }) => hastenAttempts(page));

test.describe('a server that dies and comes back with its data', () => {
  test.use({ demoOptions: { keepsData: true } });

  test('gets what was typed meanwhile once, and the conversation goes on', async ({ visitor, agent, demo, guard }) => {
    await agent.logsIn(demo.url);
    await visitor.opens();
    await visitor.writes('Before the storm');
    await agent.opensNewestChat();
    await agent.sees('Before the storm');
    await visitor.isWhole();

    guard.allowLostServer();
    await demo.kill();
    await visitor.writes('Typed in the dark');
    await expect(visitor.message('Typed in the dark')).toContainText('Will be sent when you are online again');
    await expect(visitor.window.getByText(/Reconnecting|No connection/)).toBeVisible();

    await demo.restart();
    await expect(visitor.message('Typed in the dark')).toContainText(/Sent|Seen/, { timeout: 20_000 });
    await expect(visitor.window.getByText(/Reconnecting|No connection/)).toHaveCount(0);
    await visitor.sees('Before the storm');
    await visitor.sees('Typed in the dark');

    await agent.page.reload();
    await agent.opensNewestChat();
    await agent.sees('Typed in the dark');
    await agent.writes('We are back.');
    await visitor.sees('We are back.');
  });

  test('the page says after a while when it tries again, and lets the visitor try now', async ({
    visitor,
    demo,
    guard,
    page,
  }) => {
    await page.clock.install();
    await page.reload();
    await visitor.opens();
    await visitor.writes('Hello');
    await expect(visitor.message('Hello')).toContainText(/Sent|Seen/);
    await visitor.isWhole();
    // From here on the time of the page goes by when it is told to: it would try again by itself.
    await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 10_000);
    guard.allowLostServer();
    await demo.kill();
    const tryNow = visitor.window.getByRole('button', { name: 'Try now' });
    await expect(async () => {
      await page.clock.runFor(1_000);
      await expect(tryNow).toBeVisible({ timeout: 300 });
    }).toPass({ intervals: [0], timeout: 20_000 });
    await demo.restart();
    await expect(tryNow).toBeVisible();
    await tryNow.click();
    await expect(visitor.window.getByText(/Reconnecting|No connection/)).toHaveCount(0);
    await expect(tryNow).toHaveCount(0);
  });
});

test('a server that comes back with nothing is told all over again', async ({ visitor, demo, guard }) => {
  await visitor.opens();
  await visitor.writes('Before the storm');
  await expect(visitor.message('Before the storm')).toContainText(/Sent|Seen/);
  await visitor.isWhole();
  guard.allowLostServer();
  await demo.kill();
  await visitor.writes('Typed in the dark');
  await demo.restart();
  await expect(visitor.message('Typed in the dark')).toContainText(/Sent|Seen/, { timeout: 20_000 });
  await visitor.sees('Typed in the dark');
});
