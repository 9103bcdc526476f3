import { chromium, expect, test } from '@playwright/test';
import { bundleChatSdk } from './support/foreign-bundle';
import { type NamedDemo, startNamedDemo } from './support/foreign-demo';
import { Visitor } from './support/visitor';

/**
 * `@livechat/chat-sdk` 0.2.0 as it was published, in a browser, against the demo behind TLS. Its host is built in: this
 * browser alone finds the demo under that name.
 */
let demo: NamedDemo;
test.beforeEach(async () => {
  demo = await startNamedDemo(['api.livechatinc.com']);
});
test.afterEach(() => demo.stop());

interface Sdk {
  init(tokens: object): void;
  on(push: string, handler: (push: { payload: { event?: { text: string }; chat?: { id: string } } }) => void): void;
  sendMessage(chatId: string, text: string): Promise<object>;
}

interface SdkPage {
  ChatSDK: new (config: object) => Sdk;
  sdk: Sdk;
  heard: string[];
  chatId: string;
}

test('an agent program that nobody here wrote talks to a visitor of the widget', async ({ launchOptions }) => {
  const browser = await chromium.launch({
    ...launchOptions,
    args: [...(launchOptions.args ?? []), `--host-resolver-rules=MAP api.livechatinc.com 127.0.0.1:${demo.port}`],
  });
  const context = await browser.newContext({ ignoreHTTPSErrors: true });

  const program = await context.newPage();
  await program.goto('https://api.livechatinc.com/healthz');
  await program.addScriptTag({ content: await bundleChatSdk() });
  await program.evaluate((access_token) => {
    const page = globalThis as unknown as SdkPage;
    page.heard = [];
    page.sdk = new page.ChatSDK({});
    page.sdk.on('incoming_chat', ({ payload }) => {
      page.chatId = payload.chat?.id ?? '';
    });
    page.sdk.on('incoming_event', ({ payload }) => page.heard.push(payload.event?.text ?? ''));
    const ready = new Promise<void>((resolve) => page.sdk.on('ready', () => resolve()));
    page.sdk.init({ access_token });
    return ready;
  }, 'dal:sandbox-mara');

  const shop = await context.newPage();
  await shop.goto(demo.url);
  const visitor = new Visitor(shop);
  await visitor.opens();
  await visitor.writes('Do you rent tandems?');
  const chatId = () => program.evaluate(() => (globalThis as unknown as SdkPage).chatId ?? '');
  await expect.poll(chatId).not.toBe('');

  await program.evaluate(() => {
    const page = globalThis as unknown as SdkPage;
    return page.sdk.sendMessage(page.chatId, 'Two of them, from Friday on.');
  });
  await visitor.sees('Two of them, from Friday on.');

  await visitor.writes('Friday it is');
  await expect.poll(() => program.evaluate(() => (globalThis as unknown as SdkPage).heard)).toContain('Friday it is');
  await browser.close();
});
