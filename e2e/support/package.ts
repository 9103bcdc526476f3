import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');

export interface Project {
  readonly tarball: string;
  readonly folder: string;
  /** The package in it. */
  readonly natter: string;
  remove(): void;
}

/** A project of somebody else, with our package in it as npm would have put it there, and with no network. */
export function startProject(others: readonly string[]): Project {
  const folder = mkdtempSync(join(tmpdir(), 'natter-project-'));
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  ) as { filename: string }[];
  const tarball = join(folder, packed?.filename ?? '');
  const natter = join(folder, 'node_modules/natter');
  mkdirSync(natter, { recursive: true });
  execFileSync('tar', ['xzf', tarball, '-C', natter, '--strip-components', '1']);
  for (const name of others) {
    mkdirSync(resolve(folder, 'node_modules', name, '..'), { recursive: true });
    symlinkSync(resolve(root, 'node_modules', name), join(folder, 'node_modules', name));
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'theirs', private: true, type: 'module' }));
  cpSync(join(root, 'examples'), join(folder, 'examples'), { recursive: true });
  return { tarball, folder, natter, remove: () => rmSync(folder, { recursive: true }) };
}

/** As a project with Vite and nothing else would build it. */
export async function buildPages({ folder }: Pick<Project, 'folder'>, names: readonly string[]): Promise<string> {
  const outDir = join(folder, 'built');
  await build({
    root: join(folder, 'examples'),
    base: './',
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      target: 'es2022',
      rolldownOptions: { input: names.map((name) => join(folder, 'examples', name, 'index.html')) },
    },
  });
  return outDir;
}

const TYPES = new Map([
  ['.html', 'text/html'],
  ['.js', 'text/javascript'],
  ['.css', 'text/css'],
]);

/** Answers what is asked below an address with the files of a folder. */
export async function serve(page: Page, address: string, folder: string): Promise<void> {
  // What no server has sent could come from anywhere, and would have to ask before it talks to this machine.
  await page.context().grantPermissions(['local-network-access'], { origin: new URL(address).origin });
  await page.route(`${address}/**`, async (route) => {
    const path = route
      .request()
      .url()
      .slice(address.length)
      .replace(/[?#].*$/, '');
    const file = path.endsWith('/') ? `${path}index.html` : path;
    try {
      const body = readFileSync(join(folder, file));
      const headers = { 'access-control-allow-origin': '*' };
      await route.fulfill({ body, headers, contentType: TYPES.get(extname(file)) ?? 'application/octet-stream' });
    } catch {
      await route.fulfill({ status: 404, body: 'Not found' });
    }
  });
}
