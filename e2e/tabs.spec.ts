import type { BrowserContext, Page } from '@playwright/test';
import { control } from './support/control';
import { expect, test } from './support/test';
import { Visitor } from './support/visitor';
import { wholeBrowser } from './support/whole-browser';

test.use({
  // A browser of its own: others are told not to keep pages.
  launchOptions: async ({ launchOptions }, use) => {
    await use({ ...launchOptions, ...wholeBrowser(), ignoreDefaultArgs: ['--disable-back-forward-cache'] });
  },
});

/** Counts the sockets that pages of this browser have open. */
function socketsOf(context: BrowserContext): { readonly open: number; readonly most: number } {
  const open = new Set<object>();
  let most = 0;
  const watch = (page: Page) => {
    page.on('websocket', (socket) => {
      open.add(socket);
      most = Math.max(most, open.size);
      socket.on('close', () => open.delete(socket));
      // A page that crashes, or gives way to another, says nothing of its sockets.
      page.on('framenavigated', (frame) => frame === page.mainFrame() && open.delete(socket));
      for (const event of ['close', 'crash'] as const) page.on(event as 'close', () => open.delete(socket));
    });
  };
  context.pages().forEach(watch);
  context.on('page', watch);
  return {
    get open() {
      return open.size;
    },
    get most() {
      return most;
    },
  };
}

async function openTab(context: BrowserContext, url: string): Promise<Visitor> {
  const tab = new Visitor(await context.newPage());
  await tab.page.goto(url);
  await tab.opens();
  return tab;
}

/** Every tab of a headless browser is in front: this says otherwise. */
async function turn(tab: Visitor, visibility: 'hidden' | 'visible'): Promise<void> {
  for (const frame of tab.page.frames()) {
    await frame.evaluate((state) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => state === 'hidden' });
      document.dispatchEvent(new Event('visibilitychange'));
    }, visibility);
  }
}

type Window = globalThis.Window & { bells?: number };

/** Counts the tones of bells instead of playing them, in each page with its frames. */
async function muffle(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const top = window.top as Window;
    const { createOscillator } = AudioContext.prototype;
    AudioContext.prototype.createOscillator = function () {
      top.bells = (top.bells ?? 0) + 1;
      return createOscillator.call(this);
    };
  });
}

async function tonesIn(tabs: readonly Visitor[]): Promise<number> {
  const each = await Promise.all(tabs.map(({ page }) => page.evaluate(() => (window as Window).bells ?? 0)));
  return each.reduce((sum, tones) => sum + tones, 0);
}

const isSent = (tab: Visitor, text: string) =>
  expect(tab.message(text)).toContainText(/Sent|Seen/, { timeout: 20_000 });

test('point 22; rows 168, 188, 189: tabs of one visitor say the same by one socket, whichever is looked at, closed or left', async ({
  context,
  visitor: first,
  agent,
  demo,
}) => {
  const sockets = socketsOf(context);
  await muffle(context);
  await first.page.reload();
  await agent.logsIn(demo.url);
  await first.opens();
  await first.writes('From the first');
  await agent.opensNewestChat();
  let second = await openTab(context, demo.url);
  await second.sees('From the first');
  await second.writes('From the second');
  await first.sees('From the second');
  await isSent(second, 'From the second');
  await agent.writes('To both');
  const both = [first, second];
  for (const tab of both) await tab.sees('To both');
  expect(sockets.most).toBe(1);
  // Two tones are one bell.
  await expect.poll(() => tonesIn(both)).toBe(2);

  // Half a thought of one is half a thought of all.
  await first.composer.fill('Half a thought');
  await expect(second.composer).toHaveValue('Half a thought');
  await first.composer.fill('');
  await expect(second.composer).toHaveValue('');

  // What nobody has seen is counted in both; who reads it has read it in both.
  for (const tab of both) await tab.window.getByRole('button', { name: 'Minimize window' }).click();
  await agent.writes('Are you there?');
  for (const tab of both) await expect(tab.launcher).toHaveAccessibleName('Open chat, 1 unread message');
  await second.opens();
  await second.sees('Are you there?');
  await expect(first.launcher).toHaveAccessibleName('Open chat');
  await first.opens();

  // Who is looked at has the line.
  await turn(first, 'hidden');
  await turn(second, 'visible');
  await second.writes('Looked at');
  await isSent(second, 'Looked at');
  await first.sees('Looked at');
  // The old one may still be saying good-bye.
  await expect.poll(() => sockets.open).toBe(1);

  // Closed.
  await second.page.close();
  await turn(first, 'visible');
  await first.writes('After one was closed');
  await isSent(first, 'After one was closed');

  // Navigated away with the socket in its hands, and back as it was.
  second = await openTab(context, demo.url);
  await first.page.evaluate(() => Object.assign(window, { isTheSame: true }));
  await first.page.goto('about:blank');
  await second.writes('While one is elsewhere');
  await isSent(second, 'While one is elsewhere');
  await first.page.goBack({ waitUntil: 'commit' });
  expect(await first.page.evaluate(() => 'isTheSame' in window)).toBe(true);
  // The frame came back with its page, and is no frame to the browser's driver any more.
  const inFirst = () =>
    first.page.evaluate(
      () => document.querySelector<HTMLIFrameElement>('iframe#chat-widget')?.contentDocument?.body.innerText,
    );
  await expect.poll(inFirst).toContain('While one is elsewhere');
  await expect.poll(() => sockets.open).toBe(1);
  for (const text of ['From the first', 'Looked at', 'After one was closed', 'While one is elsewhere']) {
    await agent.sees(text);
  }
});

