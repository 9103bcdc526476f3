import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpRequest, SandboxCore } from '../core/index';

const MAX_BODY_BYTES = 1024 * 1024;
const OURS = /^\/(?:v\d+(?:\.\d+)?\/customer\/|healthz$)/;

/** Whether the API answers this path; everything else is for pages and files. */
export const isApiPath = (path: string) => OURS.test(path);

/** The HTTP part of the service. False: it was not for us. */
export async function answerApi(
  core: SandboxCore,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const url = request.url ?? '/';
  const path = url.split('?')[0] ?? '/';
  if (!isApiPath(path)) return false;
  if (path === '/healthz') {
    response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }).end('ok\n');
    return true;
  }
  const body = await readBody(request);
  if (body === undefined) {
    response.writeHead(413, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' }).end('Too large\n');
    return true;
  }
  const answer = core.http({
    method: request.method ?? 'GET',
    url,
    headers: plainHeaders(request),
    body,
    isSecure: isSecure(request),
  });
  if (!answer) return false;
  const headers = Object.fromEntries(
    Object.entries(answer.headers).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
  );
  response.writeHead(answer.status, headers).end(answer.body);
  return true;
}

function readBody(request: IncomingMessage): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    request.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= MAX_BODY_BYTES) parts.push(part);
    });
    request.on('end', () => resolve(size > MAX_BODY_BYTES ? undefined : Buffer.concat(parts).toString('utf8')));
    request.on('error', reject);
  });
}

function plainHeaders({ headers }: IncomingMessage): HttpRequest['headers'] {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}

function isSecure(request: IncomingMessage): boolean {
  const forwarded = request.headers['x-forwarded-proto'];
  return forwarded === 'https' || ('encrypted' in request.socket && request.socket.encrypted === true);
}
