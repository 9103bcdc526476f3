import type { StopReason } from '../domain';
import type { Reaction } from './after-disconnect';
import { backoff } from './backoff';

const CONNECT_MS = 10_000;
const AUTHORISE_MS = 10_000;
const TICK_MS = 5_000;
// Every 15 s.
const TICKS_A_PING = 3;
const SILENCE_MS = 10_000;
const PROBE_MS = 3_000;
const STABLE_AFTER_MS = 30_000;
const FORCE_AT_MOST_EVERY_MS = 2_000;
const HIDDEN_RETRY_MS = 60_000;
// A timer that comes later than this has slept with the machine.
const OVERSLEPT_MS = 20_000;

export type Name = 'idle' | 'connecting' | 'authorising' | 'syncing' | 'online' | 'unstable' | 'waiting' | 'stopped';

/** Where the line is, and what it remembers on the way. Times are milliseconds since 1970. */
export interface State {
  readonly name: Name;
  /** While waiting. */
  readonly retryAt: number;
  /** When stopped. */
  readonly reason: StopReason | undefined;
  /** Attempts that have failed since the line was last stable. */
  readonly failures: number;
  readonly downSince: number;
  /** When somebody last asked to try at once. */
  readonly forcedAt: number;
  /** When the next tick is to come: one that is late has slept. */
  readonly tickAt: number;
  /** Until the next ping. */
  readonly ticks: number;
  /** A sign of life was asked for, and none has come yet. */
  readonly isAsking: boolean;
  readonly isHidden: boolean;
  readonly isChatting: boolean;
  /** The token was refused, so another one is wanted. */
  readonly wantsFreshToken: boolean;
  /** The log-in went with a token fetched for it. */
  readonly isTokenFresh: boolean;
  readonly region: string | undefined;
}

/** `deadline`: to connect and to authorise. `silence`, `probe`: nothing was heard for so long. */
export type Timer = 'deadline' | 'retry' | 'tick' | 'silence' | 'probe' | 'stable';

/** What can happen, and what comes with it. A timer that runs out is an event of its name. */
export interface Events extends Record<Timer, undefined> {
  connect: undefined;
  disconnect: undefined;
  opened: undefined;
  welcomed: undefined;
  synced: undefined;
  received: undefined;
  failed: undefined;
  /** The close code. */
  closed: number;
  told: Reaction;
  retryNow: undefined;
  networkUp: undefined;
  networkDown: undefined;
  slowAnswer: undefined;
  shown: boolean;
  chatting: boolean;
}

export type Effect =
  | readonly ['open', region: string | undefined]
  | readonly ['hangUp']
  | readonly ['logIn', isFresh: boolean]
  | readonly ['ping']
  | readonly ['set', Timer, ms: number]
  | readonly ['clear', ...Timer[]];

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
  tickAt: 0,
  ticks: 0,
  isAsking: false,
  isHidden: false,
  isChatting: false,
  wantsFreshToken: false,
  isTokenFresh: false,
  region: undefined,
};

/** The whole life of the line, without a socket, a clock or chance of its own. What no row names changes nothing. */
export function step<E extends keyof Events>(state: State, event: E, world: World, told?: Events[E]): Step {
  return table[event][state.name]?.(state, world, told as Events[E]) ?? [state, []];
}

type Move<E extends keyof Events = keyof Events> = (state: State, world: World, told: Events[E]) => Step;
type Row<E extends keyof Events> = Partial<Record<Name, Move<E>>>;

const LIVE: readonly Name[] = ['syncing', 'online', 'unstable'];
const CONNECTED: readonly Name[] = ['connecting', 'authorising', ...LIVE];
const ALL: readonly Name[] = ['idle', ...CONNECTED, 'waiting', 'stopped'];

const inAll = <E extends keyof Events>(names: readonly Name[], move: Move<E>): Row<E> =>
  Object.fromEntries(names.map((name) => [name, move]));

const hangUp: readonly Effect[] = [['clear', 'deadline', 'retry', 'tick', 'silence', 'probe', 'stable'], ['hangUp']];
/** Going away, restarting, try again later. */
const SENT_AWAY: readonly number[] = [1001, 1012, 1013];
/** Those who were sent away for a while may come back when the visitor wants something. */
const MAY_RETURN: readonly unknown[] = ['idle-too-long', 'busy', 'signed-out'];

const open: Move = (state, { now }) => [
  { ...state, name: 'connecting', downSince: state.name === 'waiting' ? state.downSince : now },
  [hangUp[0]!, ['open', state.region], ['set', 'deadline', CONNECT_MS]],
];

const openAnew: Move = (state, world, told) => open({ ...state, failures: 0 }, world, told);

const openNow: Move = (state, world, told) =>
  // Clocks are set back, too.
  Math.abs(world.now - state.forcedAt) < FORCE_AT_MOST_EVERY_MS
    ? // Soon, then: a hidden page may have had nothing else that it waited for.
      [state, [['set', 'retry', FORCE_AT_MOST_EVERY_MS]]]
    : open({ ...state, forcedAt: world.now }, world, told);

