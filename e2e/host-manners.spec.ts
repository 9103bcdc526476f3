import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Locator } from '@playwright/test';
import { comesToRest } from './support/at-rest';
import { ACCOUNT, CLIENT_ID, heard, LISTEN, openHostPage } from './support/host-page';
import { startStrictServer } from './support/strict-server';
import { expect, test } from './support/test';
import { Visitor } from './support/visitor';

const at = (path: string) => resolve(import.meta.dirname, '..', path);

const IDS = `data-license="${ACCOUNT.license}" data-client-id="${CLIENT_ID}"`;
const TRUSTED = "require-trusted-types-for 'script'; trusted-types 'none'";

test('row 265: the strictest policy, and Trusted Types without any policy, on the page and in the frame', async ({
  page,
  demo,
  guard,
}) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security|Trusted ?Type|Refused|violat/i.test(message.text())) refused.push(message.text());
  });
  const services = `${demo.url} ${demo.url.replace('http', 'ws')}`;
  const framePolicy = (self: string) =>
    `default-src 'none'; script-src ${self}; connect-src ${services}; img-src ${demo.url} data: blob:; media-src data:; frame-src https:; ${TRUSTED}`;
  const own = await startStrictServer(
    demo,
    {
      // No settings in a script of its own: the attributes of ours are all that such a page needs.
      '/page': (origin) => ({
        html: `<!doctype html><html lang="en"><title>Strict</title><link rel="icon" href="data:,"><main>Page</main><script async src="${origin}/loader.js" ${IDS} data-server-url="${demo.url}"></script></html>`,
        policy: `default-src 'none'; img-src data:; script-src ${origin}/; frame-src ${origin}/; connect-src ${demo.url}; ${TRUSTED}`,
      }),
      '/frame': (origin) => ({
        html: `<!doctype html><html lang="en"><title>Strict</title><link rel="icon" href="data:,"><iframe id="chat-widget" allow="local-network-access" width="400" height="600" src="${demo.url}/frame.html?license_id=${ACCOUNT.license}&amp;client_id=${CLIENT_ID}&amp;server_url=${encodeURIComponent(demo.url)}&amp;parent=${encodeURIComponent(origin)}"></iframe></html>`,
        policy: `default-src 'none'; img-src data:; frame-src ${demo.url}; ${TRUSTED}`,
      }),
    },
    framePolicy("'self'"),
  );
  // The service's own frame, under the same policy; what no server has sent has to be allowed to talk to this machine.
  for (const origin of [own.url, demo.url]) await page.context().grantPermissions(['local-network-access'], { origin });
  await page.route(`${demo.url}/frame.html*`, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), 'content-security-policy': framePolicy("'self'") };
    await route.fulfill({ response, headers });
  });
  try {
    await page.goto(`${own.url}/page`);
    const visitor = new Visitor(page);
    await visitor.opens();
    await visitor.writes('Does it work here?');
    await visitor.sees('Does it work here?');
    await expect(visitor.log.getByRole('article')).not.toHaveCount(1);
    await page.evaluate(() =>
      (window.LiveChatWidget as unknown as { diagnose(options: object): void }).diagnose({ prettyPrint: false }),
    );
    await expect.poll(() => page.evaluate(() => 'diagnosis' in window.LiveChatWidget)).toBe(true);

    await page.goto(`${own.url}/frame`);
    await visitor.writes('And in a frame of the page?');
    await visitor.sees('And in a frame of the page?');
    expect(refused).toEqual([]);
    expect(guard.complaints.filter((line) => !line.includes(own.url)).splice(0)).toEqual([]);
    guard.complaints.length = 0;
  } finally {
    await page.goto('about:blank');
    await own.stop();
  }
});

