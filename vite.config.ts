import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Plugin, runnerImport } from 'vite';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { devEntries } from './.ci/dev-entries.mjs';

type SandboxModule = { sandbox: () => Plugin };

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as { version: string };

const shared = {
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // Two copies of signals do not see each other's reads.
  resolve: { dedupe: ['preact', '@preact/signals', '@preact/signals-core'] },
  define: { __VERSION__: JSON.stringify(version) },
  logLevel: 'warn',
} satisfies ViteUserConfig;

const browsers = ['chrome92', 'edge92', 'firefox92', 'safari15.4'];

/**
 * A dynamic import that is only that: nothing that we fetch later has a style sheet or other chunks to fetch with it, so
 * the helper that would look after them is 1 KB that a visitor need not pay.
 */
const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'post',
  transform: {
    filter: { id: /vite\/preload-helper/ },
    handler: () => 'export const __vitePreload = (load) => load();',
  },
};

/** Names are what packs worst, and 36 bits tell our builds apart. A build of more than 64 pieces would need one more. */
const shortNames = {
  entryFileNames: 'assets/[name]-[hash:6].js',
  chunkFileNames: 'assets/[name]-[hash:6].js',
};

/** A module of our own origin is fetched the same with and without `crossorigin`, which every visitor would pay for. */
const ownScript: Plugin = {
  name: 'own-script',
  transformIndexHtml: { order: 'post', handler: (html) => html.replace(' crossorigin', '') },
};

/** Two passes find 2 % more than the bundler's own minifier; every visitor pays for each. */
const smallest = {
  minify: 'terser',
  terserOptions: { module: true, ecma: 2020, compress: { passes: 3, pure_getters: true, keep_fargs: false } },
} satisfies ViteUserConfig['build'];

/**
 * The loader stays one classic script; what it imports later lies beside it. It has to say where: in a classic script of
 * another origin a path is relative to nothing.
 */
function laterBesideLoader(): Plugin {
  let isWritten = true;
  return {
    name: 'later-beside-loader',
    enforce: 'pre',
    configResolved(config) {
      // The dev server asks for one text with everything in it.
      isWritten = config.build.write;
    },
    transform: {
      filter: { id: /\/host\/shell\/shell[.]ts$/ },
      handler(code) {
        if (!isWritten) return null;
        const chunk = readdirSync(at('dist/assets')).find((file) => /^window-.*[.]js$/.test(file));
        if (!chunk) throw new Error('Build the target `window` before the loader.');
        const later = code.replaceAll(
          "import('./window')",
          `import(/* @vite-ignore */ new URL('assets/${chunk}', script.src))`,
        );
        if (later === code) throw new Error('Nothing is loaded later, or it is not said as it was.');
        return { code: later, map: null };
      },
    },
  };
}

/** The minifier is most of a build, as it has to be. */
const noTimings = { bundlerTimings: false };

/** In a package the app is not beside our script: it draws in the page. */
const inPage: Plugin = {
  name: 'in-page',
  enforce: 'pre',
  resolveId(source, importer) {
    if (source !== './surface' || !importer?.endsWith('/shell/window/line.ts')) return null;
    return at('src/host/shell/inline/surface.ts');
  },
};

/** Of packages that the page has itself, there must be one copy. The app has its own, which is none of the page's business. */
const ofThePage = (id: string, importer: string | undefined) =>
  /^(react|preact)($|\/)/.test(id) && /\/host\/entries\//.test(importer ?? '');

/** As a library, or there would be names in it that Vite keeps for itself, and refuses to find in what it bundles. */
const entries = (...files: readonly string[]) => ({
  entry: Object.fromEntries(files.map((file) => [file.replace(/[.]tsx?$/, ''), at(`src/host/entries/${file}`)])),
  formats: ['es' as const],
});

const library = {
  outDir: at('dist/npm'),
  emptyOutDir: false,
  target: 'es2022',
  modulePreload: false,
  // For the bundler of the page to make small, and for its author to read.
  minify: false,
} satisfies ViteUserConfig['build'];

/** Where LiveChat's adapters find the script is written in them. Whoever bundles them can write something else. */
const ownAddress: Plugin = {
  name: 'own-address',
  transform: {
    filter: { code: 'https://cdn.livechatinc.com/tracking.js' },
    handler: (code) => code.replace('https://cdn.livechatinc.com/tracking.js', '/loader.js'),
  },
};

/** Top-level await is what a module of today may have. */
const browsersOfPages = 'es2022';

const pagesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('index.html'))
    .map((file) => `${folder}/${file}`);

