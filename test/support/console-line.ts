import type { Socket } from '../../src/sandbox/console/rtm';

interface Frame {
  readonly request_id?: string;
  readonly action: string;
  readonly payload: Record<string, unknown>;
}

/** The other end of the agent console's line: what it sent, and a mouth to answer with. */
export function consoleLine() {
  const sockets: FakeSocket[] = [];

  class FakeSocket implements Socket {
    onopen: Socket['onopen'] = null;
    onmessage: Socket['onmessage'] = null;
    onclose: Socket['onclose'] = null;
    isClosed = false;
    readonly frames: Frame[] = [];
    readonly answered = new Set<Frame>();
    send(data: unknown) {
      this.frames.push(JSON.parse(String(data)) as Frame);
    }
    close() {
      this.isClosed = true;
    }
  }

  function now(): FakeSocket {
    const socket = sockets.at(-1);
    if (!socket) throw new Error('Nobody called');
    return socket;
  }

  function say(frame: unknown) {
    const socket = now();
    socket.onmessage?.call(
      socket as never,
      { data: typeof frame === 'string' ? frame : JSON.stringify(frame) } as never,
    );
  }

  function take(action: string): Frame {
    const socket = now();
    const frame = socket.frames.find((each) => each.action === action && !socket.answered.has(each));
    if (!frame)
      throw new Error(`No open request ${action}; sent: ${socket.frames.map((each) => each.action).join(', ')}`);
    socket.answered.add(frame);
    return frame;
  }

  /** Lets promises settle. */
  async function settle(): Promise<void> {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  }

  return {
    openSocket: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket;
    },
    sockets,
    settle,
    open: () => now().onopen?.call(now() as never, {} as never),
    cut: () => now().onclose?.call(now() as never, {} as never),
    say,
    sent: (action: string) => now().frames.flatMap((frame) => (frame.action === action ? [frame.payload] : [])),
    async answer(action: string, payload: unknown = {}) {
      const { request_id } = take(action);
      say({ request_id, action, type: 'response', success: true, payload });
      await settle();
    },
    async refuse(action: string, type: string, message: string) {
      const { request_id } = take(action);
      say({ request_id, action, type: 'response', success: false, payload: { error: { type, message } } });
      await settle();
    },
    async push(action: string, payload: unknown) {
      say({ version: '3.6', action, type: 'push', payload });
      await settle();
    },
  };
}
