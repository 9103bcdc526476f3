// `node .ci/mutations.mjs`, or with the beginning of a rule's name: breaks one rule after the other, each in a copy of its
// own, and looks whether chaos finds it. A rule that could be broken without anybody noticing is a hope.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const SEEDS = '300';

/** What is broken, where, and the invariant of chaos that has to find it, or else the test. */
const mutations = JSON.parse(readFileSync(join(import.meta.dirname, 'mutations.json'), 'utf8'));
const chosen = mutations.filter(({ rule }) => rule.startsWith(process.argv[2] ?? ''));
let missed = 0;
for (const mutation of chosen) {
  const found = tryOut(mutation);
  if (!found) missed += 1;
  console.log(`${found ? '✓' : '✗'} ${mutation.rule.padEnd(62)} ${found?.slice(0, 120) ?? 'not found'}`);
}
console.log(`\n${chosen.length - missed} of ${chosen.length} were found`);
process.exitCode = missed > 0 ? 1 : 0;

/** What was said of it: the first violation of the right kind. */
function tryOut({ file, from, to, by, test }) {
  const copy = mkdtempSync(join(tmpdir(), 'natter-mutation-'));
  try {
    for (const part of ['src', 'test', '.ci', 'package.json', 'tsconfig.json', 'vite.config.ts']) {
      cpSync(join(root, part), join(copy, part), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    const text = readFileSync(join(copy, file), 'utf8');
    if (text.split(from).length !== 2) throw new Error(`${file} does not say once: ${from}`);
    writeFileSync(
      join(copy, file),
      text.replace(from, () => to),
    );
    return by ? byChaos(copy, by) : byTest(copy, test);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function byChaos(cwd, by) {
  const found = new RegExp(`^${by} `);
  const options = ['--seeds', SEEDS, '--until', found.source, '--no-shrink'];
  const { stdout } = spawnSync(process.execPath, ['.ci/chaos.mjs', ...options], { cwd, encoding: 'utf8' });
  const violations = stdout.split('\n').flatMap((line) => /^✗ (\d+ +(.*))/.exec(line)?.slice(1) ?? []);
  return violations.find((_, at) => at % 2 === 0 && found.test(violations[at + 1]));
}

function byTest(cwd, test) {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const { status } = spawnSync(process.execPath, [vitest, 'run', test], { cwd });
  return status === 0 ? undefined : test;
}
