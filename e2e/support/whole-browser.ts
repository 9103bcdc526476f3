import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const FOUND = resolve(import.meta.dirname, '../../node_modules/.cache/chromium.json');

/** For what the headless shell cannot do: it keeps no page that one goes back to, and takes no focus from one. `.ci/chromium.mjs` has found it. */
export function wholeBrowser(): { executablePath?: string } {
  if (!existsSync(FOUND)) return {};
  const { whole } = JSON.parse(readFileSync(FOUND, 'utf8')) as { whole?: string };
  return whole ? { executablePath: whole } : {};
}
