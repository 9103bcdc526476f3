import type { Clock } from './clock';
import { type Json, readObject, readText } from './read';

/** `code` is the `type` of the API's error, or `offline` if nobody was asked. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

interface Waiting {
  readonly frame: string;
  readonly resolve: (payload: unknown) => void;
  readonly reject: (error: RequestError) => void;
}

const DEADLINE_MS = 15_000;
// The service allows ten unanswered ones. Two are left for the ping and for a log-in that comes late.
const MOST_AT_ONCE = 8;

/** Requests of one socket: every one ends by an answer, by its deadline, or with the socket. */
export function createRequests(write: (frame: string) => void, clock: Clock) {
  const open = new Map<string, Waiting & { cancel: () => void }>();
  const queue: [id: string, waiting: Waiting][] = [];
  let count = 0;

  function send(action: string, payload: unknown): Promise<unknown> {
    count += 1;
    const id = `c${count}`;
    return new Promise((resolve, reject) => {
      queue.push([id, { frame: JSON.stringify({ request_id: id, action, payload }), resolve, reject }]);
      writeNext();
    });
  }

  function writeNext() {
    while (open.size < MOST_AT_ONCE) {
      const next = queue.shift();
      if (!next) return;
      const [id, waiting] = next;
      const cancel = clock.after(DEADLINE_MS, () => {
        take(id)?.reject(new RequestError('request_timeout', 'The server did not answer in time.'));
      });
      open.set(id, { ...waiting, cancel });
      write(waiting.frame);
    }
  }

  function take(id: string | undefined): Waiting | undefined {
    const found = open.get(id ?? '');
    if (!found) return undefined;
    found.cancel();
    open.delete(id ?? '');
    writeNext();
    return found;
  }

  function answer(frame: Json) {
    const waiting = take(readText(frame, 'request_id'));
    if (frame['success'] === true) return waiting?.resolve(frame['payload']);
    const error = readObject(readObject(frame, 'payload'), 'error');
    waiting?.reject(new RequestError(readText(error, 'type') ?? 'unknown', readText(error, 'message') ?? 'Refused'));
  }

  function end() {
    const lost = [...open.values(), ...queue.map(([, waiting]) => waiting)];
    for (const { cancel } of open.values()) cancel();
    open.clear();
    queue.length = 0;
    for (const { reject } of lost) reject(new RequestError('offline', 'The connection was lost.'));
  }

  return { send, answer, end };
}
