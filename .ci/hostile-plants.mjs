// `node .ci/hostile-plants.mjs`, or with the beginning of a carrier's name, after a build: takes one guard after the other
// away, each in a copy of its own, and looks whether the hostile content finds it, in a browser and by way of its carrier.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const COPIED = ['src', 'e2e', 'test', '.ci', 'dist', 'package.json', 'vite.config.ts', 'tsconfig.json'];

/** What carries it, the guard that is taken away, and the test that has to fail. */
const PLANTS = [
  {
    carrier: 'message',
    file: 'src/ui/text/TextBody.tsx',
    from: '          part.text\n        ) : (',
    to: '          <span dangerouslySetInnerHTML={{ __html: part.text }} />\n        ) : (',
    test: 'pushes, from markup-text-001',
  },
  {
    carrier: 'length of a message',
    file: 'src/ui/text/TextBody.tsx',
    from: '!isWhole && text.length > LONGEST_SHOWN',
    to: 'false',
    test: 'pushes, from phone-url-007',
  },
  {
    carrier: 'upload address',
    file: 'src/connection/http.ts',
    from: 'return /^https:',
    to: 'return address.length > 0 || /^https:',
    test: 'what a file that was sent',
  },
  {
    carrier: 'address of a button',
    file: 'src/ui/text/safe-url.ts',
    from: "  if (use !== 'link') return undefined;\n",
    to: "  if (url.protocol === 'javascript:') return url;\n  if (use !== 'link') return undefined;\n",
    test: 'pushes, from mutation-012',
  },
  {
    carrier: 'form',
    file: 'src/ui/forms/FormFieldView.tsx',
    from: 'natter-field-',
    to: '',
    test: 'pushes, from unicode-027',
  },
  {
    carrier: 'form before a chat',
    file: 'src/domain/rest/forms-around.ts',
    from: '        if (isOnline.peek()) answered(null);\n',
    to: '',
    test: 'answers before a chat',
  },
  {
    carrier: 'what the visitor types',
    file: 'src/domain/rest/split-text.ts',
    from: 'rest = rest.slice(end).trimStart();',
    to: "rest = '';",
    test: 'what the visitor types',
  },
  {
    carrier: 'app in a panel',
    file: 'src/ui/moments/messenger.ts',
    from: 'if (!source || source !== frame() || from !== origin || told[MARK] !== true) return;',
    to: 'if (!source || told[MARK] !== true) return;',
    test: 'what an app in a panel says',
  },
];

const chosen = PLANTS.filter(({ carrier }) => carrier.startsWith(process.argv[2] ?? ''));
const unseen = [];
for (const plant of chosen) {
  const copy = mkdtempSync(join(tmpdir(), 'natter-plant-'));
  try {
    for (const part of COPIED) cpSync(join(root, part), join(copy, part), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    const path = join(copy, plant.file);
    const code = readFileSync(path, 'utf8');
    if (code.split(plant.from).length !== 2)
      throw new Error(`${plant.carrier}: what is to be broken is not there once`);
    writeFileSync(
      path,
      code.replace(plant.from, () => plant.to),
    );
    const run = (...command) => spawnSync(process.execPath, command, { cwd: copy, encoding: 'utf8' });
    const built = run('.ci/build.mjs', 'frame');
    if (built.status !== 0) throw new Error(`${plant.carrier}: does not build\n${built.stderr}`);
    const test = ['test', '-c', 'e2e/playwright.config.ts', 'hostile.spec', '-g', plant.test, '--workers=1', '-x'];
    const { status, stdout } = run(join(root, 'node_modules/@playwright/test/cli.js'), ...test);
    const isSeen = status !== 0 && /\d+ failed/.test(stdout);
    const [, why = ''] = isSeen ? (/^\s*[+] {3}"(.*)",?$|^\s*Error: (.*)$/m.exec(stdout)?.filter(Boolean) ?? []) : [];
    console.log(`${isSeen ? 'seen    ' : 'NOT SEEN'} ${plant.carrier}: ${why.slice(0, 120)}`);
    if (!isSeen) unseen.push(plant.carrier);
  } finally {
    rmSync(copy, { recursive: true });
  }
}
process.exit(unseen.length > 0 ? 1 : 0);
