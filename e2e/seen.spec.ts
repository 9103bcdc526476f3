import { wholeBrowser } from './support/whole-browser';
import { expect, test } from './support/with-mara';

test.use({
  // In the headless shell every page has the focus, always.
  launchOptions: async ({ launchOptions }, use) => {
    await use({ ...launchOptions, ...wholeBrowser() });
  },
});

test('rows 33, 69: what was looked at for a second is told, at most every 2 s, and is no longer new at the next visit', async ({
  mara,
  page,
}) => {
  const { visitor } = mara;
  const { log } = visitor;
  const told = () => mara.sent('mark_events_as_seen').length;
  const unseen = log.getByRole('separator', { name: 'New' });
  const passes = (ms: number) => page.clock.runFor(ms);
  /** All that is to be told was told: the clock goes on until nothing comes any more. */
  const settles = async () => {
    await expect(async () => {
      const had = told();
      await passes(5_000);
      expect(told()).toBe(had);
    }).toPass();
    return told();
  };
  const minimizes = () => visitor.window.getByRole('button', { name: 'Minimize window' }).click();
  /** Of all documents of the tab. */
  const looks = (state: 'hidden' | 'visible') =>
    page.evaluate((value) => {
      const frame = document.querySelector<HTMLIFrameElement>('iframe#chat-widget');
      for (const one of [document, frame?.contentDocument].flatMap((found) => found ?? [])) {
        Object.defineProperty(one, 'visibilityState', { configurable: true, value });
        one.dispatchEvent(new Event('visibilitychange'));
      }
    }, state);

  await page.clock.install();
  await page.reload();
  await mara.says('Let me look.');
  await visitor.sees('Let me look.');
  await expect.poll(told).toBeGreaterThan(0);
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 10_000);
  let before = await settles();

  await test.step('nothing while the window is minimised', async () => {
    await minimizes();
    await mara.says('We have two.');
    await expect(visitor.launcher).toHaveAccessibleName('Open chat, 1 unread message');
    await passes(5_000);
    expect(told()).toBe(before);
  });

  await test.step('after a second in view, and then not before 2 s are over', async () => {
    await visitor.opens();
    await visitor.sees('We have two.');
    await expect(unseen).toHaveCount(1);
    await passes(900);
    expect(told()).toBe(before);
    await passes(200);
    await expect.poll(told).toBe(before + 1);
    await mara.says('A blue one,');
    await visitor.sees('A blue one,');
    await passes(1_100);
    await mara.says('and a red one.');
    await visitor.sees('and a red one.');
    await passes(600);
    expect(told()).toBe(before + 1);
    await passes(2_000);
    await expect.poll(told).toBeGreaterThan(before + 1);
    await settles();
  });

  await test.step('33: gone when one comes back', async () => {
    await expect(unseen).toHaveCount(1);
    await minimizes();
    await visitor.opens();
    await visitor.sees('and a red one.');
    await expect(unseen).toHaveCount(0);
  });

  await test.step('nothing in a tab that is hidden', async () => {
    before = await settles();
    await looks('hidden');
    await mara.says('Which one?');
    await visitor.sees('Which one?');
    await expect(unseen).toHaveCount(1);
    await passes(5_000);
    expect(told()).toBe(before);
    await looks('visible');
    await passes(1_100);
    await expect.poll(told).toBe(before + 1);
    await settles();
    await expect(unseen).toHaveCount(1);
  });

  await test.step('nothing where the visitor is at another window, wherever they have been in this one', async () => {
    const focus = await page.context().newCDPSession(page);
    const other = await page.context().newPage();
    for (const [place, text] of [
      [page.getByRole('heading').first(), 'A red one'],
      [visitor.composer, 'or a green one?'],
    ] as const) {
      await page.bringToFront();
      await place.click();
      before = await settles();
      await focus.send('Emulation.setFocusEmulationEnabled', { enabled: false });
      await other.bringToFront();
      await expect
        .poll(() => page.evaluate(() => [document.hasFocus(), document.visibilityState]))
        .toEqual([false, 'visible']);
      await passes(500);
      await mara.says(text);
      await visitor.sees(text);
      await passes(5_000);
      expect(told()).toBe(before);
      await page.bringToFront();
      await expect.poll(() => page.evaluate(() => document.hasFocus())).toBe(true);
      await expect(async () => {
        await passes(1_100);
        expect(told()).toBe(before + 1);
      }).toPass();
      await focus.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    }
    await other.close();
  });

  await test.step('nothing that is below of what is in view', async () => {
    for (let line = 1; line <= 8; line += 1) await mara.says(`Line ${line} of many\n\nand more`);
    await expect(visitor.message('Line 8')).toBeInViewport();
    before = await settles();
    await log.evaluate((rows) => {
      (rows.closest('.log') as HTMLElement).scrollTop = 0;
    });
    // The log has noticed, too.
    await expect(async () => {
      await passes(100);
      await expect(visitor.window.getByRole('button', { name: 'Go to the newest message' })).toBeVisible({
        timeout: 100,
      });
    }).toPass();
    await mara.says('Down here');
    await passes(100);
    const below = visitor.window.getByRole('button', { name: /1 new message/ });
    await expect(below).toBeVisible();
    await passes(5_000);
    expect(told()).toBe(before);
    await below.click();
    await expect(async () => {
      await passes(1_100);
      expect(told()).toBe(before + 1);
    }).toPass();
  });

  await test.step('33: and gone on the next page', async () => {
    await page.clock.resume();
    await minimizes();
    await mara.says('Good bye');
    await expect(visitor.launcher).toHaveAccessibleName('Open chat, 1 unread message');
    await expect(visitor.composer).toBeHidden();
    before = told();
    await page.reload();
    await expect(visitor.launcher).toHaveAccessibleName('Open chat, 1 unread message');
    await visitor.opens();
    await visitor.sees('Good bye');
    await expect(unseen).toHaveCount(1);
    await expect.poll(told).toBe(before + 1);
    await page.reload();
    await visitor.sees('Good bye');
    await expect(unseen).toHaveCount(0);
  });
});
