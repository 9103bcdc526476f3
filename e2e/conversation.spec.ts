import { AgentDesk } from './support/agent';
import { control } from './support/control';
import { pageSays } from './support/page-says';
import { apiVersions } from './support/speak';
import { expect, test } from './support/test';

for (const apiVersion of apiVersions) {
  test.describe(`v${apiVersion}`, () => {
    test.use({ apiVersion });

    test('a visitor and an agent talk, and see each other type', async ({ visitor, agent, demo }) => {
      await agent.logsIn(demo.url);
      await visitor.opens();
      await visitor.writes('Do you have the Tourer in blue?');
      await expect(visitor.message('Do you have the Tourer in blue?')).toContainText('Sent');

      await agent.opensNewestChat();
      await agent.sees('Do you have the Tourer in blue?');
      await expect(visitor.window.getByRole('heading', { level: 2 })).toContainText('Mara Okafor');
      await expect(visitor.window.getByText('Customer advisor')).toBeVisible();

      await agent.reply.pressSequentially('Yes');
      await expect(visitor.log.getByText('Mara Okafor is typing')).toBeAttached();
      await agent.writes('Yes, in all sizes.');
      await visitor.sees('Yes, in all sizes.');
      await expect(visitor.log.getByText('Mara Okafor is typing')).toHaveCount(0);
      await expect(visitor.message('Do you have the Tourer in blue?')).toContainText('Seen');

      await visitor.composer.pressSequentially('And the price');
      await expect(agent.page.getByText('And the price')).toBeVisible();
      await visitor.composer.press('Enter');
      await agent.sees('And the price');
    });

    test('an agent closes the chat, and the visitor starts it again with history above', async ({
      visitor,
      agent,
      demo,
    }) => {
      await agent.logsIn(demo.url);
      await visitor.opens();
      await visitor.writes('Just a question');
      await agent.opensNewestChat();
      await agent.page.getByRole('button', { name: 'Close chat' }).click();
      await agent.page.getByRole('dialog').getByRole('button', { name: 'Close chat' }).click();

      await expect(visitor.log.getByText(/Mara Okafor (?:closed|ended|archived)/)).toBeVisible();
      await visitor.window.getByRole('button', { name: 'Start the chat again' }).click();
      await expect(visitor.window.getByRole('button', { name: 'Start the chat again' })).toHaveCount(0);
      await visitor.sees('Just a question');
      await visitor.writes('One more thing');
      await agent.sees('One more thing');
    });

    test('rows 139, 141: a visitor ends the chat after being asked once, or leaves, and writing begins it again', async ({
      visitor,
      agent,
      demo,
    }) => {
      await agent.logsIn(demo.url);
      await visitor.opens();
      await visitor.writes('That is all');
      await expect(visitor.message('That is all')).toContainText(/Sent|Seen/);
      await visitor.window.getByRole('button', { name: 'Chat options' }).click();
      await visitor.window.getByRole('menuitem', { name: 'End the chat' }).click();
      await visitor.window
        .getByRole('alertdialog', { name: 'End this chat?' })
        .getByRole('button', { name: 'End the chat' })
        .click();
      await expect(visitor.window.getByRole('button', { name: 'Start the chat again' })).toBeVisible();
      await visitor.writes('Or not');
      await expect(visitor.message('Or not')).toContainText(/Sent|Seen/);
      await expect(visitor.window.getByRole('button', { name: 'Start the chat again' })).toHaveCount(0);

      // Who has left comes back to what has become of it.
      const chat_id = await visitor.chatId();
      await visitor.page.goto('about:blank');
      const left = { system_message_type: 'archived_customer_disconnected', text_vars: { customer: 'Visitor' } };
      await control(demo.url, 'send-system-message', { chat_id, ...left });
      await control(demo.url, 'archive-chat', { chat_id, reason: 'other' });
      await visitor.page.goto(demo.url);
      await expect(visitor.log.getByText('The chat ended because you left.')).toBeVisible();
      await visitor.window.getByRole('button', { name: 'Start the chat again' }).click();
      await visitor.writes('I am back');
      await expect(visitor.message('I am back')).toContainText(/Sent|Seen/);
      await visitor.sees('Or not');
    });

    test('row 137: a chat goes from one agent to another, also when one is gone', async ({
      visitor,
      agent,
      demo,
      browser,
    }) => {
      await agent.logsIn(demo.url);
      const context = await browser.newContext();
      const theo = new AgentDesk(await context.newPage());
      await theo.logsIn(demo.url, 'Theo Lindqvist');

      await visitor.opens();
      await visitor.writes('My brakes squeal');
      await expect(visitor.window.getByRole('heading', { level: 2 })).toContainText(/Mara|Theo/);
      const isMaras = (await visitor.window.getByRole('heading', { level: 2 }).textContent())?.includes('Mara');
      const [from, to, name] = isMaras ? [agent, theo, 'Theo Lindqvist'] : [theo, agent, 'Mara Okafor'];
      await from.opensNewestChat();
      await from.page.getByRole('button', { name: 'Transfer' }).click();
      await from.page.getByRole('menuitem', { name }).click();

      await expect(visitor.window.getByRole('heading', { level: 2 })).toContainText(name);
      await expect(visitor.log.getByText(/handed the chat over to/)).toBeVisible();
      await to.opensNewestChat();
      await to.writes('Let us look at them.');
      await visitor.sees('Let us look at them.');

      // Whoever is left takes over, and what is said meanwhile is not lost.
      await visitor.composer.fill('Half a sen');
      await to.page.close();
      await expect(
        visitor.log.getByText(
          apiVersion === '3.0' ? /is looking after you now/ : /takes over\. .+ lost the connection/,
        ),
      ).toBeVisible({ timeout: 20_000 });
      await expect(visitor.composer).toHaveValue('Half a sen');
      await visitor.writes('Half a sentence');
      await from.opensNewestChat();
      for (const text of ['My brakes squeal', 'Let us look at them.', 'Half a sentence']) await from.sees(text);
      await context.close();
    });

    test('a second agent joins and leaves', async ({ visitor, agent, demo, browser }) => {
      await agent.logsIn(demo.url);
      await visitor.opens();
      await visitor.writes('It is complicated');
      await agent.opensNewestChat();
      const context = await browser.newContext();
      const theo = new AgentDesk(await context.newPage());
      await theo.logsIn(demo.url, 'Theo Lindqvist');
      await theo.opensNewestChat();
      await theo.page.getByRole('button', { name: 'Join chat' }).click();
      await expect(visitor.log.getByText('Theo Lindqvist joined the chat')).toBeVisible();
      await theo.writes('I am here, too.');
      await visitor.sees('I am here, too.');
      await theo.page.getByRole('button', { name: 'Leave chat' }).click();
      await expect(visitor.log.getByText('Theo Lindqvist left the chat')).toBeVisible();
      await context.close();
    });

    test('row 140: the scripted agent greets, answers when nobody is at the console, and hands over to a person', async ({
      visitor,
      agent,
      demo,
    }) => {
      await pageSays(visitor.page, { chat: { talk_to_person: true } });
      await visitor.page.reload();
      await visitor.opens();
      await visitor.writes('Hello');
      await expect(visitor.window.getByRole('heading', { level: 2 })).toContainText('Pip');
      await expect(visitor.log.getByRole('article').nth(1)).toBeVisible();
      await visitor.writes('Can you help me with a puncture?');
      await visitor.sees('Can you help me with a puncture?');
      await expect(visitor.log.getByRole('article').last()).toHaveAccessibleName(/^Pip\b/);

      // The way to a person, in the visitor's words and not in place of them.
      const way = visitor.window.getByRole('button', { name: 'Talk to a person' });
      await visitor.composer.fill('It is the rear wheel');
      await way.click();
      await expect(visitor.message('Talk to a person')).toContainText(/Sent|Seen/);
      await expect(visitor.composer).toHaveValue('It is the rear wheel');
      await expect(way).toBeVisible();

      // A person takes over, and one sees who.
      await agent.logsIn(demo.url);
      await visitor.writes('human');
      const heading = visitor.window.getByRole('heading', { level: 2 });
      await expect(heading).toContainText('Mara Okafor');
      await expect(heading).not.toContainText('Pip');
      await expect(way).toHaveCount(0);
      await expect(visitor.log.getByText('Pip handed the chat over to Mara Okafor.')).toBeVisible();
      await agent.opensNewestChat();
      await agent.writes('Hello, I am Mara.');
      const said = visitor.message('Hello, I am Mara.');
      await expect(said).toHaveAccessibleName(/Mara Okafor/);
      await expect(visitor.window.getByText('Customer advisor')).toBeVisible();
    });

    test('unread messages are counted on the launcher while the window is closed', async ({ visitor, agent, demo }) => {
      await agent.logsIn(demo.url);
      await visitor.opens();
      await visitor.writes('I will be right back');
      await agent.opensNewestChat();
      await visitor.window.getByRole('button', { name: 'Minimize window' }).click();
      await expect(visitor.window.getByRole('button', { name: 'Minimize window' })).toBeHidden();
      await agent.writes('Take your time.');
      await expect(visitor.launcher).toHaveAccessibleName('Open chat, 1 unread message');
      await agent.writes('We are here until six.');
      await expect(visitor.launcher).toHaveAccessibleName('Open chat, 2 unread messages');
      await visitor.opens();
      await expect(visitor.log.getByText('We are here until six.')).toBeVisible();
      await visitor.window.getByRole('button', { name: 'Minimize window' }).click();
      await expect(visitor.launcher).toHaveAccessibleName(/^Open chat(?:, 2 unread messages)?$/);
    });
  });
}
