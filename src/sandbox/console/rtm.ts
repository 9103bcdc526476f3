import type { Clock } from './clock';
import { isFinal } from './end-reasons';
import { isObject, type Json, readObject, readText } from './read';
import { createRequests, RequestError } from './rtm-requests';

export type Connection =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'online' }
  /** `reason` if the server said goodbye, and not only a cable was pulled. */
  | { readonly kind: 'waiting'; readonly reason?: string }
  | { readonly kind: 'stopped'; readonly reason: string };

/** The part of a WebSocket that we use. */
export type Socket = Pick<WebSocket, 'send' | 'close' | 'onopen' | 'onmessage' | 'onclose'>;

export interface RtmOptions {
  readonly openSocket: () => Socket;
  readonly login: (isAgain: boolean) => unknown;
  readonly clock: Clock;
  readonly random: () => number;
  readonly onConnection: (connection: Connection) => void;
  readonly onLogin: (payload: Json) => void;
  readonly onPush: (action: string, payload: unknown) => void;
}

export interface Rtm {
  readonly start: () => void;
  readonly stop: (reason?: string) => void;
  /** Instead of waiting for the next try. */
  readonly retryNow: () => void;
  readonly request: (action: string, payload?: unknown) => Promise<unknown>;
}

const PING_MS = 15_000;
const LOGIN_MS = 10_000;
const STEADY_MS = 30_000;
const LONGEST_MS = 30_000;
const FIRST_MS = 1_000;

/** One agent's line to the Agent Chat RTM API: logs in, pings, and comes back when it is cut. */
export function createRtm({ openSocket, login, clock, random, onConnection, onLogin, onPush }: RtmOptions): Rtm {
  let isOnline = false;
  let wasOnline = false;
  let attempt = 0;
  let drop = () => {};
  let ask: Rtm['request'] = offline;
  let cancelRetry = () => {};
  let state: Connection['kind'] = 'stopped';

  function tell(connection: Connection) {
    state = connection.kind;
    onConnection(connection);
  }

  function connect() {
    cancelRetry();
    tell({ kind: 'connecting' });
    const socket = openSocket();
    const requests = createRequests((frame) => socket.send(frame), clock);
    let cancelTimer = clock.after(LOGIN_MS, () => lost());
    let cancelSteady = () => {};
    let hasLife = true;

    function release() {
      cancelTimer();
      cancelSteady();
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
      isOnline = false;
      ask = offline;
      drop = () => {};
      requests.end();
    }
    drop = release;

    function lost(reason?: string) {
      release();
      attempt += 1;
      tell({ kind: 'waiting', ...(reason && { reason }) });
      cancelRetry = clock.after(backoff(attempt, random), connect);
    }

    function end(reason: string) {
      if (!isFinal(reason)) return lost(reason);
      release();
      tell({ kind: 'stopped', reason });
    }

    /** Anything that came counts as life. Nothing since the last ping: the line is dead, whatever the socket says. */
    function ping() {
      if (!hasLife) return lost();
      hasLife = false;
      socket.send(JSON.stringify({ action: 'ping', payload: {} }));
      cancelTimer = clock.after(PING_MS, ping);
    }

    socket.onopen = () => {
      requests.send('login', login(wasOnline)).then(
        (payload) => {
          cancelTimer();
          cancelTimer = clock.after(PING_MS, ping);
          cancelSteady = clock.after(STEADY_MS, () => {
            attempt = 0;
          });
          isOnline = wasOnline = true;
          ask = requests.send;
          tell({ kind: 'online' });
          onLogin(isObject(payload) ? payload : {});
        },
        // With the socket gone, `release` was there before us.
        (error: unknown) => drop === release && end(error instanceof RequestError ? error.code : 'unknown'),
      );
    };
    socket.onclose = () => lost();
    socket.onmessage = ({ data }) => {
      hasLife = true;
      const frame = parse(data);
      const action = readText(frame, 'action') ?? '';
      if (frame['type'] === 'response') requests.answer(frame);
      else if (action === 'agent_disconnected') end(readText(readObject(frame, 'payload'), 'reason') ?? 'unknown');
      else if (isOnline) onPush(action, frame['payload']);
    };
  }

  return {
    start: connect,
    stop(reason = 'logged_out') {
      cancelRetry();
      drop();
      tell({ kind: 'stopped', reason });
    },
    retryNow() {
      if (state === 'waiting' || state === 'stopped') connect();
    },
    request: (action, payload = {}) => ask(action, payload),
  };
}

/** Up to the ceiling, so that a restart does not call everybody back in the same moment. */
export function backoff(attempt: number, random: () => number): number {
  return Math.floor(random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1)));
}

function offline(): Promise<unknown> {
  return Promise.reject(new RequestError('offline', 'There is no connection.'));
}

function parse(data: unknown): Json {
  try {
    const frame: unknown = typeof data === 'string' ? JSON.parse(data) : undefined;
    return isObject(frame) ? frame : {};
  } catch {
    return {};
  }
}
