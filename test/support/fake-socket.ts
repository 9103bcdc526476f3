import type { OpenSocket, SocketListener } from '../../src/connection';

export interface FakeSocket {
  readonly url: string;
  readonly listener: SocketListener;
  readonly sent: { request_id: string; action: string; payload: Record<string, unknown> }[];
  isClosed: boolean;
  /** The newest request of that name. */
  asked(action: string): { request_id: string; action: string; payload: Record<string, unknown> };
  answer(action: string, payload?: unknown): void;
  refuse(action: string, type: string, data?: unknown, message?: string): void;
  push(action: string, payload: unknown, requestId?: string): void;
}

/** Sockets that are pairs of queues: what we send lies in `sent`, and the test plays the server. */
export function fakeSockets(): { open: OpenSocket; all: FakeSocket[]; last(): FakeSocket } {
  const all: FakeSocket[] = [];
  const open: OpenSocket = (url, listener) => {
    const receive = (frame: unknown) => listener.received(JSON.stringify(frame));
    const socket: FakeSocket = {
      url,
      listener,
      sent: [],
      isClosed: false,
      asked(action) {
        const request = socket.sent.filter((frame) => frame.action === action).at(-1);
        if (!request)
          throw new Error(`${action} was not asked, but ${socket.sent.map((frame) => frame.action).join(', ')}`);
        return request;
      },
      answer: (action, payload = {}) =>
        receive({ request_id: socket.asked(action).request_id, action, type: 'response', success: true, payload }),
      refuse: (action, type, data, message = type) =>
        receive({
          request_id: socket.asked(action).request_id,
          action,
          type: 'response',
          success: false,
          payload: { error: { type, message, data } },
        }),
      push: (action, payload, requestId) =>
        receive({ version: '3.6', action, type: 'push', payload, request_id: requestId }),
    };
    all.push(socket);
    return {
      send: (text) => void socket.sent.push(JSON.parse(text) as FakeSocket['sent'][number]),
      close: () => {
        socket.isClosed = true;
      },
    };
  };
  return { open, all, last: () => all.at(-1)! };
}
