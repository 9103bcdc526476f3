import { openHostPage } from './support/host-page';
import { serviceOf } from './support/service';
import { expect, test } from './support/test';
import { Visitor } from './support/visitor';

for (const { name, picture, isShown } of [
  { name: 'row 14: an agent’s photo is shown, and looks out of the launcher', picture: '/favicon.svg', isShown: true },
  { name: 'a photo that cannot be had gives way to the initials', picture: '/nowhere.png', isShown: false },
]) {
  test(name, async ({ page, demo, agent, guard }) => {
    await page.routeWebSocket(/customer\/rtm\/ws/, (socket) => {
      const server = socket.connectToServer();
      const avatar = `"name":"Mara Okafor","avatar":"${demo.url}${picture}"`;
      server.onMessage((text) => socket.send(String(text).replaceAll('"name":"Mara Okafor"', avatar)));
    });
    // What is missing is missing on purpose.
    if (!isShown) guard.allowLostServer();
    await agent.logsIn(demo.url);
    await openHostPage(page, demo, { lc: { look: { launcher_photo: '1' } } });
    await page.getByRole('button', { name: 'Open chat' }).click();
    const window = page.frameLocator('iframe#chat-widget');
    await window.getByRole('textbox', { name: 'Message' }).fill('Hello');
    await window.getByRole('button', { name: 'Send message' }).click();
    await expect(window.getByRole('heading', { level: 2 })).toContainText('Mara Okafor');
    const photos = window.locator(`img[src$="${picture}"]`);
    if (isShown) {
      await expect(photos.first()).toBeVisible();
      await expect
        .poll(() => photos.first().evaluate((photo: HTMLImageElement) => photo.naturalWidth))
        .toBeGreaterThan(0);
    } else {
      await expect(window.getByText('MO', { exact: true }).first()).toBeVisible();
      await expect(photos).toHaveCount(0);
    }

    await window.getByRole('button', { name: 'Minimize window' }).click();
    const onLauncher = page.locator('#chat-widget-container .launcher img');
    if (isShown) {
      await expect(page.getByRole('button', { name: 'Open chat Mara Okafor' })).toBeVisible();
      await expect(onLauncher).toBeVisible();
      await page.screenshot({ path: test.info().outputPath('photo.png') });
      await agent.opensNewestChat();
      await agent.page.getByRole('button', { name: 'Close chat' }).click();
      await agent.page.getByRole('dialog').getByRole('button', { name: 'Close chat' }).click();
    }
    await expect(page.getByRole('button', { name: 'Open chat', exact: true })).toBeVisible();
    await expect(onLauncher).toHaveCount(0);
  });
}

test('row 183: the customer’s own photo stands beside what they write where the page wants it, and only if it can be had', async ({
  page,
  demo,
  agent,
  guard,
}) => {
  guard.allowLostServer();
  const visitor = new Visitor(page);
  const { act } = serviceOf(demo);
  await agent.logsIn(demo.url);
  await openHostPage(page, demo, { lc: { chat: { customer_photo: true } } });
  await visitor.opens();
  await visitor.writes('One');
  await visitor.writes('Two');
  const id = await visitor.customerId();
  const change = (picture: string) => act('update_customer', { id, avatar: `${demo.url}${picture}` });
  const own = visitor.log.locator('.is-own');
  const photos = own.locator('.avatar img');
  await visitor.sees('Two');
  const bare = await own.first().locator('.bubble').boundingBox();

  await change('/favicon.svg');
  // Beside the last of those that were written together; the others make room for it, too.
  await expect(photos).toHaveCount(1);
  await expect(own.last().locator('.avatar img')).toBeVisible();
  await expect(photos).toHaveAttribute('referrerpolicy', 'no-referrer');
  await expect.poll(() => photos.evaluate((photo: HTMLImageElement) => photo.naturalWidth)).toBeGreaterThan(0);
  const beside = await own.first().locator('.bubble').boundingBox();
  expect(Math.round((bare?.x ?? 0) - (beside?.x ?? 0))).toBe(36);
  await page.screenshot({ path: test.info().outputPath('own-photo.png') });

  const isAsked = page.waitForRequest(/nowhere\.png/);
  await change('/nowhere.png');
  await isAsked;
  await expect(photos).toHaveCount(0);
  await expect(own.locator('.avatar')).toHaveCount(0);

  await change('/favicon.svg');
  await expect(photos).toHaveCount(1);
  await openHostPage(page, demo);
  await expect(visitor.message('Two')).toBeVisible();
  await visitor.isWhole();
  await expect(own.locator('.avatar')).toHaveCount(0);
});
