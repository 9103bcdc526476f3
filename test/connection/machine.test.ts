import { describe, expect, it } from 'vitest';
import { afterDisconnect } from '../../src/connection/after-disconnect';
import { atRest, type Effect, type Events, type State, step } from '../../src/connection/machine';

const half = { now: 100_000, random: () => 0.5 };
const memory = { ...atRest, downSince: 90_000, tickAt: 100_000, ticks: 2 };

const states: readonly State[] = [
  { ...memory, name: 'idle' },
  { ...memory, name: 'connecting' },
  { ...memory, name: 'authorising' },
  { ...memory, name: 'syncing' },
  { ...memory, name: 'online' },
  { ...memory, name: 'unstable' },
  { ...memory, name: 'waiting', retryAt: 101_000 },
  { ...memory, name: 'stopped', reason: 'banned' },
];

interface TableRow {
  readonly event: keyof Events;
  readonly told?: unknown;
  /** The state after it, for each state above. A dot: nothing happens. */
  readonly to: string;
}

/** Every (state, event) pair. */
const table: readonly TableRow[] = [
  //                        idle connecting authorising syncing online unstable waiting stopped
  { event: 'connect', to: 'connecting . . . . . . connecting' },
  { event: 'disconnect', to: 'idle idle idle idle idle idle idle idle' },
  { event: 'opened', to: '. authorising . . . . . .' },
  { event: 'welcomed', to: '. . syncing . . . . .' },
  { event: 'synced', to: '. . . online . . . .' },
  { event: 'received', to: '. . . . . online . .' },
  { event: 'failed', to: '. waiting waiting waiting waiting waiting . .' },
  { event: 'closed', told: 1006, to: '. waiting waiting waiting waiting waiting . .' },
  { event: 'told', told: { next: 'reconnect' }, to: '. waiting waiting waiting waiting waiting . .' },
  { event: 'told', told: { next: 'renew-token' }, to: '. waiting waiting waiting waiting waiting . .' },
  { event: 'told', told: { next: 'move', region: 'fra' }, to: '. waiting waiting waiting waiting waiting . .' },
  { event: 'told', told: { next: 'wait', ms: 9 }, to: '. waiting waiting waiting waiting waiting . .' },
  { event: 'told', told: { next: 'stop', reason: 'license' }, to: '. stopped stopped stopped stopped stopped . .' },
  { event: 'retry', to: 'connecting . . . . . connecting connecting' },
  { event: 'deadline', to: '. waiting waiting . . . . .' },
  { event: 'silence', to: '. . . waiting unstable waiting . .' },
  { event: 'probe', to: '. . . waiting waiting waiting . .' },
  { event: 'tick', to: '. . . . . . . .' },
  { event: 'stable', to: '. . . . . . . .' },
  { event: 'retryNow', to: 'connecting . . . . . connecting .' },
  { event: 'networkUp', to: '. . . . . . connecting .' },
  { event: 'networkDown', to: '. . . . unstable . . .' },
  { event: 'slowAnswer', to: '. . . . . . . .' },
  { event: 'shown', told: false, to: '. . . . . . . .' },
  { event: 'shown', told: true, to: '. . . . . . connecting .' },
  { event: 'chatting', told: false, to: '. . . . . . . .' },
  { event: 'chatting', told: true, to: '. . . . . . . .' },
];

describe.each(table)('$event $told', ({ event, told, to }) => {
  const wanted = to.split(' ');
  it.each(states.map((state, at) => [state.name, state, wanted[at] === '.' ? state.name : wanted[at]] as const))(
    'in %s',
    (_from, state, name) => {
      expect(step(state, event, half, told as Events[typeof event])[0].name).toBe(name);
    },
  );
});

