import { expectNoViolations } from './support/axe';
import { expect, test } from './support/test';

test('an emoji is found by its name, has a skin tone, and is remembered', async ({ visitor, page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  const data = () => fetched.filter((url) => /\/emoji-[^/]*\.js$/.test(url));
  await visitor.opens();
  await visitor.composer.fill('Good  day');
  await visitor.composer.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(5, 5));
  const opener = visitor.window.getByRole('button', { name: 'Insert an emoji' });
  await expect(opener).toBeVisible();
  expect(data()).toEqual([]);

  await opener.focus();
  await page.keyboard.press('Enter');
  const picker = visitor.window.getByRole('dialog', { name: 'Insert an emoji' });
  const search = picker.getByRole('searchbox', { name: 'Search emoji' });
  await expect(search).toBeFocused();
  expect(data()).toHaveLength(1);

  // One stop of the Tab key, and arrows inside.
  await page.keyboard.press('ArrowDown');
  const cell = (name: string) => picker.getByRole('button', { name, exact: true });
  await expect(cell('grinning face')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(cell('smiling face with open mouth')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await expect(cell('grinning face')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(search).toBeFocused();

  await picker.getByRole('radio', { name: 'Medium', exact: true }).check();
  await search.fill('thumbs');
  await expect(picker.getByRole('grid').getByRole('button')).toHaveCount(2);
  // Of all there are it takes axe too long.
  await expectNoViolations(page, 'the choice of emoji');
  await search.press('Enter');
  await expect(picker).toHaveCount(0);
  await expect(visitor.composer).toBeFocused();
  await expect(visitor.composer).toHaveValue('Good 👍🏽 day');

  await opener.click();
  await expect(picker.getByRole('grid', { name: 'Recently used' }).getByRole('button')).toHaveText(['👍🏽']);
  await search.fill('poland');
  await picker.getByRole('button', { name: 'Poland' }).click({ modifiers: ['Shift'] });
  await expect(visitor.composer).toHaveValue('Good 👍🏽🇵🇱 day');
  await expect(picker).toBeVisible();
  await search.fill('zzzzz');
  await expect(picker.getByText('No emoji found')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(picker).toHaveCount(0);
  await expect(opener).toBeFocused();
  await expect(visitor.composer).toBeVisible();

  // The window stays open over a reload.
  await page.reload();
  await visitor.window.getByRole('button', { name: 'Insert an emoji' }).click();
  await expect(picker.getByRole('grid', { name: 'Recently used' }).getByRole('button')).toHaveText(['🇵🇱', '👍🏽']);
});

test('the field grows with its text and shrinks when it is sent; Enter sends, but not a word being composed', async ({
  visitor,
  page,
}) => {
  await visitor.opens();
  const height = async () => (await visitor.composer.boundingBox())?.height ?? 0;
  const empty = await height();
  for (let line = 1; line < 5; line += 1) {
    await visitor.composer.pressSequentially(`line ${line}`);
    await page.keyboard.press('Shift+Enter');
  }
  await expect.poll(height).toBeGreaterThan(empty * 2);
  await visitor.composer.fill(Array.from({ length: 40 }, () => 'line').join('\n'));
  await expect.poll(height).toBeLessThan(780 * 0.4 + 1);

  const line = await page.context().newCDPSession(page);
  await visitor.composer.fill('');
  await visitor.composer.focus();
  await line.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 });
  await line.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', windowsVirtualKeyCode: 229 });
  await line.send('Input.insertText', { text: '日本' });
  await expect(visitor.composer).toHaveValue('日本');
  await visitor.composer.press('Enter');
  await visitor.sees('日本');
  await expect.poll(height).toBe(empty);
});
