import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import type { AdapterApp, AdapterProps, AdapterValues } from './adapters/contract';
import { ChatHere } from './support/chat-here';
import { bundleAdapterApp } from './support/foreign-bundle';
import { type NamedDemo, startNamedDemo } from './support/foreign-demo';

/**
 * LiveChat's adapters as they were published, in apps that know nothing of us. Where they find the script is written in
 * them: this browser alone finds the demo under that name, and our loader under that address.
 */
const CDN = 'cdn.livechatinc.com';
const SHOP = 'shop.example';
const LOADER = readFileSync(resolve(import.meta.dirname, '../dist/loader.js'), 'utf8');
// The adapter for Angular knows no organizations.
const ACCOUNT = { license: '100200300' };

test.describe.configure({ mode: 'default' });

let demo: NamedDemo;
let browser: Browser;
test.beforeAll(async ({ launchOptions }) => {
  demo = await startNamedDemo([CDN, SHOP], true);
  const rules = [CDN, SHOP].map((host) => `MAP ${host} 127.0.0.1:${demo.port}`).join(',');
  const args = [...(launchOptions.args ?? []), `--host-resolver-rules=${rules}`];
  browser = await chromium.launch({ ...launchOptions, args });
});
test.afterAll(async () => {
  await browser.close();
  await demo.stop();
});

interface AppWindow {
  readonly app: AdapterApp;
  readonly LiveChatWidget: { get(name: string): unknown };
}

/** The app in a page, by what its author sees. */
class AppPage {
  readonly page: Page;
  readonly chat: ChatHere;
  readonly container;
  readonly launcher;
  readonly complaints: string[] = [];
  /** What the service was told of those whose configuration was asked for. */
  readonly told: Record<string, string>[] = [];

  constructor(page: Page) {
    this.page = page;
    this.chat = new ChatHere(page.frameLocator('iframe#chat-widget'));
    this.container = page.locator('#chat-widget-container');
    this.launcher = page.getByRole('button', { name: /^(?:Open chat|Minimize window)/ });
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.pathname.endsWith('get_dynamic_configuration')) this.told.push(Object.fromEntries(url.searchParams));
    });
  }

  async opens(name: string): Promise<void> {
    await this.page.route(`https://${CDN}/tracking.js`, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: LOADER }),
    );
    await this.page.goto(`https://${SHOP}/healthz`);
    await this.page.evaluate((server_url) => {
      Object.assign(window, { __lc: { client_id: '9d3c1e5a7b2f4068a1c9e3d5b7f20468', server_url } });
    }, `https://${CDN}`);
    await this.page.addScriptTag({ content: await bundleAdapterApp(name) });
    await this.page.waitForFunction(() => 'app' in window);
  }

  shows(props: Omit<AdapterProps, 'license'> = {}): Promise<void> {
    return this.page.evaluate((given) => (window as unknown as AppWindow).app.show(given), { ...ACCOUNT, ...props });
  }

  hides(): Promise<void> {
    return this.page.evaluate(() => (window as unknown as AppWindow).app.hide());
  }

  values(): Promise<AdapterValues> {
    return this.page.evaluate(() => (window as unknown as AppWindow).app.values());
  }

  heard(): Promise<readonly string[]> {
    return this.page.evaluate(() => (window as unknown as AppWindow).app.heard);
  }

  /** What the page's own scripts would ask. */
  ask(name: string): Promise<unknown> {
    return this.page.evaluate((getter) => (window as unknown as AppWindow).LiveChatWidget.get(getter), name);
  }

  globals(): Promise<readonly string[]> {
    return this.page.evaluate(() => ['LiveChatWidget', 'LC_API', '__lc_inited'].filter((name) => name in window));
  }
}

for (const name of ['react', 'vue', 'angular']) {
  test(`point 10; row 246: ${name}: mount, props, values, handlers, unmount, remount`, async () => {
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    const app = new AppPage(await context.newPage());
    await app.opens(name);

    await test.step('mounted: the launcher, ready, and what the widget says of itself', async () => {
      await app.shows({ customerName: 'Ada', sessionVariables: { plan: 'pro' } });
      await expect(app.launcher).toBeVisible();
      await expect.poll(() => app.values()).toMatchObject({ isReady: true, state: { visibility: 'minimized' } });
      await expect.poll(async () => (await app.heard()).filter((event) => event === 'onReady')).toHaveLength(1);
      await expect.poll(() => app.heard()).toContain('onAvailabilityChanged');
    });

    await test.step('props: the window opens; a chat changes what is said', async () => {
      await app.shows({ customerName: 'Ada', sessionVariables: { plan: 'pro' }, visibility: 'maximized' });
      await app.chat.talks('From an adapter');
      await expect
        .poll(() => app.values())
        .toMatchObject({
          state: { availability: 'online', visibility: 'maximized' },
          customer: { status: 'chatting' },
          chat: { chatId: expect.any(String), threadId: expect.any(String) },
        });
      await expect
        .poll(() => app.ask('customer_data'))
        .toMatchObject({ name: 'Ada', sessionVariables: { plan: 'pro' } });
      await expect
        .poll(() => app.heard())
        .toEqual(expect.arrayContaining(['onVisibilityChanged', 'onCustomerStatusChanged', 'onNewEvent']));
    });

    await test.step('unmounted: nothing is left', async () => {
      await app.hides();
      await expect(app.container).toHaveCount(0);
      await expect.poll(() => app.globals()).toEqual([]);
      await expect.poll(async () => (await app.values()).isReady ?? false).toBe(false);
      await expect.poll(async () => (await app.values()).state ?? null).toBe(null);
    });

    await test.step('mounted again, and another group: one widget each time', async () => {
      const says = { implementation_type: `@livechat/widget-${name}` };
      expect(app.told).toContainEqual(expect.objectContaining(says));
      expect(app.told.filter((one) => 'origin' in one)).toEqual([]);
      await app.shows({ isText: true });
      await expect(app.launcher).toBeVisible();
      await expect.poll(async () => (await app.values()).isReady).toBe(true);
      expect(app.told.at(-1)).toMatchObject(name === 'angular' ? says : { ...says, origin: 'text' });
      await app.shows({ isText: true, group: '3' });
      await expect.poll(() => app.told.at(-1)).toMatchObject({ group_id: '3' });
      await expect(app.container).toHaveCount(1);
      await expect.poll(async () => (await app.values()).isReady).toBe(true);
    });

    await test.step('unmounted while it loads: nothing appears', async () => {
      await app.hides();
      await expect(app.container).toHaveCount(0);
      await app.page.evaluate((account) => {
        const { app } = window as unknown as AppWindow;
        app.show(account);
        setTimeout(() => app.hide());
      }, ACCOUNT);
      await app.page.waitForLoadState('networkidle');
      await expect.poll(() => app.globals()).toEqual([]);
      await expect(app.container).toHaveCount(0);
    });

    expect(app.complaints).toEqual([]);
    await context.close();
  });
}
