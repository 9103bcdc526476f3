import type { Frame, Page } from '@playwright/test';
import { expectNoViolations } from './support/axe';
import { control } from './support/control';
import { ACCOUNT, CLIENT_ID, openHostPage } from './support/host-page';
import { expect, test } from './support/test';
import { Visitor } from './support/visitor';

const SECRET = /secret/i;

/** All that a page and its frames show and keep. */
async function remains(page: Page): Promise<string> {
  const all = await Promise.all(
    page.frames().map((frame) =>
      frame.evaluate(async () => {
        const databases = await Promise.all(
          (await indexedDB.databases()).map(
            ({ name }) =>
              new Promise<unknown>((resolve, reject) => {
                const opening = indexedDB.open(name ?? '');
                opening.onerror = () => reject(opening.error);
                opening.onsuccess = () => {
                  const { result: database } = opening;
                  if (!database.objectStoreNames.contains('files')) return resolve([]);
                  const reading = database.transaction('files').objectStore('files').getAll();
                  reading.onsuccess = () => {
                    database.close();
                    resolve(reading.result);
                  };
                  return undefined;
                };
              }),
          ),
        );
        const fields = [...document.querySelectorAll('textarea')].map(({ value }) => value);
        const { documentElement } = document;
        return JSON.stringify([
          documentElement.outerHTML,
          fields,
          Object.entries(localStorage),
          Object.entries(sessionStorage),
          databases,
        ]);
      }),
    ),
  );
  return all.join('\n');
}

test('row 178: who logs out is gone from all tabs and all that they keep', async ({
  page,
  context,
  demo,
  guard,
  agent,
}) => {
  await agent.logsIn(demo.url);
  const tabs: Visitor[] = [];
  for (const tab of [page, await context.newPage()]) {
    guard.watch(tab);
    await openHostPage(tab, demo);
    tabs.push(new Visitor(tab));
  }
  const [first, second] = tabs as [Visitor, Visitor];
  await first.opens();
  await first.writes('A secret');
  await second.opens();
  await second.sees('A secret');
  await second.composer.fill('Half a secret');
  await expect(first.composer).toHaveValue('Half a secret');
  await expect(async () => expect(await remains(first.page)).toContain('Half a secret')).toPass();

  await context.clearCookies();
  await first.call('logout');
  for (const { page: tab } of tabs) {
    await expect(tab.locator('#chat-widget-container')).toHaveAttribute('data-state', 'minimized');
    // A frame that is replaced answers nothing.
    await expect(async () => expect(await remains(tab)).not.toMatch(SECRET)).toPass();
  }
  await second.opens();
  await second.writes('Hello from somebody else');
  await expect(second.message('Hello from somebody else')).toContainText(/Sent|Seen/);
  await first.opens();
  await first.sees('Hello from somebody else');
  for (const tab of tabs) await expect(async () => expect(await remains(tab.page)).not.toMatch(SECRET)).toPass();
});

