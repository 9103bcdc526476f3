import type { StopReason } from '../domain';
import type { Reaction } from './after-disconnect';
import { backoff } from './backoff';

export const CONNECT_MS = 10_000;
export const AUTHORISE_MS = 10_000;
export const PING_EVERY_MS = 15_000;
export const SILENCE_MS = 10_000;
export const PROBE_MS = 3_000;
export const STABLE_AFTER_MS = 30_000;
export const FORCE_AT_MOST_EVERY_MS = 2_000;
export const HIDDEN_RETRY_MS = 60_000;
// A timer that comes later than this has slept with the machine.
const OVERSLEPT_MS = 20_000;

/** Where the line is, and what it remembers on the way. Times are milliseconds since 1970. */
export interface State {
  readonly name: 'idle' | 'connecting' | 'authorising' | 'syncing' | 'online' | 'unstable' | 'waiting' | 'stopped';
  /** While waiting. */
  readonly retryAt: number;
  /** When stopped. */
  readonly reason: StopReason | undefined;
  /** Attempts that have failed since the line was last stable. */
  readonly failures: number;
  readonly downSince: number;
  /** When somebody last asked to try at once. */
  readonly forcedAt: number;
  readonly pingDueAt: number;
  /** A sign of life was asked for, and none has come yet. */
  readonly isAsking: boolean;
  readonly isHidden: boolean;
  readonly isChatting: boolean;
  /** The token was refused, so another one is wanted. */
  readonly wantsFreshToken: boolean;
  readonly region: string | undefined;
}

export type Event =
  | { readonly type: 'connect' | 'disconnect' | 'opened' | 'received' | 'welcomed' | 'synced' | 'failed' }
  | { readonly type: 'closed'; readonly code: number }
  | { readonly type: 'told'; readonly reaction: Reaction }
  | { readonly type: 'time-out'; readonly timer: Timer }
  | { readonly type: 'retry-now' | 'network-up' | 'network-down' | 'slow-answer' }
  | { readonly type: 'shown'; readonly isShown: boolean }
  | { readonly type: 'chatting'; readonly isChatting: boolean };

export type Timer = 'deadline' | 'retry' | 'ping' | 'silence' | 'probe' | 'stable';

export type Effect =
  | { readonly do: 'open-socket'; readonly region: string | undefined }
  | { readonly do: 'close-socket' | 'ping' }
  | { readonly do: 'log-in'; readonly isFresh: boolean }
  | { readonly do: 'set-timer'; readonly timer: Timer; readonly ms: number }
  | { readonly do: 'clear-timers'; readonly timers: readonly Timer[] };

export interface World {
  readonly now: number;
  readonly random: () => number;
}

export type Step = readonly [State, readonly Effect[]];

export const atRest: State = {
  name: 'idle',
  retryAt: 0,
  reason: undefined,
  failures: 0,
  downSince: 0,
  forcedAt: Number.NEGATIVE_INFINITY,
  pingDueAt: 0,
  isAsking: false,
  isHidden: false,
  isChatting: false,
  wantsFreshToken: false,
  region: undefined,
};

/** The whole life of the line, without a socket, a clock or chance of its own. */
export function step(state: State, event: Event, world: World): Step {
  switch (event.type) {
    case 'connect':
      return state.name === 'idle' || state.name === 'stopped' ? open({ ...state, failures: 0 }, world) : stay(state);
    case 'disconnect':
      return [{ ...state, name: 'idle' }, hangUp];
    case 'opened':
      return state.name === 'connecting' ? authorise(state) : stay(state);
    case 'welcomed':
      return state.name === 'authorising' ? sync(state, world) : stay(state);
    case 'synced':
      return state.name === 'syncing'
        ? [{ ...state, name: 'online' }, [{ do: 'set-timer', timer: 'stable', ms: STABLE_AFTER_MS }]]
        : stay(state);
    case 'received':
      return hear(state);
    case 'failed':
      return isConnected(state) ? lose(state, false, world) : stay(state);
    case 'closed':
      return isConnected(state) ? lose(state, sentAwayBy.has(event.code), world) : stay(state);
    case 'told':
      return isConnected(state) ? react(state, event.reaction, world) : stay(state);
    case 'time-out':
      return timeOut(state, event.timer, world);
    case 'retry-now':
      return retryNow(state, world);
    case 'network-up':
      return isLive(state) ? probe(state) : retryNow(state, world);
    case 'network-down':
      return state.name === 'online' ? [{ ...state, name: 'unstable' }, []] : stay(state);
    case 'slow-answer':
      return isLive(state) ? ping(state) : stay(state);
    case 'shown':
      return show({ ...state, isHidden: !event.isShown }, world);
    case 'chatting':
      return [{ ...state, isChatting: event.isChatting }, []];
  }
}

const ALL_TIMERS: readonly Timer[] = ['deadline', 'retry', 'ping', 'silence', 'probe', 'stable'];
const hangUp: readonly Effect[] = [{ do: 'clear-timers', timers: ALL_TIMERS }, { do: 'close-socket' }];
/** Going away, restarting, try again later. */
const sentAwayBy = new Set([1001, 1012, 1013]);

