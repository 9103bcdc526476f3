// Types of the package: what tsc makes of the entries, and of what they name. In `dist/npm/types`, as the rooms are in `src`.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const out = resolve(root, 'dist/npm/types');

/** The entries of the package, and the options of their room. */
const PROGRAMS = [
  {
    room: 'src/host',
    entries: ['core', 'preact', 'react', 'element', 'element-define', 'headless'].map((name) => `host/entries/${name}`),
  },
  { room: 'src/sandbox/server', entries: ['sandbox/server/index'] },
];

export function writeDeclarations() {
  rmSync(out, { recursive: true, force: true });
  const kept = new Set();
  for (const { room, entries } of PROGRAMS) {
    emit(room);
    for (const entry of entries) keep(join(out, `${entry}.d.ts`), kept);
  }
  for (const file of filesIn(out)) if (!kept.has(file)) rmSync(file);
}

/** A program of one piece: with references it would look for declarations elsewhere. */
function emit(room) {
  mkdirSync(out, { recursive: true });
  const config = join(out, 'tsconfig.json');
  const { compilerOptions, include } = JSON.parse(readFileSync(resolve(root, room, 'tsconfig.json'), 'utf8'));
  const own = {
    ...compilerOptions,
    composite: false,
    incremental: false,
    tsBuildInfoFile: undefined,
    declaration: true,
    emitDeclarationOnly: true,
    // That they are right is said elsewhere.
    noCheck: true,
    rootDir: resolve(root, 'src'),
    outDir: out,
  };
  const base = JSON.parse(readFileSync(resolve(root, 'tsconfig.json'), 'utf8')).compilerOptions;
  const files = include.map((path) => resolve(root, room, path));
  writeFileSync(config, JSON.stringify({ compilerOptions: { ...base, ...own }, include: files }));
  try {
    execFileSync(process.execPath, [resolve(root, 'node_modules/@typescript/native/bin/tsc'), '-p', config], {
      stdio: 'inherit',
    });
  } finally {
    rmSync(config);
  }
}

/** A declaration and all that it names. Node finds a file only by its whole name. */
function keep(file, kept) {
  if (kept.has(file)) return;
  kept.add(file);
  const text = readFileSync(file, 'utf8').replace(
    /(\bfrom |\bimport\()(["'])(\.[^"']*)\2/g,
    (_, before, quote, path) => {
      const target = findDeclaration(resolve(dirname(file), path));
      keep(target, kept);
      const name = relative(dirname(file), target).replace(/[.]d[.]ts$/, '.js');
      return `${before}${quote}${name.startsWith('.') ? name : `./${name}`}${quote}`;
    },
  );
  writeFileSync(file, text.replace(/^import (["'])\.[^"']*\1;\n/gm, ''));
}

function findDeclaration(path) {
  const found = [`${path}.d.ts`, join(path, 'index.d.ts')].find(existsSync);
  if (!found) throw new Error(`No declaration for ${path}`);
  return found;
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
