import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { AgentDesk } from './support/agent';
import { control } from './support/control';
import { pageSays } from './support/page-says';
import { apiVersions } from './support/speak';
import { expect, test } from './support/test';

const GROUPS = { type: 'group_chooser', id: 'g', label: 'Department', required: true };

for (const apiVersion of apiVersions) {
  test.describe(`v${apiVersion}`, () => {
    test.use({ apiVersion, demoOptions: { scriptedAgent: false } });

    test('rows 126 to 129: a visitor waits in line, writes meanwhile, is called, and leaves it the next time', async ({
      visitor,
      agent,
      demo,
      page,
    }) => {
      const limit = (most: number) =>
        control(demo.url, 'set-chat-limit', { agent_id: 'mara@harbour.example', limit: most });
      await countBells(page);
      await page.reload();
      await agent.logsIn(demo.url);
      await limit(0);
      const { window, log } = visitor;
      await visitor.opens();
      await visitor.writes('Can I bring it today?');
      await expect(log.getByText('You are next')).toBeVisible();
      await expect(window.getByText('Waiting for an agent')).toBeVisible();
      const chatId = await visitor.chatId();
      await visitor.composer.focus();
      await control(demo.url, 'set-queue-position', { chat_id: chatId, position: 3, wait_time: 240 });
      await expect(log.getByText('Your place in line: 3 · About 4 minutes')).toBeVisible();
      await control(demo.url, 'set-queue-position', { chat_id: chatId, position: 2, wait_time: 7_200 });
      await expect(log.getByText('Your place in line: 2 · More than an hour')).toBeVisible();
      await expect(visitor.composer).toBeFocused();
      await visitor.writes('I can wait');
      await expect(visitor.message('I can wait')).toContainText('Sent');

      // One's turn has come, and one looks elsewhere.
      const title = await page.title();
      await look(page, 'away');
      await limit(1);
      await expect.poll(() => page.title()).not.toBe(title);
      await expect.poll(() => bells(page)).toBe(2);
      await expect(log.getByText(/Your place in line/)).toHaveCount(0);
      await look(page, 'back');
      await expect.poll(() => page.title()).toBe(title);
      await agent.opensNewestChat();
      for (const text of ['Can I bring it today?', 'I can wait']) await agent.sees(text);
      await limit(0);
      await agent.page.getByRole('button', { name: 'Close chat' }).click();
      await agent.page.getByRole('dialog').getByRole('button', { name: 'Close chat' }).click();
      await expect(window.getByRole('button', { name: 'Start the chat again' })).toBeVisible();
      await visitor.writes('One more thing');
      await expect(log.getByText('You are next')).toBeVisible();

      await log.getByRole('button', { name: 'Leave the line' }).click();
      await expect(log.getByRole('button', { name: 'Stay in line' })).toBeFocused();
      await log.getByRole('button', { name: 'Leave the line' }).click();
      await expect(log.getByText('You are next')).toHaveCount(0);
      if (apiVersion === '3.0') {
        await expect(window.getByRole('button', { name: 'Start the chat again' })).toBeVisible();
      } else {
        const form = window.getByRole('region', { name: 'Leave a message' });
        await form.getByRole('textbox', { name: /^E-mail/ }).fill('nadia@harbour.example');
        await form.getByRole('textbox', { name: /^Message/ }).fill('Please call me back.');
        await form.getByRole('button', { name: 'Leave a message' }).click();
        await expect(log.getByText('Your answers')).toBeVisible();
      }
    });

    test('rows 117, 138, 139, 158 to 161, 163 to 166: a rating is one, wherever it is given; a copy is sent, or saved here', async ({
      visitor,
      agent,
      demo,
      page,
    }) => {
      await agent.logsIn(demo.url);
      const { window } = visitor;
      await visitor.opens();
      await visitor.writes('Thank you');
      await agent.opensNewestChat();
      await agent.writes('You are welcome');
      const good = window.getByRole('button', { name: 'Rate as good' });
      await good.click();
      await expect(good).toHaveAttribute('aria-pressed', 'true');
      const options = window.getByRole('button', { name: 'Chat options' });
      await options.click();
      await window.getByRole('menuitem', { name: /Rated good/ }).click();
      const dialog = window.getByRole('dialog', { name: 'Rate this chat' });
      await dialog.getByRole('button', { name: 'Good', exact: true }).click();
      await expect(good).toHaveAttribute('aria-pressed', 'false');
      await dialog.getByRole('button', { name: 'Bad', exact: true }).click();
      await dialog.getByRole('textbox', { name: 'Comment' }).fill('Too slow');
      await dialog.getByRole('button', { name: 'Send comment' }).click();
      await dialog.getByRole('button', { name: 'Close' }).click();
      await expect(window.getByRole('button', { name: 'Rate as bad' })).toHaveAttribute('aria-pressed', 'true');

      await options.click();
      await window.getByRole('menuitem', { name: /Send a transcript/ }).click();
      const transcript = window.getByRole('dialog', { name: 'Send a transcript' });
      const downloading = page.waitForEvent('download');
      await transcript.getByRole('button', { name: 'Save as text' }).click();
      const download = await downloading;
      expect(download.suggestedFilename()).toMatch(/^chat-\d{4}-\d\d-\d\d\.txt$/);
      const text = await readFile(await download.path(), 'utf8');
      expect(text).toMatch(/You: Thank you\r\n(?:.*\r\n)*.*Mara Okafor: You are welcome\r\n/);
      await transcript.getByRole('textbox', { name: 'E-mail' }).fill('nadia@harbour.example');
      await transcript.getByRole('button', { name: 'Send it' }).click();
      await options.click();
      await window.getByRole('menuitem', { name: /nadia@harbour/ }).click();
      await transcript.getByRole('button', { name: 'Do not send it' }).click();
      await options.click();
      await expect(window.getByRole('menuitem', { name: /Send a transcript/ })).toBeVisible();
      await expect(window.getByRole('menuitem', { name: /nadia@harbour/ })).toHaveCount(0);

      await visitor.composer.fill('One more');
      await control(demo.url, 'archive-chat', {
        chat_id: await visitor.chatId(),
        reason: 'inactive',
      });
      await expect(visitor.log.getByText(/The chat ended after|archived due to long inactivity/)).toBeVisible();
      await expect(visitor.composer).toHaveValue('One more');
      const group = window.getByRole('group', { name: 'Rate this chat' });
      const bad = group.getByRole('button', { name: 'Bad' });
      await expect(bad).toHaveAttribute('aria-pressed', 'true');
      // It is kept with the thread. A copy is offered once, to the address that is known.
      await page.reload();
      await expect(bad).toHaveAttribute('aria-pressed', 'true');
      await expect(visitor.composer).toHaveValue('One more');
      // 1280 × 1024 at 400 %: the log has room, and what is below of it is scrolled to.
      const size = page.viewportSize() ?? { width: 1_280, height: 720 };
      await page.setViewportSize({ width: 320, height: 256 });
      await expect.poll(() => window.locator('.middle').evaluate((part) => part.clientHeight)).toBeGreaterThan(100);
      await visitor.composer.scrollIntoViewIfNeeded();
      await expect(visitor.composer).toBeInViewport({ ratio: 1 });
      await page.setViewportSize(size);

      await visitor.call('set_customer_email', 'nadia@harbour.example');
      await window.getByRole('button', { name: 'Send a copy to nadia@harbour.example' }).click();
      await expect(window.getByText('A copy will be sent to nadia@harbour.example').first()).toBeVisible();
      await window.getByRole('button', { name: 'Start the chat again' }).click();
      await visitor.composer.press('Enter');
      await agent.sees('One more');
    });
  });
}

