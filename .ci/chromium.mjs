// Finds a Chromium for the end-to-end tests, or installs one, and sees that it starts. Prints its path, and keeps it in
// node_modules/.cache/chromium.json, where the configuration of Playwright looks.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const FROM_ENVIRONMENT = ['NATTER_CHROMIUM', 'CHROME_PATH', 'PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH'];
// The headless shell starts three times as fast as the whole browser, and a test in it costs half.
const SHELL = 'chromium-headless-shell';
const WHOLE = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const FOLDERS = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
const FILES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const FOUND = resolve(import.meta.dirname, '../node_modules/.cache/chromium.json');

function* candidates(names) {
  if (existsSync(FOUND)) yield JSON.parse(readFileSync(FOUND, 'utf8')).executablePath;
  for (const name of names) for (const folder of FOLDERS) yield join(folder, name);
  yield* FILES;
  yield chromium.executablePath();
}

const isShell = (file) => /headless.shell/.test(file);

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Why it does not start, or nothing. */
async function failure(executablePath) {
  try {
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'], timeout: 30_000 });
    await browser.close();
    return undefined;
  } catch (error) {
    return error.message.split('\n')[0];
  }
}

/** Who names one means that one, and no other. */
async function findNamed() {
  const name = FROM_ENVIRONMENT.find((name) => process.env[name]);
  if (!name) return undefined;
  const reason = await failure(process.env[name]);
  if (reason) throw new Error(`${name}=${process.env[name]} does not start: ${reason}`);
  return process.env[name];
}

async function find(...names) {
  const tried = new Set();
  for (const file of candidates(names)) {
    if (tried.has(file) || !isExecutable(file) || (isShell(file) && !names.includes(SHELL))) continue;
    tried.add(file);
    const reason = await failure(file);
    if (!reason) return file;
    console.error(`${file} does not start: ${reason}`);
  }
  return undefined;
}

/** Debian has it as a package, root may install it. Everybody else gets Playwright's own. */
function install() {
  const isRoot = process.getuid?.() === 0;
  const run = (command, ...args) => spawnSync(command, args, { stdio: ['ignore', 2, 2] }).status === 0;
  if (isRoot && existsSync('/etc/debian_version')) {
    console.error('No Chromium here. Installing it with apt-get …');
    process.env.DEBIAN_FRONTEND = 'noninteractive';
    const get = (...names) => run('apt-get', 'install', '-y', '--no-install-recommends', 'fonts-liberation', ...names);
    if (run('apt-get', 'update') && (get('chromium', SHELL) || get('chromium'))) return;
  }
  console.error('Installing Playwright’s own Chromium …');
  run('npx', 'playwright', 'install', 'chromium');
}

/** What tests run in, and the whole browser for the few that the shell cannot do: it keeps no page that one goes back to. */
async function findBoth() {
  const path = (await findNamed()) ?? (await find(SHELL, ...WHOLE));
  return { path, whole: path && isShell(path) ? await find(...WHOLE) : path };
}

/** The path of a Chromium that starts. Throws with what a person can do. */
export async function ensureChromium() {
  let { path, whole } = await findBoth();
  if (!whole) {
    install();
    ({ path, whole } = await findBoth());
  }
  if (!whole) {
    throw new Error(
      'The end-to-end tests need a Chromium that starts. Install one (Debian: apt-get install chromium; ' +
        'elsewhere: npx playwright install --with-deps chromium), or set NATTER_CHROMIUM to its path.',
    );
  }
  mkdirSync(resolve(FOUND, '..'), { recursive: true });
  writeFileSync(FOUND, JSON.stringify({ executablePath: path, whole }));
  return path;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(await ensureChromium());
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
