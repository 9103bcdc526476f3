// `npm test`: all stages, one after the other, also when one fails. `npm test -- unit lint` runs those only.
// The last line is `N passed, N failed, N skipped`: each test is one, and so is each stage without tests.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { ensureChromium } from './chromium.mjs';

const root = resolve(import.meta.dirname, '..');
const artifact = (name) => resolve(root, 'artifacts', name);

const STAGES = {
  types: () => run('tsc', '-b', '--pretty'),
  // All of them, to see all that is wrong.
  lint: () => every(run('biome', 'check', '.'), run('oxlint')),
  walls: () => run('node', '.ci/walls.mjs'),
  unit: () => {
    const report = artifact('unit.json');
    const isFine = run('vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`);
    return withTests(isFine, report, ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) => ({
      passed: numPassedTests,
      failed: numFailedTests,
      skipped: numPendingTests + numTodoTests,
    }));
  },
  build: () => run('node', '.ci/build.mjs'),
  size: () => run('node', '.ci/size.mjs'),
  e2e: async () => {
    if (results.get('build')?.failed) throw new Error('Nothing to test: the build failed.');
    process.env.NATTER_CHROMIUM = await ensureChromium();
    // Not a part of the product, but its tests want it.
    if (!run('node', '.ci/build.mjs', 'playground'))
      throw new Error('Nothing to look at: the playground has no build.');
    const isFine = run('playwright', 'test', '-c', 'e2e/playwright.config.ts');
    return withTests(isFine, artifact('e2e.json'), ({ stats }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
      skipped: stats.skipped,
    }));
  },
};
const NEEDS_BUILD = ['size', 'e2e'];

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !STAGES[name]);
if (unknown.length > 0) {
  console.error(`No stage ${unknown.join(', ')}. There are: ${Object.keys(STAGES).join(', ')}`);
  process.exit(2);
}
if (chosen.some((name) => NEEDS_BUILD.includes(name))) chosen.push('build');

const results = new Map();
process.chdir(root);
process.env.PATH = [resolve('node_modules/.bin'), process.env.PATH].join(delimiter);
mkdirSync(artifact(''), { recursive: true });
for (const report of ['unit.json', 'e2e.json']) rmSync(artifact(report), { force: true });

for (const [name, stage] of Object.entries(STAGES)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  console.log(`\n━━ ${name} ${'━'.repeat(70 - name.length)}`);
  const started = performance.now();
  const result = await attempt(stage);
  result.seconds = ((performance.now() - started) / 1000).toFixed(1);
  results.set(name, result);
}

console.log(`\n━━ ${'━'.repeat(71)}`);
for (const [name, { failed, seconds }] of results) {
  console.log(`${failed ? '✗' : '✓'} ${name.padEnd(8)} ${seconds.padStart(6)} s${failed ? `   ${failed} failed` : ''}`);
}
const sum = (key) => [...results.values()].reduce((total, result) => total + result[key], 0);
if (sum('failed') > 0) process.exitCode = 1;
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);

/** A stage gives a yes or no, or numbers. */
async function attempt(stage) {
  try {
    const result = await stage();
    if (typeof result === 'object') return result;
    return { passed: result ? 1 : 0, failed: result ? 0 : 1, skipped: 0 };
  } catch (error) {
    console.error(error.message);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function run(command, ...args) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (error) console.error(error.message);
  return status === 0;
}

/** A run can fail without a failed test: no tests, a file that cannot be read, an error outside of all tests. */
function withTests(isFine, report, count) {
  const counted = count(JSON.parse(readFileSync(report, 'utf8')));
  return isFine || counted.failed > 0 ? counted : { ...counted, failed: 1 };
}

function every(...results) {
  return results.every(Boolean);
}
