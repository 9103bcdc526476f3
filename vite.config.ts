import { readdirSync, readFileSync } from 'node:fs';
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

/** Names are what packs worst, and 36 bits tell our builds apart. */
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

/** The loader stays one classic script; what it imports later lies beside it, and is found from its own address. */
function laterBesideLoader(): Plugin {
  let isWritten = true;
  return {
    name: 'later-beside-loader',
    configResolved(config) {
      // The dev server asks for one text with everything in it.
      isWritten = config.build.write;
    },
    resolveDynamicImport(source) {
      if (!isWritten || source !== './window') return null;
      const chunk = readdirSync(at('dist/assets')).find((file) => /^window-.*[.]js$/.test(file));
      if (!chunk) throw new Error('Build the target `window` before the loader.');
      return { id: `./assets/${chunk}`, external: true };
    },
  };
}

/** The minifier is most of a build, as it has to be. */
const noTimings = { bundlerTimings: false };

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

  test: () => ({
    test: { include: ['test/**/*.test.{ts,tsx}'], environment: 'node' },
  }),
};

export default defineConfig(async ({ mode }) => {
  const target = targets[mode];
  if (!target) throw new Error(`No target for --mode ${mode}. There are: ${Object.keys(targets).join(', ')}`);
  return { ...shared, ...(await target()) };
});
