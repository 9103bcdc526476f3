// Takes the pictures that people look at: all into artifacts/screenshots/, and the README's to screenshot.png.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';
import { ensureChromium } from './chromium.mjs';

const root = resolve(import.meta.dirname, '..');
const folder = resolve(root, 'artifacts/screenshots');
const FOR_README = 'desktop-light-conversation';

const LOOKS = [
  { name: 'desktop-light', viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
  { name: 'desktop-dark', viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
  { name: 'phone-light', viewport: { width: 390, height: 844 }, colorScheme: 'light' },
];

/** A server of its own, on a free port. */
async function startDemo() {
  const server = spawn(process.execPath, [resolve(root, 'dist/sandbox/cli.js'), 'demo', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: server.stdout })) {
    const [address] = /http:\/\/[^\s"/]+/.exec(line) ?? [];
    if (address) return { server, address };
  }
  throw new Error('The demo ended without saying its address.');
}

/** What to show: a name for the picture, and what leads there. */
async function* scenes(page, address) {
  await page.goto(address);
  const launcher = page.getByRole('button', { name: /chat/i }).first();
  await launcher.waitFor();
  yield 'closed';

  await launcher.click();
  const chat = page.frameLocator('iframe#chat-widget');
  const composer = chat.getByRole('textbox', { name: 'Message' });
  await composer.waitFor();
  yield 'empty';

  await composer.fill('Good morning! Does the Harbour Tourer come in blue?');
  await chat.getByRole('button', { name: 'Send message' }).click();
  await chat.getByText('Seen').waitFor();
  await chat.getByRole('article').nth(2).waitFor();
  await composer.fill('Could I try it on Sat');
  yield 'conversation';

  await chat.getByRole('button', { name: 'Chat options' }).click();
  await chat.getByRole('menu').waitFor();
  yield 'menu';
  await chat.getByRole('menuitem', { name: 'End the chat' }).click();
  await chat.getByRole('alertdialog').waitFor();
  yield 'asking';
  await chat.getByRole('alertdialog').getByRole('button', { name: 'End the chat' }).click();
  await chat.getByRole('button', { name: 'Start the chat again' }).waitFor();
  yield 'ended';
}

mkdirSync(folder, { recursive: true });
const { server, address } = await startDemo();
const browser = await chromium.launch({
  executablePath: await ensureChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  for (const { name, ...look } of LOOKS) {
    const context = await browser.newContext({
      ...look,
      deviceScaleFactor: 2,
      reducedMotion: 'reduce',
      locale: 'en-US',
    });
    const page = await context.newPage();
    for await (const scene of scenes(page, address)) {
      await page.screenshot({ path: resolve(folder, `${name}-${scene}.png`) });
      console.log(`artifacts/screenshots/${name}-${scene}.png`);
    }
    await context.close();
  }
  copyFileSync(resolve(folder, `${FOR_README}.png`), resolve(root, 'screenshot.png'));
} finally {
  await browser.close();
  const isGone = once(server, 'exit');
  server.kill('SIGTERM');
  await isGone;
}
