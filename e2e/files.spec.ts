import type { CDPSession, Locator, Page } from '@playwright/test';
import { comesToRest } from './support/at-rest';
import { expectNoViolations } from './support/axe';
import { apiVersions } from './support/speak';
import { expect, test } from './support/test';
import type { Visitor } from './support/visitor';

const UPLOADS = /\/action\/(?:upload_file|send_file)\b/;
const bytes = (name: string, length: number) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.alloc(length, 'natter'),
});

const chooser = (visitor: Visitor) => visitor.window.locator('input[type=file][multiple]');
/** Name and extension are two boxes in a row. */
const card = (visitor: Visitor, stem: string) =>
  visitor.log.getByRole('link', { name: new RegExp(`^${stem} ?\\.txt`) });
const uploads = (visitor: Visitor) => visitor.window.getByRole('list', { name: 'Files to send' });

const lines = new WeakMap<Page, Promise<CDPSession>>();

/** How fast what is sent leaves, in bytes a second; nothing: as fast as it can. */
async function throttle(page: Page, uploadThroughput = -1): Promise<void> {
  // Each session has limits of its own, and the least counts.
  const opening = lines.get(page) ?? page.context().newCDPSession(page);
  lines.set(page, opening);
  await (await opening).send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput,
  });
}

interface Gift {
  readonly name?: string;
  readonly type?: string;
  readonly data?: Buffer;
  readonly texts?: Readonly<Record<string, string>>;
}

/** Gives files and texts by the pointer or the clipboard, as a browser would. The answer: nobody took the last. */
function give(target: Locator, events: readonly string[], { name, type = 'image/png', data, texts = {} }: Gift) {
  const address = data && `data:${type};base64,${data.toString('base64')}`;
  return target.evaluate(
    async (element, told) => {
      const given = new DataTransfer();
      for (const [kind, text] of Object.entries(told.texts)) given.setData(kind, text);
      if (told.address) {
        const blob = await (await fetch(told.address)).blob();
        given.items.add(new File([blob], told.name ?? '', { type: told.type }));
      }
      return told.events
        .map((kind) => {
          const how = { bubbles: true, cancelable: true, composed: true };
          return element.dispatchEvent(
            kind === 'paste'
              ? new ClipboardEvent(kind, { ...how, clipboardData: given })
              : new DragEvent(kind, { ...how, dataTransfer: given }),
          );
        })
        .at(-1);
    },
    { events, name, type, address, texts },
  );
}

