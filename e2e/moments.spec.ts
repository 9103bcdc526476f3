import type { Frame, Locator, Page } from '@playwright/test';
import { bundleMomentsSdk } from './support/foreign-bundle';
import { pageSays } from './support/page-says';
import { serviceOf } from './support/service';
import { expect, test } from './support/test';
import { Visitor } from './support/visitor';

const MOMENT = 'https://moment.example';
const STRANGE = 'https://strange.example';
const EVIL = 'https://evil.example';

interface Sdk {
  readonly data: Record<string, unknown>;
  sendMessage(message: { text: string }): Promise<void>;
  sendSystemMessage(message: { text: string; recipients?: 'all' | 'agents' }): Promise<void>;
  sendPostback(postback: { id: string; type?: string; toggled?: boolean }): Promise<void>;
  setTitle(title: string): Promise<void>;
  setIsFragile(isFragile: boolean): Promise<void>;
  setExternalLink(link: string | null): Promise<void>;
  setAttributes(attributes: Record<string, string>): Promise<void>;
  updateCustomerData(data: { name: string }): Promise<void>;
  getIdentityTransferToken?(): Promise<{ readonly expiresIn: number; readonly identityTransferToken: string }>;
  close(): Promise<void>;
}
interface SdkPage {
  readonly ready: Promise<Sdk>;
}

