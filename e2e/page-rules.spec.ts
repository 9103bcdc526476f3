import { control } from './support/control';
import { openHostPage } from './support/host-page';
import { pageSays } from './support/page-says';
import { serviceOf } from './support/service';
import { expect, test } from './support/test';
import { Visitor } from './support/visitor';

test.use({ demoOptions: { scriptedAgent: false } });

test('point 7; rows 55, 113, 123, 125, 281: a page says how chats shall be, and hears what came of them', async ({
  page,
  visitor,
  agent,
  demo,
}) => {
  await pageSays(page, {
    greetings: true,
    visitor: { name: 'Nadia Roth', email: 'nadia@harbour.example', locked: true },
    chat: { mask_cards: true, skip_known_form: false },
  });
  await page.addInitScript(() => Object.assign(window, { heard: [] }));
  const listen = () =>
    page.evaluate(() => {
      const { LiveChatWidget: widget, heard } = window as unknown as {
        LiveChatWidget: { on: (name: string, heard: (payload: unknown) => void) => void };
        heard: unknown[];
      };
      const names = ['greeting_displayed', 'greeting_hidden', 'rich_message_button_clicked', 'form_submitted'];
      for (const name of [...names, 'rating_submitted']) widget.on(name, (payload) => heard.push([name, payload]));
    });
  const heard = () => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard);

  const frames: string[] = [];
  page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => frames.push(String(payload))));
  await agent.logsIn(demo.url);
  await control(demo.url, 'switch-form', { type: 'prechat', enabled: true });
  await page.reload();
  await listen();
  await expect
    .poll(() => visitor.ask('customer_data'))
    .toMatchObject({
      id: expect.any(String),
      name: 'Nadia Roth',
      email: 'nadia@harbour.example',
      status: 'browsing',
    });
  const { id } = await visitor.ask<{ id: string }>('customer_data');
  const { unique_id } = await serviceOf(demo).control('send-greeting', { customer_id: id, greeting_id: 2 });
  const greeting = { id: 2, uniqueId: unique_id };
  const shown = visitor.window.getByRole('region', { name: 'Announcement' });
  await expect.poll(heard).toEqual([['greeting_displayed', greeting]]);
  await shown.getByRole('button', { name: 'Not now' }).click();
  await expect.poll(heard).toEqual([
    ['greeting_displayed', greeting],
    ['rich_message_button_clicked', { eventId: null, postbackId: expect.any(String), greeting }],
    ['greeting_hidden', greeting],
  ]);

  // A form that is longer than the log begins where it begins, also below what was said before it.
  const form = visitor.window.getByRole('region', { name: 'Before we start' });
  const [name, email, order] = [/^Your name/, /^Your e-mail/, /^Order number/].map((label) =>
    form.getByRole('textbox', { name: label }),
  ) as [ReturnType<typeof form.getByRole>, ReturnType<typeof form.getByRole>, ReturnType<typeof form.getByRole>];
  const start = form.getByRole('button', { name: 'Start the chat' });
  await visitor.opens();
  await expect(form).toBeVisible();
  await visitor.writes('My card is 4111 1111 1111 1111');
  await page.reload();
  await listen();
  await expect(form.getByText('Tell us a little before we begin.')).toBeInViewport({ ratio: 1 });
  await expect(start).toBeInViewport({ ratio: 1 });
  for (const field of [name, email]) await expect(field).not.toBeEditable();
  await expect(email).toHaveValue('nadia@harbour.example');

  // What the service will not have is said at the field, and nothing is lost.
  await order.fill('A-17');
  await form.getByRole('radio', { name: 'Yes' }).check();
  const message = 'Wrong format of request: `payload.chat.thread.events[0].fields[2].answer` is no order';
  await control(demo.url, 'fail-requests', { action: 'start_chat', type: 'validation', times: 1, message });
  await start.click();
  await expect(order).toBeFocused();
  await expect(order).toHaveAccessibleDescription('This answer was not accepted. Please check it.');
  await expect(order).toHaveValue('A-17');
  await expect(form.getByRole('radio', { name: 'Yes' })).toBeChecked();
  await order.fill('A-18');
  await start.dblclick();
  await expect(form).toHaveCount(0);
  await expect.poll(heard).toEqual([['form_submitted', { type: 'prechat' }]]);
  await expect(agent.chats.getByRole('button')).toHaveCount(1);

  // A number of a card stays here.
  await agent.opensNewestChat();
  await agent.sees('My card is **** **** **** 1111');
  await visitor.composer.pressSequentially('Or 5500 0000 0000 0004');
  await expect(agent.page.getByText('Or **** **** **** 0004')).toBeVisible();
  await visitor.composer.fill('');
  await expect.poll(() => frames.join('\n')).toContain('My card is **** **** **** 1111');
  expect(frames.join('\n')).not.toMatch(/4111 1111|5500 0000 0/);
  await visitor.window.getByRole('button', { name: 'Chat options' }).click();
  await visitor.window.getByRole('menuitem', { name: /^Rate/ }).click();
  const rating = visitor.window.getByRole('dialog');
  await rating.getByRole('button', { name: 'Good', exact: true }).click();
  await expect(rating.getByRole('button', { name: 'Good', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await rating.getByRole('button', { name: 'Good', exact: true }).click();
  await expect.poll(heard).toEqual([
    ['form_submitted', { type: 'prechat' }],
    ['rating_submitted', 'good'],
    ['rating_submitted', 'none'],
  ]);
  await rating.getByRole('button', { name: 'Good', exact: true }).click();

  // A rating stays with its sitting: the next one has none, and what was said of the last stands above.
  const rated = visitor.log.getByText('You rated the chat as good.');
  await expect(rated).toHaveCount(1);
  await page.keyboard.press('Escape');
  await agent.page.getByRole('button', { name: 'Close chat' }).click();
  await agent.page.getByRole('dialog').getByRole('button', { name: 'Close chat' }).click();
  await visitor.window.getByRole('button', { name: 'Start the chat again' }).click();
  await expect(visitor.window.getByRole('button', { name: 'Rate as good' })).toHaveAttribute('aria-pressed', 'false');
  await page.reload();
  await expect(rated).toHaveCount(1);
});

test('row 55: the number of a card waits until it is known whether it may leave', async ({ page, demo, guard }) => {
  const frames: string[] = [];
  page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => frames.push(String(payload))));
  let letThrough = () => {};
  const isLetThrough = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(/\/rest-[^/]*\.js$/, async (route) => {
    await isLetThrough;
    await route.continue();
  });
  await openHostPage(page, demo, { lc: { chat: { mask_cards: true } } });
  const visitor = new Visitor(page);
  await visitor.opens();
  await visitor.writes('Hello');
  await expect(visitor.message('Hello')).toContainText('Sent');
  await visitor.writes('4111 1111 1111 1111');
  await expect(visitor.message('4111')).toContainText('Sending');
  letThrough();
  await expect(visitor.message('**** **** **** 1111')).toContainText(/Sent|Seen/);
  expect(frames.join('\n')).not.toContain('4111');
  expect(guard.complaints).toEqual([]);
});
