import { readFile } from 'node:fs/promises';
import { control } from './support/control';
import { apiVersions } from './support/speak';
import { expect, test } from './support/test';

const GROUPS = { type: 'group_chooser', id: 'g', label: 'Department', required: true };

for (const apiVersion of apiVersions) {
  test.describe(`v${apiVersion}`, () => {
    test.use({ apiVersion, demoOptions: { scriptedAgent: false } });

    test('a visitor waits in line, writes meanwhile, and leaves it', async ({ visitor, agent, demo }) => {
      await agent.logsIn(demo.url);
      await control(demo.url, 'set-chat-limit', { agent_id: 'mara@harbour.example', limit: 0 });
      const { window, log } = visitor;
      await visitor.opens();
      await visitor.writes('Can I bring it today?');
      await expect(log.getByText('You are next')).toBeVisible();
      await expect(window.getByText('Waiting for an agent')).toBeVisible();
      const { chatId } = await visitor.ask<{ chatId: string }>('chat_data');
      await visitor.composer.focus();
      await control(demo.url, 'set-queue-position', { chat_id: chatId, position: 3, wait_time: 240 });
      await expect(log.getByText('Your place in line: 3 · About 4 minutes')).toBeVisible();
      await control(demo.url, 'set-queue-position', { chat_id: chatId, position: 2, wait_time: 7_200 });
      await expect(log.getByText('Your place in line: 2 · More than an hour')).toBeVisible();
      await expect(visitor.composer).toBeFocused();
      await visitor.writes('I can wait');
      await expect(visitor.message('I can wait')).toContainText('Sent');

      await log.getByRole('button', { name: 'Leave the line' }).click();
      await expect(log.getByRole('button', { name: 'Stay in line' })).toBeFocused();
      await log.getByRole('button', { name: 'Leave the line' }).click();
      await expect(log.getByText(/Your place in line/)).toHaveCount(0);
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

    test('a rating is one, wherever it is given; a copy is sent, or saved here', async ({
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
      await expect(window.getByRole('menuitem', { name: /nadia@harbour/ })).toHaveCount(0);

      await visitor.composer.fill('One more');
      await control(demo.url, 'archive-chat', {
        chat_id: (await visitor.ask<{ chatId: string }>('chat_data')).chatId,
        reason: 'inactive',
      });
      await expect(visitor.log.getByText(/The chat ended after|archived due to long inactivity/)).toBeVisible();
      await expect(visitor.composer).toHaveValue('One more');
      const group = window.getByRole('group', { name: 'Rate this chat' });
      await expect(group.getByRole('button', { name: 'Bad' })).toHaveAttribute('aria-pressed', 'true');
      await window.getByRole('button', { name: 'Start the chat again' }).click();
      await visitor.composer.press('Enter');
      await agent.sees('One more');
    });
  });
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

  test('show who is there, and lead to the offline form of who is not', async ({ visitor, agent, demo }) => {
    await agent.logsIn(demo.url);
    await control(demo.url, 'switch-form', { type: 'prechat', enabled: true });
    const { window } = visitor;
    await visitor.opens();
    const form = window.getByRole('region', { name: 'Before we start' });
    const department = form.getByRole('combobox', { name: /^Department/ });
    await form.getByRole('textbox', { name: /^Your name/ }).fill('Nadia');
    await form.getByRole('textbox', { name: /^Your e-mail/ }).fill('nadia@harbour.example');
    await expect(department.getByRole('option', { name: 'Workshop (offline)' })).toBeAttached();
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

  test('that go offline swap the form, and keep what is typed', async ({ visitor, agent, demo }) => {
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

function withGroups(text: string): string {
  const frame = JSON.parse(text) as { action?: string; payload?: { form?: { id?: string; fields: object[] } } };
  const form = frame.action === 'get_form' ? frame.payload?.form : undefined;
  if (form?.id?.startsWith('2603')) {
    const options = [
      { id: '0', group_id: 3, label: 'Workshop' },
      { id: '1', group_id: 7, label: 'Sales' },
    ];
    form.fields.push({ ...GROUPS, options });
  }
  return JSON.stringify(frame);
}
