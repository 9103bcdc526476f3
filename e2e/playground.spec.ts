import { createReadStream, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, resolve } from 'node:path';
import { type Browser, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test';

const pages = resolve(import.meta.dirname, '../dist/playground');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.webm': 'video/webm',
};

/** The built page, as any web server would give it. */
function serve(): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    response.setHeader('content-type', TYPES[extname(pathname)] ?? 'text/html');
    const file = join(pages, normalize(pathname === '/' ? '/index.html' : pathname));
    createReadStream(file)
      .on('error', () => response.writeHead(404).end())
      .pipe(response);
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}

const test = base.extend<object, { readonly address: string }>({
  address: [
    async ({ browserName: _browser }, use) => {
      const server = await serve();
      await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
      server.close();
    },
    { scope: 'worker' },
  ],
});

interface Look {
  readonly name: string;
  readonly query: string;
  readonly options: BrowserContextOptions;
  /** What the look can change; all that does not depend on it is asked once. */
  readonly tags: readonly string[];
}

const looks: readonly Look[] = [
  {
    name: 'light',
    query: '',
    tags: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    options: { viewport: { width: 392, height: 680 } },
  },
  {
    name: 'dark',
    query: '',
    tags: ['cat.color'],
    options: { viewport: { width: 392, height: 680 }, colorScheme: 'dark' },
  },
  {
    name: 'forced',
    query: '',
    tags: ['cat.name-role-value'],
    options: { viewport: { width: 392, height: 680 }, forcedColors: 'active' },
  },
  {
    name: 'Arabic',
    tags: ['cat.name-role-value', 'cat.language'],
    query: 'size=phone&dir=rtl',
    options: { viewport: { width: 390, height: 844 }, hasTouch: true },
  },
];

// What these states are for: a picture and a page that cannot be had, and a component that fails.
const MAY_COMPLAIN = /net::ERR_(?:FAILED|CONNECTION_REFUSED|NAME_NOT_RESOLVED|BLOCKED_BY_CLIENT)|a fault on purpose/;

async function quietPage(browser: Browser, address: string, options: BrowserContextOptions, complaints: string[]) {
  const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await context.route(
    (url) => url.origin !== address && url.protocol.startsWith('http'),
    (route) => {
      // Addresses of the states' own pictures and pages. Nobody else is asked, and nothing is answered.
      if (!/^(?:127\.0\.0\.1|.*\.example)$/.test(new URL(route.request().url()).hostname))
        complaints.push(`asked ${route.request().url()}`);
      return route.abort();
    },
  );
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !MAY_COMPLAIN.test(message.text()))
      complaints.push(`${page.url()}: ${message.text()}`);
  });
  return page;
}

interface Playground {
  readonly playgroundStates: readonly string[];
  drawState(name: string): Promise<void>;
  readonly axe: { run(options: object): Promise<{ violations: readonly Violation[] }> };
}
interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

const axe = readFileSync(
  createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
);

const namesOf = (page: Page) => page.evaluate(() => (globalThis as unknown as Playground).playgroundStates);

/** Draws every state in one page, and tells what is wrong with each. */
function drawAll(page: Page, tags: readonly string[]): Promise<string[]> {
  return page.evaluate(async (tags) => {
    const { playgroundStates, drawState, axe } = globalThis as unknown as Playground;
    // The log and what scrolls in it are walked by the arrow keys, with one stop of the Tab key for all.
    const rules = { 'scrollable-region-focusable': { enabled: false }, 'color-contrast-enhanced': { enabled: false } };
    const told: string[] = [];
    for (const state of playgroundStates) {
      await drawState(state);
      const isEmpty = () => !document.querySelector('.natter')?.textContent;
      // What stands in for a broken window comes with its second piece.
      for (let tries = 0; tries < 60 && isEmpty(); tries += 1) await new Promise(requestAnimationFrame);
      if (isEmpty()) told.push(`${state}: nothing is drawn`);
      const { violations } = await axe.run({ runOnly: tags, rules, resultTypes: ['violations'] });
      for (const { id, nodes } of violations)
        told.push(`${state}: ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    }
    return told;
  }, tags);
}

// A trace would keep a copy of the page for each step.
test.use({ trace: 'off' });

for (const { name, query, options, tags } of looks) {
  test(`${name}: each state of the playground is drawn, and none breaks a rule`, async ({ browser, address }) => {
    const complaints: string[] = [];
    const page = await quietPage(browser, address, options, complaints);
    await page.goto(`${address}/?${query}&bare&state=empty`);
    await expect(page.locator('html[data-ready]')).toHaveCount(1);
    await page.addScriptTag({ content: axe });
    expect((await namesOf(page)).length).toBeGreaterThan(60);
    expect(await drawAll(page, tags)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
}

test('the gallery has every state by name, and switches', async ({ browser, address }) => {
  const complaints: string[] = [];
  const page = await quietPage(browser, address, {}, complaints);
  await page.goto(address);
  const states = await namesOf(page);
  await expect(page.locator('figure')).toHaveCount(states.length);
  for (const value of ['dark', 'rtl', 'phone', 'de', 'slow'])
    await page.getByRole('link', { name: value, exact: true }).click();
  await expect(page).toHaveURL(/theme=dark&dir=rtl&size=phone&language=de&line=slow/);
  const own = page.frameLocator('iframe[title=conversation]');
  await expect(own.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.locator('iframe[title=conversation]')).toHaveCSS('width', '390px');
  await page.getByRole('link', { name: 'ar', exact: true }).click();
  await expect(page).toHaveURL(/language=ar/);
  const empty = page.frameLocator('iframe[title=empty]');
  await expect(empty.getByText('كيف يمكننا المساعدة؟')).toBeVisible();
  await expect(empty.locator('html')).toHaveAttribute('dir', 'rtl');
  expect(complaints).toEqual([]);
  await page.context().close();
});
