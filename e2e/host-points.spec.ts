import { control } from './support/control';
import { heard, LISTEN, openHostPage } from './support/host-page';
import { serviceOf } from './support/service';
import { expect, test } from './support/test';
import { Visitor } from './support/visitor';

test.use({ demoOptions: { scriptedAgent: false } });

test('point 12; row 231: a privacy note is confirmed once; a draft of the page goes out with the form before the chat; in the order that is promised', async ({
  page,
  demo,
  agent,
}) => {
  await agent.logsIn(demo.url);
  await control(demo.url, 'switch-form', { type: 'prechat', enabled: true });
  await openHostPage(page, demo, {
    lc: { chat: { privacy_text: 'How we keep what you write: https://shop.example/privacy' } },
    before: `window.surveys = [];
      window.LC_API = { on_prechat_survey_submitted: function (told) { surveys.push(told.form_data); } };`,
    after: `${LISTEN} LiveChatWidget.call("maximize", { messageDraft: "About the bike" });`,
  });
  const visitor = new Visitor(page);
  const form = visitor.window.getByRole('region', { name: 'Before we start' });
  await expect(form).toBeVisible();
  await expect(visitor.composer).toHaveValue('About the bike');
  const note = visitor.window.getByText('How we keep what you write');
  await expect(note.getByRole('link')).toHaveAttribute('href', 'https://shop.example/privacy');
  await note.getByRole('button', { name: 'Understood' }).click();
  await expect(note).toHaveCount(0);
  await form.getByRole('textbox', { name: /^Your name/ }).fill('Nadia');
  await form.getByRole('textbox', { name: /^Your e-mail/ }).fill('nadia@harbour.example');
  await form.getByRole('radio', { name: 'Yes' }).check();
  await form.getByRole('button', { name: 'Start the chat' }).click();
  await visitor.sees('About the bike');
  await expect(visitor.composer).toHaveValue('');
  await agent.opensNewestChat();
  await agent.sees('About the bike');
  const names = async () => (await heard<[string]>(page)).map(([name]) => name);
  await expect.poll(names).toContain('new_event');
  expect((await names()).slice(-3)).toEqual(['form_submitted', 'customer_status_changed', 'new_event']);
  const surveys = () => page.evaluate(() => (window as unknown as { surveys: object[][] }).surveys);
  await expect.poll(surveys).toHaveLength(1);
  expect((await surveys())[0]).toContainEqual({
    type: 'email',
    label: expect.any(String),
    value: 'nadia@harbour.example',
  });
  await page.reload();
  await visitor.sees('About the bike');
  await expect(visitor.window.getByRole('button', { name: 'Chat options' })).toBeVisible();
  await expect(note).toHaveCount(0);
});

test('point 20: a network that is away costs the page one warning, and us nothing', async ({
  page,
  demo,
  guard,
  context,
}) => {
  const warned: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && warned.push(message.text()));
  guard.allowLostServer();
  await page.route('**/get_dynamic_configuration*', (route) => route.abort('internetdisconnected'));
  await openHostPage(page, demo, { after: LISTEN });
  await expect.poll(() => warned).toEqual(['[LiveChatWidget] config_unreachable']);
  const visitor = new Visitor(page);
  await expect(visitor.launcher).toBeVisible();
  expect(await heard(page)).toEqual([]);
  // Somebody who wants to chat is told, and what they asked for is not lost.
  await visitor.call('maximize', { messageDraft: 'From before' });
  await expect(page.getByText('The chat could not start.')).toBeVisible({ timeout: 10_000 });
  await page.unrouteAll({ behavior: 'wait' });
  await context.setOffline(true);
  await context.setOffline(false);
  await expect(visitor.composer).toHaveValue('From before');
  // What waited is done before the chat is known, and only then the page hears of it.
  await expect.poll(async () => (await heard<[string]>(page))[0]?.[0]).toBe('ready');
  expect(warned).toHaveLength(1);

  // Destroyed while nothing could be reached: nothing is left, and nothing comes later.
  await page.route('**/get_dynamic_configuration*', (route) => route.abort('internetdisconnected'));
  await openHostPage(page, demo);
  await expect.poll(() => warned).toHaveLength(2);
  await visitor.call('destroy');
  await page.unroute('**/get_dynamic_configuration*');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const online = page.evaluate(
    () => new Promise<void>((resolve) => addEventListener('online', () => resolve(), { once: true })),
  );
  await context.setOffline(true);
  await context.setOffline(false);
  await online;
  await page.waitForLoadState('networkidle');
  expect(asked).toEqual([]);
  await expect(page.locator('#chat-widget-container, iframe')).toHaveCount(0);
});

interface Frame {
  readonly action: string;
  readonly payload: Record<string, unknown>;
}

