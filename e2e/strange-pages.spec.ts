import { ACCOUNT, CLIENT_ID } from './support/host-page';
import { expect, test } from './support/test';
import { Visitor } from './support/visitor';

interface Strange {
  readonly name: string;
  /** Before all else that is in the page. */
  readonly begins: string;
  readonly script: string;
  readonly head?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Names of ours on nodes of the page, and one that the document answers with in place of the script that runs. */
const NAMESAKES = `<img name="currentScript" alt="" src="data:," data-license="1" data-server-url="https://evil.test" />
  <div id="chat-widget">Theirs</div><div id="chat-widget-minimized">Theirs</div><form id="__lc"><input name="license" /></form>`;

const PAGES: readonly Strange[] = [
  {
    name: 'in quirks mode, with another base, a deferred script and names of ours',
    begins: '<html lang="en">',
    head: '<base href="/elsewhere/deep/" target="_top">',
    script: 'defer src="/loader.js"',
    body: NAMESAKES,
  },
  {
    name: 'in XML',
    begins: '<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml" lang="en">',
    script: 'async="async" src="/loader.js"',
    headers: { 'content-type': 'application/xhtml+xml' },
  },
  {
    name: 'with a module, magnified, and a policy that knows scripts by a nonce',
    begins: '<!doctype html><html lang="en" style="zoom: 1.25">',
    script: 'type="module" nonce="abc" src="/loader.js"',
    headers: { 'content-security-policy': "script-src 'nonce-abc' 'strict-dynamic'; base-uri 'none'" },
  },
];

test('row 250: strange pages: quirks mode, XML, a base, a module, nonces, and nodes with names of ours', async ({
  page,
  demo,
  guard,
}) => {
  const visitor = new Visitor(page);
  for (const { name, begins, script, head = '', body = '', headers = {} } of PAGES) {
    await test.step(name, async () => {
      const settings = `data-license="${ACCOUNT.license}" data-client-id="${CLIENT_ID}" data-server-url="${demo.url}"`;
      await page.route(`${demo.url}/strange`, (route) =>
        route.fulfill({
          headers: { 'content-type': 'text/html', ...headers },
          body: `${begins}<head>${head}<title>Strange</title><link rel="icon" href="data:," /><script ${script} ${settings}></script></head><body>${body}<main>Page</main></body></html>`,
        }),
      );
      await page.goto(`${demo.url}/strange`);
      await expect(visitor.launcher).toBeVisible();
      await visitor.call('maximize');
      // By its name: where names of nodes are in small letters, no locator takes it for a frame.
      await expect.poll(() => page.frame('chat-widget')).not.toBeNull();
      const chat = page.frame('chat-widget')!;
      const composer = chat.getByRole('textbox', { name: 'Message', exact: true });
      await expect.poll(() => composer.isVisible()).toBe(true);
      await composer.fill(`From a page ${name}`);
      await composer.press('Enter');
      await expect.poll(() => chat.getByText(`From a page ${name}`, { exact: true }).count()).toBe(1);
      await expect(page.locator('#chat-widget-container')).toHaveCount(1);
      await visitor.call('destroy');
      await expect(page.locator('#chat-widget-container, iframe')).toHaveCount(0);
      await page.unroute(`${demo.url}/strange`);
    });
  }
  expect(guard.complaints).toEqual([]);
});
