import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { control } from './support/control';
import { openHostPage } from './support/host-page';
import { expect, test } from './support/test';
import { Visitor } from './support/visitor';

test.use({ demoOptions: { scriptedAgent: false } });

const BOX = '#chat-widget-container';
const README = readFileSync(resolve(import.meta.dirname, '../src/host/README.md'), 'utf8');
const launcherOf = (page: Page) => page.locator(`${BOX} .launcher`);

/** Distances from the sides of the screen. What cannot be seen yet has none. */
async function corner(page: Page, what: Locator) {
  const box = await what.boundingBox();
  if (!box) return {};
  const { width, height } = page.viewportSize()!;
  return { left: box.x, right: width - box.x - box.width, bottom: height - box.y - box.height };
}
const style = (what: Locator, property: string) =>
  what.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

test('rows 3, 4, 223, 225, 226, 282: corner, offsets, colours and properties of a page; at run time, too', async ({
  page,
  demo,
  agent,
}) => {
  await agent.logsIn(demo.url);
  const warnings: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  await openHostPage(page, demo, {
    head: `<style>#chat-widget-container { --natter-radius: 4px; --natter-own-bubble: #ffee00 }</style>`,
    lc: {
      look: {
        'chat_window.screen_position': 'left',
        chat_window: { offset_x: '30', offset_y: '40', new_theme: { titlebar_background_color: '#fff3b0' } },
        titlebar_text: '#ffffff',
        cta_color: '#7a1fa2',
        minimized_color_background: '#ffd400',
        agent_message_color_background: '#113355',
        offset_z: 'what nobody knows',
        minimized_color_icon: 'no colour',
      },
    },
  });
  const visitor = new Visitor(page);
  await expect(visitor.launcher).toBeVisible();
  await expect.poll(() => corner(page, launcherOf(page))).toMatchObject({ left: 54, bottom: 64 });
  await expect.poll(() => style(launcherOf(page), 'background-color')).toBe('rgb(255, 212, 0)');
  await expect.poll(() => style(launcherOf(page), 'color')).toBe('rgb(0, 0, 0)');
  await expect.poll(() => warnings.filter((text) => text.includes('look make no sense')).length).toBe(1);
  expect(warnings.join()).toContain('minimized_color_icon');

  await visitor.opens();
  await expect.poll(() => corner(page, page.locator(`${BOX} .window`))).toMatchObject({ left: 54 });
  const header = visitor.window.locator('.header');
  await expect.poll(() => style(header, 'background-image')).toContain('rgb(255, 243, 176)');
  // White on pale yellow cannot be read.
  await expect.poll(() => style(header, 'color')).toBe('rgb(0, 0, 0)');
  await visitor.writes('How do I look?');
  const bubble = visitor.window.locator('.is-own > .line > .bubble').first();
  await expect.poll(() => style(bubble, 'background-color')).toBe('rgb(255, 238, 0)');
  await expect.poll(() => style(bubble, 'color')).toBe('rgb(0, 0, 0)');
  await expect.poll(() => style(bubble, 'border-start-start-radius')).toBe('4px');
  await page.screenshot({ path: test.info().outputPath('colours.png') });

  await visitor.composer.fill('A draft');
  await visitor.call('set_look', { screen_position: 'right', offset_y: 10, titlebar_background_color: '#00334d' });
  await expect.poll(() => corner(page, page.locator(`${BOX} .window`))).toMatchObject({ right: 54 });
  await expect.poll(() => style(header, 'background-image')).toContain('rgb(0, 51, 77)');
  await expect.poll(() => style(header, 'color')).toBe('rgb(255, 255, 255)');
  await expect(visitor.composer).toHaveValue('A draft');
});

