import { expect, test } from './support/test';

test('a whole conversation without a mouse', async ({ visitor, page, agent, demo }) => {
  await agent.logsIn(demo.url);
  await visitor.launcher.focus();
  await page.keyboard.press('Enter');
  await expect(visitor.composer).toBeFocused();
  await page.keyboard.type('By hand');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('and in two lines');
  await page.keyboard.press('Enter');
  await expect(visitor.composer).toHaveValue('');
  await expect(visitor.composer).toBeFocused();
  await expect(visitor.message('By hand')).toContainText('and in two lines');

  await agent.opensNewestChat();
  await agent.writes('Well typed.');
  await visitor.sees('Well typed.');
  await expect(visitor.composer).toBeFocused();

  await page.keyboard.press('ArrowUp');
  await expect(visitor.message('Well typed.')).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect(visitor.composer).toBeFocused();

  await visitor.window.getByRole('button', { name: 'Chat options' }).focus();
  await page.keyboard.press('Enter');
  await expect(visitor.window.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(visitor.window.getByRole('button', { name: 'Chat options' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(visitor.window.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('End');
  await expect(visitor.window.getByRole('menuitem', { name: 'End the chat' })).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = visitor.window.getByRole('alertdialog', { name: 'End this chat?' });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'End the chat' }).focus();
  await page.keyboard.press('Enter');
  await expect(visitor.window.getByRole('button', { name: 'Start the chat again' })).toBeVisible();

  await visitor.composer.focus();
  await page.keyboard.press('Escape');
  await expect(visitor.composer).toBeHidden();
  await expect(visitor.launcher).toBeFocused();
});

test('there is a way out of the window with Tab, forwards and backwards', async ({ visitor, page }) => {
  await visitor.opens();
  for (const key of ['Tab', 'Shift+Tab']) {
    await visitor.composer.focus();
    await expect(async () => {
      await page.keyboard.press(key);
      const isOutside = await page.evaluate(() => document.activeElement?.id !== 'chat-widget');
      expect(isOutside).toBe(true);
    }).toPass({ intervals: [0], timeout: 5_000 });
  }
});
