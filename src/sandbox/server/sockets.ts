import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { ConnectTo, SandboxConnection, SandboxCore, Wire } from '../core/index';

const PING_MS = 25_000;
/** A peer that does not answer a close is not waited for. */
const CLOSE_MS = 2_000;
const MAX_FRAME_BYTES = 1024 * 1024;

/** The second spelling is that of an old sample program. */
const CUSTOMER = /^\/(?:v([\d.]+)\/customer|customer\/v([\d.]+))\/rtm\/ws$/;
const AGENT = /^\/(?:v([\d.]+)\/agent|agent\/v([\d.]+))\/rtm\/ws$/;

export interface Sockets {
  /** True if the path is one of ours: the socket is taken then. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  close(): Promise<void>;
}

export function createSockets(core: SandboxCore): Sockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES, clientTracking: true });

  function take(request: IncomingMessage, connect: (to: ConnectTo, wire: Wire) => SandboxConnection, version: string) {
    const query = new URL(request.url ?? '/', 'http://sandbox').searchParams;
    return (socket: WebSocket) => {
      const to = {
        version,
        organizationId: query.get('organization_id') ?? undefined,
        licenseId: query.get('license_id') ?? undefined,
      };
      const connection = connect(to, wireOf(socket));
      socket.on('message', (data: RawData, isBinary: boolean) => {
        const bytes = toBytes(data);
        connection.receive(isBinary ? bytes : bytes.toString('utf8'));
      });
      const ping = setInterval(() => socket.ping(), PING_MS);
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
      const path = (request.url ?? '').split('?')[0] ?? '';
      const customer = CUSTOMER.exec(path);
      const agent = AGENT.exec(path);
      const version = customer?.[1] ?? customer?.[2] ?? agent?.[1] ?? agent?.[2];
      if (version === undefined) return false;
      const connect = (to: ConnectTo, wire: Wire) =>
        customer ? core.connectCustomer(to, wire) : core.connectAgent(to, wire);
      server.handleUpgrade(request, socket, head, take(request, connect, version));
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
