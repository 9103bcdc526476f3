import type { FaultKind } from './kinds';
import { type RunResult, runScenario } from './run';
import { scenarioOf } from './scenario';
import { ruleOf, shrink } from './shrink';

export { FAULT_KINDS } from './kinds';

export interface SeedResult {
  readonly seed: number;
  readonly violation: string | undefined;
  readonly hits: Readonly<Partial<Record<FaultKind, number>>>;
  readonly sent: number;
  readonly copies: number;
}

export async function runSeed(seed: number): Promise<SeedResult> {
  const { violation, hits, sent, copies } = await runScenario(scenarioOf(seed));
  return { seed, violation, hits: Object.fromEntries(hits), sent, copies };
}

const LINES = 30;

/** What somebody needs to know who wants to mend it. */
export async function explainSeed(seed: number): Promise<string> {
  const scenario = scenarioOf(seed);
  const first = await runScenario(scenario);
  const rule = ruleOf(first.violation);
  if (rule === undefined) return `Seed ${seed} is fine.`;
  const { scenario: least, result } = await shrink(scenario, rule);
  return [
    `Seed ${seed}, version ${least.version}: ${result.violation}`,
    `${least.steps.length} of ${scenario.steps.length} steps, ${least.tabs} of ${scenario.tabs} tabs:`,
    ...tail(result),
    `Again: npm run chaos -- --explain ${seed}`,
  ].join('\n');
}

const tail = ({ trace }: RunResult) => trace.slice(-LINES).map((line) => `  ${line}`);
