import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { publint } from 'publint';
import { ChatHere } from './support/chat-here';
import { buildPages, type Project, serve, startProject } from './support/package';
import { expect, test } from './support/test';

const ENTRIES = ['', '/preact', '/react', '/element', '/element/define', '/headless', '/sandbox'];
/** Our dependencies, and what a page has itself. */
const OTHERS = ['busboy', 'sockjs', 'ws', 'preact', 'react', 'react-dom', '@preact/signals-core'];

/** One after the other: packed and built once. */
test.describe.configure({ mode: 'default' });

let project: Project;
let pages: string;
test.beforeAll(async () => {
  project = startProject(OTHERS);
  pages = await buildPages(project, ['core', 'preact', 'react', 'element']);
});
test.afterAll(() => project.remove());

const launcher = (page: Page) => page.getByRole('button', { name: /^(?:Open chat|Minimize window)/ }).first();
const inPage = (page: Page) => new ChatHere(page.locator('#chat-widget'));

/** Below the sandbox's own address, where nothing else is. */
const open = async (page: Page, origin: string, name: string) => {
  await serve(page, `${origin}/built`, pages);
  await page.goto(`${origin}/built/${name}/`);
};

test('the tarball is as package managers, bundlers and compilers want it', async () => {
  const { messages } = await publint({ pkgDir: project.natter, pack: false, strict: true });
  expect(messages.map(({ code }) => code)).toEqual([]);
  const attw = resolve(import.meta.dirname, '../node_modules/@arethetypeswrong/cli/dist/index.js');
  // Ends with an error if something is wrong for those who import modules; we have nothing for others.
  execFileSync(process.execPath, [attw, project.tarball, '--profile', 'esm-only']);
});

test('row 252: each entry can be imported where there is no document', () => {
  for (const entry of ENTRIES) {
    const code = `import * as it from 'natter${entry}'; console.log(Object.keys(it).join());`;
    const told = execFileSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: project.folder });
    expect(told.toString().trim().length > 0, entry).toBe(!entry.endsWith('/define'));
  }
});

test('row 252: a page is drawn on a server, and nothing happens there', () => {
  const file = join(project.folder, 'server.mjs');
  writeFileSync(
    file,
    `import { createElement } from 'react';
     import { renderToString } from 'react-dom/server';
     import { LiveChatWidget, useWidgetState } from 'natter/react';
     const Page = () => [useWidgetState() ? 'there' : 'nothing', createElement(LiveChatWidget, { license: '1', key: 1 })];
     console.log(renderToString(createElement(Page)));`,
  );
  expect(execFileSync(process.execPath, [file]).toString().trim()).toBe('nothing');
});

test('core: a window in the page itself, which comes when somebody wants it', async ({ page, demo, guard }) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await open(page, demo.url, 'core');
  await expect(launcher(page)).toBeVisible();
  const before = scripts.filter((url) => url.endsWith('.js')).length;
  await page.getByRole('button', { name: 'Open the chat' }).click();
  await inPage(page).talks('Without a frame');
  expect(scripts.filter((url) => url.endsWith('.js')).length).toBeGreaterThan(before);
  await expect(page.locator('iframe')).toHaveCount(0);

  // The page's own shortcuts do not hear what is typed into the window.
  await page.evaluate(() => {
    document.addEventListener('keydown', ({ key }) => document.body.append(`heard ${key}`));
  });
  await inPage(page).composer.press('x');
  await expect(page.getByText('heard x')).toHaveCount(0);

  // Who logs out takes everything along, and the next one finds an empty window.
  await page.context().clearCookies();
  await page.evaluate(() => {
    (window as unknown as { LiveChatWidget: { call(name: string): void } }).LiveChatWidget.call('logout');
  });
  await expect(page.getByText('Without a frame')).toHaveCount(0);
  await page.getByRole('button', { name: 'Open the chat' }).click();
  await expect(inPage(page).composer).toHaveValue('');
  await inPage(page).talks('Somebody else');
  await expect(page.getByText('Without a frame')).toHaveCount(0);
  expect(guard.complaints).toEqual([]);
});

