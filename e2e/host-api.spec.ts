import { heard, LISTEN, openHostPage } from './support/host-page';
import { expect, test } from './support/test';
import { Visitor } from './support/visitor';

interface Api {
  _q: unknown[];
  _h: unknown;
  scriptTagVersion?: () => string;
  get(name: string): unknown;
  call(name: string, payload?: unknown): void;
  on(name: string, handler: (payload: unknown) => void): void;
  once(name: string, handler: (payload: unknown) => void): void;
  init(): void;
}
declare global {
  interface Window {
    LiveChatWidget: Api;
    LC_API: Record<string, (...args: unknown[]) => unknown>;
    said: unknown[];
  }
}

const box = '#chat-widget-container';

test('points 1, 3, 5, 6, 11; rows 238, 240: the snippet with another address, getters, ready before, during and after load', async ({
  page,
  demo,
  guard,
}) => {
  await openHostPage(page, demo, {
    after: `${LISTEN}
      window.said = [];
      try { LiveChatWidget.get("state"); } catch (error) { said.push(String(error.message).slice(0, 16)); }
      said.push(typeof LiveChatWidget.scriptTagVersion);
      LiveChatWidget.once("ready", function () { said.push("once"); });
      LiveChatWidget.on("ready", function () { throw new Error("of the page"); });
      LiveChatWidget.on("ready", function () { said.push("after one that threw"); });`,
  });
  const visitor = new Visitor(page);
  await expect(visitor.launcher).toBeVisible();
  await expect.poll(() => heard(page)).toHaveLength(2);
  const after = await page.evaluate(async () => {
    window.LiveChatWidget.on('ready', () => window.said.push('late'));
    window.LiveChatWidget.once('ready', () => window.said.push('late once'));
    await Promise.resolve();
    const { _q, _h, scriptTagVersion } = window.LiveChatWidget;
    return { queue: _q.length, handle: typeof _h, version: scriptTagVersion?.() };
  });
  expect(after).toEqual({ queue: 0, handle: 'function', version: '2.0' });
  expect(await heard(page)).toEqual([
    [
      'ready',
      {
        state: { availability: 'online', visibility: 'minimized' },
        customerData: expect.objectContaining({ status: 'browsing' }),
      },
    ],
    ['availability_changed', { availability: 'online' }],
  ]);
  await expect
    .poll(() => page.evaluate(() => window.said))
    .toEqual(['[LiveChatWidget]', 'undefined', 'once', 'after one that threw', 'late', 'late once']);
  // A handler that throws is said in the console, and stops nobody.
  await expect.poll(() => guard.complaints).toEqual([expect.stringContaining('of the page')]);
  guard.complaints.length = 0;

  // What the page says for its visitor does not wait until somebody opens the window.
  await visitor.call('send_message', { text: 'Said behind a closed window' });
  await expect.poll(() => visitor.ask('customer_data')).toMatchObject({ status: 'chatting' });
  expect(await visitor.ask('state')).toMatchObject({ visibility: 'minimized' });
  await visitor.opens();
  await visitor.sees('Said behind a closed window');
});

