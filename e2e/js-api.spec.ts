import { pageSays } from './support/page-says';
import { expect, test } from './support/test';
import { Visitor } from './support/visitor';

interface Seen {
  readonly seen: [string, unknown][];
}

test('rows 238, 240, 241: the page hears of ready, of visibility, of events and of what is unread, and asks for the state', async ({
  page,
  demo,
  guard,
}) => {
  await page.addInitScript(() => {
    if (window !== top) return;
    const seen: [string, unknown][] = [];
    Object.assign(window, { seen });
    addEventListener('DOMContentLoaded', () => {
      const api = (window as unknown as { LiveChatWidget: { on(name: string, run: (data: unknown) => void): void } })
        .LiveChatWidget;
      for (const name of ['ready', 'visibility_changed', 'new_event', 'unread_changed', 'form_submited'])
        api.on(name, (data) => seen.push([name, data]));
    });
  });
  await pageSays(page, { unread_events: true });
  await page.goto(demo.url);
  const names = () => page.evaluate(() => (window as unknown as Seen).seen.map(([name]) => name));
  await expect.poll(names).toEqual(['ready']);

  const state = await page.evaluate(() => {
    const api = (window as unknown as { LiveChatWidget: { call(name: string): void; get(name: string): unknown } })
      .LiveChatWidget;
    const before = api.get('state');
    api.call('maximize');
    return [before, api.get('state')];
  });
  expect(state).toEqual([
    { availability: 'online', visibility: 'minimized' },
    { availability: 'online', visibility: 'maximized' },
  ]);
  await expect.poll(names).toEqual(['ready', 'visibility_changed', 'unread_changed']);

  const composer = page.frameLocator('iframe#chat-widget').getByRole('textbox', { name: 'Message' });
  await composer.fill('Hello');
  await composer.press('Enter');
  await expect
    .poll(async () => (await names()).filter((name) => name === 'new_event').length)
    .toBeGreaterThanOrEqual(2);
  const events = await page.evaluate(() => (window as unknown as Seen).seen.filter(([name]) => name === 'new_event'));
  expect(events[0]![1]).toMatchObject({ type: 'message', author: { type: 'customer' } });
  expect(events[1]![1]).toMatchObject({ type: 'message', author: { type: 'agent' } });
  expect(JSON.stringify(events)).not.toContain('Hello');

  const unread = () =>
    page.evaluate(() =>
      (window as unknown as Seen).seen.flatMap(([name, data]) => (name === 'unread_changed' ? [data] : [])),
    );
  expect((await unread())[0]).toEqual({ count: 0 });
  await expect.poll(async () => (await unread()).at(-1)).toEqual({ count: 0 });
  const visitor = new Visitor(page);
  await visitor.call('minimize');
  await visitor.call('send_message', { text: 'And who are you?' });
  await expect.poll(async () => (await unread()).at(-1)).not.toEqual({ count: 0 });
  await expect(visitor.launcher).toHaveAccessibleName(/unread/);
  await visitor.call('maximize');
  await expect.poll(async () => (await unread()).at(-1)).toEqual({ count: 0 });
  // Names that nobody answers to are said: of what waited once the app runs, and from then on at once.
  for (const name of ['say_hello', 'constructor']) await visitor.call(name);
  await visitor.ask('chat_dat');
  await page.evaluate(() => window.LiveChatWidget.on('rating_submited', () => {}));
  await expect
    .poll(() => guard.complaints.toSorted().map((line) => /"(\w+)" is not known/.exec(line)?.[1] ?? line))
    .toEqual(expect.arrayContaining(['form_submited', 'say_hello', 'constructor', 'chat_dat', 'rating_submited']));
  expect(guard.complaints).toHaveLength(5);
  guard.complaints.length = 0;
});

test('row 239: maximize, minimize and hide', async ({ visitor }) => {
  await visitor.call('maximize', { messageDraft: 'I would like to rent a bike', startChat: true });
  await expect(visitor.composer).toHaveValue('I would like to rent a bike');
  // A chat begins although nobody has said anything, and what is typed waits.
  await expect.poll(() => visitor.ask('customer_data')).toMatchObject({ status: 'chatting' });
  await expect(visitor.composer).toHaveValue('I would like to rent a bike');
  await visitor.call('minimize');
  await expect(visitor.composer).toBeHidden();
  await expect(visitor.launcher).toBeVisible();
  await visitor.call('hide');
  await expect(visitor.launcher).toBeHidden();
  expect(await visitor.ask('state')).toMatchObject({ visibility: 'hidden' });
  await visitor.call('minimize');
  await expect(visitor.launcher).toBeVisible();
});

test('opening by the page leaves the focus where it is', async ({ visitor, page }) => {
  const link = page.getByRole('link').first();
  await link.focus();
  await visitor.call('maximize');
  await expect(visitor.composer).toBeVisible();
  await expect(link).toBeFocused();
});
