import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Connection, createServer } from 'sockjs';
import type { SandboxCore } from '../core/index';
import { connect, readRtmPath } from './rtm-path';

/** A pattern, as the package takes prefixes: groups in it may not capture. */
const PREFIX = '/(?:v[\\d.]+/(?:agent|customer)|(?:agent|customer)/v[\\d.]+)/rtm/sjs';
const HEARTBEAT_MS = 25_000;
/** A client that polls is away for a moment between two polls. */
const AWAY_MS = 5_000;

/** It has been there for ten years, and is not in the types. */
type Middleware = (request: IncomingMessage, response: ServerResponse | Duplex, head?: Buffer) => boolean;
interface WithMiddleware {
  middleware(options: { readonly prefix: string }): Middleware;
}

export interface SockJs {
  /** False: not for us. */
  answer(request: IncomingMessage, response: ServerResponse): boolean;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  close(): void;
}

/** The same frames through SockJS: a WebSocket with a heartbeat, or polls where there is none. */
export function createSockJs(core: SandboxCore): SockJs {
  const connections = new Set<Connection>();
  const server = createServer({ heartbeat_delay: HEARTBEAT_MS, disconnect_delay: AWAY_MS, log: () => {} });
  const handle = (server as typeof server & WithMiddleware).middleware({ prefix: PREFIX });

  // What an aborted request leaves behind is null.
  server.on('connection', (socket: Connection | null) => {
    const path = readRtmPath(socket?.url ?? '');
    if (!socket || !path) return;
    connections.add(socket);
    const connection = connect(core, path, socket, {
      send: (text) => socket.write(text),
      close: (code, reason) => socket.close(String(code), reason),
    });
    socket.on('data', (text: string) => connection.receive(text));
    socket.on('close', () => {
      connections.delete(socket);
      connection.closed();
    });
  });

  return {
    answer: (request, response) => handle(request, response),
    upgrade: (request, socket, head) => handle(request, socket, head),
    close() {
      for (const socket of connections) socket.close('1001', 'The sandbox stops');
    },
  };
}
