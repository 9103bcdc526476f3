import { serviceOf } from './support/service';
import { expect, test } from './support/test';

test('a button opens a page in the window, which cannot leave its frame, and one leads the shop elsewhere', async ({
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
              value: `${demo.url}/healthz?moment-title=Slots`,
              webview_height: 'tall',
            }),
            button('url', 'All bikes', { value: `${demo.url}/?bikes`, target: 'current' }),
            button('copy', 'Copy the code', { value: 'SPRING 10' }),
            button('message', 'Call me back', { value: 'call' }),
          ],
        },
      ],
    },
  });
  await visitor.window.getByRole('button', { name: 'Pick a slot' }).click();
  const moment = visitor.window.getByRole('dialog', { name: /^Slots/ });
  await expect(moment).toBeVisible();
  await expect(moment.getByTitle(/^Slots – /)).not.toHaveAttribute('sandbox', /same-origin/);
  await moment.getByRole('button', { name: 'Close Slots' }).click();
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
  await visitor.window.getByRole('link', { name: 'All bikes' }).click();
  await expect(page).toHaveURL(/\?bikes$/);
});
