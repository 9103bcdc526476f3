import type { Page } from '@playwright/test';
import { control } from './support/control';
import { apiVersions } from './support/speak';
import { expect, test } from './support/test';

const NADIA = 'nadia@harbour.example';

/** On the next page. */
const listenInTheOldWay = (page: Page) =>
  page.addInitScript(() => {
    if (window !== top) return;
    const told: unknown[] = [];
    const names = ['ticket_created', 'postchat_survey_submitted', 'rating_comment_submitted'].map(
      (name) => `on_${name}`,
    );
    const callbacks = names.map((name) => [name, (what: unknown) => told.push([name, what])]);
    Object.assign(window, { told, LC_API: Object.fromEntries(callbacks) as object });
  });
const toldInTheOldWay = (page: Page) => page.evaluate(() => (window as unknown as { told: unknown[] }).told);

for (const apiVersion of apiVersions) {
  test.describe(`v${apiVersion}`, () => {
    test.use({ apiVersion, demoOptions: { scriptedAgent: false } });

    test('rows 109, 111, 112, 117, 121, 123, 124, 161: the form before a chat begins it, and the one after it ends it', async ({
      visitor,
      agent,
      demo,
      page,
    }) => {
      await agent.logsIn(demo.url);
      await control(demo.url, 'switch-form', { type: 'prechat', enabled: true });
      await control(demo.url, 'switch-form', { type: 'postchat', enabled: true });
      const { window, log } = visitor;
      const form = window.getByRole('region', { name: 'Before we start' });
      const start = form.getByRole('button', { name: 'Start the chat' });
      const name = form.getByRole('textbox', { name: /^Your name/ });
      const email = form.getByRole('textbox', { name: /^Your e-mail/ });

      await visitor.opens();
      await expect(form).toBeVisible();
      await visitor.writes('Is the Tourer in stock?');
      await expect(form.getByText('Your message goes out with the form.')).toBeVisible();

      await name.fill('Nadia');
      await start.click();
      await expect(email).toBeFocused();
      await expect(email).toHaveAccessibleDescription('Please fill in this field.');
      await expect(name).toHaveValue('Nadia');
      await email.fill('nadia@gmial.com');
      await form.getByRole('button', { name: 'Did you mean nadia@gmail.com?' }).click();
      await expect(email).toHaveValue('nadia@gmail.com');
      await email.fill(NADIA);

      // An open window is open on the next page too.
      await listenInTheOldWay(page);
      await page.reload();
      await expect(name).toHaveValue('Nadia');
      await expect(email).toHaveValue(NADIA);
      await expect(visitor.message('Is the Tourer in stock?')).toBeVisible();
      await expect(agent.chats.getByRole('button')).toHaveCount(0);

      await form.getByRole('radio', { name: 'Yes' }).check();
      await control(demo.url, 'fail-requests', { action: 'start_chat', type: 'validation', times: 1 });
      await start.click();
      await expect(form.getByText(/These answers were not accepted/)).toBeVisible();
      await expect(email).toHaveValue(NADIA);
      await start.dblclick();
      await expect(form).toHaveCount(0);
      await expect(visitor.message('Is the Tourer in stock?')).toContainText(/Sent|Seen/);
      await expect(log.getByText('Your answers')).toHaveCount(1);
      await expect(agent.chats.getByRole('button')).toHaveCount(1);
      await expect.poll(() => visitor.ask('customer_data')).toMatchObject({ name: 'Nadia', email: NADIA });
      // The form is the first that was said.
      await expect(log.getByRole('article').first()).toContainText('Your answers');

      await agent.opensNewestChat();
      await agent.sees('Is the Tourer in stock?');
      await agent.writes('Yes, in three sizes.');
      await visitor.sees('Yes, in three sizes.');
      await window.getByRole('button', { name: 'Rate as bad' }).click();
      await expect(window.getByRole('button', { name: 'Rate as bad' })).toHaveAttribute('aria-pressed', 'true');
      await agent.page.getByRole('button', { name: 'Close chat' }).click();
      await agent.page.getByRole('dialog').getByRole('button', { name: 'Close chat' }).click();

      const afterwards = window.getByRole('region', { name: 'How was it?' });
      await expect(afterwards).toBeVisible();
      const rating = window.getByRole('group', { name: 'Rate this chat' });
      await expect(rating).toHaveCount(1);
      await expect(afterwards.getByRole('button', { name: 'Bad' })).toHaveAttribute('aria-pressed', 'true');
      await afterwards.getByRole('button', { name: 'Skip' }).click();
      await expect(afterwards).toHaveCount(0);
      await page.reload();
      await expect(rating).toHaveCount(1);
      await afterwards.getByRole('button', { name: 'Good' }).click();
      await expect(afterwards.getByRole('button', { name: 'Good' })).toHaveAttribute('aria-pressed', 'true');
      await afterwards.getByRole('textbox', { name: 'Leave a comment' }).fill('Quick and kind');
      await afterwards.getByRole('radio', { name: 'Yes' }).check();
      await page.reload();
      await expect(afterwards.getByRole('textbox', { name: 'Leave a comment' })).toHaveValue('Quick and kind');
      await expect(afterwards.getByRole('radio', { name: 'Yes' })).toBeChecked();
      await afterwards.getByRole('button', { name: 'Submit' }).click();
      await expect(afterwards).toHaveCount(0);
      await expect(log.getByText('Your answers')).toHaveCount(2);
      await expect
        .poll(() => toldInTheOldWay(page))
        .toEqual(
          expect.arrayContaining([
            ['on_rating_comment_submitted', 'Quick and kind'],
            [
              'on_postchat_survey_submitted',
              { form_data: expect.arrayContaining([expect.objectContaining({ value: 'Yes' })]) },
            ],
          ]),
        );
      await expect(rating.getByRole('button', { name: 'Good' })).toHaveAttribute('aria-pressed', 'true');
      const again = window.getByRole('button', { name: 'Start the chat again' });
      await again.click();
      await expect(again).toHaveCount(0);
      await expect(form).toHaveCount(0);
    });

    test('rows 130, 131, 242: a message for later says where the answer comes', async ({ visitor, page }) => {
      const { window, log } = visitor;
      await listenInTheOldWay(page);
      await page.reload();
      await visitor.opens();
      const chooser = window.locator('input[type=file]').first();
      const note = { name: 'route.txt', mimeType: 'text/plain', buffer: Buffer.from('To the lighthouse') };
      if (apiVersion === '3.0') {
        await visitor.writes('Do you rent tandems?');
        const ask = window.getByRole('region', { name: 'Where can we reach you?' });
        await ask.getByRole('textbox', { name: /^E-mail/ }).fill(NADIA);
        await ask.getByRole('button', { name: 'Submit' }).click();
      } else {
        const form = window.getByRole('region', { name: 'Nobody is available right now' });
        await form.getByRole('textbox', { name: /^E-mail/ }).fill(NADIA);
        await form.getByRole('textbox', { name: /^Message/ }).fill('Do you rent tandems?');
        await form.getByRole('button', { name: 'Leave a message' }).click();
        await expect(form).toHaveCount(0);
        await expect(log.getByText('Your answers')).toBeVisible();
        const told = { text: 'Do you rent tandems?', visitor_email: NADIA, ticket_id: expect.any(String) };
        await expect.poll(() => toldInTheOldWay(page)).toEqual([['on_ticket_created', expect.objectContaining(told)]]);
      }
      await expect(log.getByText(`You can still write. We will answer to ${NADIA}.`)).toBeVisible();
      await visitor.writes('For two weeks.');
      await expect(visitor.message('For two weeks.')).toContainText('Sent');
      await chooser.setInputFiles([note]);
      await expect(log.getByRole('link', { name: /^route ?\.txt/ })).toBeVisible();
    });

    test('row 132: a file can be left while nobody is there', async ({ visitor }) => {
      await visitor.opens();
      const note = { name: 'route.txt', mimeType: 'text/plain', buffer: Buffer.from('To the lighthouse') };
      await visitor.window.locator('input[type=file]').first().setInputFiles([note]);
      await expect(visitor.log.getByRole('link', { name: /^route ?\.txt/ })).toBeVisible();
      // Under the same limits.
      const program = { ...note, name: 'route.exe' };
      await visitor.window.locator('input[type=file]').first().setInputFiles([program]);
      const toSend = visitor.window.getByRole('list', { name: 'Files to send' });
      await expect(toSend.getByText('Files of this type cannot be sent.')).toBeVisible();
    });
  });
}

