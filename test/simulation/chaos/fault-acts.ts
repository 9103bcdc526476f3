import type { Act } from './acts';
import type { FaultKind } from './kinds';
import { fairWeather, type Weather } from './network';
import type { Tab } from './tab';
import type { World } from './world';

const CLOSE_CODES = [1000, 1001, 1006, 1008, 1009, 1011, 1012, 1013, 4000, 4999] as const;
const REASONS = [
  'connection_evicted',
  'connection_timeout',
  'internal_error',
  'service_temporarily_unavailable',
  'inactivity_timeout',
  'too_many_connections',
  'users_limit_reached',
  'logged_out_remotely',
  'license_expired',
  'license_not_found',
  'unsupported_version',
  'product_version_changed',
  'too_many_unauthorized_connections',
  'access_token_expired',
  'misdirected_connection',
  'a_reason_of_tomorrow',
] as const;
export const FOR_NOW: readonly string[] = [
  'too_many_requests',
  'pending_requests_limit_reached',
  'service_unavailable',
  'internal',
  'request_timeout',
];
/** v3.0 has no words for the others: it says that the request is wrong, and who hears that need not ask again. */
const FOR_NOW_IN_30 = FOR_NOW.filter((type) => !/^(?:too_many_requests|pending_requests_limit_reached)$/.test(type));
export const FOR_GOOD: readonly string[] = ['validation', 'not_allowed', 'authorization', 'chat_anonymized'];
const SENDING = ['send_event', 'start_chat', 'resume_chat', 'activate_chat'] as const;
const READING = [
  'list_chats',
  'list_threads',
  'get_chats_summary',
  'get_chat_threads',
  'get_chat_threads_summary',
] as const;
const MARKING = ['mark_events_as_seen', 'update_last_seen_timestamp'] as const;
const GARBAGE = [
  '{',
  'null',
  '[]',
  '{"type":"push","action":"incoming_event","payload":{}}',
  '{"type":"response"}',
  '\u0000',
  '{"type":"push","action":"incoming_event","payload":{"chat_id":1,"event":[]}}',
  '{"type":"push","action":"incoming_chat","payload":{"chat":null}}',
  '{"type":"push","action":"incoming_chat_thread","payload":{"chat":{"thread":7}}}',
  '{"type":"push","action":"__proto__","payload":{"__proto__":{"polluted":true}}}',
  '{"type":"push","action":"constructor"}',
  '{"type":"push","action":"event_deleted","payload":{"event_id":{}}}',
  '{"type":"response","request_id":"n1","success":"no","payload":[]}',
  `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
  'x'.repeat(1_048_577),
] as const;
const CORRUPT = ['{"x":', '"text"', '[null,1,{"customId":5}]', '{}'] as const;
const DAY_MS = 24 * 60 * 60_000;

export const pick = <T>(from: readonly T[], chance: () => number): T => from[Math.floor(chance() * from.length)]!;

/** For a while, then as it was. */
function spell<K extends keyof Weather>(
  kind: FaultKind | undefined,
  name: K,
  value: (chance: () => number) => Weather[K],
  mostMs: number,
): Act {
  return (world, _tab, chance) => {
    if (kind) world.hit(kind);
    world.weather[name] = value(chance);
    world.later(1_000 + chance() * mostMs, () => {
      world.weather[name] = fairWeather[name];
    });
  };
}

const armed =
  (
    kind: FaultKind,
    fault: (chance: () => number) => NonNullable<Tab['line']['armed']>['fault'],
    isAboutHistory = false,
  ): Act =>
  (_world, { line }, chance) => {
    line.armed = { kind, fault: fault(chance), isAboutHistory };
  };

function ended(world: World, tab: Tab, kind: FaultKind, how: (tab: Tab) => void): void {
  if (!tab.client) return;
  world.hit(kind);
  how(tab);
  tab.open();
}

function troubled(world: World, kind: FaultKind, trouble: () => void): void {
  world.hit(kind);
  world.device.disk.troubleAt = world.clock.now();
  trouble();
}

function ill(kind: FaultKind, state: 'full' | 'denied'): Act {
  return (world, _tab, chance) => {
    const { disk } = world.device;
    troubled(world, kind, () => {
      disk.state = state;
    });
    world.later(chance() * 60_000, () => recover(world));
  };
}

export function recover({ device: { disk }, clock }: World): void {
  if (disk.state !== 'well') disk.troubleAt = clock.now();
  disk.state = 'well';
}

export function restart(world: World): void {
  if (!world.service.isUp) world.service.start();
}

export function wake(world: World, tab: Tab): void {
  tab.awakeSince = world.clock.now();
  if (tab.clock.isFrozen) tab.clock.thaw();
  tab.clock.coarseMs = 0;
}

function order(world: World, action: string, type: string, times: number): void {
  if (world.service.isUp && world.service.control('fail-requests', { action, type, times })) world.ordered.add(action);
}

function refusing(kind: FaultKind, types: readonly string[], actions: readonly string[]): Act {
  return (world, _tab, chance) => {
    world.hit(kind);
    const type = pick(types, chance);
    const times = 1 + Math.floor(chance() * 4);
    for (const action of actions) order(world, action, type, times);
  };
}

/** The whole device, with the service going on. */
function sleep(world: World, chance: () => number): void {
  world.hit('sleep');
  for (const tab of world.tabs) {
    tab.clock.freeze();
    if (chance() < 0.5) tab.line.deafen('in');
  }
  world.later(60_000 + chance() * 2 * 60 * 60_000, () => {
    for (const tab of world.tabs) wake(world, tab);
  });
}

/** What can go wrong, by its name. */
export const FAULTS: Readonly<Record<string, Act>> = {
  'service refuses': spell(undefined, 'isRefusing', () => true, 40_000),
  'service says nothing': spell(undefined, 'isSilent', () => true, 40_000),
  stall(world, _tab, chance) {
    world.hit('stall');
    world.weather.stalledUntil = world.clock.now() + chance() * 20_000;
  },
  'slow network': spell('slow network', 'latencyMs', (chance) => 1_000 + chance() * 19_000, 30_000),
  'slow answers': spell(undefined, 'slowMs', (chance) => 1_000 + chance() * 19_000, 60_000),
  'history lags': (world, tab, chance) => {
    const lagMs = 500 + chance() * 9_500;
    world.longestLagMs = Math.max(world.longestLagMs, lagMs);
    spell(undefined, 'lagMs', () => lagMs, 120_000)(world, tab, chance);
  },
  'pushes come twice': spell(undefined, 'repeatsPushes', () => true, 60_000),
  'network down': spell('network down', 'isDown', () => true, 40_000),

  cut(world, { line }) {
    world.hit('cut');
    line.cut();
  },
  'cut before handling': armed('cut before handling', () => 'cut-before-handling'),
  'cut after handling': armed('cut after handling', () => 'cut-after-handling'),
  'cut after the answer': armed('cut after the answer', () => 'cut-after-response'),
  'request stranded': armed('request stranded', (chance) => ({ strandedMs: chance() * 8_000 })),
  'request lost': armed('request lost', () => 'lose'),
  'history request lost': armed('history request lost', () => 'lose', true),
  'answer lost'(_world, { line }) {
    line.losesNextAnswer = true;
  },
  'pushes lost, then cut'(world, { line }, chance) {
    line.losesPushes = true;
    world.later(chance() * 10_000, () => line.cut());
  },
  'nothing gets out'(world, { line }) {
    world.hit('nothing gets out');
    line.deafen('out');
  },
  'nothing comes in'(world, { line }) {
    world.hit('nothing comes in');
    line.deafen('in');
  },
  'closed with a code'(world, { line }, chance) {
    world.hit('closed with a code');
    line.close(pick(CLOSE_CODES, chance));
  },
  'sent away'(world, _tab, chance) {
    if (!world.service.isUp) return;
    world.hit('sent away');
    world.service.core.disconnectCustomers(pick(REASONS, chance));
  },
  'blocked for a while'(world, _tab, chance) {
    if (!world.service.isUp) return;
    world.hit('sent away');
    world.service.core.disconnectCustomers('customer_temporarily_blocked', undefined, {
      timeout: Math.ceil(chance() * 20),
    });
  },
  'offline and online'(world, _tab, chance) {
    world.hit('offline and online');
    const tell = (event: 'networkUp' | 'networkDown') => {
      for (const { client, clock } of world.tabs) clock.hear(() => client?.connection.tell(event));
    };
    world.weather.isDown = true;
    tell('networkDown');
    world.later(chance() * 60_000, () => {
      world.weather.isDown = false;
      tell('networkUp');
    });
  },
  'service restarts'(world, _tab, chance) {
    if (!world.service.isUp) return;
    world.hit('service restarts');
    world.service.kill();
    world.later(chance() * 20_000, () => restart(world));
  },

  'refused for now': refusing('refused for now', FOR_NOW, SENDING),
  'history refused for now': refusing('refused for now', FOR_NOW, READING),
  'marks refused for now': (world, tab, chance) =>
    refusing('refused for now', world.version === '3.0' ? FOR_NOW_IN_30 : FOR_NOW, MARKING)(world, tab, chance),
  'log-in refused for now': refusing('refused for now', [...FOR_NOW, 'authentication'], ['login']),
  'refused for good': refusing('refused for good', FOR_GOOD, SENDING),
  'token ended'(world) {
    if (!world.service.isUp) return;
    world.hit('token ended');
    world.service.core.disconnectCustomers('access_token_expired');
  },
  'token revoked'(world) {
    const kept = world.device.disk.kept.get('natter:test:token');
    const token = /"access_token":"([^"]+)"/.exec(kept ?? '')?.[1];
    if (!token || !world.service.isUp) return;
    world.hit('token revoked');
    world.service.core.revokeToken(token);
  },
  'no token to be had'(world, _tab, chance) {
    world.hit('no token to be had');
    world.device.disk.kept.delete('natter:test:token');
    world.tokens = chance() < 0.5 ? 'failing' : 'unreachable';
    world.later(chance() * 40_000, () => {
      world.tokens = 'given';
    });
  },
  'another customer'(world) {
    if (!world.service.isUp) return;
    world.hit('another customer');
    world.user = world.user === 'anna' ? 'ben' : 'anna';
    world.service.revokeAll();
  },
  'customer banned'(world, _tab, chance) {
    if (!world.anna || !world.service.isUp) return;
    world.hit('customer banned');
    world.service.agent('mara').ask('ban_customer', { id: world.anna, ban: { days: 1 } });
    world.later(chance() * 20_000, () => unban(world));
  },

  reload: (world, tab) => ended(world, tab, 'reload', () => tab.leave()),
  crash: (world, tab) => ended(world, tab, 'crash', () => tab.crash()),
  'destroy and init': (world, tab) =>
    ended(world, tab, 'destroy and init', () => {
      const left = tab.destroy();
      if (left > 0) world.violate('V12 timers left', `tab ${tab.number} ${left}`);
      if (tab.line.sockets > 0) world.violate('V12 socket left', `tab ${tab.number}`);
    }),
  'back/forward cache'(world, tab, chance) {
    const { client, clock, view } = tab;
    if (!client || clock.isFrozen) return;
    world.hit('back/forward cache');
    client.session.leave();
    clock.freeze();
    world.later(chance() * 60_000, () => {
      if (tab.view !== view || tab.client !== client) return;
      wake(world, tab);
      client.session.start();
    });
  },
  'tab opened'(world) {
    const closed = world.tabs.find(({ client }) => !client);
    if (!closed) return;
    world.hit('tab opened');
    closed.open();
  },
  'tab closed'(world, tab) {
    if (!tab.client || world.tabs.filter(({ client }) => client).length < 2) return;
    world.hit('tab closed');
    tab.leave();
  },

  'storage full': ill('storage full', 'full'),
  'storage denied': ill('storage denied', 'denied'),
  'storage cleared': (world) => troubled(world, 'storage cleared', () => world.device.disk.kept.clear()),
  'storage corrupt': (world, _tab, chance) =>
    troubled(world, 'storage corrupt', () => {
      const { kept } = world.device.disk;
      for (const name of kept.keys()) kept.set(name, pick(CORRUPT, chance));
    }),
  'storage of an older version'(world) {
    world.hit('storage of an older version');
    const { kept } = world.device.disk;
    for (const [name, text] of kept)
      if (name.includes('outbox:')) kept.set(name, text.replaceAll('"state":"queued"', '"state":"waiting"'));
  },

  'clock jumps'(world, tab, chance) {
    world.hit('clock jumps');
    const skewMs = (chance() < 0.5 ? -1 : 1) * chance() * DAY_MS;
    for (const each of world.tabs) each.clock.skewMs = skewMs;
    tab.clock.skewMs = skewMs;
  },
  'page hidden'(world, tab, chance) {
    world.hit('page hidden');
    const isThrottled = chance() < 0.7;
    tab.clock.hear(() => {
      tab.isVisible.value = false;
    });
    if (isThrottled) {
      world.hit('timers throttled');
      tab.clock.coarseMs = chance() < 0.5 ? 1_000 : 60_000;
    }
    world.later(5_000 + chance() * 5 * 60_000, () => show(world, tab));
  },
  'page frozen'(world, tab, chance) {
    world.hit('page frozen');
    tab.clock.freeze();
    world.later(chance() * 5 * 60_000, () => wake(world, tab));
  },
  sleep: (world, _tab, chance) => sleep(world, chance),

  'not a frame'(world, { line }, chance) {
    if (line.sockets === 0) return;
    world.hit('not a frame');
    line.babble(pick(GARBAGE, chance));
  },
  'listener throws'(world, { client }) {
    if (!client) return;
    world.hit('listener throws');
    client.session.moments.on('new-message', () => {
      throw new Error('a listener of the page');
    });
  },
};

export function show(world: World, tab: Tab): void {
  wake(world, tab);
  // After all that was held up.
  world.later(1, () => {
    tab.isVisible.value = true;
  });
}

export function unban(world: World): void {
  if (world.anna && world.service.isUp) world.service.control('unban-customer', { customer_id: world.anna });
}