/** `@livechat/moments-sdk` 1.12 as it was published, in a page that knows nothing of us. */
test('point 17; row 184: an app of the SDK: handshake, its methods, a reload, and a close that asks', async ({
  page,
  agent,
  demo,
  guard,
}) => {
  const sdk = await bundleMomentsSdk();
  // Inside of the app there is a page that says to everybody around it what an app would say.
  await page.route(`${EVIL}/**`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<script>
        const forge = (type, data) => ({ '@@livechat/postmessenger': true, owner: 'natter-1', instance: 1, type, request: null, data });
        got = [];
        addEventListener('message', ({ data }) => got.push(data));
        for (const around of [parent, parent.parent, top]) {
          around.postMessage(forge('response', { error: false, result: { title: 'Forged' } }), '*');
          around.postMessage(forge('call', { method: 'sendMessage', args: [{ text: 'Forged' }] }), '*');
          around.postMessage(forge('call', { method: 'getIdentityTransferToken', args: [] }), '*');
        }
      </script>`,
    }),
  );
  await page.route(/^https:[/]{2}(?:moment|strange)[.]example[/]/, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Slots</title><iframe src="${EVIL}/"></iframe><script>${sdk}</script>
        <script>ready = (MomentsSDK.default ?? MomentsSDK)({ title: 'Pick a time', isFragile: false });</script>`,
    }),
  );
  const { act } = serviceOf(demo);
  await agent.logsIn(demo.url);
  await pageSays(page, { chat: { identity_origins: [MOMENT] } });
  await page.goto(demo.url);
  const visitor = new Visitor(page);
  await visitor.opens();
  await visitor.writes('When can I come?');
  await agent.opensNewestChat();
  const idNow = () => visitor.ask<{ chatId: string | null }>('chat_data').then(({ chatId }) => chatId);
  await expect.poll(idNow).toBeTruthy();
  const chatId = await idNow();
  const tall = { type: 'webview', user_ids: [], webview_height: 'tall' };
  const button = { ...tall, text: 'Slots', postback_id: 'slots', value: `${MOMENT}/slots` };
  const elsewhere = { ...tall, text: 'Elsewhere', postback_id: 'elsewhere', value: `${STRANGE}/slots` };
  const elements = [{ title: 'Workshop', buttons: [button, elsewhere] }];
  await act('send_event', {
    chat_id: chatId,
    event: { type: 'rich_message', template_id: 'cards', recipients: 'all', elements },
  });
  await visitor.window.getByRole('button', { name: 'Slots' }).click();
  const moment = visitor.window.getByRole('dialog', { name: /moment[.]example/ });
  const frame = () => pageIn(page, MOMENT);

  await expect(moment).toHaveAccessibleName(/^Pick a time/);
  await expect.poll(() => partOfWindow(moment)).toBeCloseTo(0.75, 2);
  const isolated = moment.getByTitle(/moment[.]example/);
  await expect(isolated).toHaveAttribute('sandbox', /allow-scripts/);
  await expect(isolated).not.toHaveAttribute('sandbox', /top-navigation/);
  const data = await frame().evaluate(async () => (await (window as unknown as SdkPage).ready).data);
  expect(data).toMatchObject({
    chatId,
    groupId: 0,
    language: 'en',
    theme: { variant: 'light', primaryColor: '#0f5c6e' },
    event: {
      type: 'rich_message',
      properties: { card: { title: 'Workshop', buttons: [{ postbackId: 'slots', webviewHeight: 'tall' }, {}] } },
    },
  });

  await frame().evaluate(async () => {
    const app = await (window as unknown as SdkPage).ready;
    await app.sendMessage({ text: 'Booked for 14:00' });
    await app.sendSystemMessage({ text: 'The workshop has the booking' });
    await app.sendSystemMessage({ text: 'Paid in advance', recipients: 'agents' });
    await app.sendPostback({ id: 'slots', type: 'webview', toggled: false });
    await app.setTitle('Booked');
    await app.setExternalLink('https://moment.example/calendar');
    await app.updateCustomerData({ name: 'Ada' });
    await app.setAttributes({ slot: '14:00' });
    await app.setIsFragile(true);
  });
  await agent.sees('Booked for 14:00');
  await agent.sees('The workshop has the booking');
  await agent.sees('Paid in advance');
  await expect(visitor.log.getByText('The workshop has the booking')).toHaveCount(1);
  await expect(visitor.log.getByText('Paid in advance')).toHaveCount(0);
  await expect(moment).toHaveAccessibleName(/^Booked/);
  await expect(moment.getByRole('link', { name: 'Open in a new tab' })).toHaveAttribute(
    'href',
    'https://moment.example/calendar',
  );
  await expect
    .poll(() => visitor.ask('customer_data'))
    .toMatchObject({ name: 'Ada', sessionVariables: { slot: '14:00' } });
  // Who may become the visitor elsewhere does so by what the service gives for that.
  const { expiresIn, identityTransferToken: code } = await frame().evaluate(async () => {
    const app = await (window as unknown as SdkPage).ready;
    return (app.getIdentityTransferToken as NonNullable<Sdk['getIdentityTransferToken']>)();
  });
  expect(expiresIn).toBe(3_600);
  expect(await becomes(demo.url, code)).toBe(await visitor.customerId());
  const refusal = await frame().evaluate(async () => {
    const app = await (window as unknown as SdkPage).ready;
    return app.setExternalLink('data:text/html,x').then(String, (error: Error) => error.message);
  });
  expect(refusal).toMatch(/web address/);

  await moment.getByRole('button', { name: /^Close/ }).click();
  await visitor.window.getByRole('button', { name: 'Stay' }).click();

  // A new page in the frame begins anew, and is not fragile any more.
  // Both take the frame away from whoever waits in it.
  await frame().evaluate(() => void setTimeout(() => location.reload()));
  await expect(moment).toHaveAccessibleName(/^Pick a time/);
  await frame().evaluate(async () => {
    const app = await (window as unknown as SdkPage).ready;
    setTimeout(() => void app.close());
  });
  await expect(moment).toHaveCount(0);

  // Whom the page has not named is not offered it, and does not get it by asking all the same.
  await visitor.window.getByRole('button', { name: 'Elsewhere' }).click();
  const strange = visitor.window.getByRole('dialog', { name: /strange[.]example/ });
  await expect(strange).toHaveAccessibleName(/^Pick a time/);
  const offered = await pageIn(page, STRANGE).evaluate(async () => {
    const app = await (window as unknown as SdkPage).ready;
    return [typeof app.sendMessage, typeof app.getIdentityTransferToken];
  });
  expect(offered).toEqual(['function', 'undefined']);
  expect(await pageIn(page, EVIL).evaluate(() => (window as unknown as { got: unknown[] }).got)).toEqual([]);
  await expect(agent.log.getByText('Forged')).toHaveCount(0);

  // Pages of others are asked for, and nobody else is.
  const asked = guard.complaints.splice(0);
  const expected = [MOMENT, STRANGE, EVIL].map((origin) => `request: ${origin}/`);
  expect(asked.filter((what) => !expected.some((begin) => what.startsWith(begin)))).toEqual([]);
});