/** Counts bells instead of ringing them, in the page and in the frame. */
async function countBells(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const top = window.top as Window & { bells?: number };
    const { createOscillator } = AudioContext.prototype;
    AudioContext.prototype.createOscillator = function () {
      top.bells = (top.bells ?? 0) + 1;
      return createOscillator.call(this);
    };
  });
}

const bells = (page: Page) => page.evaluate(() => (window as Window & { bells?: number }).bells);

/** Of the whole page, also of our frame in it. */
function look(page: Page, where: 'away' | 'back'): Promise<void> {
  return page.evaluate((to) => {
    const frame = document.querySelector<HTMLIFrameElement>('iframe#chat-widget');
    for (const one of [document, frame?.contentDocument].flatMap((found) => found ?? [])) {
      if (to === 'away') Object.defineProperty(one, 'hasFocus', { configurable: true, value: () => false });
      else delete (one as { hasFocus?: unknown }).hasFocus;
    }
    if (to === 'back') window.dispatchEvent(new Event('focus'));
  }, where);
}

test.describe('departments', () => {
  test.use({ demoOptions: { scriptedAgent: false } });

  // The sandbox asks for no department of its own accord.
  test.beforeEach(async ({ page }) => {
    await page.routeWebSocket(/\/customer\/rtm\/ws/, (socket) => {
      const server = socket.connectToServer();
      server.onMessage((text) => socket.send(withGroups(String(text))));
    });
  });

  test('row 115: show who is there, live, and lead to the offline form of who is not', async ({
    visitor,
    agent,
    demo,
    browser,
  }) => {
    await agent.logsIn(demo.url);
    await control(demo.url, 'switch-form', { type: 'prechat', enabled: true });
    const { window } = visitor;
    await visitor.opens();
    const form = window.getByRole('region', { name: 'Before we start' });
    const department = form.getByRole('combobox', { name: /^Department/ });
    await form.getByRole('textbox', { name: /^Your name/ }).fill('Nadia');
    await form.getByRole('textbox', { name: /^Your e-mail/ }).fill('nadia@harbour.example');
    await expect(department.getByRole('option', { name: 'Workshop (offline)' })).toBeAttached();
    const context = await browser.newContext();
    const theo = new AgentDesk(await context.newPage());
    await theo.logsIn(demo.url, 'Theo Lindqvist');
    await expect(department.getByRole('option', { name: 'Workshop', exact: true })).toBeAttached();
    await context.close();
    await expect(department.getByRole('option', { name: 'Workshop (offline)' })).toBeAttached({ timeout: 20_000 });
    await department.selectOption({ label: 'Workshop (offline)' });
    const offline = window.getByRole('region', { name: 'Nobody is available right now' });
    await expect(offline.getByRole('textbox', { name: /^Name/ })).toHaveValue('Nadia');
    await offline.getByRole('button', { name: 'Back' }).click();
    await department.selectOption({ label: 'Sales' });
    await form.getByRole('radio', { name: 'Yes' }).check();
    await form.getByRole('button', { name: 'Start the chat' }).click();
    await expect(visitor.log.getByText('Your answers')).toBeVisible();
    await agent.opensNewestChat();
    await expect(agent.page.getByText('Sales').first()).toBeVisible();
  });

  test('row 134: that go offline swap the form, and keep what is typed', async ({ visitor, agent, demo }) => {
    await agent.logsIn(demo.url);
    await control(demo.url, 'switch-form', { type: 'prechat', enabled: true });
    const { window } = visitor;
    await visitor.opens();
    const form = window.getByRole('region', { name: 'Before we start' });
    await form.getByRole('textbox', { name: /^Your name/ }).fill('Nadia');
    await agent.page.close();
    const offline = window.getByRole('region', { name: 'Nobody is available right now' });
    await expect(offline.getByRole('textbox', { name: /^Name/ })).toHaveValue('Nadia', { timeout: 20_000 });
  });
});