test.describe('an account with a list of pages', () => {
  test.use({ demoOptions: { flags: ['--trusted-domain', 'localhost'] } });

  test('rows 248, 266, 268: only they have its frame around it, and the one that is named hears how high it would be', async ({
    page,
    demo,
    guard,
  }) => {
    const address = new URLSearchParams({
      license_id: `${ACCOUNT.license}`,
      client_id: CLIENT_ID,
      server_url: demo.url,
      initial_view: 'home',
    });
    const around = (own: string) => `<!doctype html><title>Around</title><link rel="icon" href="data:,">
      <script>
        got = [];
        addEventListener('message', ({ source, origin, data }) => {
          if (source !== frames[0] || origin !== '${demo.url}') return;
          got.push(data);
          if (data.type === 'natter:height') document.querySelector('iframe').style.height = data.height + 'px';
        });
      </script>
      <iframe style="width: 400px; height: 900px; border: 0" src="${demo.url}/frame.html?${`${address}&parent=${own}`.replaceAll('&', '&amp;')}"></iframe>
      <iframe title="Sibling" src="/sibling"></iframe>`;
    // Of the origin that is named, but not the page around.
    const sibling = `<script>
      got = [];
      addEventListener('message', ({ data }) => got.push(data));
      say = (data) => parent.frames[0].postMessage(data, '*');
    </script>`;
    const own = await startStrictServer(
      demo,
      {
        '/page': (origin) => ({ html: around(origin), policy: '' }),
        '/sibling': () => ({ html: sibling, policy: '' }),
      },
      '',
    );
    const element = page.locator('iframe').first();
    const frame = element.contentFrame();
    const got = () => page.evaluate(() => (window as unknown as { got: { type: string; height?: number }[] }).got);
    const told = async () => (await got()).flatMap(({ height }) => height ?? []).at(-1) ?? 0;
    const attack = (data: object) =>
      page.frames()[2]?.evaluate((said) => (window as unknown as { say(data: object): void }).say(said), data);
    const send = (text: string) => ({ type: 'natter:call', name: 'send_message', payload: { text } });
    /** The frame is as high as it was told to be, and nothing in it has to be scrolled. */
    const fits = async (scroller: Locator) => {
      await expect(async () => {
        expect((await element.boundingBox())?.height).toBe(await told());
        const [inner, outer] = await scroller.evaluate((part) => [part.scrollHeight, part.clientHeight] as const);
        expect(inner).toBe(outer);
      }).toPass({ timeout: 10_000 });
      return told();
    };
    try {
      await page.goto(`${own.url}/page`);
      await expect.poll(() => guard.complaints.join()).toContain('frame-ancestors');
      await expect(frame.locator('.natter')).toHaveCount(0);
      expect(await got()).toEqual([]);
      await page.goto(`${own.url.replace('127.0.0.1', 'localhost')}/page`);
      await fits(frame.getByRole('list'));
      await frame.getByRole('button', { name: /^New chat/ }).click();
      const log = frame.getByRole('log', { name: 'Conversation' });
      const atFirst = await fits(log);
      expect(atFirst).toBeLessThan(900);

      await attack(send('Not of the page around'));
      await attack({ type: 'natter:height', height: 9 });
      const lines = Array.from({ length: 12 }, (_, line) => `Line ${line}`).join('\n');
      await page.evaluate((said) => window.frames[0]?.postMessage(said, '*'), send(lines));
      await expect(log.getByText('Line 11')).toBeVisible();
      await expect.poll(told).toBeGreaterThan(atFirst);
      await fits(log);
      await expect(log.getByText('Not of the page around')).toHaveCount(0);
      const heard = await page.frames()[2]?.evaluate(() => (window as unknown as { got: unknown[] }).got);
      expect(heard).toEqual([]);
      const ours = /frame-ancestors|^request: http:\/\/(?:localhost|127[.]0[.]0[.]1):\d+\/(?:page|sibling)$/;
      expect(guard.complaints.splice(0).filter((line) => !ours.test(line))).toEqual([]);
    } finally {
      await page.goto('about:blank');
      await own.stop();
    }
  });
});

/** What is found on real pages: resets, frameworks, and what people write against other widgets. */
const HOSTILE = [
  '* { all: unset !important }',
  '* { all: revert !important }',
  'div { display: none !important }',
  'div { transform: scale(2) !important }',
  'div { transition: all 3s !important; animation: none !important }',
  'iframe { max-width: 100% !important; height: auto !important }',
  'iframe { width: 10px !important; height: 10px !important; display: none !important }',
  'iframe { position: static !important; opacity: 0 !important }',
  '* { position: static !important }',
  '* { font-size: 40px !important; line-height: 3 !important }',
  '* { color: red !important; background: red !important }',
  '* { box-sizing: content-box !important; padding: 20px !important; margin: 20px !important; border: 9px solid red !important }',
  'iframe, button, slot { visibility: hidden !important; z-index: -1 !important; clip-path: circle(1px) !important }',
  '* { pointer-events: none }',
  'iframe, button { filter: blur(4px) !important; mix-blend-mode: difference !important }',
  'html { font-size: 4px !important } body { overflow: hidden !important; line-height: 9 !important }',
  'body > * { position: relative !important; z-index: 0 !important; width: 100% !important; float: left !important }',
  'body > div:last-child { height: 0 !important; overflow: hidden !important }',
  'button { display: none !important } textarea { display: none !important } slot { display: none !important }',
  '* { visibility: hidden !important }',
  '* { filter: blur(9px) !important; max-width: 10px !important }',
  '* { direction: rtl; unicode-bidi: bidi-override; writing-mode: vertical-rl; text-transform: uppercase; cursor: wait; user-select: none }',
];

