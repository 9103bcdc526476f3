import { seededChance } from '../chance';
import { tokenFetch, type Version } from '../client';
import { type WorldClock, worldClock } from './clock';
import { createDevice, type Device } from './device';
import type { FaultKind } from './kinds';
import { fairWeather, type Traces, type Weather } from './network';
import { createService, type Service } from './service';
import { createSharing, type Sharing } from './sharing';
import { createTab, type Said, type Tab } from './tab';

/** What a run is made of. Faults change it, people act in it, invariants look at it. */
export interface World {
  readonly version: Version;
  readonly clock: WorldClock;
  readonly service: Service;
  readonly device: Device;
  readonly sharing: Sharing;
  readonly weather: Weather;
  readonly traces: Traces;
  readonly tabs: readonly Tab[];
  /** Nobody gets a token. */
  tokens: 'given' | 'failing' | 'unreachable';
  /** Jars of cookies by who uses the browser. */
  readonly jars: { readonly anna: Map<string, string>; readonly ben: Map<string, string> };
  user: 'anna' | 'ben';
  /** Errors that somebody has ordered, by action. */
  readonly ordered: Set<string>;
  readonly hits: Map<FaultKind, number>;
  readonly trace: string[];
  /** The first is what matters. */
  readonly violations: string[];
  /** The first customer: all that is said at the end is theirs. */
  anna: string | undefined;
  longestLagMs: number;
  hit(kind: FaultKind): void;
  note(text: string): void;
  violate(invariant: string, what: string): void;
  said(): readonly Said[];
  /** Until something is whole again, unless something else has happened to it meanwhile. */
  later(ms: number, task: () => void): void;
}

export interface WorldChoice {
  readonly seed: number;
  readonly version: Version;
  readonly tabs: number;
  readonly watch: (world: World, tab: Tab) => () => void;
}

const START = Date.UTC(2026, 1, 11, 9, 0, 0);

export function createWorld({ seed, version, tabs: count, watch }: WorldChoice): World {
  const clock = worldClock(START);
  const chance = seededChance(seed ^ 0x5eed);
  const device = createDevice();
  const sharing = createSharing(clock, seededChance(seed ^ 0x7ab5));
  const weather: Weather = { ...fairWeather };
  const traces: Traces = { doubtful: new Set(), stranded: new Set(), refusals: new Map() };
  const hits = new Map<FaultKind, number>();
  const trace: string[] = [];
  const violations: string[] = [];
  const hit = (kind: FaultKind) => void hits.set(kind, (hits.get(kind) ?? 0) + 1);
  const tabs: Tab[] = [];
  const service = createService(clock, seededChance(seed ^ 0xcafe), () => {
    for (const tab of tabs) tab.line.cut();
  });

  const world: World = {
    version,
    clock,
    service,
    device,
    sharing,
    weather,
    traces,
    tabs,
    tokens: 'given',
    jars: { anna: new Map(), ben: new Map() },
    user: 'anna',
    ordered: new Set(),
    hits,
    trace,
    violations,
    anna: undefined,
    longestLagMs: 0,
    hit,
    note(text) {
      trace.push(`${((clock.now() - START) / 1_000).toFixed(2).padStart(8)} ${text}`);
    },
    violate(invariant, what) {
      world.note(`!! ${invariant}: ${what}`);
      violations.push(`${invariant}: ${what}`);
    },
    said: () => tabs.flatMap((tab) => tab.said),
    later: (ms, task) => void clock.after(ms, task),
  };

  const fetchToken: typeof fetch = async (...asked) => {
    await new Promise<void>((resolve) => clock.after(5 + chance() * weather.latencyMs, resolve));
    if (weather.isDown || !service.isUp || world.tokens === 'unreachable') throw new TypeError('unreachable');
    const answer =
      world.tokens === 'failing' ? undefined : await tokenFetch(service.core.http, world.jars[world.user])(...asked);
    return answer ?? answerWith({ oauth_exception: 'server_error' });
  };

  for (let number = 0; number < count; number += 1) {
    tabs.push(
      createTab({
        number,
        version,
        clock,
        chance,
        device,
        sharing,
        service,
        weather,
        traces,
        hit,
        fetch: fetchToken,
        watch: (tab) => watch(world, tab),
      }),
    );
  }
  return world;
}

/** Only what is read of it, without streams, whose time is not ours. */
const answerWith = (body: object) => ({ json: () => Promise.resolve(body) }) as Response;
