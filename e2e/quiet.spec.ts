import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { chromium, type Page } from '@playwright/test';
import { ACCOUNT, CLIENT_ID, openHostPage } from './support/host-page';
import { expect, test } from './support/test';
import { Visitor } from './support/visitor';

// Nothing is prerendered with it.
const NO_GUESSES = '--disable-background-networking';

/** What pages of this browser ask of the network, and what their timers and frames do. */
async function listenTo(page: Page) {
  const said: string[] = [];
  let open = 0;
  page.on('request', (request) => said.push(request.url()));
  page.on('websocket', (socket) => {
    said.push(socket.url());
    open += 1;
    socket.on('close', () => {
      open -= 1;
    });
    socket.on('framesent', () => said.push('framesent'));
    socket.on('framereceived', () => said.push('framereceived'));
  });
  await page.addInitScript(() => {
    const top = window.top as Window & { ran?: string[] };
    top.ran ??= [];
    for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame'] as const) {
      const begin = window[name] as (task: (...told: unknown[]) => void, ...more: unknown[]) => number;
      Object.assign(window, {
        [name]: (task: (...told: unknown[]) => void, ...more: unknown[]) =>
          begin(
            (...told) => {
              top.ran?.push(`${name} ${String(more[0])}`);
              task(...told);
            },
            ...more,
          ),
      });
    }
  });
  return {
    said,
    sockets: () => open,
    /** Since it was last asked. */
    ran: () => page.evaluate(() => (window as Window & { ran?: string[] }).ran?.splice(0)),
  };
}

async function turn(page: Page, state: 'hidden' | 'visible'): Promise<void> {
  for (const frame of page.frames()) {
    await frame.evaluate((how) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => how });
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => how === 'hidden' });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  }
}

/** Where it is noon now: a day that begins is something new. */
function placeAtNoon(): string {
  const ahead = 12 - new Date().getUTCHours();
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

test.describe('far from midnight', () => {
  test.use({ timezoneId: placeAtNoon() });

  test('an hour out of sight and without a chat costs no request, no timer and no frame', async ({ page, demo }) => {
    // First: it has timers of its own.
    await page.clock.install();
    const heard = await listenTo(page);
    await openHostPage(page, demo);
    const visitor = new Visitor(page);
    await visitor.opens();
    await expect.poll(() => visitor.ask('customer_data')).toMatchObject({ id: expect.any(String) });
    await turn(page, 'hidden');
    await page.clock.runFor(90_000);
    // The service has its own time: what was still on its way has come, or never will.
    await expect.poll(heard.sockets).toBe(0);
    await page.waitForLoadState('networkidle');

    heard.said.length = 0;
    await heard.ran();
    await page.clock.runFor(60 * 60_000);
    expect([heard.said, await heard.ran()]).toEqual([[], []]);

    await turn(page, 'visible');
    await visitor.writes('Back again');
    await expect(visitor.message('Back again')).toContainText(/Sent|Seen/);
  });
});

test('a page that is prerendered asks for nothing before somebody comes', async ({ demo }, info) => {
  const loader = await (await fetch(`${demo.url}/loader.js`)).text();
  const asked: string[] = [];
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const pages: Readonly<Record<string, string>> = {
    '/': `<script type="speculationrules">{"prerender": [{"urls": ["/shop"], "eagerness": "immediate"}]}</script>
      <script>fetch('/go').then(() => location.assign('/shop'))</script>`,
    '/shop': `<script>
        __lc = { license: ${ACCOUNT.license}, client_id: '${CLIENT_ID}', server_url: location.origin };
        const say = () => fetch('/says?' + (document.prerendering ? 'prerendered' : 'visited'));
        document.addEventListener('prerenderingchange', say);
      </script><script async src="/loader.js" onload="say()"></script>`,
  };
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    if (/says|configuration/.test(url)) asked.push(/prerendered|visited|configuration/.exec(url)?.[0] ?? url);
    if (url === '/go') void held.then(() => response.end());
    else if (url === '/loader.js') response.setHeader('content-type', 'text/javascript').end(loader);
    else response.setHeader('content-type', 'text/html').end(pages[url] ?? '');
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { readonly port: number };
  // With somebody at its DevTools no browser prerenders, so nobody drives this one.
  const { executablePath = chromium.executablePath(), args = [] } = info.project.use.launchOptions ?? {};
  const profile = `--user-data-dir=${info.outputPath('profile')}`;
  const flags = ['--headless', ...args.filter((flag) => flag !== NO_GUESSES), profile];
  // A group of its own: what is installed may be a script around the browser, and would leave it behind.
  const browser = spawn(executablePath, [...flags, `http://127.0.0.1:${port}/`], { detached: true });
  try {
    await expect.poll(() => asked[0], { timeout: 30_000 }).toBe('prerendered');
    expect(asked).toEqual(['prerendered']);
    letGo();
    // Two requests at once: whichever comes first.
    await expect.poll(() => [...asked].sort()).toEqual(['configuration', 'prerendered', 'visited']);
  } finally {
    if (browser.pid) process.kill(-browser.pid);
    server.closeAllConnections();
    server.close();
  }
});
