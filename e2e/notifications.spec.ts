import { expect, test } from './support/test';

test('a message of an agent is seen over the launcher, heard once, and stands in the title until one is back', async ({
  page,
  visitor,
  agent,
  demo,
}) => {
  // Counts bells instead of ringing them, in the page and in the frame.
  await page.addInitScript(() => {
    const top = window.top as Window & { bells?: number };
    const { createOscillator } = AudioContext.prototype;
    AudioContext.prototype.createOscillator = function () {
      top.bells = (top.bells ?? 0) + 1;
      return createOscillator.call(this);
    };
  });
  await page.reload();
  await agent.logsIn(demo.url);
  await visitor.opens();
  await visitor.writes('I will be right back');
  await agent.opensNewestChat();
  await visitor.window.getByRole('button', { name: 'Minimize window' }).click();
  await expect(visitor.composer).toBeHidden();
  expect(await page.evaluate(() => (window as Window & { bells?: number }).bells)).toBeUndefined();

  const title = await page.title();
  await page.evaluate(() => {
    Object.defineProperty(document, 'hasFocus', { configurable: true, value: () => false });
  });
  await agent.writes('Take your time.');
  const preview = visitor.window.getByRole('region', { name: 'New message from Mara Okafor' });
  await expect(preview).toContainText('Take your time.');
  await expect(visitor.launcher).toHaveAccessibleName('Open chat, 1 unread message');
  await expect.poll(() => page.evaluate(() => (window as Window & { bells?: number }).bells)).toBe(2);

  await preview.getByRole('button', { name: 'Close this message, it stays in the chat' }).click();
  await expect(preview).toHaveCount(0);
  await expect(visitor.launcher).toHaveAccessibleName('Open chat, 1 unread message');

  await agent.writes('We are here until six.');
  await preview.getByRole('button', { name: /Open the chat/ }).click();
  await expect(visitor.composer).toBeFocused();
  await page.evaluate(() => {
    delete (document as { hasFocus?: unknown }).hasFocus;
    window.dispatchEvent(new Event('focus'));
  });
  await expect.poll(() => page.title()).toBe(title);

  await visitor.window.getByRole('button', { name: 'Chat options' }).click();
  await visitor.window.getByRole('menuitem', { name: /^Sound/ }).click();
  await visitor.window.getByRole('button', { name: 'Chat options' }).click();
  await expect(visitor.window.getByRole('menuitem', { name: /^Sound/ })).toContainText('Off');
});