test('rows 26, 27, 224: dark, light, and as the system has it, live; a logo, and nobody else to be named', async ({
  page,
  demo,
  guard,
}) => {
  const logo_path = 'https://shop.example/logo.svg';
  const body = '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="90"><rect width="900" height="90"/></svg>';
  await page.route(logo_path, (route) => route.fulfill({ contentType: 'image/svg+xml', body }));
  await openHostPage(page, demo, { lc: { look: { variant: 'dark', cta_color: '#2a6f4e', logo_path } } });
  const visitor = new Visitor(page);
  await visitor.opens();
  // Says nothing that the words beside it do not say, and has the same place whatever its size.
  const logo = visitor.window.locator('.header .avatar');
  await expect.poll(() => style(logo, 'background-image')).toContain(logo_path);
  await expect(logo).toHaveAttribute('aria-hidden', 'true');
  await expect.poll(() => logo.evaluate((box) => [box.clientWidth, box.clientHeight])).toEqual([40, 40]);
  for (const place of [visitor.window, page.locator(BOX)]) await expect(place.getByRole('link')).toHaveCount(0);
  const root = visitor.window.locator('.natter');
  await expect.poll(() => style(root, 'background-color')).toBe('rgb(15, 23, 27)');
  await expect.poll(() => style(root, 'color-scheme')).toBe('dark');
  await page.screenshot({ path: test.info().outputPath('dark.png') });
  await visitor.call('set_look', { variant: 'auto' });
  await expect.poll(() => style(root, 'background-color')).toBe('rgb(243, 246, 247)');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => style(root, 'background-color')).toBe('rgb(15, 23, 27)');
  await visitor.call('set_look', { variant: 'light' });
  await expect.poll(() => style(root, 'background-color')).toBe('rgb(243, 246, 247)');
  // A background says by itself whether it is light or dark.
  await visitor.call('set_look', { background_color: '#101010' });
  await expect.poll(() => style(root, 'background-color')).toBe('rgb(16, 16, 16)');
  await expect.poll(() => style(root, 'color-scheme')).toBe('dark');
  await page.emulateMedia({ colorScheme: null });
  await expect.poll(() => guard.complaints).toContain(`request: ${logo_path}`);
  expect(guard.complaints.splice(0).filter((what) => what !== `request: ${logo_path}`)).toEqual([]);
});

test('rows 2, 6, 9, 17, 222: a bar with a text, as wide as it may be, and a picture over it; buttons of the page; hidden while nobody is there', async ({
  page,
  demo,
  agent,
  guard,
}) => {
  await agent.logsIn(demo.url);
  const long = 'Ask us anything about bikes, rentals, repairs and the harbour';
  const path = 'https://pictures.example/ahoy.svg';
  const embedded_chat = { display_eye_catcher: '1', eye_grabber: { path, x: '8', y: 4 } };
  const look = {
    theme: { minimized: 'bar' },
    name: 'modern',
    bar_online_text: long,
    hide_when_offline: true,
    embedded_chat,
  };
  const drawing =
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="120"><path fill="#0f5c6e" d="M0 0h200v120H0z"/></svg>';
  await page.route(path, (route) => route.fulfill({ contentType: 'image/svg+xml', body: drawing }));
  await page.route('**/get_configuration*', async (route) => {
    const answer = await route.fetch();
    const buttons = [
      { id: '1', type: 'text', online_value: 'Ask us', offline_value: 'Leave a word' },
      { id: '2', type: 'image', online_value: `${demo.url}/is-on.svg`, offline_value: `${demo.url}/is-off.svg` },
    ];
    await route.fulfill({ response: answer, json: { ...(await answer.json()), buttons } });
  });
  await page.route('**/is-*.svg', (route) =>
    route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' }),
  );
  await openHostPage(page, demo, {
    lc: { look },
    body: `<p class="livechat_button" data-id="1">Chat here</p><p class="livechat_button" data-id="2">Chat there</p>
      <p class="livechat_button" data-id="3">Nobody knows this one</p>`,
  });
  const buttons = page.locator('.livechat_button');
  const picture = buttons.getByRole('img', { name: 'Chat there' });
  await expect(buttons).toHaveText(['Ask us', '', 'Nobody knows this one']);
  await expect(picture).toHaveAttribute('src', /is-on/);
  const bar = page.getByRole('button', { name: `${long} Open chat` });
  await expect(bar).toBeVisible();
  await expect.poll(() => bar.boundingBox()).toMatchObject({ width: 281, height: 63 });
  const text = page.locator(`${BOX} .bar`);
  expect(await text.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true);
  await expect.poll(() => style(text, 'text-overflow')).toBe('ellipsis');

  // A picture opens the window too, and stays away in this tab once it was put away.
  const catcher = page.getByRole('button', { name: long, exact: true });
  const putAway = page.getByRole('button', { name: 'Close the picture' });
  await expect(catcher).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('bar.png') });
  await putAway.focus();
  await page.keyboard.press('Enter');
  await expect(catcher).toBeHidden();
  await expect(bar).toBeFocused();
  const again = page.waitForResponse(path);
  await page.reload();
  await (await again).finished();
  await expect(page.locator(`${BOX} .picture`)).toHaveAttribute('data-wanted', '1');
  await expect(catcher).toBeHidden();
  await page.evaluate(() => sessionStorage.clear());
  await page.reload();
  await catcher.click();
  const visitor = new Visitor(page);
  await expect(visitor.composer).toBeVisible();
  await expect(page.getByRole('button', { name: 'Minimize window', exact: true }).first()).toBeVisible();
  await expect.poll(() => page.locator('iframe#chat-widget').boundingBox()).toMatchObject({ width: 400, height: 465 });
  await page.screenshot({ path: test.info().outputPath('modern.png') });

  // Nobody is there: no launcher, but the page can still open the window.
  await expect(catcher).toBeHidden();
  await visitor.call('minimize');
  await expect(bar).toBeVisible();
  await expect(catcher).toBeVisible();
  await agent.page.getByRole('button', { name: 'Log out' }).click();
  await expect(launcherOf(page)).toBeHidden();
  await expect(catcher).toBeHidden();
  await expect(buttons).toHaveText(['Leave a word', '', 'Nobody knows this one']);
  await expect(picture).toHaveAttribute('src', /is-off/);
  await page.getByRole('button', { name: 'Leave a word' }).click();
  await expect(visitor.composer).toBeVisible();
  await visitor.call('destroy');
  await expect(buttons).toHaveText(['Chat here', 'Chat there', 'Nobody knows this one']);
  await expect(catcher).toHaveCount(0);
  // The picture's own server is asked for it, once in each page, and nobody else.
  expect(guard.complaints.splice(0)).toEqual(Array(3).fill(`request: ${path}`));
});

