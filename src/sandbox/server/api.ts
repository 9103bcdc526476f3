import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpRequest, HttpResponse, SandboxCore } from '../core/index';
import { isMultipart, readForm } from './multipart';

const MAX_BODY_BYTES = 1024 * 1024;
const OURS =
  /^\/(?:v\d+(?:\.\d+)?\/(?:customer|agent|configuration)\/|(?:customer|configuration)\/|agent\/(?:action|v[\d.]+)\/|v2\/tickets\/|att\/|sandbox\/control\/|healthz$)/;

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
  const form = isMultipart(request) ? await readForm(request, core.settings.limits.fileBytes) : undefined;
  const body = form ? '' : await readBody(request);
  if (body === undefined) {
    response.writeHead(413, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' }).end('Too large\n');
    return true;
  }
  const answer = core.http({
    method: request.method ?? 'GET',
    url,
    headers: plainHeaders(request),
    body,
    form,
    isSecure: isSecure(request),
  });
  if (!answer) return false;
  write(request, response, answer);
  return true;
}

function write(request: IncomingMessage, response: ServerResponse, answer: HttpResponse): void {
  const headers = Object.fromEntries(
    Object.entries(answer.headers).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
  );
  const content = answer.bytes ?? answer.body;
  const length = typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength;
  if (answer.status !== 204 && answer.status !== 304) headers['content-length'] = String(length);
  response.writeHead(answer.status, headers).end(request.method === 'HEAD' ? undefined : content);
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
