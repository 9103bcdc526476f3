import { expectNoViolations } from './support/axe';
import { expect, test } from './support/test';
import type { Visitor } from './support/visitor';

const looks = [
  { name: 'desktop, light', options: {} },
  { name: 'desktop, dark', options: { colorScheme: 'dark' } },
  { name: 'phone', options: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
] as const;

/** On a phone Enter makes a new line. */
async function sends(visitor: Visitor, text: string): Promise<void> {
  await visitor.composer.fill(text);
  await visitor.window.getByRole('button', { name: 'Send message' }).click();
  // Links say more than their text, to those who cannot see them.
  await expect(visitor.message(text.slice(0, 5))).toContainText(/Sent|Seen/);
}

for (const { name, options } of looks) {
  test.describe(name, () => {
    test.use(options);

    test('no state of the widget breaks a rule of accessibility', async ({ visitor, agent, demo, guard, page }) => {
      // All rules over the page and its frames, six times: that is work.
      test.slow();
      await agent.logsIn(demo.url);
      await expect(visitor.launcher).toBeVisible();
      await expectNoViolations(page, 'minimized');

      await visitor.opens();
      await expect(visitor.window.getByText('How can we help?')).toBeVisible();
      await expectNoViolations(page, 'empty');

      await sends(visitor, 'Hello, see https://example.com/a?b=c and write to me@example.com');
      await agent.opensNewestChat();
      await agent.writes('A first answer.');
      await agent.writes('And a second one.');
      await visitor.sees('And a second one.');
      await agent.reply.pressSequentially('more');
      await expect(visitor.log.getByText('Mara Okafor is typing')).toBeAttached();
      await expectNoViolations(page, 'conversation, typing');

      await visitor.window.getByRole('button', { name: 'Chat options' }).click();
      await expect(visitor.window.getByRole('menuitem', { name: 'End the chat' })).toBeVisible();
      await expectNoViolations(page, 'menu');
      await visitor.window.getByRole('menuitem', { name: 'End the chat' }).click();
      const dialog = visitor.window.getByRole('alertdialog', { name: 'End this chat?' });
      await expect(dialog).toBeVisible();
      await expectNoViolations(page, 'asking before the end');
      await dialog.getByRole('button', { name: 'End the chat' }).click();
      await expect(visitor.window.getByRole('button', { name: 'Start the chat again' })).toBeVisible();
      await expectNoViolations(page, 'ended');

      guard.allowLostServer();
      await demo.kill();
      await expect(visitor.window.getByText(/Reconnecting|No connection/)).toBeVisible();
      await visitor.composer.fill('Typed in the dark');
      await visitor.window.getByRole('button', { name: 'Send message' }).click();
      await expect(visitor.message('Typed in the dark')).toContainText('Will be sent');
      await expectNoViolations(page, 'offline');
    });
  });
}

test('no state of the agent console breaks one either', async ({ visitor, agent, demo }) => {
  await agent.page.goto(`${demo.url}/agent`);
  await expect(agent.page.getByRole('button', { name: 'Log in as Mara Okafor' })).toBeVisible();
  await expectNoViolations(agent.page, 'log-in');
  await agent.logsIn(demo.url);
  await expectNoViolations(agent.page, 'no chats');
  await visitor.opens();
  await visitor.writes('Hello');
  await agent.opensNewestChat();
  await visitor.composer.pressSequentially('Is the bl');
  await expect(agent.page.getByText('Is the bl')).toBeVisible();
  await expectNoViolations(agent.page, 'a chat with a sneak peek');
  await agent.page.getByRole('button', { name: 'Close chat' }).click();
  await expect(agent.page.getByRole('dialog')).toBeVisible();
  await expectNoViolations(agent.page, 'asking before the end');
});

test('row 16: with reduced motion nothing moves', async ({ browser, demo }) => {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(demo.url);
  await page.getByRole('button', { name: 'Open chat' }).click();
  const composer = page.frameLocator('iframe#chat-widget').getByRole('textbox', { name: 'Message' });
  await composer.fill('Hello');
  await composer.press('Enter');
  await expect(page.frameLocator('iframe#chat-widget').getByRole('article').first()).toBeVisible();
  const moving = async () => {
    const lists = await Promise.all(
      page
        .frames()
        .map((frame) =>
          frame.evaluate(
            () =>
              document.getAnimations().filter((one) => Number(one.effect?.getComputedTiming().activeDuration) > 1)
                .length,
          ),
        ),
    );
    return lists.reduce((sum, count) => sum + count, 0);
  };
  await expect.poll(moving).toBe(0);
  await context.close();
});
