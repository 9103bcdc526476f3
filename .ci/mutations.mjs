// `node .ci/mutations.mjs`, or with the beginning of a rule's name: breaks one rule after the other, each in a copy of its
// own, and looks whether chaos finds it. A rule that could be broken without anybody noticing is a hope.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const SEEDS = '300';

/** What is broken, where, and the invariant of chaos that has to find it, or else the test. */
const MUTATIONS = [
  {
    rule: 'O2 stored before the composer is cleared',
    file: 'src/domain/outbox.ts',
    from: 'isKept.value = unconfirmed.length === 0 || ports.store.write(name, unconfirmed);',
    to: 'isKept.value = true;',
    by: 'V1',
  },
  {
    rule: 'O2 the composer is empty once it is sent',
    file: 'src/domain/session.ts',
    from: '        draft.clear();\n',
    to: '',
    by: 'V13',
  },
  {
    rule: 'O3 one at a time, first in, first out',
    file: 'src/domain/outbox.ts',
    from: "const first = items.value.find(({ state }) => state !== 'refused' && state !== 'accepted');",
    to: "const first = items.value.filter(({ state }) => state === 'queued').at(-1);",
    by: 'V6',
  },
  {
    rule: 'O5 look before you send again',
    file: 'src/domain/sender.ts',
    from: 'if (doubtful) lookBeforeSendingAgain(doubtful.customId);',
    to: 'if (doubtful) outbox.requeue(doubtful.customId);',
    by: 'V3',
  },
  {
    rule: 'O6 an own text and its echo are one',
    file: 'src/domain/session.ts',
    from: 'outbox.forget(timeline.sent.value)',
    to: 'timeline.sent.value',
    by: 'V2',
  },
  {
    rule: 'O7 what passes by itself is tried again',
    file: 'src/connection/refusal-of.ts',
    from: "['internal', 'not-now'],",
    to: "['internal', 'other'],",
    by: 'V2',
  },
  {
    rule: 'G5 sent means that the service has it',
    file: 'src/domain/list-items.ts',
    from: "if (item.state === 'accepted') return 'sent';",
    to: "if (item.state === 'accepted' || item.state === 'in-flight') return 'sent';",
    by: 'V7',
  },
  {
    rule: 'G8 an outbox for each customer',
    file: 'src/domain/outbox.ts',
    from: "customer ?? 'new'",
    to: "customer ? 'all' : 'new'",
    by: 'V9',
  },
  {
    rule: 'G8 a draft for each customer',
    file: 'src/domain/rest/shared-draft.ts',
    from: 'const isOfAnother = draft.author !== me;',
    to: 'const isOfAnother = false;',
    by: 'V9',
  },
  {
    rule: 'G9 one tab rings',
    file: 'src/ui/notices/ring-once.ts',
    from: 'if (rang.some(([why, at]) => why === reason && !isOver(at))) return false;',
    to: '',
    by: 'V11',
  },
  {
    rule: 'G9 what was read in one tab is read in all',
    file: 'src/domain/rest/unread.ts',
    from: 'const mark = computed(() => (isAfter(seenHere.value, toldUpTo.value) ? seenHere.value : toldUpTo.value));',
    to: 'const mark = computed(() => seenHere.value);',
    by: 'V(8|11)',
  },
  {
    rule: 'G6 the state of the chat, not only its messages',
    file: 'src/domain/sync.ts',
    from: 'return chat.set({ ...found, threadId: found.lastThreadId });',
    to: 'return chat.id.peek() === found.id || chat.set({ ...found, threadId: found.lastThreadId });',
    by: 'V8',
  },
  {
    rule: 'I1 merging the same again changes nothing',
    file: 'src/domain/thread-logs.ts',
    from: 'for (const event of changed) byId.set(event.id, event);\n  return [...byId.values()].sort(compareEvents);',
    to: 'return [...list, ...changed].sort(compareEvents);',
    by: 'V5',
  },
  {
    rule: 'I1 sorted, in whatever order it came',
    file: 'src/domain/thread-logs.ts',
    from: 'return [...byId.values()].sort(compareEvents);',
    to: 'return [...byId.values()];',
    by: 'V[46]',
  },
  {
    rule: 'I2 backwards until something is met',
    file: 'src/domain/sync.ts',
    from: 'if (found) await readNewest(found.id);',
    to: 'if (found && timeline.logs.peek().threads.length === 0) await readNewest(found.id);',
    by: 'V[245]',
  },
  {
    rule: 'I4 a deletion is remembered',
    file: 'src/domain/rest/change-logs.ts',
    from: 'const deleted = forgetOldest(new Map(logs.deleted).set(eventId, noteInPlace));',
    to: 'const { deleted } = logs;',
    by: 'V4',
  },
  {
    rule: 'I4 an edit wins over what history tells later',
    file: 'src/domain/thread-logs.ts',
    from: '?? logs.edits.get(event.id) ?? event',
    to: '?? event',
    test: 'test/domain/merge-laws.test.ts',
  },
  {
    rule: 'I5 typing ends',
    file: 'src/domain/rest/typing.ts',
    from: 'FORGET_AFTER_MS = 8_000',
    to: 'FORGET_AFTER_MS = 80_000_000',
    by: 'I5',
  },
  {
    rule: 'I6 an old snapshot removes nothing that is newer',
    file: 'src/domain/sync.ts',
    from: 'pages.forEach(mergePage);',
    to: 'timeline.clear();\n      pages.forEach(mergePage);',
    by: 'V[247]',
  },
  {
    rule: 'N6 a silent line is given up',
    file: 'src/connection/machine.ts',
    from: "    online: (state) => [{ ...state, name: 'unstable' }, [['set', 'silence', SILENCE_MS]]],\n    unstable: lose,",
    to: "    online: (state) => [{ ...state, name: 'unstable' }, []],",
    by: 'N6',
  },
  {
    rule: 'N6 what is sent is no sign of life',
    file: 'src/connection/machine.ts',
    from: "state.isAsking ? [state, [['ping']]]",
    to: "state.isAsking ? [state, [['ping'], ['set', 'silence', SILENCE_MS]]]",
    by: 'N6',
  },
  {
    rule: 'N5 what does not open is given up',
    file: 'src/connection/machine.ts',
    from: 'deadline: { connecting: lose, authorising: lose },',
    to: 'deadline: {},',
    by: 'N5',
  },
  {
    rule: 'N11 never two sockets',
    file: 'src/connection/connection.ts',
    from: '      socket?.close();\n',
    to: '',
    by: 'V10',
  },
  {
    rule: 'G7 nothing is left behind',
    file: 'src/domain/outbox.ts',
    from: 'dispose: () => cancelPause(),',
    to: 'dispose: () => {},',
    by: 'V12',
  },
  {
    rule: 'N1 jitter',
    file: 'src/connection/backoff.ts',
    from: 'return random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** (n - 1));',
    to: 'return Math.min(LONGEST_MS, FIRST_MS * 2 ** (n - 1));',
    test: 'test/simulation/crowd.test.ts',
  },
  {
    rule: 'N1 a ceiling',
    file: 'src/connection/backoff.ts',
    from: 'Math.min(LONGEST_MS, FIRST_MS * 2 ** (n - 1))',
    to: 'FIRST_MS * 2 ** (n - 1)',
    test: 'test/simulation/crowd.test.ts',
  },
  {
    rule: 'N2 the count starts anew when the line is stable, not before',
    file: 'src/connection/machine.ts',
    from: 'const failures = state.failures + 1;',
    to: 'const failures = 1;',
    test: 'test/simulation/crowd.test.ts',
  },
  {
    rule: 'T1 who is frozen loses the line',
    file: 'src/connection/tabs/tabs.ts',
    from: 'if (wantsLine && !held) request({ steal: true });',
    to: 'if (wantsLine && !held) waitForLock();',
    test: 'test/connection/tabs/tabs.test.ts',
  },
  {
    rule: 'T2 what a tab slept over is not done any more',
    file: 'src/connection/tabs/serve.ts',
    from: 'if (age >= 0 && age < STALE_MS) void',
    to: 'if (age >= 0) void',
    test: 'test/connection/tabs/tabs.test.ts',
  },
  {
    rule: 'T3 who lost the lock has no line',
    file: 'src/connection/tabs/tabs.ts',
    from: 'if (held === claim) lose();',
    to: 'if (held === claim) waitForLock();',
    test: 'test/connection/tabs/tabs.test.ts',
  },
  {
    rule: 'T4 a tab that goes frees the lock',
    file: 'src/connection/tabs/tabs.ts',
    from: '    held?.letGo();\n',
    to: '',
    test: 'test/connection/tabs/tabs.test.ts',
  },
  {
    rule: 'O3 what another page has is its own, whenever its lock is got',
    file: 'src/host/app/inherit.ts',
    from: '    count += 1;\n',
    to: '',
    test: 'test/host/app/inherit.test.ts',
  },
  {
    rule: 'O3 a page that is gone has heirs',
    file: 'src/domain/rest/adopt.ts',
    from: 'if (orphans.length > 0) outbox.keep(all);',
    to: '',
    by: 'V[12]',
  },
  {
    rule: 'X14 an upload that goes no further is given up',
    file: 'src/connection/http.ts',
    from: 'const STALLED_MS = 120_000;',
    to: 'const STALLED_MS = 1_200_000;',
    test: 'test/connection/upload-stall.test.ts',
  },
  {
    rule: 'O10 a file waits for its owner',
    file: 'src/host/app/file-shelf.ts',
    from: 'kept.owner === owner && !mine.has(kept.customId)',
    to: 'kept.owner === owner && kept.view !== view',
    by: 'O10',
  },
  {
    rule: 'O10 a file outlives its page',
    file: 'src/domain/rest/kept-files.ts',
    from: 'if (files.length > 0) left.value = files;',
    to: '',
    by: 'O10',
  },
  {
    rule: 'O10 a file that may have arrived is looked for',
    file: 'src/domain/rest/kept-files.ts',
    from: 'begin: (file: OutgoingFile) => (shelf ? write(file, true) : undefined),',
    to: 'begin: (file: OutgoingFile) => (shelf ? write(file, false) : undefined),',
    test: 'test/domain/kept-files.test.ts',
  },
  {
    rule: 'O10 a file keeps its name',
    file: 'src/domain/rest/kept-files.ts',
    from: 'learn(found, customId, at)',
    to: 'learn(found, newCustomId(), at)',
    test: 'test/domain/kept-files.test.ts',
  },
];

const chosen = MUTATIONS.filter(({ rule }) => rule.startsWith(process.argv[2] ?? ''));
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
