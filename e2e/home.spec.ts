import { expectNoViolations } from './support/axe';
import { openHostPage } from './support/host-page';
import { expect, test } from './support/test';
import { Visitor } from './support/visitor';

test.use({ demoOptions: { scriptedAgent: false } });

const viewsOf = (visitor: Visitor) => {
  const { window } = visitor;
  const home = window.getByRole('dialog', { name: 'How can we help?' });
  return {
    home,
    goOn: home.getByRole('button', { name: /^Continue chat/ }),
    begin: home.getByRole('button', { name: /^New chat/ }),
    back: window.getByRole('button', { name: 'Home', exact: true }),
    minimize: window.getByRole('button', { name: 'Minimize window' }),
  };
};

test('rows 28 and 29: where the page wants it, a window begins with the ways that there are, and leads back to them', async ({
  page,
  demo,
  agent,
  guard,
}) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  const pieces = () => fetched.filter((url) => /\/home-[^/]*\.js$/.test(url));
  const visitor = new Visitor(page);
  const { window, composer, launcher } = visitor;
  const { home, begin, back, minimize } = viewsOf(visitor);
  await agent.logsIn(demo.url);

  // Switched off, nothing of it is there.
  await openHostPage(page, demo, { lc: { chat: { home: false } } });
  await visitor.opens();
  await expect(window.getByText('You can leave this page.', { exact: false })).toBeVisible();
  await minimize.click();
  expect(pieces()).toEqual([]);
  await page.unrouteAll({ behavior: 'wait' });

  await page.route(`${demo.url}/orders`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Orders</title><p>Nothing yet</p>' }),
  );
  const links = [
    { text: 'Opening hours', url: `${demo.url}/hours` },
    { text: 'Your orders', url: `${demo.url}/orders`, moment: true },
    { text: 'Nowhere' },
  ];
  await openHostPage(page, demo, { lc: { chat: { home: { links } }, initial_view: 'lobby' } });
  await launcher.click();
  await expect(home.getByRole('listitem')).toHaveText([/^New chat/, /^Opening hours/, 'Your orders']);
  await expect(begin).toBeFocused();
  await expect(composer).toBeHidden();
  const hours = home.getByRole('link', { name: 'Opening hours (opens in a new tab)' });
  await expect(hours).toHaveAttribute('rel', /noopener/);
  await expect.poll(pieces).toHaveLength(1);
  await expect.poll(() => guard.complaints).toHaveLength(2);
  expect(guard.complaints.splice(0).join()).toMatch(
    /^console: .* initial_view has to be "home" or "chat",console: .* chat[.]home[.]links has to be [^,]*, url }$/,
  );
  await expectNoViolations(page, 'home view');

  await page.keyboard.press('Enter');
  await expect(composer).toBeFocused();
  await expect(home).toHaveCount(0);
  await back.click();
  await expect(begin).toBeFocused();

  // A page in the window, and out of it again.
  const orders = home.getByRole('button', { name: 'Your orders' });
  await orders.click();
  const moment = window.getByRole('dialog', { name: new URL(demo.url).host });
  await expect(moment.frameLocator('iframe').getByText('Nothing yet')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(moment).toHaveCount(0);
  await expect(orders).toBeFocused();

  await page.keyboard.press('Escape');
  await expect(launcher).toHaveAccessibleName('Open chat');
  await expect(launcher).toBeFocused();

  // What the page offers is in the field, wherever one was.
  await visitor.call('maximize', { messageDraft: 'And on Sunday?' });
  await expect(composer).toHaveValue('And on Sunday?');
  await expect(composer).toBeVisible();

  // And where the page wants it, it begins in the conversation, whose way back to them is there.
  await composer.fill('');
  await back.click();
  await minimize.click();
  await page.unrouteAll({ behavior: 'wait' });
  await openHostPage(page, demo, { lc: { chat: { home: { links } }, initial_view: 'chat' } });
  await launcher.click();
  await expect(back).toBeVisible();
  await expect(home).toHaveCount(0);
  await expect(composer).toBeFocused();
  await expect.poll(() => guard.complaints.splice(0).length).toBe(1);
});

interface Frame {
  readonly action?: string;
  readonly payload?: {
    readonly seen_up_to?: string;
    readonly event?: { readonly text?: string; readonly created_at: string };
  };
}

