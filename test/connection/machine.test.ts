import { describe, expect, it } from 'vitest';
import { afterDisconnect } from '../../src/connection/after-disconnect';
import { atRest, type Effect, type Event, type State, step, type Timer } from '../../src/connection/machine';

const half = { now: 100_000, random: () => 0.5 };
const memory = { ...atRest, downSince: 90_000, pingDueAt: 100_000 };

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

const timeOut = (timer: Timer): Event => ({ type: 'time-out', timer });

/** Every (state, event) pair. A dot: nothing happens. */
const table: readonly (readonly [string, Event, string])[] = [
  //                                    idle connecting authorising syncing online unstable waiting stopped
  ['connect', { type: 'connect' }, 'connecting . . . . . . connecting'],
  ['disconnect', { type: 'disconnect' }, 'idle idle idle idle idle idle idle idle'],
  ['opened', { type: 'opened' }, '. authorising . . . . . .'],
  ['welcomed', { type: 'welcomed' }, '. . syncing . . . . .'],
  ['synced', { type: 'synced' }, '. . . online . . . .'],
  ['received', { type: 'received' }, '. . . . . online . .'],
  ['failed', { type: 'failed' }, '. waiting waiting waiting waiting waiting . .'],
  ['closed', { type: 'closed', code: 1006 }, '. waiting waiting waiting waiting waiting . .'],
  [
    'told to reconnect',
    { type: 'told', reaction: { next: 'reconnect' } },
    '. waiting waiting waiting waiting waiting . .',
  ],
  [
    'told to stop',
    { type: 'told', reaction: { next: 'stop', reason: 'license' } },
    '. stopped stopped stopped stopped stopped . .',
  ],
  ['retry timer', timeOut('retry'), '. . . . . . connecting .'],
  ['deadline timer', timeOut('deadline'), '. waiting waiting . . . . .'],
  ['silence timer', timeOut('silence'), '. . . waiting unstable waiting . .'],
  ['probe timer', timeOut('probe'), '. . . waiting waiting waiting . .'],
  ['ping timer', timeOut('ping'), '. . . . . . . .'],
  ['stable timer', timeOut('stable'), '. . . . . . . .'],
  ['retry now', { type: 'retry-now' }, 'connecting . . . . . connecting .'],
  ['network up', { type: 'network-up' }, 'connecting . . . . . connecting .'],
  ['network down', { type: 'network-down' }, '. . . . unstable . . .'],
  ['slow answer', { type: 'slow-answer' }, '. . . . . . . .'],
  ['hidden', { type: 'shown', isShown: false }, '. . . . . . . .'],
  ['shown', { type: 'shown', isShown: true }, '. . . . . . connecting .'],
  ['chatting', { type: 'chatting', isChatting: true }, '. . . . . . . .'],
];

describe.each(table)('%s', (_name, event, row) => {
  const wanted = row.split(' ');
  it.each(states.map((state, at) => [state.name, state, wanted[at] === '.' ? state.name : wanted[at]] as const))(
    'in %s',
    (_from, state, to) => {
      expect(step(state, event, half)[0].name).toBe(to);
    },
  );
});

const does = (effects: readonly Effect[]) =>
  effects.map((effect) => ('timer' in effect ? `${effect.do} ${effect.timer} ${effect.ms}` : effect.do));

function named<N extends State['name']>(name: N): State {
  return states.find((state) => state.name === name)!;
}

