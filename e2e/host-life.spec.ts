import type { CDPSession, Page } from '@playwright/test';
import { control } from './support/control';
import { ACCOUNT, openHostPage, snippet } from './support/host-page';
import { expect, test } from './support/test';
import { Visitor } from './support/visitor';

type Count = Readonly<Record<'nodes' | 'listeners' | 'frames' | 'heapMb', number>>;

/** Of the whole page, as the browser counts them once what nobody needs is gone. */
async function count(client: CDPSession): Promise<Count> {
  await client.send('HeapProfiler.collectGarbage');
  await client.send('HeapProfiler.collectGarbage');
  const { metrics } = await client.send('Performance.getMetrics');
  const read = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? -1;
  return {
    nodes: read('Nodes'),
    listeners: read('JSEventListeners'),
    frames: read('Frames'),
    heapMb: read('JSHeapUsedSize') / 2 ** 20,
  };
}

/** From within: what a tool of the browser has once pointed at stays in memory for as long as the tool is there. */
async function opensFromThePage(page: Page): Promise<void> {
  await page.evaluate(() => window.LiveChatWidget.call('maximize'));
  await page.waitForFunction(() => {
    const chat = document.querySelector<HTMLIFrameElement>('iframe#chat-widget');
    return chat?.contentDocument?.querySelector('textarea') !== null;
  });
}

const globals = (page: Page) =>
  page.evaluate(() => ['LiveChatWidget', 'LC_API', '__lc_inited'].filter((name) => name in window));

test('point 8; rows 239, 251: fifty rounds of destroy and the snippet again leave nothing, open or closed', async ({
  page,
  demo,
  guard,
}) => {
  test.setTimeout(180_000);
  await openHostPage(page, demo, { after: 'window.LC_API = {};' });
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable');
  const visitor = new Visitor(page);
  const again = snippet(`${demo.url}/loader.js`);
  const untouched = () =>
    page.evaluate(() => {
      for (const script of document.querySelectorAll('script[src*="loader"]')) script.remove();
      return document.documentElement.outerHTML;
    });
  let html = '';

  async function fiftyRounds(): Promise<Count[]> {
    const counts: Count[] = [];
    for (let round = 1; round <= 50; round += 1) {
      await expect(visitor.launcher).toBeVisible();
      if (round % 10 === 1) await opensFromThePage(page);
      // The three are gone in the same breath, so that the next may begin.
      await page.evaluate(() => window.LiveChatWidget.call('destroy'));
      expect(await globals(page)).toEqual([]);
      await expect(page.locator('iframe, #chat-widget-container')).toHaveCount(0);
      const left = await untouched();
      html ||= left;
      expect(left).toBe(html);
      if (round % 2 === 0) counts.push(await count(client));
      const code = round % 2 === 0 ? again : `window.LC_API = { on_after_load: function () {} };${again}`;
      if (round < 50) await page.evaluate(code);
    }
    return counts;
  }

  // What is collected when is the browser's matter. What grows has no low again.
  async function leavesNothing(): Promise<void> {
    const counts = await fiftyRounds();
    const [first] = counts;
    const least = (name: keyof Count) => Math.min(...counts.slice(-10).map((each) => each[name]));
    await expect(async () => {
      counts.push(await count(client));
      expect(least('frames')).toBe(first?.frames);
      expect(least('nodes')).toBeLessThanOrEqual((first?.nodes ?? 0) + 5);
      expect(least('listeners')).toBeLessThanOrEqual((first?.listeners ?? 0) + 2);
      expect(least('heapMb')).toBeLessThan((first?.heapMb ?? 0) + 3);
    }).toPass({ timeout: 20_000 });
  }

  // The tools that look into the page hold on to frames now and then. What we leave is left each time.
  await leavesNothing().catch(async () => {
    await page.evaluate(again);
    await leavesNothing();
  });
  expect(guard.complaints).toEqual([]);
});

test('rows 238, 239, 250: a kept object, a second snippet, another account, and an array of functions that wait', async ({
  page,
  demo,
}) => {
  await openHostPage(page, demo, {
    before: 'window.__lc_onready = [function (api) { window.said = [api === LiveChatWidget]; }];',
    after: `window.kept = LiveChatWidget;\n${snippet(`${demo.url}/loader.js`)}`,
  });
  const visitor = new Visitor(page);
  await expect(visitor.launcher).toBeVisible();
  await expect(page.locator('#chat-widget-container')).toHaveCount(1);
  await expect.poll(() => page.evaluate(() => window.said)).toEqual([true]);
  await page.evaluate(() => {
    const { __lc_onready: waiting } = window as unknown as { __lc_onready: { push(run: () => void): void } };
    waiting.push(() => window.said.push('at once'));
  });
  await expect.poll(() => page.evaluate(() => window.said)).toEqual([true, 'at once']);

  await visitor.call('destroy');
  await page.evaluate(
    ([code, organizationId]) => {
      Object.assign(window, { __lc: { ...(window as unknown as { __lc: object }).__lc, organizationId, group: 3 } });
      document.head.append(Object.assign(document.createElement('script'), { textContent: code }));
    },
    [snippet(`${demo.url}/loader.js`), ACCOUNT.organizationId],
  );
  await expect(visitor.launcher).toBeVisible();
  const state = await page.evaluate(() => {
    const { kept } = window as unknown as { kept: typeof window.LiveChatWidget };
    kept.call('hide');
    return kept.get('state');
  });
  expect(state).toMatchObject({ visibility: 'hidden' });
  await expect(visitor.launcher).toBeHidden();
});

