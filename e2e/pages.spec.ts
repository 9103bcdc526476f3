import { expect, test } from './support/test';

test.beforeEach(async ({ visitor, agent, demo }) => {
  await agent.logsIn(demo.url);
  await visitor.opens();
  await visitor.writes('Is the helmet included?');
  await expect(visitor.message('Is the helmet included?')).toContainText(/Sent|Seen/);
  await agent.opensNewestChat();
  await agent.writes('It is.');
  await visitor.sees('It is.');
  await visitor.composer.fill('And the li');
});

test('row 185: a reload keeps the conversation, the open window and the draft', async ({ visitor, agent }) => {
  await visitor.page.reload();
  await visitor.sees('Is the helmet included?');
  await visitor.sees('It is.');
  await expect(visitor.composer).toHaveValue('And the li');
  await agent.writes('Still there?');
  await visitor.sees('Still there?');
});

test('row 185: the next page keeps them as well, and back again', async ({ visitor, agent }) => {
  await visitor.page
    .getByRole('link', { name: /Tourer/ })
    .first()
    .click();
  await expect(visitor.page).toHaveURL(/harbour-tourer/);
  await visitor.sees('It is.');
  await expect(visitor.composer).toHaveValue('And the li');
  await visitor.composer.press('End');
  await visitor.composer.pressSequentially('ghts?');
  await visitor.composer.press('Enter');
  await agent.sees('And the lights?');
  await visitor.page.goBack();
  await visitor.sees('And the lights?');
  await expect(visitor.composer).toHaveValue('');
});

test('rows 7, 185: a window that was closed stays closed on the next page, and unread is shown at once', async ({
  visitor,
  agent,
}) => {
  // What was in sight for less than a second is not read, and would be counted too.
  await expect(agent.log.getByText('Seen', { exact: true })).toBeVisible();
  await visitor.window.getByRole('button', { name: 'Minimize window' }).click();
  await agent.writes('Anything else?');
  await expect(visitor.launcher).toHaveAccessibleName('Open chat, 1 unread message');
  await visitor.page
    .getByRole('link', { name: /Tourer/ })
    .first()
    .click();
  await expect(visitor.launcher).toHaveAccessibleName('Open chat, 1 unread message');
  await expect(visitor.composer).toBeHidden();
  await visitor.opens();
  await visitor.sees('Anything else?');
});