test('point 18: each kind of button in a card, in quick replies and in a greeting is told to page and service', async ({
  page,
  demo,
  agent,
  guard,
}) => {
  test.setTimeout(120_000);
  const sent: Frame[] = [];
  const kinds = ['url', 'phone', 'copy', 'webview', undefined, 'cancel', 'message'] as const;
  const values: Partial<Record<string, string>> = {
    url: `${demo.url}/healthz`,
    phone: '+48 123 456 789',
    copy: 'SPRING',
    webview: `${demo.url}/healthz`,
    message: 'm',
  };
  const buttonOf = (kind: (typeof kinds)[number], place: string) => ({
    ...(kind && { type: kind, value: values[kind] ?? '' }),
    text: `${place} ${kind ?? 'plain'}`,
    postback_id: `${place}-${kind ?? 'plain'}`,
    user_ids: [],
    ...(kind === 'webview' && { webview_height: 'tall' }),
    ...(place === 'greeting' && { button_id: `id-${kind ?? 'plain'}` }),
  });
  await page.routeWebSocket(/customer\/rtm\/ws/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((text) => {
      const frame = JSON.parse(String(text)) as Frame;
      sent.push(frame);
      server.send(text);
    });
    // A greeting with a button of each kind: nobody at the console can write one.
    server.onMessage((text) => {
      const frame = JSON.parse(String(text)) as { action: string; payload: { event?: { elements?: object[] } } };
      if (frame.action === 'incoming_greeting' && frame.payload.event)
        frame.payload.event.elements = [{ title: 'All', buttons: kinds.map((kind) => buttonOf(kind, 'greeting')) }];
      socket.send(JSON.stringify(frame));
    });
  });
  const pressed = async () =>
    (await heard<[string, Record<string, unknown>]>(page))
      .filter(([name]) => name === 'rich_message_button_clicked')
      .map(([, payload]) => payload);
  const postbacks = () =>
    sent
      .filter(({ action }) => /postback|greeting_button/.test(action))
      .map(({ action, payload }) => [action, payload] as const);
  // Nothing here can call anybody, and the browser would wait for what does.
  await page.addInitScript(() => {
    addEventListener('click', (event) => {
      if ((event.target as Element).closest('a[href^=tel]')) event.preventDefault();
    });
  });
  const tabs: string[] = [];
  page.on('popup', (popup) => {
    tabs.push(popup.url());
    void popup.close();
  });

  await agent.logsIn(demo.url);
  await openHostPage(page, demo, { lc: { greetings: true }, after: LISTEN });
  const visitor = new Visitor(page);
  const { window } = visitor;
  const press = async (place: string, kind: (typeof kinds)[number]) => {
    const name = new RegExp(`^${place} ${kind ?? 'plain'}`);
    const role = kind === 'url' || kind === 'phone' ? 'link' : 'button';
    const target = window.getByRole(role, { name }).last();
    // One at a time: while one is on its way, the others wait.
    await expect(target).toBeEnabled();
    await target.click();
    if (kind !== 'webview') return;
    const moment = window.getByRole('dialog', { name: /127/ });
    await expect(moment).toBeVisible();
    await expect(moment.locator('.spinner')).toHaveCount(0);
    await moment.getByRole('button', { name: /^Close/ }).click();
    await expect(moment).toHaveCount(0);
  };

  // Before a chat.
  await expect.poll(() => visitor.ask<{ id: string }>('customer_data').then(({ id }) => id)).toBeTruthy();
  const { id: customer_id } = await visitor.ask<{ id: string }>('customer_data');
  const { control: cause, act } = serviceOf(demo);
  const { unique_id } = await cause('send-greeting', { customer_id, greeting_id: 3 });
  await expect(window.getByRole('button', { name: 'greeting plain' })).toBeVisible();
  // In the order that is promised.
  await expect
    .poll(async () => (await heard<[string]>(page)).map(([name]) => name))
    .toEqual(['ready', 'availability_changed', 'new_event', 'greeting_displayed', 'customer_status_changed']);
  await visitor.call('maximize');
  await expect(visitor.composer).toBeVisible();
  const inGreeting = kinds.filter((kind) => kind !== 'cancel');
  for (const kind of inGreeting) await press('greeting', kind);
  await expect.poll(pressed).toEqual(
    inGreeting.map((kind) => ({
      eventId: null,
      postbackId: `greeting-${kind ?? 'plain'}`,
      greeting: { id: 3, uniqueId: unique_id },
    })),
  );
  await expect
    .poll(postbacks)
    .toEqual(
      inGreeting.map((kind) => [
        'send_greeting_button_clicked',
        { greeting_unique_id: unique_id, button_id: `id-${kind ?? 'plain'}` },
      ]),
    );

  // In the chat that it has begun.
  await agent.opensNewestChat();
  await expect.poll(() => visitor.ask<{ chatId: string }>('chat_data').then(({ chatId }) => chatId)).toBeTruthy();
  const { chatId: chat_id } = await visitor.ask<{ chatId: string }>('chat_data');
  const say = (template_id: string, of: readonly (typeof kinds)[number][], place: string) =>
    act('send_event', {
      chat_id,
      event: {
        type: 'rich_message',
        template_id,
        recipients: 'all',
        elements: [{ title: place, buttons: of.map((kind) => buttonOf(kind, place)) }],
      },
    });
  for (const [template, place] of [
    ['cards', 'card'],
    ['quick_replies', 'quick'],
  ] as const) {
    for (const kind of kinds) {
      sent.length = 0;
      await page.evaluate(() => ((window as unknown as { heard: unknown[] }).heard.length = 0));
      const { event_id } = await say(template, [kind], place);
      await press(place, kind);
      const postbackId = `${place}-${kind ?? 'plain'}`;
      await expect.poll(pressed).toEqual([{ eventId: event_id, postbackId }]);
      await expect.poll(postbacks).toEqual([
        [
          'send_rich_message_postback',
          {
            chat_id,
            thread_id: expect.any(String),
            event_id,
            postback: {
              id: postbackId,
              toggled: true,
              ...(kind && { button_type: kind }),
              ...(kind && values[kind] && { button_value: values[kind] }),
            },
          },
        ],
      ]);
      if (kind !== 'message') continue;
      await expect.poll(() => sent.map(({ action }) => action)).toContain('send_event');
      const said = sent.find(({ action }) => action === 'send_event')?.payload as { event: { postback: object } };
      expect(said.event.postback).toEqual({
        id: postbackId,
        thread_id: expect.any(String),
        event_id,
        type: 'message',
        value: 'm',
      });
    }
  }
  expect(tabs.filter((url) => url !== ':')).not.toEqual([]);
  expect(guard.complaints.splice(0).filter((each) => !each.includes('/healthz'))).toEqual([]);
});

