import type { Locator, Page } from '@playwright/test';
import { comesToRest } from './support/at-rest';
import { control } from './support/control';
import { expect, test } from './support/test';

const HELLO = 'How can we help?';
const FIRST = 'Ahoy! Looking for a bike?';
const SECOND = 'Good evening! The workshop is open until eight.';

/** Requests for a welcome wait as long as `isHeld`, and what was asked for is written down. */
async function holdWelcomes(page: Page) {
  const line = { isHeld: false, asked: [] as string[], letGo() {} };
  await page.routeWebSocket(/customer\/rtm\/ws/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((text) => {
      const { action } = JSON.parse(String(text)) as { action: string };
      line.asked.push(action);
      if (action === 'request_welcome_message' && line.isHeld) line.letGo = () => server.send(text);
      else server.send(text);
    });
  });
  return line;
}

/** What the browser keeps for the frame. */
const kept = async (page: Page) =>
  (await Promise.all(page.frames().map((frame) => frame.evaluate(() => JSON.stringify(localStorage))))).join();

test.describe('the welcome before a chat', () => {
  test.use({ demoOptions: { scriptedAgent: false } });

  test('row 93: is there at once, is replaced in place, and becomes part of the chat', async ({
    page,
    visitor,
    agent,
    demo,
  }) => {
    const line = await holdWelcomes(page);
    const asks = () => line.asked.filter((action) => action === 'request_welcome_message').length;
    const first = visitor.message(FIRST);
    const hello = visitor.window.getByText(HELLO);
    await agent.logsIn(demo.url);
    await control(demo.url, 'set-welcome', { text: FIRST });
    // Looks at each picture that the browser paints.
    await page.addInitScript(
      ([hello, welcome]) => {
        let was: DOMRect | undefined;
        const look = (): void => {
          const say = (name: string) => document.documentElement.setAttribute(name, '');
          if (document.body?.innerText.includes(hello)) say('data-flash');
          // It may rise to its place. Who reads it there does not see it leave again.
          const rows = [...document.querySelectorAll('article')];
          const now = rows.find((row) => row.textContent?.includes(welcome))?.getBoundingClientRect();
          if (was && now && now.height === was.height && now.bottom > was.bottom + 1) say('data-jump');
          was = now;
          requestAnimationFrame(look);
        };
        if (window !== window.top) look();
      },
      [HELLO, FIRST] as const,
    );
    /** The frame of who was here is gone when it ends. */
    async function logsOut(): Promise<void> {
      await visitor.window.locator('html').evaluate((html) => html.setAttribute('data-before', ''));
      await page.context().clearCookies();
      await visitor.call('logout');
      await expect(page.locator('#chat-widget-container')).toHaveAttribute('data-state', 'minimized');
      await expect(visitor.window.locator('html[data-before]')).toHaveCount(0);
    }
    const noFlash = () => expect(visitor.window.locator('html')).not.toHaveAttribute('data-flash');

    await test.step('asked for when the window is opened, and said by who would answer', async () => {
      await page.reload();
      await expect(visitor.launcher).toBeVisible();
      expect(line.asked).toEqual([]);
      await visitor.opens();
      await expect(first).toBeVisible();
      await expect(first).toContainText('Mara Okafor');
      await expect(hello).toHaveCount(0);
      await noFlash();
      expect(asks()).toBe(1);
      expect((await visitor.ask<{ chatId: string | null }>('chat_data')).chatId).toBeNull();
    });

    await test.step('at once the next time, and another one takes its place', async () => {
      await expect.poll(() => kept(page)).toContain(FIRST);
      await control(demo.url, 'set-welcome', { text: SECOND });
      line.isHeld = true;
      await page.reload();
      await expect(first).toBeVisible();
      await expect.poll(asks).toBe(2);
      await expect(first).toContainText('Mara Okafor');
      await first.evaluate((row) => row.setAttribute('data-row', 'first'));
      const end = (row: Locator) => row.evaluate((of) => of.getBoundingClientRect().bottom);
      await comesToRest(page);
      await expect(visitor.window.locator('html')).not.toHaveAttribute('data-jump');
      const before = await end(first);
      line.isHeld = false;
      line.letGo();
      const second = visitor.message(SECOND);
      await expect(second).toHaveAttribute('data-row', 'first');
      await expect(visitor.log.getByRole('article')).toHaveCount(1);
      await comesToRest(page);
      expect(Math.abs((await end(second)) - before)).toBeLessThan(0.5);
      await noFlash();
    });

    await test.step('who logs out leaves none behind', async () => {
      await logsOut();
      await expect(async () => expect(await kept(page)).not.toContain('Good evening')).toPass();
    });

    await test.step('part of the chat when that begins, in the same row, and seen by the agent', async () => {
      await visitor.opens();
      const second = visitor.message(SECOND);
      await second.evaluate((row) => row.setAttribute('data-row', 'second'));
      await visitor.writes('Until eight?');
      await expect(visitor.message('Until eight?')).toContainText(/Sent|Seen/);
      await agent.opensNewestChat();
      await agent.sees(SECOND);
      await agent.sees('Until eight?');
      await expect(second).toHaveCount(1);
      await expect(second).toHaveAttribute('data-row', 'second');
      await page.reload();
      await visitor.sees('Until eight?');
      await visitor.sees(SECOND);
      await expect(visitor.launcher).not.toHaveAccessibleName(/unread/);
    });

    await test.step('a chat begins without one that the service has forgotten', async () => {
      await logsOut();
      await visitor.opens();
      await expect(visitor.message(SECOND)).toBeVisible();
      await control(demo.url, 'fail-requests', { action: 'start_chat', type: 'validation', times: 1 });
      await visitor.writes('Hello again');
      await expect(visitor.message('Hello again')).toContainText(/Sent|Seen/);
      await expect(visitor.log.getByRole('article')).toHaveCount(1);
      expect(line.asked.filter((action) => action === 'start_chat')).toHaveLength(3);
    });
  });
});

test.describe('in version 3.0', () => {
  test.use({ apiVersion: '3.0' });

  test('row 93: nothing is asked for, and our own word stands there', async ({ page, visitor, demo }) => {
    await control(demo.url, 'set-welcome', { text: FIRST });
    const line = await holdWelcomes(page);
    await page.reload();
    await visitor.opens();
    await expect(visitor.window.getByText(HELLO)).toBeVisible();
    await visitor.writes('Hello');
    await expect(visitor.message('Hello')).toContainText(/Sent|Seen/);
    expect(line.asked).not.toContain('request_welcome_message');
    await expect(visitor.message(FIRST)).toHaveCount(0);
  });
});
