import { seededChance } from '../chance';
import type { Version } from '../client';
import { PEOPLE } from './acts';
import { PLAIN_SEEDS } from './failed-seeds';
import { FAULTS, pick } from './fault-acts';
import { FILE_ACTS } from './file-acts';

/** One thing that happens, and how long the world then goes on. Its dice are its own, so that others can be left out. */
export interface Step {
  readonly act: string;
  readonly tab: number;
  readonly dice: number;
  readonly waitMs: number;
}

export interface Scenario {
  readonly seed: number;
  readonly version: Version;
  readonly tabs: number;
  readonly steps: readonly Step[];
}

const people = Object.keys(PEOPLE);
/** What people do most of the time. */
const often = [
  'visitor writes',
  'visitor writes',
  'visitor writes thrice',
  'agent writes',
  'agent writes',
  'agent edits',
  'agent deletes',
];
const faults = Object.keys(FAULTS);

const fileActs = Object.keys(FILE_ACTS);

const amongTabs = [
  'visitor looks at',
  'visitor looks at',
  'visitor looks at',
  'visitor opens a tab',
  'visitor closes a tab',
  'leader closed',
  'leader crashes',
  'leader frozen',
  'leader leaves for a while',
  'letters late',
  'visitor writes',
  'agent writes',
];

/** The same for the same seed. Odd seeds speak v3.0. */
export function scenarioOf(seed: number): Scenario {
  const plain = plainScenarioOf(seed);
  // These have failed on days that had less to do with tabs, and stay what they were.
  return PLAIN_SEEDS.includes(seed) ? plain : withLogOut(withFiles(withNovels(withTabs(plain))));
}

/** Now and then somebody has more to say than fits into one message. */
function withNovels(scenario: Scenario): Scenario {
  const chance = seededChance(scenario.seed ^ 0x9009);
  if (chance() < 0.7) return scenario;
  const steps = [...scenario.steps];
  steps.splice(Math.floor(chance() * steps.length), 0, {
    act: 'visitor writes a novel',
    tab: Math.floor(chance() * scenario.tabs),
    dice: Math.floor(chance() * 2 ** 31),
    waitMs: Math.ceil(chance() * 1_000),
  });
  return { ...scenario, steps };
}

const withFiles = (scenario: Scenario) => scatter(scenario, fileActs, 0xf11e, 0.4, 8);

const withLogOut = (scenario: Scenario) => scatter(scenario, ['visitor logs out'], 0x1060, 0.15, 2);

/** Some of these acts, on some days, in among the others. */
function scatter(scenario: Scenario, acts: readonly string[], dice: number, part: number, most: number): Scenario {
  const chance = seededChance(scenario.seed ^ dice);
  if (chance() >= part) return scenario;
  const steps = [...scenario.steps];
  for (let count = 1 + Math.floor(chance() * most); count > 0; count -= 1) {
    steps.splice(Math.floor(chance() * steps.length), 0, {
      act: pick(acts, chance),
      tab: Math.floor(chance() * scenario.tabs),
      dice: Math.floor(chance() * 2 ** 31),
      waitMs: Math.ceil(chance() * (chance() < 0.6 ? 300 : 5_000)),
    });
  }
  return { ...scenario, steps };
}

/** The same day for somebody with more tabs. */
function withTabs({ seed, version, tabs: few, steps }: Scenario): Scenario {
  const chance = seededChance(seed ^ 0x7ab5);
  const tabs = Math.max(few, pick([1, 2, 2, 3, 3, 4, 5], chance));
  if (tabs === 1) return { seed, version, tabs, steps };
  const all = steps.map((step) => (chance() < 0.5 ? step : { ...step, tab: Math.floor(chance() * tabs) }));
  for (let count = 5 + Math.floor(chance() * 15); count > 0; count -= 1) {
    all.splice(Math.floor(chance() * all.length), 0, {
      act: pick(amongTabs, chance),
      tab: Math.floor(chance() * tabs),
      dice: Math.floor(chance() * 2 ** 31),
      waitMs: Math.ceil(chance() * (chance() < 0.6 ? 300 : 5_000)),
    });
  }
  return { seed, version, tabs, steps: all };
}

function plainScenarioOf(seed: number): Scenario {
  const chance = seededChance(seed);
  const tabs = pick([1, 1, 2, 3], chance);
  const count = 30 + Math.floor(chance() * 40);
  // Each day has its own few troubles, so that the same ones meet more often.
  const troubles = Array.from({ length: 3 + Math.floor(chance() * 8) }, () => pick(faults, chance));
  const steps = Array.from({ length: count }, (): Step => {
    const dice = chance();
    const act =
      dice < 0.4
        ? pick(often, chance)
        : dice < 0.6
          ? pick(people, chance)
          : dice < 0.9
            ? pick(troubles, chance)
            : pick(faults, chance);
    const wait = chance();
    const mostMs = wait < 0.5 ? 300 : wait < 0.8 ? 3_000 : wait < 0.97 ? 15_000 : 90_000;
    return {
      act,
      tab: Math.floor(chance() * tabs),
      dice: Math.floor(chance() * 2 ** 31),
      waitMs: Math.ceil(chance() * mostMs),
    };
  });
  return { seed, version: seed % 2 ? '3.0' : '3.6', tabs, steps };
}
