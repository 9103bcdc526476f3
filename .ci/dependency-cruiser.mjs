// The walls between the rooms that the compiler does not see. The comment of a rule is what one reads when it fails.

// Every area, and the areas whose front door (index.ts) it may use.
const MAY_USE = {
  domain: [],
  protocol: ['domain'],
  connection: ['domain', 'protocol'],
  ui: ['domain'],
  'host/shell': [],
  'host/app': ['domain', 'protocol', 'connection', 'ui'],
  'host/entries': ['host/shell', 'host/app'],
  'sandbox/core': [],
  'sandbox/server': ['sandbox/core'],
  'sandbox/console': [],
};

// Doors beside the front door.
const ALSO = {
  'host/app': ['^src/host/shell/contract[.]ts$'], // what page and app say to each other
  'sandbox/core': ['^src/protocol/wire/'], // the shape of the wire, and no code: see `contract-is-types-only`
};

const areas = Object.keys(MAY_USE).join('|');
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const packages = (...names) => `node_modules/(?:@types/)?(?:${names.join('|')})/`;

const walls = Object.entries(MAY_USE).map(([area, allowed]) =>
  rule(
    `wall-of-${area}`,
    `src/${area} may use ${allowed.join(', ') || 'no other area'}, and only through index.ts.`,
    { path: `^src/${area}/` },
    {
      path: `^src/(?:${areas})/`,
      pathNot: [`^src/${area}/`, ...allowed.map((name) => `^src/${name}/index[.]ts$`), ...(ALSO[area] ?? [])],
    },
  ),
);

export default {
  forbidden: [
    ...walls,
    rule(
      'rooms-only',
      'A file lives in a room: src/<room>/… A new room needs a row in .ci/dependency-cruiser.mjs first.',
      { path: '^src/', pathNot: [`^src/(?:${areas})/`, '^src/sandbox/shop/'] },
      {},
    ),
    rule(
      'app-comes-later',
      'Use import(): a page pays for the app when somebody wants to chat.',
      { path: '^src/host/entries/', pathNot: '^src/host/entries/frame[.]ts$' },
      { path: '^src/host/app/', dynamic: false },
    ),
    rule(
      'shell-has-no-packages',
      'All that a page pays at once is in src/host/shell: 5 KB.',
      { path: '^src/host/shell/' },
      { path: 'node_modules/' },
    ),
    rule(
      'entries-draw-nothing',
      'An entry starts the shell and mounts the app. Drawing is in src/ui.',
      { path: '^src/host/entries/', pathNot: '^src/host/entries/preact[.]tsx$' },
      { path: 'node_modules/@?preact' },
    ),
    rule(
      'react-in-one-file',
      'Only the React adapter knows React.',
      { path: '^src/', pathNot: '^src/host/entries/react[.]ts$' },
      { path: packages('react', 'react-dom') },
    ),
    rule(
      'entries-are-ends',
      'An entry runs when imported, so nothing imports it.',
      { path: '^src/', pathNot: '^src/host/entries/element-define[.]ts$' },
      { path: '^src/host/entries/|^src/sandbox/server/cli[.]ts$' },
    ),
    rule(
      'contract-is-types-only',
      'Two ends of a wire share its shape. If they share code, they share its mistakes.',
      { path: '^src/sandbox/' },
      { path: '^src/protocol/', dependencyTypesNot: ['type-only', 'type-import'] },
    ),
    rule(
      'no-framework-below-ui',
      'domain, protocol and connection live without a screen.',
      { path: '^src/(?:domain|protocol|connection)/' },
      { path: 'node_modules/', pathNot: packages('@preact/signals-core') },
    ),
    rule(
      'protocol-is-pure',
      'No state and no packages between the wire and the domain.',
      { path: '^src/protocol/' },
      { path: 'node_modules/' },
    ),
    rule(
      'packages-of-the-ui',
      'A visitor pays for each package. The window is made of Preact and signals; another one needs a decision.',
      { path: '^src/(?:ui|host/app|sandbox/console)/' },
      { path: 'node_modules/', pathNot: packages('preact', '@preact/signals', '@preact/signals-core', 'dompurify') },
    ),
    rule(
      'packages-of-the-sandbox',
      'The sandbox runs next to the page of somebody else: Node, sockets and uploads, no more. Its core has nothing at all.',
      { path: '^src/sandbox/(?:core|server)/', pathNot: '^src/sandbox/server/vite[.]ts$' },
      { path: 'node_modules/', pathNot: packages('ws', 'sockjs', 'busboy', 'node') },
    ),
    rule(
      'core-has-no-packages',
      'The sandbox core runs in a simulation, and needs nothing for it.',
      { path: '^src/sandbox/core/' },
      { path: 'node_modules/' },
    ),
    rule(
      'one-door-for-html',
      'All HTML goes through the sanitiser’s one module.',
      { path: '^src/', pathNot: '^src/ui/text/sanitise[.]ts$' },
      { path: packages('dompurify') },
    ),
    rule(
      'node-only-in-the-server',
      'Only the server of the sandbox runs in Node. All else runs in a browser, or in a simulation.',
      { path: '^src/', pathNot: '^src/sandbox/server/' },
      { dependencyTypes: ['core'] },
    ),
    rule('no-rings', 'Also not by import type. What two need lives below both.', {}, { circular: true }),
    rule(
      'nothing-unresolved',
      'This import leads nowhere, so no wall can judge it.',
      {},
      { couldNotResolve: true, pathNot: '^virtual:' },
    ),
    rule('src-knows-no-tests', 'Test code stays in test.', { path: '^src/' }, { path: '^(?:test|e2e)/' }),
    rule(
      'e2e-from-outside',
      'End-to-end tests see pixels and frames, as users do. What the matrix causes and expects on the wire is frames.',
      { path: '^e2e/' },
      {
        path: '^(?:src|test)/',
        pathNot:
          '^src/sandbox/(?:core|server)/index[.]ts$|^test/(?:matrix/|support/(?:(?:foreign-certificate|hostile-corpus)[.]ts$|faulty-proxy/index[.]ts$))',
      },
    ),
    rule(
      'matrix-from-outside',
      'The matrix knows frames only, so that nothing of ours can agree with itself.',
      { path: '^test/matrix/', pathNot: '[.]test[.]ts$' },
      { path: '^(?:src|e2e)/' },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // Packages of ES modules only have no other door, and an import that leads nowhere passes by all walls.
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
    exclude: { path: '^src/sandbox/shop/' },
  },
};