for (const apiVersion of apiVersions) {
  test.describe(`v${apiVersion}`, () => {
    test.use({ apiVersion });

    test('rows 42 to 44: files are chosen, dropped and pasted, and arrive', async ({ visitor, agent, demo, page }) => {
      const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 300, height: 200 } });
      await agent.logsIn(demo.url);
      await visitor.opens();
      await visitor.writes('Here it comes');
      await agent.opensNewestChat();

      await chooser(visitor).setInputFiles([
        { name: 'frame.png', mimeType: 'image/png', buffer: picture },
        bytes('data.txt', 2_048),
      ]);
      const shown = visitor.log.getByRole('button', { name: 'Open image frame.png' }).getByRole('img');
      await expect(shown).toBeVisible();
      await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(300);
      await expect(card(visitor, 'data')).toBeVisible();
      await expect(uploads(visitor)).toHaveCount(0);
      await expect(agent.log.getByText('data.txt').first()).toBeVisible();

      // Anywhere on the window.
      const heading = visitor.window.getByRole('heading', { level: 2 });
      await give(heading, ['dragenter', 'dragover'], { name: 'dropped.png', data: picture });
      await expect(visitor.window.getByText('Drop files to send them')).toBeVisible();
      await give(visitor.log, ['drop'], { name: 'dropped.png', data: picture });
      await expect(visitor.window.getByText('Drop files to send them')).toHaveCount(0);
      await expect(visitor.log.getByRole('button', { name: 'Open image dropped.png' })).toBeVisible();

      await visitor.composer.fill('See: ');
      await visitor.composer.press('End');
      await give(visitor.log, ['dragenter', 'dragover', 'drop'], { texts: { 'text/plain': 'the Tourer' } });
      await expect(visitor.composer).toHaveValue('See: the Tourer');

      // Of a table there is a picture beside its text, and the text is meant.
      const table = { 'text/plain': 'a b', 'text/html': '<b>a</b>' };
      expect(await give(visitor.composer, ['paste'], { name: 'table.png', data: picture, texts: table })).toBe(true);
      const report = { name: 'report.txt', type: 'text/plain', data: Buffer.from('All is well') };
      expect(await give(visitor.composer, ['paste'], report)).toBe(false);
      await expect(uploads(visitor).getByRole('listitem')).toHaveCount(1);
      await expect(uploads(visitor).getByRole('listitem')).toContainText('Not sent yet');
      await uploads(visitor).getByRole('button', { name: 'Send report.txt' }).click();
      await expect(card(visitor, 'report')).toBeVisible();
      await expect(visitor.composer).toHaveValue('See: the Tourer');

      await give(visitor.composer, ['paste'], { name: 'image.png', data: picture });
      const row = uploads(visitor).getByRole('listitem');
      await expect(row).toContainText('Not sent yet');
      await expect(row.locator('img')).toHaveAttribute('src', /^blob:/);
      await expectNoViolations(page, 'a pasted picture');
      await visitor.writes('And this one');
      await expect(visitor.log.getByRole('button', { name: 'Open image image.png' })).toBeVisible();
      await visitor.sees('And this one');
    });

    test('rows 42, 46, 47: an upload is seen on its way, cancelled, refused, and tried again', async ({
      visitor,
      page,
      guard,
    }) => {
      guard.allowLostServer();
      let sent = 0;
      page.on('request', (request) => {
        if (UPLOADS.test(request.url())) sent += 1;
      });
      await visitor.opens();
      await visitor.writes('A large one');
      await expect(visitor.message('A large one')).toContainText(/Sent|Seen/);

      await expect(visitor.window.getByRole('button', { name: 'Attach files' })).toHaveAccessibleDescription(
        'Up to 10 MB each',
      );

      await throttle(page, 20_000);
      await chooser(visitor).setInputFiles([
        bytes('one.txt', 900_000),
        bytes('two.txt', 900_000),
        bytes('three.txt', 10),
        bytes('program.exe', 10),
        bytes('film.txt', 10 * 1_024 * 1_024 + 1),
      ]);
      const bar = uploads(visitor).getByRole('progressbar', { name: 'Sending one.txt' });
      await expect(uploads(visitor).getByText('Waiting')).toBeVisible();
      await expect(uploads(visitor).getByText('Files of this type cannot be sent.')).toBeVisible();
      await expect(uploads(visitor).getByText('film.txt is larger than 10 MB.')).toBeVisible();
      for (const name of ['program.exe', 'film.txt'])
        await uploads(visitor)
          .getByRole('button', { name: `Remove ${name}` })
          .click();
      await expect.poll(() => bar.evaluate((progress: HTMLProgressElement) => progress.value)).toBeGreaterThan(0);

      const first = uploads(visitor).getByRole('listitem').filter({ hasText: 'one.txt' });
      await expect(first).toContainText('900 kB');

      await visitor.call('minimize');
      await expect(visitor.composer).toBeHidden();
      await visitor.call('maximize');
      await expect(bar).toBeVisible();
      await uploads(visitor).getByRole('button', { name: 'Stop sending one.txt' }).click();
      await expect(bar).toHaveCount(0);
      await uploads(visitor).getByRole('button', { name: 'Stop sending two.txt' }).click();
      // Small enough for the slow line, which stays: a line let go could be quicker than the stop.
      await expect(card(visitor, 'three')).toBeVisible();
      for (const stem of ['one', 'two']) await expect(card(visitor, stem)).toHaveCount(0);
      await throttle(page);
      // What would be refused was not even begun.
      expect(sent).toBe(3);

      await page.route(UPLOADS, (route) =>
        route.fulfill({ status: 413, json: { error: { type: 'entity_too_large', message: 'Too much' } } }),
      );
      await chooser(visitor).setInputFiles(bytes('again.txt', 10));
      await expect(uploads(visitor).getByText('again.txt could not be sent.')).toBeVisible();
      await visitor.writes('Text goes on');
      await visitor.sees('Text goes on');
      await page.unroute(UPLOADS);
      await uploads(visitor).getByRole('button', { name: 'Try again again.txt' }).click();
      await expect(card(visitor, 'again')).toBeVisible();
      await expect(uploads(visitor)).toHaveCount(0);
    });
  });
}

