import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { type SandboxCore, stageHeaders, type Wire } from '../core/index';
import { connect, type RtmPath, readRtmPath } from './rtm-path';

const PING_MS = 25_000;
/** A peer that does not answer a close is not waited for. */
const CLOSE_MS = 2_000;
const MAX_FRAME_BYTES = 1024 * 1024;

export interface Sockets {
  /** True if the path is one of ours: the socket is taken then. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  close(): Promise<void>;
}

export function createSockets(core: SandboxCore): Sockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES, clientTracking: true });
  server.on('headers', (headers, request) => {
    const version = readRtmPath(request.url ?? '')?.version ?? '';
    headers.push(...Object.entries(stageHeaders(version)).map(([name, value]) => `${name}: ${value}`));
  });

  function take(request: IncomingMessage, path: RtmPath) {
    return (socket: WebSocket) => {
      const connection = connect(core, path, request, wireOf(socket));
      socket.on('message', (data: RawData, isBinary: boolean) => {
        const bytes = toBytes(data);
        connection.receive(isBinary ? bytes : bytes.toString('utf8'));
      });
      const ping = setInterval(() => socket.ping(), PING_MS);
      socket.on('ping', () => connection.alive());
      socket.on('pong', () => connection.alive());
      socket.on('close', () => {
        clearInterval(ping);
        connection.closed();
      });
      // Always followed by a close.
      socket.on('error', () => {});
    };
  }

  return {
    upgrade(request, socket, head) {
      const path = readRtmPath(request.url ?? '');
      if (!path || path.isSockJs) return false;
      server.handleUpgrade(request, socket, head, take(request, path));
      return true;
    },
    async close() {
      await Promise.all([...server.clients].map(whenClosed));
      server.close();
    },
  };
}

const wireOf = (socket: WebSocket): Wire => ({
  send: (text) => {
    if (socket.readyState === socket.OPEN) socket.send(text);
  },
  close: (code, reason) => socket.close(code, reason),
});

const toBytes = (data: RawData): Buffer =>
  Buffer.isBuffer(data) ? data : Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data);

function whenClosed(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.readyState === socket.CLOSED) return resolve();
    const timer = setTimeout(() => socket.terminate(), CLOSE_MS);
    socket.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    return socket.close(1001, 'The sandbox stops');
  });
}