test('row 260: twenty-three hostile style sheets of the page change nothing inside', async ({ page, demo, guard }) => {
  await openHostPage(page, demo, {});
  const visitor = new Visitor(page);
  await visitor.opens();
  const look = () =>
    page.evaluate(() => {
      const container = document.querySelector('#chat-widget-container');
      const inside = [...(container?.shadowRoot?.querySelectorAll('.launcher, .window, .cover, .badge') ?? [])];
      const frame = document.querySelector('#chat-widget');
      const filter = container && getComputedStyle(container).filter;
      const looks = [...inside, frame].map((element) => {
        if (!element) return '';
        const {
          width,
          height,
          display,
          visibility,
          opacity,
          position,
          color,
          backgroundColor,
          fontSize,
          padding,
          margin,
        } = getComputedStyle(element);
        const { left, top } = element.getBoundingClientRect();
        return [
          element.className || element.id,
          Math.round(left),
          Math.round(top),
          width,
          height,
          display,
          visibility,
          opacity,
          position,
          color,
          backgroundColor,
          fontSize,
          padding,
          margin,
        ].join(' ');
      });
      return [filter, ...looks];
    });
  await expect(page.locator('#chat-widget')).toBeVisible();
  await comesToRest(page);
  const calm = await look();
  for (const [i, css] of HOSTILE.entries()) {
    const sheet = await page.addStyleTag({ content: css });
    // `display` of the box is the page's own choice, and so is whether it can be seen.
    if (!css.startsWith('div { display: none')) {
      // The next time that we are shown we look whether our place has been taken.
      await visitor.call('hide');
      await visitor.call('maximize');
      await expect.poll(look, `${i} ${css}`).toEqual(calm);
    }
    await sheet.evaluate((element) => (element as Element).remove());
  }

  await visitor.call('minimize');
  // A body that is transformed has all in it that would stand fixed on the screen: it is left for the top layer.
  await openHostPage(page, demo, {
    head: '<style>body { transform: scale(0.8); filter: blur(1px); height: 4000px; overflow: clip }</style>',
  });
  const box = page.locator('#chat-widget-container');
  const corner = () => box.evaluate((element) => element.getBoundingClientRect().toJSON() as object);
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  await expect.poll(corner).toMatchObject({ right: width - 24, bottom: height - 24, width: 60, height: 60 });
  await visitor.opens();
  await visitor.writes('On top');
  await expect.poll(corner).toMatchObject({ right: width - 24, bottom: height - 24, width: 392 });
  // The page's own dialog lies over us all the same.
  await page.evaluate(() => {
    const dialog = document.createElement('dialog');
    document.body.append(dialog);
    dialog.showModal();
  });
  await page.mouse.click(width - 54, height - 54);
  await expect(box).toHaveAttribute('data-state', 'maximized');
  await page.locator('dialog').evaluate((dialog) => (dialog as HTMLDialogElement).close());
  // Another body: there again.
  await page.evaluate(() => document.documentElement.replaceChild(document.createElement('body'), document.body));
  await expect.poll(corner).toMatchObject({ right: width - 24, bottom: height - 24, width: 392 });
  expect(guard.complaints).toEqual([]);
});

