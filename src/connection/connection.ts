import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Clock, Diagnostics, Line, Update, Welcome } from '../domain';
import { type Ask, type Dialect, type Frame, type Json, ProtocolError, readFrame, readWelcome } from '../protocol';
import { afterDisconnect } from './after-disconnect';
import { atRest, type Effect, type Event, type State, step, type Timer } from './machine';
import { type Answer, createRequests, RequestError } from './requests';
import type { OpenSocket, Socket } from './socket';
import { TokenError, type TokenSource } from './token';

export interface ConnectionParts {
  readonly clock: Clock;
  readonly random: () => number;
  readonly openSocket: OpenSocket;
  readonly tokens: TokenSource;
  readonly dialect: Dialect;
  readonly diagnostics: Diagnostics;
  /** Where the socket is opened, in a data centre that the service named or else the usual one. */
  readonly socketUrl: (region: string | undefined) => string;
  /** The `login` payload, built anew for each log-in. */
  readonly loginPayload: (token: string) => Json;
}

export interface Connection {
  readonly line: ReadonlySignal<Line>;
  /** What the machine hears from outside: connect, disconnect, shown … */
  tell(event: Event): void;
  ask(action: Ask, payload: Json): Promise<Answer>;
  onUpdate(listener: (update: Update) => void): () => void;
  /** Pushes that are not for the domain. */
  onOther(listener: (action: string, payload: Json) => void): void;
  onWelcome(listener: (welcome: Welcome) => Promise<void>): () => void;
}

