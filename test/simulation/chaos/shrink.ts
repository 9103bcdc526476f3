import { type RunResult, runScenario } from './run';
import type { Scenario, Step } from './scenario';

const MOST_RUNS = 400;

/** The fewest steps that break the same rule: halves, quarters, … are left out as long as it still breaks. */
export async function shrink(scenario: Scenario, rule: string): Promise<{ scenario: Scenario; result: RunResult }> {
  let best = { scenario, result: await runScenario(scenario) };
  let runs = 0;

  async function isBroken(steps: readonly Step[], tabs: number): Promise<boolean> {
    runs += 1;
    const smaller = { ...scenario, tabs, steps };
    const result = await runScenario(smaller);
    if (ruleOf(result.violation) !== rule) return false;
    best = { scenario: smaller, result };
    return true;
  }

  for (let tabs = 1; tabs < scenario.tabs; tabs += 1) {
    const steps = scenario.steps.map((step) => ({ ...step, tab: Math.min(step.tab, tabs - 1) }));
    if (await isBroken(steps, tabs)) break;
  }
  for (let size = Math.ceil(best.scenario.steps.length / 2); size >= 1 && runs < MOST_RUNS; ) {
    let hasShrunk = false;
    for (let at = 0; at < best.scenario.steps.length && runs < MOST_RUNS; ) {
      const { steps, tabs } = best.scenario;
      const isSmaller = await isBroken([...steps.slice(0, at), ...steps.slice(at + size)], tabs);
      if (isSmaller) hasShrunk = true;
      else at += size;
    }
    if (size === 1 && !hasShrunk) break;
    if (!hasShrunk || size > best.scenario.steps.length) size = Math.max(1, Math.floor(size / 2));
  }
  return best;
}

/** `V3 twice at the service` of `V3 twice at the service: …`. */
export const ruleOf = (violation: string | undefined): string | undefined => violation?.split(':')[0];
