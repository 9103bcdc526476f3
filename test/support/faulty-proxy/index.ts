import { type AddressInfo, createServer, type Socket } from 'node:net';
import { type Link, openLink } from './link';
import { createTraps, type Moment } from './traps';
import { fineWeather, orderlyPushes, type PushRules, type Weather } from './weather';
import { writeClose, writeFrame } from './websocket-frames';

export type { Moment } from './traps';
export { type LoggedMessage, type Truth, truthOf } from './truth';

/**
 * A bad network between clients and a service on this machine, over TCP on the loopback. It reads the frames of customers'
 * WebSockets as they pass, so that it can break a line at the worst moment; everything else is bytes. It knows nothing of
 * client and service but the form of a frame: `{action, type, request_id}`.
 */
export interface FaultyProxy {
  /** Instead of the service's. */
  readonly url: string;
  readonly weather: Weather;
  readonly pushes: PushRules;
  /** WebSockets of customers: since the start, and at present. */
  readonly lines: { readonly opened: number; readonly open: number };
  /** Breaks everything that is open, without a goodbye. */
  cut(): void;
  /** What happens at the next request of this name. Ends when it has. */
  at(action: string, moment: Moment): Promise<void>;
  /** Half of each line that is open: what goes this way vanishes, for as long as it lives. */
  lose(way: 'toService' | 'toClient'): void;
  stall(): void;
  /** The stall is over. What has waited arrives at once. */
  resume(): void;
  /** A frame to the client that the service has not sent. Bytes go as binary. */
  say(data: string | Buffer): void;
  /** A close with this code, as a server does it. */
  hangUp(code: number): void;
  /** `customer_disconnected` with this reason, and a close behind it. */
  sayGoodbye(reason: string, data?: object): void;
  close(): Promise<void>;
}

export async function startFaultyProxy(serviceUrl: string): Promise<FaultyProxy> {
  const weather = fineWeather();
  const pushes = orderlyPushes();
  const traps = createTraps();
  const links = new Set<Link>();
  const sockets = new Set<Socket>();
  const parts = { port: Number(new URL(serviceUrl).port), weather, pushes, traps };
  let opened = 0;
  const lines = () => [...links].filter(({ isLine }) => isLine);

  const server = createServer({ allowHalfOpen: true }, (client) => {
    client.on('error', () => {});
    if (weather.door === 'refuses') {
      client.resetAndDestroy();
      return;
    }
    sockets.add(client);
    client.once('close', () => sockets.delete(client));
    openLink(
      client,
      parts,
      (link) => {
        links.add(link);
        if (link.isLine) opened += 1;
      },
      (link) => links.delete(link),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  function resume(): void {
    weather.isStalled = false;
    for (const { toService, toClient } of links) {
      toService.go();
      toClient.go();
    }
  }

  return {
    url: `http://127.0.0.1:${port}`,
    weather,
    pushes,
    lines: {
      get opened() {
        return opened;
      },
      get open() {
        return lines().length;
      },
    },
    cut() {
      for (const link of links) link.cut();
    },
    at: (action, moment) => traps.set(action, moment),
    lose(way) {
      for (const line of lines()) line[way].lose();
    },
    stall() {
      weather.isStalled = true;
    },
    resume,
    say(data) {
      for (const line of lines()) line.toClient.put(writeFrame(data));
    },
    hangUp(code) {
      for (const line of lines()) line.finish(writeClose(code));
    },
    sayGoodbye(reason, data) {
      const push = { type: 'push', action: 'customer_disconnected', payload: { reason, ...(data && { data }) } };
      for (const line of lines()) line.finish(Buffer.concat([writeFrame(JSON.stringify(push)), writeClose(1000)]));
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const link of links) link.cut();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
