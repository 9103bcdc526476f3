import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Clock, Diagnostics, Line, RestUpdate, Update, Welcome } from '../domain';
import {
  type Ask,
  type Dialect,
  type Drop,
  type Frame,
  type Json,
  type More,
  ProtocolError,
  type ProtocolRest,
  readFrame,
} from '../protocol';
import type { Judge } from './judge';
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
  /** `more` completes what is read, as soon as the rest is there. */
  readonly createDialect: (more: More) => Dialect;
  readonly diagnostics: Diagnostics;
  /** Where the socket is opened, in a data centre that the service named or else the usual one. */
  readonly socketUrl: (region: string | undefined) => string;
  /** The `login` payload, built anew for each log-in. */
  readonly loginPayload: (token: string) => Json;
}

export type AnyUpdate = Update | RestUpdate;
/** What a dialect knows besides reading and sending text. */
export type Rest = Pick<ProtocolRest, 'more' | 'readPush'>;

export interface Connection {
  readonly line: ReadonlySignal<Line>;
  readonly dialect: Dialect;
  /** What the newest log-in was answered with. */
  readonly loginAnswer: Json | undefined;
  /** What the machine hears from outside: connect, disconnect, shown … */
  tell<E extends keyof Events>(event: E, told?: Events[E]): void;
  /** By our name for it, or by the one that it has on the wire. */
  ask(action: Ask | `${string}_${string}`, payload: Json): Promise<Answer>;
  /** How it is asked, by the name on the wire. The rest sets one that says more. */
  request: (action: string, payload: Json) => Promise<Answer>;
  /**
   * The rest is there, or cannot be had. What waited for it is read now, in order. True if something was read before
   * that the rest would have completed. `judge`: without one whatever ends the line is a reason to try again.
   */
  extend(rest: Rest | undefined, judge?: Judge): boolean;
  /** Hears of each push before it is read. */
  overhear?: (push: Push) => void;
  onUpdate(listener: (update: AnyUpdate) => void): () => void;
  onWelcome(listener: (welcome: Welcome) => Promise<void>): () => void;
}

// Text is not held back for longer because of something else.
const HOLD_MS = 5_000;

/** Runs the effects of the machine: one socket at a time, its requests, its timers. */
export function createConnection(parts: ConnectionParts): Connection {
  const { clock, diagnostics } = parts;
  let rest: Rest | undefined;
  /** Pushes from the first one on that cannot be read without the rest; nobody waits once it is clear whether it comes. */
  let held: Push[] | undefined;
  let isWaiting = true;
  let cancelHold = (): void => {};
  let isPartial = false;
  let isUnknown = false;
  let loginAnswer: Json | undefined;
  let judge: Judge | undefined;
  /** Nobody knew yet what follows from it. */
  let end = () => {};
  const dialect = parts.createDialect((from, what) => {
    if (rest) return rest.more(from, what);
    isPartial = true;
    isUnknown ||= (what as { kind?: string }).kind === 'unknown';
    return what;
  });
  let state: State = atRest;
  let socket: Socket | undefined;
  /** Rises with each socket, so that what comes late for an old one is not taken for the new one's. */
  let epoch = 0;
  const line = signal<Line>({ state: 'idle' });
  const timers = new Map<Timer, () => void>();
  const updateListeners = new Set<(update: AnyUpdate) => void>();
  const welcomeListeners = new Set<(welcome: Welcome) => Promise<void>>();
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
    const token = await (isFresh ? parts.tokens.getFresh() : parts.tokens.get());
    if (!isMine()) return;
    const answer = await requests.ask(dialect.actions.login, parts.loginPayload(token.text));
    if (!isMine()) return;
    loginAnswer = answer.payload;
    const welcome = dialect.readWelcome(loginAnswer, dialect.places);
    tell('welcomed');
    await Promise.all([...welcomeListeners].map((listener) => listener(welcome)));
    if (isMine()) tell('synced');
  }

  function fail(error: unknown): void {
    const isKnown = error instanceof LineError;
    diagnostics.report('log-in failed', isKnown ? error.code : nameOf(error));
    if (isKnown && !error.isDoubtful) endFor(error.code, error.data);
    else tell('failed');
  }

  function endFor(reason: string, data: unknown): void {
    const mine = epoch;
    end = () => {
      if (mine !== epoch || !judge) return;
      const told = judge.afterDisconnect(reason, data);
      // At once: another tab may be quicker to need one.
      if (told.next === 'renew-token') parts.tokens.invalidate();
      tell('told', told);
    };
    end();
  }

  function receive(text: string | undefined): void {
    tell('received');
    if (text === undefined) return;
    const frame = readFrame(text);
    if (!frame) diagnostics.report('frame not read');
    else if (frame.kind === 'answer') requests.answer(frame.requestId, { via: 'response', payload: frame.payload });
    else if (frame.kind === 'refusal') refuse(frame);
    else hear(frame);
  }

  function refuse({ requestId, code, data }: Extract<Frame, { kind: 'refusal' }>): void {
    requests.refuse(requestId, new LineError(code, false, data, judge?.refusalOf(code)));
  }

  const isLoggedIn = () => seenAs[state.name] === 'online' || state.name === 'syncing';

  function hear(push: Push): void {
    const { action, requestId, payload } = push;
    if (action === 'customer_disconnected') {
      const reason = String(payload['reason']).slice(0, 40);
      diagnostics.report('goodbye', reason);
      endFor(reason, payload['data']);
      return;
    }
    connection.overhear?.(push);
    if (held) held.push(push);
    else read(push);
    // Before that, only the response says that somebody has logged in.
    if (isLoggedIn()) requests.answer(requestId, { via: 'push', payload });
  }

  /** Nobody waits any more. */
  function flush(): void {
    cancelHold();
    isWaiting = false;
    const late = held ?? [];
    held = undefined;
    late.forEach(read);
  }

  function read(push: Push): void {
    const { action, payload } = push;
    const drop: Drop = (error) => diagnostics.report('left out', error.path);
    isUnknown = !dialect.readPush.has(action);
    try {
      const update = dialect.readPush.get(action)?.(payload, drop);
      if (isUnknown && isWaiting) {
        held = [push];
        cancelHold = clock.after(HOLD_MS, flush);
        return;
      }
      const more = rest?.readPush.get(action);
      if (!update && !more) diagnostics.report('push not known', action.slice(0, 40));
      for (const told of [update ?? [], more?.(payload, drop) ?? []].flat()) {
        for (const listener of updateListeners) listener(told);
      }
    } catch (error) {
      const where = error instanceof ProtocolError ? error.path : nameOf(error);
      diagnostics.report('push left out', `${action} ${where}`);
    }
  }

  const connection: Connection = {
    line,
    tell,
    dialect,
    request: requests.ask,
    get loginAnswer() {
      return loginAnswer;
    },
    ask: (action, payload) =>
      isLoggedIn()
        ? connection.request(dialect.actions[action as Ask] ?? action, payload)
        : Promise.reject(new LineError('no-connection', false)),
    extend(next, how = { afterDisconnect: () => ({ next: 'reconnect' }), refusalOf: () => undefined }) {
      rest = next;
      judge = how;
      end();
      flush();
      return isPartial;
    },
    onUpdate(listener) {
      updateListeners.add(listener);
      return () => updateListeners.delete(listener);
    },
    onWelcome(listener) {
      welcomeListeners.add(listener);
      return () => welcomeListeners.delete(listener);
    },
  };
  return connection;
}

export type Push = Extract<Frame, { kind: 'push' }>;

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
