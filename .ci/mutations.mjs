// `node .ci/mutations.mjs`: breaks one rule after the other, each in a copy of its own, and looks whether chaos finds it.
// A rule that could be broken without anybody noticing is a hope.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const SEEDS = '300';

const MUTATIONS = [
  {
    rule: 'O3 one at a time, first in, first out',
    file: 'src/domain/outbox.ts',
    from: "const first = items.value.find(({ state }) => state !== 'refused' && state !== 'accepted');",
    to: "const first = items.value.filter(({ state }) => state === 'queued').at(-1);",
    by: /V6/,
  },
  {
    rule: 'O5 look before you send again',
    file: 'src/domain/sender.ts',
    from: 'if (doubtful) lookBeforeSendingAgain(doubtful.customId);',
    to: 'if (doubtful) outbox.requeue(doubtful.customId);',
    by: /V3/,
  },
  {
    rule: 'I1 merging the same again changes nothing',
    file: 'src/domain/thread-logs.ts',
    from: 'return [...byId.values()].sort(compareEvents);',
    to: 'return [...list, ...changed];',
    by: /V[456]/,
  },
  {
    rule: 'I2 backwards until something is met',
    file: 'src/domain/sync.ts',
    from: 'if (found) await readNewest(found.id);',
    to: 'if (found && timeline.logs.peek().threads.length === 0) await readNewest(found.id);',
    by: /V[245]/,
  },
  {
    rule: 'I6 an old snapshot removes nothing that is newer',
    file: 'src/domain/sync.ts',
    from: 'pages.forEach(mergePage);',
    to: 'timeline.clear();\n      pages.forEach(mergePage);',
    by: /V[247]/,
  },
  {
    rule: 'N6 a silent line is given up',
    file: 'src/connection/machine.ts',
    from: "    online: (state) => [{ ...state, name: 'unstable' }, [['set', 'silence', SILENCE_MS]]],\n    unstable: lose,",
    to: "    online: (state) => [{ ...state, name: 'unstable' }, []],",
    by: /N6/,
  },
];

let missed = 0;
for (const mutation of MUTATIONS) {
  const found = tryOut(mutation);
  if (!found) missed += 1;
  console.log(`${found ? '✓' : '✗'} ${mutation.rule.padEnd(52)} ${found ?? 'not found'}`);
}
console.log(`\n${MUTATIONS.length - missed} of ${MUTATIONS.length} were found`);
process.exitCode = missed > 0 ? 1 : 0;

/** What chaos said of it: the first violation that is of the right kind. */
function tryOut({ file, from, to, by }) {
  const copy = mkdtempSync(join(tmpdir(), 'natter-mutation-'));
  try {
    for (const part of ['src', 'test', '.ci', 'package.json', 'tsconfig.json']) {
      cpSync(join(root, part), join(copy, part), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    const text = readFileSync(join(copy, file), 'utf8');
    if (text.split(from).length !== 2) throw new Error(`${file} does not say once: ${from}`);
    writeFileSync(join(copy, file), text.replace(from, to));
    const { stdout } = spawnSync(process.execPath, ['.ci/chaos.mjs', '--seeds', SEEDS, '--most', '5', '--no-shrink'], {
      cwd: copy,
      encoding: 'utf8',
    });
    return stdout
      .split('\n')
      .find((line) => line.startsWith('✗') && by.test(line))
      ?.slice(2);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