test('points 2, 12; rows 176, 180, 237, 239, 243: calls that waited give the end state, and so do those after load', async ({
  page,
  demo,
}) => {
  const sent: string[] = [];
  const printed: string[] = [];
  page.on('console', (message) => printed.push(message.text()));
  page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(String(payload))));
  await openHostPage(page, demo, {
    lc: { params: [{ name: 'plan', value: 'free' }, null, { name: 'plan', value: 'pro' }, { name: 'gone', value: 1 }] },
    after: `${LISTEN}
      LiveChatWidget.call("update_session_variables", { a: "1" });
      LiveChatWidget.call("maximize");
      LiveChatWidget.call("set_customer_name", "First");
      LiveChatWidget.call("set_session_variables", { b: "2", number: 5, object: { c: 1 }, none: undefined });
      LiveChatWidget.call("hide");
      LiveChatWidget.call("trigger_sales_tracker", { trackerId: "t1", orderId: "o1", orderPrice: "9.50" });
      LiveChatWidget.call("set_customer_email", "kim@shop.example");
      LiveChatWidget.call("set_customer_name", "Kim");
      LiveChatWidget.call("update_session_variables", { d: "4" });
      LiveChatWidget.call("maximize", { messageDraft: "I would like" });`,
  });
  const visitor = new Visitor(page);
  await expect(visitor.composer).toHaveValue('I would like');
  await expect
    .poll(() => visitor.ask('customer_data'))
    .toMatchObject({
      name: 'Kim',
      email: 'kim@shop.example',
      sessionVariables: { b: '2', number: '5', object: '{"c":1}', d: '4' },
    });
  const { sessionVariables } = await visitor.ask<{ sessionVariables: Record<string, string> }>('customer_data');
  expect(Object.keys(sessionVariables)).toEqual(['b', 'number', 'object', 'd']);
  // A sale is for the service, beside what the page has said.
  for (const part of ['"__sales_tracker_t1":"1"', '"__order_id":"o1"', '"__order_price":"9.50"', '"b":"2"'])
    await expect.poll(() => sent.join()).toContain(part);
  // What is typed is not overwritten.
  await visitor.call('maximize', { messageDraft: 'something else' });
  await visitor.call('send_message', { text: 'Said by the page' });
  await visitor.sees('Said by the page');
  await expect(visitor.composer).toHaveValue('I would like');
  await expect
    .poll(async () => (await heard<[string]>(page)).map(([name]) => name))
    .toContain('customer_status_changed');
  const all = await heard<[string, Record<string, unknown>]>(page);
  const status = all.findIndex(([name]) => name === 'customer_status_changed');
  expect(all[status]).toEqual(['customer_status_changed', { status: 'chatting' }]);
  await expect
    .poll(() => visitor.ask('chat_data'))
    .toEqual({ chatId: expect.any(String), threadId: expect.any(String) });
  // What is printed says nothing that anybody wrote, is called or proves themselves by.
  await page.evaluate(() => (window.LiveChatWidget as unknown as { diagnose(): void }).diagnose());
  await expect.poll(() => printed.join('\n')).toContain('[LiveChatWidget] diagnosis');
  const { token } = JSON.parse(sent.find((frame) => frame.includes('"login"')) ?? '{"payload":{}}').payload;
  for (const canary of ['Kim', 'kim@shop', 'Said by the page', 'I would like', 'free', 'o1', token as string])
    expect(printed.join('\n')).not.toContain(canary);
});

test('point 4; row 230: with asyncInit nothing is asked or kept before init, and two make one widget', async ({
  page,
  demo,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await openHostPage(page, demo, { lc: { asyncInit: true }, after: LISTEN });
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => !/host|favicon/.test(path))).toEqual([]);
  expect(await page.evaluate(() => [localStorage.length + sessionStorage.length, document.cookie])).toEqual([0, '']);
  await page.evaluate(() => {
    window.LiveChatWidget.init();
    window.LiveChatWidget.init();
  });
  await expect.poll(() => heard(page)).toHaveLength(2);
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => /dynamic/.test(path))).toHaveLength(1);
  await expect(page.locator(box)).toHaveCount(1);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});

test('point 9: destroyed while it loads, nothing appears', async ({ page, demo }) => {
  await openHostPage(page, demo, { after: 'LiveChatWidget.call("maximize"); LiveChatWidget.call("destroy");' });
  await expect.poll(() => page.evaluate(() => 'LiveChatWidget' in window || '__lc_inited' in window)).toBe(false);
  await page.waitForLoadState('networkidle');
  await expect(page.locator(`${box}, iframe`)).toHaveCount(0);
});

