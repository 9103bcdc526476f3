import { comesToRest } from './support/at-rest';
import { ACCOUNT } from './support/host-page';
import { given, HostileHost } from './support/hostile/host';
import { startStrictServer } from './support/strict-server';
import { test as base, expect } from './support/test';

const test = base.extend<{ host: HostileHost }>({
  host: async ({ page, demo, guard }, use) => use(await HostileHost.begin(page, demo, guard)),
});

test.use({ trace: 'off' });

const CLIENT_ID = '9d3c1e5a7b2f4068a1c9e3d5b7f20468';
/** As a script of the page has it, with keys like `__proto__` of its own. */
const code = (value: unknown) => `JSON.parse(${JSON.stringify(JSON.stringify(value)).replaceAll('<', '\\u003c')})`;

test('style-002 to 007: a look', async ({ host, page }) => {
  const [closes, asks, runs, refers] = ['002', '003', '004', '005'].map((id) => given<string>(`style-${id}`));
  const [font, layer] = [given<string>('style-006'), given<string>('style-007')];
  await host.opens({
    lc: {
      look: {
        cta_color: closes,
        titlebar_background_color: asks,
        background_color: runs,
        minimized_color_background: refers,
        font,
        radius: layer,
        offset_x: layer,
        theme: { primaryColor: closes, fontFamily: font },
        logo_path: asks,
        zIndex: layer,
      },
    },
  });
  const box = page.locator('#chat-widget-container');
  await expect(box).toBeAttached();
  for (const colour of [closes, asks, runs, refers])
    await host.visitor.call('set_look', {
      cta_color: colour,
      background_color: colour,
      offset_x: layer,
      variant: font,
    });
  await box.evaluate(
    (element, value) => (element as HTMLElement).style.setProperty('--natter-accent', value),
    refers ?? '',
  );
  await host.works('style-002 to 007');
  await expect(box).toHaveCSS('position', 'fixed');
});