test('point 13; rows 10, 280: hidden until the API, a greeting or a message of an agent asks for it; then for good', async ({
  page,
  demo,
  agent,
}) => {
  await agent.logsIn(demo.url);
  await openHostPage(page, demo, {
    lc: { look: { 'chat_window.hide_on_init': '1' }, greetings: true },
    after: 'window.heard = []; LiveChatWidget.on("visibility_changed", function (seen) { heard.push(seen); });',
    body: '<button style="position:fixed;right:20px;bottom:20px">Of the page</button>',
  });
  const box = page.locator(BOX);
  await expect(box).toHaveAttribute('data-state', 'hidden');
  await page.getByRole('button', { name: 'Of the page' }).click();
  const visitor = new Visitor(page);
  expect(await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([]);
  const idNow = () => visitor.ask<{ id: string | null }>('customer_data').then(({ id }) => id);
  await expect.poll(idNow).toBeTruthy();
  await control(demo.url, 'send-greeting', { customer_id: await idNow(), greeting_id: 2 });
  await expect(box).toHaveAttribute('data-state', 'minimized');
  await expect(visitor.window.getByRole('region', { name: 'Announcement' })).toBeVisible();

  // Another page of the same visitor, where only the API asks for it.
  await visitor.call('hide_greeting');
  await expect(visitor.window.getByRole('region', { name: 'Announcement' })).toHaveCount(0);
  await page.evaluate(() => sessionStorage.clear());
  await page.reload();
  await expect(box).toHaveAttribute('data-state', 'hidden');
  await visitor.call('maximize');
  await expect(visitor.composer).toBeVisible();
  await visitor.writes('Is this rental still free?');
  await page.reload();
  await expect(box).toHaveAttribute('data-state', 'maximized');
  // A page that is opened before there is a chat has no use for the app.
  await expect(visitor.message('Is this rental still free?')).toContainText(/Sent|Seen/);
  await visitor.call('hide');

  // In a new tab there was nothing to be seen, until the agent answers.
  const tab = await page.context().newPage();
  await openHostPage(tab, demo, { lc: { look: { 'chat_window.hide_on_init': '1' } } });
  await expect(tab.locator(BOX)).toHaveAttribute('data-state', 'hidden');
  // It is the answer that brings it out, so the tab has to be there to hear it.
  await expect.poll(() => new Visitor(tab).ask('chat_data')).toMatchObject({ chatId: expect.any(String) });
  await agent.opensNewestChat();
  await agent.writes('It is, until Friday.');
  await expect(tab.locator(BOX)).toHaveAttribute('data-state', 'minimized');
  // Who has hidden it by the API is not overruled by a message.
  await expect(box).toHaveAttribute('data-state', 'hidden');

  // Only on some pages of a site, as the documentation has it.
  const [recipe] = /window\.__lc\.look = \{ hide_on_init[^`]*/.exec(README) ?? [];
  await tab.addScriptTag({ content: recipe ?? '' });
  const goes = (path: string) =>
    tab.evaluate((to) => {
      history.pushState(null, '', to);
      (window as unknown as { show(): void }).show();
    }, path);
  await expect(tab.locator(BOX)).toHaveAttribute('data-state', 'hidden');
  await goes('/help/returns');
  await expect(tab.locator(BOX)).toHaveAttribute('data-state', 'minimized');
  await new Visitor(tab).opens();
  await goes('/orders');
  await expect(tab.locator(BOX)).toHaveAttribute('data-state', 'maximized');
  await goes('/');
  await expect(tab.locator(BOX)).toHaveAttribute('data-state', 'hidden');
  await tab.close();
});

test('rows 11, 215, 278, 279: what the group says, texts too, is kept, comes before anything is drawn, and is asked anew when it has changed', async ({
  page,
  demo,
}) => {
  const phrases: string[] = [];
  await page.route('**/get_localization*', (route) => {
    phrases.push(new URL(route.request().url()).searchParams.get('version') ?? '');
    return route.fulfill({ json: { AGENTS_not_available: 'We are out riding', Cancel: '', Unheard_of: 'What?' } });
  });
  const group = (settings: object) => control(demo.url, 'set-group-settings', { group_id: 0, settings });
  await group({
    'chat_window.screen_position': 'left',
    'chat_window.new_theme.cta_color': '#a4161a',
    'chat_window.new_theme.minimized_color_background': 'not a colour',
  });
  await openHostPage(page, demo);
  const visitor = new Visitor(page);
  await expect(visitor.launcher).toBeVisible();
  await expect.poll(() => corner(page, launcherOf(page))).toMatchObject({ right: 24 });
  await visitor.opens();
  await expect.poll(() => corner(page, page.locator(`${BOX} .window`))).toMatchObject({ left: 24 });
  await expect.poll(() => style(visitor.window.locator('.send'), 'color')).toBeTruthy();
  await expect.poll(() => style(visitor.window.locator('.natter'), '--natter-accent')).toBe('rgb(164,22,26)');

  await expect.poll(() => phrases.length).toBe(1);
  await visitor.call('minimize');
  await page.reload();
  await expect(visitor.launcher).toBeVisible();
  await expect.poll(() => corner(page, launcherOf(page))).toMatchObject({ left: 24 });
  // Nobody is there, in the words of the account; where it has none, in ours.
  await visitor.opens();
  const form = visitor.window.getByRole('region', { name: 'We are out riding' });
  await expect(form.getByText('Leave a message and we will get back to you.')).toBeVisible();
  expect(phrases).toHaveLength(1);
  await visitor.call('minimize');

  await group({ 'chat_window.offset_y': '100' });
  await page.reload();
  await expect.poll(() => corner(page, launcherOf(page))).toMatchObject({ right: 24, bottom: 124 });

  await group({ 'chat_window.hide_on_mobile': '1' });
  await page.reload();
  await page.waitForFunction(() => localStorage['natter:1:look']?.includes('hide_on_mobile'));
  await page.setViewportSize({ width: 390, height: 760 });
  const asked: string[] = [];
  page.on('request', (request) => request.url().includes('/customer/') && asked.push(request.url()));
  await page.reload();
  await page.waitForLoadState('networkidle');
  expect(asked).toHaveLength(1);
  await expect(page.locator(BOX)).toHaveCount(0);
  await visitor.call('maximize');
  await expect(page.locator(BOX)).toHaveCount(0);
  expect(asked).toHaveLength(1);
});

test('rows 3, 10: on a phone the variants for phones count; a group can be asked before all', async ({
  page,
  demo,
}) => {
  await page.setViewportSize({ width: 390, height: 760 });
  await control(demo.url, 'set-group-settings', {
    group_id: 0,
    settings: {
      'chat_window.custom_mobile_settings': '1',
      'chat_window.screen_position': 'right',
      'chat_window.mobile_screen_position': 'left',
      'chat_window.mobile_offset_x': '10',
      'chat_window.mobile_offset_y': '20',
      'chat_window.mobile_minimized_theme': 'bar',
    },
  });
  await openHostPage(page, demo, { lc: { look: 'group' } });
  const visitor = new Visitor(page);
  await expect(launcherOf(page)).toBeVisible();
  await expect.poll(() => corner(page, launcherOf(page))).toMatchObject({ left: 26, bottom: 36 });
  await expect.poll(() => launcherOf(page).boundingBox()).toMatchObject({ width: 281, height: 63 });
  await page.screenshot({ path: test.info().outputPath('phone.png') });
  await launcherOf(page).click();
  await expect(visitor.composer).toBeVisible();
  await expect.poll(() => page.locator(BOX).boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 760 });
});

test('row 249: in an element of the page, open for good, also on a phone', async ({ page, demo }) => {
  await openHostPage(page, demo, {
    body: '<main>Page</main><div id="place" style="width:320px;height:420px;margin:40px"></div>',
    before: 'window.__lc = { custom_container: document.getElementById("place") }',
  });
  const visitor = new Visitor(page);
  await expect(visitor.composer).toBeVisible();
  const frame = page.locator('#place iframe#chat-widget');
  await expect.poll(() => frame.boundingBox()).toEqual({ x: 48, y: expect.any(Number), width: 320, height: 420 });
  for (const name of ['hide', 'minimize']) await visitor.call(name);
  await expect(page.locator(BOX)).toHaveAttribute('data-state', 'maximized');
  await expect(visitor.window.getByRole('button', { name: 'Minimize window' })).toHaveCount(0);
  await expect(launcherOf(page)).toBeHidden();
  await page.locator('#place').evaluate((place) => (place.style.height = '300px'));
  await expect.poll(async () => (await frame.boundingBox())?.height).toBe(300);
  await page.setViewportSize({ width: 390, height: 700 });
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).overflow)).toBe('visible');
  await expect.poll(async () => (await frame.boundingBox())?.width).toBe(320);
  await page.screenshot({ path: test.info().outputPath('inside.png') });

  // A page whose own button opens the window has no launcher: what is minimized is hidden.
  await page.setViewportSize({ width: 1_000, height: 700 });
  await page.evaluate(() => sessionStorage.clear());
  await openHostPage(page, demo, { lc: { disable_minimized: true } });
  await expect(page.locator(BOX)).toHaveAttribute('data-state', 'hidden');
  await visitor.call('maximize');
  await visitor.window.getByRole('button', { name: 'Minimize window' }).click();
  await expect(page.locator(BOX)).toHaveAttribute('data-state', 'hidden');
  await visitor.call('minimize');
  await expect(page.locator(BOX)).toHaveAttribute('data-state', 'hidden');
});

test('a browser test that was written for LiveChat’s own widget finds launcher, frame and fields by their names', async ({
  page,
  demo,
  agent,
}) => {
  await agent.logsIn(demo.url);
  await control(demo.url, 'switch-form', { type: 'prechat', enabled: true });
  await openHostPage(page, demo, { lc: { look: { official_names: '1' } } });
  await page.getByRole('button', { name: 'Open LiveChat chat widget' }).click();
  const frame = page.frameLocator('iframe#chat-widget[name="chat-widget"][title="LiveChat chat widget"]');
  await frame.locator('#name').fill('Kim');
  await frame.locator('#email').fill('kim@shop.example');
  await expect(frame.getByRole('textbox', { name: /^Your name/ })).toHaveValue('Kim');
  await expect(frame.getByRole('textbox', { name: /^Your e-mail/ })).toHaveValue('kim@shop.example');
  await frame.getByRole('button', { name: 'Minimize window' }).click();
  await expect(page.getByRole('button', { name: 'Open LiveChat chat widget' })).toBeFocused();
});
