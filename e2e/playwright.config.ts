import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig, devices } from '@playwright/test';

const at = (path: string) => resolve(import.meta.dirname, '..', path);

// The first thing that a browser does alone is to call home, and these are for offline machines and containers.
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
];

/** `.ci/chromium.mjs` has found it. Otherwise Playwright looks for its own. */
function chromiumPath(): { executablePath?: string } {
  const fromEnvironment = process.env['NATTER_CHROMIUM'];
  if (fromEnvironment) return { executablePath: fromEnvironment };
  const found = at('node_modules/.cache/chromium.json');
  if (!existsSync(found)) return {};
  const { executablePath } = JSON.parse(readFileSync(found, 'utf8')) as { executablePath: string };
  return { executablePath };
}

/** Here things move as for most visitors. Elsewhere that would be a fifth of the time, and of nothing that is looked at. */
const MOVING =
  /(?:composer|conversation|greetings|host-manners|long-log|looks|messages|notifications|quiet|soak|welcome)\.spec\.ts/;

const chromium = {
  ...devices['Desktop Chrome'],
  launchOptions: { ...chromiumPath(), args: QUIET },
};

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: at('artifacts/e2e'),
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  // For two busy cores. A state that comes is not waited for any longer.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['./matrix/reporter.ts'], ['json', { outputFile: at('artifacts/e2e.json') }]],
  use: {
    locale: 'en-US',
    timezoneId: 'Europe/Warsaw',
    // A trace of every test is a tenth of the time, and kept of none. `--trace on` makes one of the test that needs it.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'moving', testMatch: MOVING, use: chromium },
    { name: 'still', testIgnore: MOVING, use: { ...chromium, contextOptions: { reducedMotion: 'reduce' } } },
  ],
});