test('row 178: who logs out on a page that has no use for the app is gone from the origin of the frame, too', async ({
  page,
  demo,
}) => {
  // Another origin, and of the same site: else a browser may keep nothing for the frame.
  const shop = 'http://127.0.0.1:8123';
  await page.context().grantPermissions(['local-network-access'], { origin: shop });
  const settings = { license: ACCOUNT.license, client_id: CLIENT_ID, server_url: demo.url };
  await openHostPage(
    page,
    { url: shop },
    {
      isBare: true,
      body: `<script>__lc = ${JSON.stringify(settings)}</script><script async src="${demo.url}/loader.js"></script>`,
    },
  );
  const visitor = new Visitor(page);
  await visitor.opens();
  await visitor.writes('A secret');
  await expect(visitor.message('A secret')).toContainText(/Sent|Seen/);
  await visitor.call('close_chat');
  await expect(visitor.window.getByRole('button', { name: 'Start the chat again' })).toBeVisible();
  await visitor.call('minimize');
  await page.reload();
  await expect(visitor.launcher).toBeVisible();
  expect(page.frames()).toHaveLength(1);

  await page.context().clearCookies();
  const isOfFrame = (frame: Frame) => frame.url().startsWith(`${demo.url}/frame.html`);
  let documents = 0;
  page.on('framenavigated', (frame) => {
    if (isOfFrame(frame)) documents += 1;
  });
  await visitor.call('logout');
  // One comes to forget, and then gives way to another that knows nothing.
  await expect.poll(() => documents).toBe(2);
  expect(page.frames()).toHaveLength(2);
  await expect(async () => {
    expect(
      await page
        .frames()
        .find(isOfFrame)
        ?.evaluate(() => Object.keys(localStorage)),
    ).toEqual([]);
  }).toPass();
  await visitor.opens();
  await visitor.writes('Hello from somebody else');
  await expect(visitor.message('Hello from somebody else')).toContainText(/Sent|Seen/);
  await expect(visitor.window.getByText('A secret')).toHaveCount(0);

  // Who opens the window before the app has forgotten everything keeps it open, over the one that knows nothing.
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/assets/frame-*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.reload();
  const container = page.locator('#chat-widget-container');
  await expect(container).toHaveAttribute('data-state', 'maximized');
  await expect.poll(() => page.frames().length).toBe(2);
  await page.context().clearCookies();
  await visitor.call('logout');
  await expect(container).toHaveAttribute('data-state', 'minimized');
  await visitor.launcher.click();
  const before = documents;
  letGo();
  await expect.poll(() => documents).toBeGreaterThan(before);
  await expect(visitor.composer).toBeVisible();
  await expect(container).toHaveAttribute('data-state', 'maximized');
  await visitor.writes('Hello from a third');
  await expect(visitor.message('Hello from a third')).toContainText(/Sent|Seen/);
  await expect(visitor.window.getByText('Hello from somebody else')).toHaveCount(0);
});

test('row 191: where the page wants it, who asks for it is forgotten here, and the team is asked to do the same', async ({
  page,
  demo,
  agent,
}) => {
  await agent.logsIn(demo.url);
  await openHostPage(page, demo, { lc: { chat: { delete_data: true } } });
  const visitor = new Visitor(page);
  await visitor.opens();
  await visitor.writes('A secret');
  await agent.opensNewestChat();
  await agent.writes('We keep it.');
  await visitor.sees('We keep it.');
  const before = await visitor.customerId();
  const { window } = visitor;
  const question = window.getByRole('alertdialog', { name: 'Delete your data?' });
  const asks = async () => {
    const item = window.getByRole('menuitem', { name: 'Delete my data' });
    await expect(async () => {
      if (!(await item.isVisible())) await window.getByRole('button', { name: 'Chat options' }).click();
      await expect(item).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await item.click();
  };

  await asks();
  await expect(question).toHaveAccessibleDescription(/cannot be removed from here/);
  await expectNoViolations(page, 'question before data is deleted');
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await visitor.sees('A secret');

  // Who cannot ask the team is told so, and keeps all.
  await control(demo.url, 'fail-requests', { action: 'update_customer', type: 'validation', times: 1 });
  await asks();
  await question.getByRole('button', { name: 'Delete' }).click();
  await expect(question).toHaveAccessibleDescription(/nothing was deleted/);
  await page.context().clearCookies();
  await question.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('#chat-widget-container')).toHaveAttribute('data-state', 'minimized');
  await expect(async () => expect(await remains(page)).not.toMatch(SECRET)).toPass();
  await agent.sees('The visitor asks for their data to be deleted.');
  await expect(agent.page.getByText('data_deletion_requested')).toBeVisible();
  await visitor.opens();
  await visitor.writes('Hello from somebody else');
  await expect(visitor.message('Hello from somebody else')).toContainText(/Sent|Seen/);
  expect(await visitor.customerId()).not.toBe(before);
});
