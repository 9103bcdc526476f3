import type { Page } from '@playwright/test';
import { comesToRest } from './support/at-rest';
import { expectNoViolations } from './support/axe';
import { pageSays } from './support/page-says';
import { maraTakesChats } from './support/proxy';
import { serviceOf } from './support/service';
import { expect, test } from './support/test';
import type { Visitor } from './support/visitor';

/** The page says that its visitors are greeted, so the chat connects without being asked. */
async function greetOn(page: Page): Promise<void> {
  await pageSays(page, { greetings: true, chat: { hide_greetings_offline: true } });
  await page.reload();
}

const regionOf = (visitor: Visitor, name: string | RegExp = /^Message from/) =>
  visitor.window.getByRole('region', { name });

interface CustomerData {
  readonly status: string;
}

test('rows 142, 143, 149, 151: a greeting is shown over the launcher, takes no focus, and is gone for good once it was closed', async ({
  page,
  visitor,
  demo,
}) => {
  const { control } = serviceOf(demo);
  await greetOn(page);
  const customer_id = await visitor.customerId();
  await page.getByRole('link').first().focus();
  const { unique_id } = await control('send-greeting', { customer_id, greeting_id: 2 });

  const shown = regionOf(visitor, 'Announcement');
  await expect(shown).toBeVisible();
  await expect(shown.getByText('Spring service week')).toBeVisible();
  await expect(visitor.window.getByRole('textbox', { name: 'Message' })).toBeHidden();
  await expect(visitor.launcher).toHaveAccessibleName('Open chat');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('A');
  await expect.poll(async () => (await visitor.ask<CustomerData>('customer_data')).status).toBe('invited');
  await expectNoViolations(page, 'greeting over the launcher');
  const [box, launcher] = [
    await page.locator('iframe#chat-widget').boundingBox(),
    await visitor.launcher.boundingBox(),
  ];
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(launcher?.y ?? 0);
  expect(box?.height).toBeLessThan(420);

  // It stays on the next page, without being asked for.
  await page.reload();
  await expect(shown).toBeVisible();
  await shown.getByRole('button', { name: 'Not now' }).click();
  await expect(shown).toHaveCount(0);
  await expect.poll(() => page.locator('#chat-widget-container').getAttribute('data-peek')).toBeNull();
  await page.reload();
  await visitor.customerId();
  await expect(shown).toHaveCount(0);
  expect(unique_id).toBeTruthy();
});

test('rows 152, 154: an answer typed into a greeting goes on in the window, and the chat knows its greeting', async ({
  page,
  visitor,
  demo,
}) => {
  const { control, act } = serviceOf(demo);
  await greetOn(page);
  const customer_id = await visitor.customerId();
  await control('send-greeting', { customer_id, greeting_id: 1 });
  const shown = regionOf(visitor);
  await expect(shown.getByText(/Looking for the right bike/)).toBeVisible();
  await visitor.window.getByRole('textbox', { name: 'Write an answer' }).pressSequentially('Ye');
  await expect(visitor.composer).toBeFocused();
  await expect(visitor.composer).toHaveValue(/^Ye?$/);
  await visitor.composer.fill('Yes, please');
  await visitor.composer.press('Enter');
  await expect(visitor.message('Yes, please')).toContainText(/Sent|Seen/);
  await expect(shown).toHaveCount(0);
  await expect
    .poll(async () => {
      const { chats_summary } = (await act('list_chats', {})) as { chats_summary: { id: string }[] };
      const { thread } = (await act('get_chat', { chat_id: chats_summary[0]?.id })) as {
        thread: { properties?: Record<string, Record<string, unknown>> };
      };
      return thread.properties?.['lc2']?.['greeting_id'];
    })
    .toBe(1);
  // Nobody is greeted in the middle of a chat.
  await visitor.window.getByRole('button', { name: 'Minimize window' }).click();
  await control('send-greeting', { customer_id, greeting_id: 2 });
  await expect.poll(async () => (await visitor.ask<CustomerData>('customer_data')).status).toBe('chatting');
  await expect(regionOf(visitor, 'Announcement')).toHaveCount(0);
});

test('rows 144, 145: a newer greeting replaces the older, in all tabs, and a button of a card starts the chat', async ({
  page,
  visitor,
  demo,
  context,
  guard,
}) => {
  const { control } = serviceOf(demo);
  await greetOn(page);
  const customer_id = await visitor.customerId();
  await control('send-greeting', { customer_id, greeting_id: 2 });
  await expect(regionOf(visitor, 'Announcement')).toBeVisible();
  const other = await context.newPage();
  guard.watch(other);
  await other.goto(demo.url);
  const there = other.frameLocator('iframe#chat-widget').getByRole('region', { name: /^Message from|Announcement/ });
  await expect(there).toBeVisible();
  await control('send-greeting', { customer_id, greeting_id: 3 });
  await expect(there).toContainText('Harbour Tourer');
  await page.bringToFront();
  const shown = regionOf(visitor);
  await expect(shown).toContainText('Harbour Tourer');
  await expect(regionOf(visitor, 'Announcement')).toHaveCount(0);
  await expect(shown.getByRole('listitem')).toHaveCount(2);
  await shown.getByRole('button', { name: 'Is it in stock?' }).click();
  await expect(visitor.composer).toBeVisible();
  await visitor.sees('Is it in stock?');
  await expect(there).toHaveCount(0);
});