test('host-005, 008, 009, 012 to 019, proto-014, 015: settings, calls, and what is known of the page', async ({
  host,
  page,
}) => {
  const [name, email] = [given('host-009'), given('host-008')];
  const place = given<string>('host-017').replace('https://shop.test/', '/host-page');
  await host.opens({
    before: `
      window.__lc = ${code(given('proto-014'))};
      window.heard = [];
      history.replaceState(null, "", ${JSON.stringify(place)});
      document.title = ${JSON.stringify(given('host-018'))};
      Object.defineProperty(document, "referrer", { value: ${JSON.stringify(given('host-019'))} });`,
    lc: { group: given('host-005'), visitor: { name, email } },
    after: `
      LiveChatWidget.on.apply(null, ${code(given('host-014'))});
      LiveChatWidget.on.apply(null, ${code(given('host-015'))});
      LiveChatWidget.on(${code(given('host-016'))}[0], function () { throw new Error("mine"); });
      LiveChatWidget.on("new_event", function (event) { heard.push(event.author.type); });
      LiveChatWidget.call.apply(null, ${code(given('host-012'))});
      LiveChatWidget.call("set_session_variables", ${code(given('proto-015'))}[0]);
      LiveChatWidget.call.apply(null, ${code(given('host-013'))});`,
  });
  const [, offer] = given<[string, { messageDraft: string }]>('host-013');
  await expect(host.visitor.composer).toHaveValue(offer.messageDraft);
  await host.visitor.composer.fill('');
  await host.visitor.writes('To be heard');
  await expect.poll(() => page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toContain('agent');
  await expect.poll(() => host.visitor.ask('customer_data')).toMatchObject({ name });
  // From here on nothing of the page throws any more.
  await page.evaluate(`LiveChatWidget.off(${code(given('host-016'))}[0])`);
  expect(host.forgives(/no_such_method/), 'host-012').toBe(1);
  expect(host.forgives(/mine/), 'host-016').toBeGreaterThan(0);
  expect(host.forgives(/LiveChatWidget/), 'host-014, host-015').toBe(2);
  await host.isUsed('host-019');
  host.forgives(/mine/);
  await host.isCalm('host-019');
  expect(host.said, 'host-019').not.toContain('SECRET');
  expect(host.said, 'host-017').not.toMatch(/"token":"[^"]*\bx"/);
});

test('host-001 to 004, 006, 007: whose widget it is, and where its service is', async ({ host, page, demo }) => {
  const GONE = { license: undefined };
  const query = `client_id=${CLIENT_ID}&server_url=${encodeURIComponent(demo.url)}`;
  const cases = [
    ['host-001', 'license', /license or organizationId is missing/],
    ['host-002', 'license', /license or organizationId is missing/],
    ['host-003', 'organizationId', /\[LiveChatWidget\]/],
    ['host-004', 'license', /license or organizationId is missing/],
    ['host-006', 'server_url', /server_url is not an https origin/],
    ['host-007', 'server_url', /server_url is not an https origin/],
  ] as const;
  // Who is sent astray by an address asks the usual service, which is not asked here.
  await page.route(/^https:[/][/][^/]*livechatinc[.]com[/]/, (route) => route.abort());
  for (const [id, key, why] of cases) {
    await test.step(`${id} in the settings`, async () => {
      await host.opens({ lc: { ...(key === 'organizationId' && GONE), [key]: given(id) } });
      await host.refuses(id, why);
    });
    await test.step(`${id} as an attribute`, async () => {
      const attributes = {
        license: key === 'organizationId' ? undefined : ACCOUNT.license,
        clientId: CLIENT_ID,
        server_url: demo.url,
        [key]: given(id),
      };
      await host.opens({
        isBare: true,
        body: `<main>Page</main><script>
          var script = document.createElement("script");
          script.src = "/loader.js";
          Object.assign(script.dataset, ${code(attributes)});
          document.body.append(script);
        </script>`,
      });
      await host.refuses(id, why);
    });
    await test.step(`${id} in the address of the frame`, async () => {
      const name = { license: 'license_id', organizationId: 'organization_id', server_url: 'server_url' }[key];
      const account = key === 'server_url' ? `license_id=${ACCOUNT.license}&` : '';
      host.said = '';
      await page.goto(`${demo.url}/frame.html?${account}${name}=${encodeURIComponent(String(given(id)))}&${query}`);
      const said = key === 'server_url' ? /server_url in the address/ : /the service has no configuration/;
      await expect.poll(() => host.forgives(said), id).toBeGreaterThan(0);
      await expect(page.locator('script:not([src]), [onerror]')).toHaveCount(0);
      await expect(page.locator('body'), id).toHaveText('This chat cannot be shown here.');
      await page.goto('about:blank');
      host.forgives(said);
      host.forgives(/^console: Failed to load resource/);
      await host.isCalm(id);
    });
  }
});

test('host-010, 011: a language', async ({ host, page }) => {
  for (const id of ['host-010', 'host-011']) {
    await test.step(id, async () => {
      const language = given<string>(id);
      await page.route(/get_dynamic_configuration/, async (route) => {
        const response = await route.fetch();
        const answer = (await response.json()) as { livechat: object };
        await route.fulfill({ response, json: { ...answer, livechat: { ...answer.livechat, language } } });
      });
      await host.opens({ lc: { locale: language, language } });
      await host.works(id);
    });
  }
});

test('post-message-001 to 010: what others say to the page and to the window', async ({ host, page, demo }) => {
  interface Said {
    readonly origin: string;
    readonly source: string;
    readonly data: unknown;
  }
  const ids = Array.from({ length: 10 }, (_, at) => `post-message-${String(at + 1).padStart(3, '0')}`);
  const all = ids.map((id) => given<Said>(id));
  await page.route(/^https:\/\/[^/]*(?:evil|shop)[.]test\//, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><link rel="icon" href="data:,">' }),
  );
  await host.opens({});
  await expect(host.visitor.launcher).toBeVisible();
  const say = async () => {
    for (const origin of new Set(all.map((one) => one.origin))) {
      const said = all.filter((one) => one.origin === origin);
      const frame = await page.evaluateHandle(
        ([from, isOpaque]) => {
          const inner = document.createElement('iframe');
          if (isOpaque) inner.sandbox.add('allow-scripts');
          inner.src = isOpaque ? 'about:blank' : `${from}/`;
          const loaded = new Promise((resolve) => inner.addEventListener('load', resolve));
          document.body.append(inner);
          return loaded.then(() => inner);
        },
        [origin, origin === 'null'] as const,
      );
      const inner = await frame.asElement()?.contentFrame();
      const got = await inner?.evaluate(
        async (texts) => {
          const heard: unknown[] = [];
          addEventListener('message', (event) => event.source !== window && heard.push(event.data));
          for (const form of [
            ...texts,
            ...texts.map((text) => JSON.stringify(text)),
            { type: 'natter:call', name: 'destroy' },
          ]) {
            parent.postMessage(form, '*');
            for (let at = 0; at < parent.frames.length; at += 1) parent.frames[at]?.postMessage(form, '*');
          }
          // A turn of this page's own queue: an answer would have been in it before.
          await new Promise<void>((resolve) => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => resolve();
            channel.port2.postMessage('');
          });
          return heard;
        },
        said.map(({ data }) => data),
      );
      expect(got).toEqual([]);
      await frame.asElement()?.evaluate((element) => (element as Element).remove());
    }
    const around = all.filter(({ source }) => source === 'parent');
    await page.evaluate(
      (texts) => {
        for (const text of texts) {
          postMessage(text, '*');
          for (let at = 0; at < frames.length; at += 1) frames[at]?.postMessage(text, '*');
        }
      },
      around.map(({ data }) => data),
    );
  };
  await say();
  expect(await host.visitor.ask('state')).toMatchObject({ visibility: 'minimized' });
  await host.visitor.opens();
  await comesToRest(page);
  const height = await page.locator('#chat-widget').evaluate((element) => getComputedStyle(element).height);
  await say();
  host.forgives(/^request: https:\/\/(?:[\w.]*evil|shop)[.]test\/$/);
  await host.works('post-message');
  await expect(page.locator('#chat-widget')).toHaveCSS('height', height);
  expect(host.said).not.toContain('I accept');

  // The window alone, in a page that may talk to it.
  const alone = `/frame.html?license_id=${ACCOUNT.license}&client_id=${CLIENT_ID}&server_url=${encodeURIComponent(demo.url)}`;
  await host.opens({
    isBare: true,
    body: `<iframe id="chat-widget" style="width:400px;height:600px" src="${alone.replaceAll('&', '&amp;')}&amp;parent=${encodeURIComponent(demo.url)}"></iframe>`,
  });
  await expect(host.visitor.composer).toBeVisible();
  await say();
  host.forgives(/^request: https:\/\/(?:[\w.]*evil|shop)[.]test\/$/);
  await host.writes('post-message alone');
  await host.isCalm('post-message alone');
  expect(host.said).not.toContain('I accept');
});