const options = (...labels: readonly string[]) => labels.map((label, index) => ({ id: `${index}`, label }));
const FIELDS = [
  { type: 'header', id: 'h', label: 'Read https://shop.example/privacy first, or javascript:alert(1)' },
  { type: 'name', id: 'n', label: 'Your name' },
  { type: 'email', id: 'e', label: 'Your e-mail' },
  { type: 'question', id: 'q', label: 'Order' },
  { type: 'subject', id: 's', label: 'Subject' },
  { type: 'textarea', id: 't', label: 'More' },
  { type: 'radio', id: 'r', label: 'Which?', options: options('This', 'That') },
  { type: 'select', id: 'l', label: 'When?', options: options('Now', 'Later') },
  {
    type: 'checkbox',
    id: 'c',
    label: 'Terms',
    required: true,
    options: options('I agree: https://shop.example/terms'),
  },
  { type: 'checkbox_for_email', id: 'b', label: 'Send me news' },
  { type: 'password', id: 'p', label: 'Your password' },
];

test.describe('in the chat', () => {
  test.use({ demoOptions: { scriptedAgent: false } });

  test('rows 110, 111, 116, 118, 122: every kind of field by keyboard, consent, and an address that is asked for', async ({
    visitor,
    agent,
    demo,
    page,
  }) => {
    await agent.logsIn(demo.url);
    const { log, composer } = visitor;
    await visitor.opens();
    await visitor.writes('I have a question');
    await agent.opensNewestChat();
    const chat_id = await visitor.chatId();
    await control(demo.url, 'send-form', { chat_id, form_id: 'all', fields: FIELDS });
    const form = log.getByRole('article').filter({ hasText: 'Your password' });
    const link = form.getByRole('link', { name: /privacy/ });
    await expect(link).toHaveAttribute('href', 'https://shop.example/privacy');
    await expect(form.getByRole('link')).toHaveCount(2);
    await expect(form.locator('input[type=password]')).toHaveCount(0);
    await expect(form.getByRole('textbox', { name: 'Your name' })).toHaveAttribute('autocomplete', 'name');
    await expect(form.getByRole('textbox', { name: 'Your e-mail' })).toHaveAttribute('autocomplete', 'email');

    await composer.press('ArrowUp');
    await expect(form).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(link).toBeFocused();
    await expect(link).toHaveCSS('outline-style', 'solid');
    for (const text of ['Nadia', NADIA, 'A-17', 'Lights', 'They are dim.']) {
      await page.keyboard.press('Tab');
      await page.keyboard.type(text);
    }
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await expect(form.getByRole('radio', { name: 'That' })).toBeChecked();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(form.getByRole('combobox', { name: 'When?' })).toHaveValue('1');
    const submit = form.getByRole('button', { name: 'Submit' });
    await submit.focus();
    await page.keyboard.press('Enter');
    const consent = form.getByRole('checkbox', { name: /^I agree/ });
    await expect(consent).toBeFocused();
    await expect(consent).toHaveAccessibleDescription('Please choose at least one.');
    await expect(form.getByRole('textbox', { name: 'More' })).toHaveValue('They are dim.');
    await expect(form.getByRole('link', { name: /terms/ })).toHaveAttribute('href', 'https://shop.example/terms');
    await page.keyboard.press('Space');
    await submit.focus();
    await page.keyboard.press('Enter');
    await expect(log.getByText('Thank you.')).toBeVisible();
    await expect(composer).toBeFocused();
    const answers = log.getByRole('article').filter({ hasText: 'Your answers' });
    for (const text of ['Nadia', NADIA, 'A-17', 'Lights', 'They are dim.', 'That', 'Later', 'I agree']) {
      await expect(answers).toContainText(text);
      await expect(agent.log).toContainText(text);
    }

    const email = { type: 'email', id: 'e', label: 'Your e-mail', required: true };
    await control(demo.url, 'send-form', { chat_id, form_id: 'ask', form_type: 'ask_for_email', fields: [email] });
    const ask = log.getByRole('article').filter({ hasText: 'Where can we reach you?' });
    await expect(ask).toBeVisible();
    await visitor.writes('Just a moment');
    await agent.sees('Just a moment');
    await expect(ask.getByRole('textbox')).toHaveValue(NADIA);
    await ask.getByRole('textbox').fill('other@harbour.example');
    await ask.getByRole('button', { name: 'Submit' }).click();
    await expect(ask.getByRole('textbox')).toHaveCount(0);
    await expect.poll(() => visitor.ask('customer_data')).toMatchObject({ email: 'other@harbour.example' });
  });
});