/** Whether somebody waits for a pointer to leave the page. Counts from the next load on. */
async function watchExits(page: Page): Promise<() => Promise<boolean>> {
  await page.addInitScript(() => {
    if (window !== window.top) return;
    const { addEventListener } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (type, ...more) {
      addEventListener.call(this, type, ...more);
      if (type === 'pointerleave') Object.assign(window, { awaitsExit: true });
    };
  });
  return () => page.evaluate(() => 'awaitsExit' in window);
}

test('rows 147, 155: exit intent waits for the mouse to leave the page upwards', async ({ page, visitor, demo }) => {
  const { control } = serviceOf(demo);
  const awaitsExit = await watchExits(page);
  await greetOn(page);
  const customer_id = await visitor.customerId();
  await control('send-greeting', { customer_id, greeting_id: 4 });
  const shown = regionOf(visitor);
  const shade = page.locator('#chat-widget-exit-intent-overlay');
  await expect.poll(awaitsExit).toBe(true);
  // A finger that is lifted, and a mouse that goes elsewhere, are no farewell.
  const lift = () =>
    page.evaluate(() =>
      document.documentElement.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'touch', clientY: -1 })),
    );
  await lift();
  await page.mouse.move(300, 200);
  await page.mouse.move(-5, 200);
  await expect(shown).toHaveCount(0);
  await expect(shade).toHaveCount(0);
  await page.mouse.move(300, 200);
  await page.mouse.move(300, -5);
  await expect(shade).toBeAttached();
  await expect(shown).toBeVisible();
  // It keeps nobody from the page, and goes when the mouse is back; and that was it for this page.
  await page.mouse.move(300, 200);
  await expect(shade).toHaveCount(0);
  await page.mouse.move(300, -5);
  await expect(shade).toHaveCount(0);
  await page.mouse.move(300, 200);
  await shown.getByRole('textbox', { name: 'Your e-mail address' }).fill('ines@mail.example');
  await shown.getByRole('button', { name: 'Send' }).click();
  await expect(shown).toContainText('We will write to ines@mail.example');
  await expect.poll(async () => visitor.ask('customer_data')).toMatchObject({ email: 'ines@mail.example' });
});

test.describe('with people alone', () => {
  test.use({ demoOptions: { scriptedAgent: false } });

  test('row 150: a greeting is hidden, live, while nobody is there to answer', async ({ page, visitor, demo }) => {
    const { control, act } = serviceOf(demo);
    const close = await maraTakesChats(demo);
    const routing = (status: string) => act('set_routing_status', { agent_id: 'mara@harbour.example', status });
    await greetOn(page);
    await control('send-greeting', { customer_id: await visitor.customerId(), greeting_id: 2 });
    const shown = regionOf(visitor, 'Announcement');
    await expect(shown).toBeVisible();
    await routing('not_accepting_chats');
    await expect(shown).toHaveCount(0);
    await routing('accepting_chats');
    await expect(shown).toBeVisible();
    await close();
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 700 } });

  test('row 153: a greeting covers no more than half of the screen, and moves nothing', async ({
    page,
    visitor,
    demo,
  }) => {
    const { control } = serviceOf(demo);
    await greetOn(page);
    const customer_id = await visitor.customerId();
    const layout = () =>
      page.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement;
        const tops = Array.from(document.body.children, (one) => Math.round(one.getBoundingClientRect().top));
        return { scrollWidth, scrollHeight, tops };
      });
    const before = await layout();
    await control('send-greeting', { customer_id, greeting_id: 3 });
    await expect(regionOf(visitor)).toBeVisible();
    await comesToRest(page);
    expect(await layout()).toEqual(before);
    const box = await page.locator('iframe#chat-widget').boundingBox();
    expect(box?.width).toBe(390);
    expect(box?.height).toBeLessThanOrEqual(350);
    const close = await regionOf(visitor).getByRole('button', { name: 'Close this message' }).boundingBox();
    expect(Math.min(close?.width ?? 0, close?.height ?? 0)).toBeGreaterThanOrEqual(36);
    await regionOf(visitor).getByRole('button', { name: 'Close this message' }).click();
    await expect(visitor.launcher).toBeVisible();
    await visitor.opens();
  });
});

test.describe('v3.0', () => {
  test.use({ apiVersion: '3.0' });

  test('tells its greeting at the log-in, which is closed for good', async ({ page, visitor, demo }) => {
    await visitor.opens();
    const customer_id = await visitor.customerId();
    const minimize = visitor.window.getByRole('button', { name: 'Minimize window' });
    await minimize.click();
    await expect(minimize).toBeHidden();
    await serviceOf(demo).control('send-greeting', { customer_id, greeting_id: 1 });
    await page.reload();
    await visitor.opens();
    const shown = regionOf(visitor);
    await expect(shown).toContainText('Looking for the right bike?');
    await minimize.click();
    await expect(minimize).toBeHidden();
    await expect(shown).toBeVisible();
    await shown.getByRole('button', { name: 'Close this message' }).click();
    await expect(shown).toHaveCount(0);
    await page.reload();
    await visitor.opens();
    await expect(visitor.window.getByRole('heading', { name: 'How can we help?' })).toBeVisible();
    await expect(shown).toHaveCount(0);
  });
});
