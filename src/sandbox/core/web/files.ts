import { findFile } from '../files/look-up';
import { type HttpResponse, json } from '../http/messages';
import type { Route } from '../http/route';
import type { World } from '../world';

/** Strangers' files on our own origin: shown only if they are pictures, and never run. */
const SAFE = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'no-referrer',
};

export const fileRoutes: readonly Route[] = [
  {
    methods: ['GET', 'HEAD'],
    path: /^\/att\/(\d+)\/([0-9a-f]{32})\/[^/]+$/,
    hasCookies: false,
    handle: (world, { request }, match) => serve(world, match[2] ?? '', request.headers['if-none-match']),
  },
];

function serve(world: World, id: string, known: string | undefined): HttpResponse {
  const file = findFile(world, id);
  const bytes = file && world.files.read(id);
  if (!file || !bytes) return json(404, { error: { type: 'not_found', message: 'Not found' } });
  const headers = {
    ...SAFE,
    'content-type': file.contentType,
    'content-disposition': `${file.image ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeForHeader(file.name)}`,
    'cache-control': 'public, max-age=31536000, immutable',
    etag: `"${id}"`,
  };
  if (known === headers.etag) return { status: 304, headers, body: '' };
  return { status: 200, headers, body: '', bytes };
}

/** RFC 8187 has no quotes, brackets and stars. */
const encodeForHeader = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
