import { expect, test } from './support/test';

test('older messages load on scrolling up, without moving what is read', async ({ visitor, agent, demo }) => {
  await agent.logsIn(demo.url);
  await visitor.opens();
  // Four threads, so that there is more than one page.
  for (let thread = 1; thread <= 4; thread += 1) {
    for (let line = 1; line <= 12; line += 1) await visitor.writes(`Thread ${thread}, line ${line}`);
    await expect(visitor.message(`Thread ${thread}, line 12`)).toContainText(/Sent|Seen/);
    if (thread === 4) break;
    await visitor.window.getByRole('button', { name: 'Chat options' }).click();
    await visitor.window.getByRole('menuitem', { name: 'End the chat' }).click();
    await visitor.window.getByRole('alertdialog').getByRole('button', { name: 'End the chat' }).click();
    await expect(visitor.window.getByRole('button', { name: 'Start the chat again' })).toBeVisible();
  }
  await visitor.page.reload();
  await visitor.sees('Thread 4, line 12');
  await expect(visitor.log.getByText('Thread 1, line 1', { exact: true })).toHaveCount(0);

  const reading = visitor.log.getByText('Thread 4, line 1', { exact: true });
  await reading.scrollIntoViewIfNeeded();
  await visitor.log.hover();
  const where = async () => (await reading.boundingBox())?.y;
  let before = await where();
  await expect(async () => {
    before = await where();
    await visitor.page.mouse.wheel(0, -50);
    await expect(visitor.log.getByText('Thread 1, line 1', { exact: true })).toHaveCount(1, { timeout: 300 });
  }).toPass({ timeout: 15_000 });
  expect(before).toBeDefined();
  await expect(visitor.log.getByText('Start of the conversation')).toBeAttached();
});
