import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createService, type Service, type ServiceOptions } from './service';
import { answerStatic, type StaticFolder } from './static';

/** All may be left out: then it is any free port of `127.0.0.1`, nothing outlives the process, and a scripted agent answers. */
export interface StartOptions extends ServiceOptions {
  /** From 0 to 65535. Default: 0, which is any free one. */
  readonly port?: number | undefined;
  /** The address to listen on. Default: `127.0.0.1`. */
  readonly host?: string | undefined;
  /** Taken: try the ones after it. */
  readonly takesNextPort?: boolean | undefined;
  /** Pages and files that are served beside the service. Default: none. */
  readonly folders?: readonly StaticFolder[] | undefined;
  /** A key and a certificate in PEM: then it is https and wss. */
  readonly tls?: Tls | undefined;
}

export interface Tls {
  readonly key: string;
  readonly cert: string;
}

/** Widgets are told `organizationId`, `clientId`, and `url` as their `serverUrl`. */
export interface RunningSandbox {
  /** An origin: `http://127.0.0.1:4173`. */
  readonly url: string;
  readonly port: number;
  /** Whose chat it is, from v3.4 of the API on. */
  readonly organizationId: string;
  /** The same before v3.4: a number, as text. */
  readonly licenseId: string;
  readonly clientId: string;
  /** Of the first agent, for the Agent Chat API: `Authorization: Bearer <token>`. */
  readonly agentToken: string;
  /** Says goodbye to everybody; afterwards no timer, socket or file is left. May be called again. */
  close(): Promise<void>;
}

const PORTS_TO_TRY = 50;

/**
 * A chat service on a port of this machine; resolves when it listens. Rejects with the error of Node where it cannot: `code`
 * is `EADDRINUSE` (taken), `ERR_SOCKET_BAD_PORT`, …; with a `DataFileError` where the data file cannot be used.
 */
export async function startSandbox(options: StartOptions = {}): Promise<RunningSandbox> {
  const { port = 0, host = '127.0.0.1', takesNextPort = false, folders = [] } = options;
  const { tls } = options;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      if (!(await service.answer(request, response))) await answerStatic(folders, request, response);
    } catch (error) {
      options.warn?.(`sandbox: ${(error as Error).message}`);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('Something went wrong\n');
    }
  }

  const listener: RequestListener = (request, response) => void answer(request, response);
  const server = tls ? createTlsServer({ ...tls }, listener) : createServer(listener);
  // After the server: a key that is none must leave nothing open.
  const service = createService(options);
  server.on('upgrade', (request, socket, head) => {
    if (service.upgrade(request, socket, head)) return;
    socket.on('error', () => {});
    socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
  });
  try {
    await listen(server, host, port, takesNextPort ? PORTS_TO_TRY : 1);
  } catch (error) {
    await service.close();
    throw error;
  }
  let closing: Promise<void> | undefined;
  const { port: actual } = server.address() as AddressInfo;
  const { organizationId, licenseId, clientId, agents } = service.core.settings;
  return {
    url: `${tls ? 'https' : 'http'}://${hostInUrl(host)}:${actual}`,
    port: actual,
    organizationId,
    licenseId,
    clientId,
    agentToken: agents[0]?.token ?? '',
    close() {
      closing ??= stop(server, service);
      return closing;
    },
  };
}

async function listen(server: Server, host: string, port: number, tries: number): Promise<void> {
  try {
    await listenOnce(server, host, port);
  } catch (error) {
    const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
    if (!isTaken || tries <= 1 || port >= 65_535) throw error;
    await listen(server, host, port + 1, tries - 1);
  }
}

function listenOnce(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    // As an object: a port that is no number would be taken for the name of a pipe.
    server.listen({ port, host }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** First nobody new, then a goodbye to everybody who is there. */
async function stop(server: Server, service: Service): Promise<void> {
  const stopped = new Promise((resolve) => server.close(resolve));
  await service.close();
  server.closeAllConnections();
  await stopped;
}

/** An address to listen on everywhere is no address to go to. */
function hostInUrl(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