test('rows 99, 200: an app that does not come is waited for, then given a way out, and may still come', async ({
  page,
  visitor,
  agent,
  demo,
  guard,
}) => {
  await page.clock.install();
  let letCome = () => {};
  const held = new Promise<void>((resolve) => {
    letCome = resolve;
  });
  await page.route(`${MOMENT}/**`, async (route) => {
    await held;
    await route.fulfill({ contentType: 'text/html', body: '<p>Here at last</p>' });
  });
  await agent.logsIn(demo.url);
  await visitor.page.reload();
  await visitor.opens();
  await visitor.writes('When can I come?');
  await agent.opensNewestChat();
  const idNow = () => visitor.ask<{ chatId: string | null }>('chat_data').then(({ chatId }) => chatId);
  await expect.poll(idNow).toBeTruthy();
  const chatId = await idNow();
  const button = { type: 'webview', text: 'Slots', postback_id: 'slots', user_ids: [], value: `${MOMENT}/slots` };
  const elements = [{ title: 'Workshop', buttons: [{ ...button, webview_height: 'compact' }] }];
  const event = { type: 'rich_message', template_id: 'cards', recipients: 'all', elements };
  await serviceOf(demo).act('send_event', { chat_id: chatId, event });
  await visitor.window.getByRole('button', { name: 'Slots' }).click();
  const moment = visitor.window.getByRole('dialog', { name: /moment[.]example/ });
  await expect(moment).toHaveAttribute('aria-busy', 'true');
  await page.clock.runFor(15_000);
  await expect(moment.getByRole('alert')).toHaveText(/does not answer/);
  await expect(moment.getByRole('link', { name: 'Open in a new tab' })).toHaveAttribute('href', `${MOMENT}/slots`);
  letCome();
  await expect(moment.getByRole('alert')).toHaveCount(0);
  await expect(moment.frameLocator('iframe').getByText('Here at last')).toBeVisible();
  await expect.poll(() => partOfWindow(moment)).toBeCloseTo(0.5, 2);
  // A title that it has not said is that of the place where it is.
  await expect(moment.getByRole('heading')).toHaveText('moment.example');

  // Who has been in it is asked, by the button and by Escape.
  const close = moment.getByRole('button', { name: 'Close moment.example' });
  const question = visitor.window.getByRole('alertdialog', { name: 'Close this page?' });
  await moment.frameLocator('iframe').getByText('Here at last').click();
  await close.click();
  await question.getByRole('button', { name: 'Stay' }).click();
  await expect(question).toHaveCount(0);
  await expect(close).toBeFocused();
  await close.press('Escape');
  await question.getByRole('button', { name: 'Close the page' }).click();
  await expect(moment).toHaveCount(0);
  const opener = visitor.window.getByRole('button', { name: 'Slots' });
  await expect(opener).toBeFocused();

  // Who has not is not.
  await opener.click();
  await expect(moment.frameLocator('iframe').getByText('Here at last')).toBeVisible();
  await expect(close).toBeFocused();
  await close.press('Escape');
  await expect(moment).toHaveCount(0);
  guard.complaints.splice(0);
});

function pageIn(page: Page, origin: string): Frame {
  return page.frames().find((one) => one.url().startsWith(origin)) as Frame;
}

/** Whom a service takes somebody for who comes with the code. */
async function becomes(service: string, code: string): Promise<unknown> {
  const client_id = '9d3c1e5a7b2f4068a1c9e3d5b7f20468';
  const response = await fetch(`${service}/v2/customer/token`, {
    method: 'POST',
    body: JSON.stringify({ grant_type: 'identity_token', client_id, code }),
  });
  return ((await response.json()) as { readonly entity_id?: unknown }).entity_id;
}

/** How much of the height of the window it takes. */
function partOfWindow(panel: Locator): Promise<number> {
  return panel.evaluate((element) => element.clientHeight / (element.parentElement?.clientHeight ?? 0));
}
