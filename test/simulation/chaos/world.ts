import { seededChance } from '../chance';
import { tokenFetch, type Version } from '../client';
import { type WorldClock, worldClock } from './clock';
import { createDevice, type Device } from './device';
import type { FaultKind } from './kinds';
import { fairWeather, type Traces, type Weather } from './network';
import { createService, type Service } from './service';
import { createSharing, type Sharing } from './sharing';
import { type ChosenFile, createTab, type Said, type Tab } from './tab';

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
  /** When a sound was heard for a message. */
  readonly rings: Map<string, number>;
  readonly trace: string[];
  /** The first is what matters. */
  readonly violations: string[];
  /** The first customer: all that is said at the end is theirs. */
  anna: string | undefined;
  longestLagMs: number;
  /** What was remembered until then is gone. */
  loggedOutAt: number;
  hit(kind: FaultKind): void;
  note(text: string): void;
  violate(invariant: string, what: string): void;
  said(): readonly Said[];
  find(customId: string | undefined): Said | undefined;
  chosen(): readonly ChosenFile[];
  /** Until something is whole again, unless something else has happened to it meanwhile. */
  later(ms: number, task: () => void): void;
  /** All is made whole at once, and what was to come later comes no more. */
  forgetLater(): void;
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
  const sharing = createSharing(clock, seededChance(seed ^ 0x7ab5));
  const device = createDevice(clock, seededChance(seed ^ 0xd15c), sharing);
  const weather: Weather = { ...fairWeather };
  const traces: Traces = { doubtful: new Set(), stranded: new Set(), refusals: new Map() };
  const hits = new Map<FaultKind, number>();
  const trace: string[] = [];
  const violations: string[] = [];
  const hit = (kind: FaultKind) => void hits.set(kind, (hits.get(kind) ?? 0) + 1);
  const tabs: Tab[] = [];
  let days = 0;
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
    rings: new Map(),
    trace,
    violations,
    anna: undefined,
    longestLagMs: 0,
    loggedOutAt: Number.NEGATIVE_INFINITY,
    hit,
    note(text) {
      trace.push(`${((clock.now() - START) / 1_000).toFixed(2).padStart(8)} ${text}`);
    },
    violate(invariant, what) {
      world.note(`!! ${invariant}: ${what}`);
      violations.push(`${invariant}: ${what}`);
    },
    said: () => tabs.flatMap((tab) => tab.said),
    find: (customId) => saidIn(tabs, customId),
    chosen: () => tabs.flatMap((tab) => tab.chosen),
    later(ms, task) {
      const day = days;
      clock.after(ms, () => {
        if (day === days) task();
      });
    },
    forgetLater() {
      days += 1;
    },
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
        note: (text) => world.note(`tab ${number}    ${text}`),
        fetch: fetchToken,
        watch: (tab) => watch(world, tab),
        said: world.said,
        chosen: world.chosen,
        loggedOut(tab) {
          // Also what was said there before it was heard of.
          for (const each of [...tab.said, ...tab.chosen]) each.isExcused = true;
          // The page has its widget begin anew, for whoever comes next.
          queueMicrotask(() => {
            if (!tab.client) return;
            tab.destroy();
            tab.open();
          });
        },
        rang(messageId) {
          const before = world.rings.get(messageId);
          const emptiedAt = Math.max(device.disk.troubleAt, world.loggedOutAt);
          const isForgotten = device.disk.state !== 'well' || emptiedAt >= (before ?? 0);
          if (before !== undefined && !isForgotten) world.violate('V11 rang twice', `tab ${number} ${messageId}`);
          world.rings.set(messageId, clock.now());
        },
      }),
    );
  }
  return world;
}

function saidIn(tabs: readonly Tab[], customId: string | undefined): Said | undefined {
  for (const { said } of tabs) for (const each of said) if (each.customId === customId) return each;
  return undefined;
}

/** Only what is read of it, without streams, whose time is not ours. */
const answerWith = (body: object) => ({ json: () => Promise.resolve(body) }) as Response;
