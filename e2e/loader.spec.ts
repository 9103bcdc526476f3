import { readFileSync } from 'node:fs';
import { ACCOUNT, openHostPage } from './support/host-page';
import { expect, test } from './support/test';
import { Visitor } from './support/visitor';

test('rows 230, 233: before any gesture: the loader, the configuration, and nothing else of ours', async ({
  page,
  demo,
  guard,
}) => {
  const ours: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/loader|frame|assets|customer|token/.test(pathname)) ours.push(pathname);
  });
  page.on('websocket', (socket) => ours.push(socket.url()));
  await page.goto(demo.url, { waitUntil: 'networkidle' });
  const visitor = new Visitor(page);
  await expect(visitor.launcher).toHaveAccessibleName('Open chat');
  expect(ours).toEqual(['/loader.js', '/v3.6/customer/action/get_dynamic_configuration']);
  expect(await page.context().cookies()).toEqual([]);
  const counts = await page.evaluate(() => {
    const inLight = document.querySelectorAll('#chat-widget-container, #chat-widget-container *').length;
    const inShadow = document.querySelector('#chat-widget-container')?.shadowRoot?.querySelectorAll('*').length ?? 0;
    return [inLight, inLight + inShadow];
  });
  expect(counts[0]).toBeLessThanOrEqual(5);
  expect(counts[1]).toBeLessThanOrEqual(15);
  expect(guard.complaints).toEqual([]);
});

test('row 13: the launcher is there before the configuration, and a click is answered before the app is', async ({
  page,
  demo,
  guard,
}) => {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const waits = async (route: { continue(): Promise<void> }) => {
    await held;
    await route.continue();
  };
  await page.route('**/get_dynamic_configuration*', waits);
  await page.route('**/frame.html', waits);
  await page.goto(demo.url);
  const visitor = new Visitor(page);
  await visitor.launcher.click();
  await expect(page.locator('#chat-widget-container')).toHaveAttribute('data-state', 'maximized');
  await expect(page.getByText('Loading', { exact: true })).toBeAttached();
  letGo();
  await expect(visitor.composer).toBeVisible();
  await expect(page.getByText('Loading', { exact: true })).toHaveCount(0);
  expect(guard.complaints).toEqual([]);
});

test('a pointer that comes near fetches the app, without a word to the service', async ({ visitor, page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  page.on('websocket', (socket) => asked.push(socket.url()));
  const frame = page.waitForResponse('**/frame.html');
  await visitor.launcher.hover();
  await frame;
  await expect(page.locator('iframe#chat-widget')).toBeAttached();
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => /token|rtm/.test(path))).toEqual([]);
});

test('row 37: an app that cannot be fetched says so, can be tried again, and names another way', async ({
  page,
  demo,
}) => {
  await page.addInitScript(() => {
    let settings: object | undefined;
    Object.defineProperty(window, '__lc', {
      configurable: true,
      get: () => settings,
      set: (given: object) => {
        settings = Object.assign(given, { fallback_url: 'mailto:hello@harbour.example' });
      },
    });
  });
  await page.route('**/frame.html', (route) => route.abort());
  await page.goto(demo.url);
  const visitor = new Visitor(page);
  await visitor.launcher.click();
  const retry = page.getByRole('button', { name: 'Try again' });
  await expect(retry).toBeVisible({ timeout: 10_000 });
  await expect(page.locator('a[href="mailto:hello@harbour.example"]')).toBeVisible();
  await page.unroute('**/frame.html');
  await retry.click();
  await expect(visitor.composer).toBeVisible();
});

test('what the page cannot be told at once, because a piece of ours is not to be had, it is told later', async ({
  page,
  demo,
}) => {
  await page.route('**/assets/notices-*.js', (route) => route.abort());
  await openHostPage(page, demo, {
    after: `heard = []; LiveChatWidget.on('new_event', ({ author }) => heard.push(author.type))`,
  });
  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  const visitor = new Visitor(page);
  await visitor.launcher.click();
  await visitor.writes('Good morning');
  await expect(visitor.log).toContainText(/Sent|Seen/);
  expect(await heard()).toEqual([]);
  await page.unroute('**/assets/notices-*.js');
  await visitor.writes('Is it there?');
  await expect.poll(async () => (await heard()).filter((author) => author === 'customer')).toHaveLength(2);
});

test('row 1: opens with a click, with Enter and with Space', async ({ visitor }) => {
  for (const open of [
    () => visitor.launcher.click(),
    () => visitor.launcher.press('Enter'),
    () => visitor.launcher.press('Space'),
  ]) {
    await open();
    await expect(visitor.composer).toBeFocused();
    await visitor.window.getByRole('button', { name: 'Minimize window' }).click();
    await expect(visitor.composer).toBeHidden();
  }
});

test('row 12: hidden, it blocks no click of the page', async ({ visitor, page }) => {
  await visitor.call('hide');
  await expect(page.locator('#chat-widget-container')).toHaveAttribute('data-state', 'hidden');
  const isOurs = await page.evaluate(() => {
    const found = document.elementFromPoint(innerWidth - 50, innerHeight - 50);
    return Boolean(found?.closest('#chat-widget-container'));
  });
  expect(isOurs).toBe(false);
});

test('row 269: a page lets the loader in by its hash, and nothing else under its name', async ({
  page,
  demo,
  guard,
}) => {
  const integrity = readFileSync(new URL('../dist/loader.js.integrity', import.meta.url), 'utf8').trim();
  const tag = (hash: string) =>
    `<script async src="/loader.js" integrity="${hash}" crossorigin="anonymous" data-license="${ACCOUNT.license}" data-server-url="${demo.url}"></script>`;
  await openHostPage(page, demo, { isBare: true, head: tag(integrity) });
  await expect(new Visitor(page).launcher).toBeVisible();
  expect(guard.complaints).toEqual([]);
  await openHostPage(page, demo, { isBare: true, head: tag(`sha384-${'A'.repeat(64)}`) });
  await expect.poll(() => guard.complaints.splice(0).join()).toContain('integrity');
  await expect(page.locator('#chat-widget-container')).toHaveCount(0);
});