test('rows 244, 250: from the head, by a tag manager, beside dialogs of the page; analytics hear what the account wants', async ({
  page,
  demo,
  agent,
  guard,
}) => {
  await agent.logsIn(demo.url);
  await page.route('**/get_configuration*', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), integrations: { analytics: {} } } });
  });
  // The rest of the head is still on its way when our script runs: there is no body yet.
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/slow.js', async (route) => {
    await held;
    await route.fulfill({ contentType: 'text/javascript', body: 'window.dataLayer = [];' });
  });
  const configured = page.waitForResponse('**/get_dynamic_configuration*');
  const listens = page.waitForResponse(/analytics-.*\.js/);
  const opened = openHostPage(page, demo, {
    isBare: true,
    head: '<script src="/host.js"></script><script src="/slow.js"></script>',
    body: `<button style="position:fixed;inset:auto 0 0 auto;z-index:2147483647;width:90px;height:30px">Theirs</button>
      <dialog id="ask"><button id="yes">Yes</button></dialog><div popover id="tip">A tip</div>`,
    after: LISTEN,
  });
  await configured;
  letGo();
  await opened;
  const visitor = new Visitor(page);
  await visitor.opens();

  // A modal dialog of the page is over us, as is what it lifts above all; when it is closed, we are as before.
  await page.evaluate(() => (document.getElementById('ask') as HTMLDialogElement).showModal());
  await page.locator('#yes').click();
  await page.evaluate(() => (document.getElementById('ask') as HTMLDialogElement).close());
  await page.evaluate(() => document.getElementById('tip')?.showPopover());
  await page.getByRole('button', { name: 'Theirs' }).click();
  await page.evaluate(() => document.getElementById('tip')?.hidePopover());

  // Whoever counts visitors hears of the chat.
  await listens;
  await visitor.writes('Do you count me?');
  const counted = () => page.evaluate(() => (window as unknown as { dataLayer: unknown[] }).dataLayer);
  await expect.poll(counted).toContainEqual({
    event: 'LiveChat',
    eventCategory: 'LiveChat',
    eventAction: 'Chat',
    eventLabel: 'Group ID: 0',
    nonInteraction: false,
  });
  expect(JSON.stringify(await counted())).not.toContain('count me');

  // A tag manager brings the snippet a second time, and a third: there is one of us, and it is as it was.
  for (let i = 0; i < 2; i += 1) await page.addScriptTag({ url: '/host.js' });
  await page.addScriptTag({ url: '/loader.js' });
  await expect(page.locator('#chat-widget-container')).toHaveCount(1);
  await visitor.sees('Do you count me?');
  expect(guard.complaints).toEqual([]);
});
