import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantHouse } from './planted-house';

interface Violation {
  readonly rules: readonly string[];
  readonly code: string;
}

/** Each file breaks what its `rules` say, and nothing else. */
const violations: Readonly<Record<string, Violation>> = {
  'src/domain/planted.ts': {
    rules: ['wall-of-domain'],
    code: `import type { Request } from '../protocol';\nexport type Planted = Request;`,
  },
  'src/protocol/planted.ts': {
    rules: ['wall-of-protocol'],
    code: `import '../connection';`,
  },
  'src/connection/planted.ts': {
    rules: ['wall-of-connection'],
    code: `import '../ui';`,
  },
  'src/ui/planted.tsx': {
    rules: ['wall-of-ui'],
    code: `import '../connection';`,
  },
  'src/ui/planted-past-the-door.ts': {
    rules: ['wall-of-ui'],
    code: `export type { Chat } from '../domain/types';`,
  },
  'src/ui/planted-in-a-type.tsx': {
    rules: ['wall-of-ui'],
    code: `export const Planted = (given: { gateway: import('../connection').Planted }) => <p>{String(given)}</p>;`,
  },
  'src/host/shell/planted.ts': {
    rules: ['wall-of-host/shell'],
    code: `import type { Chat } from '../../domain';\nexport type Planted = Chat;`,
  },
  'src/host/app/planted.ts': {
    rules: ['wall-of-host/app'],
    code: `import '../shell';`,
  },
  'src/host/entries/planted.ts': {
    rules: ['wall-of-host/entries'],
    code: `import '../../domain';`,
  },
  'src/sandbox/core/planted.ts': {
    rules: ['wall-of-sandbox/core'],
    code: `import type { Chat } from '../../domain';\nexport type Planted = Chat;`,
  },
  'src/sandbox/server/planted.ts': {
    rules: ['wall-of-sandbox/server'],
    code: `import '../../connection';`,
  },
  'src/sandbox/console/planted.ts': {
    rules: ['wall-of-sandbox/console'],
    code: `import '../../ui';`,
  },
  'src/planted-room/planted.ts': {
    rules: ['rooms-only'],
    code: `import '../domain';`,
  },
  'src/host/entries/planted-at-once.ts': {
    rules: ['app-comes-later'],
    code: `import '../app';`,
  },
  'src/host/shell/planted-package.ts': {
    rules: ['shell-has-no-packages'],
    code: `import '@preact/signals-core';`,
  },
  'src/host/entries/planted-drawing.ts': {
    rules: ['entries-draw-nothing'],
    code: `import 'preact';`,
  },
  'src/host/entries/planted-react.ts': {
    rules: ['react-in-one-file'],
    code: `import 'react';`,
  },
  'src/host/app/planted-entry.ts': {
    rules: ['entries-are-ends', 'wall-of-host/app'],
    code: `import '../entries/planted';`,
  },
  'src/sandbox/server/planted-entry.ts': {
    rules: ['entries-are-ends'],
    code: `import './cli';`,
  },
  'src/sandbox/core/planted-codec.ts': {
    rules: ['contract-is-types-only'],
    code: `import { planted } from '../../protocol/wire/planted';\nexport const again = planted;`,
  },
  'src/domain/planted-framework.ts': {
    rules: ['no-framework-below-ui'],
    code: `import '@preact/signals';`,
  },
  'src/connection/planted-package.ts': {
    rules: ['no-framework-below-ui'],
    code: `import type { WebSocket } from 'ws';\nexport type Planted = WebSocket;`,
  },
  'src/protocol/planted-signal.ts': {
    rules: ['protocol-is-pure'],
    code: `import '@preact/signals-core';`,
  },
  'src/ui/planted-package.ts': {
    rules: ['packages-of-the-ui'],
    code: `import 'planted-package';`,
  },
  'src/sandbox/server/planted-package.ts': {
    rules: ['packages-of-the-sandbox'],
    code: `import 'planted-package';`,
  },
  'src/sandbox/core/planted-package.ts': {
    rules: ['core-has-no-packages'],
    code: `import 'ws';`,
  },
  'src/ui/planted-html.ts': {
    rules: ['one-door-for-html'],
    code: `import 'dompurify';`,
  },
  'src/ui/planted-node.ts': {
    rules: ['node-only-in-the-server'],
    code: `import 'node:fs';`,
  },
  'src/ui/planted-ring-a.ts': {
    rules: ['no-rings'],
    code: `import type { B } from './planted-ring-b';\nexport type A = B | 1;`,
  },
  'src/ui/planted-nowhere.ts': {
    rules: ['nothing-unresolved'],
    code: `import './planted-but-not-there';`,
  },
  'src/ui/planted-test.ts': {
    rules: ['src-knows-no-tests'],
    code: `import '../../test/planted';`,
  },
  'e2e/planted.ts': {
    rules: ['e2e-from-outside'],
    code: `import '../src/domain';`,
  },
  'test/matrix/planted.ts': {
    rules: ['matrix-from-outside'],
    code: `import '../../src/sandbox/core';`,
  },
};