it('has a row for every event and every state', () => {
  const events: Record<keyof Events, true> = {
    connect: true,
    disconnect: true,
    opened: true,
    welcomed: true,
    synced: true,
    received: true,
    failed: true,
    closed: true,
    told: true,
    retryNow: true,
    networkUp: true,
    networkDown: true,
    slowAnswer: true,
    shown: true,
    chatting: true,
    deadline: true,
    retry: true,
    tick: true,
    silence: true,
    probe: true,
    stable: true,
  };
  expect(new Set(table.map(({ event }) => event))).toEqual(new Set(Object.keys(events)));
  for (const { to } of table) expect(to.split(' ')).toHaveLength(states.length);
});

const does = (effects: readonly Effect[]) => effects.map((effect) => effect.join(' '));

function named<N extends State['name']>(name: N): State {
  return states.find((state) => state.name === name)!;
}

describe('waiting', () => {
  const waitAfter = (failures: number, code: number, random: number) => {
    const [next] = step({ ...named('online'), failures }, 'closed', { now: 0, random: () => random }, code);
    return next.name === 'waiting' ? next.retryAt : Number.NaN;
  };

  it('row 277: has full jitter up to a ceiling that doubles, and stops at 30 s', () => {
    expect([1, 2, 3, 4, 5, 9].map((failures) => waitAfter(failures, 1006, 0.999_999).toFixed(0))).toEqual([
      '4000',
      '8000',
      '16000',
      '30000',
      '30000',
      '30000',
    ]);
    expect(waitAfter(5, 1006, 0)).toBe(0);
  });

  it('is up to 1 s at first when our network failed, and up to 5 s when the server sent us away', () => {
    expect(waitAfter(0, 1006, 0.5)).toBe(500);
    for (const code of [1001, 1012, 1013]) expect(waitAfter(0, code, 0.5)).toBe(2_500);
  });

  it('starts anew only after 30 s online, and not on open', () => {
    const [opened] = step({ ...named('connecting'), failures: 4 }, 'opened', half);
    expect(opened.failures).toBe(4);
    const [synced, effects] = step({ ...named('syncing'), failures: 4 }, 'synced', half);
    expect(synced.failures).toBe(4);
    expect(does(effects)).toEqual(['set stable 30000']);
    expect(step({ ...named('online'), failures: 4 }, 'stable', half)[0].failures).toBe(0);
  });

  it('row 277: is cut short at most once in 2 s', () => {
    const [first] = step(named('waiting'), 'retryNow', half);
    const [lost] = step(first, 'failed', half);
    expect(step(lost, 'retryNow', { ...half, now: half.now + 1_999 })[0].name).toBe('waiting');
    // A page that was hidden may have had no timer, and would wait for ever.
    expect(does(step(lost, 'shown', { ...half, now: half.now + 1_999 }, true)[1])).toEqual(['set retry 2000']);
    expect(step(lost, 'retryNow', { ...half, now: half.now + 2_000 })[0].name).toBe('connecting');
  });

  it('is rare while hidden, and for ever without a chat', () => {
    const hidden = { ...named('online'), isHidden: true };
    expect(does(step({ ...hidden, isChatting: true }, 'closed', half, 1006)[1])).toContain('set retry 60000');
    expect(does(step(hidden, 'closed', half, 1006)[1]).join()).not.toContain('set ');
  });

  it('counts the gap from when the line went', () => {
    const [lost] = step(named('online'), 'closed', half, 1006);
    const [again] = step(lost, 'retry', { ...half, now: 105_000 });
    expect([lost.downSince, again.downSince]).toEqual([100_000, 100_000]);
  });
});

