import { control } from './support/control';
import { serviceOf } from './support/service';
import { expect, test } from './support/test';

test('a message that is refused is kept with a reason, and can be sent again', async ({ page, demo, guard, agent }) => {
  let refuses = true;
  await page.routeWebSocket(/customer\/rtm\/ws/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((text) => {
      const { request_id, action } = JSON.parse(String(text)) as { request_id: string; action: string };
      const error = { type: 'validation', message: 'Wrong format of request' };
      if (!refuses || action !== 'send_event') server.send(text);
      else socket.send(JSON.stringify({ request_id, action, type: 'response', success: false, payload: { error } }));
    });
  });
  await agent.logsIn(demo.url);
  await page.goto(demo.url);
  await page.getByRole('button', { name: 'Open chat' }).click();
  const window = page.frameLocator('iframe#chat-widget');
  const composer = window.getByRole('textbox', { name: 'Message' });
  await composer.fill('Accepted');
  await composer.press('Enter');
  await agent.opensNewestChat();
  await agent.sees('Accepted');

  await composer.fill('Refused at first');
  await composer.press('Enter');
  const message = window.getByRole('article').filter({ hasText: 'Refused at first' });
  await expect(message).toContainText('Not sent');
  refuses = false;
  await message.getByRole('button', { name: 'Send again' }).click();
  await expect(message).toContainText(/Sent|Seen/);
  await agent.sees('Refused at first');
  expect(guard.complaints).toEqual([]);
});

test.describe('who is not let in', () => {
  test.use({ demoOptions: { scriptedAgent: false } });

  test('rows 56, 136: who is banned is told no more than others, keeps what was said, and calls no more', async ({
    visitor,
    agent,
    demo,
    page,
  }) => {
    let sockets = 0;
    page.on('websocket', () => {
      sockets += 1;
    });
    await page.clock.install();
    await agent.logsIn(demo.url);
    const { window, composer } = visitor;
    await page.reload();
    await visitor.opens();
    await visitor.writes('You are all wrong');
    await expect(visitor.message('You are all wrong')).toContainText(/Sent|Seen/);
    await composer.fill('And further');
    const idNow = async () => (await visitor.ask<{ id: string | null }>('customer_data')).id;
    await expect.poll(idNow).not.toBeNull();
    const id = await idNow();
    await serviceOf(demo).act('ban_customer', { id, ban: { days: 3 } });
    await expect(window.getByText('Chat is not available.')).toBeVisible();
    await expect(composer).not.toBeEditable();
    await expect(composer).toHaveValue('And further');
    await expect(window.getByRole('button', { name: 'Attach files' })).toHaveCount(0);
    await expect(window.getByRole('button', { name: 'Send message' })).toBeDisabled();
    await visitor.sees('You are all wrong');
    const before = sockets;
    await page.clock.fastForward('30:00');
    await expect(window.getByText('Chat is not available.')).toBeVisible();
    expect(sockets).toBe(before);

    await page.reload();
    await expect(window.getByText('Chat is not available.')).toBeVisible();
    await expect(composer).toHaveAttribute('placeholder', 'You cannot write in this chat.');
    await expect(visitor.log.getByRole('heading')).toHaveCount(0);
    await expect.poll(() => sockets).toBe(before + 1);
  });

  test('row 135: too many visitors are as if nobody were there, and one is let in as soon as there is room', async ({
    visitor,
    agent,
    demo,
    page,
  }) => {
    let refusals = 0;
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        if (String(payload).includes('users_limit_reached')) refusals += 1;
      }),
    );
    await agent.logsIn(demo.url);
    await page.reload();
    await control(demo.url, 'close-door', { reason: 'users_limit_reached' });
    const { window, log, composer } = visitor;
    await visitor.opens();
    await expect(window.getByText('All agents are busy right now.')).toBeVisible();
    await expect(window.getByRole('heading', { name: 'We are away' })).toBeVisible();
    await expect(log.getByText('Nobody is available right now')).toBeVisible();
    await expect(composer).toBeEditable();
    const before = refusals;
    await visitor.writes('I can wait');
    // Who writes tries to come in, too, and would be let in without asking.
    await expect.poll(() => refusals).toBeGreaterThan(before);
    await expect(log.getByText(/Not sent/)).toHaveCount(0);
    await control(demo.url, 'close-door', {});
    await window.getByRole('button', { name: 'Try now' }).click();
    await expect(visitor.message('I can wait')).toContainText(/Sent|Seen/);
    await agent.opensNewestChat();
    await agent.sees('I can wait');
  });
});
