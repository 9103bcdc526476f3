import type { Clock, SandboxConnection, Wire } from './ports';

/** A line to the sandbox that can be bad on purpose. Wraps one connection after the other; the sandbox does not notice. */

/** A frame, as far as a plan may know it. */
export interface FaultFrame {
  readonly type: 'request' | 'response' | 'push';
  readonly action: string;
  readonly requestId?: string;
}

/** What happens to a frame of the client. */
export type RequestFault =
  | 'lose'
  /** The connection breaks before the sandbox has read the frame. */
  | 'cut-before-handling'
  /** It is done, and nobody hears that it is. */
  | 'cut-after-handling'
  /** The answer arrives, what follows from it does not. */
  | 'cut-after-response'
  /** The connection breaks with the frame still under way: the sandbox reads it so much later, and answers nobody. */
  | { readonly strandedMs: number }
  | { readonly delayMs: number };

/** What happens to a frame of the sandbox. */
export type ReplyFault =
  | 'lose'
  | 'repeat'
  /** It waits, and everything behind it waits too. */
  | { readonly delayMs: number }
  /** It waits, and is overtaken. */
  | { readonly lateMs: number }
  /** This is said in its place. */
  | { readonly instead: string };

export interface FaultPlan {
  /** Asked for each new connection: true means that nobody answers the door. */
  refuses?(): boolean;
  onRequest?(frame: FaultFrame): RequestFault | undefined;
  onReply?(frame: FaultFrame, text: string): ReplyFault | undefined;
}

export interface FaultyLine {
  /** Undefined: the connection was refused. */
  connect(wire: Wire): SandboxConnection | undefined;
  /** Breaks what is open, without a goodbye. */
  cut(): void;
  /** How many connections are open. */
  readonly open: number;
}

interface Waiting {
  readonly delayMs?: number;
  readonly lateMs?: number;
  readonly instead?: string;
}

const LOST_CONNECTION = 1006;

export function createFaultyLine(
  clock: Clock,
  connect: (wire: Wire) => SandboxConnection,
  plan: FaultPlan,
): FaultyLine {
  const cuts = new Set<() => void>();
  return {
    connect(wire) {
      if (plan.refuses?.()) return undefined;
      const { connection, cut } = breakable(clock, connect, plan, wire, () => cuts.delete(cut));
      cuts.add(cut);
      return connection;
    },
    cut() {
      for (const cut of cuts) cut();
    },
    get open() {
      return cuts.size;
    },
  };
}

function breakable(
  clock: Clock,
  connect: (wire: Wire) => SandboxConnection,
  plan: FaultPlan,
  wire: Wire,
  ended: () => void,
) {
  let isOpen = true;
  let endings = new Map<string, 'cut-after-handling' | 'cut-after-response'>();
  const there = createQueue(clock);
  const back = createQueue(clock);

  function cut(): void {
    if (!isOpen) return;
    finish();
    inner.closed();
    wire.close(LOST_CONNECTION, '');
  }

  function strand(data: string | Uint8Array, ms: number): void {
    finish();
    wire.close(LOST_CONNECTION, '');
    clock.after(ms, () => {
      inner.receive(data);
      inner.closed();
    });
  }

  function finish(): void {
    isOpen = false;
    endings = new Map();
    there.stop();
    back.stop();
    ended();
  }

  const inner = connect({
    send(text) {
      if (!isOpen) return;
      const frame = describe(text);
      const ending = frame.type === 'response' ? endings.get(frame.requestId ?? '') : undefined;
      if (ending === 'cut-after-handling') return cut();
      const fault = plan.onReply?.(frame, text);
      if (fault === 'lose') return undefined;
      const { lateMs, delayMs = 0, instead = text } = (typeof fault === 'object' ? fault : {}) as Waiting;
      const put = () => isOpen && wire.send(instead);
      if (lateMs === undefined) back.add(delayMs, put);
      else back.aside(lateMs, put);
      if (fault === 'repeat') back.add(0, put);
      if (ending === 'cut-after-response') back.add(0, cut);
      return undefined;
    },
    close(code, reason) {
      back.add(0, () => {
        if (!isOpen) return;
        finish();
        wire.close(code, reason);
      });
    },
  });

  const connection: SandboxConnection = {
    receive(data) {
      if (!isOpen) return;
      const frame = describe(data);
      const fault = plan.onRequest?.(frame);
      if (fault === 'lose') return;
      if (fault === 'cut-before-handling') return cut();
      if (typeof fault === 'object' && 'strandedMs' in fault) return strand(data, fault.strandedMs);
      if (typeof fault === 'string' && frame.requestId !== undefined) endings.set(frame.requestId, fault);
      there.add(typeof fault === 'object' ? fault.delayMs : 0, () => isOpen && inner.receive(data));
    },
    alive: () => isOpen && inner.alive(),
    closed() {
      if (!isOpen) return;
      finish();
      inner.closed();
    },
  };
  return { connection, cut };
}

/** Keeps the order of things that wait for different times. Nothing waits: it is done at once. */
function createQueue(clock: Clock) {
  const waiting: (() => unknown)[] = [];
  const cancels = new Set<() => void>();
  let freeAt = 0;

  function wait(ms: number, task: () => unknown): void {
    const cancel = clock.after(ms, () => {
      cancels.delete(cancel);
      task();
    });
    cancels.add(cancel);
  }

  return {
    add(delayMs: number, task: () => unknown): void {
      const now = clock.now();
      if (delayMs === 0 && waiting.length === 0) {
        task();
        return;
      }
      freeAt = Math.max(freeAt, now) + delayMs;
      waiting.push(task);
      wait(freeAt - now, () => waiting.shift()?.());
    },
    aside: wait,
    stop(): void {
      for (const cancel of cancels) cancel();
      waiting.length = 0;
    },
  };
}

function describe(data: string | Uint8Array): FaultFrame {
  try {
    const { type, action, request_id } = JSON.parse(String(data)) as { [name: string]: unknown };
    return {
      type: type === 'response' || type === 'push' ? type : 'request',
      action: typeof action === 'string' ? action : '',
      ...(typeof request_id === 'string' && { requestId: request_id }),
    };
  } catch {
    return { type: 'request', action: '' };
  }
}
