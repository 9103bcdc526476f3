// `npm run chaos -- --seeds N --from K`: so many bad days, in memory, on a clock of their own. `--explain` for one seed.
// Prints each seed that fails, with the fewest steps that break the same rule, and how often each fault was met.
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const root = resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '500' },
    from: { type: 'string', default: '1' },
    jobs: { type: 'string', default: String(availableParallelism()) },
    explain: { type: 'string' },
    /** How many failures are enough. */
    most: { type: 'string', default: '5' },
    /** Or the first whose rule is like this. */
    until: { type: 'string' },
    'no-shrink': { type: 'boolean', default: false },
  },
});

const load = async () => {
  const { module } = await runnerImport(resolve(root, 'test/simulation/chaos/main.ts'), {
    root,
    configFile: false,
    logLevel: 'error',
  });
  return module;
};

if (process.send) await work();
else if (values.explain) console.log(await (await load()).explainSeed(Number(values.explain)));
else await lead();

/** One process: seed after seed, as long as there are any. */
async function work() {
  const { runSeed } = await load();
  process.on('message', (seed) => void runSeed(seed).then((result) => process.send(result)));
  process.send('ready');
}

async function lead() {
  const [count, from, jobs, most] = [values.seeds, values.from, values.jobs, values.most].map(Number);
  const seeds = Array.from({ length: count }, (_, at) => from + at);
  const hits = new Map();
  const failed = [];
  const until = values.until && new RegExp(values.until);
  let isFound = false;
  let [done, sent, copies] = [0, 0, 0];
  const started = performance.now();

  const take = ({ seed, violation, ...result }) => {
    done += 1;
    sent += result.sent;
    copies += result.copies;
    for (const [kind, times] of Object.entries(result.hits)) hits.set(kind, (hits.get(kind) ?? 0) + times);
    if (violation) {
      failed.push(seed);
      isFound ||= until?.test(violation) ?? false;
      console.log(`✗ ${seed}  ${violation.split('\n')[0]}`);
    }
    if (done % 1000 === 0) console.log(`  ${done} of ${count}`);
  };
  await Promise.all(
    Array.from({ length: Math.min(jobs, count) }, () =>
      follow(seeds, take, () => isFound || (!until && failed.length >= most)),
    ),
  );

  const { FAULT_KINDS, explainSeed } = await load();
  if (!values['no-shrink']) for (const seed of failed.slice(0, 3)) console.log(`\n${await explainSeed(seed)}`);
  console.log('\nfaults met');
  for (const kind of FAULT_KINDS) console.log(`  ${kind.padEnd(30)}${String(hits.get(kind) ?? 0).padStart(9)}`);
  const unmet = FAULT_KINDS.filter((kind) => !hits.get(kind));
  if (unmet.length > 0) console.log(`\nNever met: ${unmet.join(', ')}`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`\n${done} seeds from ${from} in ${seconds} s; ${sent} texts, ${copies} of them twice at the service`);
  console.log(`${done - failed.length} passed, ${failed.length} failed`);
  if (failed.length > 0) console.log(`failed: ${failed.sort((a, b) => a - b).join(', ')}`);
  if (failed.length > 0 || (unmet.length > 0 && count >= 500)) process.exitCode = 1;
}

/** Gives seeds to one process until there are none left. */
function follow(seeds, take, isEnough) {
  return new Promise((over, fail) => {
    const child = fork(import.meta.filename, { cwd: root });
    const next = () => {
      const seed = isEnough() ? undefined : seeds.shift();
      if (seed === undefined) child.kill();
      else child.send(seed);
    };
    child.on('message', (said) => {
      if (said !== 'ready') take(said);
      next();
    });
    child.on('error', fail);
    child.on('exit', (code) => (code ? fail(new Error(`A process ended with ${code}.`)) : over()));
  });
}
