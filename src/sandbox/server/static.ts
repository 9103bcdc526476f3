import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';

/** Where a path on the web begins, and the folder that it shows. Longer paths are looked at first. */
export interface StaticFolder {
  readonly path: string;
  readonly folder: string;
  /** Changes a page before it is sent. */
  readonly rewrite?: (html: string) => string;
  /** What of the folder is shown; everything, if nothing is said. */
  readonly only?: RegExp;
  /** Pages of other origins may read it: they load the widget from here, and a part of it is a module. */
  readonly isForAllOrigins?: boolean;
  /** `Content-Security-Policy` of its pages. */
  readonly policy?: string | undefined;
}

const TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.map', 'application/json; charset=utf-8'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.jpg', 'image/jpeg'],
  ['.jpeg', 'image/jpeg'],
  ['.gif', 'image/gif'],
  ['.webp', 'image/webp'],
  ['.avif', 'image/avif'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
  ['.mp3', 'audio/mpeg'],
  ['.wasm', 'application/wasm'],
  ['.webmanifest', 'application/manifest+json'],
]);

export async function answerStatic(
  folders: readonly StaticFolder[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const isHead = request.method === 'HEAD';
  if (request.method !== 'GET' && !isHead) {
    response.writeHead(405, { allow: 'GET, HEAD', 'content-type': 'text/plain; charset=utf-8' }).end('Not allowed\n');
    return;
  }
  const path = readPath(request.url ?? '/');
  const found = path === undefined ? undefined : await find(folders, path);
  if (!found) {
    const text = 'Not found\n';
    const headers = { 'content-type': 'text/plain; charset=utf-8', 'content-length': text.length };
    response.writeHead(404, headers).end(isHead ? undefined : text);
    return;
  }
  if ('moved' in found) {
    response.writeHead(302, { location: found.moved }).end();
    return;
  }
  const etag = `"${createHash('sha256').update(found.bytes).digest('base64url').slice(0, 22)}"`;
  const isForever = /(?:^|\/)assets\//.test(path ?? '');
  const headers = {
    'content-type': TYPES.get(extname(found.file).toLowerCase()) ?? 'application/octet-stream',
    'cache-control': isForever ? 'public,max-age=31536000,immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
    ...(found.policy && { 'content-security-policy': found.policy }),
    ...(found.isForAllOrigins && { 'access-control-allow-origin': '*' }),
    etag,
  };
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, { ...headers, 'content-length': found.bytes.length }).end(isHead ? undefined : found.bytes);
}

function readPath(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.split(/[?#]/)[0] ?? '/');
    return path.includes('\0') || path.includes('//') || path.includes('\\') || path.split('/').includes('..')
      ? undefined
      : path;
  } catch {
    return undefined;
  }
}

type Found =
  | {
      readonly file: string;
      readonly bytes: Buffer;
      readonly isForAllOrigins: boolean;
      readonly policy: string | undefined;
    }
  | { readonly moved: string };

async function find(folders: readonly StaticFolder[], path: string): Promise<Found | undefined> {
  const fitting = folders
    .filter((one) => path === one.path || path.startsWith(one.path.endsWith('/') ? one.path : `${one.path}/`))
    .sort((a, b) => b.path.length - a.path.length);
  for (const folder of fitting) {
    const rest = path.slice(folder.path.length).replace(/^\//, '');
    if (folder.only && !folder.only.test(rest)) continue;
    const found = await readInside(folder, rest, path);
    if (found) return found;
  }
  return undefined;
}

async function readInside(
  { folder, rewrite, isForAllOrigins = false, policy }: StaticFolder,
  rest: string,
  path: string,
): Promise<Found | undefined> {
  try {
    const root = await realpath(folder);
    const wanted = await realpath(join(root, rest));
    // A link may lead out of the folder; we do not follow it there.
    if (wanted !== root && !wanted.startsWith(root + sep)) return undefined;
    const isFolder = (await stat(wanted)).isDirectory();
    // Without the slash, links in the page would point one level too high.
    if (isFolder && !path.endsWith('/')) return { moved: `${path}/` };
    const file = isFolder ? join(wanted, 'index.html') : wanted;
    const bytes = await readFile(file);
    const isPage = extname(file) === '.html';
    const sent = isPage && rewrite ? Buffer.from(rewrite(bytes.toString('utf8'))) : bytes;
    return { file, bytes: sent, isForAllOrigins, policy: isPage ? policy : undefined };
  } catch {
    return undefined;
  }
}
