import type { Locator } from '@playwright/test';
import { placeAtRest } from './support/place-at-rest';
import { expect, test, type WithMara } from './support/with-mara';

const button = (text: string, more: object = {}) => ({ text, postback_id: `id-${text}`, user_ids: [], ...more });
const rich = (template_id: string, ...elements: object[]) => ({ type: 'rich_message', template_id, elements });
const inLog = ({ visitor: { log } }: WithMara, role: 'button' | 'link' | 'img' | 'radio', name: string | RegExp) =>
  log.getByRole(role, { name });
/** In full, from left to right, and there it stays. */
const isInside = (one: Locator, view: Locator) =>
  expect(async () => {
    const [box, around] = [await placeAtRest(one), await placeAtRest(view)];
    expect(box.x).toBeGreaterThanOrEqual(around.x - 1);
    expect(box.x + box.width).toBeLessThanOrEqual(around.x + around.width + 1);
  }).toPass();

test('rows 94 to 98, 101 to 103, 108: cards, and what their buttons do', async ({ mara, page, demo }) => {
  test.slow();
  const { visitor } = mara;
  const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 320, height: 180 } });
  const [blue, green] = [
    await mara.gives('blue.png', 'image/png', picture),
    await mara.gives('green.png', 'image/png', picture),
  ];
  const image = { url: blue, name: 'blue.png', content_type: 'image/png', alternative_text: 'The blue one' };

  await test.step('94: what is not there takes no room', async () => {
    await mara.sends(rich('cards', { title: 'Only a title' }));
    await mara.sends(rich('cards', { image }));
    await mara.sends(rich('cards', { buttons: [button('Only a button')] }));
    await mara.sends(rich('cards', { title: 'All of it', subtitle: 'Two lines', image, buttons: [button('Press')] }));
    await expect(inLog(mara, 'button', 'Press')).toBeVisible();
    const parts = () =>
      visitor.log
        .locator('.rich-card')
        .evaluateAll((cards) =>
          cards.map((card) => [...card.children].map((one) => one.textContent || one.querySelector('img')?.alt)),
        );
    await expect
      .poll(parts)
      .toEqual([
        ['Only a title'],
        ['The blue one'],
        ['Only a button'],
        ['The blue one', 'All of itTwo lines', 'Press'],
      ]);
  });

  await test.step('101: a plain button is pressed and released, and is as it was after a reload', async () => {
    const plain = inLog(mara, 'button', 'Press');
    await expect(plain).toHaveAttribute('aria-pressed', 'false');
    await plain.click();
    await expect(plain).toHaveAttribute('aria-pressed', 'true');
    await page.reload();
    await expect(plain).toHaveAttribute('aria-pressed', 'true');
    await plain.click();
    await expect(plain).toHaveAttribute('aria-pressed', 'false');
    await expect
      .poll(() => mara.sent('send_rich_message_postback').map(({ postback }) => postback.toggled))
      .toEqual([true, false]);
  });

  await test.step('95: cards side by side, by keys, by buttons and by the wheel', async () => {
    const names = ['Harbour', 'Quay', 'Dock', 'Pier', 'Tide'];
    await mara.sends(
      rich('cards', ...names.map((title) => ({ title, image, buttons: [button(`More on ${title}`), button(title)] }))),
    );
    const list = visitor.log.getByRole('list', { name: 'Cards' });
    const card = (n: number) => list.getByRole('listitem', { name: `${n} of 5`, exact: true });
    await expect(card(2)).toContainText('Quay');
    await isInside(card(1), list);
    // What is not whole fades.
    const angles = { right: /\((?:90deg|to right)/, left: /\((?:-90deg|270deg|to left)/ } as const;
    const fades = (to: keyof typeof angles) => expect(list).toHaveCSS('mask-image', angles[to]);
    await fades('right');
    await page.emulateMedia({ forcedColors: 'active' });
    await expect(list).toHaveCSS('mask-image', 'none');
    await page.emulateMedia({ forcedColors: null });
    await visitor.composer.focus();
    await page.keyboard.press('ArrowUp');
    await expect(visitor.message('Harbour').last()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(card(1).getByRole('button').first()).toBeFocused();
    for (const [key, n] of [
      ['ArrowRight', 2],
      ['ArrowRight', 3],
      ['End', 5],
      ['ArrowRight', 5],
      ['ArrowLeft', 4],
      ['Home', 1],
    ] as const) {
      await page.keyboard.press(key);
      await expect(card(n).getByRole('button').first()).toBeFocused();
      await isInside(card(n), list);
      await fades(n === 5 ? 'left' : 'right');
    }
    const next = inLog(mara, 'button', 'Next card');
    await next.click();
    await isInside(card(2), list);
    await expect(inLog(mara, 'button', 'Previous card')).toHaveAttribute('aria-disabled', 'false');
    await card(2).hover();
    await page.mouse.wheel(220, 0);
    await isInside(card(3), list);
    await expect(visitor.log.getByText('3 of 5', { exact: true })).toBeVisible();
  });

  await test.step('97, 98: an address opens a new tab and says so, a number can be called and copied', async () => {
    await mara.sends(
      rich('cards', {
        title: 'Workshop',
        buttons: [
          button('Prices', { type: 'url', value: `${demo.url}/?prices`, target: 'new' }),
          button('Call us', { type: 'phone', value: '+351 210 000 000' }),
        ],
      }),
    );
    await expect(inLog(mara, 'link', 'Prices (opens in a new tab)')).toBeVisible();
    const opened = page.context().waitForEvent('page');
    await inLog(mara, 'link', 'Prices (opens in a new tab)').click();
    const tab = await opened;
    await expect(tab).toHaveURL(/\?prices$/);
    expect(await tab.evaluate(() => window.opener)).toBeNull();
    await tab.close();
    await expect(inLog(mara, 'link', /^Call us/)).toHaveAttribute('href', 'tel:+351210000000');
    // For 2 s. Somebody has to look before it is pressed.
    await Promise.all([
      expect(inLog(mara, 'button', 'Copied')).toBeFocused(),
      inLog(mara, 'button', 'Copy the number +351210000000').click(),
    ]);
    await expect(inLog(mara, 'button', 'Copy the number +351210000000')).toBeVisible();
    await visitor.composer.focus();
    await page.keyboard.press('ControlOrMeta+V');
    await expect(visitor.composer).toHaveValue('+351210000000');
    await visitor.composer.fill('');
  });

  await test.step('102: a sticker has no bubble', async () => {
    await mara.sends(rich('sticker', { image: { ...image, alternative_text: 'A bell' } }));
    const sticker = inLog(mara, 'img', 'A bell');
    await expect(sticker).toBeVisible();
    const ground = () => sticker.evaluate((one) => getComputedStyle(one.closest('.bubble') as Element).backgroundColor);
    await expect.poll(ground).toBe('rgba(0, 0, 0, 0)');
  });

  await test.step('103: price and picture follow the choice; what cannot be had says so', async () => {
    const option = (label: string, price: string, more: object = {}) => ({
      option_id: label,
      label,
      price,
      currency: 'EUR',
      available: true,
      ...more,
    });
    await mara.sends(
      rich('ecommerce', {
        title: 'Harbour Tourer',
        ecommerce: {
          view_type: 'swatch',
          product_id: 'tourer',
          label: 'Colour',
          options: [
            option('Blue', '649.00', { selected: true, image_url: blue }),
            option('Green', '699.00', { image_url: green }),
            option('Sand', '599.00', { available: false }),
          ],
        },
        buttons: [button('Put it in the basket', { type: 'message', value: 'basket' })],
      }),
    );
    const goods = visitor.message('Harbour Tourer');
    await expect(goods).toContainText('€649.00');
    await expect(goods.getByRole('radio', { name: 'Blue' })).toBeChecked();
    const shown = () => goods.getByRole('img').evaluate((one) => (one as HTMLImageElement).src);
    await expect.poll(shown).toBe(blue);
    await goods.getByRole('radio', { name: 'Green' }).check();
    await expect(goods).toContainText('€699.00');
    await expect.poll(shown).toBe(green);
    await expect(goods.getByRole('radio', { name: /Sand.*Not available/ })).toBeDisabled();
  });

  await test.step('96: quick replies stand below the newest event, and what one says is said', async () => {
    const asks = (title: string) =>
      mara.sends(
        rich('quick_replies', {
          title,
          buttons: ['To work', 'For fun'].map((text) => button(text, { type: 'message', value: text })),
        }),
      );
    const replies = visitor.log.getByRole('group', { name: 'Suggested answers' });
    await asks('What do you ride for?');
    await expect(replies).toHaveCount(1);
    await mara.says('Take your time');
    await visitor.sees('Take your time');
    await expect(replies).toHaveCount(0);
    const event_id = await asks('Once more?');
    await expect(replies).toHaveCount(1);
    await replies.getByRole('button', { name: 'To work' }).click();
    await expect(visitor.message('To work')).toContainText(/Sent|Seen/);
    await expect(replies).toHaveCount(0);
    await expect(visitor.composer).toBeFocused();
    const said = () => mara.sent('send_event').find(({ event }) => event.text === 'To work')?.event.postback;
    await expect.poll(said).toMatchObject({ id: 'id-To work', event_id, type: 'message', value: 'To work' });
  });

  await test.step('108: what cannot be answered any more says so', async () => {
    await mara.ask('deactivate_chat', { id: mara.chatId, ignore_requester_presence: true });
    await expect(visitor.window.getByRole('button', { name: 'Start the chat again' })).toBeVisible();
    await expect(inLog(mara, 'button', 'Press')).toHaveAttribute('aria-disabled', 'true');
    await inLog(mara, 'button', 'Press').press('Enter');
    await expect(visitor.log.getByText('These options are no longer available.')).toBeVisible();
    // What says something begins the chat again.
    await inLog(mara, 'button', 'Put it in the basket').click();
    await expect(visitor.message('Put it in the basket').last()).toContainText(/Sent|Seen/);
    await expect(visitor.window.getByRole('button', { name: 'Start the chat again' })).toHaveCount(0);
  });
});
