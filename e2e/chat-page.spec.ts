import { serviceOf } from './support/service';
import { apiVersions } from './support/speak';
import { expect, test } from './support/test';

for (const version of apiVersions) {
  test(`row 248: the chat as a page of its own speaks v${version} when its address says so`, async ({
    page,
    demo,
    agent,
    guard,
  }) => {
    expect(guard.complaints).toEqual([]);
    await agent.logsIn(demo.url);
    const sockets: string[] = [];
    page.on('websocket', (socket) => sockets.push(new URL(socket.url()).pathname));
    const address = new URLSearchParams({
      license_id: '100200300',
      client_id: '9d3c1e5a7b2f4068a1c9e3d5b7f20468',
      api_version: version,
      server_url: demo.url,
    });
    // A browser asks for it by itself; what it gets is the host's matter.
    await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
    await page.goto(`${demo.url}/frame.html?${address}`);
    await expect(page.locator('meta[name=viewport]')).toHaveAttribute('content', /width=device-width/);
    const composer = page.getByRole('textbox', { name: 'Message' });
    await composer.fill('From a page of its own');
    await composer.press('Enter');
    await agent.opensNewestChat();
    await agent.sees('From a page of its own');
    await agent.writes('We see you.');
    await expect(page.getByRole('log').getByText('We see you.')).toBeVisible();
    expect(sockets).toEqual([`/v${version}/customer/rtm/ws`]);

    // What would lead the page elsewhere opens a tab: the chat is all that this page is.
    const { act } = serviceOf(demo);
    const { chats_summary: chats } = await act('list_chats', {});
    const [{ id: chat_id }] = chats as [{ readonly id: string }];
    const button = { type: 'url', text: 'All bikes', postback_id: 'all', user_ids: [], value: `${demo.url}/healthz` };
    const elements = [{ title: 'Bikes', buttons: [{ ...button, target: 'current' }] }];
    const event = { type: 'rich_message', template_id: 'cards', visibility: 'all', elements };
    await act('send_event', { chat_id, event });
    const opened = page.context().waitForEvent('page');
    await page.getByRole('link', { name: 'All bikes' }).click();
    const tab = await opened;
    await expect(tab).toHaveURL(`${demo.url}/healthz`);
    await tab.close();
    await expect(composer).toBeVisible();
  });
}

test('row 248: an address that names no account says so, and asks nobody', async ({ page, demo }) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
  await page.goto(`${demo.url}/frame.html?group=3`);
  await expect.poll(() => said).toEqual(['[LiveChatWidget] license_id or organization_id is missing in the address']);
});
