import { expect, test } from './support/test';
import { Visitor } from './support/visitor';

test('rows 7, 8, 33, 168, 169, 170: a message of an agent is seen over the launcher, heard once, and stands in the title until one is back', async ({
  page,
  visitor,
  agent,
  demo,
  context,
  guard,
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

  await page.evaluate(() => {
    Object.defineProperty(document, 'hasFocus', { configurable: true, value: () => false });
  });
  await agent.writes('Take your time.');
  const preview = visitor.window.getByRole('region', { name: 'New message from Mara Okafor' });
  await expect(preview).toContainText('Take your time.');
  await expect(visitor.launcher).toHaveAccessibleName('Open chat, 1 unread message');
  await expect.poll(() => page.evaluate(() => (window as Window & { bells?: number }).bells)).toBe(2);
  // The title says so in turn with the page's own, also with one that it has got meanwhile.
  await expect.poll(() => page.title()).toBe('1 new message');
  await page.evaluate(() => {
    document.title = 'Basket (2)';
  });
  await expect.poll(() => page.title(), { timeout: 10_000 }).toBe('1 new message');

  await preview.getByRole('button', { name: 'Close this message, it stays in the chat' }).click();
  await expect(preview).toHaveCount(0);
  await expect(visitor.launcher).toHaveAccessibleName('Open chat, 1 unread message');

  await agent.writes('We are here until six.');
  await preview.getByRole('button', { name: /Open the chat/ }).click();
  await expect(visitor.composer).toBeFocused();
  const unseen = visitor.log.getByRole('separator', { name: 'New' });
  await expect(unseen).toHaveCount(1);
  await agent.writes('And tomorrow from nine.');
  await visitor.sees('And tomorrow from nine.');
  await expect(unseen).toHaveCount(1);
  await page.evaluate(() => {
    delete (document as { hasFocus?: unknown }).hasFocus;
    window.dispatchEvent(new Event('focus'));
  });
  await expect.poll(() => page.title()).toBe('Basket (2)');

  // What is muted in one tab is muted in all of them, at once and on the next page.
  const other = new Visitor(await context.newPage());
  guard.watch(other.page);
  await other.page.goto(demo.url);
  await other.opens();
  const options = (tab: Visitor) => tab.window.getByRole('button', { name: 'Chat options' });
  const sound = (tab: Visitor) => tab.window.getByRole('menuitem', { name: /^Sound/ });
  await options(other).click();
  await expect(sound(other)).toContainText('On');
  await options(visitor).click();
  await sound(visitor).click();
  await expect(sound(other)).toContainText('Off');
  await other.page.reload();
  await options(other).click();
  await expect(sound(other)).toContainText('Off');
  await other.page.close();
  const rung = await page.evaluate(() => (window as Window & { bells?: number }).bells);
  await agent.writes('Without a sound.');
  await visitor.sees('Without a sound.');
  expect(await page.evaluate(() => (window as Window & { bells?: number }).bells)).toBe(rung);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 700 }, hasTouch: true, isMobile: true });

  test('row 173: a message of an agent does not open the window', async ({ visitor, agent, demo, page }) => {
    await agent.logsIn(demo.url);
    await visitor.opens();
    await visitor.composer.fill('I will be right back');
    await visitor.window.getByRole('button', { name: 'Send message' }).click();
    await agent.opensNewestChat();
    await visitor.window.getByRole('button', { name: 'Minimize window' }).click();
    await agent.writes('Take your time.');
    await expect(visitor.window.getByRole('region', { name: 'New message from Mara Okafor' })).toBeVisible();
    await expect(page.locator('#chat-widget-container')).toHaveAttribute('data-state', 'minimized');
    await expect(visitor.composer).toBeHidden();
    const height = async () => (await page.locator('iframe#chat-widget').boundingBox())?.height ?? Number.NaN;
    await expect.poll(height).toBeLessThanOrEqual(350);
  });
});
