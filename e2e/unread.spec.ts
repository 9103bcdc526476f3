import { expect, test } from './support/with-mara';

test('row 187: the log opens at the first message that nobody has seen, and has a way to the newest', async ({
  mara,
  page,
}) => {
  const { visitor } = mara;
  const newest = visitor.window.getByRole('button', { name: 'Go to the newest message' });
  const minimizes = () => visitor.window.getByRole('button', { name: 'Minimize window' }).click();
  /** The newest message is in view, and that was told. */
  async function seen(): Promise<void> {
    const { thread } = await mara.ask('get_chat');
    const newest = (thread.events as { readonly created_at: string }[]).at(-1)?.created_at;
    await expect.poll(() => mara.sent('mark_events_as_seen').at(-1)?.['seen_up_to']).toBe(newest);
  }
  const saysMany = async (what: string) => {
    for (let line = 1; line <= 14; line += 1) await mara.says(`${what} ${line}.\n\nAnd\nmore`);
    await expect(visitor.launcher).toHaveAccessibleName('Open chat, 14 unread messages');
  };
  /** With its line above it near the top of what is seen. */
  async function isAt(text: string): Promise<void> {
    const row = visitor.message(text);
    await expect(row).toBeInViewport({ ratio: 1 });
    await expect(visitor.log.getByText('New', { exact: true })).toBeInViewport();
    const share = () =>
      row.evaluate((message) => {
        const view = (message.closest('.log') as HTMLElement).getBoundingClientRect();
        return (message.getBoundingClientRect().top - view.top) / view.height;
      });
    await expect.poll(share).toBeLessThan(0.35);
  }

  await seen();
  await minimizes();
  await saysMany('Here');
  await visitor.opens();
  await isAt('Here 1.');
  await expect(visitor.message('Here 14.')).not.toBeInViewport();
  await newest.click();
  await expect(visitor.message('Here 14.')).toBeInViewport();
  await seen();

  await minimizes();
  await saysMany('There');
  await page.reload();
  await expect(visitor.launcher).toHaveAccessibleName('Open chat, 14 unread messages');
  await visitor.opens();
  await isAt('There 1.');
  await expect(visitor.message('There 14.')).not.toBeInViewport();
});
