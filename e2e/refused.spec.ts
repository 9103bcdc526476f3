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