/** One target for each `--mode`. `.ci/build.mjs` cleans `dist` and builds those that belong to the product. */
const targets: Record<string, () => ViteUserConfig | Promise<ViteUserConfig>> = {
  /** The page in the iframe, and the app with it. The root is its folder, so that it lands at the top of `dist`. */
  frame: () => ({
    root: at('src/host/entries'),
    base: './',
    plugins: [plainImports, ownScript],
    build: {
      ...smallest,
      outDir: at('dist'),
      emptyOutDir: false,
      target: browsers,
      modulePreload: { polyfill: false },
      sourcemap: 'hidden',
      rolldownOptions: {
        checks: noTimings,
        input: at('src/host/entries/frame.html'),
        // What is needed at first, in one piece: it packs better, and nothing of it is fetched for its own sake.
        output: { ...shortNames, codeSplitting: { groups: [{ name: 'app', tags: ['$initial'] }] } },
      },
    },
  }),

  /** What the loader needs of its own side of the page when somebody wants to chat. A small screen needs a chunk more. */
  window: () => ({
    plugins: [plainImports],
    build: {
      ...smallest,
      outDir: at('dist'),
      emptyOutDir: false,
      target: browsers,
      modulePreload: false,
      sourcemap: 'hidden',
      rolldownOptions: {
        checks: noTimings,
        input: { window: at('src/host/shell/window/index.ts') },
        preserveEntrySignatures: 'strict',
        output: shortNames,
      },
    },
  }),

  /** The script of a page: alone, or it would share chunks with others and be more than one request. */
  loader: () => ({
    plugins: [plainImports, laterBesideLoader()],
    build: {
      ...smallest,
      terserOptions: { ...smallest.terserOptions, module: false, toplevel: true },
      outDir: at('dist'),
      emptyOutDir: false,
      target: 'es2020',
      modulePreload: false,
      sourcemap: 'hidden',
      rolldownOptions: {
        checks: noTimings,
        input: at('src/host/entries/loader.ts'),
        output: { format: 'iife', entryFileNames: 'loader.js', codeSplitting: false },
      },
    },
  }),

  /** The ways in for bundlers. What they have in common is in chunks beside them. */
  npm: () => ({
    plugins: [inPage],
    build: {
      ...library,
      lib: entries('core.ts', 'preact.tsx', 'react.ts', 'element.ts', 'element-define.ts'),
      rolldownOptions: {
        checks: noTimings,
        external: ofThePage,
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash:6].js' },
      },
    },
  }),

  /** Apart, since its signals are those of the page. */
  headless: () => ({
    build: {
      ...library,
      lib: entries('headless.ts'),
      rolldownOptions: {
        checks: noTimings,
        external: ['@preact/signals-core'],
        output: { entryFileNames: '[name].js', chunkFileNames: 'headless/[name]-[hash:6].js' },
      },
    },
  }),

  /** A page for each way of embedding, made with what `npm` and `headless` have built. */
  examples: () => ({
    root: at('examples'),
    base: './',
    plugins: [ownAddress],
    // As the package's `exports` do it.
    resolve: {
      alias: [
        { find: /^natter$/, replacement: at('dist/npm/core.js') },
        { find: 'natter/element/define', replacement: at('dist/npm/element-define.js') },
        { find: /^natter\/(.*)$/, replacement: at('dist/npm/$1.js') },
      ],
    },
    build: {
      outDir: at('dist/sandbox/examples'),
      emptyOutDir: true,
      target: browsersOfPages,
      rolldownOptions: { checks: noTimings, input: pagesIn(at('examples')) },
    },
  }),

  console: () => ({
    root: at('src/sandbox/console'),
    base: '/agent/',
    build: { outDir: at('dist/sandbox/console'), emptyOutDir: true, target: browsers },
  }),

  /** Runs in Node: the command line, and the library for tests and servers of others. */
  sandbox: () => ({
    ssr: { external: ['ws'] },
    build: {
      ssr: true,
      outDir: at('dist/sandbox'),
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: { cli: at('src/sandbox/server/cli.ts'), index: at('src/sandbox/server/index.ts') },
        output: { entryFileNames: '[name].js', chunkFileNames: 'server-[hash].js' },
      },
    },
  }),

  /** Every way of embedding, every state by name. Only on demand. */
  playground: () => ({
    base: './',
    build: { outDir: at('dist/playground'), emptyOutDir: true, target: browsers },
  }),

  /** `npm run dev`: all on one port, from source. */
  development: async () => {
    // Not an import: a build would take the sandbox into its configuration.
    const { module } = await runnerImport<SandboxModule>(at('src/sandbox/server/vite.ts'));
    return {
      appType: 'custom',
      publicDir: at('src/sandbox/shop'), // pictures and styles of the shop, at `/`
      logLevel: 'info',
      server: { port: Number(process.env['PORT'] ?? 4173) },
      plugins: [devEntries(), module.sandbox()],
    };
  },

  test: async () => {
    const { BaseSequencer } = await import('vitest/node');
    /** Without a cache the largest file comes first, and what a small one simulates would be left for one core alone. */
    class LongestFirst extends BaseSequencer {
      override async sort(files: Parameters<BaseSequencer['sort']>[0]) {
        const isLong = ({ moduleId }: (typeof files)[number]) =>
          /test\/simulation\/|real-sockets|matrix/.test(moduleId);
        const sorted = await super.sort(files);
        return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
      }
    }
    return {
      test: {
        include: ['test/**/*.test.{ts,tsx}'],
        environment: 'node',
        sequence: { sequencer: LongestFirst },
        // One core less is the default. The main process has next to nothing to do while files run.
        maxWorkers: availableParallelism(),
        // For busy cores, as in `e2e`: no test is about how long it takes.
        setupFiles: ['test/support/patience.ts'],
        testTimeout: 30_000,
        hookTimeout: 30_000,
      },
    };
  },
};

export default defineConfig(async ({ mode }) => {
  const target = targets[mode];
  if (!target) throw new Error(`No target for --mode ${mode}. There are: ${Object.keys(targets).join(', ')}`);
  return { ...shared, ...(await target()) };
});