/** These look like some of the above, and are allowed. */
const allowed: Readonly<Record<string, string>> = {
  'src/ui/planted-allowed.tsx': `import '../domain';\nimport 'preact';\nimport '@preact/signals';`,
  'src/ui/text/sanitise.ts': `import 'dompurify';`,
  'src/host/app/planted-allowed.ts': `import type { Visibility } from '../shell/contract';\nexport type Planted = Visibility;`,
  'src/host/entries/planted-allowed.ts': `import '../shell';\nvoid import('../app');`,
  'src/host/entries/frame.ts': `import '../app';`,
  'src/host/entries/react.ts': `import 'react';`,
  'src/host/entries/preact.tsx': `import 'preact';`,
  'src/sandbox/core/planted-allowed.ts': `import type { Request } from '../../protocol/wire/envelope';\nexport type { Push } from '../../protocol/wire/envelope';\nexport type Planted = Request;`,
  'src/sandbox/server/planted-allowed.ts': `import '../core';\nimport 'ws';\nimport 'node:http';`,
  'e2e/planted-allowed.ts': `import '../src/sandbox/server';`,
  'test/planted-allowed.ts': `import '../src/domain/types';\nimport 'node:fs';`,
};

/** What the planted imports lead to. Doors of rooms that have none yet are made. */
const targets: Readonly<Record<string, string>> = {
  'test/planted.ts': `export {};`,
  'src/ui/planted-ring-b.ts': `export type { A as B } from './planted-ring-a';`,
  'src/protocol/wire/planted.ts': `export const planted = 1;`,
  ...packageAt('react'),
  ...packageAt('dompurify'),
  ...packageAt('planted-package'),
  ...doorsThatAreMissing(),
};

function packageAt(name: string) {
  return {
    [`node_modules/${name}/package.json`]: `{ "name": "${name}", "version": "1.0.0", "main": "index.js" }`,
    [`node_modules/${name}/index.js`]: `module.exports = {};`,
  };
}

function doorsThatAreMissing() {
  const rooms = ['domain', 'protocol', 'connection', 'ui', 'host/shell', 'host/app', 'sandbox/core', 'sandbox/server'];
  const doors = [...rooms.map((room) => `src/${room}/index.ts`), 'src/sandbox/server/cli.ts'];
  const missing = doors.filter((door) => !existsSync(resolve(import.meta.dirname, '../..', door)));
  return Object.fromEntries(missing.map((door) => [door, `export {};`]));
}

describe('walls between the rooms', () => {
  const found = new Map<string, Set<string>>();
  let house: ReturnType<typeof plantHouse>;

  beforeAll(() => {
    const broken = Object.fromEntries(Object.entries(violations).map(([path, { code }]) => [path, code]));
    house = plantHouse({ ...targets, ...allowed, ...broken });
    for (const [, rule, from] of house.run('.ci/walls.mjs').matchAll(/^([\w/-]+): (\S+) → /gm)) {
      found.set(from!, (found.get(from!) ?? new Set()).add(rule!));
    }
  }, 30_000);
  afterAll(() => house.tearDown());

  it.each(Object.entries(violations))('%s is refused', (path, { rules }) => {
    expect([...(found.get(path) ?? [])].sort()).toEqual([...rules].sort());
  });

  it.each(Object.keys(allowed))('%s is allowed', (path) => {
    expect(found.get(path)).toBeUndefined();
  });

  it('has a violation for each rule', async () => {
    const config = await import(new URL('../../.ci/dependency-cruiser.mjs', import.meta.url).href);
    const names = (config.default as { forbidden: { name: string }[] }).forbidden.map(({ name }) => name);
    const shown = new Set(Object.values(violations).flatMap(({ rules }) => rules));
    expect(names.filter((name) => !shown.has(name))).toEqual([]);
  });
});