test('point 21; row 242: LC_API calls back in its order, and does what it did', async ({ page, demo, guard }) => {
  await openHostPage(page, demo, {
    before: `
      window.said = [];
      window.LC_API = { on_before_load: function () { said.push("before"); LC_API.hide_chat_window(); } };
      ["on_after_load", "on_chat_window_opened", "on_chat_window_minimized", "on_chat_window_hidden"].forEach(function (name) {
        LC_API[name] = function () { said.push(name.slice(3)); };
      });
      LC_API.on_chat_state_changed = function (told) { said.push(told.state); };
      LC_API.on_message = function (told) { said.push(told.user_type + ": " + told.text); };
      LC_API.on_chat_started = function (told) { said.push("started with " + told.agent_name); };`,
    after: LISTEN,
  });
  const visitor = new Visitor(page);
  await expect
    .poll(() => page.evaluate(() => window.said))
    .toEqual(['before', 'after_load', 'chat_window_hidden', 'online_for_chat']);
  await expect
    .poll(async () => (await heard<[string]>(page)).map(([name]) => name))
    .toEqual(['ready', 'availability_changed']);
  await expect(visitor.launcher).toBeHidden();
  const is = (name: string) => page.evaluate((asked) => window.LC_API[asked]?.(), name);
  expect([await is('is_loaded'), await is('chat_window_hidden'), await is('get_window_type')]).toEqual([
    true,
    true,
    'embedded',
  ]);
  await page.evaluate(() => {
    window.LC_API['set_visitor_name']?.('Kim');
    window.LC_API['open_chat_window']?.();
  });
  await expect(visitor.composer).toBeVisible();
  await visitor.writes('Is anybody there?');
  await expect
    .poll(() => page.evaluate(() => window.said))
    .toEqual(expect.arrayContaining(['chat_window_opened', 'visitor: Is anybody there?', 'started with Pip']));
  await expect
    .poll(() => page.evaluate(() => window.said.some((each) => String(each).startsWith('agent: '))))
    .toBe(true);
  await expect.poll(() => visitor.ask('customer_data')).toMatchObject({ name: 'Kim' });
  expect([await is('chat_running'), await is('visitor_engaged'), typeof (await is('get_chat_id'))]).toEqual([
    true,
    true,
    'string',
  ]);
  await page.evaluate(() => window.LC_API['minimize_chat_window']?.());
  await expect(visitor.launcher).toBeVisible();
  await visitor.call('destroy');
  expect(
    await page.evaluate(() => ['LC_API', 'LiveChatWidget', '__lc_inited'].filter((name) => name in window)),
  ).toEqual([]);
  expect(guard.complaints).toEqual([]);
});

test('point 21; row 242: a page that never said LC_API has it, pays for it with the first call, and may listen from then on', async ({
  page,
  demo,
  guard,
}) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await openHostPage(page, demo, {
    after: LISTEN,
    body: '<main><button onclick="LC_API.set_visitor_name(\'Kim\'); LC_API.open_chat_window()">Chat with us</button></main>',
  });
  const visitor = new Visitor(page);
  await expect(visitor.launcher).toBeVisible();
  await expect.poll(async () => (await heard<[string]>(page)).map(([name]) => name)).toContain('availability_changed');
  await page.waitForLoadState('networkidle');
  expect(fetched.filter((url) => url.includes('/assets/'))).toEqual([]);
  await page.evaluate(() => {
    window.said = [];
    window.LC_API['on_message'] = (told) => window.said.push((told as { text: string }).text);
  });
  await page.getByRole('button', { name: 'Chat with us' }).click();
  await expect(visitor.composer).toBeVisible();
  await expect.poll(() => page.evaluate(() => window.LC_API['chat_window_maximized']?.())).toBe(true);
  await visitor.writes('Is anybody there?');
  await expect.poll(() => page.evaluate(() => window.said)).toContain('Is anybody there?');
  await expect.poll(() => visitor.ask('customer_data')).toMatchObject({ name: 'Kim' });
  await visitor.call('destroy');
  expect(await page.evaluate(() => 'LC_API' in window)).toBe(false);
  expect(guard.complaints).toEqual([]);
});

test('points 15, 16; rows 5, 15: rules of the page move us, printing leaves us out, attributes of the page open us', async ({
  page,
  demo,
  guard,
}) => {
  await openHostPage(page, demo, {
    head: '<style>#chat-widget-container { bottom: 60px !important }</style>',
    body: '<button data-livechat-action="maximize" data-livechat-messageDraft="About the bike">Ask</button>',
  });
  const visitor = new Visitor(page);
  await expect(visitor.launcher).toBeVisible();
  const bottom = () => page.locator(box).evaluate((element) => innerHeight - element.getBoundingClientRect().bottom);
  await expect.poll(bottom).toBe(60);
  const ask = page.getByRole('button', { name: 'Ask' });
  await expect(ask).toHaveAttribute('aria-expanded', 'false');
  await ask.click();
  await expect(visitor.composer).toHaveValue('About the bike');
  await expect(ask).toHaveAttribute('aria-expanded', 'true');
  await expect.poll(bottom).toBe(60);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator(box)).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => {
    const button = document.createElement('button');
    button.setAttribute('data-text-action', 'minimize');
    button.textContent = 'Close';
    const wrong = document.createElement('button');
    wrong.setAttribute('data-livechat-action', 'dance');
    wrong.textContent = 'Dance';
    document.querySelector('button')?.after(button, wrong);
  });
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(visitor.composer).toBeHidden();
  await page.getByRole('button', { name: 'Dance' }).click();
  await expect.poll(() => guard.complaints.splice(0)).toEqual([expect.stringContaining('"dance" is not known')]);
});

