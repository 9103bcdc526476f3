import type { Page } from '@playwright/test';
import { comesToRest } from './support/at-rest';
import { openHostPage } from './support/host-page';
import { expect, test } from './support/test';
import { Visitor } from './support/visitor';

const WIDTH = 390;
const HEIGHT = 760;
test.use({ viewport: { width: WIDTH, height: HEIGHT }, isMobile: true, hasTouch: true });

const LONG = `<main style="height:3000px">A long page <input id="field"></main>`;
const META = '<meta name="viewport" content="width=device-width, initial-scale=1">';
const BOX = '#chat-widget-container';

/** What can be pressed and is smaller than a finger, or nearer to the next than it may be, with its name. */
async function tooSmall(page: Page): Promise<readonly string[]> {
  await comesToRest(page);
  return page
    .frameLocator('iframe#chat-widget')
    .locator('body')
    .evaluate((body) =>
      [...body.querySelectorAll('button, a[href], input, select, textarea')]
        .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.closest('[inert]'))
        // A link in a sentence is as high as its line.
        .filter((each) => getComputedStyle(each).display !== 'inline')
        .map((each) => ({
          name: each.getAttribute('aria-label') ?? each.textContent,
          box: each.getBoundingClientRect(),
        }))
        .filter(({ box }) => box.width > 1 && Math.round(Math.min(box.width, box.height)) < 44)
        .map(({ name, box }) => `${name}: ${box.width} x ${box.height}`),
    );
}

