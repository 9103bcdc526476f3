import { afterAll, describe, expect, it } from 'vitest';
import { FAILED_SEEDS } from './chaos/failed-seeds';
import { FAULT_KINDS } from './chaos/kinds';
import { explainSeed, runSeed, type SeedResult } from './chaos/main';

const FRESH = 500;
const seeds = Array.from({ length: FRESH }, (_, at) => at + 1);
const results: SeedResult[] = [];

// `npm run chaos` has as many as anybody wants.
describe('bad days', () => {
  it.each([...seeds, ...FAILED_SEEDS.filter((seed) => seed > FRESH)])(
    'end well: nothing lost, nothing twice, in order, with honest marks (seed %i)',
    async (seed) => {
      const result = await runSeed(seed);
      results.push(result);
      if (result.violation) expect.fail(await explainSeed(seed));
    },
    60_000,
  );

  it('meet everything that can go wrong', () => {
    const met = new Set(results.flatMap(({ hits }) => Object.keys(hits)));
    expect(FAULT_KINDS.filter((kind) => !met.has(kind))).toEqual([]);
  });

  it('leave a text twice at the service where nobody could have known better, and hardly ever', () => {
    const sent = results.reduce((sum, result) => sum + result.sent, 0);
    const copies = results.reduce((sum, result) => sum + result.copies, 0);
    expect(copies).toBeLessThan(sent / 500);
  });

  afterAll(() => results.splice(0));
});
