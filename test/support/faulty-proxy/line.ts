import type { Socket } from 'node:net';
import { createPushOrder } from './push-order';
import type { Road } from './road';
import type { Traps } from './traps';
import type { PushRules, Weather } from './weather';
import { createFrameReader, type WireFrame } from './websocket-frames';

interface LineParts {
  readonly weather: Weather;
  readonly pushes: PushRules;
  readonly traps: Traps;
  readonly toClient: Road;
  readonly toService: Road;
  readonly client: Socket;
  cut(): void;
}

interface Told {
  readonly action?: unknown;
  readonly type?: unknown;
  readonly request_id?: unknown;
}

/** Where the head of HTTP is over. */
export const HEAD_END = '\r\n\r\n';

/** A WebSocket of a customer: its frames are known one by one. */
export function createLine({ weather, pushes, traps, toClient, toService, client, cut }: LineParts) {
  /** The request whose answer is the end, with it or before it. */
  let last: { readonly id: unknown; readonly moment: 'handled' | 'answered' } | undefined;
  const order = createPushOrder(pushes, toClient.put);

  function passRequest({ bytes, text }: WireFrame): void {
    const { action, request_id: id } = tell(text);
    const moment = typeof action === 'string' ? traps.spring(action) : undefined;
    if (moment === 'hold') weather.isStalled = true;
    else if (moment === 'handled' || moment === 'answered') last = { id, moment };
    if (moment === 'before') cut();
    else toService.put(bytes);
  }

  function passReply({ bytes, text }: WireFrame): void {
    const { action, type, request_id: id } = tell(text);
    if (last?.moment === 'handled') {
      // What the service says from here on is lost with the line.
      if (id === last.id) cut();
      return;
    }
    if (type === 'push') order.push(String(action), bytes);
    else toClient.put(bytes);
    if (last && id === last.id) {
      const farewell = () => client.end(() => cut());
      toClient.after(farewell);
      toClient.after(() => toClient.lose());
    }
  }

  const readRequests = createFrameReader();
  const readReplies = createFrameReader();
  let isUpgraded = false;
  let head: Buffer = Buffer.alloc(0);

  /** The answer to the upgrade passes. Gives what comes behind it. */
  function pastHead(chunk: Buffer): Buffer {
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf(HEAD_END);
    if (end < 0) return Buffer.alloc(0);
    isUpgraded = true;
    const framesAt = end + HEAD_END.length;
    toClient.put(head.subarray(0, framesAt));
    return head.subarray(framesAt);
  }

  return {
    fromClient: (chunk: Buffer) => readRequests(chunk).forEach(passRequest),
    fromService(chunk: Buffer): void {
      const frames = isUpgraded ? chunk : pastHead(chunk);
      readReplies(frames).forEach(passReply);
    },
    stop: () => order.stop(),
  };
}
export type Line = ReturnType<typeof createLine>;

function tell(text: string | undefined): Told {
  try {
    return Object(JSON.parse(text ?? '')) as Told;
  } catch {
    return {};
  }
}
