import { expect, test } from './support/test';

const RENDERER = `
  window.asked = 0;
  window.__lc.custom_renderer = async (content) => {
    window.asked += 1;
    if (content.kind !== 'workshop_slot') throw new Error('not ours');
    return {
      title: 'Bay ' + content.bay,
      text: '<b>10 o’clock</b>',
      links: [{ text: 'Plan', url: 'https://shop.example/plan' }, { text: 'Trap', url: 'javascript:asked=0' }],
    };
  };
`;

test('custom events: nothing of them is shown, and with a renderer of the page what it says, as text and safe links', async ({
  visitor,
  agent,
  demo,
  page,
}) => {
  await agent.logsIn(demo.url);
  await visitor.opens();
  await visitor.writes('Hello');
  await agent.opensNewestChat();
  await agent.page.getByRole('button', { name: 'Send a sample' }).click();
  await agent.page.getByRole('menuitem', { name: 'Custom event' }).click();
  await agent.writes('Here is your slot');
  await visitor.sees('Here is your slot');
  await expect(visitor.log).not.toContainText('Bay');

  // Before the page's own script starts the widget.
  await page.addInitScript(`window.__lc = window.__lc || {};${RENDERER}`);
  await page.reload();
  await visitor.sees('Here is your slot');
  await expect(visitor.log.getByText('Bay 2')).toBeVisible();
  await expect(visitor.log.getByText('<b>10 o’clock</b>')).toBeVisible();
  await expect(visitor.log.getByRole('link', { name: /^Plan/ })).toHaveAttribute('href', 'https://shop.example/plan');
  await expect(visitor.log.getByText('Trap')).toBeVisible();
  await expect(visitor.log.getByRole('link', { name: /Trap/ })).toHaveCount(0);
  expect(await page.evaluate('window.asked')).toBe(1);
});