test('a tab that crashes or is frozen with the socket in its hands leaves it to others, and nothing is lost', async ({
  context,
  visitor: first,
  agent,
  demo,
}) => {
  const sockets = socketsOf(context);
  await agent.logsIn(demo.url);
  await first.opens();
  await first.writes('From the first');
  await agent.opensNewestChat();

  // Crashed, with something just typed in the other.
  const third = await openTab(context, demo.url);
  await third.sees('From the first');
  const devTools = await context.newCDPSession(first.page);
  await third.composer.fill('While one crashes');
  void devTools.send('Page.crash').catch(() => {});
  await third.composer.press('Enter');
  await isSent(third, 'While one crashes');
  await third.sees('While one crashes');
  await agent.sees('While one crashes');

  // Frozen with the line in its hands.
  const fourth = await openTab(context, demo.url);
  await fourth.sees('While one crashes');
  const frozen = await context.newCDPSession(third.page);
  await turn(fourth, 'hidden');
  await frozen.send('Page.setWebLifecycleState', { state: 'frozen' });
  await turn(fourth, 'visible');
  await fourth.writes('While one is frozen');
  await isSent(fourth, 'While one is frozen');
  await agent.writes('We hear you.');
  await fourth.sees('We hear you.');
  await frozen.send('Page.setWebLifecycleState', { state: 'active' });
  await third.sees('While one is frozen');
  await third.sees('We hear you.');
  await expect.poll(() => sockets.open).toBe(1);
  for (const text of ['From the first', 'While one crashes', 'While one is frozen']) await agent.sees(text);
});

test('log-out, and another customer, reach all tabs', async ({ context, visitor: first, demo, agent }) => {
  await agent.logsIn(demo.url);
  await first.opens();
  await first.writes('A secret of the first customer');
  await isSent(first, 'A secret of the first customer');
  const second = await openTab(context, demo.url);
  await second.sees('A secret of the first customer');
  await second.composer.fill('Half a secret');

  const sayGoodbye = async (reason: string) => {
    const idNow = () => first.ask<{ id: string | null }>('customer_data').then(({ id }) => id);
    await expect.poll(idNow).toBeTruthy();
    const id = await idNow();
    await control(demo.url, 'disconnect-customer', { customer_id: id, reason });
  };
  await context.clearCookies();
  await sayGoodbye('access_token_revoked');
  for (const tab of [first, second]) {
    await expect(tab.message('A secret of the first customer')).toHaveCount(0, { timeout: 15_000 });
    await expect(tab.composer).toHaveValue('');
  }
  await second.writes('Hello from somebody else');
  await isSent(second, 'Hello from somebody else');
  await first.sees('Hello from somebody else');

  await sayGoodbye('logged_out_remotely');
  for (const tab of [first, second]) await expect(tab.window.getByText(/signed out|logged out/i)).toBeVisible();
});

test('row 190: twenty frames have one socket; without a channel or locks each has its own', async ({
  context,
  page,
  demo,
}) => {
  const sockets = socketsOf(context);
  await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
  const address = new URLSearchParams({
    license_id: '100200300',
    client_id: '9d3c1e5a7b2f4068a1c9e3d5b7f20468',
    server_url: demo.url,
  });
  const open = (count: number) =>
    page.evaluate(
      ([url, many]) => {
        for (let at = 0; at < (many as number); at += 1) {
          document.body.append(Object.assign(document.createElement('iframe'), { src: url }));
        }
      },
      [`${demo.url}/frame.html?${address}`, count] as const,
    );
  const composer = (at: number) => page.frameLocator('iframe').nth(at).getByRole('textbox', { name: 'Message' });
  const logs = (text: string) =>
    page
      .frameLocator('iframe')
      .owner()
      .page()
      .frames()
      .slice(1)
      .map((frame) => frame.getByRole('log').getByText(text));
  await page.goto(`${demo.url}/frame.html`);

  let had = 0;
  for (const count of [2, 5, 20]) {
    await open(count - had);
    had = count;
    await expect(composer(count - 1)).toBeVisible();
    await composer(count - 1).fill(`From frame ${count}`);
    await composer(count - 1).press('Enter');
    for (const log of logs(`From frame ${count}`)) await expect(log).toBeVisible();
    expect([count, sockets.most]).toEqual([count, 1]);
  }

  await page.addInitScript(() => {
    if (new URLSearchParams(window.top?.location.search).has('no-locks')) {
      Object.defineProperty(navigator, 'locks', { value: undefined });
    } else delete (window as Partial<Window & typeof globalThis>).BroadcastChannel;
  });
  for (const missing of ['no-channel', 'no-locks']) {
    await page.goto(`${demo.url}/frame.html?${missing}`);
    const alone = socketsOf(context);
    await open(2);
    await composer(1).fill(`With ${missing}`);
    await composer(1).press('Enter');
    for (const log of logs(`With ${missing}`)) await expect(log).toBeVisible();
    expect([missing, alone.most]).toEqual([missing, 2]);
  }
});
