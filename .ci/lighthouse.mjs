// The demo shop in Lighthouse with and without the widget, in turns, medians of five; before any gesture, on Lighthouse's
// slow phone. Needs `dist` (`npm run build`). Alone: `node .ci/lighthouse.mjs [rounds]`.
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { ensureChromium } from './chromium.mjs';

const CLI = resolve(import.meta.dirname, '../dist/sandbox/cli.js');
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const AUDITS = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'speed-index',
  'total-blocking-time',
  'cumulative-layout-shift',
  'total-byte-weight',
];
const SNIPPET = /<script>(?:(?!<\/script>).)*__lc\b.*?<\/script>/s;
// The shop's own script talks to the widget's API, and would complain.
const NOTHING = '<script>LiveChatWidget = { on() {}, call() {}, get: () => ({}) }</script>';
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

async function startDemo() {
  const child = spawn(process.execPath, [CLI, 'demo', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    const [url] = /https?:\/\/[^\s/]+/.exec(line) ?? [];
    if (!url) continue;
    child.stdout.resume();
    return { url, stop: () => child.kill() };
  }
  throw new Error('The demo did not start: is there a build?');
}

/** The shop from a port of its own. Both go this way, so that one is not nearer than the other. */
async function startShop(demo, { isBare }) {
  const answerOf = async (request, response) => {
    const { method, headers } = request;
    const sent = await buffer(request);
    const answer = await fetch(new URL(request.url, demo), {
      method,
      headers: Object.fromEntries(
        Object.entries(headers).filter(([name]) =>
          ['accept', 'content-type', 'cookie', 'authorization'].includes(name),
        ),
      ),
      ...(sent.length > 0 && { body: sent }),
    });
    const type = answer.headers.get('content-type') ?? '';
    const body = Buffer.from(await answer.arrayBuffer());
    const cache = answer.headers.get('cache-control');
    response.writeHead(answer.status, { 'content-type': type, ...(cache && { 'cache-control': cache }) });
    response.end(isBare && type.includes('html') ? body.toString().replace(SNIPPET, NOTHING) : body);
  };
  const server = createServer((request, response) => {
    answerOf(request, response).catch((error) => response.destroy(error));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() };
}

async function measure(url) {
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: [...FLAGS, `--remote-debugging-port=${port}`],
  });
  try {
    const { lhr } = await lighthouse(url, { port, output: 'json', logLevel: 'error', onlyCategories: CATEGORIES });
    return {
      ...Object.fromEntries(CATEGORIES.map((name) => [name, Math.round(100 * lhr.categories[name].score)])),
      ...Object.fromEntries(AUDITS.map((name) => [name, lhr.audits[name].numericValue])),
      requests: lhr.audits['network-requests'].details.items.length,
    };
  } finally {
    await browser.close();
  }
}

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** Prints a table: medians without, medians with, the difference. */
export async function benchLighthouse(rounds = 5) {
  const demo = await startDemo();
  const bare = await startShop(demo.url, { isBare: true });
  const shop = await startShop(demo.url, { isBare: false });
  try {
    const found = { bare: [], shop: [] };
    for (let round = 0; round < rounds; round += 1) {
      found.bare.push(await measure(bare.url));
      found.shop.push(await measure(shop.url));
    }
    const title = `Lighthouse, medians of ${rounds}`.padEnd(32);
    console.log(`${title}   without      with   difference`);
    for (const name of Object.keys(found.shop[0])) {
      const [without, widget] = ['bare', 'shop'].map((page) => median(found[page].map((each) => each[name])));
      const number = (value) => value.toFixed(name === 'cumulative-layout-shift' ? 3 : 0);
      const row = [without, widget, widget - without].map((value, at) => number(value).padStart([10, 10, 13][at]));
      console.log(name.padEnd(32) + row.join(''));
    }
    return found;
  } finally {
    for (const each of [bare, shop, demo]) each.stop();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await benchLighthouse(Number(process.argv[2] ?? 5));
