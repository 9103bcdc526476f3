import type { Locator, Page } from '@playwright/test';
import { comesToRest } from './support/at-rest';
import { control } from './support/control';
import { expect, test } from './support/test';
import type { Visitor } from './support/visitor';

const inBox = (visitor: Visitor, side: 'height' | 'y') => async () =>
  (await visitor.composer.boundingBox())?.[side] ?? 0;

/** Of an input method, as a browser tells of it. */
async function composes(page: Page, reading: string, word: string): Promise<void> {
  const line = await page.context().newCDPSession(page);
  await line.send('Input.imeSetComposition', { text: reading, selectionStart: 3, selectionEnd: 3 });
  await line.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', windowsVirtualKeyCode: 229 });
  await line.send('Input.insertText', { text: word });
  await line.detach();
}

test('rows 39, 40, 61: the field grows up to six lines and shrinks when it is sent; Enter sends, but not a word being composed', async ({
  visitor,
  page,
}) => {
  await visitor.opens();
  const { composer } = visitor;
  const height = inBox(visitor, 'height');
  await comesToRest(page);
  const empty = await height();
  for (let line = 1; line < 5; line += 1) {
    await composer.pressSequentially(`line ${line}`);
    await page.keyboard.press('Shift+Enter');
  }
  await expect.poll(height).toBeGreaterThan(empty * 2);
  const lines = (count: number) => composer.fill(Array.from({ length: count }, () => 'line').join('\n'));
  await lines(6);
  await expect.poll(() => composer.evaluate((field) => field.scrollHeight - field.clientHeight)).toBeLessThan(12);
  await expect.poll(height).toBeGreaterThan(empty * 3);
  const six = await height();
  await lines(40);
  await expect.poll(() => composer.evaluate((field) => field.scrollHeight > field.clientHeight * 3)).toBe(true);
  expect(await height()).toBeLessThan(six + 16);
  await page.setViewportSize({ width: 1_280, height: 330 });
  await expect.poll(height).toBeLessThan(330 * 0.4 + 1);
  await page.setViewportSize({ width: 1_280, height: 720 });

  await composer.fill('');
  await composer.focus();
  await composes(page, 'にほん', '日本');
  await expect(composer).toHaveValue('日本');
  await composer.press('Enter');
  await visitor.sees('日本');
  await expect.poll(height).toBe(empty);

  // A plain text area in the language of the window: spelling, dictation and capital letters are the browser's.
  expect(
    await composer.evaluate((field: HTMLTextAreaElement) => [
      field.tagName,
      field.spellcheck,
      field.closest<HTMLElement>('[lang]')?.lang,
      ...['spellcheck', 'autocapitalize', 'autocorrect', 'autocomplete', 'inputmode', 'maxlength'].filter((name) =>
        field.closest(`[${name}]`),
      ),
    ]),
  ).toEqual(['TEXTAREA', true, 'en']);
  await page.keyboard.insertText('Said and not typed');
  // A key that types and one that sends, before anything is drawn.
  await composer.evaluate((field: HTMLTextAreaElement) => {
    field.setRangeText('.', field.value.length, field.value.length, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  });
  await visitor.sees('Said and not typed.');
  await expect(composer).toHaveValue('');
});

test('rows 54, 267: how much fits is said from 90 % on; a longer text is split between words, and arrives in order; what waits its turn is told', async ({
  visitor,
  agent,
  demo,
}) => {
  const held: (() => void)[] = [];
  let isHeld = false;
  await visitor.page.routeWebSocket(/customer\/rtm\/ws/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((text) => {
      if (isHeld && String(text).includes('"send_event"')) held.push(() => server.send(text));
      else server.send(text);
    });
  });
  await agent.logsIn(demo.url);
  await visitor.opens();
  const { composer, window } = visitor;
  await composer.fill('x'.repeat(14_800));
  await expect(composer).toHaveAccessibleDescription('1,584 characters left');
  await composer.fill('x'.repeat(14_745));
  await expect(window.getByText(/characters left/)).toHaveCount(0);
  const words = Array.from({ length: 6_000 }, (_, index) => `w${index}`);
  await composer.fill(words.join(' '));
  await expect(composer).toHaveAccessibleDescription('Your text will be sent in 3 messages.');
  await composer.press('Enter');
  await expect(composer).toHaveValue('');
  await expect(visitor.log.getByRole('article')).toHaveCount(3);
  await expect(visitor.message('w5999')).toContainText(/Sent|Seen/);
  await agent.opensNewestChat();
  await expect(agent.log.getByText(/^w\d/)).toHaveCount(3);
  const arrived = await agent.log.getByText(/^w\d/).allTextContents();
  expect(arrived.flatMap((text) => text.match(/w\d+/g) ?? [])).toEqual(words);

  // Six at once are more than go out at once.
  const hint = window.getByRole('dialog').getByText('Sending one after the other.');
  await expect(hint).toHaveCount(0);
  isHeld = true;
  const more = Array.from({ length: 14_000 }, (_, index) => `q${index}`);
  await visitor.call('send_message', { text: more.join(' ') });
  await expect(hint).toBeVisible();
  await expect.poll(() => held.length).toBe(1);
  isHeld = false;
  for (const letGo of held) letGo();
  await expect(visitor.message('q13999')).toContainText(/Sent|Seen/);
  await expect(agent.log.getByText('q13999')).toHaveCount(1);
  const rest = await agent.log.getByText(/^q\d/).allTextContents();
  expect(rest.length).toBeGreaterThan(5);
  expect(rest.flatMap((text) => text.match(/q\d+/g) ?? [])).toEqual(more);
  await expect(hint).toHaveCount(0);
});

