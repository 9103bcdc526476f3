import type { CDPSession, Page } from '@playwright/test';
import { ACCOUNT, openHostPage, snippet } from './support/host-page';
import { expect, test } from './support/test';
import { Visitor } from './support/visitor';

/** Of the whole page, as the browser counts them once what nobody needs is gone. */
async function count(
  client: CDPSession,
): Promise<{ nodes: number; listeners: number; frames: number; heapMb: number }> {
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
  const counts: Awaited<ReturnType<typeof count>>[] = [];

  for (let round = 1; round <= 50; round += 1) {
    await expect(visitor.launcher).toBeVisible();
    if (round % 10 === 1) await opensFromThePage(page);
    // The three are gone in the same breath, so that the next may begin.
    await page.evaluate(() => window.LiveChatWidget.call('destroy'));
    expect(await globals(page)).toEqual([]);
    await expect(page.locator('iframe, #chat-widget-container')).toHaveCount(0);
    const left = await untouched();
    if (round === 1) html = left;
    expect(left).toBe(html);
    if (round % 2 === 0) counts.push(await count(client));
    if (round < 50) {
      const code = round % 2 === 0 ? again : `window.LC_API = { on_after_load: function () {} };${again}`;
      await page.evaluate(code);
    }
  }
  // What is collected when is the browser's matter. What grows has no low again.
  const [first] = counts;
  const least = (name: 'nodes' | 'listeners' | 'frames' | 'heapMb') =>
    Math.min(...counts.slice(-10).map((each) => each[name]));
  await expect(async () => {
    counts.push(await count(client));
    expect(least('frames')).toBe(first?.frames);
    expect(least('nodes')).toBeLessThanOrEqual((first?.nodes ?? 0) + 5);
    expect(least('listeners')).toBeLessThanOrEqual((first?.listeners ?? 0) + 2);
    expect(least('heapMb')).toBeLessThan((first?.heapMb ?? 0) + 3);
  }).toPass({ timeout: 60_000 });
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

test('points 19; rows 177, 178: identities of the page: wrong, late, rejected, expired, another customer', async ({
  page,
  demo,
  guard,
}) => {
  const tokens: string[] = [];
  page.on('request', (request) => {
    if (/customer\/token/.test(request.url())) tokens.push(request.url());
  });
  const provider = `window.asked = [];
    window.__lc = { custom_identity_provider: function () {
      asked.push("made");
      function token(name) { return function () { asked.push(name); return window.giveToken(); }; }
      return { getToken: token("get"), getFreshToken: token("fresh"), hasToken: function () { return Promise.resolve(true); },
        invalidate: function () { asked.push("invalidate"); } };
    } };
    window.giveToken = function () { return fetch("/v2/customer/token", { method: "POST", credentials: "include",
      body: JSON.stringify({ grant_type: "cookie", response_type: "token", client_id: __lc.client_id,
        organization_id: "${ACCOUNT.organizationId}", redirect_uri: location.origin + "/" }) })
      .then(function (answer) { return answer.json(); })
      .then(function (body) { return { accessToken: body.access_token, entityId: body.entity_id, tokenType: "Bearer",
        expiresIn: body.expires_in * 1000, creationDate: Date.now() }; }); };
    var first = true;
    var give = window.giveToken;
    window.giveToken = function () { if (first) { first = false; return Promise.reject(new Error("not now")); } return give(); };`;
  await openHostPage(page, demo, { before: provider, after: 'LiveChatWidget.call("maximize");' });
  const visitor = new Visitor(page);
  await visitor.composer.waitFor();
  await expect.poll(() => visitor.ask<{ id: string }>('customer_data').then(({ id }) => id)).toBeTruthy();
  const asked = await page.evaluate(() => (window as unknown as { asked: string[] }).asked);
  expect(asked.filter((name) => name === 'made')).toHaveLength(1);
  expect(asked.filter((name) => name === 'get' || name === 'fresh').length).toBeGreaterThanOrEqual(2);
  // Only the page has asked for tokens.
  expect(tokens).toHaveLength(1);
  await visitor.writes('From a customer of the page');
  await visitor.sees('From a customer of the page');
  expect(guard.complaints).toEqual([]);

  // One that is no provider: said, and the visitor is anonymous.
  await openHostPage(page, demo, {
    before: 'window.__lc = { custom_identity_provider: function () { return { getToken: 1 }; } };',
    after: 'LiveChatWidget.call("maximize");',
  });
  await expect(visitor.composer).toBeVisible();
  await expect.poll(() => visitor.ask<{ id: string }>('customer_data').then(({ id }) => id)).toBeTruthy();
  expect(guard.complaints.splice(0)).toEqual([expect.stringContaining('custom_identity_provider')]);
});
