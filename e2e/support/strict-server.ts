import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Demo } from './demo';

/** Another origin with the widget's files on it, and pages of its own, under headers of its own. */
export interface StrictServer {
  readonly url: string;
  stop(): Promise<void>;
}

export async function startStrictServer(
  demo: Pick<Demo, 'url'>,
  pages: Readonly<Record<string, (own: string) => { readonly html: string; readonly policy: string }>>,
  framePolicy: string,
): Promise<StrictServer> {
  const server = createServer((request, response) => void answer(request, response));

  async function answer({ url = '/', headers }: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(url, 'http://any').pathname;
    const page = pages[path]?.(`http://${headers.host}`);
    if (page) {
      response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': page.policy }).end(page.html);
      return;
    }
    const found = await fetch(`${demo.url}${url}`);
    response.writeHead(found.status, {
      'content-type': found.headers.get('content-type') ?? 'text/plain',
      'access-control-allow-origin': '*',
      ...(path === '/frame.html' && { 'content-security-policy': framePolicy }),
    });
    response.end(Buffer.from(await found.arrayBuffer()));
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