test.describe('where fingers type', () => {
  test.use({ viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true });

  test('rows 39, 45, 125: Enter begins a line, the camera is one tap away, a long form keeps its button in reach', async ({
    visitor,
    page,
    agent,
    demo,
  }) => {
    await agent.logsIn(demo.url);
    await control(demo.url, 'switch-form', { type: 'prechat', enabled: true });
    await visitor.launcher.tap();
    const { composer, window } = visitor;
    const form = window.getByRole('region', { name: 'Before we start' });
    const start = form.getByRole('button', { name: 'Start the chat' });
    const [name, email] = [/^Your name/, /^Your e-mail/].map((label) => form.getByRole('textbox', { name: label }));
    await expect(start).toBeInViewport({ ratio: 1 });
    await name?.tap();
    // The keyboard comes, and takes half of the screen.
    await page.setViewportSize({ width: 390, height: 400 });
    for (const [field, text] of [
      [name, 'Nadia'],
      [email, 'nadia@harbour.example'],
    ] as const) {
      await field?.tap();
      await page.keyboard.type(text);
      await expect(field as Locator).toBeFocused();
      await expect(field as Locator).toBeInViewport({ ratio: 1 });
      await expect(start).toBeInViewport({ ratio: 1 });
    }
    await form.getByRole('radio', { name: 'Yes' }).check();
    await start.tap();
    await expect(form).toHaveCount(0);
    await page.setViewportSize({ width: 390, height: 780 });

    await composer.tap();
    await expect(composer).toHaveAttribute('enterkeyhint', 'enter');
    await page.keyboard.type('One');
    await page.keyboard.press('Enter');
    await page.keyboard.type('two');
    await expect(composer).toHaveValue('One\ntwo');

    const camera = window.getByRole('button', { name: 'Take a photo' });
    const choosing = page.waitForEvent('filechooser');
    await camera.tap();
    const chooser = await choosing;
    expect(chooser.isMultiple()).toBe(false);
    expect(
      await chooser
        .element()
        .evaluate((input) => ['accept', 'capture'].map((name) => (input as Element).getAttribute(name))),
    ).toEqual(['image/*', 'environment']);
    const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 120, height: 90 } });
    await chooser.setFiles({ name: 'photo.png', mimeType: 'image/png', buffer: picture });
    await expect(visitor.log.getByRole('button', { name: 'Open image photo.png' })).toBeVisible();

    await composer.tap();
    await window.getByRole('button', { name: 'Send message' }).tap();
    await visitor.sees('One\ntwo');
    await expect(composer).toBeFocused();
  });
});
