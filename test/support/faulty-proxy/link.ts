import { connect, type Socket } from 'node:net';
import { createLine, HEAD_END, type Line } from './line';
import { createRoad, type Road } from './road';
import type { Traps } from './traps';
import type { PushRules, Weather } from './weather';

export interface LinkParts {
  readonly port: number;
  readonly weather: Weather;
  readonly pushes: PushRules;
  readonly traps: Traps;
}

/** One connection through the proxy, whatever is spoken on it. */
export interface Link {
  /** It is a WebSocket of a customer. */
  readonly isLine: boolean;
  readonly toClient: Road;
  readonly toService: Road;
  /** Both ends, without a goodbye. */
  cut(): void;
  /** Bytes of ours to the client, and then nothing more. */
  finish(bytes: Buffer): void;
}

const IS_LINE = /^GET \S*\/customer\/\S*rtm\/ws\S* [\s\S]*?\r\nupgrade: *websocket/i;

export function openLink(client: Socket, parts: LinkParts, opened: (link: Link) => void, ended: (link: Link) => void) {
  const { weather } = parts;
  const service = connect(parts.port, '127.0.0.1');
  const toService = createRoad(weather, service);
  const toClient = createRoad(weather, client);
  let head: Buffer = Buffer.alloc(0);
  let isKnown = false;
  let line: Line | undefined;

  const link: Link = {
    get isLine() {
      return line !== undefined;
    },
    toClient,
    toService,
    cut() {
      line?.stop();
      client.destroy();
      service.destroy();
    },
    finish(bytes) {
      toClient.put(bytes);
      toClient.after(() => {
        toClient.lose();
        client.end(() => service.destroy());
      });
    },
  };

  /** What it begins with says what it is. */
  function begin(chunk: Buffer): void {
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf(HEAD_END);
    if (end < 0) return;
    isKnown = true;
    if (IS_LINE.test(head.toString('latin1'))) {
      line = createLine({ ...parts, toClient, toService, client, cut: () => link.cut() });
      if (weather.door === 'silent') toService.lose();
    }
    opened(link);
    const split = line ? end + HEAD_END.length : head.length;
    toService.put(head.subarray(0, split));
    line?.fromClient(head.subarray(split));
  }

  client.on('data', (chunk: Buffer) => {
    if (!isKnown) begin(chunk);
    else if (line) line.fromClient(chunk);
    else toService.put(chunk);
  });
  service.on('data', (chunk: Buffer) => (line ? line.fromService(chunk) : toClient.put(chunk)));
  // Each end hears of the other's behind all that was said before, and not at all where nothing arrives any more.
  client.on('end', () => toService.after(() => void (toService.isLost || service.end())));
  service.on('end', () => toClient.after(() => void (toClient.isLost || client.end())));
  client.on('error', () => toService.isLost || service.destroy());
  service.on('error', () => toClient.isLost || client.destroy());
  client.on('close', () => {
    line?.stop();
    ended(link);
    if (!toService.isLost) toService.after(() => service.destroy());
  });
  service.on('close', () => toClient.isLost || toClient.after(() => client.destroy()));
}