for (const name of ['preact', 'react']) {
  test(`rows 246, 247: ${name}: component and hooks, taken away and brought back`, async ({ page, demo, guard }) => {
    await open(page, demo.url, name);
    await expect(page.getByText('online, minimized, browsing')).toBeVisible();
    await page.getByRole('button', { name: 'Open the chat' }).first().click();
    await inPage(page).talks('From a component');
    await expect(page.getByText('online, maximized, chatting')).toBeVisible();

    // The visitor closes it; the page hears of it, and opens it again.
    await launcher(page).click();
    await expect(page.getByText('online, minimized, chatting')).toBeVisible();

    await page.getByRole('button', { name: 'Take it away' }).click();
    await expect(page.getByText('There is no widget')).toBeVisible();
    await expect(page.locator('#chat-widget-container')).toHaveCount(0);
    await expect
      .poll(() => page.evaluate(() => ['LiveChatWidget', 'LC_API', '__lc_inited'].filter((key) => key in window)))
      .toEqual([]);
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await launcher(page).click();
    await expect(inPage(page).log.getByText('From a component', { exact: true })).toHaveCount(1);
    await expect(page.locator('#chat-widget-container')).toHaveCount(1);
    expect(guard.complaints).toEqual([]);
  });
}

test('row 247: element: attributes, events, and moved without starting anew', async ({ page, demo, guard }) => {
  await open(page, demo.url, 'element');
  await launcher(page).click();
  await inPage(page).talks('From an element');
  await expect(page.locator('output')).toHaveText(/ready visibility-changed( new-event){2,}/);
  const element = page.locator('natter-chat');
  await expect(element).toHaveAttribute('visibility', 'maximized');
  await page.evaluate(() => document.body.append(document.querySelector('natter-chat') as Element));
  await expect(inPage(page).composer).toBeVisible();
  await element.evaluate((node) => node.setAttribute('visibility', 'minimized'));
  await expect(inPage(page).composer).toBeHidden();
  await element.evaluate((node) => node.remove());
  await expect(page.locator('#chat-widget-container')).toHaveCount(0);
  expect(guard.complaints).toEqual([]);
});

test('without a bundler, under the strictest policy: a module of the package, as it is', async ({
  page,
  demo,
  guard,
}) => {
  const refused: string[] = [];
  page.on('console', ({ text }) => {
    if (/Content Security|Trusted ?Type/i.test(text())) refused.push(text());
  });
  await serve(page, `${demo.url}/natter`, project.natter);
  // What is set on an element before its class is there counts as well.
  await page.route(`${demo.url}/early.js`, (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `
        var chat = document.querySelector("natter-chat");
        chat.sessionVariables = { plan: "early" };
        chat.customRenderer = function (content) {
          var element = document.createElement("button");
          element.textContent = "Reserve " + content.sku;
          element.addEventListener("click", function () { element.textContent = "Reserved"; });
          return { element: element };
        };`,
    }),
  );
  await page.route(`${demo.url}/plain.html`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: {
        'content-security-policy': `default-src 'none'; script-src 'self'; connect-src 'self' ${demo.url.replace('http', 'ws')}; img-src 'self' data: blob:; media-src data:; require-trusted-types-for 'script'; trusted-types 'none'`,
      },
      body: `<!doctype html><title>Plain</title><link rel="icon" href="data:,">
        <natter-chat organization-id="5f1c0d9e-7a34-4b62-9c1d-3e8a2b7f6c50" client-id="9d3c1e5a7b2f4068a1c9e3d5b7f20468"
          server-url="${demo.url}" visibility="maximized"></natter-chat>
        <script src="/early.js"></script>
        <script type="module" src="/natter/dist/npm/element-define.js"></script>`,
    }),
  );
  await page.goto(`${demo.url}/plain.html`);
  const here = inPage(page);
  await here.talks('Nothing was bundled');

  // What the page makes of a custom event is the page's own, and works.
  await here.composer.fill('custom');
  await here.composer.press('Enter');
  await here.log.getByRole('button', { name: 'Reserve PIER-3' }).click();
  await expect(here.log.getByRole('button', { name: 'Reserved' })).toBeVisible();
  await expect
    .poll(() => page.evaluate('LiveChatWidget.get("customer_data").sessionVariables'))
    .toMatchObject({ plan: 'early' });
  expect(refused).toEqual([]);
  expect(guard.complaints).toEqual([]);
});