test('row 260: patched prototypes and a patched scheduler: an old library and zone.js', async ({
  page,
  demo,
  guard,
}) => {
  const zone = readFileSync(at('node_modules/zone.js/bundles/zone.umd.js'), 'utf8');
  await page.route(`${demo.url}/zone.js`, (route) => route.fulfill({ contentType: 'text/javascript', body: zone }));
  await openHostPage(page, demo, {
    head: '<script src="/zone.js"></script>',
    before: `
      Array.prototype.toJSON = function () { return "[" + this.join(",") + "]"; };
      String.prototype.toJSON = function () { return this.toString(); };
      Object.prototype.extra = function () {};
      Array.prototype.each = function () {};
      Function.prototype.bindAsEventListener = function () {};
      Element.prototype.remove = Element.prototype.remove;
      window.heard = [];`,
    after: `LiveChatWidget.on("new_event", function (event) { heard.push(event.author.type); });
      LiveChatWidget.call("set_session_variables", { list: [1, 2], plan: "pro" });`,
  });
  const visitor = new Visitor(page);
  await visitor.opens();
  await visitor.writes('Still whole?');
  await visitor.sees('Still whole?');
  await expect.poll(() => page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toContain('agent');
  await expect.poll(() => visitor.ask('customer_data')).toMatchObject({ sessionVariables: { plan: 'pro' } });
  expect(guard.complaints).toEqual([]);
});

test('rows 195, 260: the page looks as without us, before, open and after, and is as far scrolled', async ({
  page,
  demo,
}) => {
  const body =
    '<style>body{margin:0}p{margin:40px;transition:none}</style><header id="a">A</header><main><p>One</p><form><input id="b"></form><table><tr><td>x</td></tr></table><div style="height:3000px"></div></main><footer>C</footer>';
  const looks = () =>
    page.evaluate(() => {
      const nodes = [
        document.documentElement,
        document.body,
        ...document.querySelectorAll('header, main, main *, footer'),
      ];
      return nodes.map((node) => {
        const style = getComputedStyle(node);
        return Array.from(style, (name) => `${name}:${style.getPropertyValue(name)}`).join(';');
      });
    });
  const attributes = () =>
    page.evaluate(() =>
      [document.documentElement, document.body].map((node) => (node.cloneNode() as Element).outerHTML),
    );
  await page.setViewportSize({ width: 1000, height: 700 });
  await openHostPage(page, demo, { isBare: true, body });
  const [without, bare] = [await looks(), await attributes()];
  await openHostPage(page, demo, { body });
  const visitor = new Visitor(page);
  await expect(visitor.launcher).toBeVisible();
  expect(await looks()).toEqual(without);
  await page.evaluate(() => scrollTo(0, 777));
  await visitor.opens();
  expect(await looks()).toEqual(without);
  expect(await page.evaluate(() => scrollY)).toBe(777);

  // A small screen is filled, and what is behind it stays where it is.
  await page.setViewportSize({ width: 390, height: 700 });
  await expect(page.locator('main')).toHaveAttribute('inert', '');
  const before = await page.evaluate(() => scrollY);
  await page.mouse.move(200, 300);
  await page.mouse.wheel(0, 400);
  await visitor.window.getByRole('button', { name: 'Minimize window' }).click();
  await expect(page.locator('main')).not.toHaveAttribute('inert');
  expect(await page.evaluate(() => scrollY)).toBe(before);
  await page.setViewportSize({ width: 1000, height: 700 });
  await visitor.call('destroy');
  expect(await looks()).toEqual(without);
  expect(await attributes()).toEqual(bare);
});

test('row 261: a frame and a parent that attack get nothing and change nothing', async ({ page, demo, guard }) => {
  await page.route(`${demo.url}/attacker`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<link rel="icon" href="data:,"><script>
        window.got = [];
        addEventListener("message", function (event) { got.push(event.data); });
        // It says the word of our app, with ports and without, and what the app would say.
        var channel = new MessageChannel();
        channel.port1.onmessage = function (event) { got.push(event.data); };
        parent.postMessage("natter:hello:1", "*");
        parent.postMessage("natter:hello:1", "*", [channel.port2]);
        [{ type: "minimize", gesture: "pointer" }, { type: "event", name: "ready", payload: {} },
         { type: "navigate", url: "https://evil.test" }, null, 7, "x", { type: "snapshot" }].forEach(function (message) {
          parent.postMessage(message, "*");
          for (var i = 0; i < parent.frames.length; i += 1) if (parent.frames[i] !== window) parent.frames[i].postMessage(message, "*");
        });
        for (var i = 0; i < parent.frames.length; i += 1) if (parent.frames[i] !== window) {
          var own = new MessageChannel();
          own.port1.onmessage = function (event) { got.push(event.data); };
          parent.frames[i].postMessage("natter:hello:1", "*", [own.port2]);
        }
      </script>`,
    }),
  );
  await openHostPage(page, demo, {});
  const visitor = new Visitor(page);
  await visitor.opens();
  await page.evaluate((url) => {
    const frame = document.createElement('iframe');
    frame.id = 'attacker';
    frame.src = url;
    document.body.append(frame);
  }, `${demo.url}/attacker`);
  const attacker = await (await page.waitForSelector('#attacker')).contentFrame();
  // An empty page was there before, and has loaded too.
  await attacker?.waitForFunction(() => 'got' in window);
  await visitor.writes('A secret');
  await visitor.sees('A secret');
  expect(await attacker?.evaluate(() => (window as unknown as { got: unknown[] }).got)).toEqual([]);
  expect(await visitor.ask('state')).toMatchObject({ visibility: 'maximized' });
  expect(page.url()).toContain('/host-page');

  // A page around the app that is not its page: it may send what it likes over a port of its own.
  await page.route(`${demo.url}/parent`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<link rel="icon" href="data:,"><iframe src="/frame.html"></iframe><script>
        window.got = [];
        addEventListener("message", function (event) {
          var channel = new MessageChannel();
          channel.port1.onmessage = function (told) { got.push(told.data); };
          event.source.postMessage("natter:hello:1", "*", [channel.port2]);
          [null, 7, "x", {}, { type: "constructor" }, { type: "call" }, { type: "call", name: 5 }, { type: "page" },
           { type: "visibility" }, { type: "call", name: "__proto__", payload: {} }].forEach(function (message) {
            channel.port1.postMessage(message);
          });
          got.push("connected");
        });
      </script>`,
    }),
  );
  await page.goto(`${demo.url}/parent`);
  await expect.poll(() => page.evaluate(() => (window as unknown as { got: unknown[] }).got)).toEqual(['connected']);

  // The frame itself, from the right place and over the right port: what has another shape is left out, and said once.
  const sound = {
    availability: 'online',
    unread: 3,
    chat: { chatId: 'c', threadId: 't' },
    customer: { id: 'i', name: 'Ana', email: null, isReturning: false, status: 'chatting', sessionVariables: {} },
    isReady: true,
    hasActiveChat: false,
  };
  const wrong = [
    { type: 'snapshot' },
    { type: 'snapshot', snapshot: { ...sound, unread: '<b>9</b>' } },
    { type: 'snapshot', snapshot: { ...sound, customer: null } },
    { type: 'snapshot', snapshot: { ...sound, chat: { chatId: {}, threadId: null } } },
    { type: 'event', name: 'ready', payload: {} },
    { type: 'event', name: 'visibility_changed', payload: {} },
    { type: 'event' },
    { type: 'start' },
  ];
  const right = [
    { type: 'snapshot', snapshot: sound },
    { type: 'event', name: 'form_submitted', payload: { type: 'x' } },
  ];
  await page.route(`${demo.url}/frame.html*`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<link rel="icon" href="data:,"><script>
        addEventListener("message", function (event) {
          ${JSON.stringify([...wrong, ...right])}.forEach(function (message) { event.ports[0].postMessage(message); });
          event.ports[0].postMessage({ type: "minimize", gesture: { constructor: 1 } });
        });
        parent.postMessage("natter:hello:1", "*");
      </script>`,
    }),
  );
  const warned: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && warned.push(message.text()));
  await openHostPage(page, demo, { after: `${LISTEN} LiveChatWidget.call("maximize");` });
  const names = async () => (await heard<[string]>(page)).map(([name]) => name);
  await expect.poll(names).toContain('form_submitted');
  expect((await names()).filter((name) => name === 'ready')).toHaveLength(1);
  expect(await visitor.ask('chat_data')).toEqual(sound.chat);
  await expect.poll(() => visitor.ask('state')).toMatchObject({ visibility: 'minimized' });
  await expect(page.locator('#chat-widget-container')).toHaveAttribute('data-state', 'minimized');
  await expect(visitor.launcher).toHaveAccessibleName('Open chat, 3 unread messages');
  expect(warned.filter((text) => text.includes('left out'))).toHaveLength(1);
  expect(guard.complaints).toEqual([]);
});

test('rows 175, 192, 232: keys have one prefix, one call clears them all, and storage that is denied harms nobody', async ({
  page,
  demo,
  guard,
}) => {
  await openHostPage(page, demo, { before: 'localStorage.setItem("shop", "basket");' });
  const visitor = new Visitor(page);
  await visitor.opens();
  await visitor.writes('Remember me');
  await visitor.sees('Remember me');
  const keys = () =>
    page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) => key !== 'shop'));
  await expect.poll(async () => (await keys()).length).toBeGreaterThan(1);
  expect((await keys()).every((key) => key.startsWith('natter:'))).toBe(true);
  await visitor.call('logout');
  await expect.poll(keys).toEqual([]);
  expect(await page.evaluate(() => localStorage.getItem('shop'))).toBe('basket');
  await expect(page.locator('#chat-widget-container')).toHaveAttribute('data-state', 'minimized');
  expect(await page.evaluate(() => document.documentElement.outerHTML.includes('Remember me'))).toBe(false);

  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    }
  });
  await page.unrouteAll({ behavior: 'wait' });
  await openHostPage(page, demo, {});
  await visitor.opens();
  await visitor.writes('Without storage');
  await visitor.sees('Without storage');
  expect(guard.complaints).toEqual([]);
});