describe('waiting', () => {
  const waitAfter = (failures: number, code: number, random: number) => {
    const [next] = step({ ...named('online'), failures }, { type: 'closed', code }, { now: 0, random: () => random });
    return next.name === 'waiting' ? next.retryAt : Number.NaN;
  };

  it('has full jitter up to a ceiling that doubles, and stops at 30 s', () => {
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
    const [opened] = step({ ...named('connecting'), failures: 4 }, { type: 'opened' }, half);
    expect(opened.failures).toBe(4);
    const [synced, effects] = step({ ...named('syncing'), failures: 4 }, { type: 'synced' }, half);
    expect(synced.failures).toBe(4);
    expect(does(effects)).toEqual(['set-timer stable 30000']);
    expect(step({ ...named('online'), failures: 4 }, timeOut('stable'), half)[0].failures).toBe(0);
  });

  it('is cut short at most once in 2 s', () => {
    const [first] = step(named('waiting'), { type: 'retry-now' }, half);
    const [lost] = step(first, { type: 'failed' }, half);
    expect(step(lost, { type: 'retry-now' }, { ...half, now: half.now + 1_999 })[0].name).toBe('waiting');
    expect(step(lost, { type: 'retry-now' }, { ...half, now: half.now + 2_000 })[0].name).toBe('connecting');
  });

  it('is rare while hidden, and for ever without a chat', () => {
    const hidden = { ...named('online'), isHidden: true };
    expect(does(step({ ...hidden, isChatting: true }, { type: 'closed', code: 1006 }, half)[1])).toContain(
      'set-timer retry 60000',
    );
    expect(does(step(hidden, { type: 'closed', code: 1006 }, half)[1]).join()).not.toContain('set-timer');
  });

  it('counts the gap from when the line went', () => {
    const [lost] = step(named('online'), { type: 'closed', code: 1006 }, half);
    const [again] = step(lost, timeOut('retry'), { ...half, now: 105_000 });
    expect([lost.downSince, again.downSince]).toEqual([100_000, 100_000]);
  });
});

describe('signs of life', () => {
  it('are asked for every 15 s, and again doubted after 10 s and given up after 20', () => {
    const [, effects] = step(named('online'), timeOut('ping'), half);
    expect(does(effects)).toEqual(['ping', 'set-timer silence 10000', 'set-timer ping 15000']);
    const [unstable, more] = step(named('online'), timeOut('silence'), half);
    expect(does(more)).toEqual(['set-timer silence 10000']);
    expect(step(unstable, timeOut('silence'), half)[0].name).toBe('waiting');
  });

  it('are anything that is received', () => {
    expect(step(named('online'), { type: 'received' }, half)[1]).toEqual([
      { do: 'clear-timers', timers: ['silence', 'probe'] },
    ]);
  });

  it('are wanted within 3 s by somebody who has just come back, or after a sleep', () => {
    const probe = ['ping', 'set-timer probe 3000'];
    expect(does(step(named('online'), { type: 'shown', isShown: true }, half)[1])).toEqual(probe);
    expect(does(step(named('online'), { type: 'network-up' }, half)[1])).toEqual(probe);
    const slept = { ...named('online'), pingDueAt: half.now - 20_001 };
    expect(does(step(slept, timeOut('ping'), half)[1]).slice(0, 2)).toEqual(probe);
  });
});

describe('after a goodbye', () => {
  const goodbye = (reason: string, told = {}) =>
    step(named('online'), { type: 'told', reaction: afterDisconnect(reason, told) }, half)[0];

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
    const [opening] = step(goodbye('access_token_expired'), timeOut('retry'), half);
    const [, effects] = step(opening, { type: 'opened' }, half);
    expect(effects).toContainEqual({ do: 'log-in', isFresh: true });
  });

  it('goes to the region that was named', () => {
    const [, effects] = step(goodbye('misdirected_connection', { region: 'fra' }), timeOut('retry'), half);
    expect(effects).toContainEqual({ do: 'open-socket', region: 'fra' });
  });

  it('waits as long as it was told, but not for ever', () => {
    expect(goodbye('customer_temporarily_blocked', { timeout: 90 })).toMatchObject({ retryAt: half.now + 90_000 });
    expect(goodbye('customer_temporarily_blocked', { timeout: 1e9 })).toMatchObject({ retryAt: half.now + 3_600_000 });
  });

  it('comes back from idleness when the visitor wants something, and from a ban never', () => {
    expect(step(goodbye('inactivity_timeout'), { type: 'retry-now' }, half)[0].name).toBe('connecting');
    expect(step(goodbye('customer_banned'), { type: 'retry-now' }, half)[0].name).toBe('stopped');
  });
});
