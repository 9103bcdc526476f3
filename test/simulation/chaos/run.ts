import { seededChance } from '../chance';
import { type Act, PEOPLE, retryRefused } from './acts';
import { checkTabsAgree } from './agreement';
import { checkAllHistory, checkAtRest } from './at-rest';
import { checkStep } from './each-step';
import { FAULTS, recover, restart, show, unban } from './fault-acts';
import { FILE_ACTS, retryFiles } from './file-acts';
import { checkFiles, checkFilesAtRest } from './files';
import type { FaultKind } from './kinds';
import { fairWeather } from './network';
import { NOVEL } from './novel';
import type { Scenario } from './scenario';
import { TAB_ACTS } from './tab-acts';
import { watchScreen } from './watch';
import { createWorld, type World } from './world';

export interface RunResult {
  /** Undefined: all is well. */
  readonly violation: string | undefined;
  readonly trace: readonly string[];
  readonly hits: ReadonlyMap<FaultKind, number>;
  readonly sent: number;
  readonly copies: number;
}

const acts: Readonly<Record<string, Act>> = { ...PEOPLE, ...FAULTS, ...TAB_ACTS, ...NOVEL, ...FILE_ACTS };

/** One bad day: things happen, then all is made whole, and everything has to be right. */
export async function runScenario({ seed, version, tabs, steps }: Scenario): Promise<RunResult> {
  const world = createWorld({ seed, version, tabs, watch: watchScreen });
  world.tabs[0]!.open();
  await world.clock.passAsync(2_000);
  for (const tab of world.tabs.slice(1)) tab.open();
  await world.clock.passAsync(1_000);

  try {
    for (const { act, tab, dice, waitMs } of steps) {
      world.note(`tab ${tab}: ${act}, then ${waitMs} ms`);
      acts[act]!(world, world.tabs[tab]!, seededChance(dice));
      await world.clock.passAsync(waitMs);
      checkStep(world);
      checkFiles(world);
      if (world.violations.length > 0) break;
    }
    if (world.violations.length === 0) await heal(world);
    if (world.violations.length === 0) await checkAtRest(world);
    checkFilesAtRest(world);
    if (world.violations.length === 0) await checkTabsAgree(world);
    if (world.violations.length === 0) await checkAllHistory(world);
    if (world.violations.length === 0) checkNothingLeft(world);
  } catch (error) {
    world.violate('threw', error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  world.service.kill();
  const said = world.said();
  return {
    violation: world.violations[0],
    trace: world.trace,
    hits: world.hits,
    sent: said.length,
    copies: said.filter(({ customId }) => world.service.truth.copies(customId) > 1).length,
  };
}

async function heal(world: World): Promise<void> {
  world.note('all is made whole');
  world.forgetLater();
  Object.assign(world.weather, fairWeather);
  world.tokens = 'given';
  world.sharing.lateMs = 0;
  restart(world);
  if (world.user !== 'anna') FAULTS['another customer']!(world, world.tabs[0]!, () => 0);
  unban(world);
  recover(world);
  for (const action of world.ordered) world.service.control('fail-requests', { action, type: 'internal', times: 0 });
  for (const tab of world.tabs) {
    Object.assign(tab.line, { armed: undefined, armedUpload: undefined, losesNextAnswer: false });
    if (tab.line.losesPushes) tab.line.cut();
    for (const { fail } of tab.line.still) fail();
    show(world, tab);
    if (!tab.client) tab.open();
    tab.client?.session.start();
    tab.client?.session.retryLine();
  }
  await pass(world, 40_000);
  for (const tab of world.tabs) {
    // Nobody comes back by themselves to a service that does not want them.
    if (tab.client?.session.line.peek().state === 'stopped') {
      tab.leave();
      tab.open();
    }
  }
  await pass(world, 20_000);
  for (const tab of world.tabs) {
    retryRefused(world, tab);
    retryFiles(tab);
  }
  await pass(world, 60_000);
}

async function pass(world: World, ms: number): Promise<void> {
  for (let passed = 0; passed < ms && world.violations.length === 0; passed += 10_000) {
    await world.clock.passAsync(10_000);
    checkStep(world);
    checkFiles(world);
  }
}

function checkNothingLeft(world: World): void {
  for (const tab of world.tabs) FAULTS['destroy and init']!(world, tab, () => 0);
  for (const tab of world.tabs) tab.destroy();
  if (world.sharing.inUse > 0) world.violate('V12 locks or channels left', `${world.sharing.inUse}`);
}