/** A provider as the documentation has it, over the tokens of the service. What it does next is said in `window.identity`. */
const PROVIDER = `
  window.asked = [];
  window.identity = { seconds: 28800, credentials: "include", rejections: 0, token: "" };
  window.__lc = { custom_identity_provider: function () {
    asked.push("made");
    function token(name) { return function () {
      asked.push(name);
      if (identity.rejections-- > 0) return Promise.reject(new Error("not now"));
      return fetch("/v2/customer/token", { method: "POST", credentials: identity.credentials,
        body: JSON.stringify({ grant_type: "cookie", response_type: "token", client_id: __lc.client_id,
          organization_id: "${ACCOUNT.organizationId}", redirect_uri: location.origin + "/", expires_in: identity.seconds }) })
        .then(function (answer) { return answer.json(); })
        .then(function (body) {
          identity.token = body.access_token;
          return { accessToken: body.access_token, entityId: body.entity_id, tokenType: "Bearer",
            expiresIn: body.expires_in * 1000, creationDate: Date.now() };
        });
    }; }
    return { getToken: token("get"), getFreshToken: token("fresh"), hasToken: function () { return Promise.resolve(true); },
      invalidate: function () { asked.push("invalidate"); } };
  } };`;

interface IdentityPage {
  readonly asked: string[];
  identity: { seconds: number; credentials: string; rejections: number; token: string };
}

test('point 19; rows 177, 178, 179: an identity provider that rejects, a token that expires, another customer, a wrong shape', async ({
  page,
  demo,
  guard,
}) => {
  const tokens: string[] = [];
  page.on('request', (request) => {
    if (/customer\/token/.test(request.url())) tokens.push(request.frame().url());
  });
  const asked = () => page.evaluate(() => (window as unknown as IdentityPage).asked);
  const change = (next: Partial<IdentityPage['identity']>) =>
    page.evaluate((changes) => Object.assign((window as unknown as IdentityPage).identity, changes), next);
  const visitor = new Visitor(page);
  const idNow = () => visitor.ask<{ id: string | null }>('customer_data').then(({ id }) => id);

  // The first wish is rejected, and the token of the second is soon over.
  await openHostPage(page, demo, {
    before: `${PROVIDER} identity.rejections = 1; identity.seconds = 5;`,
    after: 'LiveChatWidget.call("maximize");',
  });
  await visitor.composer.waitFor();
  await expect.poll(idNow).toBeTruthy();
  const first = await idNow();
  await visitor.writes('From a customer of the page');
  await expect(visitor.message('From a customer of the page')).toContainText(/Sent|Seen/);
  await change({ seconds: 28_800 });
  await expect.poll(async () => (await asked()).slice(-2), { timeout: 20_000 }).toEqual(['invalidate', 'fresh']);
  await visitor.writes('With a fresh token');
  await expect(visitor.message('With a fresh token')).toContainText(/Sent|Seen/);
  expect(await idNow()).toBe(first);
  expect((await asked()).filter((name) => name === 'made')).toHaveLength(1);
  // Nobody but the page has asked for tokens.
  expect([...new Set(tokens)]).toEqual([page.url()]);

  // Who logs out and in as somebody else: nothing of the first is left, on the screen or in the storage.
  await visitor.composer.fill('A draft of the first');
  await change({ credentials: 'omit' });
  const token = await page.evaluate(() => (window as unknown as IdentityPage).identity.token);
  await control(demo.url, 'revoke-token', { token });
  await expect.poll(idNow).not.toBe(first);
  await expect.poll(idNow).toBeTruthy();
  await expect(visitor.log.getByText('From a customer of the page')).toHaveCount(0);
  await expect(visitor.composer).toHaveValue('');
  await expect.poll(() => visitor.ask('chat_data')).toEqual({ chatId: null, threadId: null });
  const kept = () =>
    page.evaluate(() => JSON.stringify([localStorage, sessionStorage].map((each) => Object.entries(each))));
  await expect.poll(kept).not.toMatch(/customer of the page|fresh token/);
  expect(guard.complaints).toEqual([]);

  // One that is no provider: said, and the visitor is anonymous.
  await openHostPage(page, demo, {
    before: 'window.__lc = { custom_identity_provider: function () { return { getToken: 1 }; } };',
    after: 'LiveChatWidget.call("maximize");',
  });
  await expect(visitor.composer).toBeVisible();
  await expect.poll(idNow).toBeTruthy();
  await expect.poll(() => guard.complaints).toEqual([expect.stringContaining('custom_identity_provider')]);
  guard.complaints.length = 0;
});

test.describe('people alone', () => {
  test.use({ demoOptions: { scriptedAgent: false } });

  test('row 182: who is somebody else in each group sees nothing of the one in the other', async ({
    page,
    demo,
    agent,
  }) => {
    await agent.logsIn(demo.url);
    const visitor = new Visitor(page);
    const idIn = async (group: number) => {
      await openHostPage(page, demo, {
        lc: { chat_between_groups: false, group },
        after: 'LiveChatWidget.call("maximize")',
      });
      await expect(visitor.composer).toBeVisible();
      await expect.poll(() => visitor.ask<{ id: string }>('customer_data').then(({ id }) => id)).toBeTruthy();
      return (await visitor.ask<{ id: string }>('customer_data')).id;
    };
    const first = await idIn(0);
    await visitor.writes('Only for the first group');
    await expect(visitor.message('Only for the first group')).toContainText(/Sent|Seen/);
    const second = await idIn(7);
    expect(second).not.toBe(first);
    await visitor.writes('Only for the other');
    await expect(visitor.message('Only for the other')).toContainText(/Sent|Seen/);
    await expect(visitor.log.getByText('Only for the first group')).toHaveCount(0);
    expect(await idIn(0)).toBe(first);
    await visitor.sees('Only for the first group');
    await expect(visitor.log.getByText('Only for the other')).toHaveCount(0);
  });
});
