import type { Page } from '@playwright/test';
import { expectNoViolations } from './support/axe';
import { openHostPage } from './support/host-page';
import { expect, test } from './support/test';
import { Visitor } from './support/visitor';

test.use({ demoOptions: { scriptedAgent: false } });

interface Recorded {
  readonly text: string;
  readonly body?: string;
  readonly click: () => void;
  isClosed: boolean;
}
type Top = Window & { asked?: number; notified?: Recorded[]; answer?: NotificationPermission };

/** In place of the browser's own notifications, which no test can see: they wait in the page until somebody looks. */
function recordNotifications(): void {
  const top = window.top as Top;
  class Recorder {
    static permission: NotificationPermission = 'default';
    static requestPermission(): Promise<NotificationPermission> {
      top.asked = (top.asked ?? 0) + 1;
      Recorder.permission = top.answer ?? 'granted';
      return Promise.resolve(Recorder.permission);
    }
    onclick: (() => void) | null = null;
    readonly record: Recorded;
    constructor(text: string, options: NotificationOptions = {}) {
      this.record = { text, ...options, isClosed: false, click: () => this.onclick?.() };
      top.notified = [...(top.notified ?? []), this.record];
    }
    close(): void {
      this.record.isClosed = true;
    }
  }
  Object.assign(window, { Notification: Recorder });
}

/** As if another tab were before the visitor, or this one again. */
async function setSeen(page: Page, state: DocumentVisibilityState): Promise<void> {
  for (const frame of page.frames())
    await frame.evaluate((now) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => now });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
}

const notified = (page: Page) =>
  page.evaluate(() => (window as Top).notified?.map(({ text, body, isClosed }) => [text, body, isClosed]));

test('rows 24 and 171: where the page wants it, the menu opens the chat in a window of its own, and asks for notifications', async ({
  page,
  demo,
  agent,
}) => {
  await page.addInitScript(recordNotifications);
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  const visitor = new Visitor(page);
  const { window, composer } = visitor;
  const menu = window.getByRole('menu', { name: 'Chat options' });
  const notifications = menu.getByRole('menuitem', { name: /^Notifications/ });
  const detach = menu.getByRole('menuitem', { name: 'Open in a separate window' });
  const options = window.getByRole('button', { name: 'Chat options' });
  await agent.logsIn(demo.url);

  await openHostPage(page, demo);
  await visitor.opens();
  await visitor.writes('From the page');
  await options.click();
  await expect(menu.getByRole('menuitem')).toHaveText([/^Rate/, /^Send a transcript/, /^Sound/, 'End the chat']);
  await agent.opensNewestChat();
  await agent.writes('Ahoy!');
  await visitor.sees('Ahoy!');
  expect(fetched.filter((url) => /\/(options|own-window)-[^/]*\.js$/.test(url))).toEqual([]);
  await window.getByRole('button', { name: 'Minimize window' }).click();
  await expect(composer).toBeHidden();
  await page.unrouteAll({ behavior: 'wait' });

  const asWanted = { own_window: true, notifications: true, privacy_text: 'We keep this for a year.' };
  await openHostPage(page, demo, { lc: { chat: asWanted } });
  await visitor.opens();
  await visitor.sees('Ahoy!');

  // Not asked for, none is shown, and nobody is asked whether it may be.
  await expect(async () => {
    await options.click();
    await expect(notifications).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(notifications).toContainText('Off');
  expect(await page.evaluate(() => (self as Top).asked)).toBeUndefined();
  await expectNoViolations(page, 'menu with more');
  await notifications.click();
  await options.click();
  await expect(notifications).toContainText('On');
  await page.keyboard.press('Escape');
  await setSeen(page, 'hidden');
  await agent.writes('Are you still there?');
  // Who it is from, and not what it says.
  await expect.poll(() => notified(page)).toEqual([['New message from Mara Okafor', undefined, false]]);
  await setSeen(page, 'visible');
  await page.evaluate(() => (self as Top).notified?.[0]?.click());
  await expect.poll(() => notified(page)).toEqual([['New message from Mara Okafor', undefined, true]]);
  await agent.writes('Good.');
  await visitor.sees('Good.');

  // The same chat, once more.
  const opening = page.waitForEvent('popup');
  await options.click();
  await detach.click();
  const own = await opening;
  const said = own.getByRole('log', { name: 'Conversation' }).getByRole('article');
  const saidHere = visitor.log.getByRole('article');
  await expect(said).toHaveCount(4);
  await expect(own.getByText('We keep this for a year.')).toBeVisible();
  await own.getByRole('button', { name: 'Understood' }).click();
  await own.getByRole('textbox', { name: 'Message' }).fill('From the window');
  await own.keyboard.press('Enter');
  await agent.sees('From the window');
  await agent.writes('I see both.');
  for (const log of [said, saidHere]) {
    await expect(log).toHaveCount(6);
    await expect(log.nth(4)).toContainText('From the window');
    await expect(log.nth(5)).toContainText('I see both.');
  }
  // One window, however often it is asked for; its reload is as it was.
  await own.reload();
  await expect(said).toHaveCount(6);
  await options.click();
  await detach.click();
  expect(
    page
      .context()
      .pages()
      .filter((one) => one.url().includes('own_window')),
  ).toHaveLength(1);
  const gone = own.waitForEvent('close');
  await own.getByRole('button', { name: 'Minimize window' }).click();
  await gone;

  // A browser that opens none.
  await window.locator('body').evaluate(() => {
    self.open = () => null;
  });
  await options.click();
  await detach.click();
  const sorry = window.getByRole('alertdialog', { name: 'The window could not be opened' });
  await expect(sorry.getByRole('button', { name: 'Close' })).toBeFocused();
  await expectNoViolations(page, 'blocked window');
  await page.keyboard.press('Escape');
  await expect(sorry).toHaveCount(0);
  await expect(options).toBeFocused();
});