test('rows 193, 195, 196, 197, 198: fills the screen, moves nothing behind it, and Back leads out of it', async ({
  page,
  demo,
  agent,
}) => {
  await agent.logsIn(demo.url);
  await openHostPage(page, demo, {
    body: LONG,
    head: META,
  });
  await page.evaluate(() => {
    Object.assign(window, { pops: 0 });
    addEventListener('popstate', () => ((window as unknown as { pops: number }).pops += 1));
    history.pushState({ of: 'the page' }, '', '?route');
    scrollTo(0, 777);
  });
  const visitor = new Visitor(page);
  const now = () =>
    page.evaluate(() => ({
      y: scrollY,
      state: history.state as unknown,
      url: location.search,
      pops: (window as unknown as { pops: number }).pops,
      meta: document.querySelector('meta[name=viewport]')?.getAttribute('content'),
    }));
  const before = await now();
  await expect(visitor.launcher).toBeVisible();
  await comesToRest(page);
  const launcher = (await visitor.launcher.boundingBox())!;
  expect(Math.min(launcher.width, launcher.height)).toBeGreaterThanOrEqual(48);
  await visitor.launcher.tap();
  await expect(visitor.composer).toBeVisible();
  await expect.poll(() => page.locator(BOX).boundingBox()).toEqual({ x: 0, y: 0, width: WIDTH, height: HEIGHT });
  await comesToRest(page);
  // The focus is at the heading, lest a keyboard pops up; nothing is pressed there, so no ring is around it.
  const heading = visitor.window.getByRole('heading', { level: 2 });
  await expect(heading).toBeFocused();
  await expect(heading).toHaveCSS('outline-style', 'none');
  const header = (await visitor.window.locator('.header').boundingBox())!;
  const composer = (await visitor.composer.boundingBox())!;
  expect(header.y).toBe(0);
  expect(composer.y + composer.height).toBeLessThanOrEqual(HEIGHT);
  expect(
    await visitor.composer.evaluate((field) => parseFloat(getComputedStyle(field).fontSize)),
  ).toBeGreaterThanOrEqual(16);
  // Enter is for a new line here.
  await visitor.composer.fill('From a phone');
  await visitor.window.getByRole('button', { name: 'Send message' }).tap();
  await expect(visitor.message('From a phone')).toContainText(/Sent|Seen/);
  await agent.opensNewestChat();
  await agent.writes('See https://harbour.example/bikes and choose.');
  await expect(visitor.log.getByText(/and choose/)).toBeVisible();
  expect(await tooSmall(page)).toEqual([]);
  await visitor.window.getByRole('button', { name: 'Chat options' }).tap();
  await expect(visitor.window.getByRole('menuitem').first()).toBeVisible();
  expect(await tooSmall(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.screenshot({ path: test.info().outputPath('phone.png') });

  // Back leads out of the window, and the page does not hear of it.
  await page.evaluate(() => history.back());
  await expect(page.locator(BOX)).toHaveAttribute('data-state', 'minimized');
  await expect.poll(now).toEqual(before);
  // Closed by its own button, it takes its step back: the next one is the page's.
  await visitor.launcher.tap();
  await expect(visitor.composer).toBeVisible();
  await visitor.window.getByRole('button', { name: 'Minimize window' }).tap();
  await expect(page.locator(BOX)).toHaveAttribute('data-state', 'minimized');
  await expect.poll(now).toEqual(before);
  await page.evaluate(() => history.back());
  await expect.poll(now).toMatchObject({ url: '', pops: 1 });
});

test('rows 194, 199, 201: over the keyboard, on a slow line, and turned, split and small', async ({
  page,
  demo,
  agent,
}) => {
  test.setTimeout(120_000);
  await agent.logsIn(demo.url);
  await openHostPage(page, demo, { body: LONG, head: META });
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: 50_000,
    uploadThroughput: 50_000,
  });
  const visitor = new Visitor(page);
  // Until the window comes, the way out of it stays where the finger was.
  let letGo = () => {};
  const isFree = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/assets/*.js', (route) => isFree.then(() => route.continue()));
  await comesToRest(page);
  const place = await visitor.launcher.boundingBox();
  await visitor.launcher.tap();
  await expect(page.locator(BOX)).toHaveAttribute('data-state', 'maximized');
  await expect.poll(() => visitor.launcher.boundingBox()).toEqual(place);
  letGo();
  await expect(visitor.composer).toBeVisible({ timeout: 30_000 });
  await visitor.composer.fill('On a slow line');
  await visitor.window.getByRole('button', { name: 'Send message' }).tap();
  await expect(visitor.message('On a slow line')).toContainText(/Sent|Seen/, { timeout: 30_000 });
  await client.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });

  /** The keyboard is no part of what a page can see, but what it leaves is. */
  const leave = (height: number, offsetTop = 0) =>
    page.evaluate(
      ([high, top]) => {
        for (const [name, value] of Object.entries({ height: high, offsetTop: top })) {
          Object.defineProperty(visualViewport, name, { configurable: true, value });
        }
        visualViewport?.dispatchEvent(new Event('resize'));
      },
      [height, offsetTop] as const,
    );
  const composerEnd = async () => {
    const box = await visitor.window.locator('.composer').boundingBox();
    return box && Math.round(box.y + box.height);
  };
  await leave(420);
  await expect.poll(composerEnd).toBe(420);
  // A bar of suggestions over it, and the page pushed up by it.
  await leave(380, 40);
  await expect.poll(composerEnd).toBe(420);
  await page.evaluate(() => {
    for (const name of ['height', 'offsetTop']) Reflect.deleteProperty(visualViewport as object, name);
    visualViewport?.dispatchEvent(new Event('resize'));
  });
  await expect.poll(composerEnd).toBe(HEIGHT);

  for (const size of [
    { width: HEIGHT, height: WIDTH },
    { width: 320, height: 240 },
    { width: 280, height: 653 },
  ]) {
    await page.setViewportSize(size);
    await expect.poll(() => page.locator('iframe#chat-widget').boundingBox()).toEqual({ x: 0, y: 0, ...size });
    await expect.poll(composerEnd).toBe(size.height);
    await comesToRest(page);
    const field = (await visitor.composer.boundingBox())!;
    expect(field.x + field.width).toBeLessThanOrEqual(size.width);
    expect(field.height).toBeGreaterThanOrEqual(40);
    await page.screenshot({ path: test.info().outputPath(`${size.width}.png`) });
  }
});
