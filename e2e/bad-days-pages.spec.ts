import { expect, test } from './support/proxy';
import { wholeBrowser } from './support/whole-browser';

test.use({
  trace: 'off',
  // A browser of its own: others are told not to keep pages.
  launchOptions: async ({ launchOptions }, use) => {
    await use({ ...launchOptions, ...wholeBrowser(), ignoreDefaultArgs: ['--disable-back-forward-cache'] });
  },
});

test('a reload in the middle of sending', async ({ day }) => {
  await day.chats();
  const held = day.proxy.at('send_event', 'hold');
  await day.types('Half way', 'Behind it');
  await held;
  await day.visitor.composer.fill('Half a sen');
  const reloaded = day.visitor.page.reload();
  day.comesUp();
  await reloaded;
  await expect(day.visitor.composer).toHaveValue('Half a sen');
  await day.endsWell();
});

for (const moment of ['before', 'handled'] as const) {
  test(`a tab that crashes with a message ${moment} it`, async ({ day }) => {
    await day.chats();
    const cut = day.proxy.at('send_event', moment);
    await day.types('Famous', 'Last words');
    await cut;
    // What is typed is kept by and by.
    await day.visitor.composer.fill('Half a sen');
    const isKept = () => day.visitor.page.evaluate(() => JSON.stringify(localStorage).includes('Half a sen'));
    await expect.poll(isKept).toBe(true);
    await day.crashes();
    await day.opensAnotherTab();
    await expect(day.visitor.composer).toHaveValue('Half a sen');
    await day.visitor.composer.fill('');
    await day.endsWell();
  });
}

test('a page that goes and comes back as it was', async ({ day }) => {
  const { page } = day.visitor;
  await day.chats();
  await page.evaluate(() => Object.assign(window, { isTheSame: true }));
  await day.goesDown();
  await day.types('Before I go');
  await page.goto('about:blank');
  day.comesUp();
  await day.truth.write(day.lastChatId(), 'While you were away');
  // It is not loaded again.
  await page.goBack({ waitUntil: 'commit' });
  expect(await page.evaluate(() => 'isTheSame' in window)).toBe(true);
  // The frame came back with its page, and is no frame to the browser's driver any more.
  const lines = () =>
    page.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>('iframe#chat-widget');
      return [...(frame?.contentDocument?.querySelectorAll('article') ?? [])].map(({ innerText }) => innerText);
    });
  await expect
    .poll(async () => (await lines()).join('\n'), { timeout: 20_000 })
    .toMatch(/^(?=.*While you were away).*Before I go.*(?:Sent|Seen)/s);
  expect((await lines()).filter((line) => line.includes('Before I go'))).toHaveLength(1);
  await page.reload();
  await day.reopens();
  await day.endsWell();
});

test('a page that is not looked at while the line dies', async ({ day }) => {
  await day.chats();
  await day.goesDown();
  await day.types('And away');
  await day.looks(false);
  day.comesUp();
  await day.truth.write(await day.chatId(), 'While nobody looked');
  await day.looks(true);
  await day.endsWell();
});

test('a page that is frozen while its line dies and somebody writes', async ({ day }) => {
  await day.chats();
  await day.goesDown();
  await day.types('Frozen words');
  const chatId = await day.chatId();
  const cdp = await day.cdp();
  await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
  day.comesUp();
  await day.truth.write(chatId, 'While it was frozen');
  await cdp.send('Page.setWebLifecycleState', { state: 'active' });
  await day.endsWell();
});

test('a computer that sleeps while its line dies unnoticed, and wakes', async ({ day }) => {
  const { clock } = day.visitor.page;
  await clock.install();
  await day.chats();
  await day.visitor.isWhole();
  await day.stopsClock();
  day.proxy.lose('toClient');
  await day.truth.write(await day.chatId(), 'While you slept');
  await clock.fastForward('02:00:00');
  // Three to find out that nobody answers, and up to one until the next line; a ping alone would take twenty.
  await day.passes(5);
  await expect.poll(() => day.proxy.lines.opened).toBe(2);
  await clock.resume();
  await day.visitor.sees('While you slept');
  await day.types('Good morning');
  await day.endsWell();
});

test('a storage that is emptied while something waits', async ({ day }) => {
  await day.chats();
  await day.goesDown();
  await day.types('Not in any storage');
  const cdp = await day.cdp();
  await cdp.send('Storage.clearDataForOrigin', { origin: day.proxy.url, storageTypes: 'local_storage,indexeddb' });
  day.comesUp();
  await day.endsWell();
  await day.visitor.page.reload();
  await day.reopens();
  await day.endsWell();
});

test('row 192: a storage that is full: the visitor is told, once', async ({ day, page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('Full', 'QuotaExceededError');
    };
  });
  await page.clock.install();
  await day.chats();
  await day.visitor.isWhole();
  const warning = day.visitor.window.locator('p').getByText(/does not keep your text/);
  for (const times of [1, 0]) {
    await day.goesDown();
    await day.types(`Warned ${times} times`);
    await day.passes(3);
    await expect(warning).toHaveCount(times);
    day.comesUp();
    await day.arrives();
    await expect(warning).toHaveCount(0);
  }
  const cut = day.proxy.at('send_event', 'handled');
  await day.types('Handled', 'Not handled');
  await cut;
  await day.endsWell();
});

test('a storage that is damaged, or of another version', async ({ day, page }) => {
  await day.chats();
  await day.goesDown();
  await day.types('Kept', 'And kept');
  await page.evaluate(() => {
    for (const [name, text] of Object.entries(localStorage)) {
      const kept: unknown = name.includes(':outbox:') ? JSON.parse(text) : undefined;
      const foreign = [
        null,
        7,
        'text',
        {},
        { id: 1, body: 'An older shape' },
        { customId: 'x', text: 5, typedAt: 'then' },
      ];
      localStorage.setItem(name, Array.isArray(kept) ? JSON.stringify([...foreign, ...kept]) : '{"half');
    }
  });
  await page.goto('about:blank');
  day.comesUp();
  await page.goto(day.proxy.url);
  await day.reopens();
  await day.endsWell();
});

test('row 192: a storage that may not be had', async ({ day, page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('Denied', 'SecurityError');
        },
      });
    }
  });
  await day.chats();
  const cut = day.proxy.at('send_event', 'before');
  await day.types('In memory', 'And so is this');
  await cut;
  await day.endsWell();
});
