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
  });
}

test('row 248: an address that names no account says so, and asks nobody', async ({ page, demo }) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
  await page.goto(`${demo.url}/frame.html?group=3`);
  await expect.poll(() => said).toEqual(['[LiveChatWidget] license_id or organization_id is missing in the address']);
});