/** A hidden page comes back rarely, and without a chat not at all until somebody looks at it. */
function wait(state: State, ms: number, { now }: World): Step {
  const wasUp = state.name === 'online' || state.name === 'unstable';
  const wantedMs = state.isHidden ? Math.max(ms, HIDDEN_RETRY_MS) : ms;
  return [
    { ...state, name: 'waiting', downSince: wasUp ? now : state.downSince, retryAt: now + wantedMs },
    state.isHidden && !state.isChatting ? hangUp : [...hangUp, ['set', 'retry', wantedMs]],
  ];
}

function loseWhen(wasSentAway: boolean, state: State, world: World): Step {
  const failures = state.failures + 1;
  return wait({ ...state, failures }, backoff(failures, wasSentAway, world.random), world);
}

const lose: Move = (state, world) => loseWhen(false, state, world);

function react(state: State, world: World, told: Reaction): Step {
  switch (told.next) {
    case 'reconnect':
      return loseWhen(true, state, world);
    case 'renew-token': {
      const next = { ...state, wantsFreshToken: true };
      // An old token is no fault of the line: another one is fetched soon, however often the line had failed.
      return state.isTokenFresh ? loseWhen(false, next, world) : wait(next, backoff(1, false, world.random), world);
    }
    case 'move':
      return loseWhen(false, { ...state, region: told.region }, world);
    case 'wait':
      return wait(state, told.ms, world);
    case 'stop':
      return [{ ...state, name: 'stopped', reason: told.reason }, hangUp];
  }
}

const idle: Move = (state) => [state, []];

const look =
  (whenShown: Move): Move<'shown'> =>
  (state, world, isShown) =>
    (isShown ? whenShown : idle)({ ...state, isHidden: !isShown }, world, undefined);

/** A line that is silent already gets no more time by being asked again. */
const ping: Move = (state) =>
  state.isAsking ? [state, [['ping']]] : [{ ...state, isAsking: true }, [['ping'], ['set', 'silence', SILENCE_MS]]];

/** There is reason to doubt the line, and somebody is waiting for it. */
const probe: Move = (state) => [state, [['ping'], ['set', 'probe', PROBE_MS]]];

const tick: Move = (state, world, told) => {
  const ticks = (state.ticks + 1) % TICKS_A_PING;
  const ask = world.now - state.tickAt > OVERSLEPT_MS ? probe : ticks ? idle : ping;
  const [next, effects] = ask(state, world, told);
  return [{ ...next, ticks, tickAt: world.now + TICK_MS }, [...effects, ['set', 'tick', TICK_MS]]];
};

const hear =
  (name?: Name): Move =>
  (state) => [{ ...state, isAsking: false, name: name ?? state.name }, [['clear', 'silence', 'probe']]];

const doubt: Move = (state) => [{ ...state, name: 'unstable' }, []];

const table: { readonly [E in keyof Events]: Row<E> } = {
  connect: { idle: openAnew, stopped: openAnew },
  disconnect: inAll(ALL, (state) => [{ ...state, name: 'idle' }, hangUp]),
  opened: {
    connecting: (state) => [
      { ...state, name: 'authorising', wantsFreshToken: false, isTokenFresh: state.wantsFreshToken },
      [
        ['logIn', state.wantsFreshToken],
        ['set', 'deadline', AUTHORISE_MS],
      ],
    ],
  },
  welcomed: {
    authorising: (state, { now }) => [
      { ...state, name: 'syncing', tickAt: now + TICK_MS, ticks: 0, isAsking: false },
      [
        ['clear', 'deadline'],
        ['set', 'tick', TICK_MS],
      ],
    ],
  },
  synced: { syncing: (state) => [{ ...state, name: 'online' }, [['set', 'stable', STABLE_AFTER_MS]]] },
  received: { syncing: hear(), online: hear(), unstable: hear('online') },

  failed: inAll(CONNECTED, lose),
  closed: inAll(CONNECTED, (state, world, code) => loseWhen(SENT_AWAY.includes(code), state, world)),
  told: inAll(CONNECTED, react),

  deadline: { connecting: lose, authorising: lose },
  // Elsewhere it is only set for a visitor who was in a hurry.
  retry: { idle: open, waiting: open, stopped: open },
  tick: inAll(LIVE, tick),
  probe: inAll(LIVE, lose),
  silence: {
    syncing: lose,
    online: (state) => [{ ...state, name: 'unstable' }, [['set', 'silence', SILENCE_MS]]],
    unstable: lose,
  },
  stable: { online: (state) => [{ ...state, failures: 0 }, []] },

  retryNow: {
    idle: openNow,
    waiting: openNow,
    stopped: (state, world, told) => (MAY_RETURN.includes(state.reason) ? openNow(state, world, told) : [state, []]),
  },
  networkUp: { ...inAll(LIVE, probe), waiting: openNow },
  networkDown: { online: doubt },
  slowAnswer: inAll(LIVE, ping),
  shown: {
    ...inAll(ALL, look(idle)),
    ...inAll(LIVE, look(probe)),
    waiting: look(openNow),
  },
  chatting: inAll(ALL, (state, _world, isChatting) => [{ ...state, isChatting }, []]),
};
