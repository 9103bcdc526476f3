import { openHostPage } from './support/host-page';
import { expect, test } from './support/test';

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
