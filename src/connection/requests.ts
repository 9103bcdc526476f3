import type { Clock } from '../domain';
import type { Json } from '../protocol';
import { LineError } from './line-error';

export interface Answer {
  /** A response, or a push with our `request_id`: whichever came first. */
  readonly via: 'response' | 'push';
  readonly payload: Json;
}

const DEADLINE_MS = 15_000;
const SLOW_MS = 10_000;
// The service allows 10; two are left for what cannot wait.
const MOST_UNANSWERED = 8;

interface Pending {
  readonly action: string;
  readonly payload: unknown;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: LineError) => void;
  cancelTimers?: () => void;
}

interface RequestsParts {
  readonly clock: Clock;
  readonly send: (text: string) => void;
  /** No answer for 10 s: is the line still alive? */
  readonly onSlow: () => void;
}

/** `request_id` → promise. Each ends by response, by push, by deadline or with the socket. */
export function createRequests({ clock, send, onSlow }: RequestsParts) {
  const unanswered = new Map<string, Pending>();
  const waiting: Pending[] = [];
  let count = 0;

  function write(request: Pending): void {
    count += 1;
    const requestId = `n${count}`;
    unanswered.set(requestId, request);
    const cancelSlow = clock.after(SLOW_MS, onSlow);
    const cancelDeadline = clock.after(DEADLINE_MS, () => end(requestId)?.reject(new LineError('timeout', true)));
    request.cancelTimers = () => {
      cancelSlow();
      cancelDeadline();
    };
    send(JSON.stringify({ request_id: requestId, action: request.action, payload: request.payload }));
  }

  function end(requestId: string): Pending | undefined {
    const request = unanswered.get(requestId);
    if (!request) return undefined;
    unanswered.delete(requestId);
    request.cancelTimers?.();
    const next = waiting.shift();
    if (next) write(next);
    return request;
  }

  return {
    ask: (action: string, payload: unknown): Promise<Answer> =>
      new Promise((resolve, reject) => {
        const request: Pending = { action, payload, resolve, reject };
        if (unanswered.size < MOST_UNANSWERED) write(request);
        else waiting.push(request);
      }),

    answer(requestId: string | undefined, answer: Answer): void {
      if (requestId) end(requestId)?.resolve(answer);
    },

    refuse(requestId: string | undefined, error: LineError): void {
      if (requestId) end(requestId)?.reject(error);
    },

    /** The socket has gone: what was written may have been done, what was not was not. */
    endAll(): void {
      const [written, unwritten] = [[...unanswered.values()], waiting.splice(0)];
      unanswered.clear();
      for (const request of written) {
        request.cancelTimers?.();
        request.reject(new LineError('connection-lost', true));
      }
      for (const request of unwritten) request.reject(new LineError('connection-lost', false));
    },
  };
}
export type Requests = ReturnType<typeof createRequests>;
