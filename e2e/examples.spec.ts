import type { Page } from '@playwright/test';
import { ChatHere } from './support/chat-here';
import { expect, test } from './support/test';

const launcher = (page: Page) => page.getByRole('button', { name: /^Open chat/ });
const framed = (page: Page) => new ChatHere(page.frameLocator('iframe#chat-widget'));

// What the bundler makes of the package is another test's: there it is the one that would be published.
test('a page for each way of embedding, found from the shop', async ({ page, demo, guard }) => {
  await page.goto(demo.url);
  await page.getByText('For developers').click();
  await page.getByRole('link', { name: 'Ways of embedding' }).click();
  const ways = page.getByRole('listitem').getByRole('link');
  await expect(ways).toHaveCount(10);
  const names = await ways.allTextContents();
  for (const name of names) {
    await page.getByRole('link', { name, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
    await page.goBack();
  }
  expect(guard.complaints).toEqual([]);
});

test('script: the launcher, a message out and one in', async ({ page, demo, guard }) => {
  await page.goto(`${demo.url}/examples/script/`);
  await launcher(page).click();
  await framed(page).talks('By the snippet');
  expect(guard.complaints).toEqual([]);
});

test('row 230: script, when somebody asks for it: nothing is loaded before', async ({ page, demo, guard }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${demo.url}/examples/async-init/`);
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => !/^[/]examples[/]|favicon/.test(path))).toEqual([]);
  await page.getByRole('button', { name: 'Allow the chat' }).click();
  await framed(page).talks('Now I want to');
  expect(guard.complaints).toEqual([]);
});

test('row 248: iframe and full page: no script of ours on the page', async ({ page, demo, guard }) => {
  // A chat page is the page of a browser, which asks for an icon.
  await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
  await page.goto(`${demo.url}/examples/iframe/`);
  await new ChatHere(page.frameLocator('iframe.chat')).talks('From the frame');
  await page.goto(`${demo.url}/examples/full-page/`);
  await page.getByRole('link', { name: 'Chat with us' }).click();
  const chat = new ChatHere(page);
  await expect(chat.log.getByText('From the frame', { exact: true })).toHaveCount(1);
  await chat.talks('And from a page of its own');
  expect(guard.complaints).toEqual([]);
});

test('headless: a window of their own, with the session of ours', async ({ page, demo, guard }) => {
  await page.goto(`${demo.url}/examples/headless/`);
  await page.getByRole('textbox', { name: 'Message' }).fill('In my own window');
  await page.getByRole('button', { name: 'Send' }).click();
  const log = page.getByRole('list', { name: 'Conversation' });
  await expect(log.getByRole('listitem').first()).toHaveText('In my own window');
  await expect(log.getByRole('listitem').nth(1)).toBeVisible();
  await expect(page.locator('#chat-widget-container')).toHaveCount(0);
  expect(guard.complaints).toEqual([]);
});

test('row 246: adapter for Vue, with the address exchanged', async ({ page, demo, guard }) => {
  await page.goto(`${demo.url}/examples/vue/`);
  await expect(page.getByText('online, minimized')).toBeVisible();
  await page.getByRole('button', { name: 'Open the chat' }).last().click();
  await framed(page).talks('Out of Vue');
  await expect(page.getByText('online, maximized')).toBeVisible();
  expect(guard.complaints).toEqual([]);
});