describe('signs of life', () => {
  it('are asked for every 15 s, and again doubted after 10 s and given up after 20', () => {
    const [, effects] = step(named('online'), 'tick', half);
    expect(does(effects)).toEqual(['ping', 'set silence 10000', 'set tick 5000']);
    for (const ticks of [0, 1])
      expect(does(step({ ...named('online'), ticks }, 'tick', half)[1])).toEqual(['set tick 5000']);
    const [unstable, more] = step(named('online'), 'silence', half);
    expect(does(more)).toEqual(['set silence 10000']);
    expect(step(unstable, 'silence', half)[0].name).toBe('waiting');
  });

  it('are anything that is received', () => {
    expect(step(named('online'), 'received', half)[1]).toEqual([['clear', 'silence', 'probe']]);
  });

  it('are wanted within 3 s by somebody who has just come back, or after a sleep', () => {
    const probe = ['ping', 'set probe 3000'];
    expect(does(step(named('online'), 'shown', half, true)[1])).toEqual(probe);
    expect(does(step(named('online'), 'networkUp', half)[1])).toEqual(probe);
    const slept = { ...named('online'), ticks: 0, tickAt: half.now - 20_001 };
    expect(does(step(slept, 'tick', half)[1]).slice(0, 2)).toEqual(probe);
  });
});

describe('after a goodbye', () => {
  const goodbye = (reason: string, told = {}) => step(named('online'), 'told', half, afterDisconnect(reason, told))[0];

  it.each([
    ['access_token_expired', 'waiting'],
    ['access_token_revoked', 'waiting'],
    ['connection_evicted', 'waiting'],
    ['connection_timeout', 'waiting'],
    ['internal_error', 'waiting'],
    ['service_temporarily_unavailable', 'waiting'],
    ['too_many_unauthorized_connections', 'waiting'],
    ['misdirected_connection', 'waiting'],
    ['customer_temporarily_blocked', 'waiting'],
    ['a_reason_to_come', 'waiting'],
    ['constructor', 'waiting'],
    ['license_not_found', 'stopped'],
    ['license_expired', 'stopped'],
    ['unsupported_version', 'stopped'],
    ['too_many_connections', 'stopped'],
    ['logged_out_remotely', 'stopped'],
    ['customer_banned', 'stopped'],
    ['product_version_changed', 'stopped'],
    ['inactivity_timeout', 'stopped'],
  ])('%s: %s', (reason, name) => {
    expect(goodbye(reason).name).toBe(name);
  });

  it('another token is fetched when the old one will not do', () => {
    const [opening] = step(goodbye('access_token_expired'), 'retry', half);
    const [, effects] = step(opening, 'opened', half);
    expect(effects).toContainEqual(['logIn', true]);
  });

  it('another token comes soon, however often the line had failed; but not when that one will not do either', () => {
    const refused = (isTokenFresh: boolean) =>
      step({ ...named('authorising'), failures: 4, isTokenFresh }, 'told', half, { next: 'renew-token' })[0].retryAt;
    expect(refused(false)).toBe(half.now + 500);
    expect(refused(true)).toBe(half.now + 15_000);
  });

  it('goes to the region that was named', () => {
    const [, effects] = step(goodbye('misdirected_connection', { region: 'fra' }), 'retry', half);
    expect(effects).toContainEqual(['open', 'fra']);
  });

  it('waits as long as it was told, but not for ever', () => {
    expect(goodbye('customer_temporarily_blocked', { timeout: 90 })).toMatchObject({ retryAt: half.now + 90_000 });
    expect(goodbye('customer_temporarily_blocked', { timeout: 900_000 })).toMatchObject({
      retryAt: half.now + 3_600_000,
    });
  });

  it('comes soon for who was sent away again a moment ago, and asks once more', () => {
    const [first] = step(goodbye('users_limit_reached'), 'retryNow', half);
    const [opened] = step(first, 'opened', half);
    const [again] = step(opened, 'told', half, { next: 'stop', reason: 'busy' });
    const [still, effects] = step(again, 'retryNow', { ...half, now: half.now + 1 });
    expect([still.name, does(effects)]).toEqual(['stopped', ['set retry 2000']]);
    expect(step(still, 'retry', { ...half, now: half.now + 2_001 })[0].name).toBe('connecting');
  });

  it('comes back from idleness when the visitor wants something, and from a ban never', () => {
    expect(step(goodbye('inactivity_timeout'), 'retryNow', half)[0].name).toBe('connecting');
    expect(step(goodbye('customer_banned'), 'retryNow', half)[0].name).toBe('stopped');
  });
});
