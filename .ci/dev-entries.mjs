// Part of the dev server: serves the entries from source under the addresses that they have when built.
import { readFile } from 'node:fs/promises';
import { posix, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '..');

export function devEntries() {
  return {
    name: 'natter:dev-entries',
    apply: 'serve',

    // A page's own links are relative to its folder in the source tree, and its address is somewhere else.
    transformIndexHtml: {
      order: 'pre',
      handler: (html, { path }) => html.replaceAll(/ (src|href)="\.\//g, ` $1="${posix.dirname(path)}/`),
    },

    configureServer(server) {
      // The loader is a classic script in no module graph, so nobody but us sees it change.
      const isLoader = (file) => /[/]src[/]host[/](?:shell|entries[/]loader)/.test(file);
      server.watcher.on('change', (file) => isLoader(file) && server.ws.send({ type: 'full-reload' }));

      const answer = {
        '/loader.js': async () => ['text/javascript', await buildLoader()],
        '/frame.html': async () => ['text/html', await readPage(server, '/src/host/entries/frame.html')],
        '/playground': async () => ['text/html', await readPage(server, '/index.html')],
      };
      server.middlewares.use(async (request, response, next) => {
        const answerIt = answer[new URL(request.url, 'http://localhost').pathname];
        if (!answerIt) return next();
        try {
          const [type, body] = await answerIt();
          response.setHeader('content-type', type);
          response.setHeader('cache-control', 'no-store');
          response.end(body);
        } catch (error) {
          next(error);
        }
      });
    },
  };
}

/** Bundled on each request, some 50 ms: the same classic script as a customer gets. */
async function buildLoader() {
  const { output } = await build({
    mode: 'loader',
    configFile: resolve(root, 'vite.config.ts'),
    build: { write: false, minify: false, sourcemap: 'inline' },
  });
  return output[0].code;
}

async function readPage(server, path) {
  return server.transformIndexHtml(path, await readFile(resolve(root, `.${path}`), 'utf8'));
}