/** Runs the effects of the machine: one socket at a time, its requests, its timers. */
export function createConnection(parts: ConnectionParts): Connection {
  const { clock, dialect, diagnostics } = parts;
  let state: State = atRest;
  let socket: Socket | undefined;
  /** Rises with each socket, so that what comes late for an old one is not taken for the new one's. */
  let epoch = 0;
  const line = signal<Line>({ state: 'idle' });
  const timers = new Map<Timer, () => void>();
  const updateListeners = new Set<(update: Update) => void>();
  const welcomeListeners = new Set<(welcome: Welcome) => Promise<void>>();
  let otherListener = (_action: string, _payload: Json): void => {};
  const requests = createRequests({
    clock,
    send: (text) => socket?.send(text),
    onSlow: () => tell({ type: 'slow-answer' }),
  });

  function tell(event: Event): void {
    const [next, effects] = step(state, event, { now: clock.now(), random: parts.random });
    state = next;
    effects.forEach(run);
    const now = lineOf(next);
    if (!isSameLine(now, line.peek())) line.value = now;
  }

  function run(effect: Effect): void {
    switch (effect.do) {
      case 'open-socket':
        open(effect.region);
        break;
      case 'close-socket':
        hangUp();
        break;
      case 'log-in':
        void logIn(effect.isFresh, epoch);
        break;
      case 'ping':
        requests.ask(dialect.actions.ping, {}).catch(() => {});
        break;
      case 'set-timer':
        clearTimer(effect.timer);
        timers.set(
          effect.timer,
          clock.after(effect.ms, () => tell({ type: 'time-out', timer: effect.timer })),
        );
        break;
      case 'clear-timers':
        effect.timers.forEach(clearTimer);
        break;
    }
  }

  function clearTimer(timer: Timer): void {
    timers.get(timer)?.();
    timers.delete(timer);
  }

  function open(region: string | undefined): void {
    epoch += 1;
    const mine = epoch;
    const ifMine = (event: Event) => mine === epoch && tell(event);
    socket = parts.openSocket(parts.socketUrl(region), {
      opened: () => ifMine({ type: 'opened' }),
      received: (text) => {
        if (mine !== epoch) return;
        tell({ type: 'received' });
        if (text !== undefined) receive(text);
      },
      closed: (code) => {
        if (mine !== epoch) return;
        requests.endAll();
        tell({ type: 'closed', code });
      },
    });
  }

  function hangUp(): void {
    epoch += 1;
    socket?.close();
    socket = undefined;
    requests.endAll();
  }

  async function logIn(isFresh: boolean, mine: number): Promise<void> {
    try {
      if (isFresh) parts.tokens.invalidate();
      const token = await (isFresh ? parts.tokens.getFresh() : parts.tokens.get());
      if (mine !== epoch) return;
      const payload = parts.loginPayload(`${token.tokenType} ${token.accessToken}`);
      const answer = await requests.ask(dialect.actions.login, payload);
      if (mine !== epoch) return;
      const welcome = readWelcome(answer.payload, dialect.places);
      tell({ type: 'welcomed' });
      await Promise.all([...welcomeListeners].map((listener) => listener(welcome)));
      if (mine === epoch) tell({ type: 'synced' });
    } catch (error) {
      if (mine === epoch) fail(error);
    }
  }

  function fail(error: unknown): void {
    diagnostics.report(
      'log-in failed',
      error instanceof RequestError || error instanceof TokenError ? error.code : nameOf(error),
    );
    if (error instanceof TokenError && !mayPass.has(error.code))
      tell({ type: 'told', reaction: { next: 'stop', reason: 'refused' } });
    else if (error instanceof RequestError && !error.isDoubtful)
      tell({ type: 'told', reaction: afterDisconnect(error.code, told(error.data)) });
    else tell({ type: 'failed' });
  }

  function receive(text: string): void {
    const frame = readFrame(text);
    if (!frame) diagnostics.report('frame not read');
    else if (frame.kind === 'answer') requests.answer(frame.requestId, { via: 'response', payload: frame.payload });
    else if (frame.kind === 'refusal') requests.refuse(frame.requestId, frame.code, frame.data);
    else hear(frame);
  }

  function hear({ action, requestId, payload }: Extract<Frame, { kind: 'push' }>): void {
    if (action === 'customer_disconnected') {
      const reason = String(payload['reason']);
      diagnostics.report('goodbye', reason.slice(0, 40));
      tell({ type: 'told', reaction: afterDisconnect(reason, told(payload['data'])) });
      return;
    }
    const read = dialect.readPush.get(action);
    if (read) {
      try {
        const update = read(payload, (error) => diagnostics.report('left out', error.path));
        for (const listener of updateListeners) listener(update);
      } catch (error) {
        diagnostics.report(
          'push left out',
          error instanceof ProtocolError ? `${action} ${error.path}` : `${action} ${nameOf(error)}`,
        );
      }
    } else otherListener(action, payload);
    requests.answer(requestId, { via: 'push', payload });
  }

  return {
    line,
    tell,
    ask(action, payload) {
      const isUsable = state.name === 'syncing' || state.name === 'online' || state.name === 'unstable';
      if (!isUsable) return Promise.reject(new RequestError('no-connection', false));
      return requests.ask(dialect.actions[action], payload);
    },
    onUpdate(listener) {
      updateListeners.add(listener);
      return () => updateListeners.delete(listener);
    },
    onOther(listener) {
      otherListener = listener;
    },
    onWelcome(listener) {
      welcomeListeners.add(listener);
      return () => welcomeListeners.delete(listener);
    },
  };
}

/** Token errors that the service may get over. */
const mayPass = new Set(['unreachable', 'unreadable', 'server_error', 'temporarily_unavailable']);

function told(data: unknown): { region: string | undefined; timeout: number | undefined } {
  const { region, timeout } = (data ?? {}) as Json;
  return {
    region: typeof region === 'string' ? region : undefined,
    timeout: typeof timeout === 'number' && timeout > 0 ? timeout : undefined,
  };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}

/** What people and models see of each state. */
const seenAs: Readonly<Record<State['name'], Line['state']>> = {
  idle: 'idle',
  connecting: 'connecting',
  authorising: 'connecting',
  syncing: 'connecting',
  online: 'online',
  unstable: 'online',
  waiting: 'waiting',
  stopped: 'stopped',
};

function lineOf({ name, downSince, retryAt, reason }: State): Line {
  const state = seenAs[name];
  return (state === 'online' ? { state } : { state, downSince, retryAt, reason }) as Line;
}

function isSameLine(a: Line, b: Line): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
