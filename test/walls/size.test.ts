import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

interface Report {
  readonly files: readonly { readonly part: string; readonly file: string; readonly raw: number }[];
  readonly budgets: readonly { readonly part: string; readonly isKept: boolean }[];
  readonly foreign: readonly string[];
}

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const PAGE = '<script type="module" crossorigin src="./assets/app.js"></script>';
const fine = { 'loader.js': '1', 'frame.html': PAGE, 'assets/app.js': 'import"./part.js";', 'assets/part.js': '2' };

/** Chance does not compress, so n bytes stay n bytes. */
const bytes = (n: number) => `/*${randomBytes(n).toString('latin1').replaceAll('*/', '**')}*/`;

function measure(dist: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'natter-size-'));
  folders.push(folder);
  for (const [file, content] of Object.entries(dist)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content, 'latin1');
  }
  const script = resolve(import.meta.dirname, '../../.ci/size.mjs');
  const { status, stdout } = spawnSync(process.execPath, [script, '--json'], {
    env: { ...process.env, NATTER_DIST: folder },
    encoding: 'utf8',
  });
  const report = JSON.parse(stdout) as Report;
  const broken = report.budgets.filter(({ isKept }) => !isKept).map(({ part }) => part);
  return { status, broken, foreign: report.foreign, files: report.files };
}

describe('npm run size', () => {
  it('counts what a page loads by itself for the app, and the rest for later', () => {
    const { status, files } = measure({
      ...fine,
      'assets/app.js': 'import{a}from"./part.js";import("./emoji.js")',
      'assets/emoji.js': 'import"./part.js"',
      'assets/app.js.map': '{}',
    });
    expect(status).toBe(0);
    expect(files.map(({ part, file }) => `${part} ${file}`)).toEqual([
      'loader loader.js',
      'app frame.html',
      'app assets/app.js',
      'app assets/part.js',
      'later assets/emoji.js',
    ]);
  });

  it.each([
    ['loader', { 'loader.js': bytes(5 * 1024) }],
    ['app', { 'assets/app.js': bytes(28 * 1024) }],
    ['app', { 'assets/app.js': `import"./part.js";${bytes(14 * 1024)}`, 'assets/part.js': bytes(14 * 1024) }],
    ['later', { 'assets/emoji.js': bytes(20 * 1024) }],
  ])('fails when the budget of the %s is broken', (part, files) => {
    expect(measure({ ...fine, ...files })).toMatchObject({ status: 1, broken: [part] });
  });

  it('fails when frame.html reaches for another origin', () => {
    const link = 'https://fonts.example/a.css';
    const page = `${PAGE}<link rel="stylesheet" href="${link}"><link rel="icon" href="data:,">`;
    expect(measure({ ...fine, 'frame.html': page })).toMatchObject({ status: 1, foreign: [link] });
  });
});