test('point 14; rows 146, 185, 234, 250: twenty pushState are twenty pages, one socket; a body that is replaced keeps us', async ({
  page,
  demo,
}) => {
  const sockets: string[] = [];
  const pages = new Set<string>();
  page.on('websocket', (socket) => {
    sockets.push(socket.url());
    socket.on('framesent', ({ payload }) => {
      const frame = JSON.parse(String(payload)) as {
        action: string;
        payload: { url?: string; customer_page?: { url: string } };
      };
      if (frame.action === 'update_customer_page') pages.add(frame.payload.url ?? '');
      if (frame.action === 'login') pages.add(frame.payload.customer_page?.url ?? '');
    });
  });
  // The first of them comes while what looks for such changes is still on its way.
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/\/watch-page-[^/]*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.clock.install();
  await openHostPage(page, demo, { after: LISTEN });
  const visitor = new Visitor(page);
  await visitor.opens();
  await visitor.composer.fill('A draft');
  await expect.poll(() => visitor.ask<{ id: string }>('customer_data').then(({ id }) => id)).toBeTruthy();
  for (let i = 1; i <= 20; i += 1) {
    await page.evaluate((n) => history.pushState({}, '', `/host-page?route=${n}`), i);
    letGo();
    await expect.poll(() => pages.size).toBe(i + 1);
  }
  expect(sockets).toHaveLength(1);
  // Within a second, by the clock of the page. It goes on until it is told to stop, and cannot be told to go back.
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 10_000);
  await page.evaluate(() => history.pushState({}, '', '/host-page?route=21'));
  await page.clock.runFor(1_000);
  await expect.poll(() => [...pages].at(-1)).toMatch(/route=21$/);
  await page.clock.resume();
  await expect(visitor.composer).toHaveValue('A draft');
  expect((await heard<[string]>(page)).filter(([name]) => name === 'ready')).toHaveLength(1);
  await page.evaluate(() => {
    const next = document.createElement('body');
    next.append('Another page');
    document.body.replaceWith(next);
  });
  await expect(visitor.composer).toHaveValue('A draft');
  await expect(page.locator(box)).toHaveCount(1);
  // A page that is loaded is told with the log-in.
  await page.goto(`${demo.url}/host-page?loaded`);
  await expect.poll(() => [...pages].at(-1)).toMatch(/\?loaded$/);

  // A page that wants it so is told of by its path alone.
  const asked: string[] = [];
  page.on('request', (request) => asked.push(decodeURIComponent(request.url())));
  pages.clear();
  await openHostPage(page, demo, {
    before: 'history.replaceState(null, "", "/host-page/a?plan=secret#hash")',
    lc: { tracking: 'path' },
  });
  await expect.poll(() => [...pages]).toEqual([`${demo.url}/host-page/a`]);
  // What follows the page may be on its way itself.
  await expect(async () => {
    await page.evaluate(() => history.pushState({}, '', '/host-page/b?plan=secret'));
    expect([...pages].at(-1)).toBe(`${demo.url}/host-page/b`);
  }).toPass();
  expect(asked.filter((url) => /get_dynamic_configuration.*host-page\/a/.test(url))).toHaveLength(1);
  expect(asked.filter((url) => /secret|#hash/.test(url))).toEqual([]);
});

test('point 20; row 266: a domain that is not allowed, an expired license: no error, no leak', async ({
  page,
  demo,
  guard,
}) => {
  const warned: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && warned.push(message.text()));
  const answers = [
    [200, { organization_id: 'o', livechat_active: true, livechat: { domain_allowed: false } }, 'domain_not_allowed'],
    [400, { error: { type: 'license_expired', message: '' } }, 'license_expired'],
  ] as const;
  for (const [status, body, code] of answers) {
    await page.route('**/get_dynamic_configuration*', (route) => route.fulfill({ status, json: body }));
    await openHostPage(page, demo, { after: `${LISTEN} LiveChatWidget.call("maximize");` });
    await expect.poll(() => warned.splice(0)).toEqual([`[LiveChatWidget] ${code}`]);
    await expect(page.locator(box)).toHaveCount(0);
    expect(await heard(page)).toEqual([]);
    await page.unrouteAll({ behavior: 'wait' });
  }
  // The browser itself says that an answer was no success.
  expect(guard.complaints.splice(0).every((each) => each.includes('status of 400'))).toBe(true);
});
