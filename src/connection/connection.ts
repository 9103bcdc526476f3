import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Clock, Diagnostics, Line, Update, Welcome } from '../domain';
import { type Ask, type Dialect, type Frame, type Json, ProtocolError, readFrame, readWelcome } from '../protocol';
import { afterDisconnect } from './after-disconnect';
import { LineError } from './line-error';
import { atRest, type Effect, type Events, type Name, type State, step, type Timer } from './machine';
import { type Answer, createRequests } from './requests';
import type { OpenSocket, Socket } from './socket';
import type { TokenSource } from './token';

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
  tell<E extends keyof Events>(event: E, told?: Events[E]): void;
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
    onSlow: () => tell('slowAnswer'),
  });

  const run: { readonly [N in Effect[0]]: (...told: never[]) => void } = {
    open(region: string | undefined) {
      epoch += 1;
      const mine = epoch;
      socket = parts.openSocket(parts.socketUrl(region), {
        opened: () => mine === epoch && tell('opened'),
        received: (text) => mine === epoch && receive(text),
        closed(code) {
          if (mine !== epoch) return;
          requests.endAll();
          tell('closed', code);
        },
      });
    },
    hangUp() {
      epoch += 1;
      socket?.close();
      socket = undefined;
      requests.endAll();
    },
    logIn(isFresh: boolean) {
      const mine = epoch;
      logIn(isFresh, () => mine === epoch).catch((error: unknown) => mine === epoch && fail(error));
    },
    ping() {
      requests.ask(dialect.actions.ping, {}).catch(() => {});
    },
    set(timer: Timer, ms: number) {
      timers.get(timer)?.();
      timers.set(
        timer,
        clock.after(ms, () => tell(timer)),
      );
    },
    clear(...names: Timer[]) {
      for (const name of names) timers.get(name)?.();
    },
  };

  function tell<E extends keyof Events>(event: E, told?: Events[E]): void {
    const [next, effects] = step(state, event, { now: clock.now(), random: parts.random }, told);
    state = next;
    for (const [name, ...args] of effects) run[name](...(args as never[]));
    const now = lineOf(next);
    if (!isSameLine(now, line.peek())) line.value = now;
  }

  async function logIn(isFresh: boolean, isMine: () => boolean): Promise<void> {
    if (isFresh) parts.tokens.invalidate();
    const token = await (isFresh ? parts.tokens.getFresh() : parts.tokens.get());
    if (!isMine()) return;
    const answer = await requests.ask(dialect.actions.login, parts.loginPayload(token.text));
    if (!isMine()) return;
    const welcome = readWelcome(answer.payload, dialect.places);
    tell('welcomed');
    await Promise.all([...welcomeListeners].map((listener) => listener(welcome)));
    if (isMine()) tell('synced');
  }

  function fail(error: unknown): void {
    const isKnown = error instanceof LineError;
    diagnostics.report('log-in failed', isKnown ? error.code : nameOf(error));
    if (isKnown && !error.isDoubtful) tell('told', afterDisconnect(error.code, error.data));
    else tell('failed');
  }

  function receive(text: string | undefined): void {
    tell('received');
    if (text === undefined) return;
    const frame = readFrame(text);
    if (!frame) diagnostics.report('frame not read');
    else if (frame.kind === 'answer') requests.answer(frame.requestId, { via: 'response', payload: frame.payload });
    else if (frame.kind === 'refusal') requests.refuse(frame.requestId, frame.code, frame.data);
    else hear(frame);
  }

  function hear({ action, requestId, payload }: Extract<Frame, { kind: 'push' }>): void {
    if (action === 'customer_disconnected') {
      const reason = String(payload['reason']).slice(0, 40);
      diagnostics.report('goodbye', reason);
      tell('told', afterDisconnect(reason, payload['data']));
      return;
    }
    const read = dialect.readPush.get(action);
    if (!read) otherListener(action, payload);
    else {
      try {
        const update = read(payload, (error) => diagnostics.report('left out', error.path));
        for (const listener of updateListeners) listener(update);
      } catch (error) {
        const where = error instanceof ProtocolError ? error.path : nameOf(error);
        diagnostics.report('push left out', `${action} ${where}`);
      }
    }
    requests.answer(requestId, { via: 'push', payload });
  }

  return {
    line,
    tell,
    ask: (action, payload) =>
      seenAs[state.name] === 'online' || state.name === 'syncing'
        ? requests.ask(dialect.actions[action], payload)
        : Promise.reject(new LineError('no-connection', false)),
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

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}

/** What people and models see of each state. */
const seenAs: Readonly<Record<Name, Line['state']>> = {
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
