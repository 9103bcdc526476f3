import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const PROJECT = resolve(import.meta.dirname, '../..');
const COPIED = ['src', '.ci', 'tsconfig.json', 'package.json', '.oxlintrc.json'];

/** Path → content, relative to the root of the project. */
export type Planted = Readonly<Record<string, string>>;

/** A copy of the project with some files that break its rules, and the project's own tools to look at it. */
export function plantHouse(planted: Planted) {
  const root = mkdtempSync(join(tmpdir(), 'natter-walls-'));
  for (const name of COPIED) cpSync(join(PROJECT, name), join(root, name), { recursive: true });
  for (const area of ['test', 'e2e']) mkdirSync(join(root, area));
  linkPackages(root, planted);
  for (const [path, content] of Object.entries(planted)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }

  return {
    /** Output of a script or a package's binary, run on the copy. Failing is what it is for, so that is no error. */
    run(script: string, ...args: string[]): string {
      const file = existsSync(join(root, script)) ? script : join(PROJECT, 'node_modules', script);
      const { stdout, stderr, error } = spawnSync(process.execPath, [file, ...args], { cwd: root, encoding: 'utf8' });
      if (error) throw error;
      return stdout + stderr;
    },
    tearDown: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** One link for each package, not one for all: caches of the copy stay in the copy, and packages can be planted. */
function linkPackages(root: string, planted: Planted) {
  const packages = join(PROJECT, 'node_modules');
  mkdirSync(join(root, 'node_modules'));
  // Nothing is written into a package that is really there.
  const own = new Set(Object.keys(planted).map((path) => /^node_modules\/([^/]+)/.exec(path)?.[1]));
  for (const name of readdirSync(packages)) {
    if (!name.startsWith('.') && !own.has(name)) symlinkSync(join(packages, name), join(root, 'node_modules', name));
  }
}