test('row 28: who is at home reads no messages, and who is in a chat stays in it', async ({ page, demo, agent }) => {
  const marks: number[] = [];
  const saidAt = new Map<string | undefined, number>();
  page.on('websocket', (socket) => {
    socket.on('framesent', (frame) => {
      const { action, payload } = JSON.parse(String(frame.payload)) as Frame;
      if (action === 'mark_events_as_seen') marks.push(Date.parse(payload?.seen_up_to ?? ''));
    });
    socket.on('framereceived', (frame) => {
      const { event } = (JSON.parse(String(frame.payload)) as Frame).payload ?? {};
      if (event) saidAt.set(event.text, Date.parse(event.created_at));
    });
  });
  const visitor = new Visitor(page);
  const { window, composer, launcher } = visitor;
  const { home, goOn, begin, back, minimize } = viewsOf(visitor);
  await agent.logsIn(demo.url);
  await openHostPage(page, demo, { lc: { chat: { home: true } } });
  await launcher.click();
  await begin.click();
  await visitor.writes('Is the Tourer in stock?');
  await agent.opensNewestChat();
  await agent.writes('It is.');
  await visitor.sees('It is.');
  // All of it, so that no mark is still to come.
  await expect.poll(() => (marks.at(-1) ?? 0) >= (saidAt.get('It is.') ?? Number.POSITIVE_INFINITY)).toBe(true);
  await back.click();
  await expect(goOn).toBeFocused();
  await expect(goOn).toContainText('Mara Okafor: It is.');

  // What comes now is said, and not read.
  const before = marks.length;
  await agent.writes('In two sizes.');
  await expect(goOn).toContainText('Mara Okafor: In two sizes.');
  await expect(goOn).toContainText('1 unread message');
  await expectNoViolations(page, 'home view with a chat');
  await agent.writes('And in blue.');
  await expect(goOn).toContainText('2 unread messages');
  expect(marks).toHaveLength(before);
  await goOn.click();
  await expect(composer).toBeFocused();
  await visitor.sees('And in blue.');
  await expect.poll(() => marks.length).toBeGreaterThan(before);

  // Over a reload, and with the window closed meanwhile.
  await page.reload();
  await visitor.sees('And in blue.');
  await expect(back).toBeVisible();
  await expect(composer).toBeVisible();
  await expect(home).toHaveCount(0);
  await minimize.click();
  await visitor.opens();

  // Whoever has left it goes on at home, unless there is something new.
  await back.click();
  await page.reload();
  await expect(goOn).toContainText('Mara Okafor: And in blue.');
  await expect(composer).toBeHidden();
  await minimize.click();
  await expect(minimize).toBeHidden();
  await agent.writes('We close at six.');
  const preview = window.getByRole('region', { name: 'New message from Mara Okafor' });
  await preview.getByRole('button', { name: /Open the chat/ }).click();
  await expect(composer).toBeFocused();
  await expect(home).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 568 }, hasTouch: true, isMobile: true, colorScheme: 'dark' });

  test('row 28: the home view is all of the screen, and a new chat begins where the last has ended', async ({
    page,
    demo,
    agent,
  }) => {
    const visitor = new Visitor(page);
    const { window, composer } = visitor;
    const { home, begin, back } = viewsOf(visitor);
    const head = '<meta name="viewport" content="width=device-width, initial-scale=1">';
    await openHostPage(page, demo, { lc: { chat: { home: true } }, head });
    await visitor.launcher.tap();
    await expect(home).toHaveAttribute('aria-modal', 'true');
    await expectNoViolations(page, 'home view on a phone');
    await begin.tap();
    await agent.logsIn(demo.url);
    await composer.fill('Hello');
    await window.getByRole('button', { name: 'Send message' }).tap();
    await agent.opensNewestChat();
    await agent.page.getByRole('button', { name: 'Close chat' }).click();
    await agent.page.getByRole('dialog').getByRole('button', { name: 'Close chat' }).click();
    await expect(window.getByRole('button', { name: 'Start the chat again' })).toBeVisible();
    await back.tap();
    await expect(home.getByRole('listitem')).toHaveText([/^Your last chat/, /^New chat/]);
    await page.screenshot({ path: test.info().outputPath('home.png') });
    await begin.tap();
    await expect(composer).toBeVisible();
    await expect(window.getByRole('button', { name: 'Start the chat again' })).toHaveCount(0);
    await expect(window.getByRole('button', { name: 'Chat options' })).toBeVisible();
  });
});