function open(state: State, { now }: World): Step {
  const downSince = state.name === 'waiting' ? state.downSince : now;
  return [
    { ...state, name: 'connecting', downSince },
    [
      { do: 'clear-timers', timers: ALL_TIMERS },
      { do: 'open-socket', region: state.region },
      { do: 'set-timer', timer: 'deadline', ms: CONNECT_MS },
    ],
  ];
}

function authorise(state: State): Step {
  return [
    { ...state, name: 'authorising', wantsFreshToken: false },
    [
      { do: 'log-in', isFresh: state.wantsFreshToken },
      { do: 'set-timer', timer: 'deadline', ms: AUTHORISE_MS },
    ],
  ];
}

function sync(state: State, { now }: World): Step {
  return [
    { ...state, name: 'syncing', pingDueAt: now + PING_EVERY_MS, isAsking: false },
    [
      { do: 'clear-timers', timers: ['deadline'] },
      { do: 'set-timer', timer: 'ping', ms: PING_EVERY_MS },
    ],
  ];
}

/** Anything received is a sign of life. */
function hear(state: State): Step {
  if (!isLive(state)) return stay(state);
  return [
    { ...state, isAsking: false, name: state.name === 'unstable' ? 'online' : state.name },
    [{ do: 'clear-timers', timers: ['silence', 'probe'] }],
  ];
}

/** A line that is silent already gets no more time by being asked again. */
function ping(state: State): Step {
  if (state.isAsking) return [state, [{ do: 'ping' }]];
  return [{ ...state, isAsking: true }, [{ do: 'ping' }, { do: 'set-timer', timer: 'silence', ms: SILENCE_MS }]];
}

/** There is reason to doubt the line, and somebody is waiting for it. */
function probe(state: State): Step {
  return [state, [{ do: 'ping' }, { do: 'set-timer', timer: 'probe', ms: PROBE_MS }]];
}

function timeOut(state: State, timer: Timer, world: World): Step {
  switch (timer) {
    case 'retry':
      return state.name === 'waiting' ? open(state, world) : stay(state);
    case 'deadline':
      return state.name === 'connecting' || state.name === 'authorising' ? lose(state, false, world) : stay(state);
    case 'stable':
      return state.name === 'online' ? [{ ...state, failures: 0 }, []] : stay(state);
    case 'ping': {
      if (!isLive(state)) return stay(state);
      const hasOverslept = world.now - state.pingDueAt > OVERSLEPT_MS;
      const [next, effects] = hasOverslept ? probe(state) : ping(state);
      return [
        { ...next, pingDueAt: world.now + PING_EVERY_MS },
        [...effects, { do: 'set-timer', timer: 'ping', ms: PING_EVERY_MS }],
      ];
    }
    case 'probe':
      return isLive(state) ? lose(state, false, world) : stay(state);
    case 'silence':
      if (!isLive(state)) return stay(state);
      // While it syncs, or after a second silence, the line is taken for dead.
      return state.name === 'online'
        ? [{ ...state, name: 'unstable' }, [{ do: 'set-timer', timer: 'silence', ms: SILENCE_MS }]]
        : lose(state, false, world);
  }
}

function react(state: State, reaction: Reaction, world: World): Step {
  switch (reaction.next) {
    case 'reconnect':
      return lose(state, true, world);
    case 'renew-token':
      return lose({ ...state, wantsFreshToken: true }, false, world);
    case 'move':
      return lose({ ...state, region: reaction.region }, false, world);
    case 'wait':
      return wait(state, reaction.ms, world);
    case 'stop':
      return [{ ...state, name: 'stopped', reason: reaction.reason }, hangUp];
  }
}

function lose(state: State, wasSentAway: boolean, world: World): Step {
  const failures = state.failures + 1;
  return wait({ ...state, failures }, backoff(failures, wasSentAway, world.random), world);
}

/** A hidden page comes back rarely, and without a chat not at all until somebody looks at it. */
function wait(state: State, ms: number, { now }: World): Step {
  const downSince = isLive(state) && state.name !== 'syncing' ? now : state.downSince;
  const wantedMs = state.isHidden ? Math.max(ms, HIDDEN_RETRY_MS) : ms;
  const sleeps = state.isHidden && !state.isChatting;
  return [
    { ...state, name: 'waiting', downSince, retryAt: now + wantedMs },
    sleeps ? hangUp : [...hangUp, { do: 'set-timer', timer: 'retry', ms: wantedMs }],
  ];
}

/** Those who were sent away for a while may come back when the visitor wants something. */
const mayReturn = new Set<StopReason | undefined>(['idle-too-long', 'busy', 'signed-out']);

function retryNow(state: State, world: World): Step {
  const isWaiting =
    state.name === 'waiting' || state.name === 'idle' || (state.name === 'stopped' && mayReturn.has(state.reason));
  if (!isWaiting || world.now - state.forcedAt < FORCE_AT_MOST_EVERY_MS) return stay(state);
  return open({ ...state, forcedAt: world.now }, world);
}

function show(state: State, world: World): Step {
  if (state.isHidden) return stay(state);
  if (isLive(state)) return probe(state);
  return state.name === 'waiting' ? retryNow(state, world) : stay(state);
}

function isConnected(state: State): boolean {
  return state.name === 'connecting' || state.name === 'authorising' || isLive(state);
}

function isLive(state: State): boolean {
  return state.name === 'syncing' || state.name === 'online' || state.name === 'unstable';
}

function stay(state: State): Step {
  return [state, []];
}