test('a page around that means no good', async ({ page, demo, guard }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  page.on('websocket', (socket) => asked.push(new URL(socket.url()).pathname));
  const html = '<!doctype html><link rel="icon" href="data:,"><body>';
  const evil = await startStrictServer(demo, { '/evil': () => ({ html, policy: "script-src 'self'" }) }, '');
  // The account has a list of pages that may have its chat.
  await page.route(/get_dynamic_configuration/, async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as { livechat: object };
    const isTheirs = new URL(route.request().url()).searchParams.get('url') === evil.url;
    await route.fulfill({ response, json: { ...answer, livechat: { ...answer.livechat, domain_allowed: !isTheirs } } });
  });
  const put = (query: string) =>
    page.evaluate((src) => {
      const frame = Object.assign(document.createElement('iframe'), { src, width: 400, height: 600 });
      const heard: unknown[] = [];
      addEventListener('message', ({ source, data, origin }) => {
        if (source !== frame.contentWindow) return;
        heard.push(data);
        if (data !== 'natter:hello:1') return;
        // Whoever answers so is the page around, and may say anything.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = (event) => heard.push(event.data);
        frame.contentWindow?.postMessage(data, origin, [port2]);
        const junk = [null, 5, 'start', [], {}];
        const calls = [null, {}, { type: 'call' }, { type: 'call', name: '__proto__' }, { type: 'page' }];
        for (const message of [...junk, ...calls, { type: 'constructor' }]) port1.postMessage(message);
      });
      document.body.replaceChildren(frame);
      Object.assign(window, { heardFromChat: heard });
      return new Promise((resolve) => frame.addEventListener('load', resolve)).then(() => {});
    }, `${demo.url}/frame.html${query}`);
  const chat = page.frameLocator('iframe').locator('body');
  const heard = () => page.evaluate(() => (window as unknown as { heardFromChat: unknown[] }).heardFromChat);
  await page.goto(`${evil.url}/evil`);

  for (const parent of [
    '',
    `&parent=${encodeURIComponent(evil.url)}`,
    `&parent=${encodeURIComponent('https://shop.test')}`,
  ]) {
    await put(
      `?license_id=${ACCOUNT.license}&client_id=${CLIENT_ID}&server_url=${encodeURIComponent(demo.url)}${parent}`,
    );
    await expect(chat, parent).toHaveText('This chat cannot be shown here.');
    expect(await heard()).toEqual([]);
  }
  await put('');
  await expect.poll(heard).toEqual(['natter:hello:1']);
  expect(asked.filter((path) => /token|rtm/.test(path))).toEqual([]);
  await expect(chat).toHaveText('');
  // Requests between the two, and what the chat says to a developer.
  const known = /\[LiveChatWidget\]|^request: http:\/\/127[.]0[.]0[.]1:/;
  expect(guard.complaints.splice(0).filter((line) => !known.test(line))).toEqual([]);
  await evil.stop();
});

