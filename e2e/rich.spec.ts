import type { Page } from '@playwright/test';
import { serviceOf } from './support/service';
import { expect, test } from './support/test';

test('rows 105, 107, 245: a button opens a page in the window, an article or a choice of days, which cannot leave its frame, and one leads the shop elsewhere', async ({
  page,
  visitor,
  agent,
  demo,
}) => {
  const { act } = serviceOf(demo);
  await page.clock.install();
  await agent.logsIn(demo.url);
  await page.reload();
  await visitor.opens();
  await visitor.writes('When can I come?');
  await agent.opensNewestChat();
  const inside = (text: string) => ({
    contentType: 'text/html',
    body: `<!doctype html><title>Page</title><link rel="icon" href="data:,">${text}`,
  });
  await page.route('**/slots*', (route) => route.fulfill(inside('<label>Day <input type="date"></label>')));
  await page.route('**/article*', (route) => route.fulfill(inside('<h1>How to oil a chain</h1>')));
  const idNow = () => visitor.ask<{ chatId: string | null }>('chat_data').then(({ chatId }) => chatId);
  await expect.poll(idNow).toBeTruthy();
  const chatId = await idNow();
  const button = (type: string, text: string, more: object) => ({
    type,
    text,
    postback_id: text,
    user_ids: [],
    ...more,
  });
  await act('send_event', {
    chat_id: chatId,
    event: {
      type: 'rich_message',
      template_id: 'cards',
      recipients: 'all',
      elements: [
        {
          title: 'Workshop',
          buttons: [
            button('webview', 'Pick a slot', {
              value: `${demo.url}/slots?moment-title=Slots`,
              webview_height: 'tall',
            }),
            button('webview', 'Read on', { value: `${demo.url}/article?moment-title=Chains`, webview_height: 'full' }),
            button('url', 'All bikes', { value: `${demo.url}/?bikes`, target: 'current' }),
            button('copy', 'Copy the code', { value: 'SPRING 10' }),
            button('message', 'Call me back', { value: 'call' }),
          ],
        },
      ],
    },
  });
  await visitor.window.getByRole('button', { name: 'Read on' }).click();
  const article = visitor.window.getByRole('dialog', { name: /^Chains/ });
  await expect(article.frameLocator('iframe').getByRole('heading', { name: 'How to oil a chain' })).toBeVisible();
  await article.getByRole('button', { name: 'Close Chains' }).click();
  await expect(article).toHaveCount(0);
  await visitor.window.getByRole('button', { name: 'Pick a slot' }).click();
  const moment = visitor.window.getByRole('dialog', { name: /^Slots/ });
  await expect(moment).toBeVisible();
  await expect(moment.getByTitle(/^Slots – /)).not.toHaveAttribute('sandbox', /same-origin/);
  const day = moment.frameLocator('iframe').getByLabel('Day');
  await day.fill('2026-12-01');
  await expect(day).toHaveValue('2026-12-01');
  // Something was entered there.
  await moment.getByRole('button', { name: 'Close Slots' }).click();
  await visitor.window.getByRole('button', { name: 'Close the page' }).click();
  await expect(moment).toHaveCount(0);
  await expect(visitor.window.getByRole('button', { name: 'Pick a slot' })).toBeFocused();
  // It says so for two seconds.
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 10_000);
  await visitor.window.getByRole('button', { name: 'Copy the code' }).click();
  await expect(visitor.window.getByRole('button', { name: 'Copied' })).toBeVisible();
  await page.clock.runFor(2_000);
  await page.clock.resume();
  await expect(visitor.window.getByRole('button', { name: 'Copy the code' })).toBeVisible();
  await visitor.composer.focus();
  await page.keyboard.press('ControlOrMeta+V');
  await expect(visitor.composer).toHaveValue('SPRING 10');
  await visitor.composer.fill('');

  // What a button says in a chat that is over begins it again.
  await agent.page.getByRole('button', { name: 'Close chat' }).click();
  await agent.page.getByRole('dialog').getByRole('button', { name: 'Close chat' }).click();
  await expect(visitor.window.getByRole('button', { name: 'Start the chat again' })).toBeVisible();
  await visitor.window.getByRole('button', { name: 'Call me back' }).click();
  await expect(visitor.message('Call me back').last()).toContainText(/Sent|Seen/);
  await expect(visitor.window.getByRole('button', { name: 'Start the chat again' })).toHaveCount(0);

  // A page that goes there by itself stays, and so does its chat.
  const bikes = visitor.window.getByRole('link', { name: 'All bikes' });
  await setNavigation(page, true);
  await bikes.click();
  const led = () => page.evaluate(() => (window as unknown as { led?: unknown }).led);
  await expect.poll(led).toEqual(['/?bikes', `${demo.url}/?bikes`]);
  await setNavigation(page, false);
  await bikes.click();
  await expect(page).toHaveURL(/\?bikes$/);
});

/** The page's own handler keeps what it was told. */
function setNavigation(page: Page, isOwn: boolean): Promise<void> {
  return page.evaluate((own) => {
    const { LiveChatWidget: widget } = window as unknown as {
      LiveChatWidget: { call(name: string, handler: unknown): void };
    };
    const keep = (...led: unknown[]) => Object.assign(window, { led });
    widget.call('set_navigation_handler', own ? keep : null);
  }, isOwn);
}
