import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin, ViteDevServer } from 'vite';
import { isApiPath } from './api';
import { insertAgents } from './pages';
import { createService, type Service } from './service';
import { shopPage } from './shop';
import { answerStatic } from './static';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const CONSOLE = 'src/sandbox/console';
const SHOP = 'src/sandbox/shop';
// They are made of the package, so here they are as the last build has left them.
const EXAMPLES = 'dist/sandbox/examples';

/** The sandbox inside the dev server: the same paths on the same port. Vite keeps its own socket. */
export function sandbox(): Plugin {
  return {
    name: 'sandbox',
    apply: 'serve',
    configureServer(vite) {
      const service = createService({ warn: (message) => vite.config.logger.warn(message) });
      vite.httpServer?.on('upgrade', (request, socket, head) => {
        service.upgrade(request, socket, head);
      });
      // Not an event of the server below: it waits for our sockets before it says that it is closed.
      const close = vite.close.bind(vite);
      vite.close = async () => {
        await service.close();
        await close();
      };
      vite.middlewares.use((request, response, next) => {
        answer(vite, service, request, response).then(
          (isAnswered) => isAnswered || next(),
          (error: unknown) => next(error),
        );
      });
    },
  };
}

async function answer(
  vite: ViteDevServer,
  service: Service,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const url = request.url ?? '/';
  const path = url.split(/[?#]/)[0] ?? '/';
  if (isApiPath(path)) return service.answer(request, response);
  if (/^\/agent\/?$/.test(path)) {
    return sendPage(vite, response, CONSOLE, 'index.html', (html) => insertAgents(html, service.core.settings));
  }
  if (/^\/examples(?:\/|$)/.test(path)) return sendFolder('/examples', EXAMPLES, request, response);
  if (path === '/' || /^(?:\/[\w-]+)+\.html$/.test(path)) {
    const around = (await read(join(ROOT, SHOP, 'around.html'))) ?? '';
    const toPage = (html: string) => shopPage(html, around);
    return sendPage(vite, response, SHOP, path === '/' ? 'index.html' : path.slice(1), toPage);
  }
  if (!/^(?:\/[\w-]+)+\.(?:css|js|svg|png|jpg|webp|avif)$/.test(path)) return false;
  const file = await read(join(ROOT, SHOP, path));
  if (file === undefined) return false;
  return sendFolder('/', SHOP, request, response);
}

async function sendFolder(
  path: string,
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  await answerStatic([{ path, folder: join(ROOT, folder) }], request, response);
  return true;
}

async function sendPage(
  vite: ViteDevServer,
  response: ServerResponse,
  folder: string,
  file: string,
  rewrite: (html: string) => string = (html) => html,
): Promise<boolean> {
  const source = await read(join(ROOT, folder, file));
  if (source === undefined) return false;
  // Links of the page are relative to its folder, and its address is another.
  const linked = source.replaceAll(/(src|href)="\.\//g, `$1="/${folder}/`);
  const html = await vite.transformIndexHtml(`/${folder}/${file}`, linked);
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
  response.end(rewrite(html));
  return true;
}

async function read(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return undefined;
  }
}