test('host-020 to 024: what somebody has written into our storage', async ({ host, page }) => {
  await host.opens({});
  await host.works('storage');
  const write = (text: string, whose?: string) =>
    page.evaluate(
      ([value, owner]) => {
        for (const storage of [localStorage, sessionStorage]) {
          for (const name of Object.keys(storage).filter((one) => one.startsWith('natter:'))) {
            if (owner === undefined) storage.setItem(name, value);
            else if (name.endsWith(':token')) storage.setItem(name.replace(/token$/, `outbox:${owner}`), value);
          }
        }
        if (owner === undefined) localStorage.setItem('natter:1:look', value);
      },
      [text, whose] as const,
    );
  for (const id of ['host-020', 'host-021', 'host-022']) {
    await test.step(id, async () => {
      await write(given(id));
      await host.opens({});
      await host.works(id);
    });
  }
  await test.step('host-023, 024', async () => {
    // Just now: what is old is not sent without asking.
    let typedAt = Date.now() - 2_000;
    const leave = async (id: string, whose: string) => {
      const [theirs] = JSON.parse(given<string>(id)) as [{ readonly text: string }];
      // As it was given, and as we would have written it.
      const ours = { ...theirs, customId: id, typedAt, state: 'queued' };
      typedAt += 1;
      await write(JSON.stringify([theirs, null, ours]), whose);
    };
    await leave('host-024', 'another');
    await leave('host-023', 'new');
    await host.opens({});
    await host.works('host-023');
    await expect.poll(() => host.said, 'host-023').toContain('"custom_id":"host-023"');
    await expect(host.visitor.log.getByText('<img src=x onerror=__probe(1)>')).toBeVisible();
    // What was left is found all at once, and goes before what is written later.
    await host.works('host-024');
    expect(host.said, 'host-024').not.toContain('"host-024"');
    expect(host.said).not.toMatch(/CHAT_OF_ANOTHER_CUSTOMER|CHAT1/);
  });
});

for (const id of ['host-025', 'host-026']) {
  test(`${id}: a storage that throws`, async ({ host, page }) => {
    await page.addInitScript((name) => {
      const fail = () => {
        throw new DOMException('denied', name);
      };
      if (name === 'QuotaExceededError') Storage.prototype.setItem = fail;
      else for (const place of ['localStorage', 'sessionStorage']) Object.defineProperty(window, place, { get: fail });
    }, given<string>(id));
    await host.opens({});
    await host.works(id);
  });
}

test('host-027: a policy', async ({ host, page, demo }) => {
  const policy = given<string>('host-027');
  const script = `<script async nonce="abc" src="/loader.js" data-license="${ACCOUNT.license}" data-client-id="${CLIENT_ID}" data-server-url="${demo.url}"></script>`;
  const under = (also: string) => ({
    isBare: true,
    body: `<main>Page</main>${script}`,
    // The icon of the page is its own.
    headers: { 'content-security-policy': policy.replace('img-src', `${also}; img-src data:`) },
  });
  await host.opens(under(''));
  await host.visitor.launcher.click();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  expect(host.forgives(/Content Security Policy/)).toBeGreaterThan(0);
  await host.isCalm('host-027', ['policy: connect-src', 'policy: frame-src']);
  // With what it has to allow.
  const allowing = under(`frame-src ${demo.url}`);
  const full = allowing.headers['content-security-policy'].replace('connect-src', `connect-src ${demo.url}`);
  await host.opens({ ...allowing, headers: { 'content-security-policy': full } });
  await host.works('host-027');
});

test('host-028, 029: style sheets', async ({ host, page }) => {
  for (const id of ['host-028', 'host-029']) {
    await test.step(id, async () => {
      await host.opens({ head: `<style>${given<string>(id)}</style>` });
      await host.works(id);
      await expect(page.locator('#chat-widget-container')).toHaveCSS('position', 'fixed');
    });
  }
});

test('host-030 to 032: what a page does to its globals', async ({ host, page }) => {
  for (const id of ['host-030', 'host-031', 'host-032']) {
    await test.step(id, async () => {
      await host.opens({ before: `var parse = JSON.parse; ${given<string>(id)}` });
      await host.isUsed(id);
      // For the watch.
      await page.evaluate('JSON.parse = parse');
      await host.isCalm(id, id === 'host-030' ? ['a prototype was changed'] : []);
    });
  }
});