test.describe('what the page says', () => {
  test.use({ demoOptions: { scriptedAgent: false } });

  test('rows 52, 53, 113, 114, 119, 120, 133, 172, 236: hours, a form for those who are not known, greetings, peeks, and who waits', async ({
    visitor,
    agent,
    demo,
    page,
  }) => {
    const sent: { readonly action: string; readonly payload: Readonly<Record<string, string>> }[] = [];
    let asksForName = true;
    await page.routeWebSocket(/\/customer\/rtm\/ws/, (socket) => {
      const server = socket.connectToServer();
      socket.onMessage((text) => {
        sent.push(JSON.parse(String(text)));
        server.send(text);
      });
      server.onMessage((text) => socket.send(asksForName ? withNameOnly(String(text)) : text));
    });
    const peeks = () =>
      sent.filter(({ action }) => action === 'send_sneak_peek').map((one) => one.payload['sneak_peek_text']);
    const { window, log, composer } = visitor;
    const prechat = window.getByRole('region', { name: 'Before we start' });
    const offline = window.getByRole('region', { name: 'Nobody is available right now' });
    await control(demo.url, 'switch-form', { type: 'prechat', enabled: true });

    const backAt = new Date(Date.now() + 24 * 60 * 60_000);
    const chat = { skip_known_form: true, back_at: backAt.toISOString() };
    await pageSays(page, { greetings: true, visitor: { name: 'Nadia Roth' }, chat });
    await page.reload();
    await visitor.opens();
    const there = { timeZone: 'Europe/Warsaw' } as const;
    const day = backAt.toLocaleDateString('en-US', { ...there, weekday: 'long' });
    const time = backAt.toLocaleTimeString('en-US', { ...there, timeStyle: 'short' }).replace(/\s/, '\\s');
    await expect(window.getByText(new RegExp(`^Back ${day}, .+, ${time}$`))).toBeVisible();
    const name = offline.getByRole('textbox', { name: /^Name/ });
    await expect(name).toHaveValue('Nadia Roth');
    await name.fill('Nadia R.');
    await expect(name).toHaveValue('Nadia R.');
    await agent.logsIn(demo.url);
    await expect(offline).toHaveCount(0);
    await expect(composer).toHaveAttribute('placeholder', 'Write a message…');
    await expect.poll(() => sent.filter(({ payload }) => payload['type'] === 'prechat')).toHaveLength(1);
    await expect(prechat).toHaveCount(0);

    asksForName = false;
    await pageSays(page, { chat: { form_after_greeting: false, ask_email_after: 0.05, sneak_peek_note: true } });
    await page.reload();
    await expect(prechat).toBeVisible();
    const customer_id = await visitor.customerId();
    await control(demo.url, 'send-greeting', { customer_id, text: 'Are you looking for a tandem?' });
    await expect(log.getByText('Are you looking for a tandem?')).toBeVisible();
    await expect(prechat).toHaveCount(0);
    await visitor.writes('Do you rent them?');
    await expect(visitor.message('Do you rent them?')).toContainText(/Sent|Seen/);
    await agent.opensNewestChat();
    const ask = window.getByRole('region', { name: 'Where can we reach you?' });
    await ask.getByRole('textbox', { name: /^E-mail/ }).fill('nadia@harbour.example');
    await ask.getByRole('button', { name: 'Submit' }).click();
    await expect(ask).toHaveCount(0);
    // Row 172: once the service has been told so.
    const promise = log.getByText('If you go, we will answer to nadia@harbour.example.');
    await expect(promise).toBeVisible();
    await agent.writes('We do.');
    await expect(promise).toHaveCount(0);

    await expect(window.getByText('Our team may see your text while you write.')).toBeVisible();
    const typed = 'For how many days at once?';
    await composer.pressSequentially(typed);
    await expect.poll(() => peeks().at(-1)).toBe(typed);
    await expect(agent.page.getByText(typed)).toBeVisible();
    expect(peeks().length).toBeLessThan(typed.length / 2);
    const before = peeks().length;
    await composer.press('Enter');
    await agent.sees(typed);

    await pageSays(page, { chat: { sneak_peek: false, sneak_peek_note: true } });
    await page.reload();
    await visitor.sees(typed);
    await composer.pressSequentially('And alone?');
    await composer.press('Enter');
    await agent.sees('And alone?');
    await expect(window.getByText('Our team may see your text while you write.')).toHaveCount(0);
    expect(peeks()).toHaveLength(before);
  });
});

/** The form before the chat, with nothing else that has to be answered. */
function withNameOnly(text: string): string {
  const frame = JSON.parse(text) as Frame;
  for (const field of formIn(frame)?.fields ?? []) field.required = field.type === 'name';
  return JSON.stringify(frame);
}

interface Frame {
  readonly action?: string;
  readonly payload?: {
    readonly form?: { readonly id?: string; readonly fields: { type: string; required?: boolean }[] };
  };
}

/** The one before the chat, if this is it. */
function formIn({ action, payload }: Frame) {
  const form = action === 'get_form' ? payload?.form : undefined;
  return form?.id?.startsWith('2603') ? form : undefined;
}

function withGroups(text: string): string {
  const frame = JSON.parse(text) as Frame;
  const options = [
    { id: '0', group_id: 3, label: 'Workshop' },
    { id: '1', group_id: 7, label: 'Sales' },
  ];
  formIn(frame)?.fields.push(Object.assign({}, GROUPS, { options }));
  return JSON.stringify(frame);
}
