// Every state of the playground in every look, in one page and one picture: artifacts/contact-sheet.html and .png.
// `node .ci/contact-sheet.mjs [part of a name…]` takes only those states.
import { createReadStream, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { ensureChromium } from './chromium.mjs';

const root = resolve(import.meta.dirname, '..');
const pages = resolve(root, 'dist/playground');
const folder = resolve(root, 'artifacts/contact-sheet');
const AT_ONCE = 3;
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.webm': 'video/webm' };

const DESKTOP = { width: 392, height: 680 };
const PHONE = { width: 390, height: 844 };
const SMALL = { width: 320, height: 480 };
const ZOOMED = { width: 320, height: 256 };
const LOOKS = [
  { name: 'light', viewport: DESKTOP, query: '' },
  { name: 'dark', viewport: DESKTOP, query: 'theme=dark', colorScheme: 'dark' },
  { name: 'forced', viewport: DESKTOP, query: '', forcedColors: 'active' },
  { name: 'phone-rtl', viewport: PHONE, query: 'dir=rtl&size=phone', hasTouch: true },
  { name: 'small', viewport: SMALL, query: 'size=small&language=de', hasTouch: true },
  // 1280 × 1024 at 400 %.
  { name: 'zoomed', viewport: ZOOMED, query: 'size=small', hasTouch: false },
];

function serve() {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const file = join(pages, normalize(pathname === '/' ? '/index.html' : pathname));
    response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
    const stream = createReadStream(file);
    stream.on('error', () => response.writeHead(404).end());
    stream.pipe(response);
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}

/** The state stands, with all its pieces and pictures, and nothing moves. */
const isWhole = () =>
  document.documentElement.dataset.ready !== undefined &&
  document.querySelector('.awaited') === null &&
  [...document.images].every((image) => image.complete || image.loading === 'lazy');

/** What no picture shows at a glance: what sticks out, and what is cut. */
const faultsOf = () => {
  const faults = [];
  const app = document.querySelector('.natter');
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) faults.push(`the page is ${scrollWidth - clientWidth} px too wide`);
  const log = document.querySelector('[role=log]');
  if (log && log.scrollWidth > log.clientWidth + 1)
    faults.push(`the log is ${log.scrollWidth - log.clientWidth} px too wide`);
  for (const button of app?.querySelectorAll('button') ?? []) {
    if (button.scrollWidth > button.clientWidth + 1 && getComputedStyle(button).overflowX !== 'visible')
      faults.push(`cut: ${button.textContent}`);
  }
  return faults;
};

/**
 * One picture out of a few hundred of a busy machine has its top once more at its foot, and no page has done that. So
 * there are two that are alike.
 */
async function takeWhole(page) {
  const take = () => page.screenshot({ type: 'jpeg', quality: 80, animations: 'disabled' });
  let last = await take();
  for (let tries = 0; tries < 4; tries += 1) {
    const next = await take();
    if (next.equals(last)) break;
    last = next;
  }
  return last;
}

async function takeLook(browser, address, states, { name, query, ...look }) {
  const context = await browser.newContext({
    ...look,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/Warsaw',
  });
  await context.route(
    (url) => url.origin !== address,
    (route) => route.abort(),
  );
  const waiting = [...states];
  const faults = [];
  const take = async () => {
    const page = await context.newPage();
    for (let state = waiting.shift(); state; state = waiting.shift()) {
      await page.goto(`${address}/?${query}&bare&state=${state}`);
      await page
        .waitForFunction(isWhole, undefined, { timeout: 10_000, polling: 100 })
        .catch(() => faults.push(`${name}/${state}: not whole`));
      faults.push(...(await page.evaluate(faultsOf)).map((fault) => `${name}/${state}: ${fault}`));
      writeFileSync(join(folder, `${name}-${state}.jpg`), await takeWhole(page));
    }
    await page.close();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, take));
  await context.close();
  return faults;
}

const cell = (file, state) => `<figure><img src="${file}" alt=""><figcaption>${state}</figcaption></figure>`;
const section =
  (states, source) =>
  ({ name }) =>
    `<section><h2>${name}</h2>${states.map((state) => cell(source(`${name}-${state}.jpg`), state)).join('')}</section>`;
const sheet = (states, source) => `<!doctype html><meta charset="utf-8"><title>Natter: contact sheet</title><style>
body { margin: 16px; font: 13px/1.4 system-ui, sans-serif; background: #d8dfe2; color: #14252b }
section { display: flex; flex-wrap: wrap; gap: 12px; margin-block-end: 24px }
h2 { inline-size: 100%; margin: 0 } figure { margin: 0 } img { display: block; inline-size: 196px; border-radius: 6px }
</style>${LOOKS.map(section(states, source)).join('')}`;

const started = performance.now();
await build({ mode: 'playground', configFile: resolve(root, 'vite.config.ts') });
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const server = await serve();
const address = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({
  executablePath: await ensureChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const page = await browser.newPage({ viewport: { width: 2_560, height: 1_000 } });
  await page.goto(`${address}/?state=empty`);
  const wanted = process.argv.slice(2);
  const all = await page.evaluate(() => globalThis.playgroundStates);
  const states = all.filter((state) => wanted.length === 0 || wanted.some((part) => state.includes(part)));
  const faults = [];
  for (const look of LOOKS) faults.push(...(await takeLook(browser, address, states, look)));

  const html = resolve(root, 'artifacts/contact-sheet.html');
  writeFileSync(
    html,
    sheet(states, (file) => `contact-sheet/${file}`),
  );
  await page.setContent(
    sheet(states, (file) => `data:image/jpeg;base64,${readFileSync(join(folder, file)).toString('base64')}`),
  );
  await page.screenshot({ path: resolve(root, 'artifacts/contact-sheet.png'), fullPage: true });
  for (const fault of faults) console.log(fault);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`artifacts/contact-sheet.png: ${states.length} states in ${LOOKS.length} looks, ${seconds} s`);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  await browser.close();
  server.close();
}
