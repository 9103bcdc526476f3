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
  await expect.poll(data).toHaveLength(1);

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

const LANGUAGES = [
  { language: 'de', opener: 'Emoji einfügen', search: 'Emoji suchen', word: 'Fahrrad', name: /^Fahrrad/ },
  { language: 'pl', opener: 'Wstaw emoji', search: 'Szukaj emoji', word: 'rower', name: /^rower/ },
  { language: 'ar', opener: 'إدراج رمز تعبيري', search: 'البحث عن رمز تعبيري', word: 'دراجة', name: /^دراجة/ },
];

test('row 41: an emoji has its name in the language of the window, and is found by it and in English', async ({
  visitor,
  page,
}) => {
  for (const { language, opener, search, word, name } of LANGUAGES) {
    await page.route(/get_dynamic_configuration/, async (route) => {
      const response = await route.fetch();
      const answer = (await response.json()) as { livechat: object };
      await route.fulfill({ response, json: { ...answer, livechat: { ...answer.livechat, language } } });
    });
    await page.reload();
    await page.evaluate(() =>
      (window as unknown as { LiveChatWidget: { call(method: string): void } }).LiveChatWidget.call('maximize'),
    );
    await visitor.window.getByRole('button', { name: opener }).click();
    const field = visitor.window.getByRole('searchbox', { name: search });
    const grid = visitor.window.getByRole('dialog', { name: opener }).getByRole('grid');
    for (const typed of [word, 'bicycle']) {
      await field.fill(typed);
      await expect(grid.getByRole('button', { name }).filter({ hasText: '🚲' })).toBeVisible();
    }
    await page.unroute(/get_dynamic_configuration/);
  }
});