test('pictures are looked at closely, and one goes from one to the next', async ({ visitor, page }) => {
  const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 600, height: 400 } });
  await visitor.opens();
  await visitor.writes('Two pictures');
  await chooser(visitor).setInputFiles(
    ['first.png', 'second.png'].map((name) => ({ name, mimeType: 'image/png', buffer: picture })),
  );
  const opener = visitor.log.getByRole('button', { name: 'Open image first.png' });
  await expect(visitor.log.getByRole('button', { name: /^Open image/ })).toHaveCount(2);
  const frame = page.locator('iframe#chat-widget');
  await comesToRest(page);
  const closed = await frame.boundingBox();
  await opener.click();

  const viewer = visitor.window.getByRole('dialog', { name: 'Image preview' });
  const image = viewer.getByRole('img');
  await expect(viewer.getByRole('button', { name: 'Close image' })).toBeFocused();
  await expect(image).toHaveAttribute('alt', 'first.png');
  await expect(viewer.getByRole('status')).toContainText(/Image \d of 2/);
  await expectNoViolations(page, 'the viewer');
  // As large as the page, which cannot be reached meanwhile.
  await expect.poll(async () => frame.boundingBox()).toEqual({ x: 0, y: 0, ...page.viewportSize() });
  await expect(page.locator('body > :not(#chat-widget-container):not([inert]):visible')).toHaveCount(0);

  const width = async () => (await image.boundingBox())?.width ?? 0;
  // Its own size, in a view that is as large as it will be.
  await expect.poll(width).toBe(600);
  const whole = 600;
  await viewer.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(width).toBeGreaterThan(whole * 1.4);
  await image.hover();
  await page.mouse.wheel(0, -300);
  await expect.poll(width).toBeGreaterThan(whole * 2);
  await page.keyboard.press('0');
  await expect.poll(width).toBeCloseTo(whole, 0);

  await page.keyboard.press('ArrowRight');
  await expect(image).toHaveAttribute('alt', 'second.png');
  await page.keyboard.press('ArrowRight');
  await expect(image).toHaveAttribute('alt', 'first.png');
  for (let stop = 0; stop < 8; stop += 1) await page.keyboard.press('Tab');
  await expect(viewer.locator(':focus')).toHaveCount(1);
  await expect(viewer.getByRole('link', { name: /^Download first\.png/ })).toHaveAttribute('download', '');
  await page.keyboard.press('Escape');
  await expect(viewer).toHaveCount(0);
  await expect(opener).toBeFocused();
  await expect(visitor.composer).toBeVisible();
  await expect.poll(async () => frame.boundingBox()).toEqual(closed);
  await expect(page.locator('[inert]')).toHaveCount(0);
  await expect(visitor.log.getByRole('button', { name: /^Open image second/ })).toBeInViewport();
});

test.describe('on a small screen', () => {
  test.use({ viewport: { width: 390, height: 780 } });

  test('the way back leads from a picture to the chat', async ({ visitor, page }) => {
    const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 300, height: 200 } });
    await visitor.opens();
    await visitor.writes('One picture');
    await chooser(visitor).setInputFiles({ name: 'first.png', mimeType: 'image/png', buffer: picture });
    const viewer = visitor.window.getByRole('dialog', { name: 'Image preview' });
    await visitor.log.getByRole('button', { name: 'Open image first.png' }).click();
    await expect(viewer).toBeVisible();
    await page.evaluate(() => history.back());
    await expect(viewer).toHaveCount(0);
    await expect(visitor.composer).toBeVisible();

    const steps = () => visitor.composer.evaluate(() => history.length);
    await visitor.log.getByRole('button', { name: 'Open image first.png' }).click();
    await expect(viewer).toBeVisible();
    const before = await steps();
    await viewer.getByRole('button', { name: 'Close image' }).click();
    await expect(viewer).toHaveCount(0);
    expect(await steps()).toBe(before);
    // Only the step of the window that fills the screen is left.
    await expect.poll(() => visitor.composer.evaluate(() => history.state)).toEqual({ natterWindow: true });
  });
});

for (const apiVersion of apiVersions) {
  test.describe(`v${apiVersion}`, () => {
    test.use({ apiVersion });

    test('a reload does not lose what is on its way: small files go on, large ones are asked for again', async ({
      visitor,
      page,
      guard,
    }) => {
      guard.allowLostServer();
      await visitor.opens();
      await visitor.writes('Before the reload');
      await expect(visitor.message('Before the reload')).toContainText(/Sent|Seen/);

      await throttle(page, 30_000);
      await chooser(visitor).setInputFiles([bytes('small.txt', 900_000), bytes('large.txt', 3 * 1_024 * 1_024)]);
      const bar = uploads(visitor).getByRole('progressbar', { name: 'Sending small.txt' });
      await expect.poll(() => bar.evaluate((progress: HTMLProgressElement) => progress.value)).toBeGreaterThan(0);
      // What is under way is cut off by the reload, and its line is fast again only then.
      await page.reload();
      await throttle(page);
      if ((await visitor.launcher.getAttribute('aria-expanded')) === 'false') await visitor.opens();
      await expect(uploads(visitor).getByText('large.txt was not sent. Choose it again.')).toBeVisible();
      await expect(card(visitor, 'small')).toBeVisible();
      await expect(uploads(visitor).getByRole('listitem')).toHaveCount(1);
      await uploads(visitor).getByRole('button', { name: 'Remove large.txt' }).click();
      await expect(uploads(visitor)).toHaveCount(0);

      await page.reload();
      if ((await visitor.launcher.getAttribute('aria-expanded')) === 'false') await visitor.opens();
      await expect(card(visitor, 'small')).toHaveCount(1);
      await visitor.writes('After it');
      await visitor.sees('After it');
      await expect(uploads(visitor)).toHaveCount(0);
      await expect(card(visitor, 'large')).toHaveCount(0);
    });
  });
}
